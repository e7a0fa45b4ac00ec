#![expect(dead_code, reason = "a shape is only described")]

use super::annotations::Annotations;
use super::kind::{Free, Id, Map, Rows, Text};
use schemars::JsonSchema;

/// Il piano formativo: una riga per modulo, una colonna per gruppo di destinatari.
#[derive(JsonSchema)]
#[schemars(title = "formazione.yaml", deny_unknown_fields)]
pub(super) struct File {
    /// Il significato dei segni delle caselle; vuoto se il testo pubblicato non lo dice.
    legenda: Option<Map<Free>>,
    /// Le colonne della tabella.
    destinatari: Rows<Audience>,
    /// I gruppi di moduli.
    gruppi: Rows<Group>,
    /// Il significato dei richiami del file; vuoto se il testo pubblicato non lo dice.
    note: Option<Map<Free>>,
    /// Una nota sull'intera tabella.
    nota: Option<Free>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Audience {
    /// Il nome con cui i moduli la indicano: minuscole senza accenti, unite da trattini.
    id: Id,
    /// L'intestazione che la unisce ad altre colonne.
    gruppo: Option<Free>,
    /// L'intestazione della colonna.
    nome: Text,
    #[serde(flatten)]
    annotations: Annotations,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Group {
    /// Il nome del gruppo di moduli.
    nome: Text,
    /// I moduli.
    moduli: Option<Rows<Module>>,
    #[serde(flatten)]
    annotations: Annotations,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Module {
    /// Il nome, unico nel suo gruppo.
    nome: Text,
    /// Per ogni gruppo di destinatari interessato, il segno della casella.
    destinatari: Option<Map<Text>>,
    #[serde(flatten)]
    annotations: Annotations,
}

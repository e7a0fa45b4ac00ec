#![expect(dead_code, reason = "a shape is only described")]

use super::annotations::Annotations;
use super::kind::{Day, Free, Id, Map, MaybeIds, Rows, RuleCode, Text, Texts};
use schemars::JsonSchema;

/// I programmi informatici in uso.
#[derive(JsonSchema)]
#[schemars(title = "software.yaml", deny_unknown_fields)]
pub(super) struct SoftwareFile {
    /// I programmi.
    software: Rows<Software>,
    /// Il significato dei richiami del file; vuoto se il testo pubblicato non lo dice.
    note: Option<Map<Free>>,
    /// Una nota sull'intera tabella.
    nota: Option<Free>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Software {
    /// Il nome con cui i processi lo indicano: minuscole senza accenti, unite da trattini.
    id: Option<Id>,
    /// Il nome del programma.
    nome: Text,
    /// A che cosa serve.
    scopo: Text,
    /// Chi lo fornisce.
    fornitore: Option<Free>,
    #[serde(flatten)]
    annotations: Annotations,
}

/// Le competenze e i comportamenti attesi.
#[derive(JsonSchema)]
#[schemars(title = "valutazione.yaml", deny_unknown_fields)]
pub(super) struct ExpectedBehavioursFile {
    /// I ruoli.
    ruoli: Rows<ExpectedBehaviour>,
    /// Il significato dei richiami del file; vuoto se il testo pubblicato non lo dice.
    note: Option<Map<Free>>,
    /// Una nota sull'intera tabella.
    nota: Option<Free>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ExpectedBehaviour {
    /// Il nome del ruolo.
    nome: Text,
    /// Che cosa sono le voci, per esempio competenze o comportamenti.
    natura: Option<Free>,
    /// Che cosa ci si attende.
    voci: Texts,
    #[serde(flatten)]
    annotations: Annotations,
}

/// I profili professionali che un capitolo esclude dal lavoro agile.
#[derive(JsonSchema)]
#[schemars(title = "esclusioni.yaml", deny_unknown_fields)]
pub(super) struct ExclusionsFile {
    /// Le esclusioni.
    esclusioni: Rows<Exclusion>,
    /// Il significato dei richiami del file; vuoto se il testo pubblicato non lo dice.
    note: Option<Map<Free>>,
    /// Una nota sull'intera tabella.
    nota: Option<Free>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Exclusion {
    /// La lettera dell'elenco.
    lettera: Text,
    /// I profili.
    profili: Texts,
    /// Dove lavorano.
    dove: Option<Free>,
    /// Gli id degli smart team di cui si tratta, se il testo lo dice.
    smart_team: Option<MaybeIds>,
    /// Ciò che si può svolgere lo stesso in modalità agile.
    eccezioni: Option<Free>,
    #[serde(flatten)]
    annotations: Annotations,
}

/// Che cosa vogliono dire le parole del documento: voci che si aggiungono a quelle del programma, o ne prendono il posto.
#[derive(JsonSchema)]
#[schemars(title = "glossario.yaml", deny_unknown_fields)]
pub(super) struct GlossaryFile {
    /// I termini.
    glossario: Rows<Definition>,
    /// Il significato dei richiami del file; vuoto se il testo pubblicato non lo dice.
    note: Option<Map<Free>>,
    /// Una nota sull'intera tabella.
    nota: Option<Free>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Definition {
    /// Il termine; se il programma lo conosce già, la definizione prende il posto della sua.
    termine: Text,
    /// Che cosa vuol dire.
    definizione: Text,
    /// Come altro lo scrivono i testi, per esempio al plurale.
    forme: Option<Texts>,
    /// La norma o l'atto che lo dice.
    fonte: Option<Free>,
    #[serde(flatten)]
    annotations: Annotations,
}

/// I rilievi che l'ufficio accetta, per iscritto. Gli errori non si possono accettare.
#[derive(JsonSchema)]
#[schemars(title = "accettazioni.yaml", deny_unknown_fields)]
pub(super) struct WaiversFile {
    /// Le accettazioni.
    accettazioni: Rows<Waiver>,
    /// Il significato dei richiami del file; vuoto se il testo pubblicato non lo dice.
    note: Option<Map<Free>>,
    /// Una nota sull'intera tabella.
    nota: Option<Free>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Waiver {
    /// Il codice del controllo, per esempio LA304.
    controllo: RuleCode,
    /// Dove: tabella, tabella/voce o tabella/voce/chiave, per esempio processi/500-1-B/rischio; oppure un elenco.
    dove: Texts,
    /// Perché il rilievo resta.
    motivo: Text,
    /// L'ultimo giorno in cui vale (AAAA-MM-GG).
    scade: Option<Day>,
    #[serde(flatten)]
    annotations: Annotations,
}

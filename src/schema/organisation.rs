#![expect(dead_code, reason = "a shape is only described")]

use super::annotations::Annotations;
use super::kind::{Free, Id, Map, OneOf, Rows, Text, Texts};
use crate::model::Smartability;
use schemars::JsonSchema;

/// L'organizzazione: le aree e i loro servizi.
#[derive(JsonSchema)]
#[schemars(title = "servizi.yaml", deny_unknown_fields)]
pub(super) struct ServicesFile {
    /// Le aree.
    aree: Rows<Area>,
    /// I servizi.
    servizi: Rows<Service>,
    /// Il significato dei richiami del file; vuoto se il testo pubblicato non lo dice.
    note: Option<Map<Free>>,
    /// Una nota sull'intera tabella.
    nota: Option<Free>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Area {
    /// Un nome breve che non cambia di anno in anno: minuscole senza accenti, unite da trattini.
    id: Id,
    /// Il nome come è pubblicato.
    nome: Text,
    /// `si`: è nominata in righe pubblicate, ma non fa più parte dell'organizzazione.
    cessata: Option<OneOf<bool>>,
    /// Gli altri nomi con cui compare in fogli di calcolo o negli anni passati.
    alias: Option<Texts>,
    #[serde(flatten)]
    annotations: Annotations,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Service {
    /// Un nome breve che non cambia di anno in anno: minuscole senza accenti, unite da trattini.
    id: Id,
    /// Il nome come è pubblicato.
    nome: Text,
    /// L'id della sua area.
    area: Id,
    /// La prima parte dei codici dei suoi processi, fra virgolette.
    prefisso: Option<Free>,
    /// Gli altri nomi con cui compare in fogli di calcolo o negli anni passati.
    alias: Option<Texts>,
    #[serde(flatten)]
    annotations: Annotations,
}

/// Gli smart team: i gruppi di lavoro che alternano presenza e lavoro agile.
#[derive(JsonSchema)]
#[schemars(title = "smart-team.yaml", deny_unknown_fields)]
pub(super) struct TeamsFile {
    /// Gli smart team.
    smart_team: Rows<Team>,
    /// Il significato dei richiami del file; vuoto se il testo pubblicato non lo dice.
    note: Option<Map<Free>>,
    /// Una nota sull'intera tabella.
    nota: Option<Free>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Team {
    /// Un nome breve che non cambia di anno in anno: minuscole senza accenti, unite da trattini.
    id: Id,
    /// Il nome come è pubblicato.
    nome: Text,
    /// L'id del suo servizio.
    servizio: Id,
    /// Quanto il lavoro del gruppo si può svolgere in modalità agile.
    smartabilita: OneOf<Smartability>,
    /// Gli altri nomi con cui compare in fogli di calcolo o negli anni passati.
    alias: Option<Texts>,
    #[serde(flatten)]
    annotations: Annotations,
}

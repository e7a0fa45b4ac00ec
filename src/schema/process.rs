#![expect(dead_code, reason = "a shape is only described")]

use super::annotations::Annotations;
use super::kind::{Code, Free, Ids, Map, MaybeIds, OneOf, Percentage, Rows, Text, Texts};
use crate::model::{Answer, Risk};
use schemars::JsonSchema;
use serde_json::{Value, json};

/// La mappatura dei processi (Tavola 1): una voce per processo.
#[derive(JsonSchema)]
#[schemars(title = "processi.yaml", deny_unknown_fields)]
pub(super) struct File {
    /// I processi.
    processi: Rows<Process>,
    /// Il significato dei richiami del file; vuoto se il testo pubblicato non lo dice.
    note: Option<Map<Free>>,
    /// Una nota sull'intera tabella.
    nota: Option<Free>,
}

/// Un processo: per gli smart team indicati in `smart_team`, oppure per tutti quelli dei servizi indicati in `servizio`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("oneOf" = [written("smart_team"), written("servizio")]))]
struct Process {
    /// Prefisso del servizio, numero e iniziale del rischio: per esempio 500-1-B.
    codice: Code,
    /// Il rischio corruttivo; la sua iniziale chiude il codice.
    rischio: OneOf<Risk>,
    /// Il nome del processo.
    processo: Text,
    /// A che cosa serve.
    finalita: Text,
    /// Che cosa lo avvia.
    input: Texts,
    /// Le sue fasi.
    fasi: Texts,
    /// Che cosa ne esce.
    output: Texts,
    /// L'id dell'area, o delle aree; se manca, quella dei suoi smart team.
    area: Option<MaybeIds>,
    /// L'id di uno smart team, un elenco di id, o la parola `tutti`.
    smart_team: Option<Ids>,
    /// L'id di un servizio o un elenco di id: il processo riguarda tutti i loro smart team.
    servizio: Option<Ids>,
    /// Se il processo si può svolgere in modalità agile.
    smartabilita: OneOf<Answer>,
    /// Se richiede carta; se manca, non è detto.
    supporti_cartacei: Option<OneOf<bool>>,
    /// Quanta parte del processo si può svolgere in modalità agile, da 0 a 100.
    percentuale: Option<Percentage>,
    /// Perché si può o non si può.
    motivazione: Option<Free>,
    /// Gli id dei programmi che usa.
    software: Option<MaybeIds>,
    /// Il codice che aveva in un'edizione passata.
    codice_precedente: Option<Code>,
    #[serde(flatten)]
    annotations: Annotations,
}

/// The key is there, with something after it.
fn written(key: &str) -> Value {
    json!({ "required": [key], "properties": { key: { "not": { "type": "null" } } } })
}

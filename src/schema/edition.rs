#![expect(dead_code, reason = "a shape is only described")]

use super::annotations::Annotations;
use super::kind::{Day, Fingerprint, Free, Map, Number, OneOf, Rows, Text};
use crate::model::{PaperSize, Status};
use schemars::JsonSchema;

/// Il documento di un'edizione: titolo, piano di cui è allegato, stato di approvazione.
#[derive(JsonSchema)]
#[schemars(title = "edizione.yaml", deny_unknown_fields)]
pub(super) struct File {
    /// Il titolo dell'allegato.
    titolo: Text,
    /// Il suo numero tra gli allegati del piano, per esempio 2A.
    allegato: Text,
    /// Il piano di cui è allegato.
    piano: Text,
    /// La sezione del piano.
    sezione: Text,
    /// Il giorno dell'ultimo aggiornamento (AAAA-MM-GG).
    ultimo_aggiornamento: Option<Day>,
    /// Lo stato di approvazione; bozza e proposta sono scritte in ogni pagina e in ogni foglio.
    stato: Option<OneOf<Status>>,
    /// Il foglio su cui si stampa la Tavola 1; se manca, A4.
    formato: Option<OneOf<PaperSize>>,
    /// L'atto che approva l'allegato.
    approvazione: Option<Approval>,
    /// Il file che è stato approvato, pubblicato com'è.
    documento_approvato: Option<ApprovedDocument>,
    /// Il giorno di pubblicazione (AAAA-MM-GG): ne viene l'ultimo giorno.
    pubblicato_il: Option<Day>,
    /// Le norme e gli atti citati.
    riferimenti: Option<Rows<Reference>>,
    /// Le regole della giornata agile che si esprimono con un numero.
    limiti: Option<Limits>,
    /// Le prime parti dei codici che non appartengono a un solo servizio, con il loro significato.
    prefissi_comuni: Option<Map<Text>>,
    /// Le intestazioni stampate diverse da quelle usuali, tabella per tabella.
    colonne: Option<Map<Map<Text>>>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Approval {
    /// L'organo, per esempio Giunta comunale.
    organo: Option<Free>,
    /// Il genere di atto, per esempio deliberazione.
    atto: Option<Free>,
    /// Il numero dell'atto.
    numero: Option<Free>,
    /// Il giorno dell'atto (AAAA-MM-GG).
    data: Option<Day>,
    /// L'indirizzo a cui si legge l'atto.
    url: Option<Free>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ApprovedDocument {
    /// Il file, dalla cartella dell'ente.
    file: Text,
    /// La sua impronta SHA-256: 64 cifre esadecimali.
    sha256: Fingerprint,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Reference {
    /// L'atto come è citato.
    atto: Text,
    /// Il suo giorno (AAAA-MM-GG), se il testo lo riporta per intero.
    data: Option<Day>,
    /// Di che cosa tratta.
    materia: Option<Free>,
    /// L'indirizzo a cui si legge.
    url: Option<Free>,
    #[serde(flatten)]
    annotations: Annotations,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Limits {
    /// I giorni di lavoro agile alla settimana, al massimo.
    giorni_settimana_max: Option<Number>,
    /// I giorni in più in un anno.
    giorni_aggiuntivi_anno: Option<Number>,
}

use super::beside_rows::MARKS;
use super::{Kind, Setting, SettingKind, day, one, other, text, word};
use crate::model::{PaperSize, Status};

const ACT: &[Setting] = &[
    text("organo", "Organo", "L'organo che ha adottato l'atto, con il suo nome per intero."),
    text("atto", "Atto", "Il genere di atto, per esempio deliberazione."),
    text("numero", "Numero", "Il numero dell'atto."),
    day("data", "Giorno", "Il giorno dell'atto (AAAA-MM-GG)."),
    text("url", "Indirizzo", "L'indirizzo a cui si legge l'atto."),
];

const DOCUMENT: &[Setting] = &[
    text("file", "File", "Il file, dalla cartella dell'ente.").required(),
    other("sha256", "Impronta", "La sua impronta SHA-256: 64 cifre esadecimali.", SettingKind::Fingerprint).required(),
];

const VERSION: &[Setting] = &[
    one("n", "Numero", "Il numero della versione, da 1.", Kind::Count).required(),
    day("data", "Giorno", "Il giorno da cui vale (AAAA-MM-GG)."),
    text("atto", "Atto", "L'atto che ha cambiato l'edizione."),
    text("motivo", "Motivo", "Perché è stata cambiata."),
];

const CATEGORY_LIMIT: &[Setting] = &[
    text("per", "Per chi", "Per chi vale; se manca, per tutti."),
    one("giorni", "Giorni", "I giorni con il loro periodo, per esempio 110 all'anno.", Kind::PeriodDays).required(),
];

const LIMITS: &[Setting] = &[
    one(
        "giorni_settimana_max",
        "Giorni alla settimana",
        "I giorni di lavoro agile alla settimana, al massimo.",
        Kind::Number,
    ),
    one("giorni_aggiuntivi_anno", "Giorni in più in un anno", "I giorni in più in un anno.", Kind::Number),
];

/// `edizione.yaml`: the document of an edition.
pub static EDITION_SETTINGS: [Setting; 18] = [
    text("titolo", "Titolo", "Il titolo dell'allegato.").required(),
    text("allegato", "Numero dell'allegato", "Il suo numero tra gli allegati del piano, per esempio 2A.").required(),
    text("piano", "Piano", "Il piano di cui è allegato.").required(),
    text("sezione", "Sezione", "La sezione del piano.").required(),
    day("ultimo_aggiornamento", "Ultimo aggiornamento", "Il giorno dell'ultimo aggiornamento (AAAA-MM-GG)."),
    word::<Status>(
        "stato",
        "Stato",
        "Lo stato di approvazione; bozza e proposta sono scritte in ogni pagina e in ogni foglio.",
    ),
    word::<PaperSize>("formato", "Formato della Tavola 1", "Il foglio su cui si stampa la Tavola 1; se manca, A4."),
    one(
        "prima_pagina",
        "Numero della prima pagina",
        "Il numero che porta la prima pagina dell'allegato, dove i fogli continuano quelli del piano; se manca, 1.",
        Kind::Count,
    ),
    word::<bool>(
        "spazio_protocollo",
        "Spazio per il protocollo",
        "Se la prima pagina dell'allegato lascia lo spazio per il timbro o l'etichetta del protocollo.",
    ),
    other(
        "approvazione",
        "Atto di approvazione",
        "L'atto che approva l'allegato, o un elenco: quello e poi gli atti che l'hanno modificato.",
        SettingKind::GroupOrList(ACT),
    ),
    other(
        "documento_approvato",
        "Documento approvato",
        "Il file che è stato approvato, pubblicato com'è.",
        SettingKind::Group(DOCUMENT),
    ),
    other(
        "versioni",
        "Versioni",
        "Le versioni dell'edizione, dove un atto l'ha cambiata durante l'anno.",
        SettingKind::List(VERSION),
    ),
    day("pubblicato_il", "Pubblicazione", "Il giorno di pubblicazione (AAAA-MM-GG): ne viene l'ultimo giorno."),
    other("riferimenti", "Riferimenti normativi", "Le norme e gli atti citati.", SettingKind::Rows),
    MARKS,
    other(
        "limiti",
        "Limiti della giornata agile",
        "Le regole della giornata agile che si esprimono con un numero, o un elenco: i giorni di ogni categoria di persone.",
        SettingKind::GroupOrOthers(LIMITS, CATEGORY_LIMIT),
    ),
    other(
        "prefissi_comuni",
        "Prefissi comuni dei codici",
        "Le prime parti dei codici che non appartengono a un solo servizio, con il loro significato.",
        SettingKind::Pairs(false),
    ),
    other(
        "colonne",
        "Intestazioni delle colonne",
        "Le intestazioni stampate diverse da quelle usuali, tabella per tabella.",
        SettingKind::Headings,
    ),
];

use super::shape::{Key, file, free, id, map, merge, object, one_of, rows, rule_meaning, text, value};
use crate::check::catalogue;
use crate::diagnostic::Rule;
use crate::model::{BargainingSector, BodyKind, LegalReference, Level, PaperSize, Status};
use crate::tables::{Kind, Need};
use serde_json::{Map, Value, json};

/// `ente.yaml`.
pub(super) fn administration() -> Value {
    let optional = |name, meaning| Key::optional(name, meaning, free());
    let contacts = object(vec![
        optional("ufficio", "Il nome dell'ufficio."),
        optional("email", "La posta elettronica."),
        optional("pec", "La posta elettronica certificata."),
        optional("telefono", "Il telefono."),
    ]);
    file(
        "Chi pubblica l'allegato, dove e con quale aspetto.",
        vec![
            Key::required("denominazione", "Il nome per intero.", text()),
            Key::required(
                "edizione_corrente",
                "Il nome della cartella dell'edizione vigente, per esempio 2026-2028.",
                id(),
            ),
            optional("base_url", "L'indirizzo da cui il sito è servito, con la barra finale."),
            optional("aspetto", "Il tema del sito; se manca, istituzionale."),
            optional("licenza", "La licenza di dati e testi; se manca, CC BY 4.0."),
            optional("avviso", "Un avvertimento mostrato in ogni pagina e in ogni foglio."),
            optional("codice_ipa", "Il codice nell'indice delle pubbliche amministrazioni (IPA)."),
            optional("codice_istat", "Il codice ISTAT dell'ente."),
            optional("unione", "L'unione di cui l'ente fa parte."),
            optional("indirizzo", "L'indirizzo postale."),
            optional("stemma", "Il file dello stemma, dalla cartella dell'ente: SVG, PNG, JPEG o WebP."),
            optional("responsabile_pubblicazione", "Chi risponde della pubblicazione."),
            optional("collocazione_at", "Dove sta l'allegato in Amministrazione Trasparente."),
            Key::optional("contatti", "Come raggiungere l'ufficio.", contacts),
            optional("sito", "L'indirizzo del sito istituzionale."),
            optional("amministrazione_trasparente", "L'indirizzo di Amministrazione Trasparente."),
            optional("privacy", "L'indirizzo dell'informativa sui dati personali."),
            optional("note_legali", "L'indirizzo delle note legali."),
            optional("dichiarazione_accessibilita", "L'indirizzo della dichiarazione di accessibilità."),
            optional("segnalazioni", "Dove segnalare un errore: un indirizzo o una casella di posta."),
            Key::optional("pdf", "`si`: ogni generazione del sito fa anche i PDF.", one_of::<bool>()),
            Key::optional(
                "tipo",
                "Il genere di ente, da cui dipendono le parole degli aiuti; se manca, comune.",
                one_of::<BodyKind>(),
            ),
            Key::optional(
                "comparto",
                "Il comparto di contrattazione: il glossario cita il suo contratto collettivo; se manca, nessuno.",
                one_of::<BargainingSector>(),
            ),
        ],
    )
}

/// `controlli.yaml`.
pub(super) fn controls() -> Value {
    let threshold = || json!({ "type": ["integer", "string"], "minimum": 1, "pattern": "^[0-9]*[1-9][0-9]*$" });
    let thresholds = object(vec![
        Key::optional(
            "celle_piccole",
            "Il numero di persone sotto il quale una casella può far capire di chi si tratta; se manca, 3.",
            threshold(),
        ),
        Key::optional(
            "testo_ripetuto",
            "Il numero di caratteri da cui due testi uguali sono presi per una copia; se manca, 40.",
            threshold(),
        ),
    ]);
    let level = |rule: &&Rule| {
        let mut level = json!({ "description": rule_meaning(rule) });
        merge(&mut level, one_of::<Level>());
        (rule.code.to_owned(), level)
    };
    let changeable = catalogue().into_iter().filter(|rule| rule.is_adjustable());
    let levels: Map<String, Value> = changeable.map(|rule| level(&rule)).collect();
    let levels = json!({ "type": "object", "properties": levels, "additionalProperties": false });
    file(
        "Quanto pesano i controlli per questo ente, e da quali numeri parlano.",
        vec![
            Key::optional(
                "gravita",
                "Per ogni codice di controllo, la gravità dei suoi rilievi. Gli errori non si possono cambiare.",
                levels,
            ),
            Key::optional("soglie", "I numeri da cui alcuni controlli parlano.", thresholds),
        ],
    )
}

/// `edizione.yaml`.
pub(super) fn edition() -> Value {
    let day = || value(Kind::Date, Need::Required);
    let number = || value(Kind::Number, Need::Required);
    let approval = object(vec![
        Key::optional("organo", "L'organo che ha adottato l'atto, con il suo nome per intero.", free()),
        Key::optional("atto", "Il genere di atto, per esempio deliberazione.", free()),
        Key::optional("numero", "Il numero dell'atto.", free()),
        Key::optional("data", "Il giorno dell'atto (AAAA-MM-GG).", day()),
        Key::optional("url", "L'indirizzo a cui si legge l'atto.", free()),
    ]);
    let fingerprint = json!({ "type": "string", "pattern": "^[0-9a-fA-F]{64}$" });
    let document = object(vec![
        Key::required("file", "Il file, dalla cartella dell'ente.", text()),
        Key::required("sha256", "La sua impronta SHA-256: 64 cifre esadecimali.", fingerprint),
    ]);
    let version = object(vec![
        Key::required("n", "Il numero della versione, da 1.", value(Kind::Count, Need::Required)),
        Key::optional("data", "Il giorno da cui vale (AAAA-MM-GG).", day()),
        Key::optional("atto", "L'atto che ha cambiato l'edizione.", free()),
        Key::optional("motivo", "Perché è stata cambiata.", free()),
    ]);
    let category_limit = object(vec![
        Key::optional("per", "Per chi vale; se manca, per tutti.", free()),
        Key::required(
            "giorni",
            "I giorni con il loro periodo, per esempio 110 all'anno.",
            value(Kind::PeriodDays, Need::Required),
        ),
    ]);
    let limits = object(vec![
        Key::optional("giorni_settimana_max", "I giorni di lavoro agile alla settimana, al massimo.", number()),
        Key::optional("giorni_aggiuntivi_anno", "I giorni in più in un anno.", number()),
    ]);
    file(
        "Il documento di un'edizione: titolo, piano di cui è allegato, stato di approvazione.",
        vec![
            Key::required("titolo", "Il titolo dell'allegato.", text()),
            Key::required("allegato", "Il suo numero tra gli allegati del piano, per esempio 2A.", text()),
            Key::required("piano", "Il piano di cui è allegato.", text()),
            Key::required("sezione", "La sezione del piano.", text()),
            Key::optional("ultimo_aggiornamento", "Il giorno dell'ultimo aggiornamento (AAAA-MM-GG).", day()),
            Key::optional(
                "stato",
                "Lo stato di approvazione; bozza e proposta sono scritte in ogni pagina e in ogni foglio.",
                one_of::<Status>(),
            ),
            Key::optional("formato", "Il foglio su cui si stampa la Tavola 1; se manca, A4.", one_of::<PaperSize>()),
            Key::optional(
                "approvazione",
                "L'atto che approva l'allegato, o un elenco: quello e poi gli atti che l'hanno modificato.",
                or_list(&approval),
            ),
            Key::optional("documento_approvato", "Il file che è stato approvato, pubblicato com'è.", document),
            Key::optional(
                "versioni",
                "Le versioni dell'edizione, dove un atto l'ha cambiata durante l'anno.",
                json!({ "type": "array", "items": version }),
            ),
            Key::optional("pubblicato_il", "Il giorno di pubblicazione (AAAA-MM-GG): ne viene l'ultimo giorno.", day()),
            Key::optional("riferimenti", "Le norme e gli atti citati.", rows::<LegalReference>()),
            Key::optional(
                "limiti",
                "Le regole della giornata agile che si esprimono con un numero, o un elenco: i giorni di ogni categoria di persone.",
                json!({ "anyOf": [limits, { "type": "array", "items": category_limit }] }),
            ),
            Key::optional(
                "prefissi_comuni",
                "Le prime parti dei codici che non appartengono a un solo servizio, con il loro significato.",
                map(text()),
            ),
            Key::optional(
                "colonne",
                "Le intestazioni stampate diverse da quelle usuali, tabella per tabella.",
                map(map(text())),
            ),
        ],
    )
}

/// One of a kind, or several.
fn or_list(one: &Value) -> Value {
    json!({ "anyOf": [one, { "type": "array", "items": one }] })
}

use super::{Kind, Setting, SettingKind, one, other, text, word};
use crate::model::{BargainingSector, BodyKind};

const CONTACTS: &[Setting] = &[
    text("ufficio", "Ufficio", "Il nome dell'ufficio."),
    text("email", "Posta elettronica", "La posta elettronica."),
    text("pec", "Posta elettronica certificata", "La posta elettronica certificata."),
    text("telefono", "Telefono", "Il telefono."),
];

/// `ente.yaml`: who publishes.
pub static ADMINISTRATION: [Setting; 24] = [
    text("denominazione", "Denominazione", "Il nome per intero.").required(),
    one(
        "edizione_corrente",
        "Edizione vigente",
        "Il nome della cartella dell'edizione vigente, per esempio 2026-2028.",
        Kind::Id,
    )
    .required(),
    text("base_url", "Indirizzo del sito", "L'indirizzo da cui il sito è servito, con la barra finale."),
    text("aspetto", "Aspetto", "Il tema del sito; se manca, istituzionale."),
    text("licenza", "Licenza", "La licenza di dati e testi; se manca, CC BY 4.0."),
    text("avviso", "Avviso", "Un avvertimento mostrato in ogni pagina e in ogni foglio."),
    text("codice_ipa", "Codice IPA", "Il codice nell'indice delle pubbliche amministrazioni (IPA)."),
    text("codice_istat", "Codice ISTAT", "Il codice ISTAT dell'ente."),
    text("unione", "Unione", "L'unione di cui l'ente fa parte."),
    text("indirizzo", "Indirizzo postale", "L'indirizzo postale."),
    text("stemma", "Stemma", "Il file dello stemma, dalla cartella dell'ente: SVG, PNG, JPEG o WebP."),
    text("responsabile_pubblicazione", "Responsabile della pubblicazione", "Chi risponde della pubblicazione."),
    text(
        "collocazione_at",
        "Collocazione in Amministrazione Trasparente",
        "Dove sta l'allegato in Amministrazione Trasparente.",
    ),
    other("contatti", "Contatti", "Come raggiungere l'ufficio.", SettingKind::Group(CONTACTS)),
    text("sito", "Sito istituzionale", "L'indirizzo del sito istituzionale."),
    text("amministrazione_trasparente", "Amministrazione Trasparente", "L'indirizzo di Amministrazione Trasparente."),
    text("privacy", "Informativa sui dati personali", "L'indirizzo dell'informativa sui dati personali."),
    text("note_legali", "Note legali", "L'indirizzo delle note legali."),
    text(
        "dichiarazione_accessibilita",
        "Dichiarazione di accessibilità",
        "L'indirizzo della dichiarazione di accessibilità.",
    ),
    text("segnalazioni", "Segnalazioni", "Dove segnalare un errore: un indirizzo o una casella di posta."),
    word::<bool>("pdf", "PDF a ogni generazione", "`si`: ogni generazione del sito fa anche i PDF."),
    word::<bool>(
        "docx",
        "Documento di Word a ogni generazione",
        "`si`: ogni generazione del sito fa anche l'allegato come documento di Word.",
    ),
    word::<BodyKind>(
        "tipo",
        "Genere di ente",
        "Il genere di ente, da cui dipendono le parole degli aiuti; se manca, comune.",
    ),
    word::<BargainingSector>(
        "comparto",
        "Comparto di contrattazione",
        "Il comparto di contrattazione: il glossario cita il suo contratto collettivo; se manca, nessuno.",
    ),
];

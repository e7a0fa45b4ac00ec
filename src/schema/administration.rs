#![expect(dead_code, reason = "a shape is only described")]

use super::kind::{Free, Id, OneOf, Text};
use schemars::JsonSchema;

/// Chi pubblica l'allegato, dove e con quale aspetto.
#[derive(JsonSchema)]
#[schemars(title = "ente.yaml", deny_unknown_fields)]
pub(super) struct File {
    /// Il nome per intero.
    denominazione: Text,
    /// Il nome della cartella dell'edizione vigente, per esempio 2026-2028.
    edizione_corrente: Id,
    /// L'indirizzo da cui il sito è servito, con la barra finale.
    base_url: Option<Free>,
    /// Il tema del sito; se manca, istituzionale.
    aspetto: Option<Free>,
    /// La licenza di dati e testi; se manca, CC BY 4.0.
    licenza: Option<Free>,
    /// Un avvertimento mostrato in ogni pagina e in ogni foglio.
    avviso: Option<Free>,
    /// Il codice nell'indice delle pubbliche amministrazioni (IPA).
    codice_ipa: Option<Free>,
    /// Il codice ISTAT del Comune.
    codice_istat: Option<Free>,
    /// L'unione di Comuni di cui l'ente fa parte.
    unione: Option<Free>,
    /// L'indirizzo postale.
    indirizzo: Option<Free>,
    /// Il file dello stemma, dalla cartella dell'ente: SVG, PNG, JPEG o WebP.
    stemma: Option<Free>,
    /// Chi risponde della pubblicazione.
    responsabile_pubblicazione: Option<Free>,
    /// Dove sta l'allegato in Amministrazione Trasparente.
    collocazione_at: Option<Free>,
    /// Come raggiungere l'ufficio.
    contatti: Option<Contacts>,
    /// L'indirizzo del sito istituzionale.
    sito: Option<Free>,
    /// L'indirizzo di Amministrazione Trasparente.
    amministrazione_trasparente: Option<Free>,
    /// L'indirizzo dell'informativa sui dati personali.
    privacy: Option<Free>,
    /// L'indirizzo delle note legali.
    note_legali: Option<Free>,
    /// L'indirizzo della dichiarazione di accessibilità.
    dichiarazione_accessibilita: Option<Free>,
    /// Dove segnalare un errore: un indirizzo o una casella di posta.
    segnalazioni: Option<Free>,
    /// `si`: ogni generazione del sito fa anche i PDF.
    pdf: Option<OneOf<bool>>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Contacts {
    /// Il nome dell'ufficio.
    ufficio: Option<Free>,
    /// La posta elettronica.
    email: Option<Free>,
    /// La posta elettronica certificata.
    pec: Option<Free>,
    /// Il telefono.
    telefono: Option<Free>,
}

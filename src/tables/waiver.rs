use super::column::Need;
use super::description::{RecordDescription, described};
use super::field::column;
use super::kind::Kind;
use crate::model::Waiver;

static WAIVER: RecordDescription<Waiver> = RecordDescription {
    what: "l'accettazione",
    meaning: None,
    choice: None,
    fields: &[
        column!(Waiver.rule, "controllo", "Controllo", "Il codice del controllo, per esempio LA304.")
            .kind(Kind::Rule),
        column!(
            Waiver.places,
            "dove",
            "Dove",
            "Dove: tabella, tabella/voce o tabella/voce/chiave, per esempio processi/500-1-B/rischio, oppure un elenco. La voce è detta con l'identificativo, il codice o il nome, mai con il numero di riga; dove un nome si ripete, segue fra parentesi ciò a cui appartiene."
        )
        .need(Need::Required),
        column!(
            Waiver.accepted_text,
            "valore",
            "Valore",
            "Il testo che c'era quando il rilievo è stato accettato: l'accettazione vale finché resta quello. I controlli sui dati personali lo chiedono."
        ),
        column!(Waiver.reason, "motivo", "Motivo", "Perché il rilievo resta.").need(Need::ByRule),
        column!(Waiver.expires, "scade", "Scade", "L'ultimo giorno in cui vale (AAAA-MM-GG)."),
        column!(Waiver.is_public, "pubblica", "Pubblica", "`no`: il motivo non è mostrato ai lettori."),
    ],
};

described!(Waiver, WAIVER);

use super::column::Need;
use super::description::{RecordDescription, described};
use super::field::column;
use super::kind::Kind;
use crate::model::Waiver;

static WAIVER: RecordDescription<Waiver> = RecordDescription {
    what: "l'accettazione",
    meaning: None,
    one_of: &[],
    fields: &[
        column!(Waiver.rule, "controllo", "Controllo", "Il codice del controllo, per esempio LA304.")
            .kind(Kind::Pattern("^LA[0-9]{3}$")),
        column!(
            Waiver.places,
            "dove",
            "Dove",
            "Dove: tabella, tabella/voce o tabella/voce/chiave, per esempio processi/500-1-B/rischio; oppure un elenco."
        )
        .need(Need::Required),
        column!(Waiver.reason, "motivo", "Motivo", "Perché il rilievo resta.").need(Need::ByRule),
        column!(Waiver.expires, "scade", "Scade", "L'ultimo giorno in cui vale (AAAA-MM-GG)."),
    ],
};

described!(Waiver, WAIVER);

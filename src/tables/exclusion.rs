use super::column::Need;
use super::description::{Choice, RecordDescription, columns, described};
use super::field::column;
use super::kind::{Kind, Target};
use super::table::{TableDescription, nothing};
use crate::model::Exclusion;

/// The job profiles that a chapter excludes; no file of the open data holds them.
pub static EXCLUSIONS: TableDescription = TableDescription {
    name: "esclusioni",
    title: "Profili di norma esclusi dal lavoro agile",
    caption: None,
    data: None,
    note_in_data: false,
    beside: &[],
    columns: columns::<Exclusion>,
    added: nothing,
};

static EXCLUSION: RecordDescription<Exclusion> = RecordDescription {
    what: "l'esclusione",
    meaning: None,
    choice: Some(Choice { one_of: &["profili", "attivita"], otherwise: None }),
    fields: &[
        column!(Exclusion.letter, "lettera", "Lettera", "La lettera dell'elenco.")
            .need(Need::Usual)
            .drawn()
            .not_searched(),
        column!(Exclusion.profiles, "profili", "Profili", "I profili.").drawn().not_searched(),
        column!(Exclusion.activities, "attivita", "Attività", "Le attività, dove non si tratta di profili.")
            .drawn()
            .not_searched(),
        column!(Exclusion.place, "dove", "Dove", "Dove lavorano.").drawn().not_searched(),
        column!(
            Exclusion.teams,
            "smart_team",
            "[Smart team]",
            "Gli id degli smart team di cui si tratta, se il testo lo dice."
        )
        .kind(Kind::References(Target::Team))
        .drawn(),
        column!(
            Exclusion.exceptions,
            "eccezioni",
            "Che cosa resta possibile",
            "Ciò che si può svolgere lo stesso in modalità agile."
        )
        .drawn(),
    ],
};

described!(Exclusion, EXCLUSION in EXCLUSIONS);

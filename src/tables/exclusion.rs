use super::column::Need;
use super::description::{Choice, RecordDescription, columns, described};
use super::field::column;
use super::kind::{Kind, Target};
use super::table::{TableDescription, nothing};
use crate::model::{Edition, Exclusion};

/// The usual title of the table in an edition, which may exclude profiles, activities, or both.
pub(super) fn usual_title(edition: &Edition) -> &'static str {
    let rows = &edition.exclusions.rows;
    let of_profiles = rows.iter().any(|exclusion| !exclusion.profiles.is_empty());
    let of_activities = rows.iter().any(|exclusion| !exclusion.activities.is_empty());
    match (of_profiles, of_activities) {
        (false, true) => "Attività di norma escluse dal lavoro agile",
        (true, true) => "Profili e attività di norma esclusi dal lavoro agile",
        (_, false) => EXCLUSIONS.title,
    }
}

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
            "Gli id [degli smart team] di cui si tratta, se il testo lo dice."
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

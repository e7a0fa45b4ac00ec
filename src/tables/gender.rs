use super::ADOPTION;
use super::table::AddedColumn;
use crate::model::{AdoptionRow, Edition, Headcount};

/// A count of women or of men in the state of adoption: a column that an edition has where one of its rows gives the count.
#[derive(Clone, Copy, Debug)]
pub struct GenderColumn {
    /// Its key in the open data.
    pub key: &'static str,
    /// Its usual heading.
    heading: &'static str,
    /// The count of a row.
    pub get: fn(&AdoptionRow) -> Option<Headcount>,
}

impl GenderColumn {
    /// Its heading in an edition.
    pub fn heading_in(self, edition: &Edition) -> &str {
        ADOPTION.own_heading(edition, self.key).unwrap_or(self.heading)
    }
}

/// The keys of all of them, whether an edition has them or not.
pub(super) const GENDER_KEYS: [&str; 4] = ["donne_dipendenti", "donne_agili", "uomini_dipendenti", "uomini_agili"];

static COLUMNS: [GenderColumn; 4] = [
    GenderColumn {
        key: "donne_dipendenti",
        heading: "Donne: dipendenti",
        get: |row| row.women.as_ref()?.employees.as_ref().map(|count| count.value),
    },
    GenderColumn {
        key: "donne_agili",
        heading: "Donne: lavoratrici agili",
        get: |row| row.women.as_ref()?.agile.as_ref().map(|count| count.value),
    },
    GenderColumn {
        key: "uomini_dipendenti",
        heading: "Uomini: dipendenti",
        get: |row| row.men.as_ref()?.employees.as_ref().map(|count| count.value),
    },
    GenderColumn {
        key: "uomini_agili",
        heading: "Uomini: lavoratori agili",
        get: |row| row.men.as_ref()?.agile.as_ref().map(|count| count.value),
    },
];

/// The counts of women and men that the rows of an edition give.
pub fn gender_columns(edition: &Edition) -> Vec<GenderColumn> {
    let rows = &edition.adoption.rows.rows;
    COLUMNS.iter().copied().filter(|column| rows.iter().any(|row| (column.get)(row).is_some())).collect()
}

/// The same as columns that an edition adds.
pub(super) fn added(edition: &Edition) -> Vec<AddedColumn<'_>> {
    let column = |column: GenderColumn| AddedColumn {
        key: column.key.into(),
        heading: column.heading.to_owned(),
        dictionary: column.heading.to_lowercase(),
    };
    gender_columns(edition).into_iter().map(column).collect()
}

//! Days of agile work of which a cell says that they are not planned: whether they are none, or only not fixed, follows from the people of the row.

use super::record::{Cells, RowReader};
use super::value::days::{Stated, is_not_planned};
use super::value::{Read, count};
use crate::model::{Headcount, fold};

/// The days of a cell in a row that counts so many people in agile work, if it does.
pub(super) fn settled(read: Read<Stated>, text: &str, agile: Option<Headcount>) -> Read<Stated> {
    match (read, agile) {
        (Read::Doubtful(stated, why), agile) if is_not_planned(&fold(text)) => match agile {
            Some(Headcount::Exactly(0)) => Read::Sure(stated),
            None => Read::Doubtful(stated, why),
            Some(_) => Read::Not("la riga conta persone in lavoro agile, e non dice per quanti giorni".to_owned()),
        },
        (read, _) => read,
    }
}

impl RowReader<'_, '_, '_> {
    /// How many people in agile work a row counts for sure.
    pub(super) fn agile_people(&self, cells: &Cells) -> Option<Headcount> {
        let is_agile = |key: &str| key == "agili";
        let columns = self.columns.iter().filter(|column| column.role.as_ref().is_some_and(|role| is_agile(&role.key)));
        columns.into_iter().find_map(|column| match count::read(cells.text(column.at)) {
            Read::Sure(counted) => Some(counted.people),
            _ => None,
        })
    }
}

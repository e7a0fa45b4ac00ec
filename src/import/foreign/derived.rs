//! What follows from other cells of a row: an answer from its share; a share that is checked against the people, and not stored.

use super::fields::Fields;
use super::grid::Grid;
use super::record::RowReader;
use super::role::Reads;
use super::sheet_column::SheetColumn;
use super::value::number;
use crate::import::reading::{How, Question};
use crate::model::decimal;

/// Columns of days whose values are, in each row, the share of the people in agile work: `Quota`. They count no days.
pub(super) fn find_shares(columns: &mut [SheetColumn], grid: &Grid<'_>, first: usize) {
    let at = |key: &str| {
        let is_meant = |column: &&SheetColumn| column.role.as_ref().is_some_and(|role| role.key == key);
        columns.iter().find(is_meant).map(|column| column.at)
    };
    let (Some(employees), Some(agile)) = (at("dipendenti"), at("agili")) else { return };
    for column in columns {
        let Some(role) = column.role.as_mut().filter(|role| matches!(role.reads, Reads::Days(_))) else { continue };
        let number = |row: usize, at: usize| number::parse(grid.text(row, at));
        let rows = (first..grid.height()).filter_map(|row| {
            let text = grid.text(row, column.at);
            let share = number::percentage(text).map(|share| share / 100.0).or_else(|| number::parse(text))?;
            Some((share, number(row, employees)?, number(row, agile)?))
        });
        let mut rows = rows.filter(|(_, employees, _)| *employees > 0.0).peekable();
        if rows.peek().is_some() && rows.all(|(share, employees, agile)| (share - agile / employees).abs() < 0.006) {
            role.reads = Reads::Derived;
        }
    }
}

/// Shares of people in agile work that no column counts follow from nothing: they are not read.
pub(super) fn give_up_shares(columns: &mut [SheetColumn]) {
    let counts_agile = |column: &SheetColumn| {
        column.role.as_ref().is_some_and(|role| match role.reads {
            Reads::Count => role.key == "agili",
            Reads::Gender(_, key) => key == "agili",
            _ => false,
        })
    };
    if columns.iter().any(counts_agile) {
        return;
    }
    for column in columns {
        if column.role.as_ref().is_some_and(|role| matches!(role.reads, Reads::Derived)) {
            let why = "una percentuale non dice quante persone lavorano in modalità agile: non è stata letta";
            (column.role, column.how, column.remark) = (None, How::None, Some(why.to_owned()));
        }
    }
}

impl RowReader<'_, '_, '_> {
    /// What follows from the other cells of the row.
    pub(super) fn follow(&mut self, row: usize, fields: &mut Fields) {
        if self.table == "processi"
            && !fields.has("smartabilita")
            && let Some(share) = fields.stated("percentuale").and_then(|text| text.parse::<f64>().ok())
        {
            let word = if share <= 0.0 {
                "no"
            } else if share >= 100.0 {
                "si"
            } else {
                "in parte"
            };
            fields.text("smartabilita", word);
        }
        if self.table == "attuazione" {
            add_genders(fields);
            self.check_share(row, fields);
        }
    }

    /// Whether a share that stands beside the people is the one that they give.
    fn check_share(&mut self, row: usize, fields: &mut Fields) {
        let number = |key: &str| fields.stated(key).and_then(|text| text.parse::<f64>().ok());
        let (Some(employees), Some(agile)) = (number("dipendenti"), number("agili")) else { return };
        if employees <= 0.0 {
            return;
        }
        let right = agile / employees * 100.0;
        let derived: Vec<(usize, String)> = self
            .columns
            .iter()
            .filter(|column| column.role.as_ref().is_some_and(|role| matches!(role.reads, Reads::Derived)))
            .filter_map(|column| Some((column.at, self.above.get(&column.at)?.clone())))
            .collect();
        for (at, text) in derived {
            let Some(share) = number::percentage(&text)
                .or_else(|| number::parse(&text).map(|share| if share <= 1.0 { share * 100.0 } else { share }))
            else {
                continue;
            };
            if (share - right).abs() > 0.6 {
                let given = decimal((right * 10.0).round() / 10.0);
                self.doubt(
                    row,
                    at,
                    &text,
                    "",
                    &format!("i numeri della riga danno {given}%: la percentuale non si registra"),
                    Question::None,
                );
            }
        }
    }
}

/// The people of a row that counts women and men, and not both together.
fn add_genders(fields: &mut Fields) {
    for key in ["dipendenti", "agili"] {
        let people = |group: &str| fields.within_number(group, key);
        if let (false, Some(women), Some(men)) = (fields.has(key), people("donne"), people("uomini")) {
            fields.number(key, women + men);
        }
    }
}

//! Rows of a workbook that are no records that it held: new ones, those of an import before, and what stands beside the records.

use super::changes::{CellChange, NewRow, OwnChanges, Sheet};
use super::counterpart::Counterparts;
use super::said;
use crate::import::Why;
use crate::import::deed::Problem;
use crate::import::foreign::beside;
use crate::workbook::{ReturnedRow, ReturnedTable};

impl Sheet<'_> {
    /// A row that is no record that was there: a new one, unless it stands beside the records.
    /// `slip` is the record that it may be, but for the name.
    pub(super) fn add(&self, row: &ReturnedRow, slip: Option<usize>, changes: &mut OwnChanges) {
        let what = match beside(self.table, row) {
            Some(Why::Total) => "è un totale",
            Some(_) => "è una nota",
            None => {
                if let Some(known) = slip.and_then(|number| self.grid.rows.get(number)) {
                    changes.problems.push(self.slip(row, &known.key));
                    return;
                }
                let cells = filled(self.table, row);
                let cells = cells.into_iter().map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
                changes.added.push(NewRow { table: self.table.table.clone(), cells, place: self.place(row) });
                return;
            }
        };
        let texts: Vec<&str> = filled(self.table, row).into_iter().map(|(_, text)| text).collect();
        let message = format!("«{}» {what}, non una voce: la riga è stata tralasciata", texts.join(" | "));
        changes.remarks.push(self.place(row).problem("", "", message).line());
    }

    /// What of a row that is in the data already could not be read.
    fn unreadable(&self, row: &ReturnedRow) -> Vec<Problem> {
        let problem = |(key, text): (&str, &str)| {
            let (_, column) = self.grid.column(key)?;
            let why = said::value(column, text, None, self.labels).err()?;
            Some(self.place(row).problem(&column.heading, text, why.0))
        };
        self.table.cells(row).filter_map(problem).collect()
    }

    /// A new row whose record the data have already, from an import before: what it says more is written, what it says otherwise is left, as
    /// nobody knows which of the two was said last.
    pub(super) fn added_before(
        &self,
        (at, row): (usize, &ReturnedRow),
        number: usize,
        counterparts: &Counterparts<'_>,
        changes: &mut OwnChanges,
    ) {
        changes.problems.extend(self.unreadable(row));
        let Some(record) = self.grid.rows.get(number) else { return };
        for (key, text) in filled(self.table, row) {
            let Some((place, column)) = self.grid.column(key) else { continue };
            let now = record.cells.get(place).map_or("", String::as_str);
            let spelled = counterparts.after(at, key).unwrap_or(text);
            let is_said = now == spelled || said::value(column, text, None, self.labels).is_err();
            if is_said || spelled.is_empty() {
                continue;
            }
            if now.is_empty() {
                changes.cells.push(CellChange {
                    table: self.table.table.clone(),
                    record: record.key.clone(),
                    column: key.to_owned(),
                    heading: column.heading.clone(),
                    before: String::new(),
                    after: text.to_owned(),
                    spelled: spelled.to_owned(),
                    place: self.place(row),
                });
                continue;
            }
            let message = format!(
                "«{}» è nei dati da dopo che il foglio è stato fatto, e lì c'è «{}»: è rimasto così; se vale ciò che dice il foglio, va corretto nei dati",
                record.key,
                now.replace('\n', "; ")
            );
            changes.problems.push(self.place(row).problem(&column.heading, text, message));
        }
    }

    /// That a new row may be a record of an import before whose name was corrected.
    fn slip(&self, row: &ReturnedRow, known: &str) -> Problem {
        let text: Vec<&str> = filled(self.table, row).into_iter().map(|(_, text)| text).collect();
        let message = format!(
            "la riga è quasi uguale a «{known}», che è nei dati da dopo che il foglio è stato fatto e di cui nel foglio non c'è la riga: non è stata aggiunta. Se è la stessa voce, va corretta nei dati; se è un'altra, va aggiunta nei dati o in un foglio esportato adesso"
        );
        self.place(row).problem("", &text.join(" | "), message)
    }
}

/// Why a row that is no record that was there is none at all; `None` if it is a new one.
pub(super) fn beside(table: &ReturnedTable, row: &ReturnedRow) -> Option<Why> {
    beside::why(&table.table, &filled(table, row))
}

fn filled<'t>(table: &'t ReturnedTable, row: &'t ReturnedRow) -> Vec<(&'t str, &'t str)> {
    table.cells(row).filter(|(_, text)| !text.is_empty()).collect()
}

//! What is to be known of a sheet as a whole, in words.

use super::division::Part;
use crate::import::reading::column_letters;
use crate::sheet::Concealed;

/// So many rows or columns are named; of more only the number is said.
const NAMED: usize = 12;

/// That rows and columns were read though they are hidden.
pub(super) fn concealed(concealed: &Concealed) -> Vec<String> {
    let rows = concealed.rows.iter().map(|row| (row + 1).to_string()).collect::<Vec<_>>();
    let columns = concealed.columns.iter().map(|column| column_letters(*column)).collect::<Vec<_>>();
    let said = [
        told(&rows, ("la riga nascosta", "è stata letta"), ("righe nascoste", "sono state lette")),
        told(&columns, ("la colonna nascosta", "è stata letta"), ("colonne nascoste", "sono state lette")),
    ];
    said.into_iter().flatten().collect()
}

fn told(places: &[String], one: (&str, &str), many: (&str, &str)) -> Option<String> {
    match places {
        [] => None,
        [place] => Some(format!("{} {place} {} come le altre", one.0, one.1)),
        places if places.len() <= NAMED => {
            Some(format!("le {} {} {} come le altre", many.0, places.join(", "), many.1))
        }
        places => Some(format!("{} {} {} come le altre", places.len(), many.0, many.1)),
    }
}

impl Part<'_> {
    /// Where it stands in its sheet, which holds several.
    pub(super) fn place(&self, number: usize, count: usize) -> String {
        let last = |end: usize| end.saturating_sub(1);
        format!(
            "tavola {number} delle {count} che il foglio contiene: righe {}-{}, colonne {}-{}",
            self.rows.start + 1,
            self.rows.end,
            column_letters(self.columns.start),
            column_letters(last(self.columns.end))
        )
    }
}

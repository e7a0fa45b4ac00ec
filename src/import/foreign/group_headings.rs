//! Headings that stand over several of the row below: merged, or with blank cells beside them.

use super::grid::Grid;
use super::measure::is_year;
use super::training::is_mark;
use crate::model::fold;
use crate::sheet::Merged;
use std::collections::HashSet;

/// A text of more letters is the title of a sheet rather than of a group of columns.
const LONGEST: usize = 60;

/// Whether one row of headings is surely that of the groups of the row below.
pub(super) fn is_parted(grid: &Grid<'_>, row: usize, below: usize) -> bool {
    is_merged(grid, row, below) || is_spread(grid, row, below)
}

/// Whether a heading is merged over several of the row below.
fn is_merged(grid: &Grid<'_>, row: usize, below: usize) -> bool {
    grid.filled(row).into_iter().any(|column| {
        let merged = grid.merged(row, column).filter(|merged| merged.right > merged.left && merged.bottom == row);
        let over =
            |merged: &Merged| (merged.left..=merged.right).filter(|at| !grid.text(below, *at).is_empty()).count();
        merged.is_some_and(|merged| over(merged) > 1)
    })
}

/// Whether headings stand over several of the row below though nothing is merged, as in a text; a title and a date above the headings look
/// alike, and are not taken for them.
fn is_spread(grid: &Grid<'_>, row: usize, below: usize) -> bool {
    let Some((groups, alone)) = groups(grid, row, below) else { return false };
    // A record above headings that stand there once more is no row of groups.
    let several = groups.iter().filter(|group| group.len() > 1).count();
    let is_told = |group: &Vec<String>| group.iter().collect::<HashSet<_>>().len() == group.len();
    let (upper, lower) = (grid.filled(row), grid.filled(below));
    let says_value = |at: &usize| {
        let text = grid.text(row, *at);
        is_mark(text) || grid.is_number(row, *at) && !is_year(text)
    };
    if several == 0 || several * 2 < groups.len() || !groups.iter().all(is_told) || upper.iter().any(says_value) {
        return false;
    }
    let is_next = |at: &usize| !grid.text(below + 1, *at).is_empty();
    if !alone.is_empty() {
        // The headings of one row stand beside the groups: below them the records begin.
        let are_marks = lower.iter().all(|at| is_mark(grid.text(below, *at)));
        return upper.first() == alone.first() && alone.iter().any(is_next) && !are_marks;
    }
    let mut seen = HashSet::new();
    let repeats = groups.iter().flatten().any(|text| !seen.insert(text));
    groups.len() > 1 && (repeats || upper.first() > lower.first())
}

/// The texts below each heading of a row that goes on over the blank cells behind it, and the columns of its headings below which nothing stands;
/// `None` where it is no row of groups.
fn groups(grid: &Grid<'_>, row: usize, below: usize) -> Option<(Vec<Vec<String>>, Vec<usize>)> {
    let (mut groups, mut alone): (Vec<Vec<String>>, Vec<usize>) = (Vec::new(), Vec::new());
    let places = || grid.filled(row).into_iter().chain(grid.filled(below));
    let mut goes_on = None;
    for at in places().min()?..=places().max()? {
        let (text, under) = (grid.text(row, at), fold(grid.text(below, at)));
        match (text.is_empty(), under.is_empty()) {
            _ if text.chars().count() > LONGEST => return None,
            (false, false) => {
                groups.push(vec![under]);
                goes_on = Some(true);
            }
            (false, true) => {
                alone.push(at);
                goes_on = Some(false);
            }
            (true, false) if goes_on == Some(true) => groups.last_mut()?.push(under),
            // Before all groups a heading has none above it.
            (true, false) if goes_on.is_none() => {}
            (true, _) => return None,
        }
    }
    Some((groups, alone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::{Cell, Sheet};

    #[test]
    fn groups_of_headings_are_known_where_they_are_certain() {
        let parted = |text: &str| {
            let row = |line: &str| line.split(';').map(Cell::text).collect();
            let sheet = Sheet { rows: text.lines().map(row).collect(), ..Sheet::default() };
            is_parted(&Grid::new(&sheet), 0, 1)
        };
        for text in [
            ";;Anno 2025;;Anno 2026;\nArea;Servizio;Dip.;Agili;Dip.;Agili\nA;B;1;2;3;4",
            ";;;Volumi;;Tempi;\nProcesso;Servizio;Esito;Entrata;Uscita;Medi;Massimi\nA;B;si;2;3;4;5",
            "Gruppo;Corso;Responsabili;;Dipendenti;\n;;Base;Avanzato;Base;Avanzato\nA;B;X;X;X;X",
            "Corso;Destinatari;;\n;Dirigenti;Funzionari;Istruttori\nA;X;X;X",
            "2025;;2026;\nDip.;Agili;Dip.;Agili\n1;2;3;4",
        ] {
            assert!(parted(text), "{text}");
        }
        for text in [
            // A title and a date.
            "Comune di Casalecchio;;;Anno 2026;\nProcesso;Servizio;Esito;Motivo;Note\nA;B;si;c;d",
            // A title alone.
            ";;Allegato B;;\nProcesso;Servizio;Esito;Motivo;Note\nA;B;si;c;d",
            // A record whose name is above.
            "Processo;Servizio;Fasi;;Note\n;;istruttoria;;x\n;;atto;;",
            // A record, and the headings once more.
            ";Scuola;Refezione;Iscrizione;si;;\nArea;Settore;Servizio;Nome;Agile;Telefono;Link\nA;B;C;D;no;;",
            ";Scuola;;Iscrizione;;;4\nArea;Settore;Servizio;Nome;Agile;Telefono;Link\nA;B;C;D;no;;5",
            // Marks.
            "Corso;Dirigenti;;\n;X;O;F\nA;X;O;F",
            "Corso;Dirigenti;;\n;Sì;Sì;Sì\nA;X;O;F",
            // Headings and the first record.
            "Processo;Servizio;Esito\nMandati;Tributi;si\nCassa;Tributi;no",
        ] {
            assert!(!parted(text), "{text}");
        }
    }
}

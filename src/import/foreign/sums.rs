//! The totals that a sheet states, held against what its rows give.

use super::grid::Grid;
use super::names::is_noun;
use super::record::Counted;
use super::role::Reads;
use super::sheet_column::SheetColumn;
use super::total;
use super::value::{Read, verdict};
use crate::import::reading::{How, TotalReading};
use crate::model::{People, Scales, fold};

/// A total, and the number of records above it.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    pub(super) row: usize,
    pub(super) label: String,
    pub(super) above: usize,
}

/// The totals of a sheet with what the rows of each give; the second says which of them is that of everything.
pub(super) fn compare(
    grid: &Grid<'_>,
    columns: &[SheetColumn],
    records: &[Counted],
    totals: &[Stated],
) -> (Vec<TotalReading>, Option<usize>) {
    let mut readings = Vec::new();
    let mut whole = None;
    let mut begin = 0;
    for stated in totals {
        let scopes = scopes(grid, columns, records, stated, begin);
        let each = scopes.iter().map(|scope| (scope, read(grid, columns, records, stated, scope)));
        let best = each.min_by_key(|(_, readings)| wrong(readings));
        let all: Vec<usize> = (0..stated.above).collect();
        // One that stands above every row sums up those below it.
        let has_all = stated.above == records.len() || stated.above == 0 && totals.len() == 1;
        let is_narrower = best.as_ref().is_some_and(|(scope, readings)| **scope != all && wrong(readings) == 0);
        if has_all && scopes.first() == Some(&all) && !is_narrower && !is_of_part(grid, records, stated) {
            whole = Some(stated.row);
        }
        readings.extend(best.map(|(_, readings)| readings).unwrap_or_default());
        begin = stated.above;
    }
    (readings, whole)
}

fn wrong(readings: &[TotalReading]) -> usize {
    readings.iter().filter(|reading| (reading.declared - reading.counted).abs() > 0.005).count()
}

/// The records that a total may sum up, the likeliest first; several only where its label does not say.
fn scopes(
    grid: &Grid<'_>,
    columns: &[SheetColumn],
    records: &[Counted],
    stated: &Stated,
    begin: usize,
) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..stated.above).collect();
    let last = stated
        .above
        .checked_sub(1)
        .and_then(|last| records.get(last))
        .map(|record| record.group.clone())
        .unwrap_or_default();
    let same_group = |row: &usize| records.get(*row).is_some_and(|record| record.group == last);
    let mut block: Vec<usize> = (begin..stated.above).rev().take_while(same_group).collect();
    block.reverse();
    if total::is_of_everything(&stated.label) && !total::names_part(&stated.label) {
        return vec![all];
    }
    let named = if answer(columns, &stated.label).is_none() { named(records, stated) } else { Vec::new() };
    if !named.is_empty() {
        return vec![named];
    }
    if is_partial(grid, stated.row) {
        return vec![block];
    }
    vec![all, block, (begin..stated.above).collect()]
}

/// The records above a total in whose group its label stands.
fn named(records: &[Counted], stated: &Stated) -> Vec<usize> {
    let says_which = !stated.label.is_empty() && !is_noun(&stated.label);
    let is_in = |group: &str| says_which && fold(group).contains(&stated.label);
    (0..stated.above).filter(|row| records.get(*row).is_some_and(|record| is_in(&record.group))).collect()
}

/// Whether a total calls itself that of a part.
fn is_partial(grid: &Grid<'_>, row: usize) -> bool {
    let mut texts = grid.filled(row).into_iter().map(|column| grid.text(row, column));
    texts.find(|text| total::label(text).is_some()).is_some_and(total::is_partial)
}

/// Whether a total is that of a part of the administration by what it is called, whatever its numbers.
fn is_of_part(grid: &Grid<'_>, records: &[Counted], stated: &Stated) -> bool {
    let is_whole = total::is_of_everything(&stated.label) || total::names_whole(&stated.label);
    total::names_part(&stated.label)
        || is_noun(&stated.label)
        || is_partial(grid, stated.row)
        || !is_whole && !named(records, stated).is_empty()
}

/// The numbers of a total beside what some records give.
fn read(
    grid: &Grid<'_>,
    columns: &[SheetColumn],
    records: &[Counted],
    stated: &Stated,
    scope: &[usize],
) -> Vec<TotalReading> {
    let row = stated.row;
    let of_answer = answer(columns, &stated.label);
    let mut readings = Vec::new();
    for at in grid.filled(row) {
        let column = columns.iter().find(|column| column.at == at);
        let role = column.and_then(|column| column.role.as_ref()).map(|role| &role.reads);
        let Some((declared, word)) = total::stated(grid.text(row, at))
            .filter(|_| !matches!(role, Some(Reads::Derived | Reads::Days(_) | Reads::Ordinal)))
        else {
            continue;
        };
        let rows = || scope.iter().filter_map(|row| records.get(*row));
        let has_numbers = rows().any(|record| record.numbers.contains_key(&at))
            && !matches!(role, Some(Reads::Verdict | Reads::Text | Reads::Code));
        let meant = match verdict::read(&word, &Scales::default(), |_| None) {
            Read::Sure(verdict) => Some(verdict.word),
            // `22 unità` are as many as the rows give: no cell of theirs says that word.
            _ => rows().any(|record| record.words.get(&at).is_some_and(|own| fold(own) == word)).then_some(word),
        };
        let counted = if let Some(meant) = meant {
            count(rows().filter(|record| record.words.get(&at).is_some_and(|own| fold(own) == meant)).count())
        } else if let Some((of, meant)) = &of_answer {
            let given =
                |at: usize| rows().filter(|row| row.words.get(&at).is_some_and(|own| fold(own) == *meant)).count();
            count(if given(at) > 0 { given(at) } else { given(*of) })
        } else if let Some(people) = classes(rows(), at) {
            // A class allows several numbers: the nearest to what is declared, which is that itself where it may be true.
            whole(declared).map_or(declared, |declared| number(people.nearest_to(declared)))
        } else if has_numbers {
            rows().filter_map(|record| record.numbers.get(&at)).sum()
        } else if matches!(role, Some(Reads::Count)) {
            0.0
        } else {
            count(rows().filter(|record| record.words.contains_key(&at)).count())
        };
        readings.push(TotalReading { row: row + 1, column: at, declared, counted });
    }
    readings
}

/// The answer of which a total is, `Totale SI`, `Totale smartabili`, as the data write it, and the column of answers; `None` if it is no such
/// total. A column that holds this very answer is counted before that.
fn answer(columns: &[SheetColumn], label: &str) -> Option<(usize, String)> {
    if !columns.iter().any(|column| column.role.as_ref().is_some_and(|role| role.key == "processo")) {
        return None;
    }
    let one = label.replace("abili", "abile");
    let Read::Sure(verdict) = verdict::read(&one, &Scales::default(), |_| None) else { return None };
    let is_verdict = |column: &&SheetColumn| {
        column.role.as_ref().map_or(column.how == How::None, |role| matches!(role.reads, Reads::Verdict))
    };
    let column = columns.iter().filter(is_verdict).min_by_key(|column| column.role.is_none())?;
    Some((column.at, verdict.word))
}

/// The people of a column in which some cells are classes; `None` if none is.
fn classes<'r>(records: impl Iterator<Item = &'r Counted>, at: usize) -> Option<People> {
    let people: People = records.filter_map(|record| record.people.get(&at).copied()).sum();
    (!people.is_exact()).then_some(people)
}

/// A number without decimals.
fn whole(number: f64) -> Option<u64> {
    number.to_string().parse().ok()
}

fn number(number: u64) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

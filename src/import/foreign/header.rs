//! Where the headings of a table stand, in one storey or in several, and what each column is by them.

use super::answer_heading::is_contrary;
use super::audiences::{self, is_audience};
use super::by_values::is_office;
use super::cross;
use super::gender::Genders;
use super::given_up::counts_nobody;
use super::grid::Grid;
use super::group_headings::is_parted;
use super::heading::{shown, variants, words};
use super::likeness::strength;
use super::measure::{self, is_year};
use super::narrowed;
use super::past_year::{last_of_each, with_undated};
use super::role::Reads;
use super::sheet_column::SheetColumn;
use super::storeys::storeys;
use super::vocabulary::Vocabulary;
use crate::import::answers::SheetAnswers;
use crate::import::reading::How;
use crate::model::fold;

/// How many rows are searched for headings.
const SEARCHED: usize = 80;
/// What headings are worth that stand over several others.
const PARTED: u32 = 60;
/// A text of more letters is no heading.
const LONGEST: usize = 120;
/// A heading that is at least so much like the words of a role is meant by it.
pub(super) const ENOUGH: u32 = 45;

/// The headings of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// Their rows, from 0.
    pub(super) rows: Vec<usize>,
    /// The columns under them.
    pub(super) columns: Vec<SheetColumn>,
    /// How well they fit the table.
    pub(super) score: u32,
}

/// The headings that fit best, with the number of the vocabulary that they fit.
pub(super) fn find(
    grid: &Grid<'_>,
    vocabularies: &[Vocabulary],
    answers: &SheetAnswers<'_>,
) -> Option<(usize, Header)> {
    let mut best: Option<(usize, Header)> = None;
    let begin = (0..grid.height()).find(|row| !grid.filled(*row).is_empty()).unwrap_or_default();
    for storeys in 1..=3 {
        for top in begin..grid.height().min(begin + SEARCHED) {
            let rows: Vec<usize> = (top..top + storeys).collect();
            if !may_be_header(grid, &rows) {
                continue;
            }
            for (number, vocabulary) in vocabularies.iter().enumerate() {
                let header = Header::read(grid, &rows, vocabulary, answers, &[]);
                let keys: Vec<&str> = header.keys().collect();
                let least = if vocabularies.len() == 1 { 1 } else { 2 };
                let enough = header.known() >= least.min(grid.filled(top).len())
                    && header.known() * 5 >= header.columns.len() * 2;
                let fits = enough && (vocabularies.len() == 1 || vocabulary.is_anchored(&keys));
                // Another storey must say more than the ones before, unless cells of theirs reach down to it.
                let margin = if storeys > 1 { 30 } else { 0 };
                let is_better = |(_, best): &(usize, Header)| {
                    header.score > best.score + margin || is_cut(grid, &best.rows, &header.rows)
                };
                let is_best = fits && best.as_ref().is_none_or(is_better);
                if is_best && (vocabularies.len() == 1 || !counts_nobody(&header, grid, answers)) {
                    best = Some((number, header));
                }
            }
        }
    }
    best
}

/// Whether a heading asks since when something is: `Accordo dal`.
fn says_since(storeys: &[String]) -> bool {
    storeys.last().is_some_and(|storey| {
        ["dal", "decorrenza", "scadenza"].contains(&fold(storey).rsplit(' ').next().unwrap_or_default())
    })
}

/// Whether cells of headings reach down to the last of more rows of them, two or more: those are headings, too.
fn is_cut(grid: &Grid<'_>, rows: &[usize], more: &[usize]) -> bool {
    let Some(last) = more.last().filter(|_| more.len() > rows.len() && more.starts_with(rows)) else { return false };
    let cells = rows.iter().flat_map(|row| grid.filled(*row).into_iter().map(move |at| (*row, at)));
    let reach = cells.filter(|(row, at)| grid.merged(*row, *at).is_some_and(|merged| merged.bottom == *last));
    reach.count() > 1
}

/// Whether rows may be headings: hardly a number in them, and each storey but the last parts into those of the next.
fn may_be_header(grid: &Grid<'_>, rows: &[usize]) -> bool {
    let is_heading = |row: &usize| {
        let filled = grid.filled(*row);
        let numbers = filled
            .iter()
            .filter(|column| grid.is_number(*row, **column) && !is_year(grid.text(*row, **column)))
            .count();
        !filled.is_empty() && numbers * 5 <= filled.len()
    };
    let parts = |pair: &[usize]| {
        let merged_in_two = grid.filled(pair[0]).iter().any(|column| {
            grid.merged(pair[0], *column).is_some_and(|merged| merged.right > merged.left || merged.bottom > merged.top)
        });
        let below_blank = (0..grid.width())
            .any(|column| grid.text(pair[0], column).is_empty() && !grid.text(pair[1], column).is_empty());
        let twice =
            grid.filled(pair[0]).windows(2).any(|next| grid.text(pair[0], next[0]) == grid.text(pair[0], next[1]));
        grid.filled(pair[0]).len() > 1 && (merged_in_two || below_blank || twice)
    };
    rows.last().is_some_and(|last| *last < grid.height()) && rows.iter().all(is_heading) && rows.windows(2).all(parts)
}

impl Header {
    /// What the columns under some rows are, by the words of a table; those of `texts` count nobody.
    pub(super) fn read(
        grid: &Grid<'_>,
        rows: &[usize],
        vocabulary: &Vocabulary,
        answers: &SheetAnswers<'_>,
        texts: &[usize],
    ) -> Self {
        let mut columns = Vec::new();
        let mut fits = Vec::new();
        let mut narrowed = Vec::new();
        let headings: Vec<Vec<String>> = (0..grid.width()).map(|at| storeys(grid, rows, at)).collect();
        let genders = (vocabulary.table == "attuazione").then(|| Genders::of(&headings, (grid, rows), vocabulary));
        // An indicator has a value of each year.
        let of_last_year =
            if vocabulary.table == "indicatori" { vec![None; headings.len()] } else { last_of_each(&headings) };
        let is_dated_twin = with_undated(&headings);
        for (at, storeys) in headings.iter().cloned().enumerate() {
            let heading = shown(&storeys);
            let variants = if heading.chars().count() > LONGEST { Vec::new() } else { variants(&storeys) };
            let lowest = storeys.last().map(|storey| words(storey)).unwrap_or_default();
            let column = SheetColumn::new(at, heading).answered(rows, vocabulary, answers);
            if column.how == How::Answer || of_last_year[at].is_some() {
                columns.push(column);
                continue;
            }
            let special = match vocabulary.table {
                "indicatori" => measure::role(&column.heading),
                "attuazione" => genders.as_ref().and_then(|genders| genders.role(at)),
                _ => cross::role(&storeys, vocabulary, ENOUGH),
            };
            let counts = |reads: &Reads| matches!(reads, Reads::Count | Reads::Gender(..));
            let is_barred = |reads: &Reads| counts(reads) && (texts.contains(&at) || says_since(&storeys));
            if let Some(role) = special.filter(|role| !is_contrary(&storeys, &role.reads) && !is_barred(&role.reads)) {
                columns.push(SheetColumn { role: Some(role), how: How::Heading, ..column });
                continue;
            }
            for (number, role) in vocabulary.roles.iter().enumerate() {
                // Of two headings that differ by a year alone, the one without it comes first.
                let strength = strength(&variants, &role.words).saturating_sub(u32::from(is_dated_twin[at]));
                let is_people = is_office(role) && narrowed::is_at_work(&column.heading);
                if strength < ENOUGH || is_people || is_contrary(&storeys, &role.reads) || is_barred(&role.reads) {
                    continue;
                }
                match narrowed::by(&variants, role).or_else(|| narrowed::below(&lowest, &storeys, role)) {
                    None => fits.push((strength, columns.len(), number)),
                    Some(word) => narrowed.push((columns.len(), number, word.to_owned())),
                }
            }
            columns.push(column);
        }
        cross::give_up_single(&mut columns);
        cross::stand_beside(&mut columns, vocabulary, grid, rows);
        cross::stand_below(&mut columns, vocabulary, grid, rows);
        let mut header = Self { rows: rows.to_vec(), columns, score: 0 };
        // What a code names is no office: `Codice ufficio`.
        let is_of_code = |column: usize| {
            let is_code = |number: usize| matches!(vocabulary.roles[number].key.as_str(), "codice" | "prefisso");
            narrowed.iter().any(|(other, number, _)| *other == column && is_code(*number))
        };
        fits.retain(|(_, column, number)| !is_of_code(*column) || !is_office(&vocabulary.roles[*number]));
        header.assign(vocabulary, fits);
        header.tell_narrowed(vocabulary, &narrowed);
        if vocabulary.table == "processi" {
            header.name_by_descriptions(vocabulary);
        }
        match vocabulary.table {
            "esclusioni" => header.letter_by_code(grid, vocabulary),
            "servizi" => header.name_finest(vocabulary),
            _ => {}
        }
        header.tell_past_years(&of_last_year);
        audiences::find_audiences(&mut header.columns, (grid, rows), vocabulary);
        if rows.windows(2).any(|pair| is_parted(grid, pair[0], pair[1])) {
            header.score += PARTED;
        }
        header.columns.retain(|column| !column.heading.is_empty() || has_values(grid, rows, column.at));
        header
    }

    /// Gives each role to the column that fits it best; several columns may be offices, lists of rows or derived.
    fn assign(&mut self, vocabulary: &Vocabulary, mut fits: Vec<(u32, usize, usize)>) {
        let answered: Vec<String> =
            self.columns.iter().filter_map(|column| column.role.as_ref()).map(|role| role.key.clone()).collect();
        self.score = u32::try_from(answered.len()).unwrap_or_default() * 100;
        fits.sort_by_key(|(strength, column, role)| (std::cmp::Reverse(*strength), *column, *role));
        let mut given = vec![false; vocabulary.roles.len()];
        let mut rivals = Vec::new();
        for (strength, column, number) in fits {
            let role = &vocabulary.roles[number];
            let shared = matches!(role.reads, Reads::Office(_) | Reads::Derived | Reads::Ordinal);
            let taken = given[number] || answered.contains(&role.key) && !role.key.is_empty();
            if self.columns[column].how != How::None || taken && !shared {
                rivals.push((column, &role.key));
                continue;
            }
            // Once more the same office says nothing new: a column without a heading would take that of its neighbour, and a record for headings.
            self.score += if given[number] { 0 } else { strength };
            given[number] = true;
            self.columns[column].role = Some(role.clone());
            self.columns[column].how = How::Heading;
        }
        for (column, key) in rivals {
            let is_open = self.columns[column].how == How::None && self.columns[column].remark.is_none();
            let holds = |other: &&SheetColumn| other.role.as_ref().is_some_and(|role| role.key == *key);
            if let Some(holder) = self.columns.iter().find(holds).filter(|_| is_open) {
                let remark = format!("somiglia a `{key}`, che si legge dalla colonna «{}»", holder.heading);
                self.columns[column].remark = Some(remark);
            }
        }
    }

    /// The keys that its columns fill.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().filter_map(|column| column.role.as_ref()).flat_map(|role| {
            let office = match role.reads {
                Reads::Office(0..=2) => "area",
                Reads::Office(3..=6) => "servizio",
                _ => "",
            };
            [role.key.as_str(), office]
        })
    }

    /// Whether they are those of a table of its own, beside another in the same sheet: two columns at least, the offices of a table that lives by
    /// them among these.
    pub(super) fn stands_alone(&self, vocabulary: &Vocabulary) -> bool {
        let keys: Vec<&str> = self.keys().collect();
        let has_office = self.columns.iter().filter_map(|column| column.role.as_ref()).any(is_office);
        let known = self
            .columns
            .iter()
            .filter(|column| matches!(column.how, How::Heading | How::Answer) || is_audience(column))
            .count();
        vocabulary.is_anchored(&keys) && known > 1 && (vocabulary.table != "attuazione" || has_office)
    }

    /// How many columns are known.
    pub(super) fn known(&self) -> usize {
        self.columns.iter().filter(|column| column.how != How::None && !column.explains).count()
    }
}

fn has_values(grid: &Grid<'_>, rows: &[usize], at: usize) -> bool {
    let first = rows.last().map_or(0, |last| last + 1);
    (first..grid.height()).any(|row| !grid.text(row, at).is_empty())
}

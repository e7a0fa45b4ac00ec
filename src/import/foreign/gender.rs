//! The columns of a table of adoption that count women or men.

use super::gender_letters::Letters;
use super::grid::Grid;
use super::header::ENOUGH;
use super::heading::{variants, words};
use super::likeness::strength;
use super::narrowed::is_of_people;
use super::role::{Reads, Role};
use super::value::number;
use super::vocabulary::Vocabulary;
use crate::model::fold;

/// Words of people who work in agile mode.
const AGILE: [&str; 10] =
    ["agili", "agile", "smart", "smartworker", "accordi", "working", "worker", "workers", "remoto", "adesioni"];
/// Words that make of a count another thing.
const OTHER: [&str; 4] = ["percentuale", "incidenza", "eta", "media"];

/// The headings of a table, and what stands below them.
pub(super) struct Genders<'g> {
    headings: &'g [Vec<String>],
    grid: &'g Grid<'g>,
    /// The first row below the headings.
    first: usize,
    vocabulary: &'g Vocabulary,
    letters: Letters,
}

impl<'g> Genders<'g> {
    /// Those of a table; `headings` are in their parts from the top.
    pub(super) fn of(
        headings: &'g [Vec<String>],
        (grid, rows): (&'g Grid<'g>, &[usize]),
        vocabulary: &'g Vocabulary,
    ) -> Self {
        let first = rows.last().map_or(0, |last| last + 1);
        let mut genders = Self { headings, grid, first, vocabulary, letters: Letters::of(headings) };
        let counts_people = |storeys: &Vec<String>| genders.counts(storeys, |_| true);
        if !genders.letters.is_empty() && !headings.iter().any(counts_people) && !genders.has_sum() {
            genders.letters = Letters::default();
        }
        genders
    }

    /// What the column at a place is by the parts of its heading: `Personale / Uomini`, `di cui agili (F)`.
    pub(super) fn role(&self, at: usize) -> Option<Role> {
        let folded = words(&self.headings[at].join(" "));
        let said: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let group = self.group(at)?;
        let roles = || self.vocabulary.roles.iter().filter(|role| matches!(role.reads, Reads::Count));
        let is_known = |word: &str| {
            let is_own = |known: &String| known.split(' ').any(|part| part == word);
            let is_letter = word.len() == 1 || ["donne", "uomini"].contains(&word);
            is_letter || AGILE.contains(&word) || is_of_people(word) || roles().flat_map(|role| &role.words).any(is_own)
        };
        if said.len() > 7 || said.iter().any(|word| OTHER.contains(word) || !is_known(word)) {
            return None;
        }
        let key = if is_agile(&folded) { "agili" } else { self.counted(at)? };
        Some(Role { key: group.to_owned(), reads: Reads::Gender(group, key), words: Vec::new() })
    }

    /// Whom the column at a place counts, if its heading says that they are women or men.
    fn group(&self, at: usize) -> Option<&'static str> {
        let storeys = &self.headings[at];
        let folded = fold(&storeys.join(" "));
        // `F` and `M` are spelled out as these words, too, and may mean anything.
        let has = |word: &str| folded.split(' ').any(|said| said.len() > 1 && words(said) == word);
        match (has("donne"), has("uomini")) {
            (true, false) => Some("donne"),
            (false, true) => Some("uomini"),
            (false, false) => self.letters.group(storeys),
            (true, true) => None,
        }
    }

    /// Which of the two numbers of people a column is a part of; `None` if it is one of something else.
    fn counted(&self, at: usize) -> Option<&'static str> {
        if self.is_part(at) {
            return self.key_of(self.neighbour((0..at).rev())?);
        }
        let twins: Vec<usize> = (0..self.headings.len()).filter(|other| self.sign(*other) == self.sign(at)).collect();
        if twins.len() < 2 {
            return Some(if self.sums_up_to_agile(at) { "agili" } else { "dipendenti" });
        }
        // What they are parts of stands before them all, or behind them all.
        let before = |at: usize| self.neighbour((0..at).rev()).and_then(|other| self.key_of(other));
        let behind = |at: usize| self.neighbour(at + 1..self.headings.len()).and_then(|other| self.key_of(other));
        match twins.first().and_then(|first| before(*first)) {
            Some(_) => before(at),
            None => behind(at).or_else(|| before(at)),
        }
    }

    /// The first of some columns that counts, and neither women nor men.
    fn neighbour(&self, mut places: impl Iterator<Item = usize>) -> Option<usize> {
        let counts = |at: &usize| {
            let heading = self.headings[*at].join(" ");
            let is_group = self.group(*at).is_some() && self.sign(*at) == self.bare(*at);
            !words(&heading).is_empty() && !is_group && (!self.is_part(*at) || is_agile(&heading))
        };
        places.find(counts)
    }

    /// Which of the two numbers of people a column is by its heading.
    fn key_of(&self, at: usize) -> Option<&'static str> {
        let heading = self.headings[at].join(" ");
        if is_agile(&heading) {
            return Some("agili");
        }
        let said = variants(&[heading]);
        let is_total = said.iter().any(|said| said == "totale" || said == "tot");
        let known = self.vocabulary.roles.iter().find(|role| role.key == "dipendenti");
        (is_total || known.is_some_and(|known| strength(&said, &known.words) > 0)).then_some("dipendenti")
    }

    /// Whether a heading only says that a column is a part of another: `di cui donne`.
    fn is_part(&self, at: usize) -> bool {
        fold(&self.headings[at].join(" ")).starts_with("di cui")
    }

    /// A heading as it is held against others that may say the same.
    fn sign(&self, at: usize) -> String {
        let joined = self.headings[at].join(" ");
        Some(words(&joined)).filter(|words| !words.is_empty()).unwrap_or_else(|| fold(&joined))
    }

    /// The sign of a heading that says no more than whether women or men are counted.
    fn bare(&self, at: usize) -> String {
        let last = self.headings[at].last().map(|last| fold(last)).unwrap_or_default();
        match self.group(at) {
            Some(group) if last.len() > 1 => group.to_owned(),
            _ => Some(words(&last)).filter(|words| !words.is_empty()).unwrap_or(last),
        }
    }

    /// Whether a heading names a number of people that a test holds of.
    fn counts(&self, storeys: &[String], is_meant: impl Fn(&Role) -> bool) -> bool {
        let roles = self.vocabulary.roles.iter().filter(|role| matches!(role.reads, Reads::Count) && is_meant(role));
        let said = variants(storeys);
        roles.into_iter().any(|role| strength(&said, &role.words) >= ENOUGH)
    }

    /// Whether `Totale` is the heading of what women and men by their letters sum up to.
    fn has_sum(&self) -> bool {
        let is_total = |at: &usize| matches!(self.sign(*at).as_str(), "totale" | "tot");
        let places =
            |group| (0..self.headings.len()).filter(move |at| self.letters.group(&self.headings[*at]) == Some(group));
        match (places("donne").collect::<Vec<_>>().as_slice(), places("uomini").collect::<Vec<_>>().as_slice()) {
            ([women], [men]) => {
                (0..self.headings.len()).filter(is_total).any(|total| self.sums_up([*women, *men], total))
            }
            _ => false,
        }
    }

    /// Whether a column of women or men and the one of the others give the people in agile mode, and not all.
    fn sums_up_to_agile(&self, at: usize) -> bool {
        let is_bare = |at: usize| self.sign(at) == self.bare(at);
        let is_other = |other: &usize| self.group(*other).is_some_and(|group| self.group(at) != Some(group));
        let named = |key: &str| {
            let names =
                |at: &usize| self.group(*at).is_none() && self.counts(&self.headings[*at], |role| role.key == key);
            (0..self.headings.len())
                .filter(|at| is_agile(&self.headings[*at].join(" ")) == (key == "agili"))
                .find(names)
        };
        let is_twin = |other: &usize| is_other(other) && is_bare(*other);
        let other = (0..self.headings.len()).find(is_twin).filter(|_| is_bare(at));
        let (Some(other), Some(all), Some(agile)) = (other, named("dipendenti"), named("agili")) else { return false };
        self.sums_up([at, other], agile) && !self.sums_up([at, other], all)
    }

    /// Whether the numbers of two columns sum up to those of another in every row in which all three stand, one at least.
    fn sums_up(&self, parts: [usize; 2], whole: usize) -> bool {
        let number = |row: usize, at: usize| number::parse(self.grid.text(row, at));
        let numbers = |row: usize| Some((number(row, parts[0])? + number(row, parts[1])?, number(row, whole)?));
        let mut rows = (self.first..self.grid.height()).filter_map(numbers).peekable();
        rows.peek().is_some() && rows.all(|(sum, whole)| (sum - whole).abs() < 0.5)
    }
}

/// Whether a heading is of people who work in agile mode.
pub(super) fn is_agile(heading: &str) -> bool {
    words(heading).split(' ').any(|word| AGILE.contains(&word))
}

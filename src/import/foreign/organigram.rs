//! Lists of offices with how many people each has, and nothing of agile work: no state of adoption, which says of how many it is that of.

use super::by_values::is_office;
use super::gender;
use super::given_up;
use super::grid::Grid;
use super::header::{self, Header};
use super::heading::words;
use super::role::{Reads, Role};
use super::sheet_column::SheetColumn;
use super::synonyms::OFFICES;
use super::value::states_nothing;
use super::vocabulary::Vocabulary;
use crate::import::answers::SheetAnswers;
use crate::import::reading::How;
use crate::model::{Edition, fold};
use std::collections::HashSet;

/// Beginnings of the words by which a title or the name of a sheet says that it is of adoption.
const ADOPTION: [&str; 6] = ["agil", "attuazion", "smart", "remot", "telelavor", "pola"];

/// Why the people of a list of offices are not read.
const PEOPLE: &str = "conta le persone, e nessuna colonna dice quante lavorano in modalità agile: il foglio è letto come elenco degli uffici; perché sia lo stato di attuazione va detto che contiene la tavola `attuazione`";

/// The table of offices that a sheet holds which seemed to be one of adoption; one that names the offices of the adoption of the edition, and may
/// count anew the people there, is left.
pub(super) fn retold<'v>(
    (grid, name): (&Grid<'_>, &str),
    vocabularies: &'v [Vocabulary],
    (edition, answers): (&Edition, &SheetAnswers<'_>),
    found: (&'v Vocabulary, Header),
) -> (&'v Vocabulary, Header) {
    let (vocabulary, header) = &found;
    if vocabularies.len() < 2 || vocabulary.table != "attuazione" || !counts_only_employees(header) {
        return found;
    }
    let above = 0..header.rows.first().copied().unwrap_or_default();
    let titles = above.flat_map(|row| grid.filled(row).into_iter().map(move |at| grid.text(row, at)));
    let says_adoption = |title: &str| {
        let folded = fold(title);
        folded.split(' ').any(|word| ADOPTION.iter().any(|start| word.starts_with(start)))
    };
    if titles.chain([name]).any(says_adoption) || names_adoption(grid, header, edition) {
        return found;
    }
    let table = if has_areas_alone(header) { "aree" } else { "servizi" };
    let Some(other) = vocabularies.iter().find(|other| other.table == table) else { return found };
    let again = header::find(grid, std::slice::from_ref(other), answers).map(|(_, header)| header);
    let Some(mut again) = again.filter(|again| again.rows == header.rows) else { return found };
    again.name_offices(other);
    // A list of names alone is one of offices, too.
    if !again.keys().any(|key| key == "nome") {
        return found;
    }
    given_up::settle(&mut again, grid, other, (edition, answers));
    for column in &mut again.columns {
        let counts = |known: &SheetColumn| {
            known.at == column.at && known.role.as_ref().is_some_and(|role| matches!(role.reads, Reads::Count))
        };
        if column.how == How::None && header.columns.iter().any(counts) {
            column.remark = Some(PEOPLE.to_owned());
        }
    }
    (other, again)
}

/// Whether all that a header says beside offices is how many employees there are.
fn counts_only_employees(header: &Header) -> bool {
    let says_more = |column: &SheetColumn| {
        let role = column.role.as_ref();
        let is_employees = |role: &Role| role.key == "dipendenti" && column.how == How::Heading;
        let is_beside = |role: &Role| is_office(role) || matches!(role.reads, Reads::Text | Reads::Ordinal);
        gender::is_agile(&column.heading) || role.is_some_and(|role| !is_employees(role) && !is_beside(role))
    };
    !header.columns.iter().any(says_more)
}

/// Whether all the offices that a header names are areas: `Area`, `Direzione`.
fn has_areas_alone(header: &Header) -> bool {
    let ranks = header.columns.iter().filter_map(|column| match column.role.as_ref().map(|role| &role.reads) {
        Some(Reads::Office(rank)) => Some(*rank),
        _ => None,
    });
    let ranks: Vec<u8> = ranks.collect();
    !ranks.is_empty() && ranks.iter().all(|rank| (1..=2).contains(rank))
}

/// Whether at least half of the rows name the finest offices of the adoption of an edition.
fn names_adoption(grid: &Grid<'_>, header: &Header, edition: &Edition) -> bool {
    let rank = |column: &&SheetColumn| match column.role.as_ref().map(|role| &role.reads) {
        Some(Reads::Office(rank)) => Some(*rank),
        _ => None,
    };
    let offices = header.columns.iter().filter(|column| rank(column).is_some());
    let Some(at) = offices.max_by_key(|column| rank(column)).map(|column| column.at) else { return false };
    let finest = edition.adoption.rows.rows.iter().filter_map(|row| {
        let name = row.team.as_ref().or(row.service.as_ref()).or(row.area.as_ref());
        name.map(|name| fold(&name.value))
    });
    let known: HashSet<String> = finest.collect();
    let first = header.rows.last().map_or(0, |last| last + 1);
    let named = (first..grid.height()).map(|row| grid.text(row, at)).filter(|text| !states_nothing(text));
    let named: Vec<String> = named.map(fold).collect();
    let found = named.iter().filter(|name| known.contains(*name)).count();
    found > 0 && found * 2 >= named.len()
}

impl Header {
    /// In a list of offices whose names no heading calls so, the finest of them are the names.
    fn name_offices(&mut self, vocabulary: &Vocabulary) {
        let is_name = |column: &SheetColumn| column.role.as_ref().is_some_and(|role| role.key == "nome");
        let Some(role) = vocabulary.roles.iter().find(|role| role.key == "nome") else { return };
        let rank = |at: usize| match self.columns[at].role.as_ref() {
            Some(Role { reads: Reads::Office(rank @ 1..=6), .. }) if *rank > 2 || vocabulary.table == "aree" => {
                Some((*rank, at))
            }
            _ => None,
        };
        let finest = (0..self.columns.len()).filter_map(rank).max_by_key(|(rank, _)| *rank);
        if let Some((_, at)) = finest.filter(|_| !self.columns.iter().any(is_name)) {
            self.columns[at].role = Some(role.clone());
        }
    }

    /// Of several columns of offices in a list of them the finest names the records, and those above it are what they belong to.
    pub(super) fn name_finest(&mut self, vocabulary: &Vocabulary) {
        let Some(role) = vocabulary.roles.iter().find(|role| role.key == "nome") else { return };
        let is_name = |column: &SheetColumn| {
            column.how == How::Heading && column.role.as_ref().is_some_and(|role| role.key == "nome")
        };
        let Some(named) = self.columns.iter().position(is_name) else { return };
        let said = words(&self.columns[named].heading);
        let is_said = |names: &str| names.split('|').any(|name| words(name) == said);
        let Some(own) = OFFICES.iter().find(|(_, names)| is_said(names)).map(|(rank, _)| *rank) else { return };
        let rank = |column: &SheetColumn| match column.role.as_ref() {
            // Smart teams are a table of their own.
            Some(Role { reads: Reads::Office(rank @ 0..=6), key, .. }) if key.is_empty() => Some(*rank),
            _ => None,
        };
        let finer = (0..self.columns.len()).filter_map(|at| Some((rank(&self.columns[at])?, at)));
        if let Some((_, at)) = finer.filter(|(rank, _)| *rank > own).max_by_key(|(rank, _)| *rank) {
            self.columns[at].role = Some(role.clone());
            self.columns[named].role =
                Some(Role { key: "parte_di".to_owned(), reads: Reads::Office(own), words: Vec::new() });
        }
    }
}

//! Rows of the table of adoption that name an office without those above it, or with more of them than its record does: they speak of the one
//! record whose finest office has that name.

use super::Merger;
use super::identity::Index;
use super::pending::Pending;
use crate::edit::Written;
use crate::import::foreign::bare;
use crate::model::fold;
use crate::workbook::GridRow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The table of adoption.
const TABLE: &str = "attuazione";
/// The keys of its offices, from the coarsest.
const LEVELS: [&str; 3] = ["area", "servizio", "smart_team"];
/// What is said of a row that may stand for several records, or for one that other rows may stand for too.
const UNCLEAR: &str = "il foglio non dice di quale ufficio più grande è parte, e può essere più di una voce: questa riga non è stata scritta";
/// What is said of a row that is none of the records, though one of these has a name like its own.
const UNPLACED: &str = "il foglio non dice l'area, e nella tavola nessuna voce ha proprio questo nome: può essere una che c'è già, chiamata in altro modo";
/// What is said of a row that is new and states nothing of its office.
const EMPTY: &str =
    "nomina un ufficio che nella tavola non c'è, e non ne dice né i dipendenti né altro: non è stata aggiunta";
/// Words of names of offices that say nothing of which one it is.
const NOUNS: [&str; 9] =
    ["area", "direzione", "dipartimento", "servizi", "servizio", "settore", "uffici", "ufficio", "unita"];
/// Shorter words say nothing of it either.
const SHORTEST: usize = 5;

/// Which record a row speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spoken {
    /// None that is there.
    New,
    /// None that is there by its name, though it leaves out the area that one of a like name says.
    Unplaced,
    /// The record of this number.
    Of(usize),
    /// One of several.
    Unclear,
}

/// The names of the offices of a record, from the coarsest; empty where it names none.
type Offices = [String; 3];

fn offices(record: &Written) -> Offices {
    LEVELS.map(|key| bare(key, record.get(key).and_then(Written::scalar).unwrap_or_default()))
}

/// Whether two values name one office of the table of adoption, once with the word for what it is.
pub(super) fn is_one_name(table: &str, key: &str, own: &Written, other: &Written) -> bool {
    let names = own.scalar().zip(other.scalar()).filter(|_| table == TABLE && LEVELS.contains(&key));
    names.is_some_and(|(own, other)| fold(own) != fold(other) && bare(key, own) == bare(key, other))
}

/// The finest office that is named, if that is one within another.
fn finest(offices: &Offices) -> Option<(usize, &str)> {
    let level = offices.iter().rposition(|name| !name.is_empty()).filter(|level| *level > 0)?;
    Some((level, offices[level].as_str()))
}

/// The words of the name of an office by which it is known among those of its level.
fn said((level, name): (usize, &str)) -> impl Iterator<Item = (usize, &str)> {
    let words = name.split(' ').filter(|word| word.chars().count() >= SHORTEST && !NOUNS.contains(word));
    words.map(move |word| (level, word))
}

/// Records by the offices that they name.
type ByOffices = HashMap<Offices, Vec<usize>>;

/// What records name whose people are all those of a record and more: some of its offices, but not the finest.
fn coarser(offices: &Offices) -> impl Iterator<Item = Offices> {
    let finest = offices.iter().rposition(|name| !name.is_empty()).unwrap_or_default();
    let mut found: Vec<Offices> = (1..1_usize << finest)
        .map(|kept| {
            std::array::from_fn(|level| {
                let is_kept = level < finest && kept & (1 << level) != 0;
                if is_kept { offices[level].clone() } else { String::new() }
            })
        })
        .filter(|whole: &Offices| whole.iter().any(|name| !name.is_empty()))
        .collect();
    found.sort();
    found.dedup();
    found.into_iter()
}

/// Whether a row says anything of its office but how it is called.
fn states_something(record: &Written) -> bool {
    record.entries().iter().any(|(key, _)| !LEVELS.contains(&key.as_str()) && key != "da_verificare")
}

/// Whether no office is named by both otherwise.
fn agree(one: &Offices, other: &Offices) -> bool {
    one.iter().zip(other).all(|(one, other)| one.is_empty() || other.is_empty() || one == other)
}

/// Which of the records that no row has spoken of yet each of some rows speaks of.
pub(super) fn spoken_of(rows: &[GridRow], index: &Index, records: &[Written]) -> Vec<Spoken> {
    let open = rows.iter().filter(|row| !index.is_touched(TABLE, row.number));
    let open: Vec<(usize, Offices)> = open.map(|row| (row.number, offices(&row.value))).collect();
    let mut by_name: HashMap<(usize, &str), Vec<&(usize, Offices)>> = HashMap::new();
    for row in &open {
        if let Some(name) = finest(&row.1) {
            by_name.entry(name).or_default().push(row);
        }
    }
    let with_areas = open.iter().filter(|(_, offices)| !offices[0].is_empty());
    let known: HashSet<(usize, &str)> = with_areas.filter_map(|(_, offices)| finest(offices)).flat_map(said).collect();
    let is_like = |finest: (usize, &str)| said(finest).any(|word| known.contains(&word));
    let mut claims: BTreeMap<usize, usize> = BTreeMap::new();
    let mut found: Vec<Spoken> = Vec::new();
    for record in records {
        let own = offices(record);
        let same = finest(&own).and_then(|name| by_name.get(&name)).map_or(&[][..], Vec::as_slice);
        let same: Vec<usize> = same.iter().filter(|row| agree(&row.1, &own)).map(|row| row.0).collect();
        for number in &same {
            *claims.entry(*number).or_default() += 1;
        }
        found.push(match same.as_slice() {
            [] if own[0].is_empty() && finest(&own).is_some_and(is_like) => Spoken::Unplaced,
            [] => Spoken::New,
            [number] => Spoken::Of(*number),
            _ => Spoken::Unclear,
        });
    }
    let is_shared = |spoken: &Spoken| matches!(spoken, Spoken::Of(number) if claims.get(number) != Some(&1));
    found.into_iter().map(|spoken| if is_shared(&spoken) { Spoken::Unclear } else { spoken }).collect()
}

impl Merger<'_, '_> {
    /// Gives the rows of the table of adoption that no record was found for to those whose office they name; tells of the ones that may be
    /// several.
    pub(super) fn find_offices(&mut self) {
        let all = std::mem::take(&mut self.pending);
        let (rows, others): (Vec<Pending>, Vec<Pending>) =
            all.into_iter().partition(|pending| pending.home.table == TABLE);
        self.pending = others;
        let known = self.target.grid(TABLE).map(|grid| grid.rows.clone()).unwrap_or_default();
        let records: Vec<Written> = rows.iter().map(Pending::record).collect();
        let spoken = spoken_of(&known, &self.index, &records);
        for ((mut pending, spoken), record) in rows.into_iter().zip(spoken).zip(&records) {
            match spoken {
                Spoken::New | Spoken::Unplaced if !states_something(record) => {
                    self.effect.problems.push(pending.problem(EMPTY.to_owned()));
                }
                Spoken::Of(number) => {
                    if let Some(row) = known.get(number) {
                        self.update(pending.said(), row, false);
                        self.index.touch(TABLE, number);
                    }
                }
                Spoken::Unclear => self.effect.problems.push(pending.problem(UNCLEAR.to_owned())),
                Spoken::New => self.pending.push(pending),
                Spoken::Unplaced => {
                    self.effect.problems.push(pending.problem(format!("{UNPLACED}; è stata aggiunta, da verificare")));
                    pending.doubt(&crate::model::capital(UNPLACED));
                    self.pending.push(pending);
                }
            }
        }
        self.tell_counted_twice(&known);
    }

    /// Tells of new rows that may count people whom records count that no row speaks of: those of a service and of its smart team.
    fn tell_counted_twice(&mut self, known: &[GridRow]) {
        let open: Vec<(&GridRow, Offices)> = known
            .iter()
            .filter(|row| !self.index.is_touched(TABLE, row.number))
            .map(|row| (row, offices(&row.value)))
            .collect();
        let (mut parts, mut wholes) = (ByOffices::new(), ByOffices::new());
        for (number, (_, offices)) in open.iter().enumerate() {
            wholes.entry(offices.clone()).or_default().push(number);
            for whole in coarser(offices) {
                parts.entry(whole).or_default().push(number);
            }
        }
        for pending in self.pending.iter().filter(|pending| pending.home.table == TABLE) {
            let record = pending.record();
            let own = offices(&record);
            let within = parts.get(&own).into_iter().flatten();
            let around = coarser(&own).filter_map(|whole| wholes.get(&whole)).flatten();
            let counted: BTreeSet<usize> = within.chain(around).copied().collect();
            let counted: Vec<&str> =
                counted.into_iter().filter_map(|number| open.get(number)).map(|(row, _)| row.key.as_str()).collect();
            if let Some((first, others)) = counted.split_first() {
                let more = match others.len() {
                    0 => String::new(),
                    1 => " e un'altra".to_owned(),
                    count => format!(" e altre {count}"),
                };
                let name = crate::workbook::name_of(pending.home, &record);
                let message = format!(
                    "«{name}» è nuova, e nella tavola resta «{first}»{more}, di cui il foglio non parla: le stesse persone sarebbero contate in entrambe"
                );
                self.effect.remarks.push(pending.problem(message).line());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(names: [&str; 3]) -> Written {
        let said = LEVELS.iter().zip(names).filter(|(_, name)| !name.is_empty());
        Written::Group(said.map(|(key, name)| ((*key).to_owned(), Written::text(name))).collect())
    }

    #[test]
    fn offices_left_out_say_nothing_and_others_do() {
        let of = |names| offices(&record(names));
        let whole = of(["Risorse", "Tributi", "Riscossione"]);
        for same in [["", "", "riscossione"], ["RISORSE", "", "Riscossione"], ["", "Tributi", "Riscossione"]] {
            assert!(agree(&of(same), &whole) && finest(&of(same)) == finest(&whole), "{same:?}");
        }
        assert!(!agree(&of(["Altra", "", "Riscossione"]), &whole));
        assert_ne!(finest(&of(["", "Tributi", ""])), finest(&whole));
        assert_eq!(finest(&of(["Risorse", "", ""])), None);
    }
}

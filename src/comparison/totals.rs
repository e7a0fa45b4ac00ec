use super::heading::heading;
use crate::model::{Answer, Edition, People, TableName, Totals, fold, slug};
use crate::tables::ADOPTION;

/// A figure of two editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The name by which chapters call it, such as `processi_si`.
    pub key: String,
    /// What is counted.
    pub label: String,
    /// How many there were.
    pub before: usize,
    /// How many there are.
    pub after: usize,
}

pub(super) fn compared(earlier: &Edition, later: &Edition) -> Vec<Figure> {
    let (before, after) = (Totals::of(earlier), Totals::of(later));
    let [offices, rest] = [offices, rest].map(|counts: for<'e> fn(&'e Edition, &Totals) -> Vec<Counted<'e>>| {
        let pairs = counts(earlier, &before).into_iter().zip(counts(later, &after));
        let figure = |((key, _, before), (_, label, after)): (Counted<'_>, Counted<'_>)| {
            Some(Figure { key: key.to_owned(), label: label.to_owned(), before: before?, after: after? })
        };
        pairs.filter_map(figure).collect::<Vec<_>>()
    });
    let risks = risks((earlier, &before), (later, &after));
    let people = people((earlier, &before), (later, &after));
    offices
        .into_iter()
        .chain(risks)
        .chain(rest)
        .chain(people)
        .filter(|figure| figure.before > 0 || figure.after > 0)
        .collect()
}

/// The name of a figure in chapters, what it counts, and how many there are; `None` where an edition does not publish what is counted: it is
/// not nought.
type Counted<'e> = (&'static str, &'e str, Option<usize>);

fn offices<'e>(edition: &'e Edition, totals: &Totals) -> Vec<Counted<'e>> {
    let say = |text| edition.model.words.say(text);
    let of = |answer| edition.processes_answering(answer);
    let is_answered = edition.teams.rows.iter().any(|team| team.smartability.is_some());
    vec![
        ("aree", say("[Aree]"), Some(totals.aree)),
        ("servizi", say("[Servizi]"), Some(totals.servizi)),
        ("smart_team", say("[+Smart team]"), Some(totals.smart_team)),
        (
            "smart_team_smartabili",
            say("[+Smart team][ smartabili!smartabilità][ che possono lavorare in modalità agile@smartabilità]"),
            is_answered.then_some(totals.smart_team_smartabili),
        ),
        (
            "smart_team_parzialmente_smartabili",
            say(
                "[+Smart team][ parzialmente smartabili!smartabilità][ che possono lavorare in parte in modalità agile@smartabilità]",
            ),
            is_answered.then_some(totals.smart_team_parzialmente_smartabili),
        ),
        (
            "smart_team_non_smartabili",
            say(
                "[+Smart team][ non smartabili!smartabilità][ che non possono lavorare in modalità agile@smartabilità]",
            ),
            is_answered.then_some(totals.smart_team_non_smartabili),
        ),
        ("processi", say("[Processi]"), Some(totals.processi)),
        ("processi_si", of(Answer::Yes), Some(totals.processi_si)),
        ("processi_in_parte", of(Answer::Partly), Some(totals.processi_in_parte)),
        ("processi_no", of(Answer::No), Some(totals.processi_no)),
    ]
}

fn rest<'e>(edition: &'e Edition, totals: &Totals) -> Vec<Counted<'e>> {
    let counted = |table, count: usize| edition.has(table).then_some(count);
    vec![
        ("software", "Programmi informatici", counted(TableName::Software, totals.software)),
        ("moduli", "Moduli formativi", counted(TableName::Training, totals.moduli)),
        ("indicatori", "Indicatori", counted(TableName::Indicators, totals.indicatori)),
    ]
}

/// The people of the state of adoption, where both editions count them and not by classes.
fn people((earlier, before): (&Edition, &Totals), (later, after): (&Edition, &Totals)) -> Vec<Figure> {
    let number = |people: People| usize::try_from(people.least).ok().filter(|_| people.is_exact());
    let counts = [("dipendenti", before.dipendenti, after.dipendenti), ("agili", before.agili, after.agili)];
    let is_there = |edition: &Edition| !edition.adoption.rows.rows.is_empty();
    let figure = |(key, before, after): (&str, People, People)| {
        let label = heading((earlier, later), &ADOPTION, key).unwrap_or(key).to_owned();
        Some(Figure { key: key.to_owned(), label, before: number(before)?, after: number(after)? })
    };
    counts.into_iter().filter(|_| is_there(earlier) && is_there(later)).filter_map(figure).collect()
}

/// The processes of each risk, by its word: the steps of the later scale, then those that only the earlier one has; none where one of the
/// editions does not tell the risks.
fn risks((earlier, before): (&Edition, &Totals), (later, after): (&Edition, &Totals)) -> Vec<Figure> {
    let (old, new) = (earlier.model.scales.risk_words(), later.model.scales.risk_words());
    let count = |words: &[&str], totals: &Totals, wanted: &str| {
        let step = words.iter().position(|word| fold(word) == fold(wanted));
        step.map_or(0, |step| totals.rischi[step].1)
    };
    let is_gone = |word: &&&str| !new.iter().any(|other| fold(other) == fold(word));
    let tells = |edition: &Edition| edition.processes.rows.iter().any(|process| process.risk.is_some());
    let words = new.iter().chain(old.iter().filter(is_gone)).filter(|_| tells(earlier) && tells(later));
    let figure = |word: &&str| Figure {
        key: format!("rischio_{}", slug(word).replace('-', "_")),
        label: later.processes_at_risk(word),
        before: count(&old, before, word),
        after: count(&new, after, word),
    };
    words.map(figure).collect()
}

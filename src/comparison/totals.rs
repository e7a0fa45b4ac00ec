use crate::model::{Edition, Totals, fold, slug};

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
    let [offices, rest] = [offices, rest].map(|counts: fn(&Totals) -> Vec<Counted>| {
        let pairs = counts(&before).into_iter().zip(counts(&after));
        pairs.map(|((key, label, before), (_, _, after))| Figure {
            key: key.to_owned(),
            label: label.to_owned(),
            before,
            after,
        })
    });
    let risks = risks((earlier, &before), (later, &after));
    offices.chain(risks).chain(rest).filter(|figure| figure.before > 0 || figure.after > 0).collect()
}

/// The name of a figure in chapters, what it counts, and how many there are.
type Counted = (&'static str, &'static str, usize);

fn offices(totals: &Totals) -> Vec<Counted> {
    vec![
        ("aree", "Aree", totals.aree),
        ("servizi", "Servizi", totals.servizi),
        ("smart_team", "Smart team", totals.smart_team),
        ("smart_team_smartabili", "Smart team smartabili", totals.smart_team_smartabili),
        (
            "smart_team_parzialmente_smartabili",
            "Smart team parzialmente smartabili",
            totals.smart_team_parzialmente_smartabili,
        ),
        ("smart_team_non_smartabili", "Smart team non smartabili", totals.smart_team_non_smartabili),
        ("processi", "Processi", totals.processi),
        ("processi_si", "Processi smartabili", totals.processi_si),
        ("processi_in_parte", "Processi smartabili in parte", totals.processi_in_parte),
        ("processi_no", "Processi non smartabili", totals.processi_no),
    ]
}

fn rest(totals: &Totals) -> Vec<Counted> {
    vec![
        ("software", "Programmi informatici", totals.software),
        ("moduli", "Moduli formativi", totals.moduli),
        ("indicatori", "Indicatori", totals.indicatori),
    ]
}

/// The processes of each risk, by its word: the steps of the later scale, then those that only the earlier one has.
fn risks((earlier, before): (&Edition, &Totals), (later, after): (&Edition, &Totals)) -> Vec<Figure> {
    let (old, new) = (earlier.model.scales.risk_words(), later.model.scales.risk_words());
    let count = |words: &[&str], totals: &Totals, wanted: &str| {
        let step = words.iter().position(|word| fold(word) == fold(wanted));
        step.map_or(0, |step| totals.rischi[step].1)
    };
    let is_gone = |word: &&&str| !new.iter().any(|other| fold(other) == fold(word));
    let words = new.iter().chain(old.iter().filter(is_gone));
    let figure = |word: &&str| Figure {
        key: format!("rischio_{}", slug(word).replace('-', "_")),
        label: format!("Processi a rischio corruttivo {word}"),
        before: count(&old, before, word),
        after: count(&new, after, word),
    };
    words.map(figure).collect()
}

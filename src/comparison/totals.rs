use crate::model::{Edition, Totals};

/// A figure of two editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What is counted.
    pub label: &'static str,
    /// How many there were.
    pub before: usize,
    /// How many there are.
    pub after: usize,
}

pub(super) fn compared(earlier: &Edition, later: &Edition) -> Vec<Figure> {
    let (before, after) = (counts(&Totals::of(earlier)), counts(&Totals::of(later)));
    let figures = before.into_iter().zip(after).map(|((label, before), (_, after))| Figure { label, before, after });
    figures.filter(|figure| figure.before > 0 || figure.after > 0).collect()
}

fn counts(totals: &Totals) -> [(&'static str, usize); 15] {
    [
        ("Aree", totals.aree),
        ("Servizi", totals.servizi),
        ("Smart team", totals.smart_team),
        ("Smart team smartabili", totals.smart_team_smartabili),
        ("Smart team parzialmente smartabili", totals.smart_team_parzialmente_smartabili),
        ("Smart team non smartabili", totals.smart_team_non_smartabili),
        ("Processi", totals.processi),
        ("Processi smartabili", totals.processi_si),
        ("Processi smartabili in parte", totals.processi_in_parte),
        ("Processi non smartabili", totals.processi_no),
        ("Processi a rischio corruttivo basso", totals.rischio_basso),
        ("Processi a rischio corruttivo medio", totals.rischio_medio),
        ("Processi a rischio corruttivo alto", totals.rischio_alto),
        ("Programmi informatici", totals.software),
        ("Moduli formativi", totals.moduli),
    ]
}

//! People in three parts: who works in agile mode, the others whose teams may, the others whose teams may not.

use super::bar::Bar;
use super::bar_chart::Series;
use crate::model::People;
use crate::site::view::hundredths;

/// Those who work in agile mode among some employees.
#[derive(Clone, Copy, Debug)]
pub(in crate::site) struct Shares {
    pub(in crate::site) employees: People,
    pub(in crate::site) agile: People,
    /// Those who do not, of teams whose work cannot be done so.
    pub(in crate::site) outside: People,
}

impl Shares {
    /// Nobody.
    pub(super) const NONE: Self = Self {
        employees: People { least: 0, most: 0 },
        agile: People { least: 0, most: 0 },
        outside: People { least: 0, most: 0 },
    };

    /// With those of a row; `is_closed` says whether its teams may not.
    pub(super) fn add(&mut self, employees: People, agile: People, is_closed: bool) {
        self.employees += employees;
        self.agile += agile;
        if is_closed {
            self.outside += employees.without(agile);
        }
    }

    /// Whether it is known how many they are.
    pub(super) fn is_exact(self) -> bool {
        self.employees.is_exact() && self.agile.is_exact()
    }

    /// Whether nobody has said how many they are.
    pub(in crate::site) fn are_undecided(self) -> bool {
        self.employees.is_undecided() && self.agile.is_undecided()
    }

    /// Their bar; of a class no more is drawn than is known.
    pub(in crate::site) fn bar(self) -> Option<Bar> {
        Bar::new(&self.parts())
    }

    /// The pieces of the bar. More agile workers than employees is a finding of its own; the bar is then full.
    pub(super) fn parts(self) -> [(&'static str, u64); 3] {
        let rest = self.employees.least.saturating_sub(self.agile.most);
        let outside = self.outside.least.min(rest);
        [("agile", self.agile.least), ("altri", rest - outside), ("fuori", outside)]
    }

    /// Hundredths, where both numbers are known.
    pub(in crate::site) fn hundredths(self) -> Option<u64> {
        hundredths(self.agile.least, self.employees.least).filter(|_| self.is_exact())
    }

    /// `7 su 42 (17 %)`; `da indicare`.
    pub(super) fn words(self) -> String {
        let share = self.hundredths().map(|share| format!(" ({share}\u{a0}%)")).unwrap_or_default();
        format!("{}{share}", self.counted())
    }

    /// The same without hundredths.
    pub(in crate::site) fn counted(self) -> String {
        self.agile.among(&self.agile.to_string(), self.employees, &self.employees.to_string())
    }
}

/// What the others are called where they could work in agile mode, and where not.
pub(super) const POSSIBLE: &str = "Altre persone, dove il lavoro agile è possibile";
pub(super) const IMPOSSIBLE: &str = "Altre persone, dove non è possibile";

/// What the pieces stand for; the last only where it is drawn.
pub(in crate::site) fn legend(has_outside: bool) -> Vec<Series> {
    let series = |pattern, word: &str| Series { pattern, word: word.to_owned() };
    let mut legend = vec![series("agile", "Lavoratrici e lavoratori agili")];
    if has_outside {
        legend.extend([series("altri", POSSIBLE), series("fuori", IMPOSSIBLE)]);
    } else {
        legend.push(series("altri", "Altre persone"));
    }
    legend
}

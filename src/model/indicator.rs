use super::{Annotations, Date, Measure, Spanned, Text, fold};
use crate::source::Span;

/// An indicator of the plan: what is measured, from where, where to, and what came of it year by year.
#[derive(Debug, Default)]
pub struct Indicator {
    /// Where the whole record stands.
    pub span: Span,
    /// Identifier, by which it goes on from edition to edition.
    pub id: Option<Text>,
    /// The dimension that it belongs to, such as `Salute digitale`.
    pub dimension: Text,
    /// Its name as published.
    pub name: Text,
    /// How it is worked out.
    pub formula: Option<Text>,
    /// In what it is measured.
    pub unit: Option<Text>,
    /// Where it starts from.
    pub base: Option<Baseline>,
    /// What is aimed at, by years.
    pub targets: Vec<YearMeasure>,
    /// What was measured, by years.
    pub results: Vec<YearMeasure>,
    /// Where the values come from.
    pub source: Option<Text>,
    /// Identifiers of the teams that it concerns.
    pub teams: Vec<Text>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}

/// Where an indicator starts from.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// The value.
    pub value: Measure,
    /// The day on which it was measured.
    pub at: Option<Spanned<Date>>,
}

/// A value of a year.
#[derive(Clone, Debug)]
pub struct YearMeasure {
    /// The year.
    pub year: Spanned<i16>,
    /// The value.
    pub value: Measure,
}

impl Indicator {
    /// The value of its own targets, or of its own results, for a year.
    pub fn of_year(values: &[YearMeasure], year: i16) -> Option<&Measure> {
        values.iter().find(|value| value.year.value == year).map(|value| &value.value)
    }

    /// Base, targets and results, in this order.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        let years = self.targets.iter().chain(&self.results).map(|year| &year.value);
        self.base.iter().map(|base| &base.value).chain(years)
    }

    /// The unit as it is written.
    pub fn unit_text(&self) -> Option<&str> {
        self.unit.as_ref().map(|unit| unit.value.as_str())
    }

    /// Whether it goes on in another edition as `other`: by its identifier, or, where one of the two has none, by its name and dimension.
    pub fn continues(&self, other: &Self) -> bool {
        match (&self.id, &other.id) {
            (Some(id), Some(other)) => id.value == other.value,
            _ => fold(&self.name) == fold(&other.name) && fold(&self.dimension) == fold(&other.dimension),
        }
    }
}

impl Baseline {
    /// As readers see it: `1.250 al 31 dicembre 2025`.
    pub fn shown(&self, unit: Option<&str>) -> String {
        let day = self.at.as_ref().map(|date| format!(" {}", date.value.at())).unwrap_or_default();
        format!("{}{day}", self.value.shown(unit))
    }
}

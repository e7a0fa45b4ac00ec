use super::{Edition, EditionId, Indicator, Measure, YearMeasure};
use std::collections::BTreeMap;

/// The years of an indicator through every edition that has it.
#[derive(Debug)]
pub struct IndicatorSeries<'a> {
    /// Its years, in order.
    pub years: BTreeMap<i16, IndicatorYear<'a>>,
}

/// What is known of an indicator for a year.
#[derive(Debug, Default)]
pub struct IndicatorYear<'a> {
    /// What is aimed at.
    pub target: Option<Told<'a>>,
    /// What was measured.
    pub result: Option<Told<'a>>,
}

/// A value, and who tells it.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The value.
    pub value: &'a Measure,
    /// The unit of the edition that tells it.
    pub unit: Option<&'a str>,
    /// Another edition that tells it; `None` = the edition of the indicator itself.
    pub by: Option<&'a EditionId>,
}

impl<'a> IndicatorSeries<'a> {
    /// The years of an indicator of the edition with this number: its own values; what it does not say of a year is said by the nearest
    /// edition that does, of a target an earlier one first, of a result a later one.
    pub fn of(editions: &'a [Edition], number: usize, indicator: &'a Indicator) -> Self {
        let mut series = Self { years: BTreeMap::new() };
        series.add(indicator, None, Part::TARGETS);
        series.add(indicator, None, Part::RESULTS);
        let named = |other: &'a Edition| {
            let rows = other.indicators.rows.iter();
            rows.clone().find(|row| indicator.continues(row)).map(|row| (row, &other.id))
        };
        let earlier = || editions.iter().take(number).rev().filter_map(named);
        let later = || editions.iter().skip(number + 1).filter_map(named);
        earlier().chain(later()).for_each(|(row, id)| series.add(row, Some(id), Part::TARGETS));
        later().chain(earlier()).for_each(|(row, id)| series.add(row, Some(id), Part::RESULTS));
        series
    }

    fn add(&mut self, row: &'a Indicator, by: Option<&'a EditionId>, part: Part) {
        for YearMeasure { year, value } in (part.values)(row) {
            let place = (part.place)(self.years.entry(year.value).or_default());
            place.get_or_insert(Told { value, unit: row.unit_text(), by });
        }
    }
}

/// Targets or results: where they stand in a record, and in a year.
#[derive(Clone, Copy)]
struct Part {
    values: fn(&Indicator) -> &[YearMeasure],
    place: for<'y, 'a> fn(&'y mut IndicatorYear<'a>) -> &'y mut Option<Told<'a>>,
}

impl Part {
    const TARGETS: Self = Self { values: |row| &row.targets, place: |year| &mut year.target };
    const RESULTS: Self = Self { values: |row| &row.results, place: |year| &mut year.result };
}

impl Told<'_> {
    /// As readers see it.
    pub fn shown(&self) -> String {
        self.value.shown(self.unit)
    }
}

use super::plain::{PlainHeading, PlainTable};
use super::sources::Sources;
use crate::model::{Indicator, IndicatorSeries, Outcome, fold};
use crate::paper::remarks::{Meaning, Remarks};
use crate::tables::{Headings, INDICATORS};
use serde::Serialize;
use std::collections::BTreeSet;

/// The indicators, dimension by dimension.
#[derive(Debug, Serialize)]
pub(crate) struct IndicatorTable<'a> {
    pub(crate) headings: Headings<'a>,
    /// The years that have a column.
    pub(crate) years: Vec<i16>,
    /// The headings of the columns that the template does not draw.
    pub(crate) plain: Vec<PlainHeading<'a>>,
    pub(crate) groups: Vec<Dimension<'a>>,
    pub(crate) marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Dimension<'a> {
    pub(crate) name: &'a str,
    pub(crate) rows: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) name: &'a str,
    pub(crate) unit: Option<&'a str>,
    pub(crate) formula: Option<&'a str>,
    pub(crate) source: Option<&'a str>,
    pub(crate) base: Option<String>,
    /// The day of the base.
    pub(crate) base_day: Option<String>,
    pub(crate) years: Vec<IndicatorYear>,
    /// For each of those columns, its texts.
    pub(crate) plain: Vec<Vec<String>>,
    pub(crate) remarks: Remarks<'a>,
}

#[derive(Debug, Serialize)]
pub(crate) struct IndicatorYear {
    pub(crate) target: Option<String>,
    pub(crate) result: Option<String>,
    /// What came of the target, where it is known.
    pub(crate) outcome: Option<&'static str>,
}

impl<'a> IndicatorTable<'a> {
    pub(crate) fn of(sources: &'a Sources<'a>) -> Self {
        let edition = sources.edition;
        let rows = &edition.indicators.rows;
        let plain = PlainTable::of(sources);
        let values = rows.iter().flat_map(|row| row.targets.iter().chain(&row.results));
        let years: BTreeSet<i16> = values.map(|value| value.year.value).collect();
        let years: Vec<i16> = years.into_iter().collect();
        let results = rows.iter().flat_map(|row| &row.results);
        let measured = results.map(|result| result.year.value).max().unwrap_or(i16::MIN);
        let mut groups: Vec<Dimension<'a>> = Vec::new();
        for row in rows {
            let view = Row::of(row, &years, measured, plain.cells(row));
            match groups.iter_mut().find(|group| fold(group.name) == fold(&row.dimension)) {
                Some(group) => group.rows.push(view),
                None => groups.push(Dimension { name: &row.dimension.value, rows: vec![view] }),
            }
        }
        Self {
            headings: INDICATORS.headings(edition, &sources.present),
            years,
            plain: plain.headings(),
            groups,
            marks: Meaning::all(&edition.indicators),
        }
    }
}

impl<'a> Row<'a> {
    fn of(row: &'a Indicator, years: &[i16], measured: i16, plain: Vec<Vec<String>>) -> Self {
        let unit = row.unit_text();
        let series = IndicatorSeries::of(&[], 0, row);
        let year = |year: &i16| IndicatorYear {
            target: Indicator::of_year(&row.targets, *year).map(|value| value.shown(unit)),
            result: Indicator::of_year(&row.results, *year).map(|value| value.shown(unit)),
            outcome: series.years.get(year).and_then(|known| Outcome::words_of(known, *year <= measured)),
        };
        Self {
            name: &row.name.value,
            unit,
            formula: row.formula.as_ref().map(|formula| formula.value.as_str()),
            source: row.source.as_ref().map(|source| source.value.as_str()),
            base: row.base.as_ref().map(|base| base.value.shown(unit)),
            base_day: row.base.as_ref().and_then(|base| Some(base.at.as_ref()?.value.at())),
            years: years.iter().map(year).collect(),
            plain,
            remarks: Remarks::from(&row.annotations),
        }
    }
}

use super::plain::PlainTable;
use super::sources::Sources;
use crate::model::{Indicator, fold};
use crate::pdf::remarks::{Meaning, Remarks};
use crate::tables::{Headings, INDICATORS};
use serde::Serialize;
use std::collections::BTreeSet;

/// The indicators, dimension by dimension.
#[derive(Debug, Serialize)]
pub(super) struct IndicatorTable<'a> {
    headings: Headings<'a>,
    /// The years that have a column.
    years: Vec<i16>,
    /// The headings of the columns that the template does not draw.
    plain: Vec<&'a str>,
    groups: Vec<Dimension<'a>>,
    marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
struct Dimension<'a> {
    name: &'a str,
    rows: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    name: &'a str,
    unit: Option<&'a str>,
    formula: Option<&'a str>,
    source: Option<&'a str>,
    base: Option<String>,
    /// The day of the base.
    base_day: Option<String>,
    years: Vec<Year>,
    /// For each of those columns, its texts.
    plain: Vec<Vec<String>>,
    remarks: Remarks<'a>,
}

#[derive(Debug, Serialize)]
struct Year {
    target: Option<String>,
    result: Option<String>,
}

impl<'a> IndicatorTable<'a> {
    pub(super) fn of(sources: &'a Sources<'a>) -> Self {
        let edition = sources.edition;
        let rows = &edition.indicators.rows;
        let plain = PlainTable::of(sources);
        let values = rows.iter().flat_map(|row| row.targets.iter().chain(&row.results));
        let years: BTreeSet<i16> = values.map(|value| value.year.value).collect();
        let years: Vec<i16> = years.into_iter().collect();
        let mut groups: Vec<Dimension<'a>> = Vec::new();
        for row in rows {
            let view = Row::of(row, &years, plain.cells(row));
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
    fn of(row: &'a Indicator, years: &[i16], plain: Vec<Vec<String>>) -> Self {
        let unit = row.unit_text();
        let year = |year: &i16| Year {
            target: Indicator::of_year(&row.targets, *year).map(|value| value.shown(unit)),
            result: Indicator::of_year(&row.results, *year).map(|value| value.shown(unit)),
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

use super::indicator_picture::IndicatorPicture;
use crate::model::{EditionId, Indicator, IndicatorSeries, IndicatorYear, Outcome, Told, fold};
use crate::site::context::EditionContext;
use crate::site::view::{Meaning, Remarks};
use crate::tables::{Headings, INDICATORS, Medium};
use serde::Serialize;
use std::collections::BTreeSet;

/// The indicators, dimension by dimension.
#[derive(Debug, Serialize)]
pub(super) struct IndicatorTable<'a> {
    caption: String,
    headings: Headings<'a>,
    /// The heading of the results, where some are told: by the edition itself or by another.
    results: Option<&'a str>,
    /// The years that have a column.
    years: Vec<i16>,
    groups: Vec<Group<'a>>,
    /// Whether some row has a picture.
    has_pictures: bool,
    marks: Vec<Meaning>,
}

/// The indicators of a dimension.
#[derive(Debug, Serialize)]
struct Group<'a> {
    name: &'a str,
    rows: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    /// Its place in the table, from nought.
    number: usize,
    name: &'a str,
    unit: Option<&'a str>,
    formula: Option<&'a str>,
    source: Option<&'a str>,
    base: Option<BaseView>,
    years: Vec<YearView<'a>>,
    picture: Option<IndicatorPicture>,
    remarks: Remarks,
}

/// The value from which an indicator starts.
#[derive(Debug, Serialize)]
struct BaseView {
    value: String,
    day: Option<String>,
}

/// What is known of a year.
#[derive(Debug, Serialize)]
struct YearView<'a> {
    target: Option<ToldView<'a>>,
    result: Option<ToldView<'a>>,
    /// What came of the target, in words, where it is known.
    outcome: Option<&'static str>,
}

/// A value, with the edition that tells it where that is another one.
#[derive(Debug, Serialize)]
struct ToldView<'a> {
    value: String,
    by: Option<&'a str>,
}

impl<'a> IndicatorTable<'a> {
    /// The table of an edition; on screens, with the years that other editions tell: paper holds what the edition itself says.
    pub(super) fn of(context: &EditionContext<'a>, medium: Medium) -> Self {
        let edition = context.edition;
        let rows = &edition.indicators.rows;
        let own: Vec<IndicatorSeries<'_>>;
        let series = if medium == Medium::Page {
            &context.indicators
        } else {
            own = rows.iter().map(|row| IndicatorSeries::of(&[], 0, row)).collect();
            &own
        };
        let years: BTreeSet<i16> = series.iter().flat_map(|series| series.years.keys().copied()).collect();
        let years: Vec<i16> = years.into_iter().collect();
        let measured = last_measured(series);
        let mut groups: Vec<Group<'a>> = Vec::new();
        for (number, (row, series)) in rows.iter().zip(series).enumerate() {
            let view = Row::of(
                row,
                series,
                &years,
                measured,
                number,
                Remarks::of(&row.annotations, &edition.indicators.marks),
            );
            match groups.iter_mut().find(|group| fold(group.name) == fold(&row.dimension)) {
                Some(group) => group.rows.push(view),
                None => groups.push(Group { name: &row.dimension.value, rows: vec![view] }),
            }
        }
        let results = series.iter().flat_map(|series| series.years.values()).any(|year| year.result.is_some());
        Self {
            results: results.then(|| INDICATORS.heading_of(edition, "consuntivo")),
            caption: INDICATORS.caption(edition),
            headings: INDICATORS.headings(edition, &context.columns),
            years,
            has_pictures: groups.iter().flat_map(|group| &group.rows).any(|row| row.picture.is_some()),
            groups,
            marks: edition.indicators.marks.iter().map(Meaning::from).collect(),
        }
    }
}

/// The last year of which some result is told.
fn last_measured(series: &[IndicatorSeries<'_>]) -> i16 {
    let years = series.iter().flat_map(|series| &series.years);
    years.filter(|(_, known)| known.result.is_some()).map(|(year, _)| *year).max().unwrap_or(i16::MIN)
}

impl<'a> Row<'a> {
    fn of(
        row: &'a Indicator,
        series: &IndicatorSeries<'a>,
        years: &[i16],
        measured: i16,
        number: usize,
        remarks: Remarks,
    ) -> Self {
        let unit = row.unit_text();
        Self {
            number,
            name: &row.name.value,
            unit,
            formula: row.formula.as_ref().map(|formula| formula.value.as_str()),
            source: row.source.as_ref().map(|source| source.value.as_str()),
            base: row.base.as_ref().map(|base| BaseView {
                value: base.value.shown(unit),
                day: base.at.as_ref().map(|date| date.value.at()),
            }),
            years: years.iter().map(|year| YearView::of(series.years.get(year), *year <= measured)).collect(),
            picture: IndicatorPicture::of(row, series),
            remarks,
        }
    }
}

impl<'a> YearView<'a> {
    /// A year; `is_measured` if results of it, or of a later one, are told.
    fn of(year: Option<&IndicatorYear<'a>>, is_measured: bool) -> Self {
        let view = |told: Option<Told<'a>>| {
            told.map(|told| ToldView { value: told.shown(), by: told.by.map(EditionId::as_str) })
        };
        Self {
            target: view(year.and_then(|year| year.target)),
            result: view(year.and_then(|year| year.result)),
            outcome: year.and_then(|year| Outcome::words_of(year, is_measured)),
        }
    }
}

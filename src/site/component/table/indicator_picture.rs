use crate::model::{Amount, Indicator, IndicatorSeries, Measure, Told, Unit};
use serde::Serialize;

/// The height of the drawing above the years, in its own units.
const TALL: f64 = 60.0;
/// Its margin above.
const TOP: f64 = 4.0;
/// The width of a column.
const STEP: f64 = 40.0;
/// The width of a bar.
const BAR: f64 = 22.0;
/// How far the line of a target reaches beyond the bar, on each side.
const BEYOND: f64 = 6.0;

/// A small drawing of an indicator: a bar for the base and for each result, a line across the column for each target.
#[derive(Debug, Serialize)]
pub(super) struct IndicatorPicture {
    /// What it shows, in words.
    words: String,
    width: String,
    height: String,
    /// Where nought is.
    ground: String,
    columns: Vec<Column>,
}

/// The base, or a year.
#[derive(Debug, Serialize)]
struct Column {
    /// What stands below it.
    label: String,
    /// Where its middle is.
    middle: String,
    bar: Option<Bar>,
    line: Option<Line>,
}

#[derive(Debug, Serialize)]
struct Bar {
    is_base: bool,
    left: String,
    top: String,
    width: String,
    height: String,
}

#[derive(Debug, Serialize)]
struct Line {
    left: String,
    right: String,
    at: String,
}

/// What a column is drawn from.
struct Sketch {
    label: String,
    is_base: bool,
    bar: Option<f64>,
    line: Option<f64>,
}

impl IndicatorPicture {
    /// The drawing of an indicator; nothing where fewer than two of its values are numbers, or their units are not alike.
    pub(super) fn of(row: &Indicator, series: &IndicatorSeries<'_>) -> Option<Self> {
        let told =
            |told: Option<Told<'_>>| told.and_then(|told| told.value.amount.as_ref()).map(|amount| amount.number);
        let base = row.base.as_ref().and_then(|base| base.value.amount.as_ref()).map(|amount| amount.number);
        let years = series.years.iter().map(|(year, known)| Sketch {
            label: year.to_string(),
            is_base: false,
            bar: told(known.result),
            line: told(known.target),
        });
        let mut sketches: Vec<Sketch> = years.collect();
        if let Some(number) = base {
            // The base stands where its day is, before all years if that is not known.
            let day = row.base.as_ref().and_then(|base| base.at.as_ref());
            let before = day.map_or(0, |day| series.years.range(..=day.value.year()).count());
            sketches.insert(before, Sketch { label: "base".to_owned(), is_base: true, bar: Some(number), line: None });
        }
        let numbers: Vec<f64> = sketches.iter().flat_map(|sketch| [sketch.bar, sketch.line]).flatten().collect();
        if numbers.len() < 2 || !has_one_unit(row, series) {
            return None;
        }
        let scale = Scale::of(&numbers);
        let columns: Vec<Column> =
            sketches.into_iter().enumerate().map(|(at, sketch)| scale.column(at, sketch)).collect();
        Some(Self {
            words: words(row, series),
            width: tenths(STEP * count(columns.len())),
            height: tenths(TOP + TALL + 18.0),
            ground: tenths(scale.height(0.0)),
            columns,
        })
    }
}

/// How high numbers stand: nought is always in the drawing, so that bars may be compared by their length.
struct Scale {
    least: f64,
    span: f64,
}

impl Scale {
    fn of(numbers: &[f64]) -> Self {
        let least = numbers.iter().copied().fold(0.0, f64::min);
        let most = numbers.iter().copied().fold(0.0, f64::max);
        Self { least, span: if most > least { most - least } else { 1.0 } }
    }

    fn height(&self, number: f64) -> f64 {
        TOP + TALL - (number - self.least) / self.span * TALL
    }

    fn column(&self, at: usize, sketch: Sketch) -> Column {
        let middle = STEP * (count(at) + 0.5);
        let (left, ground) = (middle - BAR / 2.0, self.height(0.0));
        let bar = sketch.bar.map(|number| {
            let top = self.height(number);
            Bar {
                is_base: sketch.is_base,
                left: tenths(left),
                top: tenths(top.min(ground)),
                width: tenths(BAR),
                height: tenths((ground - top).abs()),
            }
        });
        let line = sketch.line.map(|number| Line {
            left: tenths(left - BEYOND),
            right: tenths(left + BAR + BEYOND),
            at: tenths(self.height(number)),
        });
        Column { label: sketch.label, middle: tenths(middle), bar, line }
    }
}

/// Whether all the numbers are told in units that may be one.
fn has_one_unit(row: &Indicator, series: &IndicatorSeries<'_>) -> bool {
    let base = row.base.iter().map(|base| (&base.value, row.unit_text()));
    let told = series.years.values().flat_map(|year| [year.target, year.result]).flatten();
    let measures = base.chain(told.map(|told| (told.value, told.unit)));
    let unit = |(measure, unit): (&Measure, Option<&str>)| {
        measure.amount.as_ref().and_then(Amount::own_unit).or_else(|| unit.map(Unit::parse))
    };
    let units: Vec<Unit> = measures.filter(|(measure, _)| measure.amount.is_some()).filter_map(unit).collect();
    units.windows(2).all(|pair| pair[0].may_be(&pair[1]))
}

/// The same in words: `Base 1.250 al 31 dicembre 2025; 2026: obiettivo 1.400, consuntivo 1.420.`
fn words(row: &Indicator, series: &IndicatorSeries<'_>) -> String {
    let base = row.base.iter().map(|base| format!("base {}", base.shown(row.unit_text())));
    let years = series.years.iter().map(|(year, known)| {
        let told = |word: &str, told: Option<Told<'_>>| told.map(|told| format!("{word} {}", told.shown()));
        let said: Vec<String> =
            [told("obiettivo", known.target), told("consuntivo", known.result)].into_iter().flatten().collect();
        format!("{year}: {}", said.join(", "))
    });
    format!("{}: {}.", row.name.value, base.chain(years).collect::<Vec<_>>().join("; "))
}

#[allow(clippy::cast_precision_loss)] // A drawing has few columns.
fn count(columns: usize) -> f64 {
    columns as f64
}

fn tenths(number: f64) -> String {
    format!("{number:.1}")
}

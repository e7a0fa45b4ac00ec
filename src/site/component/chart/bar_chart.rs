use super::bar::Bar;
use crate::model::People;
use crate::site::view::Link;
use serde::Serialize;
use std::cmp::Reverse;

/// The bars of a chart: more would not be read.
const BARS: usize = 30;
/// The rows of its table: a page is not made for thousands.
const ROWS: usize = 200;

/// Horizontal bars under their names, with their table.
#[derive(Debug, Serialize)]
pub(super) struct BarChart {
    id: &'static str,
    title: String,
    /// What the chart shows, in words.
    finding: String,
    legend: Vec<Series>,
    bars: Vec<Row>,
    remarks: Vec<String>,
    table: Table,
}

/// What a pattern stands for.
#[derive(Clone, Debug, Serialize)]
pub(in crate::site) struct Series {
    /// The pattern of the template.
    pub(in crate::site) pattern: &'static str,
    /// What it stands for.
    pub(in crate::site) word: String,
}

/// A bar under its name.
#[derive(Debug, Serialize)]
struct Row {
    name: String,
    /// Its numbers in words.
    words: String,
    /// Nothing where there is nothing to draw.
    bar: Option<Bar>,
}

/// The same numbers as a table.
#[derive(Debug, Serialize)]
struct Table {
    heading: String,
    columns: Vec<String>,
    rows: Vec<Line>,
    total: Line,
    /// Remark on the total.
    footnote: Option<String>,
}

/// A row of the table.
#[derive(Debug, Serialize)]
struct Line {
    head: Link,
    cells: Vec<People>,
}

/// What a bar stands for.
#[derive(Debug)]
pub(super) struct BarRow {
    /// Its name and page.
    pub(super) link: Link,
    /// Its numbers in words.
    pub(super) words: String,
    /// Its pieces: pattern and amount.
    pub(super) parts: Vec<(&'static str, u64)>,
    /// How many of its amount count for its place in the chart; nothing where it stands at the end.
    pub(super) counts: Option<u64>,
    /// Its cells in the table.
    pub(super) cells: Vec<People>,
}

/// What a chart is made from.
#[derive(Debug)]
pub(super) struct Sketch {
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) finding: String,
    pub(super) legend: Vec<Series>,
    pub(super) entries: Vec<BarRow>,
    pub(super) remarks: Vec<String>,
    /// Heading of the column of the names.
    pub(super) heading: String,
    /// The other headings.
    pub(super) columns: Vec<String>,
    /// Name and cells of the last row.
    pub(super) total: (String, Vec<People>),
    pub(super) footnote: Option<String>,
}

impl BarRow {
    fn amount(&self) -> u64 {
        self.parts.iter().map(|(_, amount)| amount).sum()
    }

    /// Where it stands: the largest share first, the larger number of two that are alike, then as they come.
    fn place(&self) -> impl Ord + use<> {
        let amount = self.amount();
        // In millionths: as exact as any number of processes asks for.
        let share = self.counts.filter(|_| amount > 0).map(|counts| counts.saturating_mul(1_000_000) / amount);
        (self.counts.is_none(), Reverse(share), Reverse(amount))
    }
}

impl BarChart {
    /// Draws the bars, the largest share first; of very many, those.
    pub(super) fn new(mut sketch: Sketch) -> Self {
        sketch.entries.sort_by_cached_key(BarRow::place);
        let rest = sketch.entries.len().saturating_sub(BARS);
        if rest > 0 {
            let rest = if rest == 1 { "l'altra è".to_owned() } else { format!("le altre {rest} sono") };
            sketch
                .remarks
                .push(format!("Il grafico mostra le {BARS} voci con la quota più alta: {rest} nella tabella."));
        }
        let bars = sketch.entries.iter().take(BARS).map(|entry| Row {
            name: entry.link.name.clone(),
            words: entry.words.clone(),
            bar: Bar::new(&entry.parts),
        });
        let bars = bars.collect();
        let (label, cells) = sketch.total;
        Self {
            id: sketch.id,
            title: sketch.title,
            finding: sketch.finding,
            legend: sketch.legend,
            bars,
            remarks: sketch.remarks,
            table: Table {
                heading: sketch.heading,
                columns: sketch.columns,
                rows: lines(sketch.entries),
                total: Line { head: Link::none(label, None), cells },
                footnote: sketch.footnote,
            },
        }
    }
}

/// The rows of the table; the last of very many as one.
fn lines(mut entries: Vec<BarRow>) -> Vec<Line> {
    let others = if entries.len() > ROWS { entries.split_off(ROWS - 1) } else { Vec::new() };
    let mut lines: Vec<Line> = entries.into_iter().map(|entry| Line { head: entry.link, cells: entry.cells }).collect();
    if let Some((first, more)) = others.split_first() {
        let mut cells = first.cells.clone();
        for entry in more {
            cells.iter_mut().zip(&entry.cells).for_each(|(sum, cell)| *sum += *cell);
        }
        lines.push(Line { head: Link::none(format!("Altre {} voci insieme", others.len()), None), cells });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(entries: usize) -> BarChart {
        let entry = |number: usize| BarRow {
            link: Link::none(number.to_string(), None),
            words: String::new(),
            parts: vec![("si", number as u64), ("no", entries as u64)],
            counts: Some(number as u64),
            cells: vec![(number as u64).into()],
        };
        BarChart::new(Sketch {
            id: "prova",
            title: String::new(),
            finding: String::new(),
            legend: Vec::new(),
            entries: (0..entries).map(entry).collect(),
            remarks: Vec::new(),
            heading: String::new(),
            columns: Vec::new(),
            total: (String::new(), Vec::new()),
            footnote: None,
        })
    }

    #[test]
    fn the_largest_share_comes_first() {
        let chart = chart(3);
        assert_eq!(chart.bars.iter().map(|bar| bar.name.as_str()).collect::<Vec<_>>(), ["2", "1", "0"]);
        assert!(chart.remarks.is_empty());
    }

    #[test]
    fn of_very_many_the_first_are_drawn_and_none_is_lost() {
        let chart = chart(1000);
        assert_eq!((chart.bars.len(), chart.bars[0].name.as_str()), (BARS, "999"));
        assert_eq!(chart.table.rows.len(), ROWS);
        assert_eq!(chart.table.rows.iter().map(|row| row.cells[0]).sum::<People>(), (0..1000_u64).sum::<u64>().into());
        assert_eq!(
            chart.remarks,
            ["Il grafico mostra le 30 voci con la quota più alta: le altre 970 sono nella tabella."]
        );
    }
}

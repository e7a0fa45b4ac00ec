use crate::model::{Module, Training};
use crate::site::context::EditionContext;
use crate::site::view::{Meaning, Remarks};
use crate::tables::{Headings, TRAINING};
use serde::Serialize;
use std::collections::HashMap;

/// The training plan as a matrix with headings of two levels.
#[derive(Debug, Serialize)]
pub(super) struct TrainingTable<'a> {
    caption: String,
    headings: Headings<'a>,
    /// Whether any column stands under a heading of the upper level.
    has_upper: bool,
    /// The upper level.
    upper: Vec<Upper<'a>>,
    /// The columns.
    columns: Vec<Column<'a>>,
    groups: Vec<Group<'a>>,
    legend: Vec<Meaning>,
    marks: Vec<Meaning>,
}

/// A heading above several columns, or a column of its own.
#[derive(Debug, Serialize)]
struct Upper<'a> {
    /// Nothing where the column has no heading above it.
    name: Option<&'a str>,
    columns: usize,
    /// The number of the first of its columns.
    first: usize,
}

#[derive(Debug, Serialize)]
struct Column<'a> {
    name: &'a str,
    /// The number of the heading above it.
    upper: usize,
    remarks: Remarks,
}

#[derive(Debug, Serialize)]
struct Group<'a> {
    name: &'a str,
    modules: Vec<Row<'a>>,
    remarks: Remarks,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    name: &'a str,
    /// Its number among the modules of all groups.
    number: usize,
    /// A mark for each column, or nothing.
    cells: Vec<Option<Cell<'a>>>,
    remarks: Remarks,
}

#[derive(Debug, Serialize)]
struct Cell<'a> {
    mark: &'a str,
    /// The meaning of the mark; nothing where the published text does not give it.
    meaning: Option<&'a str>,
}

impl<'a> TrainingTable<'a> {
    pub(super) fn of(context: &EditionContext<'a>) -> Self {
        let edition = context.edition;
        let training = &edition.training;
        let marks = &training.groups.marks;
        let mut upper: Vec<Upper<'a>> = Vec::new();
        let mut columns = Vec::new();
        for (number, audience) in training.audiences.iter().enumerate() {
            let name = audience.group.as_ref().map(|group| group.value.as_str());
            match upper.last_mut() {
                Some(last) if name.is_some() && last.name == name => last.columns += 1,
                _ => upper.push(Upper { name, columns: 1, first: number }),
            }
            let remarks = Remarks::of(&audience.annotations, marks);
            columns.push(Column { name: &audience.name.value, upper: upper.len() - 1, remarks });
        }
        let numbers: HashMap<&str, usize> = training
            .audiences
            .iter()
            .enumerate()
            .map(|(number, audience)| (audience.id.value.as_str(), number))
            .collect();
        let mut numbering = 0..;
        let groups = training.groups.rows.iter().map(|group| Group {
            name: &group.name.value,
            modules: group
                .modules
                .iter()
                .zip(numbering.by_ref())
                .map(|(module, number)| Row {
                    number,
                    name: &module.name.value,
                    cells: cells(training, module, &numbers),
                    remarks: Remarks::of(&module.annotations, marks),
                })
                .collect(),
            remarks: Remarks::of(&group.annotations, marks),
        });
        let legend = training.legend.iter().map(|entry| Meaning {
            mark: entry.mark.value.clone(),
            text: entry.meaning.as_ref().map(|meaning| meaning.value.clone()),
        });
        Self {
            caption: TRAINING.caption(edition),
            headings: TRAINING.headings(edition, &context.columns),
            has_upper: upper.iter().any(|heading| heading.name.is_some()),
            upper,
            columns,
            groups: groups.collect(),
            legend: legend.collect(),
            marks: marks.iter().map(Meaning::from).collect(),
        }
    }
}

fn cells<'a>(training: &'a Training, module: &'a Module, numbers: &HashMap<&str, usize>) -> Vec<Option<Cell<'a>>> {
    let mut cells: Vec<Option<Cell<'a>>> = training.audiences.iter().map(|_| None).collect();
    for cell in &module.cells {
        if let Some(number) = numbers.get(cell.audience.value.as_str()) {
            let mark = cell.mark.value.as_str();
            cells[*number] = Some(Cell { mark, meaning: training.meaning(mark) });
        }
    }
    cells
}

use super::folding::{self, Column};
use super::plain_cell::{PlainCell, PlainFact};
use super::processes;
use crate::model::{AdoptionRow, Edition, OwnColumn, Process, TableName};
use crate::routes::Part;
use crate::site::component::filters::own_keys;
use crate::site::component::own_filter::OwnKey;
use crate::site::context::EditionContext;
use crate::tables::{self, Described, Medium, PlainColumns};
use serde::Serialize;

/// The columns of a table that its template does not draw: their headings, and for each row its cells.
#[derive(Debug, Default, Serialize)]
pub(super) struct PlainTable {
    headings: Vec<String>,
    /// For each of them, whether its column holds numbers.
    numbers: Vec<bool>,
    rows: Vec<Vec<PlainCell>>,
    /// By what each row is found, where the rows can be chosen by columns that the administration adds.
    keys: Vec<Vec<OwnKey>>,
    /// Every column of Tavola 1 in its place on paper.
    order: Vec<ColumnPlace>,
    /// The same on a page, where code and name are one.
    folded: Vec<Column>,
}

/// A column in its place.
#[derive(Debug, Serialize)]
struct ColumnPlace {
    key: String,
    /// Which of these columns it is; nothing of one that the template draws.
    plain: Option<usize>,
}

impl PlainTable {
    /// The columns of a part of a table of an edition; in the training plan, those of its modules one after the other.
    pub(super) fn of(context: &EditionContext<'_>, name: TableName, medium: Medium, part: Part) -> Self {
        let edition = context.edition;
        match name {
            TableName::Processes => match medium {
                Medium::Page => Self {
                    folded: folding::columns(context),
                    ..Self::read(context, medium, part.of(&edition.processes.rows))
                },
                _ => Self::read(context, medium, part.of(&edition.processes.rows)).in_order(context, medium),
            },
            TableName::Teams => Self::read(context, medium, part.of(&edition.teams.rows)),
            TableName::Software => Self::read(context, medium, part.of(&edition.software.rows)),
            TableName::Adoption => {
                let rows = part.of(&edition.adoption.rows.rows);
                Self::read(context, medium, rows).with_genders(edition, rows)
            }
            TableName::ExpectedBehaviours => Self::read(context, medium, &edition.expected_behaviours.rows),
            TableName::Indicators => Self::read(context, medium, &edition.indicators.rows),
            TableName::Exclusions => Self::read(context, medium, &edition.exclusions.rows),
            TableName::References => Self::read(context, medium, &edition.references),
            TableName::Training => {
                Self::read(context, medium, edition.training.groups.rows.iter().flat_map(|group| &group.modules))
            }
        }
    }

    /// Says by what the rows of this part are found.
    pub(super) fn set_keys(&mut self, context: &EditionContext<'_>, name: TableName, part: Part) {
        let rows = tables::annotations(context.edition, tables::table(name)).len();
        self.keys = own_keys(context, tables::table(name), part.range(rows));
    }

    /// The same with the places of all columns of Tavola 1.
    fn in_order(mut self, context: &EditionContext<'_>, medium: Medium) -> Self {
        let columns = PlainColumns::<Process>::of(context.edition, &context.columns, medium);
        let places = columns.order(processes::drawn(context)).into_iter();
        self.order = places.map(|place| ColumnPlace { key: place.key.to_owned(), plain: place.plain }).collect();
        self
    }

    /// The same with the counts of women and men.
    fn with_genders(mut self, edition: &Edition, rows: &[AdoptionRow]) -> Self {
        for column in tables::gender_columns(edition) {
            self.headings.push(column.heading_in(edition).to_owned());
            self.numbers.push(true);
            for (row, cells) in rows.iter().zip(&mut self.rows) {
                cells.push(PlainCell::count((column.get)(row)));
            }
        }
        self
    }

    fn read<'r, R: Described>(
        context: &EditionContext<'_>,
        medium: Medium,
        records: impl IntoIterator<Item = &'r R>,
    ) -> Self {
        let columns = PlainColumns::of(context.edition, &context.columns, medium);
        let cells =
            |record: &'r R| columns.values(record).map(|(kind, value)| PlainCell::of(context, kind, value)).collect();
        let headings = columns.headings();
        Self {
            headings: headings.into_iter().map(str::to_owned).collect(),
            numbers: columns.numbers(),
            rows: records.into_iter().map(cells).collect(),
            keys: Vec::new(),
            order: Vec::new(),
            folded: Vec::new(),
        }
    }
}

/// What the page of a record says of it besides what its template draws.
pub(in crate::site) fn facts<'a, R: Described>(context: &EditionContext<'a>, record: &R) -> Vec<PlainFact<'a>> {
    let columns = PlainColumns::of_record(context.edition, record);
    let headings = columns.headings();
    let cells = columns.values(record).map(|(kind, value)| PlainCell::of(context, kind, value));
    headings.into_iter().zip(cells).map(|(heading, cell)| PlainFact { heading, cell }).collect()
}

/// The cells of the columns that the administration adds to the table of a record, as the table shows them.
pub(in crate::site) fn own_cells<R: Described>(
    context: &EditionContext<'_>,
    columns: &[&OwnColumn],
    record: &R,
) -> Vec<PlainCell> {
    let value = |column: &&OwnColumn| tables::own_value(column, record.annotations());
    columns.iter().map(|column| PlainCell::of(context, tables::own_kind(column), value(column))).collect()
}

use super::plain_cell::{PlainCell, PlainFact};
use crate::model::{Edition, TableName};
use crate::site::context::EditionContext;
use crate::tables::{self, Described, PlainColumns};
use serde::Serialize;

/// The columns of a table that its template does not draw: their headings, and for each row its cells.
#[derive(Debug, Default, Serialize)]
pub(super) struct PlainTable {
    headings: Vec<String>,
    rows: Vec<Vec<PlainCell>>,
}

impl PlainTable {
    /// The columns of a table of an edition; in the training plan, those of its modules one after the other.
    pub(super) fn of(context: &EditionContext<'_>, name: TableName) -> Self {
        let edition = context.edition;
        match name {
            TableName::Processes => Self::read(context, name, &edition.processes.rows),
            TableName::Teams => Self::read(context, name, &edition.teams.rows),
            TableName::Software => Self::read(context, name, &edition.software.rows),
            TableName::Adoption => Self::read(context, name, &edition.adoption.rows.rows).with_genders(edition),
            TableName::ExpectedBehaviours => Self::read(context, name, &edition.expected_behaviours.rows),
            TableName::Exclusions => Self::read(context, name, &edition.exclusions.rows),
            TableName::References => Self::read(context, name, &edition.references),
            TableName::Training => Self::default(),
        }
    }

    /// The same with the counts of women and men.
    fn with_genders(mut self, edition: &Edition) -> Self {
        for column in tables::gender_columns(edition) {
            let heading = tables::ADOPTION.own_heading(edition, column.key).unwrap_or(column.heading);
            self.headings.push(heading.to_owned());
            for (row, cells) in edition.adoption.rows.rows.iter().zip(&mut self.rows) {
                cells.push(PlainCell::text((column.get)(row).map(|count| count.to_string())));
            }
        }
        self
    }

    fn read<R: Described>(context: &EditionContext<'_>, name: TableName, records: &[R]) -> Self {
        let columns = PlainColumns::of(records, |shows| shows.page);
        let cells =
            |record| columns.values(record).map(|(column, value)| PlainCell::of(context, column, value)).collect();
        let headings = columns.headings(tables::table(name), context.edition);
        Self { headings: headings.into_iter().map(str::to_owned).collect(), rows: records.iter().map(cells).collect() }
    }
}

/// What the page of a record says of it besides what its template draws.
pub(in crate::site) fn facts<'a, R: Described>(
    context: &EditionContext<'a>,
    table: &tables::TableDescription,
    record: &R,
) -> Vec<PlainFact<'a>> {
    let columns = PlainColumns::of(std::slice::from_ref(record), |shows| shows.record);
    let headings = columns.headings(table, context.edition);
    let cells = columns.values(record).map(|(column, value)| PlainCell::of(context, column, value));
    headings.into_iter().zip(cells).map(|(heading, cell)| PlainFact { heading, cell }).collect()
}

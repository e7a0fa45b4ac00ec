use crate::model::{Edition, Graph, Text};
use crate::tables::{Column, Described, Kind, PlainColumns, TableDescription, Target, Value};

/// The columns of a table that its template does not draw.
pub(super) struct PlainTable<'a, R: 'static> {
    edition: &'a Edition,
    columns: PlainColumns<R>,
}

impl<'a, R: Described> PlainTable<'a, R> {
    pub(super) fn of(edition: &'a Edition, records: &[R]) -> Self {
        Self { edition, columns: PlainColumns::of(records, |shows| shows.paper) }
    }

    pub(super) fn headings(&self, table: &TableDescription) -> Vec<&'a str> {
        self.columns.headings(table, self.edition)
    }

    /// For each column, the texts of a record.
    pub(super) fn cells(&self, graph: &Graph<'a>, record: &R) -> Vec<Vec<String>> {
        self.columns.values(record).map(|(column, value)| cell(self.edition, graph, column, value)).collect()
    }
}

fn cell(edition: &Edition, graph: &Graph<'_>, column: &Column, value: Value<'_>) -> Vec<String> {
    match column.kind {
        Kind::Reference(target) | Kind::References(target) => {
            value.texts().iter().map(|id| name(edition, graph, target, id).value.clone()).collect()
        }
        _ => column.shown(value),
    }
}

/// The name of the record with an identifier; the identifier where there is none.
fn name<'a>(edition: &'a Edition, graph: &Graph<'_>, target: Target, id: &'a Text) -> &'a Text {
    let key = id.value.as_str();
    let name = match target {
        Target::Area => graph.area(key).map(|row| &edition.areas.rows[row].name),
        Target::Service => graph.service(key).map(|row| &edition.services.rows[row].name),
        Target::Team => graph.team(key).map(|row| &edition.teams.rows[row].name),
        Target::Software => graph.program(key).map(|row| &edition.software.rows[row].name),
    };
    name.unwrap_or(id)
}

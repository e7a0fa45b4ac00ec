use crate::model::{Edition, Graph, Text};
use crate::tables::{Described, EditionColumns, Kind, Medium, PlainColumns, Target, Value};

/// The columns of a table that its template does not draw.
pub(super) struct PlainTable<'a, R: 'static> {
    edition: &'a Edition,
    columns: PlainColumns<'a, R>,
}

impl<'a, R: Described> PlainTable<'a, R> {
    pub(super) fn of(edition: &'a Edition, present: &EditionColumns) -> Self {
        Self { edition, columns: PlainColumns::of(edition, present, Medium::Paper) }
    }

    pub(super) fn headings(&self) -> Vec<&'a str> {
        self.columns.headings()
    }

    /// For each column, the texts of a record.
    pub(super) fn cells(&self, graph: &Graph<'a>, record: &R) -> Vec<Vec<String>> {
        self.columns.values(record).map(|(kind, value)| cell(self.edition, graph, kind, value)).collect()
    }
}

fn cell(edition: &Edition, graph: &Graph<'_>, kind: Kind, value: Value<'_>) -> Vec<String> {
    match kind {
        Kind::Reference(target) | Kind::References(target) => {
            value.texts().iter().map(|id| name(edition, graph, target, id).value.clone()).collect()
        }
        _ => kind.shown(value),
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

use super::kind::{Kind, Target};
use super::value::Value;
use crate::model::{Edition, Graph, OfficeLabels, Text};

/// What the records of an edition are called where a column of another record refers to them: homonyms told apart.
#[derive(Clone, Copy, Debug)]
pub struct RecordNames<'a> {
    /// Whose records.
    pub edition: &'a Edition,
    /// Who is meant by an identifier.
    pub graph: &'a Graph<'a>,
    /// What its offices are called.
    pub labels: &'a OfficeLabels,
}

impl<'a> RecordNames<'a> {
    /// The name of the record with an identifier; the identifier where there is none.
    pub fn of(self, target: Target, id: &'a Text) -> &'a str {
        let (key, labels) = (id.value.as_str(), self.labels);
        let name = match target {
            Target::Area => self.graph.area(key).map(|row| &labels.areas[row]),
            Target::Service => self.graph.service(key).map(|row| &labels.services[row]),
            Target::Team => self.graph.team(key).map(|row| &labels.teams[row]),
            Target::Software => self.graph.program(key).map(|row| &self.edition.software.rows[row].name.value),
        };
        name.map_or(key, String::as_str)
    }

    /// A value of a kind as people read it, one item for each text.
    pub fn spoken(self, kind: Kind, value: Value<'a>) -> Vec<String> {
        self.referred(kind, value).unwrap_or_else(|| kind.spoken(value))
    }

    /// The same as a table shows it.
    pub fn shown(self, kind: Kind, value: Value<'a>) -> Vec<String> {
        self.referred(kind, value).unwrap_or_else(|| kind.shown(value))
    }

    /// The names of the records to which a value refers; `None` if it is of another kind.
    fn referred(self, kind: Kind, value: Value<'a>) -> Option<Vec<String>> {
        match kind {
            Kind::Reference(target) | Kind::References(target) => {
                Some(value.texts().iter().map(|id| self.of(target, id).to_owned()).collect())
            }
            _ => None,
        }
    }
}

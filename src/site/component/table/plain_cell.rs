use crate::model::{Headcount, Text};
use crate::site::address;
use crate::site::context::EditionContext;
use crate::site::view::Link;
use crate::tables::{Kind, Target, Value};
use serde::Serialize;

/// A value of a column that is shown like any other of its kind.
#[derive(Debug, Serialize)]
pub(in crate::site) struct PlainCell {
    texts: Vec<String>,
    /// The records that it refers to.
    links: Vec<Link>,
    /// Where its text leads.
    address: Option<String>,
    /// Whether its column holds numbers.
    is_number: bool,
}

/// A value under its heading.
#[derive(Debug, Serialize)]
pub(in crate::site) struct PlainFact<'a> {
    pub(in crate::site) heading: &'a str,
    pub(in crate::site) cell: PlainCell,
}

impl PlainCell {
    pub(in crate::site) fn of(context: &EditionContext<'_>, kind: Kind, value: Value<'_>) -> Self {
        let links = match kind {
            Kind::Reference(target) | Kind::References(target) => {
                value.texts().iter().map(|id| link(context, target, id)).collect()
            }
            _ => Vec::new(),
        };
        let address = match (kind, value) {
            (Kind::Address, Value::Text(text)) => address::web(&text.value),
            _ => None,
        };
        Self { texts: kind.shown(value), links, address, is_number: kind.is_number() }
    }

    /// How many people, where that is stated.
    pub(super) fn count(count: Option<Headcount>) -> Self {
        let texts = count.map(Headcount::shown).into_iter().collect();
        Self { texts, links: Vec::new(), address: None, is_number: true }
    }
}

/// The record with an identifier; the identifier alone where there is none.
fn link(context: &EditionContext<'_>, target: Target, id: &Text) -> Link {
    let id = id.value.as_str();
    let graph = &context.graph;
    let link = match target {
        Target::Area => graph.area(id).map(|row| context.area_link(row)),
        Target::Service => graph.service(id).map(|row| context.service_link(row)),
        Target::Team => graph.team(id).map(|row| context.team_link(row)),
        Target::Software => graph.program(id).map(|row| context.program_link(row)),
    };
    link.unwrap_or_else(|| Link::none(id, None))
}

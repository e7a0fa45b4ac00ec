use crate::model::Date;
use serde_json::{Map, Value, json};

/// A resource of the catalogue under construction.
pub(super) struct Node(Map<String, Value>);

impl Node {
    /// A resource with this address, of these classes.
    pub(super) fn new(id: String, types: &[&str]) -> Self {
        Self(Map::from_iter([("@id".to_owned(), Value::from(id)), ("@type".to_owned(), Value::from(types))]))
    }

    /// Adds a property.
    pub(super) fn with(mut self, property: &str, value: Value) -> Self {
        self.0.insert(property.to_owned(), value);
        self
    }

    /// Adds a property whose value is known.
    pub(super) fn maybe(self, property: &str, value: Option<Value>) -> Self {
        match value {
            Some(value) => self.with(property, value),
            None => self,
        }
    }

    /// Adds a text of no language, such as an identifier.
    pub(super) fn text(self, property: &str, text: &str) -> Self {
        self.with(property, Value::from(text))
    }

    /// Adds an Italian text.
    pub(super) fn italian(self, property: &str, text: &str) -> Self {
        self.with(property, json!({ "@value": text, "@language": "it" }))
    }

    /// Adds a link to another resource.
    pub(super) fn link(self, property: &str, target: &str) -> Self {
        self.with(property, json!({ "@id": target }))
    }

    /// The resource.
    pub(super) fn build(self) -> Value {
        Value::Object(self.0)
    }
}

/// A day, typed.
pub(super) fn date(day: Date) -> Value {
    json!({ "@value": day.iso(), "@type": "xsd:date" })
}

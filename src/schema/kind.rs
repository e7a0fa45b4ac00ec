use crate::model::{Keyword, Smartability};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::marker::PhantomData;

/// Declares kinds of value by the schema that each has.
///
/// An editor sees a bare `2`, `no` or `1e3` as a number or a truth value where the program reads the text that was written:
/// a kind that is a text for the program allows them all.
macro_rules! kinds {
    ($($(#[$doc:meta])+ $name:ident = $schema:tt;)+) => {$(
        $(#[$doc])+
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

kinds! {
    /// A text that is not empty.
    Text = { "type": ["string", "number", "boolean"], "pattern": "\\S" };
    /// A text that may be empty, which is as good as absent.
    Free = { "type": ["string", "number", "boolean", "null"] };
    /// An identifier in its right spelling.
    Id = { "type": ["string", "integer"], "pattern": ID };
    /// One identifier or some.
    Ids = { "anyOf": [id(), { "type": "array", "items": id(), "minItems": 1 }] };
    /// One identifier, some or none.
    MaybeIds = { "anyOf": [id(), { "type": "array", "items": id() }, { "type": "null" }] };
    /// One text, some or none.
    Texts = { "anyOf": [text(), { "type": "array", "items": text() }, { "type": "null" }] };
    /// The code of a process in its right spelling.
    Code = { "type": "string", "pattern": "^[0-9A-Z]+-[0-9]+-[BMA]$" };
    /// The code of a rule.
    RuleCode = { "type": "string", "pattern": "^LA[0-9]{3}$" };
    /// A day.
    Day = { "type": "string", "format": "date", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" };
    /// A whole number.
    Count = { "type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$" };
    /// A whole number from 1.
    Threshold = { "type": ["integer", "string"], "minimum": 1, "pattern": "^[0-9]*[1-9][0-9]*$" };
    /// A number, with a comma or a point.
    Number = { "type": ["number", "string"], "minimum": 0, "pattern": NUMBER };
    /// A percentage.
    Percentage = { "type": ["number", "string"], "minimum": 0, "maximum": 100, "pattern": "^(100([.,]0+)?|[0-9]{1,2}([.,][0-9]+)?)$" };
    /// Days of agile work a week.
    Days = { "anyOf": [
        { "type": "number", "minimum": 0 },
        { "type": "string", "pattern": "^[0-9]+([.,][0-9]+)?( *[-–] *[0-9]+([.,][0-9]+)?)?$" },
        { "enum": words::<Smartability>() },
    ] };
    /// The fingerprint of a file.
    Fingerprint = { "type": "string", "pattern": "^[0-9a-fA-F]{64}$" };
}

const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
const NUMBER: &str = "^[0-9]+([.,][0-9]+)?$";

fn id() -> Value {
    json!({ "type": ["string", "integer"], "pattern": ID })
}

fn text() -> Value {
    json!({ "type": ["string", "number", "boolean"], "pattern": "\\S" })
}

/// The right spellings of a type, and `false` where one of them is `no`, as YAML 1.1 reads it.
fn words<W: Keyword>() -> Vec<Value> {
    let no = W::KEYWORDS.iter().any(|(word, _)| *word == "no");
    W::KEYWORDS.iter().map(|(word, _)| Value::from(*word)).chain(no.then_some(Value::Bool(false))).collect()
}

/// One of the words of a type.
pub(super) struct OneOf<W>(PhantomData<W>);

impl<W: Keyword> JsonSchema for OneOf<W> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "OneOf".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": words::<W>() })
    }
}

/// A list of records; a key with nothing after it is an empty one.
pub(super) struct Rows<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Rows<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Rows".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["array", "null"], "items": generator.subschema_for::<T>() })
    }
}

/// A mapping whose keys the administration chooses.
pub(super) struct Map<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Map<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Map".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<T>() })
    }
}

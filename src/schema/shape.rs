use crate::model::{Annotations, Keyword, Module, Smartability};
use crate::tables::{Column, Described, Kind, Need, Words};
use serde_json::{Map, Value, json};

/// A key of a record, with the schema of what stands under it.
pub(super) struct Key {
    name: &'static str,
    schema: Value,
    required: bool,
}

impl Key {
    /// A key that must be there.
    pub(super) fn required(name: &'static str, meaning: &str, schema: Value) -> Self {
        Self { name, schema: described(meaning, schema), required: true }
    }

    /// A key that may be absent, or have nothing after it.
    pub(super) fn optional(name: &'static str, meaning: &str, schema: Value) -> Self {
        Self { name, schema: described(meaning, nullable(schema)), required: false }
    }

    /// A column of a table.
    fn of(column: &Column) -> Self {
        let required = column.is_required();
        let schema = match (column.kind, required) {
            // An optional text may be empty, which is as good as absent.
            (Kind::Text | Kind::Address, false) => free(),
            (kind, _) => value(kind, column.need),
        };
        let key = if required { Self::required } else { Self::optional };
        key(column.key, column.meaning, schema)
    }
}

/// The schema of a file: the record that it holds.
pub(super) fn file(name: &str, meaning: &str, keys: Vec<Key>) -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("{name}.yaml"),
        "description": meaning,
    });
    merge(&mut schema, object(keys));
    schema
}

/// The schema of a file that holds a table.
pub(super) fn table_file(name: &str, meaning: &str, mut keys: Vec<Key>) -> Value {
    let marks = "Il significato dei richiami del file; vuoto se il testo pubblicato non lo dice.";
    keys.push(Key::optional("note", marks, map(free())));
    keys.push(Key::optional("nota", "Una nota sull'intera tabella.", free()));
    file(name, meaning, keys)
}

/// A record with these keys and no others.
pub(super) fn object(keys: Vec<Key>) -> Value {
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let properties: Map<String, Value> = keys.into_iter().map(|key| (key.name.to_owned(), key.schema)).collect();
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

/// A list of records by their description; a key with nothing after it is an empty one.
pub(super) fn rows<R: Described>() -> Value {
    json!({ "type": ["array", "null"], "items": record::<R>() })
}

/// A record by its description.
fn record<R: Described>() -> Value {
    let description = R::description();
    let mut keys: Vec<Key> = description.fields.iter().map(|field| Key::of(&field.column)).collect();
    if R::default().annotations().is_some() {
        keys.extend(Annotations::description().fields.iter().map(|field| Key::of(&field.column)));
    }
    let mut schema = object(keys);
    if !description.one_of.is_empty() {
        let written = |key: &&str| json!({ "required": [key], "properties": { *key: { "not": { "type": "null" } } } });
        schema["oneOf"] = description.one_of.iter().map(written).collect();
    }
    match description.meaning {
        Some(meaning) => described(meaning, schema),
        None => schema,
    }
}

/// A mapping whose keys the administration chooses.
pub(super) fn map(value: Value) -> Value {
    let mut schema = json!({ "type": "object" });
    merge(&mut schema, Value::Object(Map::from_iter([("additionalProperties".to_owned(), value)])));
    schema
}

/// One of the words of a type.
pub(super) fn one_of<W: Keyword>() -> Value {
    value(Kind::Word(Words::of::<W>()), Need::Required)
}

/// A text that may be empty, which is as good as absent.
///
/// An editor sees a bare `2`, `no` or `1e3` as a number or a truth value where the program reads the text that was written.
pub(super) fn free() -> Value {
    json!({ "type": ["string", "number", "boolean", "null"] })
}

/// A text that is not empty.
pub(super) fn text() -> Value {
    json!({ "type": ["string", "number", "boolean"], "pattern": "\\S" })
}

const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// An identifier in its right spelling.
pub(super) fn id() -> Value {
    json!({ "type": ["string", "integer"], "pattern": ID })
}

/// A value of a kind.
pub(super) fn value(kind: Kind, need: Need) -> Value {
    match kind {
        Kind::Text | Kind::Address => text(),
        Kind::Texts => json!({ "anyOf": [text(), { "type": "array", "items": text() }, { "type": "null" }] }),
        Kind::Id | Kind::Reference(_) => id(),
        // Where the loader chooses between two keys, the one that is written names somebody.
        Kind::References(_) if need == Need::Special => {
            json!({ "anyOf": [id(), { "type": "array", "items": id(), "minItems": 1 }] })
        }
        Kind::References(_) => json!({ "anyOf": [id(), { "type": "array", "items": id() }, { "type": "null" }] }),
        Kind::Word(words) => json!({ "enum": spellings(words) }),
        Kind::Code => json!({ "type": "string", "pattern": "^[0-9A-Z]+-[0-9]+-[BMA]$" }),
        Kind::Pattern(pattern) => json!({ "type": "string", "pattern": pattern }),
        Kind::Number => json!({ "type": ["number", "string"], "minimum": 0, "pattern": "^[0-9]+([.,][0-9]+)?$" }),
        Kind::Percentage => json!({
            "type": ["number", "string"], "minimum": 0, "maximum": 100,
            "pattern": "^(100([.,]0+)?|[0-9]{1,2}([.,][0-9]+)?)$",
        }),
        Kind::Count => json!({ "type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$" }),
        Kind::Date => json!({
            "type": "string", "format": "date",
            "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        }),
        Kind::Days => json!({ "anyOf": [
            { "type": "number", "minimum": 0 },
            { "type": "string", "pattern": "^[0-9]+([.,][0-9]+)?( *[-–] *[0-9]+([.,][0-9]+)?)?$" },
            { "enum": spellings(Words::of::<Smartability>()) },
        ] }),
        Kind::Modules => rows::<Module>(),
        Kind::Marks => map(text()),
    }
}

/// The right spellings, and `false` where one of them is `no`, as YAML 1.1 reads it.
fn spellings(words: Words) -> Vec<Value> {
    let list = words.list();
    let no = list.contains(&"no");
    list.into_iter().map(Value::from).chain(no.then_some(Value::Bool(false))).collect()
}

/// The same, or nothing.
fn nullable(mut schema: Value) -> Value {
    let null = Value::from("null");
    if let Some(choices) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        let nothing = json!({ "type": "null" });
        if !choices.contains(&nothing) {
            choices.push(nothing);
        }
    } else if let Some(words) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
    } else if let Some(kind) = schema.get_mut("type") {
        match kind {
            Value::Array(kinds) if kinds.contains(&null) => {}
            Value::Array(kinds) => kinds.push(null),
            one => *one = Value::Array(vec![one.take(), null]),
        }
    }
    schema
}

/// The schema with the words that an editor shows.
fn described(meaning: &str, schema: Value) -> Value {
    let mut described = json!({ "description": meaning });
    merge(&mut described, schema);
    described
}

fn merge(schema: &mut Value, more: Value) {
    if let (Value::Object(schema), Value::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}

use crate::check::catalogue;
use crate::diagnostic::Rule;
use crate::model::{Annotations, Answer, Keyword, Module, Risk, Smartability, Words as EditionWords};
use crate::tables::{Column, Described, Kind, Need, TABLE_SETTINGS, Words};
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

    /// The schema of what stands under it.
    pub(super) fn schema(self) -> Value {
        self.schema
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
        key(column.key, EditionWords::default().say(column.meaning), schema)
    }
}

/// The schema of a file: the record that it holds.
pub(super) fn file(meaning: &str, keys: Vec<Key>) -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "description": meaning,
    });
    merge(&mut schema, object(keys));
    schema
}

/// The schema of a file that holds a table.
pub(super) fn table_file(meaning: &str, mut keys: Vec<Key>) -> Value {
    keys.extend(super::setting::keys(&TABLE_SETTINGS));
    file(meaning, keys)
}

/// A record with these keys and no others.
///
/// What is required stands apart: beside the keys, editors would offer the record itself as one more key.
pub(super) fn object(mut keys: Vec<Key>) -> Value {
    let decisions = json!({ "anyOf": [free(), { "type": "array", "items": free() }] });
    let meaning = "Ciò che resta da decidere: è ricordato a ogni controllo, e fino ad allora possono mancare le chiavi obbligatorie.";
    keys.push(Key::optional("da_decidere", meaning, decisions));
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let properties: Map<String, Value> = keys.into_iter().map(|key| (key.name.to_owned(), key.schema)).collect();
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        // What is still to be decided may be missing.
        schema["allOf"] = json!([{ "anyOf": [{ "required": required }, { "required": ["da_decidere"] }] }]);
    }
    schema
}

/// A list of records by their description; a key with nothing after it is an empty one.
pub(super) fn rows<R: Described>() -> Value {
    json!({ "not": { "type": ["string", "number", "boolean", "object"] }, "items": record::<R>() })
}

/// A record by its description.
fn record<R: Described>() -> Value {
    let description = R::description();
    let mut keys: Vec<Key> = description.fields.iter().map(|field| Key::of(&field.column)).collect();
    if R::default().annotations().is_some() {
        keys.extend(Annotations::description().fields.iter().map(|field| Key::of(&field.column)));
    }
    let mut schema = object(keys);
    if let Some(choice) = description.choice {
        let written =
            |key: &str| json!({ "allOf": [{ "required": [key] }], "properties": { key: { "not": nothing() } } });
        let one_of: Vec<Value> = choice.one_of.iter().map(|key| written(key)).collect();
        let otherwise = choice.otherwise.map(|key| {
            let mut alone = written(key);
            alone["not"] = json!({ "anyOf": one_of });
            alone
        });
        schema["oneOf"] = one_of.iter().cloned().chain(otherwise).collect();
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
/// An editor sees a bare `2`, `true` or `1e3` as a number or a truth value where the program reads the text that was written.
/// It offers the words of every type that is named: what may stand here is said by what may not.
pub(super) fn free() -> Value {
    json!({ "not": { "type": ["array", "object"] } })
}

/// A text that is not empty.
pub(super) fn text() -> Value {
    json!({ "not": { "type": ["array", "object", "null"] }, "pattern": "\\S" })
}

/// Nothing after a key; said in this way, no editor offers the word `null`.
fn nothing() -> Value {
    json!({ "not": { "type": ["string", "number", "boolean", "array", "object"] } })
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
        Kind::Texts => json!({ "anyOf": [text(), { "type": "array", "items": text() }, nothing()] }),
        Kind::Id | Kind::Reference(_) => id(),
        // Where the loader chooses between two keys, the one that is written names somebody.
        Kind::References(_) if need == Need::Special => {
            json!({ "anyOf": [id(), { "type": "array", "items": id(), "minItems": 1 }] })
        }
        Kind::References(_) => json!({ "anyOf": [id(), { "type": "array", "items": id() }, nothing()] }),
        Kind::Word(words) => json!({ "enum": words.list() }),
        Kind::Risk => json!({ "enum": Risk::USUAL }),
        Kind::Answer => one_of::<Answer>(),
        Kind::Rule => rule_code(),
        Kind::Code => {
            // Not every engine knows classes of letters: beyond those of English, whatever is no sign of ASCII is taken for one.
            json!({ "type": ["string", "number"], "pattern": "^[0-9A-Za-z\\u00aa-\\uffef ._/-]*[0-9A-Za-z\\u00aa-\\uffef][0-9A-Za-z\\u00aa-\\uffef ._/-]*$" })
        }
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
            { "enum": Words::of::<Smartability>().list() },
        ] }),
        Kind::PeriodDays => json!({
            "type": "string",
            "pattern": "^[0-9]+([.,][0-9]+)?( *[-–] *[0-9]+([.,][0-9]+)?)? *(alla settimana|al mese|al trimestre|all['’]anno|% *(della settimana|del mese|del trimestre|dell['’]anno))$",
        }),
        Kind::Headcount => {
            json!({ "type": ["integer", "string"], "minimum": 0, "pattern": "^([0-9]+|< *[1-9][0-9]*)$" })
        }
        Kind::Genders => {
            let count = || value(Kind::Headcount, Need::Required);
            nullable(object(vec![
                Key::optional("dipendenti", "I dipendenti.", count()),
                Key::optional("agili", "Chi lavora in modalità agile.", count()),
            ]))
        }
        Kind::Baseline => json!({ "anyOf": [
            text(),
            object(vec![
                Key::required("valore", "Il valore di partenza, anche con un segno o un'unità.", text()),
                Key::optional("al", "Il giorno a cui si riferisce (AAAA-MM-GG).", value(Kind::Date, Need::Required)),
            ]),
        ] }),
        Kind::Years => {
            let mut years = map(text());
            years["propertyNames"] = json!({ "pattern": "^(19|20|21)[0-9]{2}$" });
            years
        }
        Kind::Modules => rows::<Module>(),
        Kind::Marks => map(text()),
    }
}

/// The code of a rule whose findings can be accepted.
fn rule_code() -> Value {
    let rules: Vec<&Rule> = catalogue().into_iter().filter(|rule| rule.is_adjustable()).collect();
    let codes: Vec<&str> = rules.iter().map(|rule| rule.code).collect();
    json!({ "enum": codes, "enumDescriptions": rules.into_iter().map(rule_meaning).collect::<Vec<_>>() })
}

/// What an editor shows of a rule.
pub(super) fn rule_meaning(rule: &Rule) -> String {
    format!("{}: {}", rule.name, rule.summary)
}

/// The same, or nothing.
fn nullable(mut schema: Value) -> Value {
    if let Some(choices) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        if !choices.contains(&nothing()) {
            choices.push(nothing());
        }
        return schema;
    }
    match schema.get("type") {
        Some(kind) if kind == "object" => {
            schema["not"] = json!({ "type": ["string", "number", "boolean", "array"] });
            schema.as_object_mut().map(|keys| keys.remove("type"));
            schema
        }
        None if schema.get("enum").is_none() => schema,
        _ => json!({ "anyOf": [schema, nothing()] }),
    }
}

/// The schema with the words that an editor shows.
fn described(meaning: &str, schema: Value) -> Value {
    let mut described = json!({ "description": meaning });
    merge(&mut described, schema);
    described
}

/// Adds the keys of one schema to another.
pub(super) fn merge(schema: &mut Value, more: Value) {
    if let (Value::Object(schema), Value::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}

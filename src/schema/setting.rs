use super::shape::{Key, free, id, map, object, text, value};
use crate::tables::{Kind, Need, Setting, SettingKind};
use serde_json::{Value, json};

/// The keys that these settings describe.
pub(super) fn keys(settings: &[Setting]) -> Vec<Key> {
    settings.iter().map(key).collect()
}

/// A key by its description.
pub(super) fn key(setting: &Setting) -> Key {
    let schema = match &setting.kind {
        SettingKind::One(Kind::Text) => {
            if setting.required {
                text()
            } else {
                free()
            }
        }
        SettingKind::One(Kind::Id) => id(),
        SettingKind::One(kind) => value(*kind, Need::Required),
        SettingKind::Fingerprint => json!({ "type": "string", "pattern": "^[0-9a-fA-F]{64}$" }),
        SettingKind::Pairs(may_miss) => map(if *may_miss { free() } else { text() }),
        SettingKind::Group(settings) => object(keys(settings)),
        SettingKind::GroupOrList(settings) => or_list(&object(keys(settings)), &object(keys(settings))),
        SettingKind::GroupOrOthers(group, others) => or_list(&object(keys(group)), &object(keys(others))),
        SettingKind::List(settings) => json!({ "type": "array", "items": object(keys(settings)) }),
        SettingKind::Headings => map(map(text())),
        SettingKind::Rows => json!({ "type": "array" }),
    };
    let key = if setting.required { Key::required } else { Key::optional };
    key(setting.key, setting.meaning, schema)
}

/// One of a kind, or several of another.
fn or_list(one: &Value, item: &Value) -> Value {
    json!({ "anyOf": [one, { "type": "array", "items": item }] })
}

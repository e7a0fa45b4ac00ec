use super::*;
use crate::site::view::Passage;
use serde::Serialize;
use serde_json::json;
use tera::Value;

fn key<T: Serialize + ?Sized>(value: &T) -> String {
    let mut key = Key::default();
    key.add(value).expect("a known kind");
    key.finish()
}

#[derive(Serialize)]
enum Kind {
    One(u8),
    Two(u8),
    Three { a: u8, b: Option<u8> },
}

#[test]
fn what_says_something_else_has_another_key() {
    let mut keys = vec![key(&Passage::markup("a")), key(&Passage::plain("a")), key(&json!(null)), key(&json!(true))];
    keys.extend([json!(1), json!(1.0), json!("1"), json!([]), json!({}), json!("")].map(|value| key(&value)));
    keys.extend(
        [json!(["a", "b"]), json!(["ab", ""]), json!([["a"], "b"]), json!(["b", "a"]), json!([["a", "b"]])]
            .map(|value| key(&value)),
    );
    keys.extend(
        [json!({ "a": "b", "c": 1 }), json!({ "a": "b", "c": 2 }), json!({ "ab": "", "c": 1 }), json!({ "a": "b" })]
            .map(|value| key(&value)),
    );
    keys.extend(
        [Kind::One(1), Kind::Two(1), Kind::Three { a: 1, b: None }, Kind::Three { a: 1, b: Some(2) }]
            .map(|kind| key(&kind)),
    );
    keys.extend([-1, 2, 63, 64, -64, -65, 128, 16_384, i64::MAX, i64::MIN].map(|number| key(&number)));
    let lengths = [127, 128, 129, 16_383, 16_384].map(|length| key(&"a".repeat(length)));
    keys.extend(lengths);
    let count = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), count);
}

#[test]
fn the_order_of_a_map_does_not_count_and_values_say_what_they_were_made_of() {
    let maps = [json!({ "a": 1, "b": [2, { "x": 1, "y": 2 }] }), json!({ "b": [2, { "y": 2, "x": 1 }], "a": 1 })];
    assert_eq!(key(&maps[0]), key(&maps[1]));
    assert_eq!(key(&Value::from_serializable(&maps[0])), key(&maps[0]));
    assert_eq!(key(&Some(1)), key(&1_i64));
}

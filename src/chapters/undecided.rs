use crate::model::Headcount;
use serde_json::Value;

/// What stands in a chapter for a count that nobody has made yet: in brackets it is a blank to be filled in, whatever the sentence.
pub(super) const BLANK: &str = "[da indicare]";

/// A count, or several by their names, with a blank for each that nobody has made yet.
pub(super) fn with_blanks(counts: Value) -> Value {
    match counts {
        Value::Object(named) => named.into_iter().map(|(name, count)| (name, with_blanks(count))).collect(),
        Value::String(text) if text == Headcount::Undecided.to_string() => Value::from(BLANK),
        decided => decided,
    }
}

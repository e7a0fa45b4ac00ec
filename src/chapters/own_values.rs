use super::values::number;
use crate::model::{Annotations, Edition, Keyword as _, OwnValue, Text, Visibility};
use serde_json::{Value, json};

/// What a record says in the columns that the administration adds to its table, and its note: keys like any other. A column that is
/// published nowhere is not among them.
pub(super) fn own_values(edition: &Edition, table: &str, annotations: &Annotations) -> Vec<(String, Value)> {
    let columns = edition.model.columns.iter().filter(|column| column.table == table);
    let published = columns.filter(|column| column.visibility != Visibility::Nowhere);
    let own = published.filter_map(|column| Some((column.key.value.clone(), value(annotations.own(&column.key)?))));
    let note = annotations.note.as_ref().map(|note| ("nota".to_owned(), json!(note.value)));
    own.chain(note).collect()
}

/// Days as in the data, so that `| data` writes them out; identifiers as a list, as in the data too.
fn value(own: &OwnValue) -> Value {
    let texts = |texts: &[Text]| json!(texts.iter().map(|text| text.value.as_str()).collect::<Vec<_>>());
    match own {
        OwnValue::Text(text) | OwnValue::Choice(text) | OwnValue::Address(text) => json!(text.value),
        OwnValue::Texts(all) | OwnValue::References(_, all) => texts(all),
        OwnValue::YesNo(answer) => json!(answer.keyword()),
        OwnValue::Number(amount) => number(*amount),
        OwnValue::Date(date) => json!(date.iso()),
    }
}

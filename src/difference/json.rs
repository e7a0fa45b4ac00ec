use super::Difference;
use crate::comparison::{Called, ChangeKind, Datum, Field, Recomputed, RecordChange, TableChanges};
use serde_json::{Map, Number, Value, json};

/// The object of the contract, with a line end.
pub fn json(difference: &Difference<'_>) -> String {
    let comparison = difference.comparison;
    let mut summary = Map::new();
    for kind in ChangeKind::ALL {
        summary.insert(word(kind).to_owned(), comparison.count(kind).into());
    }
    summary.insert("unchanged".to_owned(), comparison.unchanged().into());
    let totals = comparison.figures.iter();
    let totals = totals.map(|figure| json!({ "key": figure.key, "before": figure.before, "after": figure.after }));
    let object = json!({
        "version": 1,
        "from": difference.from,
        "to": difference.to,
        "summary": summary,
        "changes": comparison.changes().map(|(table, change)| record(table, change)).collect::<Vec<_>>(),
        "totals": totals.collect::<Vec<_>>(),
        "recomputed": comparison.recomputed.iter().map(recomputed).collect::<Vec<_>>(),
    });
    format!("{object:#}\n")
}

/// A paragraph of a chapter in which only figures of the data differ: no change of its author's.
fn recomputed(paragraph: &Recomputed) -> Value {
    json!({ "chapter": paragraph.chapter, "before": paragraph.before, "after": paragraph.after })
}

fn word(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "added",
        ChangeKind::Removed => "removed",
        ChangeKind::Renamed => "renamed",
        ChangeKind::Moved => "moved",
        ChangeKind::Changed => "changed",
    }
}

fn record(table: &TableChanges, change: &RecordChange) -> Value {
    let id = |called: &Option<Called>| called.as_ref().map(|called| called.id.clone());
    json!({
        "table": table.table,
        "kind": word(change.kind),
        "before": id(&change.before),
        "after": id(&change.after),
        "fields": change.fields.iter().map(field).collect::<Vec<_>>(),
    })
}

fn field(field: &Field) -> Value {
    json!({ "key": field.key, "before": value(&field.data.0), "after": value(&field.data.1) })
}

fn value(datum: &Datum) -> Value {
    match datum {
        Datum::Absent => Value::Null,
        Datum::Text(text) => text.as_str().into(),
        Datum::List(texts) => texts.as_slice().into(),
        // A whole number is written without decimals.
        Datum::Number(number) if number.fract() == 0.0 => {
            let whole = format!("{number:.0}").parse::<i64>();
            whole.map_or_else(|_| Value::from(*number), Value::from)
        }
        Datum::Number(number) => Number::from_f64(*number).map_or(Value::Null, Value::Number),
    }
}

use super::written::Written;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// How one list becomes another.
pub(super) fn differences(own: &[Written], wanted: &[Written]) -> Vec<DiffOp> {
    let plain = |items: &[Written]| items.iter().map(normal).collect::<Vec<_>>();
    capture_diff_slices(Algorithm::Myers, &plain(own), &plain(wanted))
}

/// A text that is the same for values that mean the same.
fn normal(value: &Written) -> String {
    match value {
        Written::Nothing => "~".to_owned(),
        Written::Text(text) | Written::Number(text) => format!("{:?}", text.trim()),
        Written::List(items) => format!("[{}]", items.iter().map(normal).collect::<Vec<_>>().join(",")),
        Written::Group(entries) => {
            let mut entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{key:?}:{}", normal(value))).collect();
            entries.sort();
            format!("{{{}}}", entries.join(","))
        }
    }
}

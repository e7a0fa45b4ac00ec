use crate::edit::Written;
use crate::model::ProcessCode;

/// Whether two values of a key say the same: one thing alone is a list of one, a number is a number however written, a code has one spelling.
pub(super) fn is_same(key: &str, own: &Written, other: &Written) -> bool {
    match (own, other) {
        (Written::Group(own), Written::Group(others)) => {
            let same = |(part, value): &(String, Written)| {
                let found = others.iter().find(|(name, _)| name == part);
                found.is_some_and(|(_, other)| is_same(key, value, other))
            };
            own.len() == others.len() && own.iter().all(same)
        }
        (Written::Group(_), _) | (_, Written::Group(_)) => false,
        _ => {
            let (own, others) = (texts(key, own), texts(key, other));
            if matches!(key, "smart_team" | "servizio" | "area" | "software" | "continua_in") {
                let (mut own, mut others) = (own, others);
                own.sort();
                others.sort();
                return own == others;
            }
            // The same words divided otherwise are no change: what is there stays.
            own == others || (own.len() != others.len() && divided(&own) == divided(&others))
        }
    }
}

/// What stands between the signs by which offices divide lists.
fn divided(texts: &[String]) -> Vec<&str> {
    let parts = texts.iter().flat_map(|text| text.split([';', '/', ',']));
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The texts of a value, each in one spelling.
fn texts(key: &str, value: &Written) -> Vec<String> {
    let text = |value: &Written| {
        let text = value.scalar().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if key == "codice" {
            return ProcessCode::parse(&text).as_str().to_owned();
        }
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() && !text.starts_with('0') => number.to_string(),
            _ => text,
        }
    };
    match value {
        Written::List(items) => items.iter().map(text).collect(),
        Written::Nothing => Vec::new(),
        _ => vec![text(value)],
    }
}

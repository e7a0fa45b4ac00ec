use super::Difference;
use crate::comparison::{Called, ChangeKind, Comparison, Figure, RecordChange};
use std::cmp::Ordering;

/// How many records differ, in words: `1 voce aggiunta, 2 cambiate; 57 invariate`.
pub fn sentence(comparison: &Comparison) -> String {
    let mut said: Vec<String> = Vec::new();
    for kind in ChangeKind::ALL {
        let count = comparison.count(kind);
        if count > 0 {
            let noun = match (said.is_empty(), count) {
                (true, 1) => " voce",
                (true, _) => " voci",
                (false, _) => "",
            };
            said.push(format!("{count}{noun} {}", plural(kind, count)));
        }
    }
    let unchanged = comparison.unchanged();
    let word = if unchanged == 1 { "invariata" } else { "invariate" };
    if said.is_empty() { "nessuna differenza".to_owned() } else { format!("{}; {unchanged} {word}", said.join(", ")) }
}

fn plural(kind: ChangeKind, count: usize) -> &'static str {
    match (kind, count) {
        (_, 1) => word(kind),
        (ChangeKind::Added, _) => "aggiunte",
        (ChangeKind::Removed, _) => "tolte",
        (ChangeKind::Renamed, _) => "rinominate",
        (ChangeKind::Moved, _) => "spostate",
        (ChangeKind::Changed, _) => "cambiate",
    }
}

/// What happened to a record (`la voce`).
pub fn word(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "aggiunta",
        ChangeKind::Removed => "tolta",
        ChangeKind::Renamed => "rinominata",
        ChangeKind::Moved => "spostata",
        ChangeKind::Changed => "cambiata",
    }
}

/// What a record is called in both editions: `500-1-B → 500-1-M – Rappresentanza`.
pub fn called(change: &RecordChange) -> String {
    match (&change.before, &change.after) {
        (Some(before), Some(after)) if before.id != after.id => format!("{} → {}", before.id, full(after)),
        (_, Some(called)) | (Some(called), None) => full(called),
        (None, None) => String::new(),
    }
}

/// An identifier with the name, where the name says more.
pub(super) fn full(called: &Called) -> String {
    let Called { id, name } = called;
    if name.is_empty() {
        id.clone()
    } else if name == id || name.starts_with(&format!("{id} – ")) {
        name.clone()
    } else {
        format!("{id} – {name}")
    }
}

/// A value in one line.
pub fn value(texts: &[String]) -> String {
    if texts.is_empty() { "non indicato".to_owned() } else { texts.join("; ") }
}

/// A difference of figures, signed.
pub fn signed(figure: &Figure) -> String {
    match figure.after.cmp(&figure.before) {
        Ordering::Equal => "nessuna".to_owned(),
        Ordering::Greater => format!("+{}", figure.after - figure.before),
        Ordering::Less => format!("−{}", figure.before - figure.after),
    }
}

impl Difference<'_> {
    /// The heading of every format.
    pub(super) fn heading(&self) -> String {
        format!("Dall'edizione {} all'edizione {}: che cosa cambia", self.from, self.to)
    }
}

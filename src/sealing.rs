//! What the seal of an edition says: the fingerprints of its files, and the record of when it was sealed and opened.
//!
//! Owns the text of `sigillo.yaml`. That the files still are as they were sealed is a rule on form, in `load`.

use crate::digest::Sha256;
use crate::model::{Date, Edition, Seal};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const HEAD: &str = "# yaml-language-server: $schema=../../schemi/sigillo.json\n# Il sigillo di questa edizione: lo scrive `piao sigilla`, e non si cambia a mano.\n";
/// The path of the seal below the folder of an edition's data.
pub const FILE: &str = "sigillo.yaml";

/// The text of the seal that closes an edition with these files, on a day.
pub fn sealed(edition: &Edition, files: &BTreeMap<String, Vec<u8>>, day: Date) -> String {
    let mut text = format!("{HEAD}impronte:\n");
    let own = format!("data/{}/{FILE}", edition.id.as_str());
    for (path, bytes) in files.iter().filter(|(path, _)| **path != own) {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  {}: {}", quoted(path), Sha256::of(bytes));
    }
    text + &record(edition.seal.as_ref(), day, "sigillata", None)
}

/// The text of the seal of an edition that is opened again, on a day and for a reason.
pub fn opened(edition: &Edition, reason: &str, day: Date) -> String {
    format!("{HEAD}{}", record(edition.seal.as_ref(), day, "dissigillata", Some(reason)))
}

/// What the record of a seal says, with one more event.
fn record(seal: Option<&Seal>, day: Date, action: &str, reason: Option<&str>) -> String {
    let mut text = "registro:\n".to_owned();
    let mut event = |day: Option<String>, action: &str, reason: Option<&str>| {
        let day = day.map(|day| format!("data: {day}, ")).unwrap_or_default();
        let reason = reason.map(|reason| format!(", motivo: {}", quoted(reason))).unwrap_or_default();
        let _ = writeln!(text, "  - {{ {day}azione: {}{reason} }}", quoted(action));
    };
    for past in seal.iter().flat_map(|seal| &seal.record) {
        let reason = past.reason.as_ref().map(|reason| reason.value.as_str());
        event(past.date.as_ref().map(|date| date.value.iso()), &past.action, reason);
    }
    event(Some(day.iso()), action, reason);
    text
}

/// A text as YAML reads it back: bare where nothing in it means anything, between quotation marks otherwise.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    let is_bare = text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(is_plain);
    // A string of JSON is one of YAML.
    if is_bare { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

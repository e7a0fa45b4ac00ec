//! The marks of what is to be decided: those that an edition still carries stay beside the new ones.

use crate::edit::{Change, Document, Refusal, Step, Written};

/// The key of the mark.
pub(super) const KEY: &str = "da_decidere";

/// Marks what is to be decided of the record at a place. What is asked there already stays, but for the same question about other years.
pub(super) fn ask(document: &mut Document, record: &[Step], new: &[String], order: &[&str]) -> Result<(), Refusal> {
    if new.is_empty() {
        return Ok(());
    }
    let at: Vec<Step> = record.iter().cloned().chain([KEY.into()]).collect();
    let known = known(document.read().at(&at));
    let kept = known.iter().filter(|known| !new.iter().any(|new| without_years(known) == without_years(new)));
    let all: Vec<Written> = kept.chain(new).map(Written::text).collect();
    let value = match <[Written; 1]>::try_from(all) {
        Ok([one]) => one,
        Err(several) => Written::List(several),
    };
    document.apply(&Change::Set { at, value }, order)
}

/// What a mark asks: a text, or several.
pub(super) fn known(mark: Option<&Written>) -> Vec<String> {
    let single = mark.and_then(Written::scalar).filter(|text| !text.is_empty());
    let several = mark.map(Written::items).unwrap_or_default().iter().filter_map(Written::scalar);
    single.into_iter().chain(several).map(str::to_owned).collect()
}

fn without_years(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit()).collect()
}

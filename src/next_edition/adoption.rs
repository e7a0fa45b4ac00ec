use super::{Passage, adoption_rows, decisions, left_behind, remove};
use crate::edit::{Change, Document, Refusal, Written};
use crate::model::Date;

/// The order of the keys of a row.
const ORDER: &[&str] = &["data", "premessa", "da_decidere", "area", "servizio", "smart_team", "righe"];

/// `attuazione.yaml`: the offices of the old edition, whose numbers are to be decided, on the day one year later.
pub(super) fn carry_over(document: &mut Document, passage: Passage<'_>) -> Result<(), Refusal> {
    if document.read().get("righe").is_none() {
        return Ok(());
    }
    for key in ["totale_dichiarato", "note"] {
        remove(document, key)?;
    }
    let mut asked = Vec::new();
    if document.read().get("premessa").and_then(Written::scalar).is_some_and(|premise| !premise.trim().is_empty()) {
        asked.push("rileggere la premessa, che è quella dell'edizione precedente".to_owned());
    }
    asked.extend(left_behind::decisions(passage.from));
    decisions::ask(document, &[], &asked, ORDER)?;
    let day = passage.next_day();
    if let Some(day) = day {
        document.apply(&Change::Set { at: vec!["data".into()], value: Written::Number(day.iso()) }, ORDER)?;
    }
    // The rows are new: nothing of the old ones, and no comment on them, is theirs.
    document.apply(&Change::Set { at: vec!["righe".into()], value: Written::List(Vec::new()) }, ORDER)?;
    let rows = adoption_rows::rows(passage.from, day);
    if !rows.is_empty() {
        document.apply(&Change::Set { at: vec!["righe".into()], value: Written::List(rows) }, ORDER)?;
    }
    Ok(())
}

impl Passage<'_> {
    /// The day of the old table, as many years later as the new edition begins after the old one.
    fn next_day(self) -> Option<Date> {
        let day = self.from.adoption.date.as_ref()?.value;
        let years = self.to.first_year()? - self.from.id.first_year()?;
        let later = |last: i16| Date::new(day.year() + years, day.month().into(), last);
        later(day.day().into()).or_else(|| later(28))
    }
}

use super::{Passage, decisions};
use crate::edit::{Change, Document, Refusal, Written};
use crate::model::Date;
use std::fmt::Write as _;

const ORDER: &[&str] = &["controllo", "dove", "valore", "motivo", "da_decidere", "scade", "pubblica"];
/// The table whose rows are filled in anew.
const EMPTIED: &str = "attuazione";

/// `accettazioni.yaml`: those that have expired, or speak of rows that are to be filled in, go; of the others
/// the reason is asked anew, and the day until which they hold.
/// Says how many went.
pub(super) fn carry_over(document: &mut Document, passage: Passage<'_>) -> Result<usize, Refusal> {
    let items: Vec<Written> = document.read().get("accettazioni").map(Written::items).unwrap_or_default().to_vec();
    let mut gone = 0;
    for (number, item) in items.iter().enumerate().rev() {
        let at = |key: Option<&str>| {
            ["accettazioni".into(), number.into()].into_iter().chain(key.map(Into::into)).collect::<Vec<_>>()
        };
        if has_expired(item, passage.today) || is_of_emptied_rows(item) {
            document.apply(&Change::Remove { at: at(None) }, ORDER)?;
            gone += 1;
            continue;
        }
        // Of a list of places, those that are still there stay.
        let places = item.get("dove").map(Written::items).unwrap_or_default();
        let kept: Vec<Written> = places.iter().filter(|place| !is_emptied(place)).cloned().collect();
        if kept.len() < places.len() {
            document.apply(&Change::Set { at: at(Some("dove")), value: Written::List(kept) }, ORDER)?;
        }
        let mut decision = format!("confermare il motivo per l'edizione {}", passage.to.as_str());
        // A day of the old edition says nothing of how long the new one accepts it.
        if let Some(day) = item.get("scade").and_then(Written::scalar) {
            let _ = write!(decision, ", e dire se ha una scadenza: quella di prima era {day}");
            document.apply(&Change::Remove { at: at(Some("scade")) }, ORDER)?;
        }
        decisions::ask(document, &at(None), &[decision], ORDER)?;
    }
    Ok(gone)
}

fn has_expired(item: &Written, today: Date) -> bool {
    let day = item.get("scade").and_then(Written::scalar).and_then(Date::parse);
    day.is_some_and(|day| day < today)
}

/// Whether a place is one of the table whose rows are filled in anew.
fn is_emptied(place: &Written) -> bool {
    place.scalar().is_some_and(|place| place.split('/').next().is_some_and(|table| table.trim() == EMPTIED))
}

fn is_of_emptied_rows(item: &Written) -> bool {
    match item.get("dove") {
        Some(Written::List(places)) => !places.is_empty() && places.iter().all(is_emptied),
        Some(place) => is_emptied(place),
        None => false,
    }
}

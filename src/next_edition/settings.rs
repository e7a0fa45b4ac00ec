use super::years::moved_on;
use super::{Passage, decisions, remove};
use crate::edit::{Change, Document, Refusal, Written};

/// The order of the keys that are written here.
const ORDER: &[&str] = &["titolo", "allegato", "piano", "sezione", "stato", "da_decidere"];

/// `edizione.yaml`: a draft of the new years, without the acts and the days of the old ones.
pub(super) fn carry_over(document: &mut Document, passage: Passage<'_>) -> Result<(), Refusal> {
    if document.read().entries().is_empty() {
        return Ok(());
    }
    for key in ["ultimo_aggiornamento", "approvazione", "documento_approvato", "pubblicato_il", "versioni"] {
        remove(document, key)?;
    }
    for key in ["titolo", "piano", "sezione"] {
        let Some(old) = document.read().get(key).and_then(Written::scalar).map(str::to_owned) else { continue };
        let new = moved_on(&old, &passage.from.id, passage.to);
        if new != old {
            document.apply(&Change::Set { at: vec![key.into()], value: Written::text(new) }, ORDER)?;
        }
    }
    // A file of several holds some of the keys only.
    if document.read().get("titolo").is_none() {
        return remove(document, "stato");
    }
    document.apply(&Change::Set { at: vec!["stato".into()], value: Written::text("bozza") }, ORDER)?;
    let mut asked = vec![format!("confermare titolo, piano e sezione per l'edizione {}", passage.to.as_str())];
    let limits = &passage.from.limits;
    if limits.days_per_week.is_some() || limits.extra_days_per_year.is_some() || !limits.by_category.is_empty() {
        asked.push("confermare o cambiare i limiti della giornata agile".to_owned());
    }
    decisions::ask(document, &[], &asked, ORDER)
}

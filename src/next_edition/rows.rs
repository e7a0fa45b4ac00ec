//! The keys of records that belong to the year.

use super::Passage;
use crate::edit::{Change, Document, Refusal, Written};

/// `processi.yaml`: the codes of the edition before the old one are those of no edition that the new one is compared with.
pub(super) fn without_previous_codes(document: &mut Document) -> Result<(), Refusal> {
    let items = document.read().get("processi").map(Written::items).unwrap_or_default().iter().enumerate();
    let having = items.filter(|(_, item)| item.get("codice_precedente").is_some());
    let having: Vec<usize> = having.map(|(number, _)| number).collect();
    for number in having.into_iter().rev() {
        let at = vec!["processi".into(), number.into(), "codice_precedente".into()];
        document.apply(&Change::Remove { at }, &[])?;
    }
    Ok(())
}

/// `servizi.yaml`: areas that had ceased are named by no row any more, unless a process or a service still does.
pub(super) fn without_ceased_areas(document: &mut Document, passage: Passage<'_>) -> Result<(), Refusal> {
    let edition = passage.from;
    let of_services = edition.services.rows.iter().filter_map(|service| service.area.as_ref());
    let of_processes = edition.processes.rows.iter().flat_map(|process| &process.areas);
    let is_used = |id: &str| of_services.clone().chain(of_processes.clone()).any(|used| used.value == id);
    let ceased = edition.areas.rows.iter().filter(|area| !area.is_in_force() && !is_used(&area.id.value));
    let ceased: Vec<&str> = ceased.map(|area| area.id.value.as_str()).collect();
    let items = document.read().get("aree").map(Written::items).unwrap_or_default().iter().enumerate();
    let gone =
        items.filter(|(_, area)| area.get("id").and_then(Written::scalar).is_some_and(|id| ceased.contains(&id)));
    let gone: Vec<usize> = gone.map(|(number, _)| number).collect();
    for number in gone.into_iter().rev() {
        document.apply(&Change::Remove { at: vec!["aree".into(), number.into()] }, &[])?;
    }
    Ok(())
}

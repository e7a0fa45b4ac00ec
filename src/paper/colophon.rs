use crate::model::{Administration, Approval, Edition, Text};
use serde::Serialize;

/// A line of the colophon: what it is, and its text.
#[derive(Debug, Serialize)]
pub(crate) struct ColophonLine {
    pub(crate) label: &'static str,
    pub(crate) text: String,
}

/// The colophon of an edition: who publishes it and how to reach them, the acts, the days, the very document that was approved, the
/// licence. What is not known is left out.
pub(super) fn lines(administration: &Administration, edition: &Edition) -> Vec<ColophonLine> {
    let line = |label, text: &Option<Text>| Some(ColophonLine { label, text: text.as_ref()?.value.clone() });
    let contacts = &administration.contacts;
    let mut lines = vec![ColophonLine { label: "Ente", text: administration.name.value.clone() }];
    let known = [
        line("Indirizzo", &administration.address),
        line("Ufficio", &contacts.office),
        line("E-mail", &contacts.email),
        line("PEC", &contacts.certified_email),
        line("Telefono", &contacts.telephone),
        line("Responsabile della pubblicazione", &administration.publication_officer),
    ];
    lines.extend(known.into_iter().flatten());
    lines.push(ColophonLine { label: "Edizione", text: edition.id.as_str().to_owned() });
    if edition.is_approved() {
        lines.extend(act(&edition.approval).map(|text| ColophonLine { label: "Approvazione", text }));
        lines.extend(edition.later_acts.iter().filter_map(act).map(|text| ColophonLine { label: "Modifica", text }));
    }
    let days = [("Ultimo aggiornamento", &edition.updated), ("Pubblicazione", &edition.published)];
    lines.extend(
        days.into_iter().filter_map(|(label, day)| Some(ColophonLine { label, text: day.as_ref()?.value.long() })),
    );
    lines.extend(edition.approved_document.as_ref().map(|document| {
        let name = document.file.value.rsplit('/').next().unwrap_or_default();
        let text = format!("{name}, impronta SHA-256 {}", document.sha256.value.trim().to_lowercase());
        ColophonLine { label: "Documento approvato", text }
    }));
    lines.push(ColophonLine { label: "Licenza", text: administration.licence.value.clone() });
    lines
}

/// An act, as far as it is known: `Deliberazione (Giunta comunale) n. 12 del 29 gennaio 2026`.
fn act(approval: &Approval) -> Option<String> {
    let mut text = approval.act.as_ref()?.value.clone();
    let parts = [
        approval.body.as_ref().map(|body| format!(" ({})", body.value)),
        approval.number.as_ref().map(|number| format!(" n. {}", number.value)),
        approval.date.as_ref().map(|date| format!(" {}", date.value.of())),
    ];
    text.extend(parts.into_iter().flatten());
    Some(text)
}

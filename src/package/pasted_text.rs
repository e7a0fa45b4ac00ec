use super::names::UPLOADS;
use super::upload::{Upload, UploadKind, things};
use crate::model::{Administration, Approval, Edition, Status, Text};
use std::fmt::Write as _;

/// The name of the file with the text to paste.
const FILE: &str = "testo-da-incollare.txt";

/// The text for the page of the portal: its path in the archive, and its words. Only what is known is written.
pub fn pasted_text(
    administration: &Administration,
    edition: &Edition,
    base_url: Option<&str>,
    uploads: &[Upload<'_>],
) -> (String, String) {
    let mut text = String::new();
    let words = &edition.model.words;
    let id = edition.id.as_str();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{} – Allegato {}", edition.title.value, edition.annex.value);
    let _ = writeln!(text, "{}", edition.plan.value);
    let _ = writeln!(text, "{}\n", edition.section.value);
    if let Some(state) = state(edition) {
        let _ = writeln!(text, "{state}\n");
    }
    let _ = writeln!(
        text,
        "L'allegato disciplina il lavoro agile: organizzazione, {}mappatura {} ({}).\n\
         Ente: {}. Edizione: {id}.",
        if edition.has_teams() { words.say("[+smart team], ") } else { "" },
        words.say("[dei processi]"),
        edition.process_table(),
        administration.name.value
    );
    for line in [approval(edition), updated(edition), until(edition)].into_iter().flatten() {
        let _ = writeln!(text, "{line}");
    }
    if let Some(notice) = &administration.notice {
        let _ = writeln!(text, "\nAvviso. {}", notice.value.trim());
    }
    for (kind, heading) in [
        (UploadKind::Document, "Documento"),
        (UploadKind::Table, "Tavole da stampare"),
        (UploadKind::Data, "Dati aperti"),
    ] {
        let things = things(uploads, kind);
        if !things.is_empty() {
            let _ = writeln!(text, "\n{heading}");
        }
        for files in things {
            let formats: Vec<_> = files.iter().map(|file| format!("{}, {}", file.format, file.size)).collect();
            let _ = writeln!(text, "- {} ({})", files[0].what, formats.join("; "));
        }
    }
    let _ = writeln!(text, "\nLicenza: {}.", administration.licence.value);
    if let Some(base) = base_url {
        let _ = writeln!(text, "Si consulta anche all'indirizzo {base}{id}/");
    }
    for line in contacts(administration) {
        let _ = writeln!(text, "{line}");
    }
    (format!("{UPLOADS}{FILE}"), text)
}

/// The notice on a text that is not approved.
pub(super) fn state(edition: &Edition) -> Option<&'static str> {
    match edition.status.as_ref()?.value {
        Status::Draft => Some("BOZZA: testo non approvato."),
        Status::Proposed => Some("PROPOSTA: testo non ancora approvato."),
        Status::Approved => None,
    }
}

/// The act of approval; `None` of a text that is not approved, or if too little of the act is known to find it.
pub(super) fn approval(edition: &Edition) -> Option<String> {
    let acts: Vec<String> = edition.acts().filter(|_| edition.is_approved()).filter_map(act).collect();
    (!acts.is_empty()).then(|| format!("Approvato con {}.", acts.join("; modificato con ")))
}

fn act(approval: &Approval) -> Option<String> {
    let mut line = approval.act.as_ref()?.value.clone();
    let parts = [
        approval.body.as_ref().map(|body| format!(" ({})", body.value)),
        approval.number.as_ref().map(|number| format!(" n. {}", number.value)),
        approval.date.as_ref().map(|date| format!(" {}", date.value.of())),
        approval.url.as_ref().map(|url| format!(": {}", url.value)),
    ];
    line.extend(parts.into_iter().flatten());
    Some(line)
}

fn updated(edition: &Edition) -> Option<String> {
    edition.updated.as_ref().map(|day| format!("Ultimo aggiornamento: {}.", day.value.long()))
}

pub(super) fn until(edition: &Edition) -> Option<String> {
    let published = edition.published.as_ref()?;
    let until = edition.public_until()?;
    Some(format!("Pubblicato il {}; resta pubblico fino al {}.", published.value.long(), until.long()))
}

pub(super) fn contacts(administration: &Administration) -> Vec<String> {
    let contacts = &administration.contacts;
    let line = |label: &str, text: &Option<Text>| text.as_ref().map(|text| format!("{label}: {}", text.value));
    [
        line("Ufficio", &contacts.office),
        line("E-mail", &contacts.email),
        line("PEC", &contacts.certified_email),
        line("Telefono", &contacts.telephone),
    ]
    .into_iter()
    .flatten()
    .collect()
}

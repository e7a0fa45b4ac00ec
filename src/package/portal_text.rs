use super::pasted_text::{approval, contacts, state, until};
use super::upload::{Upload, UploadKind};
use crate::model::{Administration, Edition};
use std::fmt::Write as _;

/// The file with what is written on the portal of the plans.
const FILE: &str = "testo-per-il-portale-piao.txt";

/// What the Portale PIAO is told of the annex, which goes there with its plan: the path in the archive, and the words. Only what is
/// known is written.
pub fn portal_text(
    administration: &Administration,
    edition: &Edition,
    base_url: Option<&str>,
    uploads: &[Upload<'_>],
) -> (String, String) {
    let mut lines = vec![
        edition.plan.value.clone(),
        format!("Ente: {}", administration.name.value),
        edition.section.value.clone(),
        format!("Allegato {}: {}, edizione {}", edition.annex.value, edition.title.value, edition.id.as_str()),
    ];
    if let Some(ipa) = &administration.ipa_code {
        lines.insert(2, format!("Codice IPA: {}", ipa.value));
    }
    lines.extend(state(edition).map(str::to_owned));
    lines.extend([approval(edition), until(edition)].into_iter().flatten());
    lines.push(String::new());
    let document = uploads.iter().find(|upload| upload.kind == UploadKind::Document && upload.path.ends_with(".pdf"));
    lines.extend(document.map(|upload| {
        let name = upload.path.rsplit('/').next().unwrap_or_default();
        format!("File da caricare con il Piano: {name} ({}, {})", upload.format, upload.size)
    }));
    lines.extend(base_url.map(|base| format!("Indirizzo sul sito dell'ente: {base}{}/", edition.id.as_str())));
    lines.push(format!("Licenza: {}", administration.licence.value));
    lines.extend(contacts(administration));
    let mut text = String::new();
    for line in lines {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{line}");
    }
    (FILE.to_owned(), text)
}

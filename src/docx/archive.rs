use super::body::Body;
use super::document::{Document, Sheet};
use super::{numbering, parts, styles};
use crate::trouble::{Context as _, Trouble};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// The document as a file.
///
/// # Errors
///
/// When the archive cannot be put together.
pub(super) fn bytes(document: &Document) -> Result<Vec<u8>, Trouble> {
    pack(&all(document)).trouble(
        || "non è possibile scrivere il documento in DOCX".to_owned(),
        "segnalare l'errore a chi sviluppa il programma",
    )
}

/// Every part, the kinds of the parts first, as the format wants.
fn all(document: &Document) -> Vec<(String, Vec<u8>)> {
    let text = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    let (body, links) = Body::of_document(document);
    let (notes, note_links) = Body::of_notes(document);
    let mut all = vec![
        text("[Content_Types].xml", parts::content_types(document)),
        text("_rels/.rels", parts::package_relations(document)),
        text("word/document.xml", body),
        text("word/_rels/document.xml.rels", parts::document_relations(document, &links)),
        text("word/styles.xml", styles::part()),
        text("word/numbering.xml", numbering::part(&document.lists)),
        text("word/footnotes.xml", notes),
        text("word/_rels/footnotes.xml.rels", parts::note_relations(document, &note_links)),
        text("word/settings.xml", parts::settings()),
        text("docProps/core.xml", parts::core(&document.properties)),
    ];
    all.extend(document.properties.mark.iter().map(|mark| text("docProps/custom.xml", parts::custom(mark))));
    if let Some(running) = &document.running {
        for sheet in std::iter::once(None).chain(Sheet::ALL.map(Some)) {
            let number = sheet.map_or(0, Sheet::number);
            all.push(text(&format!("word/header{number}.xml"), parts::header(running, sheet)));
            all.push(text(&format!("word/footer{number}.xml"), parts::footer(running, sheet)));
        }
    }
    let pictures = document.pictures.iter().enumerate();
    all.extend(
        pictures.map(|(number, (ending, bytes))| (format!("word/media/figura{number}.{ending}"), bytes.clone())),
    );
    all
}

fn pack(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

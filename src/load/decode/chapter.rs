use super::front_matter;
use crate::load::form::{broken_chapter, system_name};
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::load::yaml;
use crate::model::{Chapter, NameFault, RecordName, Spanned};
use crate::routes::{chapter_name, is_reserved};
use crate::source::{Source, SourceId, Span};

/// A chapter of `content/<edizione>/`, where its heading can be read.
pub(in crate::load) fn chapter(id: SourceId, file: &Source, reader: &mut Reader<'_>) -> Option<Chapter> {
    let name = chapter_name(file.path());
    if is_reserved(&name) || name.is_empty() {
        reader.report(broken_chapter::reserved(id, file.path(), &name));
        return None;
    }
    if let Some(fault) = NameFault::of(&name) {
        reader.report(system_name::chapter(id, file.path(), &name, fault));
    }
    let (header, body) = match front_matter::split(file.text()) {
        Ok(parts) => parts,
        Err(fault) => {
            reader.report(broken_chapter::finding(id, fault));
            return None;
        }
    };
    // The heading alone, every byte in its place.
    let blanked = format!("{}{}", blank(&file.text()[..header.start]), &file.text()[header.clone()]);
    let document = yaml::read_part(id, file, &blanked, usize::MAX, reader.findings);
    if !document.complete {
        return None;
    }
    let mut record = Record::of(reader, &document.node, "l'intestazione del capitolo")?;
    let title = record.text(reader, "titolo");
    let order = record.must(reader, "ordine", |reader, node, key| {
        let text = reader.text(node, key)?;
        let order = text.parse().ok();
        if order.is_none() {
            reader.report(crate::load::form::wrong_number::finding(reader.sources, &text, key, "un numero intero"));
        }
        order.map(|order| Spanned::new(order, text.span))
    });
    let order = order.unwrap_or_else(|| Spanned::new(i64::MAX, record.key_span("ordine")));
    let number = record.maybe_text(reader, "numero");
    let part = record.maybe_text(reader, "parte");
    let covers = record.texts(reader, "copre");
    let rules = record.texts(reader, "regole");
    record.finish(reader, "capitoli", RecordName::part(&name));
    let span = Span::new(id, body.start, body.end);
    reader.name(span, "capitoli", RecordName::part(&name));
    let body = Spanned::new(file.text()[body].to_owned(), span);
    Some(Chapter { slug: name, title, order, number, part, covers, rules, body, accepted: Vec::new() })
}

/// The same bytes with spaces for everything but line endings.
fn blank(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' || byte == b'\r' { char::from(byte) } else { ' ' }).collect()
}

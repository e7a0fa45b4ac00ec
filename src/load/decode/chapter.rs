use crate::load::form::broken_chapter;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::load::yaml;
use crate::model::{Chapter, RecordName, Spanned};
use crate::routes::{chapter_name, is_reserved};
use crate::source::{Source, SourceId, Span};

/// A chapter of `content/<edizione>/`, where its heading can be read.
pub(in crate::load) fn chapter(id: SourceId, file: &Source, reader: &mut Reader<'_>) -> Option<Chapter> {
    let name = chapter_name(file.path());
    if is_reserved(&name) || name.is_empty() {
        reader.report(broken_chapter::reserved(id, file.path(), &name));
        return None;
    }
    let Some((header, body)) = split(file.text()) else {
        reader.report(broken_chapter::finding(id, file.path()));
        return None;
    };
    // The heading alone, every byte in its place.
    let blanked = format!("{}{}", blank(&file.text()[..header.start]), &file.text()[header.clone()]);
    let document = yaml::read_part(id, file, &blanked, reader.findings);
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
    let covers = record.texts(reader, "copre");
    let rules = record.texts(reader, "regole");
    record.finish(reader, "capitoli", RecordName::part(&name));
    let span = Span::new(id, body.start, body.end);
    reader.name(span, "capitoli", RecordName::part(&name));
    let body = Spanned::new(file.text()[body].to_owned(), span);
    Some(Chapter { slug: name, title, order, number, covers, rules, body })
}

/// The byte ranges of the front matter and of the rest.
fn split(text: &str) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut offset = start;
    let mut header = None;
    for line in text[start..].split_inclusive('\n') {
        let end = offset + line.len();
        match header {
            None if line.trim_end() == "---" => header = Some(end),
            None => return None,
            Some(from) if line.trim_end() == "---" => return Some((from..offset, end..text.len())),
            Some(_) => {}
        }
        offset = end;
    }
    None
}

/// The same bytes with spaces for everything but line endings.
fn blank(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' || byte == b'\r' { char::from(byte) } else { ' ' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_ends_at_its_second_line_of_hyphens() {
        let text = "\u{feff}---\r\ntitolo: A\r\n---\r\ntesto\n---\n";
        let (header, body) = split(text).expect("there is front matter");
        assert_eq!(&text[header], "titolo: A\r\n");
        assert_eq!(&text[body], "testo\n---\n");
        assert!(split("titolo: A\n").is_none());
        assert!(split("---\ntitolo: A\n").is_none());
    }
}

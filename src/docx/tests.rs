use super::*;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn document(text: &str) -> Document {
    let link = Piece::Link(Target::Outside(text.to_owned()), vec![Piece::text(text)]);
    let anchors = vec![text.to_owned()];
    let heading =
        Paragraph { anchors, ..Paragraph::new(Style::Heading(1), vec![Piece::bold(text), link, Piece::Note(0)]) };
    let cell = Cell { paragraphs: vec![Paragraph::new(Style::Cell, vec![Piece::text(text)])], ..Cell::default() };
    let row = Row { cells: vec![cell], may_split: false };
    let table = Table { title: text.to_owned(), columns: vec![1], head: vec![row.clone()], rows: vec![row] };
    let note = vec![Block::Paragraph(Paragraph::new(Style::Note, vec![Piece::text(text)]))];
    Document {
        properties: Properties {
            title: text.to_owned(),
            mark: Some((text.to_owned(), text.to_owned())),
            ..Properties::default()
        },
        running: Some(Running { left: text.to_owned(), state: Some(text.to_owned()), ..Running::default() }),
        sections: vec![
            Section { sheet: Sheet::Portrait, blocks: vec![Block::Paragraph(heading)] },
            Section { sheet: Sheet::Landscape, blocks: vec![Block::Table(table)] },
        ],
        lists: vec![ListKind::Bulleted],
        notes: vec![note],
        pictures: Vec::new(),
    }
}

#[test]
fn no_text_breaks_a_part() {
    for text in ["<w:p>&\"'</w:t>", "\u{0}\u{7}\u{1b}\u{fffe}\u{202e}", "a\tb\nc", "]]>", "&#0;", "😀 è"] {
        let bytes = document(text).bytes().unwrap();
        let archive = ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
        let names: Vec<String> = archive.file_names().map(|name| name.unwrap().to_string()).collect();
        for name in names {
            let xml = part(&bytes, &name);
            assert!(roxmltree::Document::parse(&xml).is_ok(), "{text:?} breaks {name}: {xml}");
        }
    }
}

#[test]
fn the_same_document_has_the_same_bytes() {
    assert_eq!(document("x").bytes().unwrap(), document("x").bytes().unwrap());
}

#[test]
fn sheets_lie_and_headings_are_repeated() {
    let xml = part(&document("x").bytes().unwrap(), "word/document.xml");
    assert_eq!(xml.matches("w:orient=\"landscape\"").count(), 1);
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(xml.matches("<w:cantSplit/>").count(), 2);
}

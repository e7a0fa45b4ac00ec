use super::*;
use crate::docx::document::Piece;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A document with this body, as it is read.
fn reading(body: &str) -> Reading {
    let main = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    made.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
    made.write_all(main.as_bytes()).expect("its bytes");
    read("prova.docx", &made.finish().expect("an archive").into_inner()).expect("a document")
}

fn said(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| if let Piece::Text(text, _) = piece { text.as_str() } else { "|" }).collect()
}

/// The words of each block, those of a table in brackets.
fn words(reading: &Reading) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Paragraph(paragraph) => said(&paragraph.pieces),
        Block::Table(table) => {
            let cells = table.head.iter().chain(&table.rows).flat_map(|row| &row.cells);
            cells.flat_map(|cell| &cell.paragraphs).map(|paragraph| format!("[{}]", said(&paragraph.pieces))).collect()
        }
        Block::Contents(_) => String::new(),
    };
    reading.blocks.iter().map(of).collect()
}

fn losses(reading: &Reading) -> Vec<Loss> {
    reading.lost.iter().map(|lost| lost.what).collect()
}

#[test]
fn a_paragraph_whose_end_was_deleted_goes_on_with_the_next() {
    let gone = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
    let body = format!(
        "<w:p>{gone}<w:r><w:t>uno </w:t></w:r></w:p><w:p>{gone}<w:del><w:r><w:delText>tolto</w:delText></w:r></w:del></w:p>\
         <w:p><w:r><w:t>due</w:t></w:r></w:p><w:p>{gone}<w:r><w:t>tre</w:t></w:r></w:p>"
    );
    assert_eq!(words(&reading(&body)), ["uno due", "tre"]);
    let item = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:moveFrom w:id=\"1\"/></w:rPr></w:pPr>";
    let read = reading(&format!("<w:p>{item}<w:moveFrom><w:r><w:t>spostato</w:t></w:r></w:moveFrom></w:p>"));
    assert_eq!((words(&read), losses(&read)), (vec![], vec![Loss::Deletion]));
}

#[test]
fn deleted_rows_and_cells_are_gone_and_told() {
    let cell = |text: &str, properties: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let row = |properties: &str, cells: &str| format!("<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>");
    let gone = row("<w:del w:id=\"1\"/>", &cell("tolta", ""));
    let table = |rows: &str| format!("<w:tbl>{rows}</w:tbl>");
    let read = reading(&table(&format!(
        "{gone}{}{}",
        row("", &format!("{}{}", cell("capo", ""), cell("via", "<w:cellDel w:id=\"2\"/>"))),
        row("<w:ins w:id=\"3\"/>", &cell("nuova", "")),
    )));
    assert_eq!(words(&read), ["[capo][nuova]"]);
    assert_eq!(losses(&read), [Loss::Deletion, Loss::Deletion, Loss::Insertion]);
    assert_eq!(words(&reading(&table(&gone))), Vec::<String>::new());
}

#[test]
fn a_new_sheet_within_a_paragraph_separates_words() {
    let read = reading("<w:p><w:r><w:t>prima</w:t><w:br w:type=\"page\"/><w:t>dopo</w:t></w:r></w:p>");
    assert_eq!((words(&read), losses(&read)), (vec!["prima dopo".to_owned()], vec![]));
}

#[test]
fn hidden_words_are_told() {
    let read =
        reading("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>nascoste</w:t></w:r><w:r><w:t>viste</w:t></w:r></w:p>");
    assert_eq!((words(&read), losses(&read)), (vec!["viste".to_owned()], vec![Loss::Hidden]));
}

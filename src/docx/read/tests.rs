use super::*;
use crate::docx::document::{Piece, Style};
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

#[test]
fn a_row_that_begins_further_right_keeps_its_columns() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let below = format!("<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}</w:tr>", cell("sotto b"));
    let read = reading(&format!("<w:tbl><w:tr>{}{}</w:tr>{below}</w:tbl>", cell("a"), cell("b")));
    let Some(Block::Table(table)) = read.blocks.first() else { panic!("{read:?}") };
    let texts: Vec<_> = table.rows[0]
        .cells
        .iter()
        .map(|cell| cell.paragraphs.iter().map(|p| said(&p.pieces)).collect::<String>())
        .collect();
    assert_eq!(texts, ["", "sotto b"]);
}

/// What is lost after a table within a table is told beside its own words.
#[test]
fn places_of_what_is_lost_go_on_after_tables() {
    let inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>y</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let read = reading(&format!(
        "<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc><w:tc/></w:tr></w:tbl><w:p><w:r><w:t>dopo</w:t><w:commentReference w:id=\"0\"/></w:r></w:p>"
    ));
    let places: Vec<_> = read.lost.iter().map(|lost| (lost.what, lost.block)).collect();
    assert_eq!(places, [(Loss::NestedTable, 0), (Loss::Comment, 1)]);
}

#[test]
fn a_table_of_contents_is_no_text() {
    let line = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let contents = ["TOC Heading", "TOC 1", "toc 2"].map(|style| line(style, "Premessa 3")).concat();
    let read = reading(&format!("<w:sdt><w:sdtContent>{contents}</w:sdtContent></w:sdt>{}", line("Normal", "testo")));
    assert_eq!((words(&read), losses(&read)), (vec!["testo".to_owned()], vec![Loss::Contents]));
}

#[test]
fn a_table_that_is_a_frame_is_a_quotation() {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let read = reading(&format!("<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>", paragraph("uno"), paragraph("due")));
    let quotes = |block: &Block| matches!(block, Block::Paragraph(paragraph) if paragraph.style == Style::Quote);
    assert_eq!((words(&read), losses(&read)), (vec!["uno".to_owned(), "due".to_owned()], vec![Loss::Box]));
    assert!(read.blocks.iter().all(quotes), "{read:?}");
}

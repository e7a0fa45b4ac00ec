use crate::folder::Folder;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HEAD: &str = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
const TAIL: &str = "</w:body></w:document>";

fn archive(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        made.start_file(*name, SimpleFileOptions::default()).expect("a part");
        made.write_all(bytes).expect("its bytes");
    }
    made.finish().expect("an archive").into_inner()
}

fn of(main: &str) -> Vec<u8> {
    archive(&[("word/document.xml", main.as_bytes().to_vec())])
}

#[test]
fn what_is_no_document_is_refused() {
    let starter = Folder::starter();
    let entity = format!(
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>{HEAD}<w:p><w:r><w:t>&e;</w:t></w:r></w:p>{TAIL}"
    );
    let laughs = format!(
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>{HEAD}<w:p><w:r><w:t>&b;</w:t></w:r></w:p>{TAIL}"
    );
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("testo", b"solo testo".to_vec(), "non è un documento di Word"),
        ("vuoto", Vec::new(), "non è un documento di Word"),
        ("altro", archive(&[("xl/workbook.xml", b"<x/>".to_vec())]), "non è un documento di Word"),
        ("rotto", of("<w:document"), "danneggiato"),
        ("entita", of(&entity), "danneggiato"),
        ("risate", of(&laughs), "danneggiato"),
        ("gonfio", archive(&[("word/document.xml", vec![b' '; 70 << 20])]), "troppo grande"),
        ("byte", archive(&[("word/document.xml", vec![0xff, 0x00, 0xfe])]), "danneggiato"),
    ];
    for (name, bytes, said) in cases {
        starter.write("/d.docx", bytes);
        let ran = starter.piao(["import", "d.docx", "--chapter", "premessa"]).status(2).run();
        assert!(ran.err.contains(said) && !ran.err.contains("root:"), "{name}: {}", ran.err);
    }
}

#[test]
fn what_stands_too_deep_is_said() {
    let starter = Folder::starter();
    for (open, close) in
        [("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")]
    {
        let depth = 400;
        let main =
            format!("{HEAD}{}<w:p><w:r><w:t>giù</w:t></w:r></w:p>{}{TAIL}", open.repeat(depth), close.repeat(depth));
        starter.write("/d.docx", of(&main));
        let ran = starter.piao(["import", "d.docx", "--chapter", "premessa"]).status(1).run();
        assert!(ran.out.contains("troppo annidata") || ran.out.contains("dentro un"), "{}", ran.out);
    }
}

#[test]
fn control_characters_do_not_reach_the_chapter_nor_the_terminal() {
    let starter = Folder::starter();
    let main = format!("{HEAD}<w:p><w:r><w:t>a\u{202e}b&#9;c {{{{ totali.processi }}}}</w:t></w:r></w:p>{TAIL}");
    starter.write("/d.docx", of(&main));
    let ran = starter.piao(["import", "d.docx", "--chapter", "nuovo"]).run();
    assert!(!ran.out.contains('\u{202e}'), "{}", ran.out);
    assert!(ran.out.contains("b c {{ totali.processi }}"), "{}", ran.out);
}

use super::*;

fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
    let workbook = parse("prova.csv", "prova", bytes.to_vec()).expect("a table");
    let row = |cells: &Vec<Cell>| cells.iter().map(|cell| cell.text.clone()).collect();
    workbook.sheets[0].rows.iter().map(row).collect()
}

#[test]
fn the_separator_is_found_by_looking() {
    for text in ["a;b\n1,5;2\n", "a,b\n\"1,5\",2\n", "a\tb\n1,5\t2\n", "a|b\n1,5|2\n", "sep=|\na|b\n1,5|2\n"] {
        let rows = texts(text.as_bytes());
        assert_eq!(&rows[rows.len() - 1], &["1,5", "2"], "{text}");
    }
}

#[test]
fn the_encoding_is_found_by_looking() {
    let text = "città;sì\nperò;è\n";
    let little = text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let big = text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(text);
    let mac = b"citt\x88;s\x93\nper\x98;\x8f\n";
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for (bytes, name) in [
        (text.as_bytes().to_vec(), "utf-8"),
        (marked(b"\xef\xbb\xbf", text.as_bytes()), "utf-8"),
        (windows.to_vec(), "windows-1252"),
        (mac.to_vec(), "macintosh"),
        (little.clone(), "utf-16le"),
        (marked(b"\xff\xfe", &little), "utf-16le"),
        (big.clone(), "utf-16be"),
        (marked(b"\xfe\xff", &big), "utf-16be"),
    ] {
        let workbook = parse("prova.csv", "prova", bytes.clone()).expect("a table");
        assert_eq!(workbook.encoding, Some(name));
        assert_eq!(texts(&bytes), [["città", "sì"], ["però", "è"]], "{name}");
    }
}

#[test]
fn quotation_marks_of_windows_are_no_accents_of_a_mac() {
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode("l’ufficio “Lavoro” – fase;perché\n“uno”;x\n");
    assert_eq!(parse("prova.csv", "prova", bytes.to_vec()).expect("a table").encoding, Some("windows-1252"));
}

#[test]
fn letters_that_no_italian_word_has_are_a_doubt() {
    // As DOS wrote them.
    let workbook = parse("prova.csv", "prova", b"citt\x85;perch\x82\nx;y\n".to_vec()).expect("a table");
    assert!(workbook.sheets[0].suppositions[0].contains("un'altra codifica"), "{:?}", workbook.sheets[0]);
}

#[test]
fn blank_lines_count_and_lines_in_quotes_do_not() {
    let rows = texts(b"a;b\r\n\r\n\r\n\"uno\r\ndue\";x\r\n;;\r\ny;z\r\n");
    assert_eq!(rows.len(), 6);
    assert_eq!(rows[3], ["uno\ndue", "x"]);
    assert_eq!(rows[5], ["y", "z"]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_swallows_nothing() {
    let rows = format!("a;b\n\"Biblioteca;1\n{}", "Ufficio;2\n".repeat(100));
    let workbook = parse("prova.csv", "prova", rows.into_bytes()).expect("a table");
    assert_eq!(workbook.sheets[0].rows.len(), 102);
    assert_eq!(workbook.sheets[0].suppositions.len(), 1);
    assert_eq!((workbook.sheets[0].supposed[0].row, workbook.sheets[0].supposed[0].column), (1, 0));
    // The last rows alone.
    let rows = texts(b"sep=;\na;b\n\"uno; due\";1\n\"Biblioteca;2\nUfficio;3\n");
    assert_eq!(rows[2..], [vec!["uno; due", "1"], vec!["Biblioteca", "2"], vec!["Ufficio", "3"]]);
}

#[test]
fn what_is_no_spreadsheet_is_said() {
    for (bytes, said) in [
        (&b"%PDF-1.7"[..], "PDF"),
        (b"<html><table>", "pagina web"),
        (b"PK\x03\x04rotto", "danneggiato"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "vecchio Excel"),
        (b"\x00\x01\x02\x03\x00\x00\x07", "nemmeno un testo"),
    ] {
        let trouble = parse("prova", "prova", bytes.to_vec()).expect_err("no spreadsheet");
        assert!(trouble.to_string().contains(said), "{trouble}");
    }
}

#[test]
fn a_line_that_no_table_has_is_refused() {
    let long = format!("Codice;Processo\n1-1;{}\n", "a".repeat(1 << 20));
    let many = format!("Codice;Processo\r\n1-1;x\r\n{}\r\n", ";".repeat(2 << 20));
    for (text, line) in [(long, 2), (many, 3)] {
        let refused = parse("prova.csv", "prova", text.into_bytes()).unwrap_err().to_string();
        assert_eq!(refused, format!("`prova.csv` è troppo grande: la riga {line} ha più di un milione di lettere"));
    }
    let long = format!("Codice;Processo\n1-1;{}\n", "a".repeat(1 << 19));
    assert_eq!(texts(long.as_bytes())[1][1].len(), 1 << 19);
}

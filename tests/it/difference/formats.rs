//! A comparison as text, Markdown, workbook and page.

use super::twice;
use calamine::{Reader as _, Xlsx, open_workbook_from_rs};
use piao::scaffold::EDITION;

#[test]
fn the_text_reads_on_its_own() {
    let starter = twice();
    starter.edit("processi.yaml", "smartabilita: si", "smartabilita: \"no\"");
    let expected = "\
Dall'edizione 2025-2027 all'edizione 2026-2028: che cosa cambia
1 voce cambiata; 22 invariate.

Tavola 1 – Mappatura dei processi
  ~ 100-1-B – Pubblicazione degli atti (cambiata)
      Smartabilità: sì → no

Totali
    Processi smartabili: 1 → 0 (−1)
    Processi non smartabili: 0 → 1 (+1)
";
    starter
        .piao(["diff", "2025-2027", EDITION])
        .out(expected)
        .err("Confronto fatto: 1 voce cambiata; 22 invariate.\n")
        .run();
}

#[test]
fn the_markdown_is_a_text_for_the_act() {
    let starter = twice();
    starter.edit("software.yaml", "nome: Protocollo informatico\n", "nome: Protocollo *unico* | nuovo\n");
    let ran = starter.piao(["diff", "2025-2027", EDITION, "--format", "markdown"]).run();
    assert!(
        ran.out
            .starts_with("# Dall'edizione 2025-2027 all'edizione 2026-2028: che cosa cambia\n\nComune di Esempio – ")
    );
    assert!(
        ran.out.contains("\n### Voci aggiunte\n\n- **Protocollo \\*unico\\* \\| nuovo** (aggiunta)\n"),
        "{}",
        ran.out
    );
}

#[test]
fn the_workbook_holds_a_line_for_each_field() {
    let starter = twice();
    starter.edit("processi.yaml", "finalita: Pubblicare gli atti nei tempi previsti", "finalita: =1+1");
    let ran = starter.piao(["diff", "2025-2027", EDITION, "--format", "xlsx", "--out", "confronto.xlsx"]).out("").run();
    assert!(ran.err.starts_with("Confronto scritto in `confronto.xlsx`: 1 voce cambiata"), "{}", ran.err);
    let bytes = std::fs::read(starter.root().join("confronto.xlsx")).expect("the file");
    let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes.clone())).expect("a workbook");
    let sheet = book.worksheet_range("Cambiamenti").expect("the sheet");
    let row: Vec<String> = sheet.rows().nth(1).expect("a row").iter().map(ToString::to_string).collect();
    let name = "100-1-B – Pubblicazione degli atti";
    let before = "Pubblicare gli atti nei tempi previsti";
    assert_eq!(row, ["Tavola 1 – Mappatura dei processi", "cambiata", name, name, "Finalità", before, "=1+1"]);
    let totals = book.worksheet_range("Totali").expect("the totals");
    assert_eq!(totals.rows().count(), 15);
    let numbers = totals.rows().skip(1).flat_map(|row| &row[1..]);
    assert!(numbers.clone().count() > 0 && numbers.clone().all(calamine::DataType::is_float), "{totals:?}");
    // Again it takes its place, with the same bytes; it takes the place of nothing else.
    starter.piao(["diff", "2025-2027", EDITION, "--format", "xlsx", "--out", "confronto.xlsx"]).run();
    assert_eq!(std::fs::read(starter.root().join("confronto.xlsx")).expect("the file"), bytes);
    let ran = starter.piao(["diff", "2025-2027", EDITION, "--out", "confronto.xlsx"]).status(2).run();
    assert!(ran.err.contains("non è un confronto in questo formato"), "{}", ran.err);
    // Nor does a comparison take the place of a workbook of somebody else.
    let mut other = rust_xlsxwriter::Workbook::new();
    other.add_worksheet();
    starter.write("/bilancio.xlsx", other.save_to_buffer().expect("a workbook"));
    let ran =
        starter.piao(["diff", "2025-2027", EDITION, "--format", "xlsx", "--out", "bilancio.xlsx"]).status(2).run();
    assert!(ran.err.contains("non è un confronto in questo formato"), "{}", ran.err);
    starter.piao(["diff", "2025-2027", EDITION, "--out", "data/ente.yaml"]).status(2).run();
}

#[test]
fn the_document_has_headings_and_an_item_for_each_record() {
    let starter = twice();
    starter.edit("processi.yaml", "finalita: Pubblicare gli atti nei tempi previsti", "finalita: Atti & <tempi>");
    let arguments = ["diff", "2025-2027", EDITION, "--format", "docx", "--out", "confronto.docx"];
    let bytes = || {
        starter.piao(arguments).out("").run();
        std::fs::read(starter.root().join("confronto.docx")).expect("the file")
    };
    let first = bytes();
    assert_eq!(first, bytes(), "again it takes its place, with the same bytes");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(first)).expect("an archive");
    let mut part = |name: &str| std::io::read_to_string(archive.by_name(name).expect("the part")).expect("a text");
    let text = part("word/document.xml");
    let read = roxmltree::Document::parse(&text).expect("XML");
    let words: Vec<&str> = read.descendants().filter_map(|node| node.text()).collect();
    for wanted in ["Voci cambiate", "100-1-B – Pubblicazione degli atti"] {
        assert!(words.contains(&wanted), "{wanted}: {words:?}");
    }
    let changed = "Finalità: da «Pubblicare gli atti nei tempi previsti» a «Atti & <tempi>»";
    assert!(words.contains(&changed), "{words:?}");
    let styles = part("word/styles.xml");
    for level in 1..=3 {
        assert!(text.contains(&format!("w:val=\"Heading{level}\"")), "{level}");
        assert!(styles.contains(&format!("w:styleId=\"Heading{level}\"")), "{level}");
    }
}

#[test]
fn the_page_tells_the_other_tables_and_the_chapters() {
    let starter = twice();
    starter.edit("software.yaml", "scopo: Registrazione dei documenti", "scopo: Protocollo");
    starter.edit("/content/2026-2028/03-nuovo.md", "", "---\ntitolo: In più\nordine: 3\n---\n\nTesto.\n");
    let site = crate::site::built::Site::built(starter.root(), &[]);
    let html = site.text(&format!("{EDITION}/cambiamenti/index.html"));
    assert!(html.contains("Organizzazione e processi sono gli stessi nelle due edizioni."), "{html}");
    let place = html.find("id=\"altro\"").expect("the section");
    assert!(html[place..].contains("<td>Protocollo</td>") && html[place..].contains("In più"), "{html}");
}

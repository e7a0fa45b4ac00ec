//! Numbers stand below each other by their digits, and have a point between thousands, on pages, paper and in Word.

use super::starter;
use crate::folder::Folder;
use crate::pdf::reading::boxes;
use crate::pdf::{converter, documents_of};
use crate::site::built::{Site, select, words};
use piao::pdf::typst::make;

const MODEL: &str = "tavole:\n  processi:\n    colonne:\n      volumi: { titolo: Volumi, tipo: numero }\n      ufficio: { titolo: Presso, tipo: testo }\n  software:\n    colonne:\n      licenze: { titolo: Licenze, tipo: numero }\n  aree:\n    colonne:\n      sedi: { titolo: Sedi, tipo: numero }\n  servizi:\n    colonne:\n      sportelli: { titolo: Sportelli, tipo: numero }\n";

/// The starter with columns of numbers in several tables, and women among the persons.
fn with_numbers() -> Folder {
    let folder = starter(MODEL, "    volumi: 7\n    ufficio: Sportello\n");
    let add = |file: &str, after: &str, line: &str| {
        let text = folder.read(file);
        assert!(text.contains(after), "{text}");
        folder.write(file, text.replacen(after, &format!("{after}{line}"), 1));
    };
    let programs = folder.read("software.yaml");
    let (head, tail) = programs.split_once("    scopo: ").expect("a program");
    folder.write("software.yaml", format!("{head}    licenze: 35\n    scopo: {tail}"));
    add("servizi.yaml", "    area: risorse\n", "    sportelli: 3\n");
    let text = folder.read("attuazione.yaml");
    let text = text.replace(
        "dipendenti: 12\n    agili: 7\n",
        "dipendenti: 12345\n    agili: 1250\n    donne: { dipendenti: 6100, agili: 700 }\n",
    );
    let text = text.replace("dipendenti: 21\n  agili: 11", "dipendenti: 12354\n  agili: 1254");
    folder.write("attuazione.yaml", text);
    folder
}

/// Whether every cell of a column stands as numbers do, its heading too.
fn is_of_numbers(site: &Site, path: &str, heading: &str) -> bool {
    let page = site.page(path);
    let heads = select(&page, "main thead th");
    let head = heads.iter().find(|head| words(head) == heading).unwrap_or_else(|| panic!("{path}: {heading}"));
    let is_number = |class: Option<&str>| class.is_some_and(|class| class.split(' ').any(|name| name == "numero"));
    let cells = select(&page, &format!("main td[data-voce=\"{heading}\"]"));
    is_number(head.attr("class")) && cells.iter().all(|cell| is_number(cell.attr("class")))
}

#[test]
fn columns_of_numbers_stand_by_their_digits_on_every_page() {
    let folder = with_numbers();
    let site = Site::unchecked(folder.root()).expect("the site");
    for (path, heading) in [
        ("processi/index.html", "Volumi"),
        ("stampa/processi/index.html", "Volumi"),
        ("software/index.html", "Licenze"),
        ("servizi/index.html", "Sportelli"),
        ("attuazione/index.html", "Donne: dipendenti"),
        ("attuazione/index.html", "Donne: lavoratrici agili"),
    ] {
        assert!(is_of_numbers(&site, &format!("2026-2028/{path}"), heading), "{path}: {heading}");
    }
    assert!(!is_of_numbers(&site, "2026-2028/processi/index.html", "Presso"));
}

#[test]
fn counts_of_people_have_a_point_between_thousands() {
    let folder = with_numbers();
    folder.piao(["build", "--docx"]).run();
    for path in
        ["attuazione/index.html", "stampa/attuazione/index.html", "index.html", "stato-di-attuazione/index.html"]
    {
        let page = folder.read(&format!("/public/2026-2028/{path}"));
        assert!(page.contains("12.354") && !page.contains(">12354"), "{path}: {page}");
    }
    let page = folder.read("/public/2026-2028/attuazione/index.html");
    assert!(page.contains(">12.345<") && page.contains(">6.100<"), "{page}");
    // In data a number is a number.
    assert!(folder.read("/public/2026-2028/dati/attuazione.csv").contains(",12345,1250"));
    let bytes = std::fs::read(folder.root().join("public/2026-2028/stampa/allegato.docx")).expect("the document");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut document = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").expect("a part"), &mut document)
        .expect("text");
    assert!(document.contains("12.345") && document.contains("6.100") && !document.contains("12345"));
    // The number of the own column, and its heading, stand at the right.
    let cell = document.find(">35<").expect("the licences");
    let paragraph = &document[document[..cell].rfind("<w:p>").expect("a paragraph")..cell];
    assert!(paragraph.contains("w:jc w:val=\"end\"") || paragraph.contains("w:jc w:val=\"right\""), "{paragraph}");
}

#[test]
fn a_column_of_numbers_ends_at_one_line_on_paper() {
    let folder = with_numbers();
    let text = folder.read("software.yaml");
    folder.write("software.yaml", text.replacen("licenze: 35", "licenze: 5", 1));
    let documents = documents_of(folder.root(), None);
    let one: Vec<_> = documents.into_iter().filter(|document| document.path.ends_with("software.pdf")).collect();
    let made = make(&converter(), &one, None).expect("the PDF");
    let pages = boxes(&made.outputs[0].bytes);
    let right = |word: &str| pages[0].1.iter().find(|(_, text)| text == word).map(|(corners, _)| corners[2]);
    let (head, number) = (right("Licenze").expect("the heading"), right("5").expect("the number"));
    assert!((head - number).abs() < 1.5, "{head} {number}");
}

//! The site answers: questions of the first page, laws that are cited, acronyms, what the office accepted, the table of tables.

use super::built::{Site, attributes, content, select};
use crate::folder::Folder;

#[test]
fn the_first_page_answers_from_the_data() {
    let page = Site::real().page("index.html");
    let answers: Vec<String> = select(&page, ".partenze p").iter().map(content).collect();
    for answer in [
        "Al massimo 1 giorno a settimana, più 5 l'anno.",
        "Smart team: 13 sì, 2 in parte, 3 no.",
        "Processi: 18 sì, 29 in parte, 12 no.",
        "88 su 160 dipendenti, al 31 dicembre 2024.",
        "10 capitoli, con le tavole al loro posto.",
    ] {
        assert!(answers.iter().any(|found| found == answer), "{answer} is not among {answers:#?}");
    }
    let questions: Vec<String> = select(&page, ".partenze h3").iter().map(content).collect();
    assert!(questions.iter().all(|question| question.ends_with('?')), "{questions:?}");
}

#[test]
fn what_is_not_known_is_not_answered() {
    let starter = Folder::starter();
    starter.remove("attuazione.yaml");
    starter.remove("/content/2026-2028/02-stato-di-attuazione.md");
    starter.edit("edizione.yaml", "limiti:\n  giorni_settimana_max: 1", "");
    let site = Site::built(starter.root(), &[]);
    let page = site.page("index.html");
    let answers: Vec<String> = select(&page, ".partenze p").iter().map(content).collect();
    assert!(
        !answers.iter().any(|answer| answer.contains("a settimana") || answer.contains("dipendenti")),
        "{answers:?}"
    );
}

/// Whoever writes «dati aperti» or «glossario» looks for that page: it was said that the document does not speak of it.
#[test]
fn the_search_finds_the_pages_of_the_site_by_their_titles() {
    let site = Site::real();
    let cards: Vec<_> = site.paths().filter(|path| path.starts_with("2025-2027/cerca/schede-")).collect();
    let cards: String = cards.iter().map(|path| String::from_utf8_lossy(&site.0[*path]).into_owned()).collect();
    for card in [
        r#"["Dati aperti","dati/index.html","","Le tavole da scaricare e riusare."]"#,
        r#"["Glossario","glossario/index.html","","Che cosa vogliono dire le parole del documento."]"#,
        r#"["Tavola 1 – Mappatura dei processi","processi/index.html""#,
        r#"["Stato di attuazione","attuazione/index.html""#,
    ] {
        assert!(cards.contains(card), "{card}");
    }
    for page in ["cerca/index.html", "indicatori/index.html", "cambiamenti/index.html"] {
        assert!(!cards.contains(&format!("\"{page}\"")), "{page} is the search itself, or not there");
    }
}

#[test]
fn the_search_answers_for_offices_as_for_processes() {
    let site = Site::real();
    let cards: Vec<String> = site
        .paths()
        .filter(|path| path.starts_with("2025-2027/cerca/schede-") || *path == "2025-2027/cerca/indice.js")
        .map(|path| String::from_utf8_lossy(&site.0[path]).into_owned())
        .collect();
    // An area tells how many of its teams can; a service with one team says what that says, and one without teams, of its processes.
    for card in [
        r#"["Risorse","aree/risorse/index.html","","Area Risorse","Smart team: 4 sì, 1 no – 1 giorno alla settimana"]"#,
        r#"["Servizi Finanziari","servizi/servizi-finanziari/index.html""#,
    ] {
        assert!(cards.iter().any(|cards| cards.contains(card)), "{card}");
    }
    let service = cards.iter().find_map(|cards| cards.split(r#"["Servizi Finanziari","servizi/"#).nth(1));
    let service = service.and_then(|card| card.split("\"]").next()).expect("a service");
    assert!(service.ends_with("\"Smartabile – 1 giorno alla settimana"), "{service}");
}

#[test]
fn laws_lead_to_the_public_collection() {
    let law = "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:2017-05-22;81";
    for path in ["premessa", "riferimenti-normativi", "glossario"] {
        let page = Site::real().page(&format!("2025-2027/{path}/index.html"));
        assert!(attributes(&page, "main a", "href").iter().any(|href| href == law), "{path}");
    }
    let page = Site::real().page("2025-2027/riferimenti-normativi/index.html");
    let led = attributes(&page, "main td a, main th a", "href");
    // The Minister's decree and the law cited by its year alone lead nowhere.
    assert_eq!(led.iter().filter(|href| href.contains("normattiva")).count(), 2, "{led:?}");
}

#[test]
fn acronyms_that_the_document_uses_are_in_its_glossary() {
    let page = Site::real().page("2025-2027/glossario/index.html");
    let ids = attributes(&page, ".glossario > div", "id");
    for used in ["sue", "suap", "uo", "pnrr", "ipr", "psc", "imu"] {
        assert!(ids.iter().any(|id| id == used), "{used} is not in {ids:?}");
    }
    assert!(!ids.iter().any(|id| id == "isee"), "what nobody uses is not explained");
    let names: Vec<String> = select(&page, ".glossario dt").iter().map(content).collect();
    assert!(names.iter().any(|name| name == "SUE – Sportello unico per l'edilizia"), "{names:?}");
}

#[test]
fn what_the_office_accepted_is_told_to_readers_unless_it_is_kept_in() {
    let told = |waiver: &str| {
        let starter = Folder::starter();
        starter.edit(
            "processi.yaml",
            "processo: Accertamento dei tributi",
            "processo: ACCERTAMENTO DEI TRIBUTI COMUNALI",
        );
        starter.edit(
            "accettazioni.yaml",
            "",
            &format!("accettazioni:\n  - {{ controllo: LA504, dove: processi/200-1-M, {waiver} }}\n"),
        );
        let site = Site::built(starter.root(), &[]);
        [
            "2026-2028/processi/200-1-m/index.html",
            "2026-2028/processi/index.html",
            "2026-2028/stampa/processi/index.html",
        ]
        .map(|path| site.text(path).contains("Nota dell'ufficio: Scritto &lt;b&gt;così"))
    };
    let reason = "motivo: \"Scritto <b>così</b> nel testo\"";
    assert_eq!(told(reason), [true; 3]);
    assert_eq!(told(&format!("{reason}, pubblica: no")), [false; 3]);
    // Nothing points at persons.
    let software = Site::real().text("2025-2027/software/index.html");
    assert!(!software.contains("Il nome compare nell'elenco pubblicato"));
    let process = Site::real().text("2025-2027/processi/410-1-b/index.html");
    assert!(process.contains("Nota dell'ufficio: La Tavola 1 pubblicata nomina"));
}

/// A long note of the office does not make a row of a table tall: it opens where it is asked for. Where a record stands alone, and in the
/// rows of Tavola 1, which open themselves, it is whole.
#[test]
fn a_long_note_of_the_office_is_opened_in_a_table() {
    let opened = |path: &str| -> Vec<String> {
        select(&Site::real().page(path), "details.nota-lunga").iter().map(content).collect()
    };
    let software = opened("2025-2027/software/index.html");
    assert_eq!(software.len(), 3, "{software:?}");
    assert!(
        software.iter().all(|note| note.starts_with("Nota dell'ufficioL'elenco pubblicato chiama")),
        "{software:?}"
    );
    for whole in ["processi", "processi/410-1-b", "stampa/processi"] {
        let path = format!("2025-2027/{whole}/index.html");
        assert!(opened(&path).is_empty() && Site::real().text(&path).contains("Nota dell'ufficio: "), "{path}");
    }
}

#[test]
fn the_open_data_begin_with_a_table_of_tables() {
    let page = Site::real().page("2025-2027/dati/index.html");
    let tables = select(&page, ".elenco-tavole tbody tr").len();
    assert_eq!(tables, select(&page, "details.dizionario").len());
    let files = attributes(&page, ".elenco-tavole a[download]", "href");
    assert_eq!(files.len(), tables * 4);
    assert_eq!(attributes(&page, "main a[download]", "href")[0], "tutto.zip");
    let archive = &Site::real().0["2025-2027/dati/tutto.zip"];
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive)).expect("an archive");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    assert_eq!(names.len(), files.len() + 2);
    for name in names {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut archive.by_name(&name).expect("a file"), &mut bytes).expect("its bytes");
        assert_eq!(Site::real().0[&format!("2025-2027/dati/{name}")], bytes, "{name}");
    }
}

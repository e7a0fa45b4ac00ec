//! `piao package` from outside: what the archive holds, and that it is always the same.

mod attacks;
mod verify;

use crate::folder::Folder;
use crate::stand_in::{GOOD, StandIn};
use crate::tree;
use piao::digest::Sha256;
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use verify::verified;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const BASE: &str = "https://www.comune.esempio.it/agile/";

const STEM: &str = "allegato-2a-lavoro-agile-2026-2028";

/// Every file of an archive, in its order.
fn listed(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|number| {
            let mut entry = archive.by_index(number).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            (entry.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn files(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    listed(bytes).into_iter().collect()
}

/// An archive with these files.
fn archive<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(path, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).unwrap()
}

/// The package of a starter folder, without PDFs.
fn package(starter: &Folder) -> Vec<u8> {
    let stand_in = StandIn::new(GOOD);
    let out = stand_in.program().with_file_name("fuori.zip");
    let options = ["package", "--no-pdf", "--base-url", BASE, "--out", out.to_str().unwrap()];
    stand_in.piao(starter.root(), options).run();
    fs::read(out).unwrap()
}

#[test]
fn the_archive_holds_the_site_and_the_files_to_upload() {
    let starter = Folder::starter();
    let stand_in = StandIn::new(GOOD);
    let root = starter.root();
    // The converter is there: the PDFs are made without being asked for.
    let said = stand_in.piao(root, ["package", "--base-url", BASE]).run().err;
    let bytes = fs::read(root.join(format!("{STEM}.zip"))).unwrap();
    assert!(said.contains(&Sha256::of(&bytes)), "{said}");
    let files = files(&bytes);
    let order: Vec<_> = listed(&bytes).into_iter().map(|(path, _)| path).collect();
    assert_eq!((order[0].as_str(), order[order.len() - 1].as_str()), ("LEGGIMI.html", "distinta.csv"));
    // The site is the one that `build` writes.
    stand_in.piao(root, ["build", "--pdf", "--base-url", BASE]).run();
    let mut built = tree::files(&root.join("public"));
    built.remove(".piao");
    for (path, bytes) in &built {
        assert!(files.get(&format!("sito/{path}")) == Some(bytes), "{path}");
    }
    assert_eq!(files.keys().filter(|path| path.starts_with("sito/")).count(), built.len());
    for (upload, on_site) in [
        (format!("{STEM}.pdf"), "stampa/allegato.pdf"),
        (format!("Tavole in PDF/{STEM}-processi.pdf"), "stampa/processi.pdf"),
        (format!("Dati aperti/{STEM}-processi.csv"), "dati/processi.csv"),
    ] {
        let upload = files.get(&format!("Da caricare in AT/{upload}")).unwrap_or_else(|| panic!("no {upload}"));
        assert!(*upload == files[&format!("sito/2026-2028/{on_site}")], "{on_site}");
    }
    // The list has every other file once, with its size, its fingerprint and its address.
    let mut rows = csv::Reader::from_reader(files["distinta.csv"].as_slice());
    assert_eq!(rows.headers().unwrap(), vec!["percorso", "dimensione", "sha256", "data", "indirizzo"]);
    let rows: BTreeMap<String, csv::StringRecord> =
        rows.records().map(|row| row.map(|row| (row[0].to_owned(), row)).unwrap()).collect();
    assert_eq!(rows.len() + 1, files.len());
    for (path, row) in &rows {
        assert_eq!(row[1], files[path].len().to_string(), "{path}");
        assert_eq!(row[2], Sha256::of(&files[path]), "{path}");
    }
    assert_eq!(&rows["sito/2026-2028/processi/100-1-b/index.html"][4], format!("{BASE}2026-2028/processi/100-1-b/"));
    assert_eq!(&rows[&format!("Da caricare in AT/{STEM}.pdf")][4], format!("{BASE}2026-2028/stampa/allegato.pdf"));
    assert_eq!(&rows["LEGGIMI.html"][4], "");
}

/// On a portal that takes files only, the descriptions of the data stand beside them under their long names.
#[test]
fn the_uploaded_descriptions_name_the_uploaded_files() {
    let files = files(&package(&Folder::starter()));
    let folder = "Da caricare in AT/Dati aperti/";
    let json = |name: &str| -> Value { serde_json::from_slice(&files[&format!("{folder}{STEM}-{name}")]).unwrap() };
    let named = |value: &Value| format!("{folder}{}", value.as_str().unwrap());
    let catalogue = json("catalogo.jsonld");
    let datasets = catalogue["dcat:dataset"].as_array().unwrap();
    let distributions = datasets.iter().flat_map(|dataset| dataset["dcat:distribution"].as_array().unwrap());
    let links: Vec<_> = distributions.map(|one| named(&one["dcat:downloadURL"]["@id"])).collect();
    let resources = json("datapackage.json");
    let paths: Vec<_> = resources["resources"].as_array().unwrap().iter().map(|one| named(&one["path"])).collect();
    assert!(links.len() >= 12 && paths.len() >= 3, "{links:?} {paths:?}");
    for path in links.iter().chain(&paths) {
        assert!(files.contains_key(path), "{path}");
    }
    // On the site they go on naming the files of the site.
    let site = text(&files, "sito/2026-2028/dati/catalogo.jsonld");
    assert!(site.contains(&format!("{BASE}2026-2028/dati/processi.csv")), "{site}");
}

/// What is not known is not made up: a folder that states no day has none in its list, and the approved document is of the day of its act.
#[test]
fn only_stated_days_are_listed() {
    let starter = Folder::starter();
    let days = |files: &BTreeMap<String, Vec<u8>>| -> BTreeMap<String, String> {
        let mut rows = csv::Reader::from_reader(files["distinta.csv"].as_slice());
        rows.records().map(|row| row.map(|row| (row[0].to_owned(), row[3].to_owned())).unwrap()).collect()
    };
    let edition: String = starter
        .read("edizione.yaml")
        .lines()
        .filter(|line| {
            !["ultimo_aggiornamento", "approvazione", "documento_approvato", "stato"]
                .iter()
                .any(|key| line.starts_with(key))
        })
        .map(|line| format!("{line}\n"))
        .collect();
    starter.write("edizione.yaml", &*edition);
    assert!(days(&files(&package(&starter))).values().all(String::is_empty));
    starter.write("/atti/delibera.pdf", "%PDF-1.7 la delibera");
    let act = "{ organo: Giunta comunale, atto: Deliberazione, numero: 12, data: 2026-01-29 }";
    let document = format!("{{ file: atti/delibera.pdf, sha256: {} }}", Sha256::of(b"%PDF-1.7 la delibera"));
    let last = "ultimo_aggiornamento: 2026-03-05\nstato: approvata";
    starter.write("edizione.yaml", format!("{edition}{last}\napprovazione: {act}\ndocumento_approvato: {document}\n"));
    let days = days(&files(&package(&starter)));
    let approved: Vec<_> =
        days.iter().filter(|(path, _)| path.contains("approvato") || path.ends_with("delibera.pdf")).collect();
    assert_eq!(approved.len(), 2, "{days:?}");
    assert!(approved.iter().all(|(_, day)| *day == "2026-01-29"), "{approved:?}");
    assert_eq!(days["sito/2026-2028/index.html"], "2026-03-05");
    assert_eq!(days["LEGGIMI.html"], "2026-03-05");
}

#[test]
fn a_rebuilt_archive_has_the_same_bytes() {
    let starter = Folder::starter();
    let first = package(&starter);
    assert!(package(&starter) == first);
    assert!(package(&Folder::starter()) == first, "wherever the folder is");
}

#[test]
fn the_cover_sheet_says_what_is_known_and_what_is_not() {
    let starter = Folder::starter();
    let sheet = text(&files(&package(&starter)), "LEGGIMI.html");
    assert!(sheet.contains("lo decide l&#39;ufficio") || sheet.contains("lo decide l'ufficio"), "{sheet}");
    assert!(sheet.contains("Il giorno della pubblicazione non è indicato nei dati"), "{sheet}");
    assert!(sheet.contains("non ci sono PDF"), "{sheet}");
    let edition = starter.read("edizione.yaml");
    let kept: String =
        edition.lines().filter(|line| !line.starts_with("pubblicato_il")).map(|line| format!("{line}\n")).collect();
    starter.write("edizione.yaml", kept + "pubblicato_il: 2026-02-03\n");
    let office = starter.read("/data/ente.yaml") + "collocazione_at: Atti <generali>\n";
    starter.write("/data/ente.yaml", office);
    let files = files(&package(&starter));
    let sheet = text(&files, "LEGGIMI.html");
    assert!(sheet.contains("Vanno in <strong>Atti &lt;generali&gt;</strong>"), "{sheet}");
    assert!(sheet.contains("Pubblicato il 3 febbraio 2026, resta pubblico fino al <strong>31 dicembre 2031</strong>"));
    let pasted = text(&files, "Da caricare in AT/testo-da-incollare.txt");
    assert!(pasted.contains("Pubblicato il 3 febbraio 2026; resta pubblico fino al 31 dicembre 2031."), "{pasted}");
    let portal = text(&files, "testo-per-il-portale-piao.txt");
    for line in [
        "Ente: Comune di Esempio",
        "Allegato 2A: Disciplina del Lavoro Agile, edizione 2026-2028",
        "BOZZA: testo non approvato.",
    ] {
        assert!(portal.lines().any(|found| found == line), "{portal}");
    }
    // Only what is approved says by which act.
    assert!(!portal.contains("Approvato") && !pasted.contains("Approvato"), "{portal}");
    assert!(sheet.contains("testo-per-il-portale-piao.txt"), "{sheet}");
    // Its links lead to files of the archive.
    let html = Html::parse_document(&sheet);
    for link in html.select(&Selector::parse("a[href]").unwrap()) {
        let path = link.attr("href").unwrap().replace("%20", " ");
        assert!(files.contains_key(&path), "{path}");
    }
}

#[test]
fn the_page_to_upload_needs_no_other_file() {
    let files = files(&package(&Folder::starter()));
    let page = text(&files, &format!("Da caricare in AT/{STEM}.html"));
    let html = Html::parse_document(&page);
    let select = |selector: &str| html.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
    assert!(select("link, script[src], img, iframe, object").is_empty());
    assert!(select("style").iter().any(|style| style.text().any(|text| text.contains(":root"))));
    let ids: Vec<_> = select("[id]").iter().filter_map(|element| element.attr("id")).map(str::to_owned).collect();
    for link in select("a[href]") {
        let href = link.attr("href").unwrap();
        let inside = href.strip_prefix('#').is_some_and(|id| ids.iter().any(|known| known == id));
        assert!(inside || href.starts_with("https://") || href.starts_with("mailto:"), "{href}");
    }
    // What led to pages of the site is words.
    assert!(select("a:not([href])").is_empty());
    assert_eq!(select("h1").len(), 1);
    assert!(page.contains("100-1-B"));
}

#[test]
fn errors_in_the_data_write_nothing() {
    let starter = Folder::starter();
    starter.edit("processi.yaml", "rischio: medio", "rischio: moderato");
    let said = StandIn::new(GOOD).piao(starter.root(), ["package"]).status(1).run().err;
    assert!(said.contains("Il pacchetto non è stato scritto"), "{said}");
    assert_eq!(fs::read_dir(starter.root()).unwrap().count(), 2, "data, content and nothing else");
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_never_replaced() {
    use std::os::unix::{fs::symlink, net::UnixListener};
    let starter = Folder::starter();
    let root = starter.root();
    let stand_in = StandIn::new(GOOD);
    starter.write("/altrui.zip", "anni di lavoro");
    symlink("altrui.zip", root.join("collegamento.zip")).unwrap();
    symlink("nulla", root.join("rotto.zip")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(root.join("coda.zip")).status().unwrap().success());
    let _socket = UnixListener::bind(root.join("presa.zip")).unwrap();
    fs::create_dir(root.join("cartella.zip")).unwrap();
    let names = || {
        let mut names: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = names();
    for target in ["collegamento.zip", "rotto.zip", "coda.zip", "presa.zip", "cartella.zip", "/dev/null"] {
        let ran = stand_in.piao(root, ["package", "--no-pdf", "--out", target]).status(2).run();
        assert!(ran.err.contains(", non un file"), "{target}: {}", ran.err);
        // Nor is it waited for as an archive to be verified.
        let verified = starter.piao(["package", "--verify", target]).any_status().run();
        assert!(verified.status == Some(2) && !verified.err.is_empty(), "{target}: {}", verified.err);
    }
    assert_eq!(names(), before);
    assert!(fs::symlink_metadata(root.join("collegamento.zip")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(root.join("altrui.zip")).unwrap(), "anni di lavoro");
}

#[test]
fn nothing_of_anybody_else_is_replaced() {
    let starter = Folder::starter();
    let root = starter.root();
    let stand_in = StandIn::new(GOOD);
    starter.edit("/tesi.zip", "", "anni di lavoro");
    for (target, words) in [
        ("tesi.zip", "non è un pacchetto di questo programma"),
        ("data", "è una cartella"),
        ("data/pacchetto.zip", "fa parte della cartella `data`"),
        ("content/../content/p.zip", "fa parte della cartella `content`"),
    ] {
        let said = stand_in.piao(root, ["package", "--no-pdf", "--out", target]).status(2).run().err;
        assert!(said.contains(words), "{target}: {said}");
    }
    assert_eq!(fs::read_to_string(root.join("tesi.zip")).unwrap(), "anni di lavoro");
    assert_eq!(fs::read_dir(root).unwrap().count(), 3, "data, content, the thesis and nothing else");
    // One of ours is replaced, even where somebody has changed it.
    let target = root.join("nuova/pacchetto.zip");
    for _ in 0..2 {
        let options = ["package", "--no-pdf", "--out", "nuova/pacchetto.zip"];
        stand_in.piao(root, options).run();
        assert_eq!(verified(&fs::read(&target).unwrap()).0, Some(0));
        let mut files = files(&fs::read(&target).unwrap());
        files.insert("LEGGIMI.html".to_owned(), b"altro".to_vec());
        fs::write(&target, archive(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())))).unwrap();
    }
    assert_eq!(fs::read_dir(root.join("nuova")).unwrap().count(), 1);
}

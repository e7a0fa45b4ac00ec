//! `piao build` from outside: what is written, what is left alone, and that the same input gives the same bytes.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)] // A test that cannot go on has failed.

mod starter;

use starter::Starter;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn build(root: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_piao"));
    command.arg("build").args(arguments).current_dir(root).env("NO_COLOR", "1");
    command.output().expect("the program starts")
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// Every file below a folder with its bytes.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file())
    {
        let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        files.insert(path, fs::read(entry.path()).unwrap());
    }
    files
}

#[test]
fn the_site_goes_to_public_and_a_second_run_gives_the_same_bytes() {
    let starter = Starter::new();
    let output = build(starter.root(), &[]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    let first = tree(&starter.root().join("public"));
    for page in [
        "index.html",
        "2026-2028/index.html",
        "2026-2028/processi/100-1-b/index.html",
        "2026-2028/dati/processi.csv",
        "404.html",
        "robots.txt",
    ] {
        assert!(first.contains_key(page), "{page}");
    }
    assert_eq!(code(&build(starter.root(), &["--oggi", "2031-05-05"])), Some(0));
    assert_eq!(tree(&starter.root().join("public")), first);
    assert_eq!(code(&build(starter.root(), &["--uscita", "altrove/sito"])), Some(0));
    assert_eq!(tree(&starter.root().join("altrove/sito")), first);
}

#[test]
fn errors_in_the_data_leave_the_published_site_as_it_was() {
    let starter = Starter::new();
    assert_eq!(code(&build(starter.root(), &[])), Some(0));
    let before = tree(&starter.root().join("public"));
    starter.edit("processi.yaml", "rischio: medio", "rischio: moderato");
    let output = build(starter.root(), &[]);
    assert_eq!(code(&output), Some(1));
    assert!(stderr(&output).contains("errore[LA101]"), "{}", stderr(&output));
    assert!(stderr(&output).contains("non è stato toccato"), "{}", stderr(&output));
    assert_eq!(tree(&starter.root().join("public")), before);
    assert_eq!(fs::read_dir(starter.root()).unwrap().count(), 3, "data, content, public and nothing else");
}

#[test]
fn a_broken_theme_leaves_the_published_site_as_it_was() {
    for (name, text) in
        [("processo.html", "{{ "), ("processo.html", "{{ pagina.che_non_esiste }}"), ("404.html", "{% for %}")]
    {
        let starter = Starter::new();
        assert_eq!(code(&build(starter.root(), &[])), Some(0));
        let before = tree(&starter.root().join("public"));
        starter.edit(&format!("/themes/istituzionale/templates/{name}"), "", text);
        let output = build(starter.root(), &[]);
        assert_eq!(code(&output), Some(2), "{text}: {}", stderr(&output));
        assert!(stderr(&output).contains("errore: ") && stderr(&output).contains(name), "{}", stderr(&output));
        assert!(!stderr(&output).contains("panicked"), "{}", stderr(&output));
        assert_eq!(tree(&starter.root().join("public")), before);
    }
}

#[test]
fn a_theme_that_does_not_exist_is_named() {
    let starter = Starter::new();
    starter.edit("/data/ente.yaml", "aspetto: istituzionale", "aspetto: moderno");
    let output = build(starter.root(), &[]);
    assert_eq!(code(&output), Some(2));
    assert!(stderr(&output).contains("moderno"), "{}", stderr(&output));
    assert!(!starter.root().join("public").exists());
}

#[test]
fn a_folder_of_somebody_else_is_never_emptied() {
    let starter = Starter::new();
    starter.edit("/public/tesi.txt", "", "anni di lavoro");
    let output = build(starter.root(), &[]);
    assert_eq!(code(&output), Some(2));
    assert_eq!(
        tree(&starter.root().join("public")),
        BTreeMap::from([("tesi.txt".to_owned(), b"anni di lavoro".to_vec())])
    );
    for target in [".", "data", "data/2026-2028", "content"] {
        assert_eq!(code(&build(starter.root(), &["--out", target])), Some(2), "{target}");
        assert!(starter.path("processi.yaml").exists(), "{target}");
    }
}

#[test]
fn absolute_addresses_appear_only_with_a_base_address() {
    let starter = Starter::new();
    assert_eq!(code(&build(starter.root(), &["--out", "senza"])), Some(0));
    let without = tree(&starter.root().join("senza"));
    assert!(!without.contains_key("sitemap.xml"));
    assert_eq!(
        code(&build(starter.root(), &["--out", "con", "--base-url", "https://www.comune.esempio.it/agile"])),
        Some(0)
    );
    let with = tree(&starter.root().join("con"));
    let text = |files: &BTreeMap<String, Vec<u8>>, name: &str| String::from_utf8(files[name].clone()).unwrap();
    let canonical = "https://www.comune.esempio.it/agile/2026-2028/processi/100-1-b/";
    assert!(text(&with, "sitemap.xml").contains(canonical));
    assert!(text(&with, "2026-2028/processi/100-1-b/index.html").contains(canonical));
    assert!(!text(&without, "2026-2028/processi/100-1-b/index.html").contains("canonical"));
    for wrong in ["agile/", "ftp://esempio.it/", "https://", "https://a b/"] {
        assert_eq!(code(&build(starter.root(), &["--out", "altro", "--base-url", wrong])), Some(2), "{wrong}");
    }
}

#[test]
fn absent_tables_have_no_pages_and_no_files() {
    let starter = Starter::new();
    for file in ["software.yaml", "formazione.yaml", "valutazione.yaml", "esclusioni.yaml"] {
        starter.edit(file, "", "");
    }
    assert_eq!(code(&build(starter.root(), &[])), Some(0));
    let files = tree(&starter.root().join("public"));
    let gone = |path: &String| ["software", "formazione", "valutazione"].iter().any(|name| path.contains(name));
    assert_eq!(files.keys().filter(|path| gone(path)).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn an_older_edition_stays_at_its_address_with_a_banner() {
    let starter = Starter::new();
    for folder in ["data", "content"] {
        let from = starter.root().join(folder).join("2026-2028");
        let to = starter.root().join(folder).join("2025-2027");
        fs::create_dir_all(&to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            let text = fs::read_to_string(entry.path())
                .unwrap()
                .replace("2026-2028", "2025-2027")
                .replace("2025-12-31", "2024-12-31");
            fs::write(to.join(entry.file_name()), text).unwrap();
        }
    }
    let output = build(starter.root(), &[]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    let page = |path: &str| fs::read_to_string(starter.root().join("public").join(path)).unwrap();
    assert!(page("2025-2027/processi/100-1-b/index.html").contains("non più vigente"));
    assert!(!page("2026-2028/processi/100-1-b/index.html").contains("non più vigente"));
    assert!(page("index.html").contains("2025-2027/index.html"));
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_opened_is_a_wrong_world() {
    let starter = Starter::new();
    // A link to itself cannot be opened by anybody, not even by root.
    fs::remove_file(starter.path("software.yaml")).unwrap();
    std::os::unix::fs::symlink("software.yaml", starter.path("software.yaml")).unwrap();
    let output = build(starter.root(), &[]);
    assert_eq!(code(&output), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("software.yaml"), "{}", stderr(&output));
    assert!(!starter.root().join("public").exists());
}

//! `piao build` from outside: what is written, what is left alone, and that the same input gives the same bytes.

#[cfg(target_os = "linux")]
mod any_change;
mod kept_data;
mod kept_reading;
#[cfg(unix)]
mod pdfs;
#[cfg(unix)]
mod unchanged;
mod word;

use crate::folder::Folder;
use crate::tree::files;
use std::collections::BTreeMap;
use std::fs;

#[test]
fn the_site_goes_to_public_and_a_second_run_gives_the_same_bytes() {
    let starter = Folder::starter();
    starter.piao(["build"]).run();
    let first = files(&starter.root().join("public"));
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
    starter.piao(["build", "--oggi", "2031-05-05"]).run();
    assert_eq!(files(&starter.root().join("public")), first);
    starter.piao(["build", "--uscita", "altrove/sito"]).run();
    assert_eq!(files(&starter.root().join("altrove/sito")), first);
}

#[test]
fn errors_in_the_data_leave_the_published_site_as_it_was() {
    let starter = Folder::starter();
    starter.piao(["build"]).run();
    let before = files(&starter.root().join("public"));
    starter.edit("processi.yaml", "rischio: medio", "rischio: moderato");
    let ran = starter.piao(["build"]).status(1).run();
    assert!(ran.err.contains("errore[LA101]"), "{}", ran.err);
    assert!(ran.err.contains("non è stato toccato"), "{}", ran.err);
    assert_eq!(files(&starter.root().join("public")), before);
    assert_eq!(fs::read_dir(starter.root()).unwrap().count(), 3, "data, content, public and nothing else");
}

#[test]
fn a_broken_theme_leaves_the_published_site_as_it_was() {
    for (name, text) in
        [("processo.html", "{{ "), ("processo.html", "{{ pagina.che_non_esiste }}"), ("404.html", "{% for %}")]
    {
        let starter = Folder::starter();
        starter.piao(["build"]).run();
        let before = files(&starter.root().join("public"));
        starter.edit(&format!("/themes/istituzionale/templates/{name}"), "", text);
        let ran = starter.piao(["build"]).status(2).run();
        assert!(ran.err.contains("errore: ") && ran.err.contains(name), "{}", ran.err);
        assert_eq!(files(&starter.root().join("public")), before);
    }
}

#[test]
fn a_theme_that_does_not_exist_is_named() {
    let starter = Folder::starter();
    starter.edit("/data/ente.yaml", "aspetto: istituzionale", "aspetto: moderno");
    let ran = starter.piao(["build"]).status(1).run();
    assert!(ran.err.contains("errore[LA016]: l'aspetto `moderno` non c'è"), "{}", ran.err);
    assert!(!starter.root().join("public").exists());
}

#[test]
fn a_folder_of_somebody_else_is_never_emptied() {
    let starter = Folder::starter();
    starter.edit("/public/tesi.txt", "", "anni di lavoro");
    starter.piao(["build"]).status(2).run();
    assert_eq!(
        files(&starter.root().join("public")),
        BTreeMap::from([("tesi.txt".to_owned(), b"anni di lavoro".to_vec())])
    );
    for target in [".", "data", "data/2026-2028", "content"] {
        starter.piao(["build", "--out", target]).status(2).run();
        assert!(starter.path("processi.yaml").exists(), "{target}");
    }
}

#[test]
fn absolute_addresses_appear_only_with_a_base_address() {
    let starter = Folder::starter();
    starter.piao(["build", "--out", "senza"]).run();
    let without = files(&starter.root().join("senza"));
    assert!(!without.contains_key("sitemap.xml"));
    starter.piao(["build", "--out", "con", "--base-url", "https://www.comune.esempio.it/agile"]).run();
    let with = files(&starter.root().join("con"));
    let text = |files: &BTreeMap<String, Vec<u8>>, name: &str| String::from_utf8(files[name].clone()).unwrap();
    let canonical = "https://www.comune.esempio.it/agile/2026-2028/processi/100-1-b/";
    assert!(text(&with, "sitemap.xml").contains(canonical));
    assert!(text(&with, "2026-2028/processi/100-1-b/index.html").contains(canonical));
    assert!(!text(&without, "2026-2028/processi/100-1-b/index.html").contains("canonical"));
    for wrong in
        ["agile/", "ftp://esempio.it/", "https://", "https://a b/", "https://utente:segreta@a.it/", "HTTPS://a.it/"]
    {
        starter.piao(["build", "--out", "altro", "--base-url", wrong]).status(2).run();
    }
}

#[test]
fn absent_tables_have_no_pages_and_no_files() {
    let starter = Folder::starter();
    for file in ["software.yaml", "formazione.yaml", "valutazione.yaml", "esclusioni.yaml"] {
        starter.edit(file, "", "");
    }
    starter.without_shown_exclusions();
    starter.piao(["build"]).run();
    let built = files(&starter.root().join("public"));
    let gone = |path: &String| ["software", "formazione", "valutazione"].iter().any(|name| path.contains(name));
    assert_eq!(built.keys().filter(|path| gone(path)).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn an_older_edition_stays_at_its_address_with_a_banner() {
    let starter = Folder::starter();
    for folder in ["data", "content"] {
        for (path, bytes) in files(&starter.root().join(folder).join("2026-2028")) {
            let text = String::from_utf8(bytes).unwrap().replace("2026-2028", "2025-2027");
            starter.write(
                &format!("/{folder}/2025-2027/{path}"),
                text.replace("2025-12-31", "2024-12-31").replace("bozza", "approvata"),
            );
        }
    }
    starter.edit("edizione.yaml", "stato: bozza", "stato: approvata");
    starter.piao(["build"]).run();
    let page = |path: &str| starter.read(&format!("/public/{path}"));
    assert!(page("2025-2027/processi/100-1-b/index.html").contains("non più vigente"));
    assert!(!page("2026-2028/processi/100-1-b/index.html").contains("non più vigente"));
    assert!(page("index.html").contains("2025-2027/index.html"));
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_opened_is_a_wrong_world() {
    let starter = Folder::starter();
    // A link to itself cannot be opened by anybody, not even by root.
    starter.remove("software.yaml");
    std::os::unix::fs::symlink("software.yaml", starter.path("software.yaml")).unwrap();
    let ran = starter.piao(["build"]).status(2).run();
    assert!(ran.err.contains("software.yaml"), "{}", ran.err);
    assert!(!starter.root().join("public").exists());
}

//! What `piao build` publishes to be kept: its own PDFs, those of the earlier site, and the document that was approved.

use crate::folder::Folder;
use crate::run::Run;
use crate::stand_in::{GOOD, StandIn};
use crate::tree::files;
use piao::digest::Sha256;
use scraper::{Html, Selector};
use std::fs;
use std::path::{Path, PathBuf};

const SHEETS: [&str; 7] = ["allegato", "processi", "smart-team", "software", "formazione", "attuazione", "valutazione"];

/// The links to files below `stampa/` that are no pages: their target and text.
fn papers(root: &Path, page: &str) -> Vec<(String, String)> {
    let html = fs::read_to_string(root.join("public/2026-2028").join(page)).unwrap();
    let html = Html::parse_document(&html);
    let links = Selector::parse("main a[href], header a[href]").unwrap();
    html.select(&links)
        .map(|link| (link.attr("href").unwrap().to_owned(), link.text().collect::<String>()))
        .filter(|(href, _)| href.contains("stampa/") && !href.ends_with(".html"))
        .collect()
}

fn pages() -> Vec<String> {
    let tables = SHEETS[1..].iter().map(|name| format!("{name}/index.html"));
    let sheets = SHEETS.iter().map(|name| format!("stampa/{name}/index.html"));
    ["index.html".to_owned()].into_iter().chain(tables).chain(sheets).collect()
}

fn stampa(root: &Path) -> PathBuf {
    root.join("public/2026-2028/stampa")
}

/// Adds an approved document whose stated fingerprint is that of `stated`.
fn approve(starter: &Folder, bytes: &[u8], stated: &[u8]) {
    starter.edit("/atti/Delibera 12.pdf", "", &String::from_utf8_lossy(bytes));
    let text = starter.read("edizione.yaml");
    let hash = Sha256::of(stated);
    let document = format!("documento_approvato: {{ file: atti/Delibera 12.pdf, sha256: {hash} }}\n");
    starter.write("edizione.yaml", text + &document);
}

#[test]
fn pages_offer_the_pdfs_that_are_there_and_no_others() {
    let starter = Folder::starter();
    let stand_in = StandIn::new(GOOD);
    let root = starter.root();
    let said = stand_in.piao(root, ["build"]).run().err;
    assert!(said.contains("Il sito è senza PDF: per averli, aggiungere --pdf."), "{said}");
    for page in pages() {
        assert_eq!(papers(root, &page), [], "{page}");
    }
    // Made, then carried over: the pages say the same.
    for options in [&["build", "--pdf"][..], &["build"]] {
        let said = stand_in.piao(root, options).run().err;
        assert_eq!(said.contains("I PDF sono quelli di prima"), options.len() == 1, "{said}");
        for (page, what, name) in
            [("index.html", "il documento", "allegato"), ("processi/index.html", "la tavola", "processi")]
        {
            let expected = format!(
                "Scarica {what} (PDF, {}\u{a0}byte)",
                fs::metadata(stampa(root).join("allegato.pdf")).unwrap().len()
            );
            let link = (format!("{}stampa/{name}.pdf", if page.contains('/') { "../" } else { "" }), expected);
            assert_eq!(papers(root, page), [link], "{page}");
        }
        for name in &SHEETS[1..] {
            assert_eq!(papers(root, &format!("{name}/index.html"))[0].0, format!("../stampa/{name}.pdf"));
        }
        for name in SHEETS {
            assert_eq!(papers(root, &format!("stampa/{name}/index.html"))[0].0, format!("../../stampa/{name}.pdf"));
            assert!(stampa(root).join(format!("{name}.pdf")).is_file());
        }
    }
    stand_in.piao(root, ["build", "--no-pdf"]).run();
    assert!(!stampa(root).join("allegato.pdf").exists());
    assert_eq!(papers(root, "index.html"), []);
}

#[test]
fn the_pdf_of_a_table_goes_with_the_table() {
    let starter = Folder::starter();
    let stand_in = StandIn::new(GOOD);
    stand_in.piao(starter.root(), ["build", "--pdf"]).run();
    starter.edit("software.yaml", "", "");
    stand_in.piao(starter.root(), ["build"]).run();
    assert!(!stampa(starter.root()).join("software.pdf").exists());
    assert!(stampa(starter.root()).join("processi.pdf").is_file());
}

#[test]
fn the_approved_document_is_published_byte_for_byte_beside_ours() {
    let starter = Folder::starter();
    let stand_in = StandIn::new(GOOD);
    let root = starter.root();
    approve(&starter, b"%PDF firmato", b"%PDF firmato");
    // Twice: what is carried over must not stand in its way, nor keep it alive once it is no longer in the data.
    for options in [&["build", "--pdf"][..], &["build"]] {
        stand_in.piao(root, options).run();
        assert_eq!(fs::read(stampa(root).join("documento-approvato.pdf")).unwrap(), b"%PDF firmato");
        for page in ["index.html", "stampa/allegato/index.html"] {
            let texts: Vec<_> = papers(root, page).into_iter().map(|(_, text)| text).collect();
            assert_eq!(texts.len(), 2, "{page}: {texts:?}");
            assert_eq!(texts[0], "Documento approvato (PDF, 12\u{a0}byte)", "{page}");
            assert!(texts[1].starts_with("Versione accessibile (PDF, "), "{page}: {texts:?}");
        }
    }
    let text = starter.read("edizione.yaml");
    let kept: String =
        text.lines().filter(|line| !line.starts_with("documento_approvato")).map(|line| format!("{line}\n")).collect();
    starter.write("edizione.yaml", kept);
    stand_in.piao(root, ["build"]).run();
    assert!(!stampa(root).join("documento-approvato.pdf").exists());
}

#[test]
fn another_file_than_the_approved_one_stops_everything() {
    let starter = Folder::starter();
    let stand_in = StandIn::new(GOOD);
    let root = starter.root();
    stand_in.piao(root, ["build"]).run();
    let page = fs::read(root.join("public/index.html")).unwrap();
    approve(&starter, b"%PDF ritoccato", b"%PDF firmato");
    for options in [&["build", "--pdf"][..], &["build"], &["package"]] {
        let said = stand_in.piao(root, options).status(1).run().err;
        assert!(said.contains("errore[LA028]: `atti/Delibera 12.pdf` non è il documento approvato"), "{said}");
    }
    assert_eq!(fs::read(root.join("public/index.html")).unwrap(), page);
    assert!(!stampa(root).join("documento-approvato.pdf").exists());
    assert_eq!(fs::read_dir(root).unwrap().count(), 4, "data, content, atti, public and nothing else");
    // And one that is not there at all.
    fs::remove_file(root.join("atti/Delibera 12.pdf")).unwrap();
    let said = stand_in.piao(root, ["build"]).status(1).run().err;
    assert!(said.contains("errore[LA016]: il file `atti/Delibera 12.pdf` non c'è"), "{said}");
    assert_eq!(fs::read(root.join("public/index.html")).unwrap(), page);
}

/// Whatever is wrong with the converter before it starts: said, and nothing touched.
#[test]
fn a_converter_that_will_not_do_leaves_the_published_site_as_it_was() {
    let starter = Folder::starter();
    let root = starter.root();
    let good = StandIn::new(GOOD);
    good.piao(root, ["build", "--pdf"]).run();
    let before = files(root);
    let old = StandIn::greeting("echo 'typst 0.14.2'");
    let mute = StandIn::greeting("exit 0");
    for (stand_in, options, words) in [
        (&good, &["--typst", "/non/esiste"][..], "`/non/esiste` non esiste"),
        (&old, &[], "troppo vecchio"),
        (&mute, &[], "non dice di essere typst"),
    ] {
        for command in ["build", "package"] {
            let arguments: Vec<&str> = [command, "--pdf"].into_iter().chain(options.iter().copied()).collect();
            let said = stand_in.piao(root, &arguments).status(2).run().err;
            assert!(said.contains(words), "{command}, {words}: {said}");
        }
    }
    // None anywhere: how to have one is said.
    let run = good.piao(root, ["build", "--pdf"]).env("PATH", "").without("PIAO_TYPST");
    let said = run.status(2).run().err;
    assert!(said.contains("per i PDF manca typst") && said.contains("piao installa-pdf"), "{said}");
    // A package has its PDFs where that costs nothing, and says how to have them where it does.
    let said = good.piao(root, ["package"]).env("PATH", "").without("PIAO_TYPST").run().err;
    assert!(said.contains("Il pacchetto è senza PDF: per averli, aggiungere --pdf."), "{said}");
    fs::remove_file(root.join("allegato-2a-lavoro-agile-2026-2028.zip")).unwrap();
    assert!(files(root) == before);
}

/// A disk that takes no more than some small files: what was published stays, and nothing half-written is left anywhere.
#[test]
fn a_full_disk_leaves_the_published_site_as_it_was() {
    let starter = Folder::starter();
    let root = starter.root();
    let good = StandIn::new(GOOD);
    good.piao(root, ["build"]).run();
    let before = files(root);
    let (scratch, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for (command, limit) in [("build", 2), ("package", 2), ("package", 40), ("build --pdf", 2), ("package --pdf", 2)] {
        // Beyond the limit a write fails, as it does on a full disk; without the trap it would end the program.
        let script = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$0\" {command}");
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_piao")]).current_dir(root);
        let run = Run::of(shell).env("TMPDIR", scratch.path()).env("XDG_CACHE_HOME", cache.path());
        let said = run.env("PIAO_TYPST", good.program()).status(2).run().err;
        assert!(said.contains("errore: "), "{command}, {limit}: {said}");
        assert!(files(root) == before, "{command}, {limit}");
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 0, "{command}, {limit}");
    }
}

#[test]
fn a_converter_that_fails_leaves_the_published_site_as_it_was() {
    let starter = Folder::starter();
    let root = starter.root();
    let good = StandIn::new(GOOD);
    good.piao(root, ["build", "--pdf"]).run();
    let before = fs::read(stampa(root).join("processi.pdf")).unwrap();
    starter.edit("processi.yaml", "rischio: medio", "rischio: alto");
    for (lines, words) in [
        ("echo 'error: no' >&2; exit 1", "(codice 1)"),
        ("kill -9 $$", "interrotto dall'esterno"),
        ("for last; do :; done; echo ciao > \"$last\"", "senza lasciare un PDF"),
    ] {
        for command in ["build", "package"] {
            let said = StandIn::new(lines).piao(root, [command, "--pdf"]).status(2).run().err;
            assert!(said.contains(words), "{command}, {lines}: {said}");
        }
        assert_eq!(fs::read(stampa(root).join("processi.pdf")).unwrap(), before, "{lines}");
        assert_eq!(fs::read_dir(root).unwrap().count(), 3, "data, content, public and nothing else");
    }
}

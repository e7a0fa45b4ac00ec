//! Hostile texts in every field of every file, and everything that is made of them: it has the shape that honest texts give it.

mod shape;
mod vectors;

use crate::folder::Folder;
use crate::serve::server::Server;
use crate::tree::files;
use pulldown_cmark::{Event, Parser, Tag};
use shape::Shape;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use vectors::{ALONE, HONEST, INSIDE, UNSEEN, Vector, filled, filled_by};

/// The commands that write, each with what it writes.
const WRITING: [&[&str]; 11] = [
    &["build", "--no-pdf", "--docx", "--base-url", "https://www.esempio.it/x/"],
    &["package", "--no-pdf", "--docx", "--out", "p.zip"],
    &["export", "--out", "e.xlsx"],
    &["export", "--out", "e.ods"],
    &["export", "--per", "servizio", "--out", "uffici"],
    &["export", "--chapters", "capitoli"],
    &["diff", "2025-2027", "2026-2028", "--format", "text", "--out", "d.txt"],
    &["diff", "2025-2027", "2026-2028", "--format", "json", "--out", "d.json"],
    &["diff", "2025-2027", "2026-2028", "--format", "markdown", "--out", "d.md"],
    &["diff", "2025-2027", "2026-2028", "--format", "xlsx", "--out", "d.xlsx"],
    &["diff", "2025-2027", "2026-2028", "--format", "docx", "--out", "d.docx"],
];

const FORMATS: [&str; 5] = ["text", "short", "json", "sarif", "github"];

/// Pages of the workbench that show texts of the data.
const PAGES: [&str; 9] = [
    "/banco/",
    "/banco/ente/",
    "/banco/edizione/",
    "/banco/processi/",
    "/banco/processi/200-1-m/",
    "/banco/servizi/tributi/",
    "/banco/glossario/",
    "/banco/indicatori/uno/",
    "/banco/capitoli/premessa/",
];

/// The shape of everything that is made of an annex.
fn made(vector: &Vector) -> BTreeSet<String> {
    let folder = filled(vector);
    for command in WRITING {
        harmless(&folder.piao(command).run().err);
    }
    folder.piao(["package", "--verify", "p.zip"]).run();
    says_nothing_but_words(&folder);
    let mut shape = Shape::default();
    for (path, bytes) in files(folder.root()) {
        if !path.starts_with("data/") && !path.starts_with("content/") && path != "d.json" {
            shape.look(&path, &bytes);
        }
    }
    serde_json::from_str::<serde_json::Value>(&folder.read("/d.json")).expect("a comparison");
    harmless(&folder.read("/d.txt"));
    for event in Parser::new(&folder.read("/d.md")) {
        let is_text = !matches!(
            event,
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Link { .. } | Tag::Image { .. })
        );
        assert!(is_text, "{event:?}");
    }
    let server = Server::of(&folder);
    for page in PAGES {
        let answer = server.keyed(page);
        assert_eq!(answer.status, 200, "{page}");
        assert!(!answer.head.to_lowercase().contains("\nset-cookie: a="), "{}", answer.head);
        shape.page(answer.body.as_bytes());
    }
    shape.0
}

/// Nothing that a terminal obeys.
fn harmless(text: &str) {
    let obeyed = |c: char| (c.is_control() && c != '\n') || UNSEEN.contains(&c);
    assert!(!text.contains(obeyed), "{text:?}");
}

/// Findings in every format: lines of a terminal, whole JSON, one command a line.
fn says_nothing_but_words(folder: &Folder) {
    for format in FORMATS {
        let ran = folder.piao(["check", "--format", format]).any_status().run();
        harmless(&ran.out);
        harmless(&ran.err);
        match format {
            "json" | "sarif" => drop(serde_json::from_str::<serde_json::Value>(&ran.out).expect("JSON")),
            "github" => {
                let right =
                    |line: &str| ["::error ", "::warning ", "::notice "].iter().any(|own| line.starts_with(own));
                assert!(ran.out.lines().all(right), "{}", ran.out);
            }
            _ => {}
        }
    }
    harmless(&folder.piao(["check", "--publication"]).any_status().run().out);
}

fn honest() -> &'static BTreeSet<String> {
    static SHAPE: OnceLock<BTreeSet<String>> = OnceLock::new();
    SHAPE.get_or_init(|| made(&HONEST))
}

/// What is found of a vector that honest texts do not give, but for marks that say of a cell that it is a text.
fn added(vector: &Vector) -> Vec<String> {
    let marks = |fact: &&String| !fact.contains("quotePrefix");
    made(vector).difference(honest()).filter(marks).cloned().collect()
}

#[test]
fn what_stands_inside_a_text_stays_text() {
    assert_eq!(added(&INSIDE), [""; 0]);
}

#[test]
fn what_begins_a_text_stays_text() {
    assert_eq!(added(&ALONE), [""; 0]);
}

#[test]
fn unseen_letters_are_told_and_never_printed() {
    let folder = filled_by(|number, _| format!("Testo {number}{}prova", UNSEEN[number % UNSEEN.len()]));
    says_nothing_but_words(&folder);
    let ran = folder.piao(["build", "--no-pdf"]).status(1).run();
    harmless(&ran.err);
    assert!(!folder.path("/public").exists());
}

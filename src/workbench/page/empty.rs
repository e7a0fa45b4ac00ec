use super::Chrome;
use crate::model::{BodyKind, Keyword, capital};
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::visit::Visit;
use serde::Serialize;

#[derive(Serialize)]
struct Empty {
    chrome: Chrome,
    /// Why nothing could be read.
    why: String,
    advice: String,
    /// Whether a starter folder can be made here.
    offers: bool,
    kinds: Vec<Kind>,
}

#[derive(Serialize)]
struct Kind {
    word: &'static str,
    name: String,
}

/// The page of a folder that could not be read, or in which nothing is yet: it offers to begin.
pub(super) fn page(bench: &Bench<'_>, session: &Session, visit: &Visit) -> String {
    let (why, advice) = match bench.annex {
        Ok(_) => (String::new(), String::new()),
        Err(trouble) => (trouble.to_string(), trouble.advice().to_owned()),
    };
    let kinds = BodyKind::KEYWORDS.iter().map(|(word, _)| Kind { word, name: capital(&name(word)) });
    let page = Empty {
        chrome: Chrome::of(bench, session, visit, "Si comincia", "oggi"),
        offers: why.contains("non c'è la cartella `data`"),
        why,
        advice,
        kinds: kinds.collect(),
    };
    look::shown("vuota.html", &page)
}

/// A kind of body for people: `città metropolitana`.
fn name(word: &str) -> String {
    word.replace("citta-", "città ").replace("universita", "università").replace('-', " ")
}

use super::Chrome;
use crate::load::is_new;
use crate::model::{BodyKind, Keyword, capital};
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::plain_words::quoted;
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
        Err(trouble) => (quoted(&capital(&trouble.to_string())), quoted(&capital(trouble.advice()))),
    };
    let offers = bench.annex.is_err() && is_new(bench.root);
    let title = if offers { "Si comincia" } else { "L'allegato non si legge" };
    let kinds = BodyKind::KEYWORDS.iter().map(|(word, _)| Kind { word, name: capital(&name(word)) });
    let page =
        Empty { chrome: Chrome::of(bench, session, visit, title, "oggi"), offers, why, advice, kinds: kinds.collect() };
    look::shown("vuota.html", &page)
}

/// A kind of body for people: `città metropolitana`.
fn name(word: &str) -> String {
    word.replace("citta-", "città ").replace("universita", "università").replace('-', " ")
}

use super::belongs;
use super::named_places::{Named, NamedPlaces};
use super::pattern::{By, Pattern};
use crate::load::Loaded;
use crate::model::{Edition, OutlineEntry};
use crate::source::Span;

/// How acceptances name the records of an edition, for who changes what those are called.
pub struct RecordPlaces<'a>(NamedPlaces<'a>);

impl<'a> RecordPlaces<'a> {
    /// The records of an edition.
    pub fn of(loaded: &'a Loaded, edition: &Edition) -> Self {
        let own = |span: Span| belongs(loaded.sources.get(span.source).path(), edition);
        Self(NamedPlaces::new(loaded.annex.outline.entries().filter(|entry| own(entry.span))))
    }

    /// The record that a place names alone, and what follows its name: of `processi/A-1/input` the process A-1, and `/input`. `None` where it
    /// names a whole table or list, several records, or nothing.
    pub fn record(&self, place: &str) -> Option<(&'a OutlineEntry, String)> {
        let pattern = Pattern::new(place);
        let places = match self.0.named(&pattern) {
            Named::Places(places) => places,
            // A key that the record does not have today.
            Named::Nothing => {
                let (head, last) = place.trim_end_matches('/').rsplit_once('/')?;
                return self.record(head).map(|(entry, below)| (entry, format!("{below}/{}", last.trim())));
            }
            _ => return None,
        };
        let [one] = places.as_slice() else { return None };
        if !matches!(one.by(), By::Id | By::Name) {
            return None;
        }
        let parts = pattern.parts();
        let below = parts[parts.len().checked_sub(one.below)?..].iter().map(|part| format!("/{part}"));
        Some((one.entry, below.collect()))
    }

    /// The place by which an acceptance names a record, or a key of it; `None` if nothing names it alone.
    pub fn place(&self, entry: &OutlineEntry, key: Option<&str>) -> Option<String> {
        self.0.path(entry, key)
    }
}

//! The search: what can be found in an edition, and the index that the page of the search reads.
//!
//! Owns the words of the index and the form of its files. They are classic scripts, so that they load from `file://` too;
//! `static/ricerca.js` of the theme reads them.

mod answer;
mod dictionary;
mod gather;
mod record;
mod script;
mod sections;
mod synonyms;
mod token;
mod vocabulary;

use crate::output::Output;
use crate::routes::Section;
use crate::site::context::EditionContext;

/// The index of an edition.
pub(super) fn outputs(context: &EditionContext<'_>) -> Vec<Output> {
    let records = gather::records(context);
    let dictionary = dictionary::Dictionary::of(&records);
    let folder = format!("{}/{}/", context.edition.id.as_str(), Section::Search.entry().folder);
    let synonyms = synonyms::of(&context.edition.definitions.rows, &dictionary);
    script::write(&folder, &records, &dictionary, &synonyms)
}

//! What is wrong with an expression, in plain words: nothing that the template engine says reaches a reader.

mod operation;
mod several;
mod syntax;
mod undefined;

pub(super) use several::Several;

use super::tag::{Tag, TagKind, block, tags};
use minijinja::{Error, ErrorKind};
use std::error::Error as _;
use std::fmt;
use std::ops::Range;

/// An expression of a chapter that cannot be replaced.
#[derive(Debug)]
pub struct Mistake {
    /// Its bytes, from the start of the chapter's Markdown.
    pub range: Range<usize>,
    /// What is wrong, in Italian.
    pub message: String,
    /// The names that could have been meant: fields of the same object, or the names that exist.
    pub known: Vec<String>,
    /// The name that was not found, where it is a matter of a name.
    pub name: Option<String>,
    /// What to write, in Italian.
    pub help: Option<String>,
    /// What should stand in the place of the bytes, where that is known.
    pub mended: Option<String>,
    /// Whether the chapter goes over a limit here: then nothing of it is replaced.
    pub is_excess: bool,
}

/// What a filter or a function of this program says of a value that it cannot use: already in Italian.
#[derive(Debug)]
pub(super) struct Said(String);

impl fmt::Display for Said {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Said {}

/// An error of a filter or a function of this program.
pub(super) fn said(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidOperation, "").with_source(Said(message.into()))
}

/// A mistake, and the tags without which the rest of the chapter can be read.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) mistake: Mistake,
    pub(super) gaps: Vec<Range<usize>>,
}

impl Mistake {
    fn new(range: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            range,
            message: message.into(),
            known: Vec::new(),
            name: None,
            help: None,
            mended: None,
            is_excess: false,
        }
    }

    /// A place where the chapter asks for too much.
    pub(super) fn excess(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { is_excess: true, ..Self::new(range, message).help(help) }
    }

    fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    fn mended(self, mended: impl Into<String>) -> Self {
        Self { mended: Some(mended.into()), ..self }
    }
}

/// A range that may begin or end inside a letter, stretched to the whole of it: the templates count bytes.
fn whole_letters(source: &str, range: Range<usize>) -> Range<usize> {
    source.floor_char_boundary(range.start)..source.ceil_char_boundary(range.end)
}

/// The `{{ … }}` that holds a range.
pub(super) fn enclosing_expression(source: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let start = source
        .get(..range.start.max(2).min(source.len()))?
        .rfind("{{")
        .or_else(|| source.get(range.start..)?.starts_with("{{").then_some(range.start))?;
    let end = start + source.get(start..)?.find("}}")? + 2;
    (end >= range.end && !source[start..end].contains('\n')).then_some(start..end)
}

/// What is wrong where a template stopped.
pub(super) fn stop(error: &Error, source: &str, figures: &serde_json::Value) -> Stop {
    let range = whole_letters(source, error.range().unwrap_or(0..0));
    let tags = tags(source);
    // What is open since before is the cause, wherever the template stopped.
    if let Some(tag) = tags.iter().find(|tag| !tag.closed && tag.range.start <= range.end) {
        let gap = tag.range.start..tag.range.start + 2;
        return Stop { mistake: syntax::unclosed(source, tag), gaps: vec![gap] };
    }
    let is_syntax = error.kind() == ErrorKind::SyntaxError;
    let holds =
        |tag: &Tag| tag.range.start <= range.start && range.start < tag.range.end && tag.kind != TagKind::Comment;
    // A quotation mark without its companion swallows what follows, up to the next.
    let swallows = |tag: &Tag| is_syntax && tag.range.start <= range.end && syntax::is_quote_open(tag.inside(source));
    let last = || tags.iter().rposition(|tag| tag.range.start <= range.start);
    let at = tags.iter().position(swallows).or_else(|| tags.iter().position(holds)).or_else(last);
    let tag = at.map(|at| &tags[at]);
    let ended = error.detail().is_some_and(|detail| detail.contains("end of input"))
        || tag.is_some_and(|tag| tag.kind == TagKind::Statement && tag.inside(source).starts_with("end"));
    if is_syntax
        && ended
        && let Some((tag, block)) =
            (0..tags.len()).rev().map(|at| (&tags[at], block(source, &tags, at))).find(|(_, block)| block.endless)
    {
        return Stop { mistake: syntax::endless(source, tag), gaps: block.own };
    }
    let gaps = at.map(|at| block(source, &tags, at).own).unwrap_or_default();
    Stop { mistake: mistake(error, source, range, tag, figures), gaps }
}

fn mistake(
    error: &Error,
    source: &str,
    range: Range<usize>,
    tag: Option<&Tag>,
    figures: &serde_json::Value,
) -> Mistake {
    let shown = tag.map_or_else(|| range.clone(), |tag| tag.range.clone());
    let inside = tag.map_or("", |tag| tag.inside(source));
    // What stands for the name of a table is a name of the data, too: what the function says of its value is nothing to a reader.
    if let Some(mistake) = operation::unquoted_table(&shown, inside) {
        return mistake;
    }
    if let Some(said) = error.source().and_then(|source| source.downcast_ref::<Said>()) {
        return Mistake::new(shown, said.to_string());
    }
    if let Some(several) = error.source().and_then(|source| source.downcast_ref::<Several>()) {
        return several.mistake(shown, inside);
    }
    let detail = error.detail().unwrap_or("");
    if error.kind() == ErrorKind::UndefinedError || detail.contains(" is undefined") {
        return undefined::mistake(shown, detail, inside, figures);
    }
    match error.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => syntax::mistake(shown, detail, source, &range, tag),
        kind => operation::mistake(shown, kind, detail, source.get(range).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests;

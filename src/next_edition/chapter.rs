use super::{Passage, decisions, remove};
use crate::edit::{Change, Document, Refusal, Written};
use std::collections::BTreeSet;

/// How the mark of a chapter begins that names years that are over.
const QUESTION: &str = "rileggere il testo, che nomina ";
/// The mark is the first key, where whoever opens the chapter reads it.
const ORDER: &[&str] = &[decisions::KEY, "titolo"];

/// A chapter, with a mark in its heading where its text names years that are over.
pub(super) fn carried_over(text: &str, passage: Passage<'_>) -> Result<String, Refusal> {
    let Some((head, front, body)) = divided(text) else { return Ok(text.to_owned()) };
    let Ok(mut document) = Document::parse(front) else { return Ok(text.to_owned()) };
    let known = decisions::known(document.read().get(decisions::KEY));
    if known.is_empty() {
        let asked = passage.years_named([front, body], &[]);
        let end = if head.ends_with("\r\n") { "\r\n" } else { "\n" };
        let mark = asked.map(|asked| format!("{}: {asked}{end}", decisions::KEY)).unwrap_or_default();
        return Ok(format!("{head}{mark}{front}{body}"));
    }
    // The years that a mark names are not those of the text.
    let mut unmarked = document.clone();
    remove(&mut unmarked, decisions::KEY)?;
    let (own, others): (Vec<String>, Vec<String>) = known.into_iter().partition(|known| known.starts_with(QUESTION));
    if let Some(asked) = passage.years_named([unmarked.text(), body], &own) {
        let value = Written::List(others.iter().map(Written::text).collect());
        document.apply(&Change::Set { at: vec![decisions::KEY.into()], value }, ORDER)?;
        decisions::ask(&mut document, &[], &[asked], ORDER)?;
    }
    Ok(format!("{head}{}{body}", document.text()))
}

/// A chapter as the line that opens its heading, the keys, and the rest.
fn divided(text: &str) -> Option<(&str, &str, &str)> {
    let head = text.split_inclusive('\n').next()?;
    (head.trim_start_matches('\u{feff}').trim_end() == "---").then_some(())?;
    let rest = &text[head.len()..];
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((head, &rest[..at], &rest[at..]));
        }
        at += line.len();
    }
    None
}

impl Passage<'_> {
    /// What is asked of a chapter that names years from the one before the old edition to the first of the new one,
    /// or years that a mark asks for already.
    fn years_named(self, texts: [&str; 2], marks: &[String]) -> Option<String> {
        let (old, new) = (self.from.id.first_year()?, self.to.first_year()?);
        let asked = marks.iter().flat_map(|mark| mark.split(|c: char| !c.is_ascii_digit()));
        let years: BTreeSet<i16> = asked.filter_map(|year| year.parse().ok()).chain(old - 1..new).collect();
        let is_named = |year: &String| texts.iter().any(|text| names(text, year));
        let over: Vec<String> = years.iter().map(ToString::to_string).filter(is_named).collect();
        match over.as_slice() {
            [] => None,
            [one] => Some(format!("{QUESTION}il {one}")),
            [first @ .., last] => Some(format!("{QUESTION}il {} e il {last}", first.join(", il "))),
        }
    }
}

/// Whether a text names a year as a number of its own.
fn names(text: &str, year: &str) -> bool {
    text.match_indices(year).any(|(at, _)| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        !digit(text[..at].chars().next_back()) && !digit(text[at + year.len()..].chars().next())
    })
}

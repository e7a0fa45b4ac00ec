use super::{Read, mark, on_one_line, states_nothing, verdict};
use crate::model::{Answer, Keyword as _, Scales, Smartability};

/// The smartability of an office, in our words, with the marks beside it.
pub(in super::super) fn read(
    text: &str,
    answered: impl Fn(&str) -> Option<String>,
) -> Read<(Smartability, Vec<String>)> {
    let text = on_one_line(text);
    if states_nothing(&text) {
        return Read::Blank;
    }
    let (bare, marks) = mark::split(&text);
    if let Some((grade, _)) = Smartability::parse(bare) {
        return Read::Sure((grade, marks));
    }
    let read = verdict::read(bare, &Scales::default(), answered);
    read.map(|verdict| {
        let grade = match Answer::parse(&verdict.word) {
            Some((Answer::Yes, _)) => Smartability::Full,
            Some((Answer::No, _)) => Smartability::None,
            _ => Smartability::Partial,
        };
        (grade, [verdict.marks, marks].concat())
    })
}

use super::Passage;

/// A chapter, with a mark in its heading where its text names years that are over.
pub(super) fn carried_over(text: &str, passage: Passage<'_>) -> String {
    let (Some(old), Some(new)) = (passage.from.id.first_year(), passage.to.first_year()) else {
        return text.to_owned();
    };
    let over: Vec<String> =
        (old - 1..new).filter(|year| names(text, &year.to_string())).map(|year| year.to_string()).collect();
    let Some(head) =
        text.split_inclusive('\n').next().filter(|line| line.trim_start_matches('\u{feff}').trim_end() == "---")
    else {
        return text.to_owned();
    };
    let said = match over.as_slice() {
        [] => return text.to_owned(),
        [one] => format!("il {one}"),
        [first @ .., last] => format!("il {} e il {last}", first.join(", il ")),
    };
    let end = if head.ends_with("\r\n") { "\r\n" } else { "\n" };
    format!("{head}da_decidere: rileggere il testo, che nomina {said}{end}{}", &text[head.len()..])
}

/// Whether a text names a year as a number of its own.
fn names(text: &str, year: &str) -> bool {
    text.match_indices(year).any(|(at, _)| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        !digit(text[..at].chars().next_back()) && !digit(text[at + year.len()..].chars().next())
    })
}

/// A text as Markdown, in which it reads as itself. `is_start` says whether a line begins with it, `in_cell` whether it stands in a table.
pub(super) fn escaped(text: &str, is_start: bool, in_cell: bool) -> String {
    let mut made = String::with_capacity(text.len());
    if is_start {
        made.push_str(start(text));
    }
    let letters: Vec<char> = text.chars().collect();
    for (at, c) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1).copied();
        if needs(*c, before, after, in_cell) && !(at == 0 && made.ends_with('\\')) {
            made.push('\\');
        }
        made.push(*c);
        // The full stop of a number that would begin a list.
        if is_start
            && at + 1 == digits(text)
            && matches!(after, Some('.' | ')'))
            && letters.get(at + 2).is_none_or(|c| *c == ' ')
        {
            made.push('\\');
        }
    }
    made
}

/// What goes before a text that would begin a heading, a list or a quotation.
fn start(text: &str) -> &'static str {
    let mark = text.split(' ').next().unwrap_or_default();
    let is_heading = !mark.is_empty() && mark.len() <= 6 && mark.chars().all(|c| c == '#');
    let is_rule = text.len() > 2 && (text.chars().all(|c| matches!(c, '-' | ' ')) || text.chars().all(|c| c == '='));
    if is_heading || is_rule || matches!(mark, "-" | "+" | ":") || text.starts_with('>') || text.starts_with("~~~") {
        "\\"
    } else {
        ""
    }
}

fn digits(text: &str) -> usize {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=9).contains(&count) { count } else { usize::MAX }
}

fn needs(c: char, before: Option<char>, after: Option<char>, in_cell: bool) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '*' | '`' | '[' | ']' => true,
        '_' => !(is_word(before) && is_word(after)),
        '\\' => after.is_none_or(|c| c.is_ascii_punctuation()),
        '<' => after.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
        '&' => after.is_some_and(|c| c.is_ascii_alphabetic() || c == '#'),
        '~' => before == Some('~') || after == Some('~'),
        '|' => in_cell,
        _ => false,
    }
}

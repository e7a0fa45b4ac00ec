/// A text without the marks at its end, and these: `SI*` is `SI` and `*`, `12 (1)` is `12` and `(1)`.
pub(in super::super) fn split(text: &str) -> (&str, Vec<String>) {
    let mut rest = text.trim();
    let mut marks = Vec::new();
    while let Some((before, mark)) = last(rest) {
        marks.insert(0, mark);
        rest = before.trim_end();
    }
    (rest, marks)
}

/// The marks of a text that has nothing else: what they mean stands below the table.
pub(in super::super) fn alone(text: &str) -> Option<Vec<String>> {
    let beside = format!("x{}", text.trim());
    let (bare, marks) = split(&beside);
    (bare == "x" && !marks.is_empty()).then_some(marks)
}

/// The mark at the beginning of a note, and its text: `* solo con firma digitale`, `(1) dal 2026`.
pub(in super::super) fn of_note(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let stars = text.chars().take_while(|c| *c == '*').count();
    let (mark, rest) = if stars > 0 {
        ("*".repeat(stars), &text[stars..])
    } else if let Some((mark, rest)) = bracketed(text) {
        (mark, rest)
    } else {
        let sign = text.chars().next().and_then(raised)?;
        (format!("({sign})"), text.trim_start_matches(|c| raised(c).is_some()))
    };
    let rest = rest.trim_start_matches([':', '=', '-', '–', ')', ' ']).trim();
    (!rest.is_empty()).then(|| (mark, rest.to_owned()))
}

fn last(text: &str) -> Option<(&str, String)> {
    let stars = text.chars().rev().take_while(|c| *c == '*').count();
    if stars > 0 && stars < text.len() {
        return Some((&text[..text.len() - stars], "*".repeat(stars)));
    }
    if let Some(sign) = text.chars().next_back().and_then(raised) {
        let end = text.trim_end_matches(|c| raised(c).is_some());
        return (!end.is_empty()).then(|| (end, format!("({sign})")));
    }
    let open = text.rfind('(')?;
    let inside = text[open..].strip_prefix('(')?.strip_suffix(')')?.trim();
    let is_mark = !inside.is_empty()
        && (inside.chars().all(|c| c == '*') || inside.len() <= 2 && inside.bytes().all(|byte| byte.is_ascii_digit()));
    let before = text[..open].trim_end();
    (is_mark && !before.is_empty())
        .then(|| (before, if inside.starts_with('*') { inside.to_owned() } else { format!("({inside})") }))
}

fn bracketed(text: &str) -> Option<(String, &str)> {
    let (inside, rest) = text.strip_prefix('(')?.split_once(')')?;
    let inside = inside.trim();
    if !inside.is_empty() && inside.chars().all(|c| c == '*') {
        return Some((inside.to_owned(), rest));
    }
    let is_number = !inside.is_empty() && inside.len() <= 2 && inside.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| (format!("({inside})"), rest))
}

/// The digit that is raised.
fn raised(c: char) -> Option<char> {
    match c {
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        _ => None,
    }
}

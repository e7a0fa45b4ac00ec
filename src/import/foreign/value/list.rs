use super::phrase::Phrases;
use super::{Read, on_one_line, run_on, states_nothing};

/// How the items of a list are parted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Separator {
    /// It is found by looking.
    Found,
    /// This, as an answer says.
    Given(String),
    /// The cell is one item.
    None,
}

impl Separator {
    /// The separator that an answer names: `a capo`, `nessuno`, or the sign itself.
    pub(in super::super) fn named(answer: &str) -> Self {
        match crate::model::fold(answer).as_str() {
            "a capo" | "riga" => Self::Given("\n".to_owned()),
            "nessuno" | "nessuna" | "no" => Self::None,
            _ => Self::Given(answer.to_owned()),
        }
    }
}

/// What stands before an item of a list.
const BULLETS: &str = "•●▪■◦‣·*o-–—→➢✓";

/// The items of a cell.
pub(in super::super) fn read(text: &str, separator: &Separator) -> Read<Vec<String>> {
    if states_nothing(text) {
        return Read::Blank;
    }
    match separator {
        Separator::None => Read::Sure(vec![on_one_line(text)]),
        Separator::Given(sign) => Read::Sure(items(text.split(sign.as_str()))),
        Separator::Found => found(text),
    }
}

/// The items of a text in which they are parted for sure; `None` where it may be read in another way.
pub(in crate::import) fn items_of(text: &str) -> Option<Vec<String>> {
    match found(text) {
        Read::Sure(items) => Some(items),
        _ => None,
    }
}

fn found(text: &str) -> Read<Vec<String>> {
    if let Some(read) = lines(text) {
        return read;
    }
    let line = on_one_line(text);
    if let Some(items) = numbered(&line) {
        return Read::Sure(items);
    }
    if let Some(items) = bulleted(&line) {
        return Read::Sure(items);
    }
    if line.contains(';') {
        return Read::Sure(items(line.split(';')));
    }
    for sign in [" | ", " // "] {
        if line.contains(sign) {
            return Read::Sure(items(line.split(sign)));
        }
    }
    if line.contains(" / ") {
        let why = "una barra può dividere più voci o stare in una sola: sono state lette più voci";
        return Read::Doubtful(items(line.split(" / ")), why.to_owned());
    }
    for sign in [" > ", " → ", " -> ", " » "] {
        if line.contains(sign) {
            let why = "le frecce dividono forse più voci: sono state lette più voci";
            return Read::Doubtful(items(line.split(sign)), why.to_owned());
        }
    }
    one(&line)
}

/// A cell of one item, with a doubt where it may be several.
fn one(line: &str) -> Read<Vec<String>> {
    let whole = items(std::iter::once(line));
    let pieces: Vec<&str> = line.split(", ").collect();
    let short = pieces.iter().all(|piece| piece.split_whitespace().count() <= 4);
    if pieces.len() > 2 && short {
        return Read::Doubtful(whole, "forse sono più voci divise da virgole: è stata tenuta una voce sola".to_owned());
    }
    if [" - ", " – ", " + "].iter().any(|sign| line.contains(sign)) {
        return Read::Doubtful(
            whole,
            "forse sono più voci divise da trattini: è stata tenuta una voce sola".to_owned(),
        );
    }
    if run_on::is_run_on(line) {
        return Read::Doubtful(
            whole,
            "forse sono più voci scritte di seguito: è stata tenuta una voce sola".to_owned(),
        );
    }
    Read::Sure(whole)
}

/// The items of several lines.
fn lines(text: &str) -> Option<Read<Vec<String>>> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() < 2 {
        return None;
    }
    let begins = |line: &&str| is_bulleted(line) || number_of(line).is_some();
    let marked = lines.iter().filter(|line| begins(line)).count();
    if marked > 0 {
        // What has no mark of its own goes on with the line before it.
        let mut joined: Vec<String> = Vec::new();
        for line in &lines {
            match joined.last_mut() {
                Some(last) if !begins(line) => {
                    last.push(' ');
                    last.push_str(line);
                }
                _ => joined.push((*line).to_owned()),
            }
        }
        // Some lines may hold several: `1) Bando; 2) Prove`.
        let whole = numbered(&on_one_line(text)).filter(|items| items.len() > joined.len());
        return Some(Read::Sure(whole.unwrap_or_else(|| items(joined.iter().flat_map(|line| line.split(';'))))));
    }
    let phrases = Phrases::of(&lines);
    let whole = items(phrases.list.iter().flat_map(|phrase| phrase.split(';')));
    if !phrases.are_doubtful {
        return Some(Read::Sure(whole));
    }
    let how = match phrases.list.len() {
        1 => "è stata tenuta una voce sola",
        many if many < lines.len() => "le righe che sembrano continuare la precedente le sono state unite",
        _ => "sono state lette più voci",
    };
    Some(Read::Doubtful(whole, format!("gli a capo possono dividere più voci o una frase: {how}")))
}

/// `1) Bando 2) Prove`, `1. Bando 2. Prove`, `a) Bando b) Prove`: the items, without their numbers.
fn numbered(line: &str) -> Option<Vec<String>> {
    for sign in [')', '.', '-', '°'] {
        for letters in [false, true] {
            let mut starts = Vec::new();
            let mut from = 0;
            for number in 1..=40_u8 {
                let label = if letters { char::from(b'a' + number - 1).to_string() } else { number.to_string() };
                let Some((start, end)) = label_at(line, from, &label, sign) else { break };
                starts.push((start, end));
                from = end;
            }
            let is_list = starts.len() > 1 && (starts[0].0 == 0 || line[..starts[0].0].trim_end().ends_with(':'));
            if is_list {
                let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([line.len()]);
                return Some(items(starts.iter().zip(ends).map(|((_, begin), end)| &line[*begin..end])));
            }
        }
    }
    None
}

/// Where `1)` or `1.` stands as a word of its own, from a place on: its beginning and its end.
fn label_at(line: &str, from: usize, label: &str, sign: char) -> Option<(usize, usize)> {
    let mut at = from;
    while let Some(found) = line.get(at..)?.find(label) {
        let start = at + found;
        let after = &line[start + label.len()..];
        let signed = after.trim_start_matches(' ').strip_prefix(sign).filter(|rest| {
            // `1.2` is a number, not the first of a list.
            !rest.starts_with(|c: char| c.is_ascii_digit())
        });
        let alone =
            line[..start].chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ';' | ',' | '.'));
        if let (true, Some(rest)) = (alone, signed) {
            let open = usize::from(line[..start].ends_with('('));
            return Some((start - open, line.len() - rest.len()));
        }
        at = start + label.len();
    }
    None
}

/// `• Bando • Prove`, `- Bando - Prove`.
fn bulleted(line: &str) -> Option<Vec<String>> {
    let bullet = line.chars().next().filter(|c| BULLETS.contains(*c) && *c != 'o')?;
    let rest = &line[bullet.len_utf8()..];
    let drawn = !matches!(bullet, '-' | '–' | '—' | '*' | '·');
    let between = if drawn { bullet.to_string() } else { format!(" {bullet} ") };
    (rest.starts_with(' ') || drawn).then(|| items(rest.split(&between)))
}

fn is_bulleted(line: &str) -> bool {
    let mut signs = line.chars();
    match signs.next() {
        Some('o') => signs.as_str().starts_with(' ') && signs.as_str().trim_start().starts_with(char::is_uppercase),
        Some('-' | '–' | '—' | '*') => {
            signs.as_str().starts_with(char::is_whitespace) || signs.as_str().starts_with(char::is_uppercase)
        }
        Some(bullet) => BULLETS.contains(bullet),
        None => false,
    }
}

/// What follows the number at the beginning of a line.
fn number_of(line: &str) -> Option<&str> {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let letter = usize::from(digits == 0 && line.starts_with(|c: char| c.is_ascii_lowercase()));
    let rest = line.get(digits + letter..).filter(|_| digits + letter > 0 && digits < 3)?;
    let rest = rest
        .strip_prefix([')', '.', '°'])
        .or_else(|| rest.trim_start().strip_prefix(['-', '–']).filter(|_| digits > 0))?;
    (letter == 0 || line.get(1..2) == Some(")"))
        .then_some(rest)
        .filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// The pieces without their bullets, numbers and final signs; empty ones left out.
fn items<'a>(pieces: impl Iterator<Item = &'a str>) -> Vec<String> {
    let clean = |piece: &str| {
        let piece = on_one_line(piece);
        let piece =
            if is_bulleted(&piece) { piece.trim_start_matches(|c| BULLETS.contains(c) && c != 'o') } else { &piece };
        let piece = number_of(piece).unwrap_or(piece);
        piece.trim().trim_end_matches([';', ',']).trim().to_owned()
    };
    pieces.map(clean).filter(|item| !item.is_empty()).collect()
}

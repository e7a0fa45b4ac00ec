use crate::chapters::TypedParagraph;
use crate::check::rule_context::RuleContext;
use crate::check::typed_chapter::{TypedChapter, typed_chapters};
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Safety, Severity};
use std::ops::Range;

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";
const PLACE: &str = "{{ tabella(\"smart-team\") }}";

pub(super) static RULE: Rule = Rule {
    code: "LA515",
    name: "elenco-non-riconosciuto",
    severity: Severity::Warning,
    summary: "In un capitolo le voci di un elenco si leggono tutte di seguito, in un solo capoverso.",
    why: "Chi legge trova una frase senza fine, con i segni dell'elenco in mezzo.",
    remedy: "Cominciare ogni voce con un trattino e uno spazio (`- `), o con un numero, un punto e uno spazio (`1. `).",
    correction: None,
    basis: "WCAG 2.1, criterio 1.3.1.",
    failing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "• le aree;\n• i servizi.")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "Si contano:\na) le aree;\nb) i servizi.")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "-le aree;\n-i servizi.")]),
    ],
    passing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "- le aree;\n- i servizi.")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "1) le aree;\n2) i servizi.")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "a) le aree;\n\nb) i servizi.")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "Gli uffici\n– quelli con più persone –\nsono tre.")]),
    ],
};

/// Signs that stand for nothing but the item of a list; the last two are what a word processor leaves.
const BULLETS: &str = "•·▪▫◦‣⁃∙●○■□➢➤►▶✓✔❖\u{f0b7}\u{f0a7}";
/// Signs that may also stand for a pause.
const DASHES: &str = "–—−-";

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for chapter in typed_chapters(context) {
        for paragraph in &chapter.typed.paragraphs {
            findings.extend(bulleted(&chapter, paragraph).or_else(|| numbered(&chapter, paragraph)));
        }
    }
}

/// The sign at the start of a line, with the space after it.
fn bullet(chapter: &TypedChapter<'_>, line: &Range<usize>) -> Option<(char, Range<usize>)> {
    let literal = chapter.literal(line);
    let sign = literal.chars().next().filter(|c| BULLETS.contains(*c) || DASHES.contains(*c))?;
    let after = chapter.slice(line.start + sign.len_utf8()..line.end);
    let space = after.len() - after.trim_start().len();
    // A negative number is no item, and a line of hyphens is none.
    let item = after.trim_start().starts_with(|c: char| c.is_alphabetic() || "«“\"(*_{[`".contains(c));
    (item || BULLETS.contains(sign)).then_some((sign, line.start..line.start + sign.len_utf8() + space))
}

fn bulleted(chapter: &TypedChapter<'_>, paragraph: &TypedParagraph) -> Option<Finding> {
    let items: Vec<(char, Range<usize>, bool)> = paragraph
        .lines
        .iter()
        .filter_map(|line| bullet(chapter, &line.range).map(|(sign, range)| (sign, range, line.joined)))
        .collect();
    let (sign, first, _) = items.first()?;
    let clear = BULLETS.contains(*sign);
    let same: Vec<&(char, Range<usize>, bool)> = items.iter().filter(|(other, ..)| other == sign).collect();
    // An item before a list that is understood was meant for one of its items.
    let below = chapter.slice(paragraph.range().end..chapter.text.len()).strip_prefix('\n');
    let beside = clear && below.is_some_and(|rest| rest.starts_with("- ") || rest.starts_with("* "));
    if !(beside || same.iter().any(|(.., joined)| *joined)) || (!clear && same.len() < 2) {
        return None;
    }
    // The pause that a dash opens is closed by another within the sentence.
    let closing = format!(" {sign}");
    if !clear
        && *sign != '-'
        && same.iter().any(|(_, range, _)| {
            chapter.slice(range.end..chapter.text.len()).lines().next().is_some_and(|line| line.contains(&closing))
        })
    {
        return None;
    }
    let message = format!(
        "le righe che cominciano con «{sign}» si leggono di seguito, in un solo capoverso: l'elenco non si vede"
    );
    let help = if *sign == '-' {
        "lasciare uno spazio dopo il trattino di ogni voce: `- `"
    } else {
        "cominciare ogni voce con un trattino e uno spazio: `- `"
    };
    let last = items.last().map_or(first.end, |(_, range, _)| range.end);
    let mut mended = String::new();
    let mut from = first.start;
    for (_, range, _) in &items {
        mended.push_str(chapter.slice(from..range.start));
        mended.push_str("- ");
        from = range.end;
    }
    let safety = if clear && items.len() == same.len() { Safety::Certain } else { Safety::Guess };
    let place = first.start..first.start + sign.len_utf8();
    Some(Finding::new(&RULE, chapter.span(&place), message).label("non è un elenco").help(help).fix(Some(chapter.fix(
        &(first.start..last),
        mended,
        safety,
    ))))
}

/// The number or letter of an item, and the signs around it.
#[derive(Debug, PartialEq, Eq)]
struct Number {
    /// 1 for `1`, `a` and `i`.
    readings: Vec<u32>,
    signs: (bool, char),
    length: usize,
}

/// The number at the start of a line: `1)`, `(a)`, `b.`, `iv)`, `2°`.
fn number(line: &str) -> Option<Number> {
    let open = line.starts_with('(');
    let inside = &line[usize::from(open)..];
    let length = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = inside.split_at(length);
    let sign = rest.chars().next().filter(|c| matches!(c, ')' | '.' | ']' | '°' | 'º'))?;
    let after = rest[sign.len_utf8()..].chars().next()?;
    // `1.5` is a number, `a.C.` an abbreviation.
    let spaced =
        after == ' ' || (after.is_alphabetic() && (sign != '.' || name.bytes().all(|byte| byte.is_ascii_digit())));
    let digits = name.len() <= 2 && name.bytes().all(|byte| byte.is_ascii_digit());
    let readings = if digits { name.parse().into_iter().collect() } else { letters(&name.to_ascii_lowercase()) };
    (spaced && !readings.is_empty()).then_some(Number {
        readings,
        signs: (open, sign),
        length: usize::from(open) + length + sign.len_utf8(),
    })
}

/// The places of a letter in the alphabets, and of a Roman number.
fn letters(name: &str) -> Vec<u32> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let place = |letters: &str| letters.find(name).filter(|_| name.len() == 1);
    // Italian lists leave out j and k.
    let found = [
        place("abcdefghijklmnopqrstuvwxyz"),
        place("abcdefghilmnopqrstuvz"),
        ROMAN.iter().position(|roman| *roman == name),
    ];
    found.into_iter().flatten().filter_map(|at| u32::try_from(at + 1).ok()).collect()
}

fn numbered(chapter: &TypedChapter<'_>, paragraph: &TypedParagraph) -> Option<Finding> {
    let items = paragraph.lines.iter().filter_map(|line| Some((line, number(chapter.line(line))?)));
    let items: Vec<_> = items.collect();
    let follows = |before: &Number, after: &Number| {
        before.signs == after.signs && before.readings.iter().any(|number| after.readings.contains(&(number + 1)))
    };
    let at = items.windows(2).position(|pair| pair[1].0.joined && follows(&pair[0].1, &pair[1].1))?;
    let (line, first) = &items[at];
    let place = line.range.start..line.range.start + first.length;
    let written = chapter.slice(place.clone()).to_owned();
    let digits = first.signs == (false, '.') || first.signs == (false, ')');
    let help = if digits && written.starts_with(|c: char| c.is_ascii_digit()) {
        "lasciare una riga vuota prima dell'elenco, e uno spazio dopo il numero: `1. `"
    } else {
        "lasciare una riga vuota fra una voce e l'altra, o cominciare ogni voce con un trattino e uno spazio: `- `"
    };
    let message = format!("l'elenco che comincia con «{written}» si legge di seguito, in un solo capoverso");
    Some(Finding::new(&RULE, chapter.span(&place), message).label("non è un elenco").help(help))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_items_are_known() {
        for (line, reading) in [
            ("1) uno", 1),
            ("(b) due", 2),
            ("c. tre", 3),
            ("iv) quattro", 4),
            ("3.tre", 3),
            ("l) undici", 10),
            ("2° due", 2),
        ] {
            assert!(number(line).is_some_and(|number| number.readings.contains(&reading)), "{line}");
        }
        for line in ["1.5 ore", "a.C. due", "2024. Poi", "uno", "(vedi sopra)", "1)", "art. 5", ""] {
            assert_eq!(number(line), None, "{line}");
        }
    }
}

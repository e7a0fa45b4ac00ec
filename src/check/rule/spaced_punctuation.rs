use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "LA502",
    name: "spazi-e-punteggiatura",
    severity: Severity::Note,
    summary: "C'è uno spazio prima di un segno di punteggiatura, o ne manca uno dopo.",
    why: "La riga si spezza prima della virgola e la frase si legge male; di solito viene da un copia e incolla.",
    remedy: "Nessuno spazio prima di virgola, punto, punto e virgola, due punti e parentesi chiusa, uno spazio dopo la virgola.",
    correction: Some(
        "lo spazio in più lo toglie `piao check --fix`, che sposta anche quello che sta dalla parte sbagliata",
    ),
    basis: "Uso tipografico corrente dell'italiano.",
    failing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti , nei tempi previsti",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti,nei tempi previsti",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "22 maggio 2017 n. 81.",
            "22 maggio 2017 n. 81 .",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti (tutti ), nei tempi previsti",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti ,nei tempi previsti",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "finalita: Pubblicare gli atti nei tempi previsti",
        "finalita: Pubblicare 1,5 atti (ex art. 3) alle 10:30, su www.esempio.it; ecc.",
    )])],
};

/// The signs that stand beside spaces.
const SIGNS: Signs = Signs::any_of(",;:.)?!(").or(Signs::STRANGE);

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    if !written.signs.meets(SIGNS) {
        return;
    }
    for fault in faults(written.text) {
        let Fault { range, sign, kind } = fault;
        let end = range.end;
        let (shown, message, label, help) = match kind {
            Kind::Before => (
                range.start..end + sign.len_utf8(),
                format!("c'è uno spazio prima di «{sign}»"),
                "spazio di troppo",
                "togliere lo spazio",
            ),
            Kind::WrongSide => (
                range.clone(),
                format!("lo spazio è prima di «{sign}» e non dopo"),
                "spazio dalla parte sbagliata",
                "spostare lo spazio dopo il segno",
            ),
            Kind::AfterParenthesis => (
                range.start - 1..end,
                format!("c'è uno spazio dopo «{sign}»"),
                "spazio di troppo",
                "togliere lo spazio",
            ),
            Kind::Missing => (
                range.clone(),
                format!("in «{}» manca uno spazio dopo il segno", &written.text[range.clone()]),
                "manca uno spazio",
                "aggiungere uno spazio",
            ),
        };
        let finding = Finding::new(&RULE, written.span(context, shown), message).label(label).help(help);
        findings.push(match kind {
            Kind::Before | Kind::AfterParenthesis => finding.fix(written.fix(context, range, "")),
            Kind::WrongSide => finding.fix(written.fix(context, range, &format!("{sign} "))),
            Kind::Missing => finding,
        });
    }
}

/// A place where spaces and signs do not stand as they should.
struct Fault {
    /// The spaces, with the sign where it is to be moved; the words where one is missing.
    range: Range<usize>,
    sign: char,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    /// Spaces before a sign.
    Before,
    /// Spaces before a sign that is joined to the next word.
    WrongSide,
    /// Spaces after an opening parenthesis.
    AfterParenthesis,
    /// No space after a sign.
    Missing,
}

/// Every fault of a text, in its order.
fn faults(text: &str) -> impl Iterator<Item = Fault> {
    let french = is_french(text);
    text.char_indices().filter_map(move |(at, sign)| fault(text, at, sign, french))
}

/// What is wrong beside the sign at a place.
fn fault(text: &str, at: usize, sign: char, french: bool) -> Option<Fault> {
    let of = |kind| move |range| Fault { range, sign, kind };
    space_before(text, at, sign, french)
        .map(of(Kind::Before))
        .or_else(|| space_on_wrong_side(text, at, sign, french).map(of(Kind::WrongSide)))
        .or_else(|| space_after_parenthesis(text, at, sign).map(of(Kind::AfterParenthesis)))
        .or_else(|| no_space_after(text, at, sign).map(of(Kind::Missing)))
}

/// The spaces before a sign.
fn space_before(text: &str, at: usize, sign: char, french: bool) -> Option<Range<usize>> {
    if !matches!(sign, ',' | ';' | ':' | '.' | ')' | '?' | '!' | '»') {
        return None;
    }
    let before = text[..at].trim_end_matches(' ');
    if before.len() == at || before.is_empty() || french && matches!(sign, ':' | ';' | '?' | '!' | '»') {
        return None;
    }
    // `.NET`, `...` and `:-)` are no ends of a sentence; neither is a sign after another sign or a dash.
    let next = text[at + sign.len_utf8()..].chars().next();
    let closes = matches!(sign, ')' | '»');
    let apart = next.is_none_or(|c| {
        c == ' ' || matches!(c, ')' | '»' | '"') || (closes && matches!(c, '.' | ',' | ';' | ':' | '?' | '!'))
    });
    (apart && ends_with_word(before)).then_some(before.len()..at)
}

fn ends_with_word(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '»' | '"' | '%'))
}

/// The spaces before a comma or a semicolon that is joined to the next word, with the sign: `atti ,nei tempi`.
fn space_on_wrong_side(text: &str, at: usize, sign: char, french: bool) -> Option<Range<usize>> {
    if !matches!(sign, ',' | ';') || french && sign == ';' {
        return None;
    }
    let before = text[..at].trim_end_matches(' ');
    let mut next = text[at + 1..].chars();
    // `;D` is no word.
    let joined = next
        .next()
        .is_some_and(|c| c.is_lowercase() || c.is_uppercase() && next.next().is_some_and(char::is_alphabetic));
    (before.len() < at && ends_with_word(before) && joined).then_some(before.len()..at + 1)
}

/// The spaces after an opening parenthesis.
fn space_after_parenthesis(text: &str, at: usize, sign: char) -> Option<Range<usize>> {
    let rest = text.get(at + 1..).filter(|_| sign == '(')?;
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    (spaces > 0 && spaces < rest.len()).then_some(at + 1..at + 1 + spaces)
}

/// Whether a text is French, which puts a space before two-part signs and inside its quotation marks.
fn is_french(text: &str) -> bool {
    // None of them is an Italian word.
    const WORDS: [&str; 25] = [
        "les", "des", "du", "et", "une", "aux", "au", "ou", "dans", "pour", "par", "sur", "avec", "sont", "ont",
        "celui", "cette", "que", "leur", "leurs", "nous", "vous", "qu'un", "n'y", "l'état",
    ];
    let mut words = text.split(' ').filter_map(|word| WORDS.iter().position(|french| *french == word));
    words.next().is_some_and(|first| words.any(|other| other != first))
}

/// Two words joined by a comma or a semicolon.
fn no_space_after(text: &str, at: usize, sign: char) -> Option<Range<usize>> {
    if !matches!(sign, ',' | ';') {
        return None;
    }
    let start = text[..at].trim_end_matches(char::is_alphabetic).len();
    let whole = start == 0 || text[..start].ends_with(' ');
    let next = text[at + 1..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let letters = |word: &str| word.chars().nth(1).is_some() && word.chars().all(char::is_alphabetic);
    (whole && letters(&text[start..at]) && letters(next))
        .then(|| start..at + text[at..].find(' ').unwrap_or(text.len() - at))
}

#[cfg(test)]
mod tests {
    use super::faults;

    #[test]
    fn every_place_of_a_text_is_told() {
        for (text, places) in [
            ("Atti , pareri ; note .", vec![4..5, 13..14, 20..21]),
            ("Atti ,nei tempi ;sempre ( tutti )", vec![4..6, 15..17, 25..26, 31..32]),
            ("Atti,nei tempi,sempre", vec![0..8, 9..21]),
            ("Atti, nei tempi (tutti); sempre.", vec![]),
        ] {
            assert_eq!(faults(text).map(|fault| fault.range).collect::<Vec<_>>(), places, "{text}");
        }
    }
}

use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::Date;
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "LA505",
    name: "segnaposto",
    severity: Severity::Warning,
    summary: "In un testo è rimasto un segnaposto, come XXX, TODO, ??? o un numero mai scritto.",
    why: "È il segno di qualcosa che si voleva completare prima di pubblicare.",
    remedy: "Scrivere ciò che manca; se il testo pubblicato è così, accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti entro XXX giorni",
        )]),
        Example::new(&[Edit::new(
            "valutazione.yaml",
            "Capacità di delega",
            "Evasione delle e-mail entro n. giornate lavorative",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "TODO: questo allegato descrive",
        )]),
        Example::new(&[Edit::new("software.yaml", "scopo: Registrazione dei documenti", "scopo: …")]),
    ],
    passing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti entro n. 15 giorni, con il n. di protocollo, e così via...",
        )]),
        Example {
            caption: "Un dato che si dichiara non disponibile",
            edits: &[Edit::new("software.yaml", "scopo: Registrazione dei documenti", "scopo: n.d.")],
        },
        Example {
            caption: "Un'unità di misura, una data in numeri romani e una sigla",
            edits: &[Edit::new(
                "processi.yaml",
                "finalita: Pubblicare gli atti nei tempi previsti",
                "finalita: Ridurre i tempi (n. giorni) dello screening TBC in piazza XXX Ottobre",
            )],
        },
    ],
};

/// Words that nobody publishes on purpose.
const KEYWORDS: [&str; 8] =
    ["TODO", "FIXME", "TBD", "DA COMPLETARE", "Lorem ipsum", "lorem ipsum", "[da completare]", "da completare a cura"];

/// The signs of every placeholder but those that are said in small letters.
const SIGNS: Signs = Signs::any_of("Xx?_[.-").or(Signs::CAPITALS).or(Signs::STRANGE);

/// What these have in common.
const SAID: [&str; 2] = ["orem ipsum", "da completare a cura"];

/// What is counted: before one of these, `n.` is a number that was never written.
const UNITS: [&str; 10] =
    ["giorni", "giornate", "giorno", "ore", "mesi", "settimane", "anni", "minuti", "euro", "unità"];

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    if !written.signs.meets(SIGNS) && !SAID.iter().any(|said| written.text.contains(said)) {
        return;
    }
    for range in placeholders(written.text) {
        let piece = &written.text[range.clone()];
        let message = if piece.starts_with("n.") {
            format!("in «{piece}» il numero non è scritto")
        } else {
            format!("«{piece}» sembra un segnaposto rimasto nel testo")
        };
        let finding = Finding::new(&RULE, written.span(context, range), message);
        findings.push(finding.label("qui manca qualcosa").remedy());
    }
}

/// The placeholders of a text, in its order; none within another.
fn placeholders(text: &str) -> Vec<Range<usize>> {
    let bare = text.trim();
    if matches!(bare, "…" | "..." | "...." | "-" | "--" | "?" | "." | "xx" | "XX" | "TBC") {
        return vec![Range { start: 0, end: text.len() }];
    }
    let alone = |range: &Range<usize>| {
        let letter = |c: char| c.is_alphanumeric();
        !text[..range.start].ends_with(letter) && !text[range.end..].starts_with(letter)
    };
    let words = KEYWORDS.iter().flat_map(|word| text.match_indices(word)).map(|(at, word)| at..at + word.len());
    // Letters and signs that stand, several in a row, for what somebody still has to write.
    let rows = [('X', 3), ('x', 3), ('?', 2), ('_', 3), ('.', 5), ('…', 2)];
    let rows = rows.into_iter().flat_map(|(letter, least)| runs(text, letter, least));
    let rows = rows.filter(|range| !is_roman_day(text, range));
    let numbers = text.match_indices("n. ").filter_map(|(at, mark)| {
        let unit = text[at + mark.len()..].split(|c: char| !c.is_alphabetic()).next()?;
        let range = at..at + mark.len() + unit.len();
        // `(n. giorni)` and `Durata: n. giorni` name the unit of a figure.
        let unit_alone = text[..at].trim_end().ends_with(['(', '[', ':']) || text[..at].trim().is_empty();
        (UNITS.contains(&unit) && !unit_alone).then_some(range)
    });
    let mut found: Vec<Range<usize>> = words.chain(rows).chain(numbers).filter(alone).collect();
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|range| {
        let is_apart = range.start >= end;
        end = end.max(range.end);
        is_apart
    });
    found
}

/// `XXX Ottobre`: a day that gives its name to a square.
fn is_roman_day(text: &str, range: &Range<usize>) -> bool {
    let next = text[range.end..].split_whitespace().next().unwrap_or("").to_lowercase();
    let next = next.trim_end_matches(|c: char| !c.is_alphabetic());
    text[range.clone()] == *"XXX" && Date::MONTHS.contains(&next)
}

/// Where the same letter stands at least `least` times in a row.
fn runs(text: &str, letter: char, least: usize) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    let rows = std::iter::from_fn(move || {
        let start = from + text[from..].find(letter)?;
        let length = text[start..].chars().take_while(|c| *c == letter).count();
        from = start + length * letter.len_utf8();
        Some((start..from, length))
    });
    rows.filter(move |(_, length)| *length >= least).map(|(range, _)| range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_placeholder_of_a_text_is_found_once() {
        let pieces =
            |text: &'static str| -> Vec<&str> { placeholders(text).into_iter().map(|range| &text[range]).collect() };
        assert_eq!(pieces("Rilascio ??? e poi XXX, entro n. giorni"), ["???", "XXX", "n. giorni"]);
        assert_eq!(
            pieces("da completare a cura di ____ e di ____, TODO"),
            ["da completare a cura", "____", "____", "TODO"]
        );
        assert_eq!(pieces("xx"), ["xx"]);
        assert_eq!(pieces("piazza XXX Ottobre, XXX"), ["XXX"]);
        assert_eq!(pieces("Extra xxl, e così via..."), Vec::<&str>::new());
    }
}

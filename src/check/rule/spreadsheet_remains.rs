use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "LA509",
    name: "avanzi-di-foglio-di-calcolo",
    severity: Severity::Warning,
    summary: "In un testo è rimasto un errore o una formula di un foglio di calcolo, come #N/D o =SOMMA(A1:A9).",
    why: "Al posto del valore si pubblica il segno che non c'era, o la formula che doveva darlo.",
    remedy: "Tornare al foglio di calcolo, correggere la cella e copiarne il valore.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza e integrità dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new("software.yaml", "scopo: Registrazione dei documenti", "scopo: \"#RIF!\"")]),
        Example::new(&[Edit::new("software.yaml", "scopo: Registrazione dei documenti", "scopo: =CONCATENA(A1;B1)")]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: \"Pubblicare gli atti in #N/D giorni\"",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "finalita: Pubblicare gli atti nei tempi previsti",
        "finalita: \"Pubblicare gli atti: obiettivo = 5 giorni, con il tema #LavoroAgile\"",
    )])],
};

/// What a spreadsheet shows in a cell whose formula fails, in Italian and in English, and what it leaves in exported texts.
const ERRORS: [&str; 18] = [
    "#RIF!",
    "#REF!",
    "#N/D",
    "#N/A",
    "#VALORE!",
    "#VALUE!",
    "#DIV/0!",
    "#NOME?",
    "#NAME?",
    "#NUM!",
    "#NULLO!",
    "#NULL!",
    "#CALC!",
    "#ESPANSIONE!",
    "#SPILL!",
    "#####",
    "_x000D_",
    "_x000A_",
];

/// What it leaves behind begins with one of these, or has the last in it.
const SIGNS: Signs = Signs::any_of("#_=+");

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    if !written.signs.meets(SIGNS) {
        return;
    }
    let Some((range, what)) = remains(written.text) else { return };
    // In a chapter a line that begins so is a heading that failed, which has a finding of its own.
    let title = written.text.starts_with('#') && written.text[range.clone()].bytes().all(|byte| byte == b'#');
    if title && written.is_narrative() && written.text.contains(char::is_alphabetic) {
        return;
    }
    let message = format!("«{}» è {what} di un foglio di calcolo", &written.text[range.clone()]);
    findings.push(Finding::new(&RULE, written.span(context, range), message).label("non è un testo").remedy());
}

/// The first thing in a text that only a spreadsheet writes, and what it is.
fn remains(text: &str) -> Option<(Range<usize>, &'static str)> {
    if is_formula(text) {
        return Some((0..text.len(), "una formula"));
    }
    let errors = ERRORS.iter().filter_map(|error| text.find(error).map(|at| at..at + error.len()));
    let found = errors.chain(scientific(text)).min_by_key(|range| range.start)?;
    Some((found, "un resto"))
}

/// `=SOMMA(A1:A9)`, `=B2+C2`, `=+A1`: an equals sign, then a name or a cell, then what follows one.
fn is_formula(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('=') else { return false };
    let rest = rest.trim_start_matches(['+', '-', ' ', '$']);
    // `Foglio1!A3` is a cell of another sheet.
    let sheet = rest.split_once('!').filter(|(sheet, _)| sheet.chars().all(|c| c.is_alphanumeric() || c == '_'));
    let rest = sheet.map_or(rest, |(_, cell)| cell);
    let name = rest.find(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '$' | '_')));
    let (name, after) = rest.split_at(name.unwrap_or(rest.len()));
    let cell = name.ends_with(|c: char| c.is_ascii_digit());
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && (after.starts_with('(')
            || (cell && (after.is_empty() || after.starts_with(['+', '-', '*', '/', '&', ':', '!']))))
}

/// `1,23E+11`: a long number that the spreadsheet shortened.
fn scientific(text: &str) -> Option<Range<usize>> {
    text.match_indices("E+").find_map(|(at, mark)| {
        let digits = text[at + mark.len()..].bytes().take_while(u8::is_ascii_digit).count();
        let before = text[..at].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
        let number = text[before.len()..at].starts_with(|c: char| c.is_ascii_digit());
        (number && digits >= 2).then(|| before.len()..at + mark.len() + digits)
    })
}

#[cfg(test)]
mod tests {
    use super::remains;

    #[test]
    fn only_spreadsheets_write_so() {
        for text in [
            "#REF!",
            "circa #DIV/0! giorni",
            "=SOMMA(A1:A9)",
            "=+B2*C2",
            "=A1",
            "=Foglio1!A3",
            "3,47E+09",
            "riga_x000D_",
            "#####",
        ] {
            assert!(remains(text).is_some(), "{text}");
        }
        for text in
            ["= 5 giorni", "C# e #hashtag", "=> vedi sotto", "gruppo E+10", "articolo 3, lettera E", "=", "È + è"]
        {
            assert!(remains(text).is_none(), "{text}");
        }
    }
}

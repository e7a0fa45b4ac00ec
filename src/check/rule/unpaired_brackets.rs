use crate::check::rule_context::RuleContext;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA503",
    name: "parentesi-spaiate",
    severity: Severity::Note,
    summary: "Una parentesi o una virgoletta si apre e non si chiude, o il contrario.",
    why: "Di solito manca la fine della frase: la cella è stata tagliata nel copiare.",
    remedy: "Chiudere la parentesi, o togliere quella di troppo.",
    basis: "D.lgs. 33/2013, art. 6: completezza e comprensibilità dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "processo: Accertamento dei tributi",
            "processo: Accertamento dei tributi (IMU e TARI",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Questo «allegato descrive",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "processo: Accertamento dei tributi",
        "processo: \"Accertamento: a) dei tributi (IMU), 2) delle tariffe\"",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    each_written(context, &mut |written| {
        let Some((at, sign)) = unpaired(written.text) else { return };
        let message = match sign {
            '(' | '[' | '«' | '“' => format!("«{sign}» si apre e non si chiude"),
            '"' => "c'è una virgoletta senza la sua compagna".to_owned(),
            _ => format!("«{sign}» si chiude senza essersi aperta"),
        };
        findings.push(
            Finding::new(&RULE, written.span(context, at..at + sign.len_utf8()), message)
                .label("senza compagna")
                .remedy(),
        );
    });
}

/// The first bracket or quotation mark without its companion.
fn unpaired(text: &str) -> Option<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, sign) in text.char_indices() {
        let opener = match sign {
            '(' | '[' | '«' | '“' => {
                open.push((at, sign));
                continue;
            }
            ')' => '(',
            ']' => '[',
            '»' => '«',
            '”' => '“',
            _ => continue,
        };
        match open.last() {
            Some((_, last)) if *last == opener => {
                open.pop();
            }
            // `a)` and `2)` number the items of a list.
            _ if sign == ')' && is_item(&text[..at]) => {}
            // The closing mark of German quotation is the opening one of English.
            _ if sign == '”' => {}
            _ => return Some((at, sign)),
        }
    }
    let quotes = text.match_indices('"').count();
    let left = open.into_iter().find(|(_, sign)| *sign != '“');
    left.or_else(|| (quotes % 2 == 1).then(|| text.rfind('"').map(|at| (at, '"'))).flatten())
}

fn is_item(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    (1..=2).contains(&word.chars().count()) || (!word.is_empty() && word.chars().all(|c| "ivx".contains(c)))
}

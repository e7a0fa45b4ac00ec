use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA504",
    name: "tutto-in-maiuscolo",
    severity: Severity::Note,
    summary: "Un'intera frase è scritta in maiuscolo. Le sigle non contano.",
    why: "Il maiuscolo si legge male, e alcuni lettori di schermo lo pronunciano lettera per lettera.",
    remedy: "Scrivere in minuscolo, con l'iniziale maiuscola.",
    correction: None,
    basis: "Linee guida di design per i siti della PA; WCAG 2.1, uso leggibile del testo.",
    failing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "processo: Accertamento dei tributi",
        "processo: ACCERTAMENTO DEI TRIBUTI COMUNALI",
    )])],
    passing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "processo: Accertamento dei tributi",
        "processo: SUE SUAP PIEMME THEBIT - SPORTELLO UNICO",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    if written.signs.meets(Signs::SMALL) {
        return;
    }
    let text = written.text;
    let small = text.chars().any(char::is_lowercase);
    let words = text.split(|c: char| !c.is_alphabetic()).map(|word| word.chars().count());
    let (some, long) =
        words.fold((0, 0), |(some, long), length| (some + usize::from(length > 3), long + usize::from(length > 6)));
    if !small && some >= 3 && long >= 2 {
        findings.push(
            Finding::new(
                &RULE,
                written.span(context, 0..text.len()),
                format!("«{}» è tutto in maiuscolo", shortened(text)),
            )
            .label("tutto in maiuscolo")
            .remedy(),
        );
    }
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

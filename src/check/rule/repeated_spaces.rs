use crate::check::rule_context::RuleContext;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA501",
    name: "spazi-ripetuti",
    severity: Severity::Note,
    summary: "Fra due parole ci sono due o più spazi.",
    why: "Non si vede sulla pagina, ma chi cerca la frase nei dati aperti non la trova.",
    remedy: "Lasciare uno spazio solo.",
    correction: Some("`piao check --fix` lo fa da sé"),
    basis: "Linee guida AgID sui dati aperti: qualità dei valori.",
    failing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "processo: Accertamento dei tributi",
            "processo: Accertamento  dei tributi",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Questo  allegato descrive",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "processo: Accertamento dei tributi",
        "processo:   Accertamento dei tributi",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    let Some(start) = written.text.find("  ") else { return };
    let end = start + written.text[start..].find(|c| c != ' ').unwrap_or(written.text.len() - start);
    let before = written.text[..start].rsplit(' ').next().unwrap_or("");
    findings.push(
        Finding::new(
            &RULE,
            written.span(context, start..end),
            format!("dopo «{before}» ci sono {} spazi", end - start),
        )
        .label("ne basta uno")
        .help("lasciare uno spazio solo")
        .fix(written.fix(context, start..end, " ")),
    );
}

use crate::check::process_noun::process_noun;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA111",
    name: "percentuale-impossibile",
    severity: Severity::Error,
    summary: "La percentuale di smartabilità di un processo supera 100.",
    why: "Una percentuale oltre il totale non vuol dire nulla, e guasta grafici e medie.",
    remedy: "Scrivere un numero da 0 a 100, senza il segno di percento.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "smartabilita: in parte",
        "smartabilita: in parte\n    percentuale: 150",
    )])],
    passing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "smartabilita: in parte",
        "smartabilita: in parte\n    percentuale: 50",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for process in &context.edition.processes.rows {
        if let Some(share) = process.percentage.as_ref().filter(|share| share.value > 100.0) {
            let message =
                context.fill("la percentuale [del processo] {} supera 100", &[&process_noun(context, process)]);
            findings.push(Finding::new(&RULE, share.span, message).label("più di 100").remedy());
        }
    }
}

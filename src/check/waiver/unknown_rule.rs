use super::FILE;
use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity, nearest};
use crate::model::Waiver;
use crate::source::Sources;

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA901",
    name: "accettazione-di-controllo-sconosciuto",
    severity: Severity::Error,
    summary: "Un'accettazione nomina un controllo che non esiste.",
    why: "Un'accettazione scritta male non accetta nulla, e sembra il contrario.",
    remedy: "Scrivere il codice che il rilievo porta fra parentesi quadre, per esempio LA304.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(
        FILE,
        "",
        "accettazioni:\n  - controllo: LA999\n    dove: processi\n    motivo: Prova\n",
    )])],
    passing: &[],
};

pub(super) fn finding(sources: &Sources, waiver: &Waiver, rules: &[&Rule]) -> Option<Finding> {
    let code = &waiver.rule;
    if code.value.is_empty() {
        return None;
    }
    let finding = Finding::new(&RULE, code.span, format!("il controllo `{}` non esiste", code.value))
        .label("controllo sconosciuto");
    // What cannot be accepted was not meant.
    let adjustable = rules.iter().filter(|rule| rule.is_adjustable()).map(|rule| rule.code);
    let by_name = rules.iter().find(|rule| rule.name == code.value || rule.code.eq_ignore_ascii_case(code));
    Some(match by_name.map(|rule| rule.code).or_else(|| nearest(code, adjustable)) {
        Some(meant) => {
            let fix = by_name.and_then(|_| Fix::scalar(sources.get(code.span.source), code.span, code, meant));
            finding.help(format!("forse si intendeva {meant}")).fix(fix)
        }
        None => finding.help("l'elenco dei controlli si legge con `piao spiega --tutti`"),
    })
}

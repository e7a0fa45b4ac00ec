use crate::check::reference::{self, Noun, Target};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA205",
    name: "destinatario-sconosciuto",
    severity: Severity::Error,
    summary: "Un modulo formativo nomina un gruppo di destinatari che non è definito.",
    why: "La casella non avrebbe una colonna in cui stare.",
    remedy: "Scrivere l'identificativo come sta fra i `destinatari` di formazione.yaml.",
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(
        "formazione.yaml",
        "dipendenti: X, nuovi-assunti: X",
        "dipendente: X, nuovi-assunti: X",
    )])],
    passing: &[],
};

const NOUN: Noun =
    Noun { with_article: "il gruppo di destinatari", unknown: "destinatari sconosciuti", file: "formazione.yaml" };

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let training = &context.edition.training;
    let audiences = &training.audiences;
    for cell in training.groups.rows.iter().flat_map(|group| &group.modules).flat_map(|module| &module.cells) {
        if audiences.iter().any(|audience| audience.id.value == cell.audience.value) {
            continue;
        }
        let targets = audiences.iter().map(|row| Target { id: &row.id, name: &row.name, aliases: &[] });
        findings.extend(reference::unknown(context, &RULE, &NOUN, &training.groups, targets, &cell.audience));
    }
}

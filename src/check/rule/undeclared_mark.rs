use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity};
use crate::model::latin;

pub(super) static RULE: Rule = Rule {
    code: "LA206",
    name: "segno-non-dichiarato",
    severity: Severity::Error,
    summary: "Nel piano formativo una casella porta un segno che la legenda non dichiara.",
    why: "Chi legge la tabella non ha modo di sapere che cosa vuol dire.",
    remedy: "Correggere il segno, o dichiararlo nella `legenda`; se il testo pubblicato non lo spiega, con un significato vuoto.",
    basis: "WCAG 2.1, criterio 1.3.1.",
    failing: &[Example::new(&[Edit::new(
        "formazione.yaml",
        "dipendenti: X, nuovi-assunti: X",
        "dipendenti: Z, nuovi-assunti: X",
    )])],
    passing: &[],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let training = &context.edition.training;
    let declared = |mark: &str| training.legend.iter().any(|entry| entry.mark.value == mark);
    for cell in training.groups.rows.iter().flat_map(|group| &group.modules).flat_map(|module| &module.cells) {
        let mark = &cell.mark;
        if declared(mark) {
            continue;
        }
        // A mark of another alphabet, or in the other case, is a misspelling of the declared one.
        let meant = [latin(mark), latin(mark).to_uppercase(), latin(mark).to_lowercase()]
            .into_iter()
            .find(|mark| declared(mark));
        let finding = Finding::new(&RULE, mark.span, format!("il segno `{}` non è nella legenda", mark.value))
            .label("segno non dichiarato");
        findings.push(if let Some(meant) = meant {
            let fix = Fix::scalar(context.sources.get(mark.span.source), mark.span, mark, &meant);
            finding.help(format!("scrivere `{meant}`")).fix(fix)
        } else {
            let known: Vec<&str> = training.legend.iter().map(|entry| entry.mark.value.as_str()).collect();
            finding.help(format!("i segni dichiarati nella legenda sono: {}", known.join(", ")))
        });
    }
}

use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Fix, Rule, Severity};
use crate::model::{Training, latin};

pub(super) static RULE: Rule = Rule {
    code: "LA206",
    name: "segno-non-dichiarato",
    severity: Severity::Error,
    summary: "Nel piano formativo una casella porta un segno che la legenda non dichiara.",
    why: "Chi legge la tabella non ha modo di sapere che cosa vuol dire.",
    remedy: "Correggere il segno, o dichiararlo nella `legenda`; se il testo pubblicato non lo spiega, con un significato vuoto.",
    correction: None,
    basis: "WCAG 2.1, criterio 1.3.1.",
    failing: &[Example::new(&[Edit::new("formazione.yaml", "dipendenti: X", "dipendenti: Z")])],
    passing: &[],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let training = &context.edition.training;
    // A legend that could not be read has a finding of its own.
    if training.is_legend_unread {
        return;
    }
    // Where there is no legend, each mark is said once.
    let mut told: Vec<&str> = Vec::new();
    for cell in training.groups.rows.iter().flat_map(|group| &group.modules).flat_map(|module| &module.cells) {
        let mark = &cell.mark;
        let meant = meant(training, mark);
        if meant.as_deref() == Some(mark.value.as_str()) {
            continue;
        }
        if training.legend.is_empty() && told.contains(&mark.value.as_str()) {
            continue;
        }
        told.push(&mark.value);
        let finding = Finding::new(&RULE, mark.span, format!("il segno `{}` non è nella legenda", mark.value))
            .label("segno non dichiarato");
        findings.push(if let Some(meant) = meant {
            let fix = Fix::scalar(context.sources.get(mark.span.source), mark.span, mark, &meant);
            finding.help(format!("scrivere `{meant}`")).fix(fix)
        } else if training.legend.is_empty() {
            finding.help(format!("scrivere nella `legenda` che cosa vuol dire: `{}: …`", mark.value))
        } else {
            let known: Vec<&str> = training.legend.iter().map(|entry| entry.mark.value.as_str()).collect();
            finding.help(format!("i segni dichiarati nella legenda sono: {}", known.join(", ")))
        });
    }
}

/// The declared mark that is meant by one of a cell: itself, or one of which it is a misspelling, in another alphabet or case.
pub(super) fn meant(training: &Training, mark: &str) -> Option<String> {
    let declared = |mark: &str| training.legend.iter().any(|entry| entry.mark.value == mark);
    let spelled = [mark.to_owned(), latin(mark), latin(mark).to_uppercase(), latin(mark).to_lowercase()];
    spelled.into_iter().find(|mark| declared(mark))
}

use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{OwnValue, Text};
use crate::tables::{self, Described as _, Kind};

pub(super) static RULE: Rule = Rule {
    code: "LA108",
    name: "punto-e-virgola-in-elenco",
    severity: Severity::Warning,
    summary: "Una voce di un elenco contiene un punto e virgola.",
    why: "Nei file CSV le voci di un elenco sono unite da un punto e virgola: chi li rilegge troverebbe due voci al posto di una.",
    remedy: "Dividere la voce in due, o usare una virgola.",
    correction: None,
    basis: "Linee guida AgID sui dati aperti: un dato deve potersi rileggere com'era.",
    failing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "input: [Atto adottato]",
        "input: [Atto adottato; richiesta]",
    )])],
    passing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "input: [Atto adottato]",
        "input: [Atto adottato, richiesta]",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for process in &context.edition.processes.rows {
        let lists = process.values().filter(|(column, _)| matches!(column.kind, Kind::Texts) && column.shows.data);
        look(lists.flat_map(|(_, value)| value.texts()), findings);
    }
    for entry in tables::rows(context.edition).filter_map(|row| row.annotations).flat_map(|row| &row.own) {
        if let OwnValue::Texts(items) = &entry.value {
            look(items.iter(), findings);
        }
    }
}

fn look<'a>(items: impl Iterator<Item = &'a Text>, findings: &mut Findings) {
    for item in items.filter(|item| item.value.contains(';')) {
        findings.push(
            Finding::new(&RULE, item.span, "la voce dell'elenco contiene un punto e virgola")
                .label("qui c'è un «;»")
                .help("dividere la voce in due, o scrivere una virgola"),
        );
    }
}

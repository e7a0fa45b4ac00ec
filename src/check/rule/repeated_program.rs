use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Software, fold};
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    code: "LA314",
    name: "programma-ripetuto",
    severity: Severity::Warning,
    summary: "Lo stesso nome di programma compare più volte nell'elenco.",
    why: "Se lo scopo è diverso non si sa se è un programma con più usi o se sono programmi diversi con un nome generico; se è uguale, la riga è scritta due volte.",
    remedy: "Unire le righe, o dare a ciascun programma il suo nome; se il testo pubblicato è così, accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "Linee guida AgID sui dati aperti: unicità dei valori.",
    failing: &[Example::new(&[Edit::new(
        "software.yaml",
        "    scopo: Registrazione dei documenti",
        "    scopo: Registrazione dei documenti\n  - nome: PROTOCOLLO informatico\n    scopo: Gestione degli appuntamenti",
    )])],
    passing: &[Example::new(&[Edit::new(
        "software.yaml",
        "    scopo: Registrazione dei documenti",
        "    scopo: Registrazione dei documenti\n  - nome: Agenda\n    scopo: Gestione degli appuntamenti",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    // The same name from two suppliers is two programs.
    let key = |row: &Software| (fold(&row.name), row.supplier.as_ref().map(|supplier| fold(supplier)));
    let mut rows: BTreeMap<_, Vec<&Software>> = BTreeMap::new();
    for row in context.edition.software.rows.iter().filter(|row| !row.name.value.is_empty()) {
        rows.entry(key(row)).or_default().push(row);
    }
    for same in rows.values() {
        let [first, second, others @ ..] = same.as_slice() else { continue };
        let equal = same.iter().all(|row| fold(&row.purpose) == fold(&first.purpose));
        let message = if equal {
            format!("il programma «{}» è scritto {} volte, con lo stesso scopo", second.name.value, same.len())
        } else {
            format!("il programma «{}» compare {} volte, con scopi diversi", second.name.value, same.len())
        };
        let mut finding = Finding::new(&RULE, second.name.span, message)
            .label("nome già scritto")
            .related(first.name.span, "la prima volta è qui")
            .together(same.iter().map(|row| row.name.span));
        if let Some(third) = others.first() {
            finding = finding.related(third.name.span, "anche qui");
        }
        findings.push(finding.remedy());
    }
}

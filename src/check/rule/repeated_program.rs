use crate::check::view::View;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{Software, fold};

pub(super) static RULE: Rule = Rule {
    code: "LA314",
    name: "programma-ripetuto",
    severity: Severity::Warning,
    summary: "Lo stesso nome di programma compare più volte nell'elenco.",
    why: "Se lo scopo è diverso non si sa se è un programma con più usi o se sono programmi diversi con un nome generico; se è uguale, la riga è scritta due volte.",
    remedy: "Unire le righe, o dare a ciascun programma il suo nome; se il testo pubblicato è così, accettare il rilievo con il suo motivo.",
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

pub(super) fn check(view: &View<'_>, findings: &mut Vec<Finding>) {
    let rows = &view.edition.software.rows;
    let same = |one: &Software, other: &Software| {
        let suppliers = [one, other].map(|row| row.supplier.as_ref().map(|supplier| fold(supplier)));
        fold(&one.name) == fold(&other.name) && suppliers[0] == suppliers[1] && !one.name.value.is_empty()
    };
    for (number, row) in rows.iter().enumerate() {
        let before = rows[..number].iter().filter(|other| same(row, other)).count();
        // One finding a name, at its second row.
        let Some(first) = rows[..number].iter().find(|other| same(row, other)).filter(|_| before == 1) else { continue };
        let all: Vec<&Software> = rows.iter().filter(|other| same(row, other)).collect();
        let equal = all.iter().all(|other| fold(&other.purpose) == fold(&row.purpose));
        let message = if equal {
            format!("il programma «{}» è scritto {} volte, con lo stesso scopo", row.name.value, all.len())
        } else {
            format!("il programma «{}» compare {} volte, con scopi diversi", row.name.value, all.len())
        };
        let mut finding = Finding::new(&RULE, row.name.span, message).label("nome già scritto").related(first.name.span, "la prima volta è qui");
        if let Some(third) = all.get(2) {
            finding = finding.related(third.name.span, "anche qui");
        }
        findings.push(finding.remedy());
    }
}

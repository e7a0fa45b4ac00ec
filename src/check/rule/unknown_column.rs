use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity, Suggestion, nearest};
use crate::model::Text;
use crate::tables::TABLES;

pub(super) static RULE: Rule = Rule {
    code: "LA118",
    name: "colonna-sconosciuta",
    severity: Severity::Error,
    summary: "La chiave `colonne` dà un'intestazione a una tabella o a una colonna che non esiste.",
    why: "L'intestazione scelta non comparirebbe da nessuna parte, e nessuno se ne accorgerebbe.",
    remedy: "Correggere il nome della tabella o della colonna: sono quelli dei file e delle loro chiavi.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("edizione.yaml", "limiti:", "colonne: { procesi: { codice: CODICE } }\nlimiti:")]),
        Example::new(&[Edit::new("edizione.yaml", "limiti:", "colonne: { processi: { codici: CODICE } }\nlimiti:")]),
    ],
    passing: &[Example::new(&[Edit::new(
        "edizione.yaml",
        "limiti:",
        "colonne: { processi: { codice: CODICE - IND } }\nlimiti:",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let is_written = |table: &str, column: &str| {
        edition.columns.iter().any(|label| label.table.value == table && label.column.value == column)
    };
    let mut reported: Vec<&Text> = Vec::new();
    for label in &edition.columns {
        let Some(table) = TABLES.into_iter().find(|table| table.is_called(&label.table.value)) else {
            if !reported.iter().any(|table| table.span == label.table.span) {
                reported.push(&label.table);
                let known = TABLES.map(|table| table.name);
                let message = format!("la tabella `{}` non esiste", label.table.value);
                findings.push(unknown(context, &label.table, &message, &known));
            }
            continue;
        };
        let names = table.named(edition);
        let known: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        if !known.contains(&label.column.value.as_str()) {
            let message = format!("la tabella `{}` non ha la colonna `{}`", table.name, label.column.value);
            let mut finding = unknown(context, &label.column, &message, &known);
            // Where that column has a heading already, a second one would be a key written twice.
            finding.fix = finding.fix.filter(|fix| !is_written(&label.table.value, &fix.replacement));
            findings.push(finding);
        }
    }
}

fn unknown(context: &RuleContext<'_>, name: &Text, message: &str, known: &[&str]) -> Finding {
    let finding = Finding::new(&RULE, name.span, message).label("nome sconosciuto");
    match nearest(name, known.iter().copied()) {
        Some(near) => finding.suggest(Suggestion::new(context.sources, name.span, name, near)),
        None => finding.help(format!("i nomi possibili sono: {}", known.join(", "))),
    }
}

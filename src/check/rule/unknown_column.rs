use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity, nearest};
use crate::model::Text;

pub(super) static RULE: Rule = Rule {
    code: "LA118",
    name: "colonna-sconosciuta",
    severity: Severity::Error,
    summary: "La chiave `colonne` dà un'intestazione a una tabella o a una colonna che non esiste.",
    why: "L'intestazione scelta non comparirebbe da nessuna parte, e nessuno se ne accorgerebbe.",
    remedy: "Correggere il nome della tabella o della colonna: sono quelli dei file e delle loro chiavi.",
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

/// The tables and their columns, as they are published.
const TABLES: [(&str, &[&str]); 10] = [
    ("aree", &["id", "nome", "cessata"]),
    ("servizi", &["id", "nome", "area", "prefisso"]),
    ("smart-team", &["id", "nome", "servizio", "smartabilita", "nota"]),
    (
        "processi",
        &[
            "codice",
            "rischio",
            "processo",
            "finalita",
            "input",
            "fasi",
            "output",
            "area",
            "smart_team",
            "smartabilita",
            "supporti_cartacei",
            "servizio",
            "percentuale",
            "motivazione",
            "software",
            "nota",
        ],
    ),
    ("software", &["nome", "scopo", "fornitore", "nota"]),
    ("formazione", &["gruppo", "modulo", "nome", "destinatari", "nota"]),
    (
        "attuazione",
        &["area", "servizio", "smart_team", "continua_in", "giorni_settimana", "dipendenti", "agili", "nota"],
    ),
    ("valutazione", &["ruolo", "natura", "voce", "voci", "nota"]),
    ("esclusioni", &["lettera", "profili", "dove", "smart_team", "eccezioni", "nota"]),
    ("riferimenti", &["atto", "data", "materia", "url", "nota"]),
];

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let mut told: Vec<&Text> = Vec::new();
    let audiences: Vec<&str> =
        context.edition.training.audiences.iter().map(|audience| audience.id.value.as_str()).collect();
    for label in &context.edition.columns {
        let table = TABLES.iter().find(|(name, _)| *name == label.table.value);
        let Some((name, columns)) = table else {
            if !told.iter().any(|table| table.span == label.table.span) {
                told.push(&label.table);
                let known = TABLES.map(|(name, _)| name);
                findings.push(unknown(
                    context,
                    &label.table,
                    &format!("la tabella `{}` non esiste", label.table.value),
                    &known,
                ));
            }
            continue;
        };
        let mut known = columns.to_vec();
        if *name == "formazione" {
            known.extend(&audiences);
        }
        if !known.contains(&label.column.value.as_str()) {
            let message = format!("la tabella `{name}` non ha la colonna `{}`", label.column.value);
            findings.push(unknown(context, &label.column, &message, &known));
        }
    }
}

fn unknown(context: &RuleContext<'_>, name: &Text, message: &str, known: &[&str]) -> Finding {
    let finding = Finding::new(&RULE, name.span, message).label("nome sconosciuto");
    match nearest(name, known.iter().copied()) {
        Some(near) => {
            let fix = Fix::near(context.sources.get(name.span.source), name.span, name, near);
            finding.help(format!("forse si intendeva `{near}`")).fix(fix)
        }
        None => finding.help(format!("i nomi possibili sono: {}", known.join(", "))),
    }
}

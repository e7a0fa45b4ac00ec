use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{AdoptionRow, Headcount};

pub(super) static RULE: Rule = Rule {
    code: "LA603",
    name: "celle-piccole",
    severity: Severity::Note,
    summary: "Nello stato di attuazione alcune righe contano così poche persone che si può capire chi lavora in modalità agile e chi no.",
    why: "Quando i lavoratori agili, o quelli che non lo sono, sono meno di tre, chi conosce l'ufficio sa di chi si parla.",
    remedy: "Pubblicare quelle righe per classi o solo nel totale, oppure tenerle sapendolo; la soglia si cambia in controlli.yaml con `soglie: { celle_piccole: 3 }`.",
    basis: "Regolamento (UE) 2016/679, art. 5 (minimizzazione dei dati); soglia di tre unità in uso nella statistica pubblica.",
    failing: &[Example::new(&[
        Edit::new("attuazione.yaml", "    agili: 4", "    agili: 8"),
        Edit::new("attuazione.yaml", "agili: 11", "agili: 15"),
    ])],
    passing: &[Example {
        caption: "La soglia è più bassa",
        edits: &[
            Edit::new("attuazione.yaml", "    agili: 4", "    agili: 8"),
            Edit::new("attuazione.yaml", "agili: 11", "agili: 15"),
            Edit::new("/data/controlli.yaml", "", "soglie: { celle_piccole: 1 }\n"),
        ],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let least = context.annex.controls.thresholds.small_cells();
    let rows = &context.edition.adoption.rows.rows;
    // Where nobody works in agile mode nothing is told of anyone.
    let small =
        |agile: u32, employees: u32| agile > 0 && agile <= employees && (agile < least || employees - agile < least);
    // A class is what protects them.
    let is_small = |row: &&AdoptionRow| match (row.agile.value, row.employees.value) {
        (Headcount::Exactly(agile), Headcount::Exactly(employees)) => small(agile, employees),
        _ => false,
    };
    let concerned: Vec<_> = rows.iter().filter(is_small).collect();
    let Some(first) = concerned.first() else { return };
    let message = match concerned.len() {
        1 => format!(
            "in una riga su {} le persone sono così poche che si capisce chi lavora in modalità agile e chi no",
            rows.len()
        ),
        many => format!(
            "in {many} righe su {} le persone sono così poche che si capisce chi lavora in modalità agile e chi no",
            rows.len()
        ),
    };
    let label = if concerned.len() == 1 { "poche persone" } else { "la prima è questa" };
    let all = concerned.iter().map(|row| row.agile.span);
    findings.push(Finding::new(&RULE, first.agile.span, message).label(label).together(all).remedy());
}

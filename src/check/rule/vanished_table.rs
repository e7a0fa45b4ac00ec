use super::earlier_edition::{EDITION, PROCESSES, SERVICES, TEAMS};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Keyword as _, TableName};
use crate::tables;

pub(super) static RULE: Rule = Rule {
    code: "LA335",
    name: "tavola-scomparsa",
    severity: Severity::Note,
    summary: "Una tavola che l'edizione precedente pubblicava in questa non c'è.",
    why: "Chi legge il confronto fra gli anni non sa se la tavola è stata tolta o dimenticata, e le sue cifre si interrompono.",
    remedy: "Recuperare il file della tavola da una copia se è andato perso; se la tavola non fa più parte dell'allegato, non c'è nulla da fare.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza e confrontabilità dei dati pubblicati.",
    failing: &[Example {
        caption: "L'anno prima l'edizione aveva gli indicatori",
        edits: &[EDITION, SERVICES, TEAMS, PROCESSES, Edit::new("/data/2025-2027/indicatori.yaml", "", INDICATORS)],
    }],
    passing: &[Example {
        caption: "Le due edizioni hanno le stesse tavole",
        edits: &[
            EDITION,
            SERVICES,
            TEAMS,
            PROCESSES,
            Edit::new("/data/2025-2027/indicatori.yaml", "", INDICATORS),
            Edit::new("indicatori.yaml", "", INDICATORS),
        ],
    }],
};

const INDICATORS: &str = "indicatori:\n  - { dimensione: Salute digitale, indicatore: Postazioni portatili, unita: n., obiettivi: { 2026: 1400 } }\n";

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let Some(earlier) = context.earlier_edition() else { return };
    let edition = context.edition;
    let is_gone =
        |table: &TableName| earlier.has(*table) && !edition.has(*table) && !context.is_unread_here(table.keyword());
    for table in TableName::OPTIONAL.into_iter().filter(is_gone) {
        let title = tables::title(earlier, table);
        let message = format!("la tavola «{title}» dell'edizione {} in questa non c'è", earlier.id.as_str());
        let help = format!(
            "se fa ancora parte dell'allegato, scriverla in {}.yaml; altrimenti non c'è nulla da fare",
            table.keyword()
        );
        findings.push(Finding::new(&RULE, edition.span, message).help(help));
    }
}

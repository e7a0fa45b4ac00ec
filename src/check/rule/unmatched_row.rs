use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::fold;

pub(super) static RULE: Rule = Rule {
    code: "LA310",
    name: "riga-senza-smart-team",
    severity: Severity::Warning,
    summary: "Una riga dello stato di attuazione non corrisponde a nessuno smart team di questa edizione.",
    why: "Il confronto fra un anno e l'altro si interrompe, e la pagina dello smart team non mostra le sue cifre.",
    remedy: "Scrivere `continua_in` con l'identificativo dello smart team che ne ha preso il posto, o aggiungere il vecchio nome fra i suoi `alias`.",
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new("attuazione.yaml", "smart_team: Tributi", "smart_team: Ufficio imposte")])],
    passing: &[Example::new(&[Edit::new(
        "attuazione.yaml",
        "smart_team: Tributi",
        "smart_team: Ufficio imposte\n    continua_in: tributi",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let teams = &context.edition.teams;
    if !teams.complete {
        return;
    }
    for row in &context.edition.adoption.rows.rows {
        if !row.continues_in.is_empty() || row.team.value.is_empty() {
            continue;
        }
        let name = fold(&row.team);
        let known = teams
            .rows
            .iter()
            .any(|team| fold(&team.name) == name || team.aliases.iter().any(|alias| fold(alias) == name));
        if !known {
            findings.push(
                Finding::new(&RULE, row.team.span, format!("«{}» non è il nome di nessuno smart team di questa edizione", row.team.value))
                    .label("nome di un altro anno?")
                    .help("aggiungere `continua_in:` con lo smart team che ne ha preso il posto, o il nome fra gli `alias` di quello"),
            );
        }
    }
}

use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Process, Scope};

pub(super) static RULE: Rule = Rule {
    code: "LA308",
    name: "smart-team-senza-processi",
    severity: Severity::Warning,
    summary: "Nessun processo della Tavola 1 riguarda lo smart team.",
    why: "Lo smart team è detto smartabile o no in base ai suoi processi: senza processi non si capisce perché.",
    remedy: "Aggiungere i processi che mancano, o assegnare allo smart team quelli scritti sotto un altro nome. Se lo riguardano i soli processi comuni a tutti, è una nota.",
    correction: None,
    basis: "D.M. 132/2022, art. 4 c. 1 lett. b.",
    failing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "    area: [risorse]\n    smart_team: [tributi]",
            "    smart_team: [segreteria]",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "    area: [risorse]\n    smart_team: [tributi]",
            "    smart_team: tutti",
        )]),
    ],
    passing: &[Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "servizio: tributi")])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let resolved = |process: &Process| match &process.scope {
        Some(Scope::Teams(ids)) => ids.iter().all(|id| context.graph.team(id).is_some()),
        Some(Scope::Services(ids)) => ids.iter().all(|id| context.graph.service(id).is_some()),
        Some(Scope::Areas | Scope::Everyone(_)) => true,
        None => false,
    };
    // A reference that leads nowhere may well be meant for the team that seems to have none.
    // Of an empty table all is said at once.
    let none = context.edition.processes.rows.is_empty();
    if none || !context.edition.processes.complete || !context.edition.processes.rows.iter().all(resolved) {
        return;
    }
    for (number, team) in context.edition.teams.rows.iter().enumerate() {
        if !context.graph.team_processes[number].is_empty() || team.id.value.is_empty() {
            continue;
        }
        let finding = if context.graph.common_processes.is_empty() {
            Finding::new(
                &RULE,
                team.id.span,
                context.fill("[nessun processo] riguarda [lo smart team] «{}»", &[&team.name.value]),
            )
        } else {
            let message = context.fill(
                "[lo smart team] «{}» ha soltanto [i processi comuni] a [tutti|+smart team]",
                &[&team.name.value],
            );
            let mut finding = Finding::new(&RULE, team.id.span, message);
            finding.severity = Severity::Note;
            finding
        };
        findings.push(
            finding
                .label(context.say("senza [processi propri]"))
                .help(context.say("controllare se [i suoi processi] stanno sotto un altro nome")),
        );
    }
}

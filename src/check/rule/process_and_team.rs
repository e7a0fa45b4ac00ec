use crate::check::process_noun::process_noun;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Answer, Keyword, Scope, Smartability};

pub(super) static RULE: Rule = Rule {
    code: "LA307",
    name: "smartabilita-discorde",
    severity: Severity::Warning,
    summary: "Un processo è detto smartabile, ma lo svolge uno smart team non smartabile.",
    why: "Il cittadino e il lavoratore leggono due risposte opposte sulla stessa attività.",
    remedy: "Correggere la smartabilità del processo o quella dello smart team, o assegnare il processo ad altri.",
    correction: None,
    basis: "Tavola 1 e tabella degli smart team dello stesso allegato.",
    failing: &[Example::new(&[Edit::new(
        "smart-team.yaml",
        "smartabilita: parzialmente smartabile",
        "smartabilita: non smartabile",
    )])],
    passing: &[
        Example::new(&[
            Edit::new("smart-team.yaml", "smartabilita: parzialmente smartabile", "smartabilita: non smartabile"),
            Edit::new("processi.yaml", "smartabilita: in parte", "smartabilita: no"),
        ]),
        Example {
            caption: "Un processo di tutti non riguarda il solo smart team non smartabile",
            edits: &[
                Edit::new("smart-team.yaml", "smartabilita: parzialmente smartabile", "smartabilita: non smartabile"),
                Edit::new("processi.yaml", "    area: [risorse]\n    smart_team: [tributi]", "    smart_team: tutti"),
            ],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let teams = &context.edition.teams.rows;
    let closed = |team: &usize| teams[*team].smartability.as_ref().is_some_and(|s| s.value == Smartability::None);
    for (number, process) in context.edition.processes.rows.iter().enumerate() {
        let Some(answer) = process.smartability.as_ref().filter(|answer| answer.value != Answer::No) else { continue };
        let concerned = &context.graph.process_teams[number];
        // A service may hold a closed team among open ones: only where the row names that very team, or no team is open, do the two disagree.
        let named = matches!(process.scope, Some(Scope::Teams(_)));
        let wrong: Vec<usize> = concerned.iter().copied().filter(|team| closed(team)).collect();
        // A team that could not be read may be an open one.
        let all = context.edition.teams.complete && !concerned.is_empty() && wrong.len() == concerned.len();
        if !(named || all) {
            continue;
        }
        for team in wrong {
            let team = &teams[team];
            let said = team.smartability.as_ref().map_or(team.id.span, |smartability| smartability.span);
            let message = context.fill(
                "[il processo] {} è [detto|processo] smartabile ({}), ma [lo smart team] «{}» non lo è",
                &[
                    &process_noun(context, process),
                    &process.answer_word.as_deref().unwrap_or(answer.value.keyword()),
                    &team.name.value,
                ],
            );
            findings.push(
                Finding::new(&RULE, answer.span, message)
                    .label(context.say("in contrasto con [lo smart team]"))
                    .related(said, context.say("[lo smart team] è [detto|smart team] non smartabile qui"))
                    .help(context.say("correggere [la smartabilità] [del processo] o [quella|smartabilità] [dello smart team], o assegnare [il processo] ad altri")),
            );
        }
    }
}

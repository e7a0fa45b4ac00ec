use super::earlier_edition::{EDITION, PROCESSES, SERVICES};
use crate::check::rule_context::RuleContext;
use crate::comparison::are_alike;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Edition, SmartTeam, fold};

pub(super) static RULE: Rule = Rule {
    code: "LA333",
    name: "smart-team-scomparso",
    severity: Severity::Note,
    summary: "Uno smart team dell'edizione precedente non c'è più, e nessun ufficio di questa dice di averne preso il posto.",
    why: "Chi cerca quell'ufficio non trova dove sono passati i suoi processi, e il confronto fra gli anni si interrompe.",
    remedy: "Se un altro ufficio ne ha preso il posto, aggiungere il vecchio nome fra i suoi `alias`; se è stato soppresso, non c'è nulla da fare.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza e confrontabilità dei dati pubblicati.",
    failing: &[Example {
        caption: "L'anno prima c'era anche l'ufficio Archivio",
        edits: &[EDITION, SERVICES, PROCESSES, Edit::new("/data/2025-2027/smart-team.yaml", "", ARCHIVE)],
    }],
    passing: &[Example {
        caption: "L'archivio è passato alla segreteria, che lo dice",
        edits: &[
            EDITION,
            SERVICES,
            PROCESSES,
            Edit::new("/data/2025-2027/smart-team.yaml", "", ARCHIVE),
            Edit::new("smart-team.yaml", "    nome: Segreteria\n", "    nome: Segreteria\n    alias: [Archivio]\n"),
        ],
    }],
};

const ARCHIVE: &str = "smart_team:\n  - { id: tributi, nome: Tributi, servizio: tributi, smartabilita: smartabile }\n  - { id: archivio, nome: Archivio, servizio: tributi, smartabilita: smartabile }\n";

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let Some(earlier) = context.earlier_edition() else { return };
    let (edition, teams) = (context.edition, &context.edition.teams);
    let has_all =
        edition.has_all_offices() && !context.is_unread_here("smart-team") && !context.is_unread_here("servizi");
    let Some(file) = teams.span.filter(|_| has_all && !teams.rows.is_empty()) else { return };
    let gone: Vec<&SmartTeam> = earlier.teams.rows.iter().filter(|team| !is_continued(team, edition)).collect();
    let Some(first) = gone.first() else { return };
    let names = gone.iter().map(|team| format!("«{}»", team.name.value)).collect::<Vec<_>>().join(", ");
    let words = if gone.len() == 1 {
        "[lo smart team] {} dell'edizione {} non c'è più, e nessun ufficio dice di averne preso il posto"
    } else {
        "[gli smart team] {} dell'edizione {} non ci sono più, e nessun ufficio dice di averne preso il posto"
    };
    let message = context.fill(words, &[&names, &earlier.id.as_str()]);
    findings.push(Finding::new(&RULE, file, message).related(first.name.span, "l'anno prima c'era").remedy());
}

/// Whether an office of the later edition has the identifier or a name of a team, is called nearly so, or takes up its row.
fn is_continued(team: &SmartTeam, later: &Edition) -> bool {
    let names: Vec<String> = std::iter::once(&team.name).chain(&team.aliases).map(|name| fold(name)).collect();
    let is_named = |name: &str| names.contains(&fold(name));
    // One without a name has a finding of its own.
    team.name.value.is_empty()
        || later.all_offices().any(|office| {
            office.id.value == team.id.value
                || office.names().any(|name| is_named(name))
                || are_alike(office.name, &team.name)
        })
        || later
            .adoption
            .rows
            .rows
            .iter()
            .any(|row| !row.continues_in.is_empty() && row.team.as_ref().is_some_and(|name| is_named(name)))
}

use crate::check::process_noun::process_noun;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Answer, Exclusion, Scope, fold};

pub(super) static RULE: Rule = Rule {
    code: "LA320",
    name: "profilo-escluso-e-processo-smartabile",
    severity: Severity::Note,
    summary: "Un capitolo esclude dei profili dal lavoro agile, ma un processo di quel gruppo o di quel posto è smartabile.",
    why: "Il lavoratore legge che è escluso, e nella Tavola 1 che il suo lavoro si può fare a distanza. I due fatti possono convivere, se lo fanno altri profili.",
    remedy: "Controllare chi svolge i processi indicati; se sono altri profili, dirlo in `eccezioni` o in una nota.",
    correction: None,
    basis: "Tavola 1 e capitolo sui profili esclusi dello stesso allegato.",
    failing: &[
        Example::new(&[Edit::new(
            "esclusioni.yaml",
            "dove: Sportello al pubblico",
            "dove: Sportello al pubblico\n    smart_team: [segreteria]",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "processo: Accertamento dei tributi",
            "processo: Attività di sportello al pubblico",
        )]),
    ],
    passing: &[
        Example {
            caption: "Il processo parla d'altro di quel posto",
            edits: &[
                Edit::new(
                    "processi.yaml",
                    "processo: Accertamento dei tributi",
                    "processo: Tenuta del registro delle imprese",
                ),
                Edit::new("esclusioni.yaml", "dove: Sportello al pubblico", "dove: Sedi delle imprese"),
            ],
        },
        Example {
            caption: "Il processo non si svolge in modalità agile",
            edits: &[
                Edit::new(
                    "processi.yaml",
                    "processo: Accertamento dei tributi",
                    "processo: Attività di sportello al pubblico",
                ),
                Edit::new("processi.yaml", "smartabilita: in parte", "smartabilita: no"),
            ],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    for exclusion in &edition.exclusions.rows {
        let teams: Vec<usize> = exclusion.teams.iter().filter_map(|id| context.graph.team(id)).collect();
        let mut concerned = Vec::new();
        for (number, process) in edition.processes.rows.iter().enumerate() {
            if process.smartability.as_ref().is_none_or(|answer| answer.value == Answer::No) {
                continue;
            }
            // A service holds teams of other profiles too: only a row that names the very team, or concerns no other, counts.
            let its = &context.graph.process_teams[number];
            let named = matches!(process.scope, Some(Scope::Teams(_))) && its.iter().any(|team| teams.contains(team));
            let alone = !its.is_empty() && its.iter().all(|team| teams.contains(team));
            if named || alone || is_there(exclusion, &process.name) {
                concerned.push(process);
            }
        }
        let Some(first) = concerned.first() else { continue };
        let codes: Vec<String> = concerned.iter().take(6).map(|process| process_noun(context, process)).collect();
        let more = if concerned.len() > codes.len() {
            context.fill(" e [altri|processi] {}", &[&(concerned.len() - codes.len())])
        } else {
            String::new()
        };
        let what = context.say(if concerned.len() == 1 {
            "[è smartabile!smartabilità][si svolge in modalità agile@smartabilità] [il processo]"
        } else {
            "[sono smartabili!smartabilità][si svolgono in modalità agile@smartabilità] [i processi]"
        });
        let items = exclusion.items().iter().map(|item| item.value.as_str()).collect::<Vec<_>>().join(", ");
        let excluded = match (exclusion.items(), exclusion.profiles.is_empty()) {
            ([_], false) => format!("il profilo «{items}» è escluso"),
            (_, false) => format!("i profili «{items}» sono esclusi"),
            ([_], true) => format!("l'attività «{items}» è esclusa"),
            (_, true) => format!("le attività «{items}» sono escluse"),
        };
        let place = exclusion.place.as_ref().or(exclusion.items().first()).map_or(exclusion.span, |text| text.span);
        let answer = first.smartability.as_ref().map_or(first.label_span(), |answer| answer.span);
        findings.push(
            Finding::new(&RULE, place, format!("{excluded} dal lavoro agile, ma {what} {}{more}", codes.join(", ")))
                .label("escluso qui")
                .related(answer, "smartabile qui")
                .help(context.say("controllare chi svolge [i processi indicati]; se sono altri profili, dirlo in `eccezioni` o in una nota")),
        );
    }
}

/// Whether the name of a process speaks of the place of an exclusion: every word of the place is there, whatever its ending. Short words,
/// which join the others, do not count.
fn is_there(exclusion: &Exclusion, process: &str) -> bool {
    let Some(place) = &exclusion.place else { return false };
    let process = fold(process);
    let place = fold(place);
    let long = place.split(' ').map(|word| word.chars().collect::<Vec<char>>()).filter(|word| word.len() > 3);
    let mut stems = long.map(|word| word[..word.len().min(8) - 1].iter().collect::<String>()).peekable();
    stems.peek().is_some() && stems.all(|stem| process.split(' ').any(|word| word.starts_with(&stem)))
}

use super::earlier_edition::{EDITION, PROCESSES, SERVICES, TEAMS};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use std::cmp::Ordering;

pub(super) static RULE: Rule = Rule {
    code: "LA334",
    name: "attuazione-dell-anno-prima",
    severity: Severity::Note,
    summary: "Lo stato di attuazione porta lo stesso giorno di quello dell'edizione precedente, o un giorno prima.",
    why: "La nuova edizione pubblicherebbe come attuali le cifre di un anno prima.",
    remedy: "Scrivere le cifre e il giorno di quest'anno; se non sono state rilevate di nuovo, dirlo nel capitolo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: aggiornamento dei dati pubblicati.",
    failing: &[
        Example {
            caption: "Il giorno è quello dell'edizione di prima",
            edits: &[EDITION, SERVICES, TEAMS, PROCESSES, Edit::new("/data/2025-2027/attuazione.yaml", "", SAME_DAY)],
        },
        Example {
            caption: "L'edizione di prima ne porta uno successivo",
            edits: &[EDITION, SERVICES, TEAMS, PROCESSES, Edit::new("/data/2025-2027/attuazione.yaml", "", YEAR_AFTER)],
        },
    ],
    passing: &[Example {
        caption: "Il giorno è quello di un anno dopo",
        edits: &[EDITION, SERVICES, TEAMS, PROCESSES, Edit::new("/data/2025-2027/attuazione.yaml", "", YEAR_BEFORE)],
    }],
};

const SAME_DAY: &str = "data: 2025-12-31\nrighe:\n  - { area: Risorse, servizio: Servizio Tributi, smart_team: Tributi, dipendenti: 12, agili: 7 }\n";
const YEAR_AFTER: &str = "data: 2026-01-31\nrighe:\n  - { area: Risorse, servizio: Servizio Tributi, smart_team: Tributi, dipendenti: 12, agili: 7 }\n";
const YEAR_BEFORE: &str = "data: 2024-12-31\nrighe:\n  - { area: Risorse, servizio: Servizio Tributi, smart_team: Tributi, dipendenti: 12, agili: 7 }\n";

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let Some(earlier) = context.earlier_edition() else { return };
    let (Some(day), Some(before)) = (&context.edition.adoption.date, &earlier.adoption.date) else { return };
    let (day_long, id) = (day.value.long(), earlier.id.as_str());
    let (message, label) = match day.value.cmp(&before.value) {
        Ordering::Greater => return,
        Ordering::Equal => {
            (format!("lo stato di attuazione è del {day_long}, come quello dell'edizione {id}"), "stesso giorno")
        }
        Ordering::Less => {
            let before = before.value.long();
            (
                format!("lo stato di attuazione è del {day_long}, ma l'edizione {id} ha già quello del {before}"),
                "giorno di prima",
            )
        }
    };
    findings.push(
        Finding::new(&RULE, day.span, message)
            .label(label)
            .related(before.span, "l'edizione di prima ha questo")
            .remedy(),
    );
}

use crate::check::process_noun::process_noun;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA303",
    name: "area-discorde",
    severity: Severity::Warning,
    summary: "L'area scritta nella riga del processo non è quella dei suoi smart team.",
    why: "La stessa riga manderebbe chi legge in due uffici diversi.",
    remedy: "Togliere la chiave `area`, che è facoltativa, o correggerla; se il testo pubblicato è così, accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "L'organizzazione pubblicata nello stesso allegato.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "area: [risorse]", "area: [affari-generali]")]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "area: [risorse]\n    smart_team: [tributi]",
            "area: [risorse]\n    smart_team: tutti",
        )]),
    ],
    passing: &[
        Example::new(&[Edit::new("processi.yaml", "    area: [risorse]\n", "")]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "area: [risorse]\n    smart_team: [tributi]",
            "area: [risorse, affari-generali]\n    smart_team: tutti",
        )]),
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    if !(edition.areas.complete && edition.services.complete && edition.teams.complete) {
        return;
    }
    let name = |area: usize| format!("«{}»", edition.areas.rows[area].name.value);
    for (number, process) in edition.processes.rows.iter().enumerate() {
        let right = context.graph.process_areas(number);
        let (Some(first), Some(last)) = (process.areas.first(), process.areas.last()) else { continue };
        if right.is_empty() {
            continue;
        }
        let written: Vec<usize> = process.areas.iter().filter_map(|id| context.graph.area(id)).collect();
        let wrong = process.areas.iter().zip(process.areas.iter().map(|id| context.graph.area(id)));
        // An area that has ceased has its own finding.
        let wrong = wrong.filter_map(|(id, area)| area.map(|area| (id, area)));
        let wrong = wrong
            .filter(|(_, area)| !right.contains(area) && edition.areas.rows[*area].is_in_force())
            .map(|(id, _)| id);
        let names = right.iter().map(|area| name(*area)).collect::<Vec<_>>().join(", ");
        let teams = &context.graph.process_teams[number];
        let (offices, from) = if teams.is_empty() {
            ("[i suoi servizi]", "[dai servizi]")
        } else {
            ("[i suoi smart team]", "[dagli smart team]")
        };
        let mut spoke = false;
        for id in wrong {
            spoke = true;
            let area = context.graph.area(id).map_or_else(String::new, name);
            let mut finding = Finding::new(
                &RULE,
                id.span,
                context.fill(
                    "[il processo] {} è [messo|processo] [nell'area] {}, ma {} sono in {}",
                    &[&process_noun(context, process), &area, &context.say(offices), &names],
                ),
            )
            .label(context.say("[area] discorde"))
            .help(format!("togliere la chiave `area`, che si ricava {}, o correggerla", context.say(from)));
            if let Some(team) = teams.first() {
                finding = finding.related(
                    edition.teams.rows[*team].id.span,
                    context.say("[lo smart team] è [definito|smart team] qui"),
                );
            }
            findings.push(finding);
        }
        let missing: Vec<String> =
            right.iter().filter(|area| !written.contains(area)).map(|area| name(*area)).collect();
        let all_known = written.len() == process.areas.len();
        if !spoke
            && all_known
            && !missing.is_empty()
            && written.iter().any(|area| edition.areas.rows[*area].is_in_force())
        {
            let message = context.fill(
                "[il processo] {} riguarda anche {}, che la riga non nomina",
                &[&process_noun(context, process), &missing.join(", ")],
            );
            findings.push(
                Finding::new(&RULE, first.span.to(last.span), message).label(context.say("manca [un'area]")).remedy(),
            );
        }
    }
}

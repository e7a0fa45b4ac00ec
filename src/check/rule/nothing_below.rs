use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{OfficeKind, Scope};
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule {
    code: "LA319",
    name: "area-o-servizio-senza-nessuno",
    severity: Severity::Note,
    summary: "Un'area non ha servizi, o un servizio non ha smart team.",
    why: "La sua pagina è vuota: può essere giusto, oppure un servizio o uno smart team è rimasto fuori dall'elenco.",
    remedy: "Aggiungere ciò che manca; se l'area non c'è più, scrivere `cessata: si`. Se è giusto così, non c'è nulla da fare.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 13: articolazione degli uffici.",
    failing: &[
        Example::new(&[Edit::new("servizi.yaml", "servizi:\n", "  - { id: tecnica, nome: Area Tecnica }\nservizi:\n")]),
        Example::new(&[Edit::new(
            "servizi.yaml",
            "servizi:\n",
            "servizi:\n  - { id: farmacia, nome: Farmacia comunale, area: risorse }\n",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "servizi.yaml",
        "servizi:\n",
        "  - { id: tecnica, nome: Area Tecnica, cessata: si }\nservizi:\n",
    )])],
};

/// The remedy for an area, in the words of an edition.
const REMEDY_OF_AREA: &str = "aggiungere ciò che manca; se [l'area] non c'è più, scrivere `cessata: si`. Se è giusto così, non c'è nulla da fare";

/// That for a service.
const REMEDY_OF_SERVICE: &str = "aggiungere ciò che manca; se [il servizio] non c'è più, togliere la sua voce. Se è giusto così, non c'è nulla da fare";

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    if !edition.has_all_offices() || may_lack_owners(context) {
        return;
    }
    // An owner that is named wrongly has a finding of its own, and is probably the one that seems empty.
    if edition.all_offices().any(|office| office.owner.is_some_and(|owner| !is_office(context, owner))) {
        return;
    }
    // A body without services has none in any area.
    let areas = edition.areas.rows.iter().filter(|_| !edition.services.rows.is_empty());
    let graph = context.graph;
    let of_areas = edition.processes.rows.iter().filter(|process| matches!(process.scope, Some(Scope::Areas)));
    let with_processes: HashSet<usize> =
        of_areas.flat_map(|process| &process.areas).filter_map(|id| graph.area(id)).collect();
    for (number, area) in areas.enumerate() {
        if area.is_in_force() && graph.area_services[number].is_empty() && !with_processes.contains(&number) {
            findings.push(
                Finding::new(
                    &RULE,
                    area.name.span,
                    context.fill("[l'area] «{}» non ha [servizi]", &[&area.name.value]),
                )
                .label(context.say("senza [servizi]"))
                .help(context.say(REMEDY_OF_AREA)),
            );
        }
    }
    // A body without teams has none in any service; a service with parts, or with processes of its own, is not empty.
    if edition.teams.rows.is_empty() {
        return;
    }
    let with_processes: HashSet<usize> = graph.process_services.iter().flatten().copied().collect();
    for (number, service) in edition.services.rows.iter().enumerate() {
        let has_offices = !graph.service_teams[number].is_empty() || !graph.hierarchy.parts[number].is_empty();
        if !has_offices && !with_processes.contains(&number) {
            let message = context.fill("[il servizio] «{}» non ha [+smart team]", &[&service.name.value]);
            findings.push(
                Finding::new(&RULE, service.name.span, message)
                    .label(context.say("senza [+smart team]"))
                    .help(context.say(REMEDY_OF_SERVICE)),
            );
        }
    }
}

/// Whether what an office belongs to, or whom a process concerns, may be what could not be read.
fn may_lack_owners(context: &RuleContext<'_>) -> bool {
    let edition = context.edition;
    let is_unread = |stem: &str| context.is_unread_here(stem);
    let alone = |kind| edition.offices(kind).iter().any(|office| office.owner.is_none());
    alone(OfficeKind::Service) && is_unread("servizi")
        || alone(OfficeKind::Team) && is_unread("smart-team")
        || edition.processes.rows.iter().any(|process| process.scope.is_none()) && is_unread("processi")
}

fn is_office(context: &RuleContext<'_>, id: &str) -> bool {
    context.graph.area(id).is_some() || context.graph.service(id).is_some()
}

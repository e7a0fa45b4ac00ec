use super::unmatched_office::KnownNames;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{AdoptionRow, Continuity, OfficeKind, Text, counted_kind};

pub(super) static RULE: Rule = Rule {
    code: "LA310",
    name: "riga-senza-smart-team",
    severity: Severity::Warning,
    summary: "Una riga dello stato di attuazione non corrisponde a nessuno smart team di questa edizione, o a nessun servizio, nell'area e nel servizio che nomina.",
    why: "Il confronto fra un anno e l'altro si interrompe, e la pagina dell'ufficio non mostra le sue cifre.",
    remedy: "Scrivere `continua_in` con l'identificativo dell'ufficio che ne ha preso il posto, o aggiungere il vecchio nome fra i suoi `alias`.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new("attuazione.yaml", "smart_team: Tributi", "smart_team: Ufficio imposte")])],
    passing: &[Example::new(&[Edit::new(
        "attuazione.yaml",
        "smart_team: Tributi",
        "smart_team: Ufficio imposte\n    continua_in: tributi",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    // A row may be called like an office whose name could not be read.
    let kinds = [OfficeKind::Area, OfficeKind::Service, OfficeKind::Team];
    let nameless =
        || kinds.into_iter().flat_map(|kind| edition.offices(kind)).any(|office| office.name.value.is_empty());
    if !edition.has_all_offices() || nameless() {
        return;
    }
    let continuity = Continuity::of(edition, context.graph);
    let known = KnownNames::of(context.annex);
    for (number, row) in edition.adoption.rows.rows.iter().enumerate() {
        if !continuity.is_ended(number) || continuity.ambiguous.contains(&number) || !row.continues_in.is_empty() {
            continue;
        }
        let kind = counted_kind(edition, row);
        let name = match kind {
            OfficeKind::Team => &row.team,
            OfficeKind::Service => &row.service,
            OfficeKind::Area => continue,
        };
        let Some(name) = name.as_ref().filter(|name| !name.value.is_empty()) else { continue };
        // A row whose area or service exists nowhere has a finding of that.
        let places = [(OfficeKind::Area, &row.area), (OfficeKind::Service, &row.service)];
        let is_lost =
            |(kind, name): (OfficeKind, &Option<Text>)| name.as_ref().is_some_and(|name| known.lack(kind, name));
        if places.into_iter().any(is_lost) || is_incomplete(context, kind, name) {
            continue;
        }
        let (message, help) = words(context, kind, row, name);
        findings.push(Finding::new(&RULE, name.span, message).label("nome di un altro anno?").help(context.say(help)));
    }
}

/// Whether an office that is called so belongs to one that is nowhere to be found, or that could not be read: that has a finding of its own.
fn is_incomplete(context: &RuleContext<'_>, kind: OfficeKind, name: &str) -> bool {
    let is_there = |owner: &Text| context.graph.service(owner).is_some() || context.graph.area(owner).is_some();
    let mut offices = context.edition.offices(kind).into_iter().filter(|office| office.is_called(name));
    offices.any(|office| {
        let service = office.owner.and_then(|owner| context.graph.service(owner));
        let above = service.and_then(|row| context.edition.services.rows[row].office().owner);
        let own_file = if kind == OfficeKind::Team { "smart-team" } else { "servizi" };
        if office.owner.is_none() && context.is_unread_here(own_file)
            || service.is_some() && above.is_none() && context.is_unread_here("servizi")
        {
            return true;
        }
        [office.owner, above].into_iter().flatten().any(|owner| !is_there(owner))
    })
}

fn words(context: &RuleContext<'_>, kind: OfficeKind, row: &AdoptionRow, name: &str) -> (String, &'static str) {
    let nobody = if kind == OfficeKind::Team { "[nessuno smart team]" } else { "[nessun servizio]" };
    let nobody = context.say(nobody);
    let is_elsewhere = context.edition.offices(kind).iter().any(|office| office.is_called(name));
    if !is_elsewhere {
        let help = match kind {
            OfficeKind::Team => {
                "aggiungere `continua_in:` con [lo smart team] che ne ha preso il posto, o il nome fra gli `alias` di [quello|smart team]"
            }
            _ => {
                "aggiungere `continua_in:` con [il servizio] che ne ha preso il posto, o il nome fra gli `alias` di [quello|servizio]"
            }
        };
        return (format!("«{name}» non è il nome di {nobody} di questa edizione"), help);
    }
    let service = row.service.as_ref().filter(|_| kind == OfficeKind::Team);
    let place = match (service, &row.area) {
        (Some(service), Some(area)) => {
            context.fill(" [nel servizio] «{}» [dell'area] «{}»", &[&service.value, &area.value])
        }
        (Some(service), None) => context.fill(" [nel servizio] «{}»", &[&service.value]),
        (None, Some(area)) => context.fill(" [nell'area] «{}»", &[&area.value]),
        (None, None) => String::new(),
    };
    let help = match kind {
        OfficeKind::Team => {
            "aggiungere `continua_in:` con [lo smart team] che ne ha preso il posto; se [area] o [servizio] si chiamavano in un altro modo, aggiungere quel nome fra i loro `alias`"
        }
        _ => {
            "aggiungere `continua_in:` con [il servizio] che ne ha preso il posto; se [l'area] si chiamava in un altro modo, aggiungere quel nome fra i suoi `alias`"
        }
    };
    (format!("{nobody} di questa edizione si chiama «{name}»{place}"), help)
}

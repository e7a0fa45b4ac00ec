use super::unmatched_office::is_unknown;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{Continuity, OfficeKind};

pub(super) static RULE: Rule = Rule {
    code: "LA310",
    name: "riga-senza-smart-team",
    severity: Severity::Warning,
    summary: "Una riga dello stato di attuazione non corrisponde a nessuno smart team di questa edizione, nell'area e nel servizio che nomina.",
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
    let edition = context.edition;
    // A row may be called like an office whose name could not be read.
    let kinds = [OfficeKind::Area, OfficeKind::Service, OfficeKind::Team];
    let nameless =
        || kinds.into_iter().flat_map(|kind| edition.offices(kind)).any(|office| office.name.value.is_empty());
    if !edition.has_all_offices() || nameless() {
        return;
    }
    let continuity = Continuity::of(edition, context.graph);
    for (row, teams) in edition.adoption.rows.rows.iter().zip(&continuity.teams) {
        if !teams.is_empty() || !row.continues_in.is_empty() || row.team.value.is_empty() {
            continue;
        }
        // A row whose area or service exists nowhere has a finding of that.
        let places = [(OfficeKind::Area, &row.area.value), (OfficeKind::Service, &row.service.value)];
        if places.into_iter().any(|(kind, name)| is_unknown(context.annex, kind, name)) {
            continue;
        }
        let name = &row.team.value;
        let teams = edition.offices(OfficeKind::Team);
        let called: Vec<usize> = (0..teams.len()).filter(|team| teams[*team].is_called(name)).collect();
        // Where the service of such a team, or its area, is nowhere to be found, that has a finding of its own.
        let graph = context.graph;
        if called.iter().any(|team| graph.team_service[*team].is_none() || graph.team_area(*team).is_none()) {
            continue;
        }
        let elsewhere = !called.is_empty();
        let (message, help) = if elsewhere {
            let (service, area) = (&row.service.value, &row.area.value);
            (
                format!(
                    "nessuno smart team di questa edizione si chiama «{name}» nel servizio «{service}» dell'area «{area}»"
                ),
                "aggiungere `continua_in:` con lo smart team che ne ha preso il posto; se area o servizio si chiamavano in un altro modo, aggiungere quel nome fra i loro `alias`",
            )
        } else {
            (
                format!("«{name}» non è il nome di nessuno smart team di questa edizione"),
                "aggiungere `continua_in:` con lo smart team che ne ha preso il posto, o il nome fra gli `alias` di quello",
            )
        };
        findings.push(Finding::new(&RULE, row.team.span, message).label("nome di un altro anno?").help(help));
    }
}

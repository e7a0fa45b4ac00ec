use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Fix, Rule, Severity, difference, nearest};
use crate::model::{Annex, Edition, Office, OfficeKind, fold, slug};
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule {
    code: "LA322",
    name: "riga-di-ufficio-sconosciuto",
    severity: Severity::Warning,
    summary: "Una riga dello stato di attuazione nomina un'area o un servizio che non c'è in nessuna edizione, neppure come altro nome.",
    why: "La riga non si può mettere accanto agli altri dati di quell'ufficio: di solito il nome è scritto male.",
    remedy: "Correggere il nome, o aggiungerlo fra gli `alias` dell'area o del servizio che ne ha preso il posto.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("attuazione.yaml", "servizio: Servizio Tributi", "servizio: Servizio Turismo")]),
        Example::new(&[Edit::new("attuazione.yaml", "area: Risorse", "area: Risrose")]),
    ],
    passing: &[
        Example {
            caption: "Il nome di un altro anno, scritto fra gli alias",
            edits: &[Edit::new("attuazione.yaml", "servizio: Servizio Tributi", "servizio: Servizio Entrate")],
        },
        Example {
            caption: "Un'area cessata",
            edits: &[
                Edit::new("servizi.yaml", "aree:\n", "aree:\n  - { id: tecnica, nome: Area Tecnica, cessata: si }\n"),
                Edit::new("attuazione.yaml", "area: Risorse", "area: Area tecnica"),
            ],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    if !context.annex.editions.iter().all(Edition::has_all_offices) {
        return;
    }
    // An office whose name could not be read may have any.
    let unnamed = |kind| offices(context.annex, kind).into_iter().any(|office| office.name.value.is_empty());
    let (unnamed_area, unnamed_service) = (unnamed(OfficeKind::Area), unnamed(OfficeKind::Service));
    let mut told: Vec<String> = Vec::new();
    // Where other records refer to an office that is no longer there, that is what is said.
    let gone: Vec<String> = context
        .unresolved
        .iter()
        .filter(|reference| reference.is_of_office())
        .map(|reference| slug(reference.id))
        .collect();
    let is_gone = |name: &str| {
        let name = slug(name);
        gone.iter().any(|id| name == *id || name.split_once('-').is_some_and(|(_, rest)| rest == id))
    };
    let known = KnownNames::of(context.annex);
    for row in &context.edition.adoption.rows.rows {
        let places =
            [("[nessuna area]", &row.area, OfficeKind::Area), ("[nessun servizio]", &row.service, OfficeKind::Service)];
        for (what, name, kind) in places {
            let may_be_unread = if kind == OfficeKind::Area { unnamed_area } else { unnamed_service };
            let Some(name) = name.as_ref().filter(|_| !may_be_unread) else { continue };
            // One wrong name that stands in many rows is said once.
            if !known.lack(kind, name) || told.contains(&fold(name)) || is_gone(name) {
                continue;
            }
            let all = offices(context.annex, kind).into_iter().flat_map(Office::names);
            let near = nearest(name, all.map(|known| known.value.as_str()));
            let fix = near.and_then(|near| Fix::scalar(context.sources.get(name.span.source), name.span, name, near));
            let finding =
                Finding::new(&RULE, name.span, format!("«{}» non è il nome di {}", name.value, context.say(what)))
                    .label("nome di un altro anno?")
                    .fix(fix.map(Fix::guess));
            findings.push(match near {
                Some(near) => match difference(name, near) {
                    Some(difference) => finding.help(format!("scrivere «{near}»: {difference}")),
                    None => finding.help(format!("forse si intendeva «{near}»")),
                },
                None => finding.help(context.say("correggere il nome, o aggiungerlo fra gli `alias` [dell'area] o [del servizio] che ne ha preso il posto")),
            });
            told.push(fold(name));
        }
    }
}

/// What the offices of all editions are or were called, in whatever spelling.
pub(super) struct KnownNames {
    areas: HashSet<String>,
    services: HashSet<String>,
}

impl KnownNames {
    pub(super) fn of(annex: &Annex) -> Self {
        let names = |kind| {
            let names = offices(annex, kind).into_iter().flat_map(Office::names);
            names.map(|name| fold(name)).collect()
        };
        Self { areas: names(OfficeKind::Area), services: names(OfficeKind::Service) }
    }

    /// Whether no edition has an area or a service that is or was called so.
    pub(super) fn lack(&self, kind: OfficeKind, name: &str) -> bool {
        let names = if kind == OfficeKind::Area { &self.areas } else { &self.services };
        let folded = fold(name);
        !folded.is_empty() && !names.contains(&folded)
    }
}

/// The offices that a row may name as one of a kind; where others name an area, a body of services names one that has parts.
fn offices(annex: &Annex, kind: OfficeKind) -> Vec<Office<'_>> {
    let mut offices: Vec<Office<'_>> = annex.editions.iter().flat_map(|edition| edition.offices(kind)).collect();
    if kind == OfficeKind::Area {
        let services = annex.editions.iter().flat_map(|edition| edition.offices(OfficeKind::Service));
        let parts: Vec<Office<'_>> = services.collect();
        let owners: HashSet<&str> = parts.iter().filter_map(|part| Some(part.owner?.value.as_str())).collect();
        let has_parts = |office: &Office<'_>| owners.contains(office.id.value.as_str());
        offices.extend(parts.iter().copied().filter(has_parts));
    }
    offices
}

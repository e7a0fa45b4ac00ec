use super::earlier_edition::{EDITION, PROCESSES, SERVICES, TEAMS};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Edition, Status};

pub(super) static RULE: Rule = Rule {
    code: "LA713",
    name: "edizione-corrente-da-cambiare",
    severity: Severity::Warning,
    summary: "L'edizione corrente non è quella in corso: ce n'è una successiva approvata e già cominciata, oppure è una bozza di anni ancora da venire.",
    why: "Il sito chiama vigente un documento che non lo è più, o mette davanti a quello vigente una bozza.",
    remedy: "Scrivere in `edizione_corrente`, in data/ente.yaml, il nome dell'edizione in vigore.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: aggiornamento e integrità dei dati pubblicati.",
    failing: &[
        Example {
            caption: "L'edizione del 2026 è approvata, e corrente è ancora quella di prima",
            edits: &[EDITION, SERVICES, TEAMS, PROCESSES, CURRENT_BEFORE, APPROVED],
        },
        Example {
            caption: "È corrente la bozza del 2027, e nel 2026 ne vale una approvata",
            edits: &[NEXT_DRAFT, NEXT_SERVICES, NEXT_TEAMS, NEXT_PROCESSES, CURRENT_NEXT, APPROVED],
        },
    ],
    passing: &[
        Example {
            caption: "L'edizione del 2026 non è ancora approvata",
            edits: &[EDITION, SERVICES, TEAMS, PROCESSES, CURRENT_BEFORE],
        },
        Example {
            caption: "L'edizione approvata è di anni ancora da venire",
            edits: &[NEXT_DRAFT, NEXT_APPROVED, NEXT_SERVICES, NEXT_TEAMS, NEXT_PROCESSES, APPROVED],
        },
    ],
};

const CURRENT: &str = "edizione_corrente: 2026-2028";
const CURRENT_BEFORE: Edit = Edit::new("/data/ente.yaml", CURRENT, "edizione_corrente: 2025-2027");
const CURRENT_NEXT: Edit = Edit::new("/data/ente.yaml", CURRENT, "edizione_corrente: 2027-2029");
const APPROVED: Edit = Edit::new("edizione.yaml", "stato: bozza", "stato: approvata");
const NEXT_DRAFT: Edit = Edit::new(
    "/data/2027-2029/edizione.yaml",
    "",
    "titolo: Disciplina del Lavoro Agile\nallegato: 2A\npiano: Piano Integrato di Attività e Organizzazione 2027-2029\nsezione: Sezione III - Organizzazione e capitale umano\nstato: bozza\n",
);
const NEXT_APPROVED: Edit = Edit::new("/data/2027-2029/edizione.yaml", "stato: bozza", "stato: approvata");
const NEXT_SERVICES: Edit =
    Edit::new("/data/2027-2029/servizi.yaml", "", "aree:\n  - { id: risorse, nome: Risorse }\nservizi: []\n");
const NEXT_TEAMS: Edit = Edit::new("/data/2027-2029/smart-team.yaml", "", "smart_team: []\n");
const NEXT_PROCESSES: Edit = Edit::new("/data/2027-2029/processi.yaml", "", "processi: []\n");

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let (annex, year) = (context.annex, context.today.year());
    let (Some(administration), Some(current)) = (&annex.administration, annex.current()) else { return };
    if !context.is_first() {
        return;
    }
    let named = &administration.current_edition;
    let mut editions = annex.editions.iter().rev();
    let begun = |edition: &Edition| edition.id.first_year().is_some_and(|first| first <= year);
    let ended = |edition: &Edition| edition.id.span_of_years().is_none_or(|(_, last)| last < year);
    let (instead, message) = if let Some(later) =
        editions.find(|edition| is_approved(edition) && begun(edition) && edition.id > current.id)
    {
        let message = format!(
            "l'edizione corrente è la `{}`, ma la `{}` è approvata e il suo primo anno è cominciato",
            current.id.as_str(),
            later.id.as_str()
        );
        (later, message)
    } else {
        let is_early = current.status.is_some() && !is_approved(current) && !begun(current);
        let mut before = annex.editions.iter().rev().filter(|edition| edition.id < current.id);
        let in_force = before.find(|edition| is_approved(edition) && begun(edition) && !ended(edition));
        let Some(in_force) = in_force.filter(|_| is_early) else { return };
        let message = format!(
            "l'edizione corrente è la `{}`, che non è approvata ed è di anni ancora da venire, mentre la `{}` è approvata e in corso",
            current.id.as_str(),
            in_force.id.as_str()
        );
        (in_force, message)
    };
    let status = instead.status.as_ref().map_or(instead.span, |status| status.span);
    findings.push(
        Finding::new(&RULE, named.span, message)
            .label("edizione corrente")
            .related(status, "approvata qui")
            .help(format!("se in vigore è quella, scrivere `edizione_corrente: {}`", instead.id.as_str())),
    );
}

fn is_approved(edition: &Edition) -> bool {
    edition.status.as_ref().is_some_and(|status| status.value == Status::Approved)
}

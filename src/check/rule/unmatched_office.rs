use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity, nearest};
use crate::model::{Office, OfficeKind, Text, fold};

pub(super) static RULE: Rule = Rule {
    code: "LA322",
    name: "riga-di-ufficio-sconosciuto",
    severity: Severity::Warning,
    summary: "Una riga dello stato di attuazione nomina un'area o un servizio che non c'è in nessuna edizione, neppure come altro nome.",
    why: "La riga non si può mettere accanto agli altri dati di quell'ufficio: di solito il nome è scritto male.",
    remedy: "Correggere il nome, o aggiungerlo fra gli `alias` dell'area o del servizio che ne ha preso il posto.",
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

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let editions = &context.annex.editions;
    if !editions.iter().all(|edition| edition.areas.complete && edition.services.complete) {
        return;
    }
    let names = |kind| -> Vec<&Text> {
        editions.iter().flat_map(|edition| edition.offices(kind)).flat_map(Office::names).collect()
    };
    let (areas, services) = (names(OfficeKind::Area), names(OfficeKind::Service));
    let mut told: Vec<String> = Vec::new();
    for row in &context.edition.adoption.rows.rows {
        for (what, name, known) in [("nessuna area", &row.area, &areas), ("nessun servizio", &row.service, &services)] {
            let folded = fold(name);
            // One wrong name that stands in many rows is said once.
            if folded.is_empty() || known.iter().any(|known| fold(known) == folded) || told.contains(&folded) {
                continue;
            }
            let near = nearest(name, known.iter().map(|known| known.value.as_str()));
            let fix = near.and_then(|near| Fix::scalar(context.sources.get(name.span.source), name.span, name, near));
            let finding = Finding::new(&RULE, name.span, format!("«{}» non è il nome di {what}", name.value))
                .label("nome di un altro anno?")
                .fix(fix.map(Fix::guess));
            findings.push(match near {
                Some(near) => finding.help(format!("forse si intendeva «{near}»")),
                None => finding.remedy(),
            });
            told.push(folded);
        }
    }
}

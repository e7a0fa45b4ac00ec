use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Date, Spanned};

pub(super) static RULE: Rule = Rule {
    code: "LA707",
    name: "date-in-disordine",
    severity: Severity::Warning,
    summary: "L'edizione risulta pubblicata o aggiornata prima di essere approvata, o aggiornata prima dello stato di attuazione che contiene, o i suoi atti non sono nel loro ordine.",
    why: "Una delle due date è sbagliata: di solito è rimasta quella dell'anno prima.",
    remedy: "Correggere una delle due date.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: integrità e aggiornamento dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "edizione.yaml",
            "stato: bozza",
            "stato: bozza\napprovazione: { data: 2026-01-10 }\npubblicato_il: 2025-01-12",
        )]),
        Example::new(&[Edit::new("edizione.yaml", "stato: bozza", "stato: bozza\nultimo_aggiornamento: 2025-01-12")]),
        Example {
            caption: "Di due atti, il secondo viene prima",
            edits: &[Edit::new(
                "edizione.yaml",
                "stato: bozza",
                "stato: bozza\napprovazione: [{ data: 2026-03-31 }, { data: 2026-01-31 }]",
            )],
        },
    ],
    passing: &[Example::new(&[Edit::new(
        "edizione.yaml",
        "stato: bozza",
        "stato: bozza\napprovazione: { data: 2026-01-10 }\nultimo_aggiornamento: 2026-01-10\npubblicato_il: 2026-01-12",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let approved = edition.approval.date.as_ref();
    let mut look = |later: Option<&Spanned<Date>>, what: &str, earlier: Option<&Spanned<Date>>, than: &str| {
        if let (Some(later), Some(earlier)) = (later, earlier)
            && later.value < earlier.value
        {
            let message = format!("{what} ({}) viene prima {than} ({})", later.value.long(), earlier.value.long());
            findings.push(
                Finding::new(&RULE, later.span, message)
                    .label("troppo presto")
                    .related(earlier.span, "l'altra data è qui")
                    .remedy(),
            );
        }
    };
    look(edition.published.as_ref(), "il giorno di pubblicazione", approved, "dell'approvazione");
    look(edition.updated.as_ref(), "l'ultimo aggiornamento", edition.last_act_date(), "dell'approvazione");
    let days: Vec<_> = edition.acts().filter_map(|act| act.date.as_ref()).collect();
    for days in days.windows(2) {
        look(Some(days[1]), "l'atto che segue", Some(days[0]), "di quello scritto sopra");
    }
    look(
        edition.updated.as_ref(),
        "l'ultimo aggiornamento",
        edition.adoption.date.as_ref(),
        "dello stato di attuazione",
    );
}

use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Date, Spanned};

pub(super) static RULE: Rule = Rule {
    code: "LA406",
    name: "data-futura",
    severity: Severity::Warning,
    summary: "Una data che racconta un fatto avvenuto è ancora da venire.",
    why: "Un atto non può essere stato approvato, né una tabella rilevata, in un giorno che non c'è ancora stato: di solito è l'anno sbagliato.",
    remedy: "Correggere la data.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new("attuazione.yaml", "data: 2025-12-31", "data: 2026-12-31")]),
        Example::new(&[Edit::new("edizione.yaml", "stato: bozza", "stato: bozza\nultimo_aggiornamento: 2062-01-10")]),
        Example::new(&[Edit::new("edizione.yaml", "data: 2017-05-22", "data: 2071-05-22")]),
        Example::new(&[Edit::new("edizione.yaml", "stato: bozza", "stato: bozza\npubblicato_il: 2062-01-30")]),
    ],
    passing: &[Example::new(&[Edit::new(
        "edizione.yaml",
        "stato: bozza",
        "stato: bozza\nultimo_aggiornamento: 2026-01-10",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let mut look = |what: &str, date: Option<&Spanned<Date>>| {
        if let Some(date) = date.filter(|date| date.value > context.today) {
            findings.push(
                Finding::new(&RULE, date.span, format!("{what} è il {}, che deve ancora venire", date.value.long()))
                    .label("data futura")
                    .help("correggere la data"),
            );
        }
    };
    look("la data dell'ultimo aggiornamento", edition.updated.as_ref());
    look("la data di pubblicazione", edition.published.as_ref());
    edition.acts().for_each(|act| look("la data di approvazione", act.date.as_ref()));
    look("la data dello stato di attuazione", edition.adoption.date.as_ref());
    for indicator in &edition.indicators.rows {
        let day = indicator.base.as_ref().and_then(|base| base.at.as_ref());
        look(&format!("il giorno della base di «{}»", indicator.name.value), day);
    }
    for reference in &edition.references {
        look(&format!("la data di «{}»", reference.act.value), reference.date.as_ref());
    }
}

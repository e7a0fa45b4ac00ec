use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Headcount, People, Spanned};

pub(super) static RULE: Rule = Rule {
    code: "LA304",
    name: "totale-discorde",
    severity: Severity::Warning,
    summary: "Il totale dichiarato nello stato di attuazione non è la somma delle righe.",
    why: "È la cifra che tutti citano: chi rifà la somma ne trova un'altra.",
    remedy: "Correggere la riga o il totale; se il testo pubblicato è così, accettare il rilievo: il sito mostra il totale pubblicato con una nota.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[Example::new(&[Edit::new("attuazione.yaml", "agili: 11", "agili: 10")])],
    passing: &[
        Example::new(&[Edit::new("attuazione.yaml", "  agili: 11\n", "")]),
        Example {
            caption: "Un totale per classi, che la somma delle righe non smentisce",
            edits: &[Edit::new("attuazione.yaml", "agili: 11", "agili: \"< 12\"")],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let adoption = &context.edition.adoption;
    let Some(declared) = adoption.declared.as_ref().filter(|_| adoption.rows.complete) else { return };
    let mut compare = |[one, many]: [&str; 2], total: Option<&Spanned<Headcount>>, sum: People| {
        if let Some(total) = total.filter(|total| !sum.meets(total.value.into())) {
            let by_rows = sum.against(total.value.into());
            let what = if total.value == Headcount::Exactly(1) { one } else { many };
            findings.push(
                Finding::new(
                    &RULE,
                    total.span,
                    format!("il totale dichiarato è {} {what}, ma la somma delle righe è {by_rows}", total.value),
                )
                .label(format!("le righe danno {by_rows}"))
                .remedy(),
            );
        }
    };
    compare(["dipendente", "dipendenti"], declared.employees.as_ref(), adoption.employees());
    let agile = ["lavoratrice o lavoratore agile", "lavoratrici e lavoratori agili"];
    compare(agile, declared.agile.as_ref(), adoption.agile());
}

use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Days, PeriodDays};

pub(super) static RULE: Rule = Rule {
    code: "LA113",
    name: "intervallo-rovesciato",
    severity: Severity::Warning,
    summary: "Un intervallo di giorni va dal più grande al più piccolo, o i suoi estremi sono uguali.",
    why: "Chi legge non sa se i due numeri sono scambiati o se uno dei due è sbagliato.",
    remedy: "Scrivere prima il numero più piccolo, oppure un numero solo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: comprensibilità dei dati pubblicati.",
    failing: &[Example::new(&[Edit::new("attuazione.yaml", "\"0,5-1\"", "\"1-0,5\"")])],
    passing: &[Example::new(&[Edit::new("attuazione.yaml", "\"0,5-1\"", "\"0,5 - 1\"")])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for row in &context.edition.adoption.rows.rows {
        if let Some(days) = &row.period_days
            && let Some(to) = days.to.filter(|to| *to <= days.from)
        {
            let message = format!("l'intervallo dei giorni di «{}» è {}", row.name(), days.spoken());
            let right = PeriodDays { from: to, to: Some(days.from).filter(|from| *from > to), ..days.value.clone() };
            let help = format!("forse si intendeva {}", right.short());
            findings.push(Finding::new(&RULE, days.span, message).label("intervallo rovesciato").help(help));
        }
        let Some(days) = &row.days else { continue };
        let Days::Between(from, to) = days.value else { continue };
        if from >= to {
            let message =
                format!("l'intervallo dei giorni alla settimana di «{}» è {}", row.name(), days.value.spoken());
            let help = if from > to {
                format!("forse si intendeva {}", Days::Between(to, from).short())
            } else {
                format!("forse si intendeva {}", Days::Exactly(from).short())
            };
            findings.push(Finding::new(&RULE, days.span, message).label("intervallo rovesciato").help(help));
        }
    }
}

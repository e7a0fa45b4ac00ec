use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Headcount, People};

pub(super) static RULE: Rule = Rule {
    code: "LA305",
    name: "agili-oltre-i-dipendenti",
    severity: Severity::Warning,
    summary: "In una riga le lavoratrici e i lavoratori agili sono più dei dipendenti.",
    why: "È impossibile: una delle due cifre è sbagliata, o è finita nella colonna dell'altra.",
    remedy: "Correggere la cifra sbagliata.",
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[Example::new(&[Edit::new("attuazione.yaml", "    agili: 7", "    agili: 17")])],
    passing: &[Example::new(&[
        Edit::new("attuazione.yaml", "    agili: 7", "    agili: 12"),
        Edit::new("attuazione.yaml", "agili: 11", "agili: 16"),
    ])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let adoption = &context.edition.adoption;
    let rows = adoption.rows.rows.iter().map(|row| (row.name(), row.employees.clone(), row.agile.clone()));
    let total = adoption
        .declared
        .iter()
        .filter_map(|total| Some((total.label.value.as_str(), total.employees.clone()?, total.agile.clone()?)));
    for (name, employees, agile) in rows.chain(total) {
        // A figure that could not be read stands at the head of its row, and has a finding of its own.
        if People::from(agile.value).least > People::from(employees.value).most
            && Headcount::parse(context.sources.slice(employees.span).trim_matches(['"', '\''])).is_some()
        {
            findings.push(
                Finding::new(
                    &RULE,
                    agile.span,
                    format!("in «{name}» gli agili sono {}, i dipendenti {}", agile.value, employees.value),
                )
                .label("più dei dipendenti")
                .related(employees.span, "i dipendenti sono qui")
                .remedy(),
            );
        }
    }
}

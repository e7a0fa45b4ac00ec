use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{ProcessCode, Spanned};
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    code: "LA315",
    name: "numerazione-con-salti",
    severity: Severity::Note,
    summary: "Fra i codici con lo stesso prefisso manca un numero.",
    why: "Può essere un processo tolto negli anni, oppure una riga persa nel copiare la tabella.",
    remedy: "Controllare che non manchi una riga; se il processo è stato tolto non c'è nulla da fare.",
    basis: "Tavola 1 dell'allegato: colonna del codice.",
    failing: &[Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200-3-M")])],
    passing: &[],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    if !context.edition.processes.complete {
        return;
    }
    let mut series: BTreeMap<&str, BTreeMap<u32, &Spanned<ProcessCode>>> = BTreeMap::new();
    for process in &context.edition.processes.rows {
        if let (Some(prefix), Some(number)) = (process.code.prefix(), process.code.number()) {
            series.entry(prefix).or_default().insert(number, &process.code);
        }
    }
    for (prefix, codes) in series {
        let Some((last, _)) = codes.last_key_value() else { continue };
        // Numbers that mean something else, such as a year, leave thousands of gaps.
        let missing: Vec<u32> = (1..*last).take(1000).filter(|number| !codes.contains_key(number)).collect();
        let Some(after) = missing.first().and_then(|first| codes.range(first..).next()) else { continue };
        if missing.len() > codes.len() + 5 {
            continue;
        }
        let (what, numbers) = match missing.as_slice() {
            [one] => ("manca il numero", one.to_string()),
            many => ("mancano i numeri", many.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")),
        };
        findings.push(
            Finding::new(&RULE, after.1.span, format!("fra i codici con il prefisso `{prefix}` {what} {numbers}"))
                .label("la numerazione salta prima di questo")
                .remedy(),
        );
    }
}

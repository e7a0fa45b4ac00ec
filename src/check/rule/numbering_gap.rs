use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{ProcessCode, Spanned};
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    code: "LA315",
    name: "numerazione-con-salti",
    severity: Severity::Note,
    summary: "Fra i codici con lo stesso prefisso manca un numero; o fra tutti, dove la numerazione corre per l'intera tabella.",
    why: "Può essere un processo tolto negli anni, oppure una riga persa nel copiare la tabella.",
    remedy: "Controllare che non manchi una riga; se il processo è stato tolto non c'è nulla da fare.",
    correction: None,
    basis: "Tavola 1 dell'allegato: colonna del codice.",
    failing: &[Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200-3-M")])],
    passing: &[Example {
        caption: "I numeri corrono per l'intera tabella, quale che sia il prefisso",
        edits: &[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200-2-M")],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    if !context.edition.processes.complete {
        return;
    }
    let mut by_prefix: BTreeMap<&str, Series<'_>> = BTreeMap::new();
    let mut all = Series::new();
    let mut count = 0;
    for (_, _, code) in context.edition.codes_in_parts() {
        if let (Some(prefix), Some(number)) = (code.prefix(), code.number()) {
            by_prefix.entry(prefix).or_default().insert(number, code);
            all.insert(number, code);
            count += 1;
        }
    }
    // Where hardly any number comes back and the whole leaves fewer gaps than its parts, one numbering runs through the table.
    let gaps: usize = by_prefix.values().map(|codes| missing(codes).len()).sum();
    let through = by_prefix.len() > 1 && all.len() * 10 >= count * 9 && missing(&all).len() < gaps;
    if through {
        findings.extend(gap(context, "della tabella", &all));
    } else {
        findings.extend(
            by_prefix.iter().filter_map(|(prefix, codes)| gap(context, &format!("con il prefisso `{prefix}`"), codes)),
        );
    }
}

/// Codes by their number.
type Series<'a> = BTreeMap<u32, &'a Spanned<ProcessCode>>;

/// The numbers from 1 that no code has. Numbers that mean something else, such as a year, leave thousands of gaps.
fn missing(codes: &Series<'_>) -> Vec<u32> {
    let last = codes.last_key_value().map_or(0, |(last, _)| *last);
    (1..last).take(1000).filter(|number| !codes.contains_key(number)).collect()
}

fn gap(context: &RuleContext<'_>, which: &str, codes: &Series<'_>) -> Option<Finding> {
    let missing = missing(codes);
    let (_, after) = codes.range(missing.first()?..).next()?;
    if missing.len() > codes.len() + 5 {
        return None;
    }
    let (what, numbers) = match missing.as_slice() {
        [one] => ("manca il numero", one.to_string()),
        many => ("mancano i numeri", many.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")),
    };
    let finding = Finding::new(&RULE, after.span, format!("fra i codici {which} {what} {numbers}"));
    Some(finding.label("la numerazione salta prima di questo").help(
        context.say(
            "controllare che non manchi una riga; se [il processo] è [stato tolto|processo] non c'è nulla da fare",
        ),
    ))
}

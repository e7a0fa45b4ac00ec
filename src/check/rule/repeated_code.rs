use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Edition, ProcessCode, Spanned};
use std::collections::{HashMap, HashSet};

pub(super) static RULE: Rule = Rule {
    code: "LA105",
    name: "codice-ripetuto",
    severity: Severity::Error,
    summary: "Due processi hanno lo stesso codice, anche se scritto con altri spazi o maiuscole, o con uno zero in più.",
    why: "Il codice è l'indirizzo della pagina del processo e lo identifica di anno in anno.",
    remedy: "Dare a uno dei due processi il codice giusto.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 100 - 1 - b")]),
        Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 100-01-B")]),
        Example {
            caption: "Codici di un'altra forma",
            edits: &[
                Edit::new("processi.yaml", "codice: 100-1-B", "codice: AR 1.2"),
                Edit::new("processi.yaml", "codice: 200-1-M", "codice: AR  1. 2"),
            ],
        },
    ],
    passing: &[
        Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200-2-M")]),
        Example {
            caption: "Uno spazio fra due cifre le divide",
            edits: &[
                Edit::new("processi.yaml", "codice: 100-1-B", "codice: AR 1 1"),
                Edit::new("processi.yaml", "codice: 200-1-M", "codice: AR 11"),
            ],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let mut seen: HashMap<String, &Spanned<ProcessCode>> = HashMap::new();
    for (_, _, code) in context.edition.coded_processes() {
        let key = key(code);
        match seen.get(&key) {
            Some(first) => findings.push(
                Finding::new(&RULE, code.span, message(context, code, first))
                    .label("seconda volta")
                    .related(first.span, "la prima volta è qui")
                    .help(context.say(
                        "dare [a uno dei due processi!processo][a una delle due righe@processo] il codice giusto",
                    )),
            ),
            None => {
                seen.insert(key, code);
            }
        }
    }
}

/// The rows whose code is that of a row before.
pub(super) fn repeated_rows(edition: &Edition) -> HashSet<usize> {
    let mut seen = HashSet::new();
    edition.coded_processes().filter(|(_, _, code)| !seen.insert(key(code))).map(|(row, ..)| row).collect()
}

/// What two codes have in common when they are the same. Pages are named in lower case, so two codes that differ in case only
/// would meet on one page; `500-01-B` and `500-1-B` are one code to whoever reads them.
fn key(code: &ProcessCode) -> String {
    let text = without_spaces_at_signs(&code.as_str().to_lowercase());
    match (code.number(), text.split('-').collect::<Vec<_>>().as_slice()) {
        (Some(number), [prefix, _, risk]) => format!("{prefix}-{number}-{risk}"),
        _ => text,
    }
}

/// A code without the spaces beside its signs: `p. 1 - a` is `p.1-a`.
fn without_spaces_at_signs(code: &str) -> String {
    let mut tight = String::with_capacity(code.len());
    let mut words = code.split(' ').filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        tight.push_str(word);
        let divides = |c: char| !c.is_alphanumeric();
        if words.peek().is_some_and(|next| !word.ends_with(divides) && !next.starts_with(divides)) {
            tight.push(' ');
        }
    }
    tight
}

fn message(context: &RuleContext<'_>, code: &ProcessCode, first: &ProcessCode) -> String {
    if code.slug() == first.slug() {
        context.fill("il codice `{}` è già di [un altro processo]", &[&code.as_str()])
    } else {
        context.fill(
            "il codice `{}` è lo stesso numero di `{}`, di [un altro processo]",
            &[&code.as_str(), &first.as_str()],
        )
    }
}

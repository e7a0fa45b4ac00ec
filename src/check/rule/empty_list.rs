use crate::check::process_noun::process_noun;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA309",
    name: "elenco-vuoto",
    severity: Severity::Warning,
    summary: "Di un processo non è detto che cosa lo avvia, quali sono le fasi o qual è il risultato.",
    why: "La riga pubblicata ha una cella vuota: chi legge non sa come il processo comincia o finisce.",
    remedy: "Scrivere almeno una voce; se il testo pubblicato è così, accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza dei dati pubblicati.",
    failing: &[Example::new(&[Edit::new("processi.yaml", "input: [Atto adottato]", "input: []")])],
    passing: &[Example {
        caption: "Una voce sola, senza parentesi",
        edits: &[Edit::new("processi.yaml", "input: [Atto adottato]", "input: Atto adottato")],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for process in &context.edition.processes.rows {
        let lists = [
            (&process.inputs, "input", "che cosa avvia [il processo]"),
            (&process.phases, "fasi", "quali sono le fasi [del processo]"),
            (&process.outputs, "output", "quale risultato ha [il processo]"),
        ];
        for (list, key, what) in lists {
            let Some(list) = list else { continue };
            // What is no list, or holds what could not be read, has a finding of its own: only one written as empty is meant here.
            // The place of a list may end before its bracket.
            let inside = context.sources.slice(list.span).strip_prefix('[').map(|list| list.trim_end_matches(']'));
            if list.value.is_empty() && inside.is_some_and(|inside| inside.trim().is_empty()) {
                findings.push(
                    Finding::new(
                        &RULE,
                        list.span,
                        context.fill(
                            "non è detto {} {} (`{}` è vuoto)",
                            &[&context.say(what), &process_noun(context, process), &key],
                        ),
                    )
                    .label("elenco vuoto")
                    .help("scrivere almeno una voce"),
                );
            }
        }
    }
}

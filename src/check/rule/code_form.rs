use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity};
use crate::model::ProcessCode;
use crate::model::latin;

pub(super) static RULE: Rule = Rule {
    code: "LA106",
    name: "codice-malformato",
    severity: Severity::Error,
    summary: "Il codice di un processo non ha la forma prefisso, numero e lettera del rischio: per esempio 500-1-B.",
    why: "Dal codice si leggono il servizio e il rischio, e il codice è l'indirizzo della pagina.",
    remedy: "Scrivere prefisso del servizio, numero e una fra B (basso), M (medio) e A (alto), uniti da trattini.",
    basis: "Tavola 1 dell'allegato: colonna del codice.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200-1")]),
        Example {
            caption: "La B è una lettera dell'alfabeto cirillico",
            edits: &[Edit::new("processi.yaml", "codice: 100-1-B", "codice: 100-1-В")],
        },
        Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200/1/M")]),
    ],
    passing: &[Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200-12-M")])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for process in &context.edition.processes.rows {
        let codes = std::iter::once(&process.code).chain(&process.previous_code);
        for code in codes.filter(|code| !code.as_str().is_empty() && !code.is_well_formed()) {
            let finding = Finding::new(&RULE, code.span, format!("`{}` non è un codice di processo", code.as_str()))
                .label("ci vuole prefisso-numero-lettera");
            let mended = ProcessCode::parse(&latin(code.as_str()));
            findings.push(if mended.is_well_formed() {
                let fix = Fix::scalar(context.sources.get(code.span.source), code.span, code.as_str(), mended.as_str());
                finding
                    .help(format!(
                        "alcune lettere sono di un altro alfabeto: scrivere `{}` con lettere latine",
                        mended.as_str()
                    ))
                    .fix(fix)
            } else {
                finding.help("la forma è, per esempio, 500-1-B: B sta per basso, M per medio, A per alto")
            });
        }
    }
}

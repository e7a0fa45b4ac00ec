use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Fix, Rule, Severity};
use crate::model::{ProcessCode, Spanned, latin};

pub(super) static RULE: Rule = Rule {
    code: "LA106",
    name: "codice-malformato",
    severity: Severity::Error,
    summary: "Il codice di un processo ha segni che un codice non può avere, oppure non ha la forma che hanno tutti gli altri: per esempio 500-1-B.",
    why: "Il codice è l'indirizzo della pagina; dove ha tre parti se ne leggono il servizio e il rischio.",
    remedy: "Usare soltanto lettere, cifre, spazi e i segni . - _ /. Un codice diverso da tutti gli altri, che hanno prefisso, numero e lettera del rischio, è un avviso: di solito è un errore di battitura.",
    correction: None,
    basis: "Tavola 1 dell'allegato: colonna del codice.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200-1;M")]),
        Example {
            caption: "La A è una lettera dell'alfabeto cirillico, anche dove i codici hanno un'altra forma",
            edits: &[Edit::new("processi.yaml", "codice: 200-1-M", "codice: АR1.MP2")],
        },
        Example {
            caption: "La B è una lettera dell'alfabeto cirillico",
            edits: &[Edit::new("processi.yaml", "codice: 100-1-B", "codice: 100-1-В")],
        },
    ],
    passing: &[
        Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200-12-M")]),
        Example {
            caption: "Codici di un'altra forma",
            edits: &[
                Edit::new("processi.yaml", "codice: 100-1-B", "codice: AR1.MP2.P3"),
                Edit::new("processi.yaml", "codice: 200-1-M", "codice: \"2\""),
            ],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let in_parts = context.edition.has_codes_in_parts();
    for process in &context.edition.processes.rows {
        let codes = process.code.iter().chain(&process.previous_code);
        findings.extend(codes.filter_map(|code| finding(context, code, in_parts)));
    }
}

/// What is wrong with a code; `in_parts` if those of the edition have three.
pub(super) fn finding(context: &RuleContext<'_>, code: &Spanned<ProcessCode>, in_parts: bool) -> Option<Finding> {
    let text = code.as_str();
    if text.is_empty() || code.is_well_formed() {
        return None;
    }
    let wrong = |message: String| Finding::new(&RULE, code.span, message);
    let not_a_code = || wrong(context.fill("`{}` non è un codice di [processo]", &[&text]));
    let mended = ProcessCode::parse(&latin(text));
    if mended.is_well_formed() {
        let fix = Fix::scalar(context.sources.get(code.span.source), code.span, text, mended.as_str());
        let help =
            format!("alcune lettere sono di un altro alfabeto: scrivere `{}` con lettere latine", mended.as_str());
        return Some(not_a_code().label("ci vuole prefisso-numero-lettera").help(help).fix(fix));
    }
    if mended.as_str() != text {
        let help =
            format!("alcune lettere sono di un altro alfabeto: scrivere `{}` con lettere latine", mended.as_str());
        let fix = Fix::scalar(context.sources.get(code.span.source), code.span, text, mended.as_str());
        return Some(not_a_code().label("lettere di un altro alfabeto").help(help).fix(fix));
    }
    if !code.is_admitted() {
        return Some(
            not_a_code().label("segni non ammessi").help("un codice ha lettere, cifre, spazi e i segni . - _ /"),
        );
    }
    in_parts.then(|| {
        let mut finding = wrong(format!("`{text}` non ha la forma degli altri codici"));
        finding.severity = Severity::Warning;
        let help = "la forma è, per esempio, 500-1-B: B sta per basso, M per medio, A per alto";
        finding.label("ci vuole prefisso-numero-lettera").help(help)
    })
}

use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::Risk;

pub(super) static RULE: Rule = Rule {
    code: "LA301",
    name: "codice-e-rischio-discordi",
    severity: Severity::Warning,
    summary: "La lettera finale del codice dice un rischio corruttivo, la colonna ne dice un altro.",
    why: "Chi legge non sa a quale credere, e la mappatura è la stessa del piano anticorruzione.",
    remedy: "Correggere il codice o il rischio; se il testo pubblicato è così, accettare il rilievo con il suo motivo.",
    basis: "Tavola 1 dell'allegato: B sta per basso, M per medio, A per alto.",
    failing: &[Example::new(&[Edit::new("processi.yaml", "rischio: medio", "rischio: alto")])],
    passing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "codice: 200-1-M\n    rischio: medio",
        "codice: 200-1-A\n    rischio: alto",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    if !context.edition.model.scales.has_usual_risks() {
        return;
    }
    for (_, process, code) in context.edition.codes_in_parts() {
        let (Some(stated), Some(risk)) = (code.risk_letter(), &process.risk) else { continue };
        let Some(meant) = Risk::USUAL.into_iter().find(|word| word.starts_with(stated.to_ascii_lowercase())) else {
            continue;
        };
        if stated != risk.letter() {
            let message = context.fill(
                "il codice `{}` indica [rischio] {}, ma la riga dice {}",
                &[&code.as_str(), &meant, &risk.value.word],
            );
            findings.push(
                Finding::new(&RULE, risk.span, message)
                    .label(context.fill("con [questo rischio] il codice finirebbe in {}", &[&risk.letter()]))
                    .related(code.span, format!("{stated} sta per {meant}"))
                    .help(context.say("correggere il codice o [il rischio]; se il testo pubblicato è così, accettare il rilievo con il suo motivo")),
            );
        }
    }
}

use super::repeated_code;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Risk, is_respelling};

pub(super) static RULE: Rule = Rule {
    code: "LA301",
    name: "codice-e-rischio-discordi",
    severity: Severity::Warning,
    summary: "La lettera finale del codice dice un rischio corruttivo, la colonna ne dice un altro.",
    why: "Chi legge non sa a quale credere, e la mappatura è la stessa del piano anticorruzione.",
    remedy: "Correggere il codice o il rischio; se il testo pubblicato è così, accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "Tavola 1 dell'allegato: B sta per basso, M per medio, A per alto.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "rischio: medio", "rischio: alto")]),
        Example {
            caption: "Una scala propria che ha anche i gradi di sempre",
            edits: &[
                Edit::new("modello.yaml", "", "scale: { rischio: [minimo, basso, medio, alto, altissimo] }\n"),
                Edit::new("processi.yaml", "rischio: basso", "rischio: altissimo"),
            ],
        },
    ],
    passing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "codice: 200-1-M\n    rischio: medio",
            "codice: 200-1-A\n    rischio: alto",
        )]),
        Example {
            caption: "In una scala propria la lettera M può essere anche di «minimo»",
            edits: &[
                Edit::new("modello.yaml", "", "scale: { rischio: [minimo, basso, medio, alto, altissimo] }\n"),
                Edit::new("processi.yaml", "rischio: medio", "rischio: minimo"),
            ],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let Some(steps) = usual_steps(&context.edition.model.scales.risk_words()) else { return };
    let repeated = repeated_code::repeated_rows(context.edition);
    for (row, process, code) in context.edition.codes_in_parts() {
        let (Some(stated), Some(risk)) = (code.risk_letter(), &process.risk) else { continue };
        let number = Risk::USUAL.into_iter().position(|word| word.starts_with(stated.to_ascii_lowercase()));
        // A code that is another row's says nothing of this one.
        let Some(number) = number.filter(|_| !repeated.contains(&row)) else { continue };
        let meant = Risk::USUAL[number];
        // The steps between two usual ones may have the letter of either.
        let from = number.checked_sub(1).map(|below| steps[below]);
        let to = steps.get(number + 1).copied();
        let may_be = from.is_none_or(|from| risk.value.step > from) && to.is_none_or(|to| risk.value.step < to);
        if stated != risk.letter() && !may_be {
            let message = context.fill(
                "il codice `{}` indica [rischio] {}, ma la riga dice {}",
                &[&code.as_str(), &meant, &risk.value.word],
            );
            findings.push(
                Finding::new(&RULE, risk.span, message)
                    .label(label(context, risk))
                    .related(code.span, format!("{stated} sta per {meant}"))
                    .help(context.say("correggere il codice o [il rischio]; se il testo pubblicato è così, accettare il rilievo con il suo motivo")),
            );
        }
    }
}

/// The numbers of the usual steps on a scale that has them all, low to high; `None` on another.
fn usual_steps(words: &[&str]) -> Option<Vec<usize>> {
    let step = |usual: &str| words.iter().position(|word| is_respelling(word, usual));
    let steps: Vec<usize> = Risk::USUAL.into_iter().map_while(step).collect();
    (steps.len() == Risk::USUAL.len() && steps.is_sorted()).then_some(steps)
}

/// What the code would be; of a step of the administration's own that is not known.
fn label(context: &RuleContext<'_>, risk: &Risk) -> String {
    if Risk::USUAL.iter().any(|usual| is_respelling(&risk.word, usual)) {
        context.fill("con [questo rischio] il codice finirebbe in {}", &[&risk.letter()])
    } else {
        "il codice dice altro".to_owned()
    }
}

use crate::check::process_noun::process_noun;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Answer, Days, Keyword, Process, Spanned};

pub(super) static RULE: Rule = Rule {
    code: "LA311",
    name: "percentuale-discorde",
    severity: Severity::Warning,
    summary: "La percentuale di un processo non va d'accordo con la sua smartabilità, o è scritta come una frazione.",
    why: "Chi legge la tabella trova una risposta, chi legge la percentuale un'altra.",
    remedy: "Correggere la percentuale o la smartabilità: si vale 100, no vale 0, in parte sta in mezzo.",
    correction: None,
    basis: "Tavola 1 dell'allegato.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    percentuale: 80")]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "smartabilita: in parte",
            "smartabilita: in parte\n    percentuale: 100",
        )]),
        Example {
            caption: "Una frazione invece di una percentuale",
            edits: &[Edit::new(
                "processi.yaml",
                "smartabilita: in parte",
                "smartabilita: in parte\n    percentuale: 0.6",
            )],
        },
    ],
    passing: &[
        Example::new(&[Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    percentuale: 100")]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "smartabilita: in parte",
            "smartabilita: in parte\n    percentuale: 60",
        )]),
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for process in &context.edition.processes.rows {
        let (Some(share), Some(answer)) = (&process.percentage, &process.smartability) else { continue };
        let (agree, expected) = match answer.value {
            Answer::Yes => (share.value >= 100.0, "100"),
            Answer::No => (share.value <= 0.0, "0"),
            Answer::Partly => (share.value > 0.0 && share.value < 100.0, "un numero fra 0 e 100"),
        };
        if answer.value == Answer::Partly && share.value > 0.0 && share.value < 1.0 {
            findings.push(fraction(context, process, share));
            continue;
        }
        // A share over 100 has a finding of its own.
        if agree || share.value > 100.0 {
            continue;
        }
        let message = context.fill(
            "[il processo] {} è smartabile «{}», ma la percentuale è {}",
            &[
                &process_noun(context, process),
                &process.answer_word.as_deref().unwrap_or(answer.value.keyword()),
                &Days::Exactly(share.value).short(),
            ],
        );
        findings.push(
            Finding::new(&RULE, share.span, message)
                .label(format!("qui ci vorrebbe {expected}"))
                .related(answer.span, context.say("[la smartabilità] [è scritta!smartabilità][sta@smartabilità] qui"))
                .help(context.say(
                    "correggere la percentuale o [la smartabilità]: si vale 100, no vale 0, in parte sta in mezzo",
                )),
        );
    }
}

/// A share below one in a hundred is nearly always one of the whole.
fn fraction(context: &RuleContext<'_>, process: &Process, share: &Spanned<f64>) -> Finding {
    let written = Days::Exactly(share.value).short();
    // Of `0.07` floating-point numbers make 7.000000000000001.
    let meant = Days::Exactly((share.value * 10_000.0).round() / 100.0).short();
    let message = context.fill(
        "la percentuale [del processo] {} è {}: meno di un centesimo",
        &[&process_noun(context, process), &written],
    );
    Finding::new(&RULE, share.span, message)
        .label("una frazione?")
        .help(format!("la percentuale va da 0 a 100: se si intendeva il {meant} %, scrivere {meant}"))
}

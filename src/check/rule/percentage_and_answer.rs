use crate::check::process_noun::process_noun;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Answer, Keyword};

pub(super) static RULE: Rule = Rule {
    code: "LA311",
    name: "percentuale-discorde",
    severity: Severity::Warning,
    summary: "La percentuale di un processo non va d'accordo con la sua smartabilità.",
    why: "Chi legge la tabella trova una risposta, chi legge la percentuale un'altra.",
    remedy: "Correggere la percentuale o la smartabilità: si vale 100, no vale 0, in parte sta in mezzo.",
    basis: "Tavola 1 dell'allegato.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    percentuale: 80")]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "smartabilita: in parte",
            "smartabilita: in parte\n    percentuale: 100",
        )]),
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
        // A share over 100 has a finding of its own.
        if agree || share.value > 100.0 {
            continue;
        }
        let message = context.fill(
            "[il processo] {} è smartabile «{}», ma la percentuale è {}",
            &[
                &process_noun(context, process),
                &answer.value.keyword(),
                &crate::model::Days::Exactly(share.value).short(),
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

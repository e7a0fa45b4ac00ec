use crate::check::rule_context::RuleContext;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA507",
    name: "parola-ripetuta",
    severity: Severity::Note,
    summary: "La stessa parola è scritta due volte di seguito.",
    why: "È una svista che il correttore ortografico non vede.",
    remedy: "Togliere la parola di troppo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: comprensibilità dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "processo: Accertamento dei tributi",
            "processo: Accertamento dei dei tributi",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Questo allegato allegato descrive",
        )]),
    ],
    passing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "processo: Accertamento dei tributi",
            "processo: Accertamento via via dei tributi, man mano e passo passo",
        )]),
        Example {
            caption: "In tedesco e in francese certe parole si ripetono",
            edits: &[Edit::new(
                "processi.yaml",
                "processo: Accertamento dei tributi",
                "processo: Feststellung der Abgaben, die die Bürger schulden, et que nous nous devons",
            )],
        },
    ],
};

/// Words that Italian says twice on purpose.
const PAIRS: [&str; 20] = [
    "via", "man", "mano", "piano", "passo", "ben", "pian", "così", "poco", "via-via", "giù", "bla", "lì", "quasi",
    "sì", "no", "molto", "tanto", "sotto", "volta",
];

/// Pronouns and articles that follow themselves in German and French sentences; none of them is an Italian word.
const OTHER_LANGUAGES: [&str; 14] =
    ["die", "der", "das", "den", "dem", "denen", "sie", "wir", "ihr", "was", "wenn", "nous", "vous", "les"];

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    let text = written.text;
    let mut last: Option<(usize, &str)> = None;
    let mut at = 0;
    for word in text.split(' ') {
        let letters = word.chars().count() > 1 && word.chars().all(char::is_lowercase);
        let clean = word.trim_end_matches([',', '.', ';', ':', ')']);
        if let Some((start, before)) = last
            && before == clean
            && !PAIRS.contains(&clean)
            && !OTHER_LANGUAGES.contains(&clean)
        {
            let end = at + clean.len();
            findings.push(
                Finding::new(&RULE, written.span(context, start..end), format!("«{clean}» è scritto due volte"))
                    .label("due volte")
                    .remedy(),
            );
            last = None;
        } else {
            last = letters.then_some((at, word));
        }
        at += word.len() + 1;
    }
}

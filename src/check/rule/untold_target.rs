use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::fold;

pub(super) static RULE: Rule = Rule {
    code: "LA338",
    name: "obiettivo-non-detto",
    severity: Severity::Warning,
    summary: "L'obiettivo di un anno non dice quale sia: «n.d.», «da definire».",
    why: "Un obiettivo non è un dato che può mancare: chi legge trova l'anno e non ciò che l'ente si propone.",
    remedy: "Scrivere il valore, oppure togliere l'anno; se è ancora da decidere, dirlo in `da_decidere`.",
    correction: None,
    basis: "D.M. 132/2022, art. 4 c. 1 lett. b; d.lgs. 33/2013, art. 6: completezza dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new("indicatori.yaml", "", NOT_AVAILABLE)]),
        Example::new(&[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2026: Da definire } }\n",
        )]),
    ],
    passing: &[
        Example {
            caption: "Un valore di partenza e un consuntivo possono non essere disponibili, un obiettivo può essere una parola",
            edits: &[Edit::new(
                "indicatori.yaml",
                "",
                "indicatori:\n  - { dimensione: Salute digitale, indicatore: Regolamento, base: { valore: n.d., al: 2024-12-31 }, obiettivi: { 2026: approvato }, consuntivo: { 2025: n.d. } }\n",
            )],
        },
        Example {
            caption: "È segnato che cosa è da decidere",
            edits: &[Edit::new(
                "indicatori.yaml",
                "",
                "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2026: n.d. }, da_decidere: l'obiettivo del 2026 }\n",
            )],
        },
    ],
};

const NOT_AVAILABLE: &str =
    "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, obiettivi: { 2026: n.d., 2027: 20 } }\n";

/// What stands where nothing is said, without case, dots and spaces.
const UNTOLD: [&str; 14] = [
    "nd",
    "nondisponibile",
    "nondefinito",
    "nondeterminato",
    "daassegnare",
    "dacompletare",
    "dadecidere",
    "dadefinire",
    "dadefinirsi",
    "dadeterminare",
    "daindicare",
    "dastabilire",
    "incorsodidefinizione",
    "indefinizione",
];

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    // What is marked as to be decided is told there.
    for indicator in context.edition.indicators.rows.iter().filter(|row| !row.annotations.is_undecided) {
        for target in &indicator.targets {
            let text = &target.value.text;
            let bare: String = fold(&text.value).chars().filter(|sign| !sign.is_whitespace() && *sign != '/').collect();
            if UNTOLD.contains(&bare.as_str()) {
                let message = format!(
                    "l'obiettivo del {} di «{}» non è detto: «{}»",
                    target.year.value, indicator.name.value, text.value
                );
                findings.push(Finding::new(&RULE, text.span, message).label("obiettivo non detto").remedy());
            }
        }
    }
}

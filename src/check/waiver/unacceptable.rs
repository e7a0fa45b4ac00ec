use super::FILE;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::Waiver;
use crate::source::Span;

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA905",
    name: "accettazione-di-errore",
    severity: Severity::Warning,
    summary: "Un'accettazione riguarda un controllo i cui rilievi non si possono accettare: un errore, o ciò che sorveglia le accettazioni e i controlli stessi.",
    why: "Un errore è un dato che non si può leggere o collegare: non c'è nulla da pubblicare finché non è corretto.",
    remedy: "Correggere il dato e togliere l'accettazione.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA201\n    dove: processi\n    motivo: Prova\n",
        )]),
        Example {
            caption: "L'ufficio ha fatto del controllo un errore",
            edits: &[
                Edit::new("/data/controlli.yaml", "", "gravita: { LA304: errore }\n"),
                Edit::new(
                    FILE,
                    "",
                    "accettazioni:\n  - controllo: LA304\n    dove: attuazione/totale_dichiarato\n    motivo: Prova\n",
                ),
            ],
        },
    ],
    passing: &[],
};

/// The office made an error of the rule, at `level`.
pub(super) fn raised(waiver: &Waiver, level: Span) -> Finding {
    let message = format!("i rilievi {} non si possono accettare: in controlli.yaml sono errori", waiver.rule.value);
    Finding::new(&RULE, waiver.rule.span, message)
        .label("non si può accettare")
        .related(level, "la gravità è scritta qui")
        .help("correggere il dato e togliere l'accettazione, oppure togliere la riga da controlli.yaml")
}

pub(super) fn finding(waiver: &Waiver) -> Finding {
    Finding::new(&RULE, waiver.rule.span, format!("i rilievi {} non si possono accettare", waiver.rule.value))
        .label("non si può accettare")
        .remedy()
}

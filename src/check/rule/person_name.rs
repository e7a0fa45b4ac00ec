use crate::check::person::{Person, names_place, people};
use crate::check::rule_context::RuleContext;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Edition, Office};

pub(super) static RULE: Rule = Rule {
    code: "LA601",
    name: "nome-di-persona",
    severity: Severity::Warning,
    summary: "In un testo, nel nome di un ufficio o nel motivo di un'accettazione sembra esserci il nome di una persona.",
    why: "I dati personali non pertinenti o eccedenti non si pubblicano, e le sole iniziali non bastano a renderli anonimi.",
    remedy: "Togliere il nome, o scrivere l'ufficio al suo posto; se è il nome di un luogo o di un'opera, accettare il rilievo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 7-bis c. 4; linee guida del Garante del 15 maggio 2014.",
    failing: &[
        Example::new(&[Edit::new(
            "software.yaml",
            "scopo: Registrazione dei documenti",
            "scopo: Registrazione dei documenti (M. Rossi)",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Recuperare i tributi non versati",
            "finalita: Recuperare i tributi seguiti dalla dott.ssa Bianchi",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Risponde il dott. Verdi. Questo allegato descrive",
        )]),
        Example::new(&[Edit::new(
            "software.yaml",
            "scopo: Registrazione dei documenti",
            "scopo: Registrazione dei documenti a cura dell'ing. Ferri",
        )]),
        Example {
            caption: "Il nome di uno smart team",
            edits: &[
                Edit::new("smart-team.yaml", "nome: Tributi", "nome: Tributi (dott. Mario Bianchi)"),
                Edit::new("attuazione.yaml", "smart_team: Tributi", "smart_team: Tributi\n    continua_in: tributi"),
            ],
        },
        Example {
            caption: "Il motivo di un'accettazione, che si pubblica",
            edits: &[
                Edit::new("attuazione.yaml", "agili: 11", "agili: 10"),
                Edit::new(
                    "accettazioni.yaml",
                    "",
                    "accettazioni:\n  - controllo: LA304\n    dove: attuazione/totale_dichiarato/agili\n    motivo: Lo ha deciso il dott. Mario Bianchi\n",
                ),
            ],
        },
    ],
    passing: &[
        Example {
            caption: "Il motivo di un'accettazione che non si pubblica",
            edits: &[
                Edit::new("attuazione.yaml", "agili: 11", "agili: 10"),
                Edit::new(
                    "accettazioni.yaml",
                    "",
                    "accettazioni:\n  - controllo: LA304\n    dove: attuazione/totale_dichiarato/agili\n    motivo: Lo ha deciso il dott. Mario Bianchi\n    pubblica: no\n",
                ),
            ],
        },
        Example {
            caption: "Il nome di una biblioteca che è anche uno smart team",
            edits: &[
                Edit::new("smart-team.yaml", "nome: Tributi", "nome: Biblioteca C. Pavese"),
                Edit::new("attuazione.yaml", "smart_team: Tributi", "smart_team: Tributi\n    continua_in: tributi"),
                Edit::new(
                    "software.yaml",
                    "scopo: Registrazione dei documenti",
                    "scopo: Prestiti della Biblioteca C. Pavese",
                ),
            ],
        },
        Example {
            caption: "Una legge",
            edits: &[Edit::new(
                "software.yaml",
                "scopo: Registrazione dei documenti",
                "scopo: Registrazione secondo la L. 81/2017 e il D. Lgs. 82/2005",
            )],
        },
        Example {
            caption: "Un luogo",
            edits: &[Edit::new(
                "software.yaml",
                "scopo: Registrazione dei documenti",
                "scopo: Sportello di Piazza G. Garibaldi, presso l'istituto A. Volta",
            )],
        },
        Example {
            caption: "Una carica",
            edits: &[Edit::new(
                "software.yaml",
                "scopo: Registrazione dei documenti",
                "scopo: Registrazione dei documenti per il Sig. Sindaco",
            )],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    for Person { whole, short, has_title } in people(written.text) {
        let name = &written.text[whole.clone()];
        let is_known = |name: &str| !has_title && is_known(context.edition, name);
        if is_known(name) || is_known(&written.text[short]) {
            continue;
        }
        findings.push(
            Finding::new(&RULE, written.span(context, whole), format!("«{name}» sembra il nome di una persona"))
                .label("dato personale?")
                .remedy(),
        );
    }
}

/// Whether the organisation itself is called so, as `Fisica E. Fermi` is; in brackets after the name of an office that is no place,
/// `Tributi (M. Rossi)`, somebody who works there is named.
fn is_known(edition: &Edition, name: &str) -> bool {
    let mut names = edition.all_offices().flat_map(Office::names).map(|known| known.value.as_str());
    names.any(|known| known.find(name).is_some_and(|at| !known[..at].ends_with('(') || names_place(known)))
}

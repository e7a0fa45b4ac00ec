use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Office, OfficeKind, Text, fold};
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "LA117",
    name: "nome-ripetuto",
    severity: Severity::Warning,
    summary: "Due aree, due servizi della stessa area o due smart team dello stesso servizio hanno lo stesso nome, o uno ha come altro nome quello di un altro.",
    why: "Chi legge li confonde, e una riga che li chiama per nome non si sa a quale appartenga.",
    remedy: "Correggere uno dei due nomi, o togliere l'`alias` di troppo.",
    basis: "D.lgs. 33/2013, art. 6: comprensibilità dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "servizi.yaml",
            "alias: [Servizio Entrate]",
            "alias: [Servizio Entrate]\n  - { id: entrate, nome: Servizio entrate, area: risorse }",
        )]),
        Example::new(&[Edit::new("servizi.yaml", "nome: Risorse", "nome: Affari generali")]),
    ],
    passing: &[
        Example {
            caption: "Un servizio e il suo smart team possono chiamarsi allo stesso modo",
            edits: &[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Servizio Tributi\n    alias: [Tributi]")],
        },
        Example {
            caption: "Due smart team di servizi diversi possono chiamarsi allo stesso modo",
            edits: &[Edit::new(
                "smart-team.yaml",
                "  - id: tributi",
                "  - { id: segreteria-tributi, nome: Segreteria, servizio: tributi, smartabilita: smartabile }\n  - id: tributi",
            )],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    for (kind, other) in [
        (OfficeKind::Area, "[un'altra area]"),
        (OfficeKind::Service, "[un altro servizio]"),
        (OfficeKind::Team, "[un altro smart team]"),
    ] {
        look(context.say(other), &edition.offices(kind), findings);
    }
}

/// Looks for names that two offices share which belong to the same one.
fn look(other: &str, offices: &[Office<'_>], findings: &mut Findings) {
    let mut seen: HashMap<(&str, String), (usize, &Text)> = HashMap::new();
    for (number, office) in offices.iter().enumerate() {
        for text in office.names() {
            let key = (office.owner.map_or("", |owner| owner.value.as_str()), fold(text));
            match seen.get(&key) {
                // An alias that repeats its own name harms nobody.
                Some((row, _)) if *row == number => {}
                Some((_, first)) if !key.1.is_empty() => findings.push(
                    Finding::new(&RULE, text.span, format!("il nome «{}» è già di {other}", text.value))
                        .label("seconda volta")
                        .related(first.span, "la prima volta è qui")
                        .remedy(),
                ),
                _ => {
                    seen.insert(key, (number, text));
                }
            }
        }
    }
}

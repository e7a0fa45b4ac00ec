use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Office, OfficeKind, Text, fold};
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "LA117",
    name: "nome-ripetuto",
    severity: Severity::Warning,
    summary: "Due aree, due servizi della stessa area o due smart team dello stesso servizio hanno lo stesso nome, o uno ha come altro nome quello di un altro; o lo stesso nome hanno due ruoli della stessa natura, o due destinatari dello stesso gruppo.",
    why: "Chi legge li confonde, e una riga che li chiama per nome non si sa a quale appartenga.",
    remedy: "Correggere uno dei due nomi, o togliere l'`alias` di troppo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: comprensibilità dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "servizi.yaml",
            "alias: [Servizio Entrate]",
            "alias: [Servizio Entrate]\n  - { id: entrate, nome: Servizio entrate, area: risorse }",
        )]),
        Example::new(&[Edit::new("servizi.yaml", "nome: Risorse", "nome: Affari generali")]),
        Example {
            caption: "Due ruoli con lo stesso nome",
            edits: &[Edit::new(
                "valutazione.yaml",
                "",
                "ruoli:\n  - { nome: Dirigente, voci: [Fiducia] }\n  - { nome: dirigente, voci: [Ascolto] }\n",
            )],
        },
        Example {
            caption: "Due destinatari con lo stesso nome",
            edits: &[Edit::new("formazione.yaml", "nome: Nuovi assunti", "nome: Tutti i dipendenti")],
        },
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
    let roles = edition.expected_behaviours.rows.iter().map(|role| (role.kind.as_ref(), &role.name));
    twice("un altro ruolo", roles, findings);
    let audiences = edition.training.audiences.iter().map(|audience| (audience.group.as_ref(), &audience.name));
    twice("altri destinatari", audiences, findings);
}

/// Looks for names that two records share which stand below the same heading, or below none.
fn twice<'t>(other: &str, names: impl Iterator<Item = (Option<&'t Text>, &'t Text)>, findings: &mut Findings) {
    let mut seen = HashMap::new();
    for (above, name) in names.filter(|(_, name)| !name.value.is_empty()) {
        let first = *seen.entry((above.map(|above| fold(above)), fold(name))).or_insert(name);
        if !std::ptr::eq(first, name) {
            findings.push(repeated(name, first, other).help("correggere uno dei due nomi, o unire le due voci"));
        }
    }
}

fn repeated(name: &Text, first: &Text, other: &str) -> Finding {
    Finding::new(&RULE, name.span, format!("il nome «{}» è già di {other}", name.value))
        .label("seconda volta")
        .related(first.span, "la prima volta è qui")
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
                Some((_, first)) if !key.1.is_empty() => findings.push(repeated(text, first, other).remedy()),
                _ => {
                    seen.insert(key, (number, text));
                }
            }
        }
    }
}

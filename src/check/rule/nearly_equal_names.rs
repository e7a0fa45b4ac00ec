use crate::check::view::View;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{Text, fold};

pub(super) static RULE: Rule = Rule {
    code: "LA313",
    name: "nomi-quasi-uguali",
    severity: Severity::Note,
    summary: "Due programmi, o due moduli formativi, hanno nomi che differiscono per una o due lettere.",
    why: "Di solito è la stessa cosa scritta in due modi: chi la cerca ne trova una sola, e chi conta ne conta due.",
    remedy: "Se è la stessa cosa, scrivere lo stesso nome; altrimenti non c'è nulla da fare.",
    basis: "Linee guida AgID sui dati aperti: coerenza dei valori.",
    failing: &[
        Example::new(&[Edit::new("software.yaml", "    scopo: Registrazione dei documenti", "    scopo: Registrazione dei documenti\n  - nome: Protocolo informatico\n    scopo: Protocollazione")]),
        Example::new(&[Edit::new("formazione.yaml", "gruppi:\n", "gruppi:\n  - nome: Altri\n    moduli:\n      - { nome: Introduzione al lavori agile, destinatari: { dipendenti: X } }\n")]),
    ],
    passing: &[
        Example {
            caption: "Lo stesso modulo in due gruppi",
            edits: &[Edit::new("formazione.yaml", "gruppi:\n", "gruppi:\n  - nome: Altri\n    moduli:\n      - { nome: Introduzione al lavoro agile, destinatari: { dipendenti: X } }\n")],
        },
        Example {
            caption: "Due moduli numerati",
            edits: &[Edit::new("formazione.yaml", "    moduli:\n", "    moduli:\n      - { nome: Fogli di calcolo 1, destinatari: { dipendenti: X } }\n      - { nome: Fogli di calcolo 2, destinatari: { dipendenti: X } }\n")],
        },
    ],
};

pub(super) fn check(view: &View<'_>, findings: &mut Vec<Finding>) {
    look(view.edition.software.rows.iter().map(|row| &row.name), findings);
    let groups = &view.edition.training.groups.rows;
    look(groups.iter().flat_map(|group| &group.modules).map(|module| &module.name), findings);
}

fn look<'a>(names: impl Iterator<Item = &'a Text>, findings: &mut Vec<Finding>) {
    let names: Vec<(&Text, String)> = names.map(|name| (name, fold(name))).collect();
    let mut told: Vec<&str> = Vec::new();
    for (number, (name, folded)) in names.iter().enumerate() {
        let first = names[..number].iter().find(|(_, other)| nearly_equal(folded, other));
        let Some((first, _)) = first.filter(|_| !told.contains(&folded.as_str())) else { continue };
        told.push(folded);
        findings.push(
            Finding::new(&RULE, name.span, format!("«{}» e «{}» sono quasi lo stesso nome", name.value, first.value))
                .label("quasi uguale a un altro")
                .related(first.span, "l'altro è qui")
                .remedy(),
        );
    }
}

/// Two letters apart in a name of some length; numbers and single letters tell names apart on purpose.
fn nearly_equal(one: &str, other: &str) -> bool {
    let length = one.chars().count();
    if one == other || length < 8 || length.abs_diff(other.chars().count()) > 2 {
        return false;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let single = |text: &str| text.split(' ').filter(|word| word.len() == 1 && !matches!(*word, "e" | "o" | "a" | "l" | "d")).map(str::to_owned).collect::<Vec<_>>();
    let limit = if length < 16 { 1 } else { 2 };
    digits(one) == digits(other) && single(one) == single(other) && strsim::osa_distance(one, other) <= limit
}

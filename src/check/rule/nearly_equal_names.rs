use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity, difference};
use crate::model::{Text, fold};
use std::collections::{HashMap, HashSet};

pub(super) static RULE: Rule = Rule {
    code: "LA313",
    name: "nomi-quasi-uguali",
    severity: Severity::Note,
    summary: "Due programmi, due moduli formativi, due indicatori o due loro dimensioni hanno nomi che differiscono per una o due lettere.",
    why: "Di solito è la stessa cosa scritta in due modi: chi la cerca ne trova una sola, e chi conta ne conta due.",
    remedy: "Se è la stessa cosa, scrivere lo stesso nome; altrimenti non c'è nulla da fare.",
    correction: None,
    basis: "Linee guida AgID sui dati aperti: coerenza dei valori.",
    failing: &[
        Example::new(&[Edit::new(
            "software.yaml",
            "    scopo: Registrazione dei documenti",
            "    scopo: Registrazione dei documenti\n  - nome: Protocolo informatico\n    scopo: Protocollazione",
        )]),
        Example::new(&[Edit::new(
            "formazione.yaml",
            "gruppi:\n",
            "gruppi:\n  - nome: Altri\n    moduli:\n      - nome: Introduzione al lavori agile\n        destinatari:\n          dipendenti: X\n",
        )]),
    ],
    passing: &[
        Example {
            caption: "Lo stesso modulo in due gruppi",
            edits: &[Edit::new(
                "formazione.yaml",
                "gruppi:\n",
                "gruppi:\n  - nome: Altri\n    moduli:\n      - nome: Introduzione al lavoro agile\n        destinatari:\n          dipendenti: X\n",
            )],
        },
        Example {
            caption: "Due moduli numerati",
            edits: &[Edit::new(
                "formazione.yaml",
                "    moduli:\n",
                "    moduli:\n      - nome: Fogli di calcolo 1\n        destinatari:\n          dipendenti: X\n      - nome: Fogli di calcolo 2\n        destinatari:\n          dipendenti: X\n",
            )],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    look(context.edition.software.rows.iter().map(|row| &row.name), findings);
    let indicators = &context.edition.indicators.rows;
    look(indicators.iter().map(|row| &row.name), findings);
    look(indicators.iter().map(|row| &row.dimension), findings);
    let groups = &context.edition.training.groups.rows;
    look(groups.iter().flat_map(|group| &group.modules).map(|module| &module.name), findings);
}

/// How many names with the same marks are held against each other: no administration has so many.
const COMPARED: usize = 1_000;

fn look<'a>(names: impl Iterator<Item = &'a Text>, findings: &mut Findings) {
    let names: Vec<(&Text, Shape)> = names.map(|name| (name, Shape::of(name))).collect();
    let mut told: HashSet<&str> = HashSet::new();
    // The names before that may be near: those with the same marks.
    let mut earlier: HashMap<&[String], Vec<usize>> = HashMap::new();
    for (number, (name, shape)) in names.iter().enumerate() {
        let before = earlier.entry(&shape.marks).or_default();
        let near = before.iter().map(|at| &names[*at]).find(|(_, other)| shape.is_near(other));
        if before.len() < COMPARED {
            before.push(number);
        }
        if told.contains(shape.folded.as_str()) {
            continue;
        }
        let Some((first, _)) = near else { continue };
        told.insert(&shape.folded);
        let finding =
            Finding::new(&RULE, name.span, format!("«{}» e «{}» sono quasi lo stesso nome", name.value, first.value))
                .label("quasi uguale a un altro")
                .related(first.span, "l'altro è qui");
        findings.push(match difference(name, first) {
            Some(difference) => finding.help(format!("{difference}: se sono la stessa cosa, scriverla una volta sola")),
            None => finding.remedy(),
        });
    }
}

/// What is compared of a name.
struct Shape {
    folded: String,
    length: usize,
    /// Its digits and its single letters: numbers and letters tell names apart on purpose.
    marks: Vec<String>,
}

impl Shape {
    fn of(name: &str) -> Self {
        let folded = fold(name);
        let counts = |word: &&str| {
            word.chars().any(|c| c.is_ascii_digit())
                || (word.len() == 1 && !matches!(*word, "e" | "o" | "a" | "l" | "d"))
        };
        let marks = folded.split(' ').filter(counts).map(str::to_owned).collect();
        Self { length: folded.chars().count(), marks, folded }
    }

    /// One letter apart, or two in a name of some length.
    fn is_near(&self, other: &Self) -> bool {
        let limit = if self.length < 16 { 1 } else { 2 };
        self.length >= 8
            && self.length.abs_diff(other.length) <= limit
            && self.folded != other.folded
            && self.marks == other.marks
            && strsim::osa_distance(&self.folded, &other.folded) <= limit
    }
}

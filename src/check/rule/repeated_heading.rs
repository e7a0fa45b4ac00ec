use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Edition, Text, fold};
use crate::source::Span;
use crate::tables::{EditionColumns, TABLES, TableDescription};
use std::collections::{BTreeMap, BTreeSet};

pub(super) static RULE: Rule = Rule {
    code: "LA129",
    name: "intestazione-ripetuta",
    severity: Severity::Warning,
    summary: "Due colonne della stessa tavola hanno la stessa intestazione, o una colonna ne ha due diverse.",
    why: "Sulla pagina, in stampa e nei fogli di calcolo chi legge non le distingue, e chi rielabora i dati ne perde una.",
    remedy: "Dare a una delle due colonne un'intestazione sua; se a una colonna ne sono date due, tenere quella che vale.",
    correction: None,
    basis: "WCAG 2.1, criterio 1.3.1.",
    failing: &[
        Example {
            caption: "Una colonna propria con l'intestazione di una di piao",
            edits: &[
                Edit::new("modello.yaml", "", "tavole: { processi: { colonne: { passi: { titolo: Fasi } } } }\n"),
                Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    passi: Uno"),
            ],
        },
        Example {
            caption: "Due colonne proprie",
            edits: &[
                Edit::new(
                    "modello.yaml",
                    "",
                    "tavole: { processi: { colonne: { a: { titolo: Alfa }, b: { titolo: Alfa } } } }\n",
                ),
                Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    a: Uno\n    b: Due"),
            ],
        },
        Example {
            caption: "Un'intestazione cambiata",
            edits: &[Edit::new("edizione.yaml", "limiti:", "colonne: { processi: { finalita: Fasi } }\nlimiti:")],
        },
        Example {
            caption: "La stessa colonna ha un'altra intestazione in modello.yaml",
            edits: &[
                Edit::new("modello.yaml", "", "tavole: { processi: { colonne: { finalita: Scopo } } }\n"),
                Edit::new("edizione.yaml", "limiti:", "colonne: { processi: { finalita: Missione } }\nlimiti:"),
            ],
        },
    ],
    passing: &[
        Example {
            caption: "Una colonna ha la stessa intestazione nei due file",
            edits: &[
                Edit::new("modello.yaml", "", "tavole: { processi: { colonne: { finalita: Scopo } } }\n"),
                Edit::new("edizione.yaml", "limiti:", "colonne: { processi: { finalita: Scopo } }\nlimiti:"),
            ],
        },
        Example {
            caption: "Una delle due colonne non si pubblica",
            edits: &[
                Edit::new(
                    "modello.yaml",
                    "",
                    "tavole: { processi: { colonne: { a: { titolo: Alfa }, b: { titolo: Alfa, pubblica: no } } } }\n",
                ),
                Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    a: Uno\n    b: Due"),
            ],
        },
        Example {
            caption: "Le due colonne stanno in tavole diverse",
            edits: &[Edit::new("edizione.yaml", "limiti:", "colonne: { software: { scopo: Finalità } }\nlimiti:")],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    // Our own headings are all different: somebody has to have written one.
    if edition.columns.is_empty() && edition.model.columns.is_empty() {
        return;
    }
    let present = EditionColumns::of(edition, context.graph);
    for table in TABLES {
        let data = present.published(edition, table);
        let data = data.iter().map(|column| (column.key.as_ref(), column.heading.as_str()));
        let own = present.own(edition, table);
        let own = own.iter().map(|column| (column.key.value.as_str(), table.added_heading(edition, column)));
        let printed = table.headings(edition, &present).into_iter().chain(own);
        let pairs: BTreeSet<(&str, &str)> =
            repeated(data).into_iter().chain(repeated(printed.collect::<Vec<_>>().into_iter())).collect();
        for (first, second) in pairs {
            findings.extend(finding(edition, table, first, second));
        }
        findings.extend(renamed_twice(edition, table));
    }
}

/// The headings that say otherwise of a column than the one that holds.
fn renamed_twice(edition: &Edition, table: &TableDescription) -> Vec<Finding> {
    let mut first: BTreeMap<&str, &Text> = BTreeMap::new();
    let mut twice = Vec::new();
    for label in edition.columns.iter().filter(|label| table.is_called(&label.table.value)) {
        let key = label.column.value.as_str();
        let holds = *first.entry(key).or_insert(&label.heading);
        if holds.value != label.heading.value {
            let holding = &holds.value;
            let message = format!("in `{}` la colonna `{key}` ha già un'altra intestazione, «{holding}»", table.name);
            let finding = Finding::new(&RULE, label.heading.span, message).label("intestazione che non si vede");
            let help = format!("togliere questa, oppure l'altra: oggi vale «{holding}»");
            twice.push(finding.related(holds.span, "l'intestazione che vale").help(help));
        }
    }
    twice
}

/// The pairs of columns that have one heading, by their keys.
fn repeated<'k>(columns: impl Iterator<Item = (&'k str, &'k str)>) -> Vec<(&'k str, &'k str)> {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut pairs = Vec::new();
    for (key, heading) in columns {
        match first.get(&fold(heading)) {
            Some(other) if *other != key => pairs.push((*other, key)),
            Some(_) => {}
            None => drop(first.insert(fold(heading), key)),
        }
    }
    pairs
}

/// `None` if neither heading was written by the administration.
fn finding(edition: &Edition, table: &TableDescription, first: &str, second: &str) -> Option<Finding> {
    let (at_first, at_second) = (written(edition, table, first), written(edition, table, second));
    let (heading, span) = at_second.or(at_first)?;
    let message =
        format!("in `{}` le colonne `{first}` e `{second}` hanno la stessa intestazione, «{heading}»", table.name);
    let finding = Finding::new(&RULE, span, message).label("intestazione di due colonne").remedy();
    let other = at_first.filter(|(_, other)| *other != span);
    Some(match other {
        Some((_, other)) => finding.related(other, "la stessa intestazione"),
        None => finding,
    })
}

/// The heading of a column that the administration wrote, and where.
fn written<'a>(edition: &'a Edition, table: &TableDescription, key: &str) -> Option<(&'a str, Span)> {
    let label = edition.columns.iter().find(|label| table.is_called(&label.table.value) && label.column.value == key);
    let own = || edition.model.columns_of(table.name).find(|column| column.key.value == key);
    let heading = label.map(|label| &label.heading).or_else(|| own().map(|column| &column.title))?;
    Some((&heading.value, heading.span))
}

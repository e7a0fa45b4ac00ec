use crate::check::disclosed::{Count, Group, RowCounts, by_total};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Adoption, AdoptionRow, Headcount, People, Spanned};

pub(super) static RULE: Rule = Rule {
    code: "LA604",
    name: "classe-svelata",
    severity: Severity::Warning,
    summary: "Nello stato di attuazione il numero che una classe come `< 3` nasconde si ricava dalle altre cifre pubblicate.",
    why: "Chi fa la sottrazione legge il numero come se fosse scritto: la classe non protegge nessuno.",
    remedy: "Dare per classi anche il totale, o un'altra cella accanto a questa, così che la sottrazione non dia più il numero.",
    correction: None,
    basis: "Regolamento (UE) 2016/679, art. 5 (minimizzazione dei dati); protezione secondaria delle celle in uso nella statistica pubblica.",
    failing: &[
        Example {
            caption: "Dal totale si tolgono le altre righe",
            edits: &[Edit::new("attuazione.yaml", "    agili: 4", "    agili: \"< 5\"")],
        },
        Example {
            caption: "Dalle persone della riga si tolgono le donne",
            edits: &[Edit::new(
                "attuazione.yaml",
                "    agili: 7\n",
                "    agili: 7\n    donne: { dipendenti: 8, agili: 5 }\n    uomini: { dipendenti: 4, agili: \"< 3\" }\n",
            )],
        },
    ],
    passing: &[
        Example {
            caption: "Anche il totale è una classe",
            edits: &[
                Edit::new("attuazione.yaml", "    agili: 4", "    agili: \"< 5\""),
                Edit::new("attuazione.yaml", "agili: 11", "agili: \"< 12\""),
            ],
        },
        Example {
            caption: "Due classi insieme",
            edits: &[
                Edit::new("attuazione.yaml", "    agili: 4", "    agili: \"< 5\""),
                Edit::new("attuazione.yaml", "    agili: 7", "    agili: \"< 10\""),
            ],
        },
    ],
};

/// A class, and the number behind it.
struct Undone<'a> {
    cell: &'a Spanned<Headcount>,
    count: Count,
    group: Group,
    number: u64,
    /// The declared total, where the number does not follow from the row alone.
    total: Option<&'a Spanned<Headcount>>,
}

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let adoption = &context.edition.adoption;
    if !adoption.rows.complete || context.is_unread_here("attuazione") {
        return;
    }
    for (row, known) in adoption.rows.rows.iter().zip(by_total(adoption)) {
        let undone = undone(adoption, row, known);
        let Some(first) = undone.first() else { continue };
        let what = match (first.count, first.group) {
            (Count::Employees, Group::All) => "dei dipendenti",
            (Count::Employees, Group::Women) => "delle dipendenti",
            (Count::Employees, Group::Men) => "dei dipendenti uomini",
            (Count::Agile, Group::All) => "di chi lavora in modalità agile",
            (Count::Agile, Group::Women) => "delle lavoratrici agili",
            (Count::Agile, Group::Men) => "dei lavoratori agili uomini",
        };
        let from = if first.total.is_some() { "dal totale dichiarato" } else { "dalle altre cifre della riga" };
        let message = format!(
            "in «{}» la classe «{}» {what} non nasconde il numero: {from} si ricava che è {}",
            row.name(),
            first.cell.value,
            first.number
        );
        let mut finding = Finding::new(&RULE, first.cell.span, message)
            .label(format!("si ricava: {}", first.number))
            .together(undone.iter().map(|undone| undone.cell.span));
        if let Some(total) = first.total {
            finding = finding.related(total.span, "con questo totale");
        }
        for other in &undone[1..] {
            finding = finding.related(other.cell.span, format!("e anche qui si ricava il numero, {}", other.number));
        }
        findings.push(finding.remedy());
    }
}

/// The classes of a row of which the other published numbers tell what they hide.
fn undone<'a>(adoption: &'a Adoption, row: &'a AdoptionRow, known: RowCounts) -> Vec<Undone<'a>> {
    let alone = RowCounts::of(row);
    let mut undone = Vec::new();
    for count in Count::ALL {
        for group in Group::ALL {
            let Some(cell) = count.written(row, group) else { continue };
            let number = known.get(count, group);
            // Fewer than one is a number, too.
            let is_hidden = matches!(cell.value, Headcount::Below(_)) && !People::from(cell.value).is_exact();
            if is_hidden && number.is_exact() {
                let total = if alone.get(count, group).is_exact() { None } else { count.declared(adoption) };
                undone.push(Undone { cell, count, group, number: number.least, total });
            }
        }
    }
    undone
}

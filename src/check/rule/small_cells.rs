use crate::check::disclosed::{Count, Group, RowCounts};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{AdoptionRow, Headcount};
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    code: "LA603",
    name: "celle-piccole",
    severity: Severity::Note,
    summary: "Nello stato di attuazione alcune righe contano così poche persone, o così poche donne o uomini, che si può capire chi lavora in modalità agile e chi no.",
    why: "Quando i lavoratori agili, o quelli che non lo sono, sono meno di tre, chi conosce l'ufficio sa di chi si parla; vale anche per le sole donne e per i soli uomini.",
    remedy: "Pubblicare per classi quelle righe e il loro totale (una classe sola si ricava per sottrazione), o unirle ad altre, oppure tenerle sapendolo; la soglia si cambia in controlli.yaml con `soglie: { celle_piccole: 3 }`.",
    correction: None,
    basis: "Regolamento (UE) 2016/679, art. 5 (minimizzazione dei dati); soglia di tre unità in uso nella statistica pubblica.",
    failing: &[
        Example::new(&[
            Edit::new("attuazione.yaml", "    agili: 4", "    agili: 8"),
            Edit::new("attuazione.yaml", "agili: 11", "agili: 15"),
        ]),
        Example {
            caption: "Un uomo solo",
            edits: &[Edit::new(
                "attuazione.yaml",
                "    agili: 7\n",
                "    agili: 7\n    donne: { dipendenti: 11, agili: 6 }\n    uomini: { dipendenti: 1, agili: 1 }\n",
            )],
        },
        Example {
            caption: "Sono scritte le donne, e gli uomini si ricavano",
            edits: &[Edit::new(
                "attuazione.yaml",
                "    agili: 7\n",
                "    agili: 7\n    donne: { dipendenti: 11, agili: 7 }\n",
            )],
        },
        Example {
            caption: "Una persona sola, che non lavora in modalità agile",
            edits: &[
                Edit::new("attuazione.yaml", "    dipendenti: 9\n    agili: 4", "    dipendenti: 1\n    agili: 0"),
                Edit::new("attuazione.yaml", "  dipendenti: 21\n  agili: 11", "  dipendenti: 13\n  agili: 7"),
            ],
        },
    ],
    passing: &[
        Example {
            caption: "La soglia è più bassa",
            edits: &[
                Edit::new("attuazione.yaml", "    agili: 4", "    agili: 8"),
                Edit::new("attuazione.yaml", "agili: 11", "agili: 15"),
                Edit::new("/data/controlli.yaml", "", "soglie: { celle_piccole: 1 }\n"),
            ],
        },
        Example {
            caption: "Nessun uomo, e fra le donne non sono pochi né gli uni né gli altri",
            edits: &[Edit::new(
                "attuazione.yaml",
                "    agili: 7\n",
                "    agili: 7\n    donne: { dipendenti: 12, agili: 7 }\n    uomini: { dipendenti: 0, agili: 0 }\n",
            )],
        },
        Example {
            caption: "Un ufficio in cui nessuno lavora in modalità agile",
            edits: &[
                Edit::new("attuazione.yaml", "    agili: 4", "    agili: 0"),
                Edit::new("attuazione.yaml", "agili: 11", "agili: 7"),
            ],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let least = context.annex.controls.thresholds.small_cells();
    let rows = &context.edition.adoption.rows.rows;
    let concerned: Vec<(Group, Span)> = rows.iter().filter_map(|row| small(row, u64::from(least))).collect();
    let Some((_, first)) = concerned.first() else { return };
    let who = if concerned.iter().any(|(group, _)| *group == Group::All) {
        "le persone sono così poche"
    } else {
        "le donne o gli uomini sono così pochi"
    };
    let rows_there = match (concerned.len(), rows.len()) {
        (1, 1) => "nell'unica riga".to_owned(),
        (1, all) => format!("in una riga su {all}"),
        (many, all) => format!("in {many} righe su {all}"),
    };
    let message = format!("{rows_there} {who} che si capisce chi lavora in modalità agile e chi no");
    let label = match concerned.as_slice() {
        [(Group::All, _)] => "poche persone",
        [_] => "pochi, qui o per differenza",
        _ => "la prima è questa",
    };
    let all = concerned.iter().map(|(_, span)| *span);
    findings.push(Finding::new(&RULE, *first, message).label(label).together(all).remedy());
}

/// The first group of a row that is so small, and where its numbers are written; those of a gender that follows from the other one, where
/// that one's are.
fn small(row: &AdoptionRow, least: u64) -> Option<(Group, Span)> {
    let known = RowCounts::of(row);
    let group = Group::ALL.into_iter().find(|group| {
        let written = Count::ALL.map(|count| count.written(row, *group));
        // A class is what protects them; one that protects nobody is told by another rule.
        let is_class = written.iter().flatten().any(|count| matches!(count.value, Headcount::Below(_)));
        // Nothing follows from numbers that contradict each other: that has a finding of its own.
        let is_sure = !known.is_contradictory() || written.iter().all(Option::is_some);
        !is_class && is_sure && is_small(known, *group, least)
    })?;
    let other = match group {
        Group::Women => Group::Men,
        Group::Men | Group::All => Group::Women,
    };
    let mut written = [group, other]
        .into_iter()
        .flat_map(|group| [Count::Agile, Count::Employees].map(|count| count.written(row, group)));
    Some((group, written.find_map(|count| count).map_or(row.agile.span, |count| count.span)))
}

fn is_small(known: RowCounts, group: Group, least: u64) -> bool {
    let (employees, agile) = (known.get(Count::Employees, group), known.get(Count::Agile, group));
    if !agile.is_exact() {
        return false;
    }
    let agile = agile.least;
    match (employees.is_exact(), employees.least) {
        (false, _) => agile > 0 && agile < least,
        // Where nobody works in agile mode, something is told of each only if they are few.
        (true, employees) if agile == 0 => employees > 0 && employees < least,
        (true, employees) => agile <= employees && (agile < least || employees - agile < least),
    }
}

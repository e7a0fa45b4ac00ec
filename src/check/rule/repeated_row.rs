use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{AdoptionRow, fold};
use std::collections::HashMap;
use std::hash::Hash;

pub(super) static RULE: Rule = Rule {
    code: "LA321",
    name: "riga-ripetuta",
    severity: Severity::Warning,
    summary: "Due righe dello stato di attuazione sono dello stesso smart team o ufficio, con gli stessi giorni e le stesse note.",
    why: "Le stesse persone si contano due volte, nei totali e nei grafici.",
    remedy: "Togliere la riga di troppo; se sono persone diverse, dire in una nota quali.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[Example::new(&[Edit::new(
        "attuazione.yaml",
        "righe:\n",
        "righe:\n  - area: Risorse\n    servizio: Servizio Tributi\n    smart_team: Tributi\n    giorni_settimana: \"0,5-1\"\n    dipendenti: 9\n    agili: 4\n",
    )])],
    passing: &[Example {
        caption: "Le stesse persone divise per giorni",
        edits: &[
            Edit::new(
                "attuazione.yaml",
                "righe:\n",
                "righe:\n  - area: Risorse\n    servizio: Servizio Tributi\n    smart_team: Tributi\n    giorni_settimana: 2\n    dipendenti: 1\n    agili: 1\n",
            ),
            Edit::new("attuazione.yaml", "dipendenti: 21\n  agili: 11", "dipendenti: 22\n  agili: 12"),
        ],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let rows = &context.edition.adoption.rows.rows;
    let mut firsts = HashMap::new();
    for row in rows {
        let first = *firsts.entry(whom(row)).or_insert(row);
        if row.name().is_empty() || std::ptr::eq(first, row) {
            continue;
        }
        let what = match (&row.team, &row.service) {
            (Some(_), _) => "[lo smart team]",
            (None, Some(_)) => "[il servizio]",
            (None, None) => "[l'area]",
        };
        let message =
            context.fill("{} «{}» è già in un'altra riga, con gli stessi giorni", &[&context.say(what), &row.name()]);
        findings.push(
            Finding::new(&RULE, row.name_span(), message)
                .label("seconda volta")
                .related(first.name_span(), "la prima volta è qui")
                .remedy(),
        );
    }
}

/// Of which people a row tells, as far as anything but their numbers says.
fn whom(row: &AdoptionRow) -> impl Hash + Eq + use<> {
    let names = [&row.area, &row.service, &row.team].map(|name| name.as_ref().map(|name| fold(name)));
    let note = row.annotations.note.as_ref().map(|note| fold(note));
    let marks: Vec<String> = row.annotations.marks.iter().map(|mark| mark.value.clone()).collect();
    (names.map(Option::unwrap_or_default), row.short_days(), note, marks)
}

use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Fix, Rule, Severity};
use crate::model::{Date, Spanned};

pub(super) static RULE: Rule = Rule {
    code: "LA408",
    name: "anno-impossibile",
    severity: Severity::Warning,
    summary: "Una data dell'edizione è di prima del 1990, o quella di un atto è di prima dell'Unità d'Italia.",
    why: "È un anno scritto con due cifre, o con un errore: 0024 non è il 2024. Da quella data dipendono l'ordine delle edizioni e i termini di pubblicazione.",
    remedy: "Scrivere l'anno con le sue quattro cifre.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new("attuazione.yaml", "data: 2025-12-31", "data: 0025-12-31")]),
        Example::new(&[Edit::new("edizione.yaml", "stato: bozza", "stato: bozza\nultimo_aggiornamento: 1926-01-10")]),
        Example::new(&[Edit::new(
            "edizione.yaml",
            "atto: Legge 22 maggio 2017 n. 81\n    data: 2017-05-22",
            "atto: Legge n. 81\n    data: 0017-05-22",
        )]),
    ],
    passing: &[Example {
        caption: "Una legge antica e ancora in vigore",
        edits: &[Edit::new(
            "edizione.yaml",
            "riferimenti:\n",
            "riferimenti:\n  - atto: Statuto dei lavoratori\n    data: 1970-05-20\n    materia: tutela dei lavoratori\n",
        )],
    }],
};

/// The first year of the dates of an edition: no plan and no agile work is older.
const EDITION: i16 = 1990;

/// The first year of the acts of the Italian state.
const STATE: i16 = 1861;

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let mut look = |what: &str, date: Option<&Spanned<Date>>, first: i16| {
        let Some(date) = date.filter(|date| date.value.year() < first) else { return };
        let finding = Finding::new(&RULE, date.span, format!("{what} è dell'anno {}", date.value.year()))
            .label("anno impossibile");
        let day = date.value;
        let meant = (day.year() < 100).then(|| Date::new(2000 + day.year(), day.month().into(), day.day().into()));
        findings.push(match meant.flatten() {
            Some(meant) => {
                let source = context.sources.get(date.span.source);
                let fix = Fix::scalar(source, date.span, &day.iso(), &meant.iso());
                finding.help(format!("forse si intendeva {}", meant.iso())).fix(fix.map(Fix::guess))
            }
            None => finding.remedy(),
        });
    };
    look("la data dell'ultimo aggiornamento", edition.updated.as_ref(), EDITION);
    edition.acts().for_each(|act| look("la data di approvazione", act.date.as_ref(), EDITION));
    look("la data di pubblicazione", edition.published.as_ref(), EDITION);
    look("la data dello stato di attuazione", edition.adoption.date.as_ref(), EDITION);
    for reference in &edition.references {
        look(&format!("la data di «{}»", reference.act.value), reference.date.as_ref(), STATE);
    }
}

use super::named::Named;
use super::own_values::own_values;
use super::process_values::process_values;
use super::undecided::with_blanks;
use crate::model::{
    Administration, AdoptionRow, Annotations, Approval, Edition, Indicator, Keyword, Measure, Module, Spanned, Text,
    Totals, YearMeasure,
};
use serde_json::{Map, Value, json};

/// Everything that the expressions of a chapter can name, under the names of the contract.
///
/// What is not known is left out, so that an expression that prints it is a mistake and not an empty space. Tables that are not `named` are
/// empty: a long one takes many times the memory of its file.
pub(super) fn values(administration: Option<&Administration>, edition: &Edition, named: &Named) -> Value {
    let administration =
        administration.map(|administration| ("ente".to_owned(), administration_figures(administration)));
    let mut figures: Map<String, Value> = administration.into_iter().collect();
    if let Value::Object(edition) = edition_values(edition, named) {
        figures.extend(edition);
    }
    Value::Object(figures)
}

fn edition_values(edition: &Edition, named: &Named) -> Value {
    json!({
        "edizione": edition_figures(edition),
        "totali": with_blanks(json!(Totals::of(edition))),
        "aree": records(edition, "aree", named.rows("aree", &edition.areas.rows), |area| &area.annotations, |area| object([
            ("id", text(&area.id)), ("nome", text(&area.name)), ("cessata", Some(json!(!area.is_in_force()))),
        ])),
        "servizi": records(edition, "servizi", named.rows("servizi", &edition.services.rows), |service| &service.annotations, |service| object([
            ("id", text(&service.id)), ("nome", text(&service.name)), ("area", maybe(service.area.as_ref())),
            ("parte_di", maybe(service.parent.as_ref())), ("prefisso", maybe(service.prefix.as_ref())),
        ])),
        "smart_team": records(edition, "smart-team", named.rows("smart_team", &edition.teams.rows), |team| &team.annotations, |team| object([
            ("id", text(&team.id)), ("nome", text(&team.name)), ("servizio", maybe(team.service.as_ref())),
            ("smartabilita", word(team.smartability.as_ref())),
        ])),
        "processi": records(edition, "processi", named.rows("processi", &edition.processes.rows), |process| &process.annotations, process_values),
        "software": records(edition, "software", named.rows("software", &edition.software.rows), |software| &software.annotations, |software| object([
            ("id", maybe(software.id.as_ref())), ("nome", text(&software.name)), ("scopo", text(&software.purpose)),
            ("fornitore", maybe(software.supplier.as_ref())),
        ])),
        "formazione": training_figures(edition),
        "attuazione": adoption_figures(edition),
        "valutazione": records(edition, "valutazione", named.rows("valutazione", &edition.expected_behaviours.rows), |role| &role.annotations, |role| object([
            ("nome", text(&role.name)), ("natura", maybe(role.kind.as_ref())), ("voci", Some(texts(&role.entries))),
        ])),
        "indicatori": records(edition, "indicatori", named.rows("indicatori", &edition.indicators.rows), |row| &row.annotations, indicator_figures),
        "esclusioni": records(edition, "esclusioni", named.rows("esclusioni", &edition.exclusions.rows), |row| &row.annotations, |exclusion| object([
            ("lettera", maybe(exclusion.letter.as_ref())), ("profili", Some(texts(&exclusion.profiles))),
            ("attivita", Some(texts(&exclusion.activities))),
            ("dove", maybe(exclusion.place.as_ref())), ("eccezioni", maybe(exclusion.exceptions.as_ref())),
        ])),
        "riferimenti": edition.references.iter().map(|reference| object([
            ("atto", text(&reference.act)), ("data", reference.date.as_ref().map(|date| json!(date.iso()))),
            ("materia", maybe(reference.subject.as_ref())), ("url", maybe(reference.url.as_ref())),
        ])).collect::<Vec<_>>(),
    })
}

/// The records of a table, each with what the administration's own columns say of it.
fn records<R>(
    edition: &Edition,
    table: &str,
    rows: &[R],
    annotations: impl Fn(&R) -> &Annotations,
    values: impl Fn(&R) -> Value,
) -> Value {
    let record = |row: &R| {
        let mut value = values(row);
        if let Value::Object(keys) = &mut value {
            keys.extend(own_values(edition, table, annotations(row)));
        }
        value
    };
    rows.iter().map(record).collect()
}

fn administration_figures(administration: &Administration) -> Value {
    object([
        ("denominazione", stated(&administration.name)),
        ("licenza", stated(&administration.licence)),
        ("avviso", maybe(administration.notice.as_ref())),
        ("codice_ipa", maybe(administration.ipa_code.as_ref())),
        ("codice_istat", maybe(administration.istat_code.as_ref())),
        ("unione", maybe(administration.union.as_ref())),
        ("tipo", Some(json!(administration.body_kind().keyword()))),
        ("comparto", administration.sector.as_ref().map(|sector| json!(sector.value.keyword()))),
        ("indirizzo", maybe(administration.address.as_ref())),
        ("responsabile_pubblicazione", maybe(administration.publication_officer.as_ref())),
        ("sito", maybe(administration.site.as_ref())),
    ])
}

fn edition_figures(edition: &Edition) -> Value {
    let act = |act: &Approval| {
        object([
            ("organo", maybe(act.body.as_ref())),
            ("atto", maybe(act.act.as_ref())),
            ("numero", maybe(act.number.as_ref())),
            ("data", act.date.as_ref().map(|date| json!(date.iso()))),
        ])
    };
    let categories = edition
        .limits
        .by_category
        .iter()
        .map(|limit| object([("per", maybe(limit.people.as_ref())), ("giorni", Some(json!(limit.days.short())))]));
    let limits = object([
        ("giorni_settimana_max", edition.limits.days_per_week.as_ref().map(|days| number(days.value))),
        ("giorni_aggiuntivi_anno", edition.limits.extra_days_per_year.as_ref().map(|days| number(days.value))),
    ]);
    object([
        ("id", Some(json!(edition.id.as_str()))),
        ("titolo", stated(&edition.title)),
        ("allegato", stated(&edition.annex)),
        ("piano", stated(&edition.plan)),
        ("sezione", stated(&edition.section)),
        ("ultimo_aggiornamento", edition.updated.as_ref().map(|date| json!(date.iso()))),
        ("stato", word(edition.status.as_ref())),
        ("approvazione", Some(act(&edition.approval))),
        ("atti", Some(edition.acts().map(act).collect())),
        ("limiti", Some(limits)),
        ("limiti_per_categoria", Some(categories.collect())),
    ])
}

fn training_figures(edition: &Edition) -> Value {
    let groups = edition.training.groups.rows.iter().map(|group| {
        let named = |module: &Module| json!({ "nome": module.name.value });
        let modules = records(edition, "formazione", &group.modules, |module| &module.annotations, named);
        json!({ "nome": group.name.value, "moduli": modules })
    });
    let audiences = edition.training.audiences.iter().map(|audience| {
        object([("id", text(&audience.id)), ("nome", text(&audience.name)), ("gruppo", maybe(audience.group.as_ref()))])
    });
    json!({ "gruppi": groups.collect::<Vec<_>>(), "destinatari": audiences.collect::<Vec<_>>() })
}

fn adoption_figures(edition: &Edition) -> Value {
    let adoption = &edition.adoption;
    let values = |row: &AdoptionRow| {
        object([
            ("area", maybe(row.area.as_ref())),
            ("servizio", maybe(row.service.as_ref())),
            ("smart_team", maybe(row.team.as_ref())),
            ("giorni", row.period_days.as_ref().map(|days| json!(days.short()))),
            ("giorni_settimana", row.days.as_ref().map(|days| json!(days.short()))),
            ("dipendenti", Some(with_blanks(json!(row.employees.value)))),
            ("agili", Some(with_blanks(json!(row.agile.value)))),
        ])
    };
    let rows = records(edition, "attuazione", &adoption.rows.rows, |row| &row.annotations, values);
    object([
        ("data", adoption.date.as_ref().map(|date| json!(date.iso()))),
        ("premessa", maybe(adoption.premise.as_ref())),
        ("righe", Some(rows)),
    ])
}

/// An indicator: numbers as numbers, other values as they were written.
fn indicator_figures(indicator: &Indicator) -> Value {
    let measure = |measure: &Measure| measure.bare_number().map_or_else(|| json!(measure.text.value), number);
    let years = |values: &[YearMeasure]| {
        let years = values.iter().map(|value| (value.year.value.to_string(), measure(&value.value)));
        (!values.is_empty()).then(|| Value::Object(years.collect()))
    };
    let base = indicator.base.as_ref().map(|base| {
        object([("valore", Some(measure(&base.value))), ("al", base.at.as_ref().map(|date| json!(date.value.iso())))])
    });
    object([
        ("id", maybe(indicator.id.as_ref())),
        ("dimensione", text(&indicator.dimension)),
        ("indicatore", text(&indicator.name)),
        ("formula", maybe(indicator.formula.as_ref())),
        ("unita", maybe(indicator.unit.as_ref())),
        ("base", base),
        ("obiettivi", years(&indicator.targets)),
        ("consuntivo", years(&indicator.results)),
        ("fonte", maybe(indicator.source.as_ref())),
        ("smart_team", (!indicator.teams.is_empty()).then(|| texts(&indicator.teams))),
    ])
}

pub(super) fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    let known = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(known.collect::<Map<_, _>>())
}

pub(super) fn text(text: &Text) -> Option<Value> {
    Some(json!(text.value))
}

/// A text that must be there; `None` if it could not be read.
fn stated(text: &Text) -> Option<Value> {
    (!text.value.is_empty()).then(|| json!(text.value))
}

pub(super) fn maybe(text: Option<&Text>) -> Option<Value> {
    text.map(|text| json!(text.value))
}

pub(super) fn texts(texts: &[Text]) -> Value {
    json!(texts.iter().map(|text| text.value.as_str()).collect::<Vec<_>>())
}

pub(super) fn word<W: Keyword>(word: Option<&Spanned<W>>) -> Option<Value> {
    word.map(|word| json!(word.value.keyword()))
}

/// A whole number without decimals, so that it prints as people write it.
pub(super) fn number(number: f64) -> Value {
    #[allow(clippy::cast_possible_truncation)] // Checked to be whole and small just before.
    if number.fract() == 0.0 && number.abs() < 1e9 { json!(number as i64) } else { json!(number) }
}

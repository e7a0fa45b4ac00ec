//! What an edition says once: `edizione.yaml`, `modello.yaml`, and what stands beside the rows of its tables.

use super::change::{Field, Sides};
use super::datum::Datum;
use super::record_change::{Called, ChangeKind, RecordChange, TableChanges};
use crate::model::{Approval, Callout, Date, Edition, Headcount, Keyword as _, Spanned, Text, decimal};
use crate::tables::{ADOPTION, TRAINING, Value};

/// A key with its label and what it says, one item for each text.
type Setting = (String, String, Vec<String>, Datum);

/// What the edition says of itself.
pub(super) fn edition(sides: Sides<'_>) -> TableChanges {
    one("edizione", "Edizione", sides, |edition| edition.id.as_str().to_owned(), edition_settings)
}

/// Its own columns, titles and words.
pub(super) fn model(sides: Sides<'_>) -> TableChanges {
    one("modello", "Modello dell'allegato", sides, |_| "modello".to_owned(), model_settings)
}

/// What stands beside the rows of the training plan and of the state of adoption.
pub(super) fn beside(sides: Sides<'_>) -> Vec<TableChanges> {
    vec![
        one(
            TRAINING.name,
            "Piano formativo",
            sides,
            |_| "legenda".to_owned(),
            |edition| {
                let legend = edition.training.legend.iter();
                let meaning = |meaning: &Option<Text>| meaning.iter().map(|text| text.value.clone()).collect();
                let legend = legend.map(|entry| {
                    listed(
                        &format!("legenda.{}", entry.mark.value),
                        &format!("Segno {}", entry.mark.value),
                        meaning(&entry.meaning),
                    )
                });
                legend.chain(callouts(&edition.training.groups.marks)).collect()
            },
        ),
        one(
            ADOPTION.name,
            "Stato di attuazione",
            sides,
            |_| "attuazione".to_owned(),
            |edition| {
                let adoption = &edition.adoption;
                let declared = adoption.declared.as_ref();
                let mut all = vec![
                    day("data", "Giorno", adoption.date.as_ref()),
                    text("premessa", "Premessa", adoption.premise.as_ref()),
                    text("totale_dichiarato.etichetta", "Totale pubblicato: nome", declared.map(|total| &total.label)),
                    count(
                        "totale_dichiarato.dipendenti",
                        "Totale pubblicato: dipendenti",
                        declared.and_then(|total| total.employees.as_ref()),
                    ),
                    count(
                        "totale_dichiarato.agili",
                        "Totale pubblicato: lavoratrici e lavoratori agili",
                        declared.and_then(|total| total.agile.as_ref()),
                    ),
                ];
                all.extend(callouts(&adoption.rows.marks));
                all
            },
        ),
    ]
}

/// A table of one record.
fn one(
    table: &'static str,
    title: &str,
    sides: Sides<'_>,
    id: fn(&Edition) -> String,
    settings: impl Fn(&Edition) -> Vec<Setting>,
) -> TableChanges {
    let (old, new) = (sides.earlier.edition, sides.later.edition);
    let (mut before, after) = (settings(old), settings(new));
    let mut fields = Vec::new();
    for (key, label, spoken, datum) in after {
        let earlier = before.iter().position(|(other, ..)| *other == key).map(|at| before.remove(at));
        let (was, data) = earlier.map_or((Vec::new(), Datum::Absent), |(_, _, spoken, datum)| (spoken, datum));
        let field = Field::of(key, was, spoken).map(|field| Field { data: (data, datum), ..field });
        fields.extend(field.map(|field| field.labelled(label)));
    }
    for (key, label, spoken, datum) in before {
        let field = Field::of(key, spoken, Vec::new()).map(|field| Field { data: (datum, Datum::Absent), ..field });
        fields.extend(field.map(|field| field.labelled(label)));
    }
    let called = |edition: &Edition| Some(Called { id: id(edition), name: title.to_owned() });
    let unchanged = usize::from(fields.is_empty());
    let change = RecordChange { kind: ChangeKind::Changed, before: called(old), after: called(new), fields };
    let changes = if unchanged == 1 { Vec::new() } else { vec![change] };
    TableChanges { table, title: title.to_owned(), changes, unchanged }
}

fn edition_settings(edition: &Edition) -> Vec<Setting> {
    let limits = &edition.limits;
    let document = edition.approved_document.as_ref();
    let mut all = vec![
        text("titolo", "Titolo", Some(&edition.title)),
        text("allegato", "Allegato", Some(&edition.annex)),
        text("piano", "Piano", Some(&edition.plan)),
        text("sezione", "Sezione", Some(&edition.section)),
        day("ultimo_aggiornamento", "Ultimo aggiornamento", edition.updated.as_ref()),
        listed("stato", "Stato", edition.status.iter().map(|status| status.value.keyword().to_owned()).collect()),
        listed("approvazione", "Atti di approvazione", edition.acts().filter_map(act).collect()),
        text("documento_approvato.file", "Documento approvato", document.map(|document| &document.file)),
        text(
            "documento_approvato.sha256",
            "Impronta del documento approvato",
            document.map(|document| &document.sha256),
        ),
        day("pubblicato_il", "Giorno di pubblicazione", edition.published.as_ref()),
        number(
            "limiti.giorni_settimana_max",
            "Giorni alla settimana, al massimo",
            limits.days_per_week.as_ref().map(|days| days.value),
        ),
        number(
            "limiti.giorni_aggiuntivi_anno",
            "Giorni aggiuntivi all'anno",
            limits.extra_days_per_year.as_ref().map(|days| days.value),
        ),
        listed(
            "formato",
            "Formato della tavola dei processi",
            edition.sheet.iter().map(|sheet| sheet.value.keyword().to_owned()).collect(),
        ),
        listed(
            "prima_pagina",
            "Numero della prima pagina",
            edition.first_page.iter().map(|page| page.value.to_string()).collect(),
        ),
        listed(
            "spazio_protocollo",
            "Spazio per il protocollo",
            edition.stamp.iter().map(|stamp| stamp.value.keyword().to_owned()).collect(),
        ),
    ];
    for limit in &limits.by_category {
        let people = limit.people.as_ref().map_or("tutti", |people| people.value.as_str());
        all.push(listed(&format!("limiti.{people}"), &format!("Limite: {people}"), vec![limit.days.value.short()]));
    }
    for prefix in edition.shared_prefixes.iter().flatten() {
        let key = format!("prefissi_comuni.{}", prefix.prefix.value);
        all.push(text(&key, &format!("Prefisso comune {}", prefix.prefix.value), Some(&prefix.meaning)));
    }
    for label in &edition.columns {
        let key = format!("colonne.{}.{}", label.table.value, label.column.value);
        let name = format!("Intestazione di `{}` nella tavola `{}`", label.column.value, label.table.value);
        all.push(text(&key, &name, Some(&label.heading)));
    }
    all.extend(callouts(&edition.reference_marks));
    all
}

fn model_settings(edition: &Edition) -> Vec<Setting> {
    let model = &edition.model;
    let titles = model.titles.iter().map(|title| {
        text(
            &format!("tavole.{}.titolo", title.table),
            &format!("Titolo della tavola `{}`", title.table),
            Some(&title.title),
        )
    });
    let columns = model.columns.iter().map(|column| {
        let key = format!("tavole.{}.colonne.{}", column.table, column.key.value);
        let label = format!("Colonna propria `{}` della tavola `{}`", column.key.value, column.table);
        text(&key, &label, Some(&column.title))
    });
    let risks = model.scales.risk_words().into_iter().map(str::to_owned).collect();
    let risks = listed("scale.rischio", "Scala del rischio", risks);
    let answers = model.scales.answers.iter().map(|(answer, word)| format!("{}: {}", answer.keyword(), word.value));
    let answers = listed("scale.smartabilita", "Parole della smartabilità", answers.collect());
    titles.chain(columns).chain([risks, answers]).collect()
}

/// An act in one line.
fn act(act: &Approval) -> Option<String> {
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    let parts = [
        text(&act.body),
        text(&act.act),
        text(&act.number).map(|number| format!("n. {number}")),
        act.date.as_ref().map(|date| format!("del {}", date.value.long())),
        text(&act.url),
    ];
    let said = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    (!said.is_empty()).then_some(said)
}

fn callouts(marks: &[Callout]) -> Vec<Setting> {
    let setting = |mark: &Callout| {
        let said = mark.text.iter().map(|text| text.value.clone()).collect();
        listed(&format!("note.{}", mark.mark.value), &format!("Nota {}", mark.mark.value), said)
    };
    marks.iter().map(setting).collect()
}

fn listed(key: &str, label: &str, said: Vec<String>) -> Setting {
    let datum = Datum::of_texts(&said);
    (key.to_owned(), label.to_owned(), said, datum)
}

fn text(key: &str, label: &str, text: Option<&Text>) -> Setting {
    listed(key, label, text.into_iter().map(|text| text.value.clone()).filter(|text| !text.is_empty()).collect())
}

fn day(key: &str, label: &str, day: Option<&Spanned<Date>>) -> Setting {
    let said = day.map(|day| day.value.long()).into_iter().collect();
    let datum = day.map_or(Datum::Absent, |day| Datum::of_date(day.value));
    (key.to_owned(), label.to_owned(), said, datum)
}

/// How many people.
fn count(key: &str, label: &str, count: Option<&Spanned<Headcount>>) -> Setting {
    let value = count.map_or(Value::Absent, |count| Value::Headcount(count.value));
    (key.to_owned(), label.to_owned(), value.spoken(), Datum::of(value))
}

fn number(key: &str, label: &str, number: Option<f64>) -> Setting {
    let said = number.map(decimal).into_iter().collect();
    (key.to_owned(), label.to_owned(), said, number.map_or(Datum::Absent, Datum::Number))
}

//! Agile workers among the employees, and the others by whether their teams may, under the names of the services of that year.

use super::bar_chart::{BarChart, BarRow, Sketch};
use super::people_bar::{IMPOSSIBLE, Shares, legend};
use crate::model::{Headcount, People, capital, fold};
use crate::site::context::EditionContext;
use crate::site::view::Link;
use crate::site::words::total_note;
use crate::tables::ADOPTION;
use std::collections::HashMap;
use std::fmt::Write as _;

/// Service by service; nothing where the table is absent, or counts nobody yet.
pub(super) fn by_service(context: &EditionContext<'_>) -> Option<BarChart> {
    if !context.counts_people() {
        return None;
    }
    let adoption = &context.edition.adoption;
    let mut places: HashMap<(&str, &str), usize> = HashMap::new();
    let mut services: Vec<Place<'_>> = Vec::new();
    for (number, row) in adoption.rows.rows.iter().enumerate() {
        let area = row.area.as_ref().map_or("", |area| &area.value);
        let name = row.service.as_ref().map_or(row.name(), |service| &service.value);
        // Two areas may each have a service of the same name.
        let place = *places.entry((area, name)).or_insert_with(|| {
            services.push(Place { area, name, shares: Shares::NONE });
            services.len() - 1
        });
        services[place].shares.add(
            row.employees.value.into(),
            row.agile.value.into(),
            context.workforce.closed[number],
        );
    }
    if services.is_empty() {
        return None;
    }
    let has_services = context.columns.shows(&ADOPTION, "servizio");
    let (each, offices, heading) = if has_services {
        ("[servizio] per [servizio]", "[I servizi]", "[Servizio]")
    } else {
        ("ufficio per ufficio", "Gli uffici", "Ufficio")
    };
    let [each, offices, heading] = [each, offices, heading].map(|text| context.edition.model.words.say(text));
    let day = context.adoption_day();
    let totals = &context.totals;
    let (employees, agile) = (totals.dipendenti, totals.agili);
    let notes = [total_note::employees(totals), total_note::agile(totals)];
    let label = adoption.declared.as_ref().map_or("Somma delle righe", |declared| &declared.label.value);
    let outside: People = services.iter().map(|place| place.shares.outside).sum();
    let has_outside = outside.most > 0;
    let mut remarks = vec![format!("{offices} hanno i nomi di allora.")];
    let is_class = |count: &Headcount| matches!(count, Headcount::Below(_));
    if adoption.rows.rows.iter().any(|row| is_class(&row.employees.value) || is_class(&row.agile.value)) {
        remarks.push("Dove le persone sono contate per classi, la barra mostra soltanto ciò che è certo.".to_owned());
    }
    if services.iter().any(|place| place.shares.are_undecided()) {
        remarks.push("Dove le persone sono da indicare, la barra è vuota.".to_owned());
    }
    Some(BarChart::new(Sketch {
        id: "grafico_agili",
        title: format!("Lavoratrici e lavoratori agili{day}, {each}"),
        finding: finding(context, employees, agile, outside),
        legend: legend(has_outside),
        entries: services.iter().map(|place| entry(place, &services, has_outside)).collect(),
        remarks,
        heading: heading.to_owned(),
        columns: columns(has_outside),
        total: (label.to_owned(), cells(Shares { employees, agile, outside }, has_outside)),
        footnote: Some(notes.into_iter().flatten().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty()),
    }))
}

fn workers(people: People) -> String {
    people.counted("lavoratrice o lavoratore agile", "lavoratrici e lavoratori agili")
}

/// An office of that year with its people.
struct Place<'a> {
    area: &'a str,
    name: &'a str,
    shares: Shares,
}

/// The published numbers in a sentence, and how many of the others could not.
fn finding(context: &EditionContext<'_>, employees: People, agile: People, outside: People) -> String {
    let share = Shares { employees, agile, outside }.hundredths();
    let share = share.map(|share| format!(" ({share}\u{a0}%)")).unwrap_or_default();
    let people = employees.counted("dipendente", "dipendenti");
    let counted = agile.among(&workers(agile), employees, &people);
    let mut finding = capital(&format!("{counted}{share}{}.", context.adoption_day()));
    if outside.most > 0 && !outside.is_undecided() {
        let work = outside.counted("lavora", "lavorano");
        let _ = write!(finding, " Delle altre persone, {work} dove il lavoro agile non è possibile.");
    }
    finding
}

fn columns(has_outside: bool) -> Vec<String> {
    let mut columns = vec!["Dipendenti".to_owned(), "Agili".to_owned()];
    if has_outside {
        columns.push(IMPOSSIBLE.to_owned());
    }
    columns
}

fn cells(shares: Shares, has_outside: bool) -> Vec<People> {
    let mut cells = vec![shares.employees, shares.agile];
    cells.extend(has_outside.then_some(shares.outside));
    cells
}

fn entry(place: &Place<'_>, all: &[Place<'_>], has_outside: bool) -> BarRow {
    let Place { area, name, shares } = *place;
    let has_homonym = all.iter().any(|other| other.area != area && fold(other.name) == fold(name));
    let name = if has_homonym && !area.is_empty() { format!("{name} ({area})") } else { name.to_owned() };
    BarRow {
        link: Link::none(name, None),
        words: if shares.outside.most > 0 && !shares.outside.is_undecided() {
            format!("{}; {} dove non è possibile", shares.words(), shares.outside)
        } else {
            shares.words()
        },
        parts: shares.parts().to_vec(),
        counts: Some(shares.agile.least),
        cells: cells(shares, has_outside),
    }
}

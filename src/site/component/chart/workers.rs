//! Agile workers against employees, under the names of the services of that year.

use super::bar_chart::{BarChart, BarRow, Series, Sketch};
use crate::model::{People, capital, fold};
use crate::site::context::EditionContext;
use crate::site::view::Link;
use crate::site::words::total_note;
use crate::tables::ADOPTION;
use std::collections::HashMap;

/// Service by service; nothing where the table is absent or empty.
pub(super) fn by_service(context: &EditionContext<'_>) -> Option<BarChart> {
    let adoption = &context.edition.adoption;
    let mut places: HashMap<(&str, &str), usize> = HashMap::new();
    let mut services: Vec<Place<'_>> = Vec::new();
    for row in &adoption.rows.rows {
        let area = row.area.as_ref().map_or("", |area| &area.value);
        let name = row.service.as_ref().map_or(row.name(), |service| &service.value);
        // Two areas may each have a service of the same name.
        let place = *places.entry((area, name)).or_insert_with(|| {
            services.push(Place { area, name, employees: People::default(), agile: People::default() });
            services.len() - 1
        });
        services[place].employees += row.employees.value.into();
        services[place].agile += row.agile.value.into();
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
    let mut remarks = vec![format!("{offices} hanno i nomi di allora.")];
    if services.iter().any(|place| !place.agile.is_exact() || !place.employees.is_exact()) {
        remarks.push("Dove le persone sono contate per classi, la barra mostra soltanto ciò che è certo.".to_owned());
    }
    Some(BarChart::new(Sketch {
        id: "grafico_agili",
        title: format!("Lavoratrici e lavoratori agili{day}, {each}"),
        finding: capital(&format!("{} su {}{day}.", workers(agile), employees.counted("dipendente", "dipendenti"))),
        legend: vec![
            Series { pattern: "agile", word: "Lavoratrici e lavoratori agili".to_owned() },
            Series { pattern: "resto", word: "Altre persone".to_owned() },
        ],
        entries: services.iter().map(|place| entry(place, &services)).collect(),
        remarks,
        heading: heading.to_owned(),
        columns: ["Dipendenti", "Agili"].map(str::to_owned).into(),
        total: (label.to_owned(), vec![employees, agile]),
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
    employees: People,
    agile: People,
}

fn entry(place: &Place<'_>, all: &[Place<'_>]) -> BarRow {
    let Place { area, name, employees, agile } = *place;
    let has_homonym = all.iter().any(|other| other.area != area && fold(other.name) == fold(name));
    let name = if has_homonym && !area.is_empty() { format!("{name} ({area})") } else { name.to_owned() };
    BarRow {
        link: Link::none(name, None),
        words: format!("{agile} su {employees}"),
        // Of a class no more is drawn than is known. More agile workers than employees is a finding of its own; the bar is then full.
        parts: vec![("agile", agile.least), ("resto", employees.least.saturating_sub(agile.most))],
        cells: vec![employees, agile],
    }
}

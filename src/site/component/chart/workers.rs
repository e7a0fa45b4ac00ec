//! Agile workers against employees, under the names of the services of that year.

use super::bar_chart::{BarChart, BarRow, Series, Sketch};
use crate::site::context::EditionContext;
use crate::site::view::{Link, quantity};
use crate::site::words::total_note;
use std::collections::HashMap;

/// Service by service; nothing where the table is absent or empty.
pub(super) fn by_service(context: &EditionContext<'_>) -> Option<BarChart> {
    let adoption = &context.edition.adoption;
    let mut places: HashMap<(&str, &str), usize> = HashMap::new();
    let mut services: Vec<(&str, u64, u64)> = Vec::new();
    for row in &adoption.rows.rows {
        // Two areas may each have a service of the same name.
        let place = *places.entry((&row.area.value, &row.service.value)).or_insert_with(|| {
            services.push((&row.service.value, 0, 0));
            services.len() - 1
        });
        services[place].1 += u64::from(row.employees.value);
        services[place].2 += u64::from(row.agile.value);
    }
    if services.is_empty() {
        return None;
    }
    let day = context.adoption_day();
    let totals = &context.totals;
    let (employees, agile) = (u64::from(totals.dipendenti), u64::from(totals.agili));
    let notes = [total_note::employees(totals), total_note::agile(totals)];
    let label = adoption.declared.as_ref().map_or("Somma delle righe", |declared| &declared.label.value);
    Some(BarChart::new(Sketch {
        id: "grafico_agili",
        title: format!("Lavoratrici e lavoratori agili{day}, servizio per servizio"),
        finding: format!("{} su {}{day}.", workers(agile), quantity(employees, "dipendente", "dipendenti")),
        legend: vec![
            Series { pattern: "agile", word: "Lavoratrici e lavoratori agili" },
            Series { pattern: "resto", word: "Altre persone" },
        ],
        entries: services.into_iter().map(entry).collect(),
        remarks: vec!["I servizi hanno i nomi di allora.".to_owned()],
        heading: "Servizio",
        columns: &["Dipendenti", "Agili"],
        total: (label.to_owned(), vec![employees, agile]),
        footnote: Some(notes.into_iter().flatten().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty()),
    }))
}

fn workers(number: u64) -> String {
    quantity(number, "lavoratrice o lavoratore agile", "lavoratrici e lavoratori agili")
}

fn entry((name, employees, agile): (&str, u64, u64)) -> BarRow {
    BarRow {
        link: Link::none(name, None),
        words: format!("{agile} su {employees}"),
        // More agile workers than employees is a finding of its own; the bar is then full.
        parts: vec![("agile", agile), ("resto", employees.saturating_sub(agile))],
        cells: vec![employees, agile],
    }
}

//! The keys by which the rows of Tavola 1 are chosen: those of the rows, those of the form, and what the data say.

use super::built::{Site, select, within, words};
use scraper::Html;
use serde_json::Value;

const KEYS: [&str; 6] = ["area", "servizio", "smart-team", "smartabilita", "rischio", "carta"];

/// The keys of each row, in the order of the table.
fn rows(page: &Html, key: &str) -> Vec<Vec<String>> {
    let rows = select(page, "tbody tr[data-rischio]");
    let keys = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    rows.iter().map(|row| keys(row.attr(&format!("data-{key}")).expect("a key"))).collect()
}

/// What a record of the open data says, as a key.
fn keys(record: &Value, name: &str) -> Vec<String> {
    match &record[name] {
        Value::String(text) => vec![text.replace(' ', "-")],
        Value::Array(items) => items.iter().map(|item| item.as_str().expect("a text").to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// The areas of some services.
fn areas_of(site: &Site, services: &[String]) -> Vec<String> {
    let all: Vec<Value> = serde_json::from_str(site.text("2025-2027/dati/servizi.json")).expect("JSON");
    let own = all.iter().filter(|service| services.iter().any(|id| service["id"] == id.as_str()));
    let mut areas: Vec<String> = own.map(|service| service["area"].as_str().expect("an area").to_owned()).collect();
    areas.sort();
    areas.dedup();
    areas
}

/// The teams of some services.
fn teams_of(site: &Site, services: &[String]) -> Vec<String> {
    let teams: Vec<Value> = serde_json::from_str(site.text("2025-2027/dati/smart-team.json")).expect("JSON");
    let teams = teams.iter().filter(|team| services.iter().any(|service| team["servizio"] == service.as_str()));
    teams.map(|team| team["id"].as_str().expect("an identifier").to_owned()).collect()
}

#[test]
fn rows_have_the_keys_that_the_data_say() {
    let site = Site::real();
    let page = site.page("2025-2027/processi/index.html");
    let records: Vec<Value> = serde_json::from_str(site.text("2025-2027/dati/processi.json")).expect("JSON");
    assert_eq!(rows(&page, "rischio").len(), records.len());
    for (row, record) in records.iter().enumerate() {
        let code = &record["codice"];
        let of = |key: &str| rows(&page, key)[row].clone();
        assert_eq!(of("rischio"), keys(record, "rischio"), "{code}");
        assert_eq!(of("smartabilita"), keys(record, "smartabilita"), "{code}");
        let paper = keys(record, "supporti_cartacei");
        assert_eq!(of("carta"), if paper.is_empty() { vec!["non-indicato".to_owned()] } else { paper }, "{code}");
        let teams = match keys(record, "smart_team") {
            everyone if everyone == ["tutti"] => vec!["*".to_owned()],
            // A process of a service is of all its teams.
            none if none.is_empty() => teams_of(site, &keys(record, "servizio")),
            own => own,
        };
        assert_eq!(of("smart-team"), teams, "{code}");
        if teams == ["*"] {
            // What concerns everyone answers for every office.
            assert_eq!((of("area"), of("servizio")), (teams.clone(), teams), "{code}");
            continue;
        }
        for service in keys(record, "servizio") {
            assert!(of("servizio").contains(&service), "{code}: {service}");
        }
        // The areas of the organisation, as on the map, whatever the row was published with.
        let mut areas = of("area");
        areas.sort();
        assert_eq!(areas, areas_of(site, &of("servizio")), "{code}");
    }
}

#[test]
fn every_choice_of_the_form_says_how_many_rows_it_leaves() {
    let page = Site::real().page("2025-2027/processi/index.html");
    let mut tried = 0;
    for key in KEYS {
        let rows = rows(&page, key);
        for choice in select(&page, &format!("form.filtri [name={key}]")) {
            // A list of choices, or boxes to tick with their labels.
            let options = within(&choice, "option[data-nome]");
            let told: Vec<(String, String)> = if choice.value().name() == "select" {
                options
                    .iter()
                    .map(|option| (option.attr("value").unwrap_or_default().to_owned(), words(option)))
                    .collect()
            } else {
                let label = choice.parent().and_then(scraper::ElementRef::wrap).expect("a label");
                vec![(choice.attr("value").unwrap_or_default().to_owned(), words(&label))]
            };
            for (value, label) in told {
                let count = rows.iter().filter(|keys| keys.contains(&value)).count();
                assert!(label.contains(&count.to_string()), "{key}={value}: {count} rows, «{label}»");
                tried += 1;
            }
        }
    }
    assert!(tried > 40, "{tried}");
}

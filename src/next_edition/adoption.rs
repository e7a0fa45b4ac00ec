use super::{Passage, remove};
use crate::edit::{Change, Document, Refusal, Written};
use crate::model::{Date, Edition, Graph};

/// The order of the keys of a row.
const ORDER: &[&str] = &["data", "premessa", "da_decidere", "area", "servizio", "smart_team", "righe"];

/// `attuazione.yaml`: the offices of the old edition, whose numbers are to be decided, on the day one year later.
pub(super) fn carry_over(document: &mut Document, passage: Passage<'_>) -> Result<(), Refusal> {
    if document.read().get("righe").is_none() {
        return Ok(());
    }
    for key in ["totale_dichiarato", "note"] {
        remove(document, key)?;
    }
    if document.read().get("premessa").and_then(Written::scalar).is_some_and(|premise| !premise.trim().is_empty()) {
        let decision = Written::text("rileggere la premessa, che è quella dell'edizione precedente");
        document.apply(&Change::Set { at: vec!["da_decidere".into()], value: decision }, ORDER)?;
    }
    let day = passage.next_day();
    if let Some(day) = day {
        document.apply(&Change::Set { at: vec!["data".into()], value: Written::Number(day.iso()) }, ORDER)?;
    }
    // The rows are new: nothing of the old ones, and no comment on them, is theirs.
    document.apply(&Change::Set { at: vec!["righe".into()], value: Written::List(Vec::new()) }, ORDER)?;
    let rows = rows(passage.from, day);
    if !rows.is_empty() {
        document.apply(&Change::Set { at: vec!["righe".into()], value: Written::List(rows) }, ORDER)?;
    }
    Ok(())
}

impl Passage<'_> {
    /// The day of the old table, as many years later as the new edition begins after the old one.
    fn next_day(self) -> Option<Date> {
        let day = self.from.adoption.date.as_ref()?.value;
        let years = self.to.first_year()? - self.from.id.first_year()?;
        let later = |last: i16| Date::new(day.year() + years, day.month().into(), last);
        later(day.day().into()).or_else(|| later(28))
    }
}

/// A row for each office of the smallest kind that the edition has, named as the old rows named theirs.
fn rows(edition: &Edition, day: Option<Date>) -> Vec<Written> {
    let graph = Graph::new(edition);
    let old = &edition.adoption.rows.rows;
    let names_areas = old.iter().any(|row| row.area.is_some());
    let names_services = old.iter().any(|row| row.service.is_some());
    let when = day.map(|day| format!(" al {}", day.long())).unwrap_or_default();
    let area = |row: Option<usize>| row.filter(|_| names_areas).map(|row| edition.areas.rows[row].name.value.clone());
    let service =
        |row: Option<usize>| row.filter(|_| names_services).map(|row| edition.services.rows[row].name.value.clone());
    let row = |area: Option<String>, service: Option<String>, team: Option<String>| {
        let mut keys: Vec<(String, Written)> = Vec::new();
        let office = team.clone().or_else(|| service.clone()).or_else(|| area.clone()).unwrap_or_default();
        for (key, name) in [("area", area), ("servizio", service), ("smart_team", team)] {
            keys.extend(name.map(|name| (key.to_owned(), Written::text(name))));
        }
        let decision = format!("dipendenti, lavoratori agili e giorni alla settimana di {office}{when}");
        keys.push(("da_decidere".to_owned(), Written::text(decision)));
        Written::Group(keys)
    };
    let teams = edition.teams.rows.iter().enumerate();
    let teams = teams.map(|(number, team)| {
        let own = graph.team_service[number];
        row(area(graph.team_area(number)), service(own), Some(team.name.value.clone()))
    });
    if edition.has_teams() {
        return teams.collect();
    }
    let services = edition.services.rows.iter().enumerate();
    let services =
        services.map(|(number, office)| row(area(graph.service_area(number)), Some(office.name.value.clone()), None));
    if edition.has_services() {
        return services.collect();
    }
    edition.areas_in_force().map(|office| row(Some(office.name.value.clone()), None, None)).collect()
}

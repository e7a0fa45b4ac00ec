use super::Composed;
use super::table_page::{figures, frame};
use crate::model::{Answer, Risk};
use crate::narrative::TableName;
use crate::site::cut::Cut;
use crate::site::guide::Guide;
use crate::site::process_rows;
use crate::site::table::TablePlace;
use crate::site::value;
use crate::site::view::{Chip, Fact, Link};
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;

/// Tavola 1, with the choices by which it can be filtered.
#[derive(Debug, Serialize)]
struct ProcessesPage {
    table: TablePlace,
    figures: Vec<Fact>,
    guide: Guide,
    /// Choices of which one is taken from a list.
    lists: Vec<Filter>,
    /// Choices of which several may be ticked.
    boxes: Vec<Filter>,
    /// How many rows the table has.
    count: usize,
    /// The script that holds the open data of the rows, where there is one.
    rows: Option<&'static str>,
    /// The pages that hold a part of the table.
    cuts: Vec<Link>,
}

/// A question by which the table is filtered.
#[derive(Debug, Serialize)]
struct Filter {
    /// Its name in the address of the page and in the rows of the table.
    key: &'static str,
    label: String,
    choices: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    name: String,
    /// How many rows have it.
    count: usize,
    chip: Option<Chip>,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>, has_rows: bool) -> Result<Composed<'s>, Trouble> {
    let page = ProcessesPage {
        table: TablePlace::filterable(volume)?,
        figures: figures(volume, TableName::Processes),
        guide: Guide::of(volume, TableName::Processes),
        lists: vec![areas(volume), services(volume), teams(volume)],
        boxes: vec![smartability(volume), risk(volume), paper(volume)],
        count: volume.edition.processes.rows.len(),
        rows: has_rows.then_some(process_rows::FILE),
        cuts: Cut::ALL.iter().map(|cut| Link::to(cut.title(), cut.path())).collect(),
    };
    Ok((frame(volume, TableName::Processes), value(&page)?, "processi.html"))
}

fn areas(volume: &Volume<'_>) -> Filter {
    let rows = 0..volume.edition.areas.rows.len();
    let of_processes = |row: usize| volume.process_area_rows(row);
    let choices = rows.map(|row| Choice {
        value: volume.area_name(row).to_owned(),
        name: volume.area_link(row).name,
        count: count(volume, |process| of_processes(process).contains(&row)),
        chip: None,
    });
    Filter { key: "area", label: "Area".to_owned(), choices: choices.filter(|choice| choice.count > 0).collect() }
}

fn services(volume: &Volume<'_>) -> Filter {
    let choices = (0..volume.edition.services.rows.len()).map(|row| Choice {
        value: volume.service_name(row).to_owned(),
        name: volume.service_link(row).name,
        count: volume.membership.services[row].len(),
        chip: None,
    });
    Filter { key: "servizio", label: "Servizio".to_owned(), choices: choices.collect() }
}

fn teams(volume: &Volume<'_>) -> Filter {
    let mut choices: Vec<Choice> = (0..volume.edition.teams.rows.len())
        .map(|row| Choice {
            value: volume.team_name(row).to_owned(),
            name: volume.team_link(row).name,
            count: volume.graph.team_processes[row].len(),
            chip: None,
        })
        .collect();
    let common = volume.graph.common_processes.len();
    if common > 0 {
        // The one value that no team can have: it is no name of a folder.
        let name = "Comuni a tutti gli smart team".to_owned();
        choices.insert(0, Choice { value: "*".to_owned(), name, count: common, chip: None });
    }
    Filter { key: "smart-team", label: "Smart team".to_owned(), choices }
}

fn smartability(volume: &Volume<'_>) -> Filter {
    let choices = [(Answer::Yes, "si"), (Answer::Partly, "in-parte"), (Answer::No, "no")];
    let cut = |answer| move |row: usize| Cut::Smartability(answer).holds(&volume.edition.processes.rows[row]);
    let choices = choices.map(|(answer, value)| chip(Chip::from(answer), value, count(volume, cut(answer))));
    Filter { key: "smartabilita", label: "Smartabilità".to_owned(), choices: choices.into() }
}

fn risk(volume: &Volume<'_>) -> Filter {
    let choices = [(Risk::Low, "basso"), (Risk::Medium, "medio"), (Risk::High, "alto")];
    let cut = |risk| move |row: usize| Cut::Risk(risk).holds(&volume.edition.processes.rows[row]);
    let choices = choices.map(|(risk, value)| chip(Chip::from(risk), value, count(volume, cut(risk))));
    Filter { key: "rischio", label: "Rischio corruttivo".to_owned(), choices: choices.into() }
}

fn paper(volume: &Volume<'_>) -> Filter {
    let choices = [(Some(true), "si", "Sì"), (Some(false), "no", "No"), (None, "non-indicato", "Non indicato")];
    let choices = choices.map(|(paper, value, name)| Choice {
        value: value.to_owned(),
        name: name.to_owned(),
        count: count(volume, |row| volume.edition.processes.rows[row].paper.as_ref().map(|paper| paper.value) == paper),
        chip: None,
    });
    let choices = choices.into_iter().filter(|choice| choice.count > 0).collect();
    Filter { key: "carta", label: "Supporti cartacei".to_owned(), choices }
}

fn chip(chip: Chip, value: &str, count: usize) -> Choice {
    Choice { value: value.to_owned(), name: chip.word().to_owned(), count, chip: Some(chip) }
}

/// How many processes are as asked.
fn count(volume: &Volume<'_>, holds: impl Fn(usize) -> bool) -> usize {
    (0..volume.edition.processes.rows.len()).filter(|row| holds(*row)).count()
}

//! How many processes can be done in agile mode, area by area and team by team.

use super::bar::smartability;
use super::bar_chart::{BarChart, BarRow, Series, Sketch};
use crate::model::{Answer, People};
use crate::routes::Section;
use crate::site::component::tally::Tally;
use crate::site::context::EditionContext;
use crate::site::view::{Chip, Link, quantity};

const COLUMNS: &[&str] = &["Processi", "Smartabili", "In parte", "Non smartabili"];

/// Area by area, as the organisation has them.
pub(super) fn by_area(context: &EditionContext<'_>) -> Option<BarChart> {
    let edition = context.edition;
    let here = |area: &usize| edition.areas.rows[*area].is_in_force() || !context.membership.areas[*area].is_empty();
    let entries = (0..edition.areas.rows.len()).filter(here).map(|area| {
        let tally = Tally::of(edition, &context.membership.areas[area]);
        (tally, context.area_link(area))
    });
    let entries: Vec<(Tally, Link)> = entries.collect();
    if entries.is_empty() {
        return None;
    }
    let finding = most_agile(context, &entries, "L'area")?;
    let mut remarks: Vec<String> = repeated(context, &entries, "più aree è contato in ciascuna").into_iter().collect();
    let elsewhere = context.membership.misplaced();
    let of = if edition.has_teams() { "degli smart team" } else { "dei servizi" };
    if elsewhere > 0 {
        let processes = quantity(elsewhere as u64, "processo", "processi");
        let table = edition.process_table();
        remarks
            .push(format!("L'area è quella {of} nell'organizzazione. Per {processes} la {table} ne indica un'altra."));
    }
    Some(draw(context, "grafico_aree", "Smartabilità dei processi, area per area", "Area", &finding, entries, remarks))
}

/// Service by service, those that are parts of others left out, where the organisation has no areas.
pub(super) fn by_service(context: &EditionContext<'_>) -> Option<BarChart> {
    let hierarchy = &context.graph.hierarchy;
    let whole = (0..context.edition.services.rows.len()).filter(|service| hierarchy.parents[*service].is_none());
    let entries = whole.map(|service| {
        (Tally::of(context.edition, &context.membership.services[service]), context.service_link(service))
    });
    let entries: Vec<(Tally, Link)> = entries.collect();
    if entries.is_empty() || context.edition.has_areas() {
        return None;
    }
    let finding = most_agile(context, &entries, "Il servizio")?;
    let remarks = repeated(context, &entries, "più servizi è contato in ciascuno").into_iter().collect();
    let title = "Smartabilità dei processi, servizio per servizio";
    Some(draw(context, "grafico_servizi", title, "Servizio", &finding, entries, remarks))
}

/// All the processes in a sentence, and which place has most of those that can be done in agile mode; nothing where there are none.
fn most_agile(context: &EditionContext<'_>, entries: &[(Tally, Link)], which: &str) -> Option<Vec<String>> {
    let best = leader(entries.iter().map(|(tally, link)| (tally.agile(), *tally, link)));
    let mut finding = vec![whole(context)?];
    if let Some((tally, link)) = best {
        let name = &link.name;
        finding.push(format!(
            "{which} che ne ha di più da svolgere in modalità agile, del tutto o in parte, è {name}: {} su {}.",
            tally.agile(),
            tally.total
        ));
    }
    Some(finding)
}

/// Team by team.
pub(super) fn by_team(context: &EditionContext<'_>) -> Option<BarChart> {
    let edition = context.edition;
    let entries = (0..edition.teams.rows.len())
        .map(|team| (Tally::of(edition, &context.graph.team_processes[team]), context.team_link(team)));
    let entries: Vec<(Tally, Link)> = entries.collect();
    if entries.is_empty() {
        return None;
    }
    whole(context)?;
    let without = entries.iter().filter(|(tally, _)| tally.total == 0).count();
    let mut finding = vec![match (without, entries.len()) {
        (0, 1) => "L'unico smart team ha processi propri.".to_owned(),
        (0, _) => "Ogni smart team ha almeno un processo proprio.".to_owned(),
        (1, teams) => format!("Uno smart team su {teams} non ha processi propri."),
        (without, teams) => format!("{without} smart team su {teams} non hanno processi propri."),
    }];
    if let Some((tally, link)) = leader(entries.iter().map(|(tally, link)| (tally.total, *tally, link))) {
        finding.push(format!("Quello che ne ha di più è {}: {}, {}.", link.name, tally.count(), tally.words()));
    }
    let remarks = repeated(context, &entries, "più smart team è contato per ciascuno").into_iter().collect();
    Some(draw(
        context,
        "grafico_team",
        "Smartabilità dei processi, smart team per smart team",
        "Smart team",
        &finding,
        entries,
        remarks,
    ))
}

/// All the processes in a sentence; nothing where there are none.
fn whole(context: &EditionContext<'_>) -> Option<String> {
    let tally = all(context);
    (tally.total > 0).then(|| format!("{}: {}.", tally.count(), tally.words()))
}

fn all(context: &EditionContext<'_>) -> Tally {
    let rows: Vec<usize> = (0..context.edition.processes.rows.len()).collect();
    Tally::of(context.edition, &rows)
}

/// The one with the most, where it is one alone among several.
fn leader<'l>(entries: impl Iterator<Item = (u64, Tally, &'l Link)>) -> Option<(Tally, &'l Link)> {
    let entries: Vec<_> = entries.collect();
    let most = entries.iter().map(|(amount, ..)| *amount).max().filter(|most| *most > 0)?;
    let mut first = entries.iter().filter(|(amount, ..)| *amount == most);
    let (_, tally, link) = first.next()?;
    (entries.len() > 1 && first.next().is_none()).then_some((*tally, *link))
}

/// Why the rows give more than the total, where they do.
fn repeated(context: &EditionContext<'_>, entries: &[(Tally, Link)], how: &str) -> Option<String> {
    let rows = entries.iter().map(|(tally, _)| tally.total).sum::<u64>() + common(context).total;
    let total = all(context).total;
    (rows > total)
        .then(|| format!("Un processo che riguarda {how}: per questo la somma delle righe è {rows}, e non {total}."))
}

fn common(context: &EditionContext<'_>) -> Tally {
    Tally::of(context.edition, &context.graph.common_processes)
}

fn draw(
    context: &EditionContext<'_>,
    id: &'static str,
    title: &str,
    heading: &'static str,
    finding: &[String],
    mut entries: Vec<(Tally, Link)>,
    remarks: Vec<String>,
) -> BarChart {
    let common = common(context);
    if common.total > 0 {
        let name = format!("Comuni a {}", context.everyone());
        let page = if context.edition.has_areas() { Section::Areas } else { Section::Processes };
        let anchor = if context.edition.has_areas() { "#comuni" } else { "" };
        entries.push((common, Link::to(name, format!("{}{anchor}", page.path()))));
    }
    let word = |answer: Answer| Chip::from(answer).word().to_owned();
    BarChart::new(Sketch {
        id,
        title: title.to_owned(),
        finding: finding.join(" "),
        legend: vec![
            Series { pattern: "si", word: word(Answer::Yes) },
            Series { pattern: "parte", word: word(Answer::Partly) },
            Series { pattern: "no", word: word(Answer::No) },
        ],
        entries: entries.into_iter().map(|(tally, link)| entry(tally, link)).collect(),
        remarks,
        heading,
        columns: COLUMNS,
        total: ("Processi in tutto".to_owned(), cells(all(context))),
        footnote: None,
    })
}

fn entry(tally: Tally, link: Link) -> BarRow {
    BarRow { link, words: tally.short(), parts: smartability(tally).to_vec(), cells: cells(tally) }
}

fn cells(tally: Tally) -> Vec<People> {
    [tally.total, tally.yes, tally.partly, tally.no].map(People::from).to_vec()
}

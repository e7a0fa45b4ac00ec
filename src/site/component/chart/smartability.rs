//! How many processes can be done in agile mode, area by area and team by team.

use super::bar::smartability;
use super::bar_chart::{BarChart, BarRow, Series, Sketch};
use crate::model::Answer;
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
    let best = leader(entries.iter().map(|(tally, link)| (tally.agile(), *tally, link)));
    let mut finding = vec![whole(context)?];
    if let Some((tally, link)) = best {
        let name = &link.name;
        finding.push(format!(
            "L'area che ne ha di più da svolgere in modalità agile, del tutto o in parte, è {name}: {} su {}.",
            tally.agile(),
            tally.total
        ));
    }
    let mut remarks: Vec<String> = repeated(context, &entries, "più aree è contato in ciascuna").into_iter().collect();
    let elsewhere = context.membership.misplaced();
    if elsewhere > 0 {
        let processes = quantity(elsewhere as u64, "processo", "processi");
        remarks.push(format!(
            "L'area è quella degli smart team nell'organizzazione. Per {processes} la Tavola 1 ne indica un'altra."
        ));
    }
    Some(draw(context, "grafico_aree", "Smartabilità dei processi, area per area", "Area", &finding, entries, remarks))
}

/// Team by team.
pub(super) fn by_team(context: &EditionContext<'_>) -> Option<BarChart> {
    let edition = context.edition;
    let entries = (0..edition.teams.rows.len())
        .map(|team| (Tally::of(edition, &context.graph.team_processes[team]), context.team_link(team)));
    let entries: Vec<(Tally, Link)> = entries.collect();
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
        entries.push((common, Link::to("Comuni a tutti gli smart team", format!("{}#comuni", Section::Areas.path()))));
    }
    let word = |answer: Answer| Chip::from(answer).word();
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

fn cells(tally: Tally) -> Vec<u64> {
    vec![tally.total, tally.yes, tally.partly, tally.no]
}

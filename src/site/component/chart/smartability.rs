//! How many processes can be done in agile mode, area by area and team by team.

use super::bar::smartability;
use super::bar_chart::{BarChart, BarRow, Series, Sketch};
use crate::model::{Answer, Concept, People, Words};
use crate::routes::Section;
use crate::site::component::tally::Tally;
use crate::site::context::EditionContext;
use crate::site::view::{Chip, Link};

const COLUMNS: &[&str] = &[
    "[Processi]",
    "[Smartabili!smartabilità][Sì@smartabilità]",
    "In parte",
    "[Non smartabili!smartabilità][No@smartabilità]",
];

/// Area by area, as the organisation has them.
pub(super) fn by_area(context: &EditionContext<'_>) -> Option<BarChart> {
    let edition = context.edition;
    let words = &edition.model.words;
    let here = |area: &usize| edition.areas.rows[*area].is_in_force() || !context.membership.areas[*area].is_empty();
    let entries = (0..edition.areas.rows.len()).filter(here).map(|area| {
        let tally = Tally::of(edition, &context.membership.areas[area]);
        (tally, context.area_link(area))
    });
    let entries: Vec<(Tally, Link)> = entries.collect();
    if entries.is_empty() {
        return None;
    }
    let finding = most_agile(context, &entries, "[L'area]")?;
    let mut remarks: Vec<String> =
        repeated(context, &entries, "[Un processo] che riguarda [più aree] è [contato|processo] in [ciascuna|area]: ")
            .into_iter()
            .collect();
    let elsewhere = context.membership.misplaced();
    let of = words.say(if edition.has_teams() { "[degli smart team]" } else { "[dei servizi]" });
    if elsewhere > 0 {
        let processes = words.count(elsewhere as u64, Concept::Process);
        let table = edition.process_table();
        let text = "[L'area] è [quella|area] {} nell'organizzazione. Per {} la {} ne indica [un'altra|area].";
        remarks.push(words.fill(text, &[&of, &processes, &table]));
    }
    let title = words.say("[Smartabilità] [dei processi], [area] per [area]");
    Some(draw(context, "grafico_aree", title, "[Area]", &finding, entries, remarks))
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
    let finding = most_agile(context, &entries, "[Il servizio]")?;
    let remarks = repeated(
        context,
        &entries,
        "[Un processo] che riguarda [più servizi] è [contato|processo] in [ciascuno|servizio]: ",
    )
    .into_iter()
    .collect();
    let title = context.edition.model.words.say("[Smartabilità] [dei processi], [servizio] per [servizio]");
    Some(draw(context, "grafico_servizi", title, "[Servizio]", &finding, entries, remarks))
}

/// All the processes in a sentence, and which place has most of those that can be done in agile mode; nothing where there are none.
fn most_agile(context: &EditionContext<'_>, entries: &[(Tally, Link)], which: &'static str) -> Option<Vec<String>> {
    let best = leader(entries.iter().map(|(tally, link)| (tally.agile(), *tally, link)));
    let mut finding = vec![whole(context)?];
    if let Some((tally, link)) = best {
        let name = &link.name;
        finding.push(format!(
            "{} che ne ha di più da svolgere in modalità agile, del tutto o in parte, è {name}: {} su {}.",
            context.edition.model.words.say(which),
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
    let words = &edition.model.words;
    if entries.is_empty() {
        return None;
    }
    whole(context)?;
    let without = entries.iter().filter(|(tally, _)| tally.total == 0).count();
    let mut finding = vec![match (without, entries.len()) {
        (0, 1) => words.say("[L'unico smart team] ha [processi propri].").to_owned(),
        (0, _) => words.say("[Ogni smart team] ha almeno [un processo proprio].").to_owned(),
        (1, teams) => words.fill("[Uno smart team] su {} non ha [processi propri].", &[&teams]),
        (without, teams) => words.fill("{} [+smart team] su {} non hanno [processi propri].", &[&without, &teams]),
    }];
    if let Some((tally, link)) = leader(entries.iter().map(|(tally, link)| (tally.total, *tally, link))) {
        let text = "[Quello|smart team] che ne ha di più è {}: {}, {}.";
        finding.push(words.fill(text, &[&link.name, &tally.count(words), &tally.words(words)]));
    }
    let remarks = repeated(
        context,
        &entries,
        "[Un processo] che riguarda [più smart team] è [contato|processo] per [ciascuno|smart team]: ",
    )
    .into_iter()
    .collect();
    Some(draw(
        context,
        "grafico_team",
        words.say("[Smartabilità] [dei processi], [smart team] per [smart team]"),
        "[Smart team]",
        &finding,
        entries,
        remarks,
    ))
}

/// All the processes in a sentence; nothing where there are none.
fn whole(context: &EditionContext<'_>) -> Option<String> {
    let tally = all(context);
    let words = &context.edition.model.words;
    (tally.total > 0).then(|| format!("{}: {}.", tally.count(words), tally.words(words)))
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
fn repeated(context: &EditionContext<'_>, entries: &[(Tally, Link)], why: &'static str) -> Option<String> {
    let rows = entries.iter().map(|(tally, _)| tally.total).sum::<u64>() + common(context).total;
    let total = all(context).total;
    let why = || context.edition.model.words.say(why);
    (rows > total).then(|| format!("{}per questo la somma delle righe è {rows}, e non {total}.", why()))
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
    let words = &context.edition.model.words;
    let common = common(context);
    if common.total > 0 {
        let name = words.fill("[Comuni|processi] a {}", &[&context.everyone()]);
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
        entries: entries.into_iter().map(|(tally, link)| entry(words, tally, link)).collect(),
        remarks,
        heading: words.say(heading).to_owned(),
        columns: COLUMNS.iter().map(|heading| words.say(heading).to_owned()).collect(),
        total: (words.say("[Processi] in tutto").to_owned(), cells(all(context))),
        footnote: None,
    })
}

fn entry(words: &Words, tally: Tally, link: Link) -> BarRow {
    BarRow { link, words: tally.short(words), parts: smartability(tally).to_vec(), cells: cells(tally) }
}

fn cells(tally: Tally) -> Vec<People> {
    [tally.total, tally.yes, tally.partly, tally.no].map(People::from).to_vec()
}

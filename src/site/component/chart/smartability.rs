//! How many processes can be done in agile mode, area by area, or service by service.

use super::bar::smartability;
use super::bar_chart::{BarChart, BarRow, Series, Sketch};
use crate::model::{Answer, Concept, People, Words};
use crate::site::context::EditionContext;
use crate::site::view::Tally;
use crate::site::view::{Chip, Link, percentage};

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
    let finding = most_agile(context, &entries)?;
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
    let finding = most_agile(context, &entries)?;
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

/// All the processes in a sentence, and where the share of those that can be done in agile mode is largest and smallest; nothing where
/// there are none.
fn most_agile(context: &EditionContext<'_>, entries: &[(Tally, Link)]) -> Option<Vec<String>> {
    let words = &context.edition.model.words;
    let mut finding = vec![whole(context)?];
    let shares: Vec<(u64, &(Tally, Link))> =
        entries.iter().filter_map(|entry| Some((share(entry.0)?, entry))).collect();
    let (Some(most), Some(least)) = (shares.iter().map(|one| one.0).max(), shares.iter().map(|one| one.0).min()) else {
        return Some(finding);
    };
    if most == least {
        return Some(finding);
    }
    let at = |wanted: u64| shares.iter().filter(|one| one.0 == wanted).map(|one| one.1).collect::<Vec<_>>();
    if let Some(places) = named(&at(most)) {
        let text = "La quota più alta [di processi] da svolgere in modalità agile, del tutto o in parte, è di {}.";
        finding.push(words.fill(text, &[&places]));
    }
    if let Some(places) = named(&at(least)) {
        finding.push(format!("La più bassa è di {places}."));
    }
    Some(finding)
}

/// The share of a place, in millionths; nothing where it has no process.
fn share(tally: Tally) -> Option<u64> {
    (tally.total > 0).then(|| tally.agile().saturating_mul(1_000_000) / tally.total)
}

/// The places that are first, or last, together: `Risorse (6 su 6, 100 %) e Segreteria (5 su 5, 100 %)`; nothing where they are too many.
fn named(places: &[&(Tally, Link)]) -> Option<String> {
    let said = |(tally, link): &(Tally, Link)| {
        let share = percentage(tally.agile(), tally.total).unwrap_or_default();
        format!("{} ({} su {}, {share})", link.name, tally.agile(), tally.total)
    };
    match places {
        [one] => Some(said(one)),
        [one, other] => Some(format!("{} e {}", said(one), said(other))),
        _ => None,
    }
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
    let own = entries.len();
    if common.total > 0 {
        let name = words.fill("[Comuni|processi] a {}", &[&context.everyone()]);
        entries.push((common, Link::to(name, context.common_path())));
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
        entries: entries
            .into_iter()
            .enumerate()
            .map(|(at, (tally, link))| entry(words, tally, link, at < own))
            .collect(),
        remarks,
        heading: words.say(heading).to_owned(),
        columns: COLUMNS.iter().map(|heading| words.say(heading).to_owned()).collect(),
        total: (words.say("[Processi] in tutto").to_owned(), cells(all(context))),
        footnote: None,
    })
}

/// What is common to all has no place among the others.
fn entry(words: &Words, tally: Tally, link: Link, is_own: bool) -> BarRow {
    BarRow {
        link,
        words: tally.short(words),
        parts: smartability(tally).to_vec(),
        counts: is_own.then(|| tally.agile()),
        cells: cells(tally),
    }
}

fn cells(tally: Tally) -> Vec<People> {
    [tally.total, tally.yes, tally.partly, tally.no].map(People::from).to_vec()
}

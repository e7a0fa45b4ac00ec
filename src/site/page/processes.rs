use super::Composed;
use super::table_page::{meta, table_facts};
use crate::model::{Answer, TableName};
use crate::routes::{Part, ProcessSubset, Section};
use crate::site::component::filters::{Choice, Filter, Filters, own_lists};
use crate::site::component::paging::Paging;
use crate::site::component::table::TablePlace;
use crate::site::context::EditionContext;
use crate::site::machines::process_rows;
use crate::site::view::{Chip, Fact, Link};
use crate::site::words::guide::Guide;
use crate::tables::PROCESSES;
use crate::trouble::Trouble;
use serde::Serialize;

/// Tavola 1, with the choices by which it can be filtered.
#[derive(Debug, Serialize)]
struct ProcessesPage<'s> {
    table: TablePlace<'s>,
    figures: Vec<Fact>,
    guide: Guide,
    /// Where the page has the beginning of the table, and there is anything to choose from.
    filters: Option<Filters>,
    /// The pages that hold a part of the table.
    cuts: Vec<Link>,
    /// Whether the page has the beginning of the table.
    is_first: bool,
    paging: Option<Paging>,
}

pub(super) fn compose<'s>(
    context: &'s EditionContext<'_>,
    has_rows: bool,
    part: Part,
) -> Result<Composed<'s>, Trouble> {
    let table = TablePlace::filterable(context, part);
    let page = ProcessesPage {
        filters: (part.is_first() && !table.is_empty()).then(|| filters(context, &table, has_rows, part)),
        table,
        figures: table_facts(context, TableName::Processes),
        guide: Guide::of(context, TableName::Processes),
        cuts: lists(context),
        is_first: part.is_first(),
        paging: Paging::of_section(context, Section::Processes, part),
    };
    Ok((meta(context, Section::Processes), Box::new(page), "processi.html"))
}

/// The questions of Tavola 1; of the rows of several pages, those found stand in a table of their own.
fn filters(context: &EditionContext<'_>, table: &TablePlace<'_>, has_rows: bool, part: Part) -> Filters {
    let words = &context.edition.model.words;
    let is_divided = part.count() > 1;
    let file = format!("processi-{}-scelti.csv", context.edition.id.as_str());
    Filters {
        counters: there([Some(smartability(context))]),
        lists: all_lists(context).into_iter().map(|list| list.in_page(is_divided)).collect(),
        boxes: there([risk(context), paper(context)]),
        count: context.edition.processes.rows.len(),
        table: if is_divided { Filters::FOUND.to_owned() } else { table.id().to_owned() },
        names: ["[processo]", "[processi]"].map(|name| words.say(name).to_owned()),
        label: words.say("Filtra [i processi]").to_owned(),
        text: match (is_divided, context.columns.shows(&PROCESSES, "codice")) {
            (false, _) => "Testo",
            (true, true) => "Codice o nome",
            (true, false) => "Nome",
        },
        is_divided,
        download: has_rows.then(|| [process_rows::FILE.to_owned(), file]),
    }
}

/// The questions whose choice is taken from a list.
fn all_lists(context: &EditionContext<'_>) -> Vec<Filter> {
    there([areas(context), services(context), teams(context)])
        .into_iter()
        .chain(own_lists(context, &PROCESSES))
        .collect()
}

/// Those of them with more choices than the page holds.
pub(super) fn long_lists(context: &EditionContext<'_>) -> Vec<Filter> {
    all_lists(context).into_iter().filter(Filter::is_long).collect()
}

/// The pages that list a part of the table.
fn lists(context: &EditionContext<'_>) -> Vec<Link> {
    let offices = [
        (Section::Areas, "[Processi] per [area]"),
        (Section::Services, "[Processi] per [servizio]"),
        (Section::Teams, "[Processi] per [smart team]"),
    ];
    let offices = offices.into_iter().filter(|(section, _)| context.own_routes().sections().contains(section));
    let offices = offices.map(|(section, name)| Link::to(context.edition.model.words.say(name), section.path()));
    let subsets = ProcessSubset::of(context.edition);
    offices
        .chain(subsets.into_iter().map(|subset| Link::to(subset.title(context.edition), subset.path(context.edition))))
        .collect()
}

/// The filters that have something to choose.
fn there(filters: impl IntoIterator<Item = Option<Filter>>) -> Vec<Filter> {
    filters.into_iter().flatten().filter(|filter| !filter.choices.is_empty()).collect()
}

fn areas(context: &EditionContext<'_>) -> Option<Filter> {
    let rows = 0..context.edition.areas.rows.len();
    let own = &context.membership.areas;
    // Areas that published rows name and the organisation does not have hold nothing.
    let rows = rows.filter(|row| !own[*row].is_empty() || context.edition.areas.rows[*row].is_in_force());
    let choice = |row| {
        office(context, context.area_name(row), context.area_link(row), own[row].len(), context.is_area_concerned(row))
    };
    Some(Filter { key: "area".into(), label: label(context, "[Area]"), choices: rows.map(choice).collect() })
}

fn services(context: &EditionContext<'_>) -> Option<Filter> {
    let own = &context.membership.services;
    let choice = |row| {
        office(
            context,
            context.service_name(row),
            context.service_link(row),
            own[row].len(),
            context.is_service_concerned(row),
        )
    };
    let choices = (0..context.edition.services.rows.len()).map(choice).collect();
    Some(Filter { key: "servizio".into(), label: label(context, "[Servizio]"), choices })
}

fn teams(context: &EditionContext<'_>) -> Option<Filter> {
    if !context.edition.has_teams() {
        return None;
    }
    let own = &context.graph.team_processes;
    let choice = |row| office(context, context.team_name(row), context.team_link(row), own[row].len(), true);
    let mut choices: Vec<Choice> = (0..context.edition.teams.rows.len()).map(choice).collect();
    let common = context.graph.common_processes.len();
    if common > 0 {
        // The one value that no team can have: it is no name of a folder.
        let name = context.edition.model.words.fill("[Comuni|processi] a {}", &[&context.everyone()]);
        choices.insert(0, Choice { value: "*".to_owned(), name, count: common, common: 0, alone: false, chip: None });
    }
    Some(Filter { key: "smart-team".into(), label: label(context, "[Smart team]"), choices })
}

fn smartability(context: &EditionContext<'_>) -> Filter {
    let choices = [(Answer::Yes, "si"), (Answer::Partly, "in-parte"), (Answer::No, "no")];
    let cut =
        |answer| move |row: usize| ProcessSubset::Smartability(answer).holds(&context.edition.processes.rows[row]);
    let choices = choices.map(|(answer, value)| chip(Chip::from(answer), value, count(context, cut(answer))));
    Filter { key: "smartabilita".into(), label: label(context, "[Smartabilità]"), choices: taken(choices) }
}

fn risk(context: &EditionContext<'_>) -> Option<Filter> {
    if !context.columns.shows(&PROCESSES, "rischio") {
        return None;
    }
    let risks = context.edition.risks();
    let choices = risks.iter().map(|risk| {
        let cut = |row: usize| ProcessSubset::Risk(risk.step).holds(&context.edition.processes.rows[row]);
        let name = context.edition.model.scales.risk_name(risk.step);
        chip(Chip::of_risk(risk, risks.len()), &name, count(context, cut))
    });
    Some(Filter { key: "rischio".into(), label: label(context, "[Rischio corruttivo]"), choices: taken(choices) })
}

fn paper(context: &EditionContext<'_>) -> Option<Filter> {
    if !context.columns.shows(&PROCESSES, "supporti_cartacei") {
        return None;
    }
    let choices = [(Some(true), "si", "Sì"), (Some(false), "no", "No"), (None, "non-indicato", "Non indicato")];
    let choices = choices.map(|(paper, value, name)| Choice {
        value: value.to_owned(),
        name: name.to_owned(),
        count: count(context, |row| {
            context.edition.processes.rows[row].paper.as_ref().map(|paper| paper.value) == paper
        }),
        common: 0,
        alone: false,
        chip: None,
    });
    Some(Filter { key: "carta".into(), label: "Supporti cartacei".to_owned(), choices: taken(choices) })
}

/// The choices that some row has.
fn taken(choices: impl IntoIterator<Item = Choice>) -> Vec<Choice> {
    choices.into_iter().filter(|choice| choice.count > 0).collect()
}

/// What a filter is called, in the words of the edition.
fn label(context: &EditionContext<'_>, text: &'static str) -> String {
    context.edition.model.words.say(text).to_owned()
}

/// An office with its own processes, and those of everyone where they concern it.
fn office(context: &EditionContext<'_>, value: &str, link: Link, count: usize, is_concerned: bool) -> Choice {
    let common = context.common_processes(is_concerned);
    let alone = common < context.graph.common_processes.len();
    Choice { value: value.to_owned(), name: link.name, count, common, alone, chip: None }
}

fn chip(chip: Chip, value: &str, count: usize) -> Choice {
    Choice { value: value.to_owned(), name: chip.word().to_owned(), count, common: 0, alone: false, chip: Some(chip) }
}

/// How many processes are as asked.
fn count(context: &EditionContext<'_>, holds: impl Fn(usize) -> bool) -> usize {
    (0..context.edition.processes.rows.len()).filter(|row| holds(*row)).count()
}

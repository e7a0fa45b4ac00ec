use super::Composed;
use super::table_page::{meta, table_facts};
use crate::model::{Answer, TableName};
use crate::routes::{Part, ProcessSubset, Section};
use crate::site::component::own_filter::OwnFilter;
use crate::site::component::paging::Paging;
use crate::site::component::table::TablePlace;
use crate::site::context::EditionContext;
use crate::site::machines::process_rows;
use crate::site::view::value;
use crate::site::view::{Chip, Fact, Link};
use crate::site::words::guide::Guide;
use crate::tables::PROCESSES;
use crate::trouble::Trouble;
use serde::Serialize;
use std::borrow::Cow;

/// Tavola 1, with the choices by which it can be filtered.
#[derive(Debug, Serialize)]
struct ProcessesPage {
    table: TablePlace,
    figures: Vec<Fact>,
    guide: Guide,
    /// Choices of which one is taken from a list.
    lists: Vec<Filter>,
    /// The answers, with how many there are of each, which are chosen by a press.
    counters: Vec<Filter>,
    /// Other choices of which several may be ticked.
    boxes: Vec<Filter>,
    /// How many rows the table has.
    count: usize,
    /// The script that holds the open data of the rows, where there is one.
    rows: Option<&'static str>,
    /// The pages that hold a part of the table.
    cuts: Vec<Link>,
    /// Whether the page has the beginning of the table, and with it the filters.
    is_first: bool,
    paging: Option<Paging>,
}

/// A question by which the table is filtered.
#[derive(Debug, Serialize)]
pub(super) struct Filter {
    /// Its name in the address of the page and in the rows of the table.
    pub(super) key: Cow<'static, str>,
    label: String,
    pub(super) choices: Vec<Choice>,
}

#[derive(Debug, Serialize)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) name: String,
    /// How many rows have it.
    count: usize,
    /// How many rows of everyone come with it.
    common: usize,
    chip: Option<Chip>,
}

pub(super) fn compose<'s>(
    context: &'s EditionContext<'_>,
    has_rows: bool,
    part: Part,
) -> Result<Composed<'s>, Trouble> {
    let page = ProcessesPage {
        table: TablePlace::filterable(context, part)?,
        figures: table_facts(context, TableName::Processes),
        guide: Guide::of(context, TableName::Processes),
        lists: all_lists(context).into_iter().map(Filter::in_page).collect(),
        counters: there([Some(smartability(context))]),
        boxes: there([risk(context), paper(context)]),
        count: context.edition.processes.rows.len(),
        rows: has_rows.then_some(process_rows::FILE),
        cuts: lists(context),
        is_first: part.is_first(),
        paging: Paging::of_section(context, Section::Processes, part),
    };
    Ok((meta(context, Section::Processes), value(&page)?, "processi.html"))
}

/// The questions whose choice is taken from a list.
fn all_lists(context: &EditionContext<'_>) -> Vec<Filter> {
    there([areas(context), services(context), teams(context)]).into_iter().chain(own(context)).collect()
}

/// Those of them with more choices than the page holds.
pub(super) fn long_lists(context: &EditionContext<'_>) -> Vec<Filter> {
    all_lists(context).into_iter().filter(Filter::is_long).collect()
}

impl Filter {
    /// Whether its choices come with the script of the rows, not with the page.
    fn is_long(&self) -> bool {
        self.choices.len() > Part::ROWS
    }

    /// The question as the page has it.
    fn in_page(mut self) -> Self {
        if self.is_long() {
            self.choices.clear();
        }
        self
    }
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
    let choice = |row| Choice::office(context, context.area_name(row), context.area_link(row), own[row].len());
    Some(Filter { key: "area".into(), label: label(context, "[Area]"), choices: rows.map(choice).collect() })
}

fn services(context: &EditionContext<'_>) -> Option<Filter> {
    let own = &context.membership.services;
    let choice = |row| Choice::office(context, context.service_name(row), context.service_link(row), own[row].len());
    let choices = (0..context.edition.services.rows.len()).map(choice).collect();
    Some(Filter { key: "servizio".into(), label: label(context, "[Servizio]"), choices })
}

fn teams(context: &EditionContext<'_>) -> Option<Filter> {
    if !context.edition.has_teams() {
        return None;
    }
    let own = &context.graph.team_processes;
    let choice = |row| Choice::office(context, context.team_name(row), context.team_link(row), own[row].len());
    let mut choices: Vec<Choice> = (0..context.edition.teams.rows.len()).map(choice).collect();
    let common = context.graph.common_processes.len();
    if common > 0 {
        // The one value that no team can have: it is no name of a folder.
        let name = context.edition.model.words.fill("[Comuni|processi] a {}", &[&context.everyone()]);
        choices.insert(0, Choice { value: "*".to_owned(), name, count: common, common: 0, chip: None });
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

/// The filters by the columns that the administration adds.
fn own(context: &EditionContext<'_>) -> Vec<Filter> {
    let filter = |filter: OwnFilter<'_>| {
        let choices = filter.choices().into_iter();
        let choices = choices.map(|(choice, count)| Choice {
            value: choice.value,
            name: choice.name,
            count,
            common: 0,
            chip: None,
        });
        Filter { key: filter.key().into(), label: filter.label(), choices: choices.collect() }
    };
    let filters = OwnFilter::all(context).into_iter().map(filter);
    filters.filter(|filter| !filter.choices.is_empty()).collect()
}

impl Choice {
    /// An office with its own processes, and those of everyone.
    fn office(context: &EditionContext<'_>, value: &str, link: Link, count: usize) -> Self {
        let common = context.graph.common_processes.len();
        Self { value: value.to_owned(), name: link.name, count, common, chip: None }
    }
}

fn chip(chip: Chip, value: &str, count: usize) -> Choice {
    Choice { value: value.to_owned(), name: chip.word().to_owned(), count, common: 0, chip: Some(chip) }
}

/// How many processes are as asked.
fn count(context: &EditionContext<'_>, holds: impl Fn(usize) -> bool) -> usize {
    (0..context.edition.processes.rows.len()).filter(|row| holds(*row)).count()
}

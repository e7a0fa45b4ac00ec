use super::Composed;
use super::services::{PeopleView, Row, own_headings, own_numbers, uncounted_rows};
use crate::model::{Concept, Words};
use crate::routes::{Part, Section};
use crate::site::component::office_figures::{Office, OfficeFigures};
use crate::site::component::paging::Paging;
use crate::site::component::table::PlainFact;
use crate::site::component::table::facts;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::{ProcessItem, Remarks, TeamItem};
use crate::trouble::Trouble;
use serde::Serialize;

/// An area with what belongs to it.
#[derive(Debug, Serialize)]
struct AreaPage<'s> {
    name: &'s str,
    aliases: Vec<&'s str>,
    /// The other columns that its row fills.
    facts: Vec<PlainFact<'s>>,
    remarks: Remarks,
    figures: OfficeFigures,
    services: Vec<Row<'s>>,
    /// The headings of the columns that the administration adds to the services.
    own: Vec<&'s str>,
    /// For each of them, whether its column holds numbers.
    own_numbers: Vec<bool>,
    /// Where the state of adoption is published.
    people: Option<PeopleView>,
    /// Why some people are counted in no service.
    notes: Vec<String>,
    teams: Vec<TeamItem>,
    processes: Vec<ProcessItem<'s>>,
    /// Processes whose row names the area, although their teams are elsewhere.
    guests: Vec<ProcessItem<'s>>,
    /// How many processes concern every team.
    common: usize,
    /// Whether the page has the beginning of every list.
    is_first: bool,
    paging: Option<Paging>,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>, row: usize, part: Part) -> Result<Composed<'s>, Trouble> {
    let edition = context.edition;
    let area = &edition.areas.rows[row];
    let services = &context.graph.area_services[row];
    let teams: Vec<usize> =
        services.iter().flat_map(|service| context.graph.service_teams[*service].iter().copied()).collect();
    let ordered = context.graph.hierarchy.in_order(services);
    let processes = &context.membership.areas[row];
    let guests = &context.membership.guests[row];
    let page = AreaPage {
        name: &area.name.value,
        aliases: area.aliases.iter().map(|alias| alias.value.as_str()).collect(),
        facts: facts(context, area),
        remarks: Remarks::of(&area.annotations, &edition.areas.marks),
        figures: OfficeFigures::of(context, Office::Area(row)),
        services: part.of(&ordered).iter().map(|service| Row::of(context, *service)).collect(),
        own: own_headings(context),
        own_numbers: own_numbers(context),
        people: PeopleView::of(context),
        notes: uncounted_rows(context, part.of(&ordered)),
        teams: part.of(&teams).iter().map(|team| context.team_item(*team)).collect(),
        processes: part.of(processes).iter().map(|process| context.process_item(*process)).collect(),
        guests: part.of(guests).iter().map(|process| context.process_item(*process)).collect(),
        common: context.common_processes(context.is_area_concerned(row)),
        is_first: part.is_first(),
        paging: Paging::of_lists(part, &context.area_path(row)),
    };
    let words = &edition.model.words;
    let teams_word = if edition.has_teams() { words.say("[+smart team] e ") } else { "" };
    let services_word = match (edition.has_services(), edition.has_teams()) {
        (true, true) => words.say("[servizi], "),
        (true, false) => words.say("[servizi] e "),
        (false, _) => "",
    };
    let title = title(words, &area.name.value);
    let meta = PageMeta {
        title: title.clone(),
        description: format!("{title}: {services_word}{teams_word}{}, in cifre.", words.say("[processi]")),
        trail: vec![context.crumb(Section::Areas)],
        section: Section::Areas.entry().folder,
        ..PageMeta::default()
    };
    Ok((meta, Box::new(page), "area.html"))
}

/// The name of an area with the word before it, unless it has it already.
fn title(words: &Words, name: &str) -> String {
    let is_said = !words.has_own(Concept::Area) && name.starts_with("Area");
    if is_said { name.to_owned() } else { words.titled(Concept::Area, " ", name) }
}

use super::Composed;
use super::services::{PeopleView, Row, own_headings, own_numbers, uncounted_rows};
use crate::model::Concept;
use crate::routes::{Part, Section};
use crate::site::component::office_figures::{Office, OfficeFigures};
use crate::site::component::paging::Paging;
use crate::site::component::table::PlainFact;
use crate::site::component::table::facts;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::{Link, ProcessItem, Remarks, TeamItem};
use crate::trouble::Trouble;
use serde::Serialize;

/// A service with what belongs to it.
#[derive(Debug, Serialize)]
struct ServicePage<'s> {
    name: &'s str,
    aliases: Vec<&'s str>,
    /// The other columns that its row fills.
    facts: Vec<PlainFact<'s>>,
    prefix: Option<&'s str>,
    remarks: Remarks,
    area: Option<Link>,
    /// The service that it is a part of.
    parent: Option<Link>,
    /// The services that are parts of it, with their figures.
    parts: Vec<Row<'s>>,
    /// The headings of the columns that the administration adds to the services.
    own: Vec<&'s str>,
    /// For each of them, whether its column holds numbers.
    own_numbers: Vec<bool>,
    /// Where the state of adoption counts people.
    people: Option<PeopleView>,
    /// Why some people are counted in no single part.
    notes: Vec<String>,
    figures: OfficeFigures,
    /// Its teams, then those of its parts.
    teams: Vec<TeamItem>,
    /// Whether some are those of its parts.
    of_parts: bool,
    processes: Vec<ProcessItem<'s>>,
    /// How many processes concern every team.
    common: usize,
    /// Whether the page has the beginning of every list.
    is_first: bool,
    paging: Option<Paging>,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>, row: usize, part: Part) -> Result<Composed<'s>, Trouble> {
    let edition = context.edition;
    let service = &edition.services.rows[row];
    let hierarchy = &context.graph.hierarchy;
    let parts = hierarchy.in_order(&hierarchy.within(row)[1..]);
    let parts = part.of(&parts);
    let processes = part.of(&context.membership.services[row]);
    let teams = context.graph.teams_within(row);
    let above: Vec<usize> = hierarchy.chain(row).skip(1).collect();
    let page = ServicePage {
        name: &service.name.value,
        aliases: service.aliases.iter().map(|alias| alias.value.as_str()).collect(),
        facts: facts(context, service),
        prefix: service.prefix.as_ref().map(|prefix| prefix.value.as_str()),
        remarks: Remarks::of(&service.annotations, &edition.services.marks),
        area: context.graph.service_area(row).map(|area| context.area_link(area)),
        parent: hierarchy.parents[row].map(|parent| context.service_link(parent)),
        parts: parts.iter().map(|part| Row::of(context, *part)).collect(),
        own: own_headings(context),
        own_numbers: own_numbers(context),
        people: PeopleView::of(context),
        notes: uncounted_rows(context, parts),
        figures: OfficeFigures::of(context, Office::Service(row)),
        of_parts: teams.len() > context.graph.service_teams[row].len(),
        teams: part.of(&teams).iter().map(|team| context.team_item(*team)).collect(),
        processes: processes.iter().map(|process| context.process_item(*process)).collect(),
        common: context.common_processes(context.is_service_concerned(row)),
        is_first: part.is_first(),
        paging: Paging::of_lists(part, &context.service_path(row)),
    };
    let trail = above.iter().rev().map(|service| context.service_link(*service));
    let words = &edition.model.words;
    let meta = PageMeta {
        title: words.titled(Concept::Service, ": ", &context.labels.services[row]),
        description: words.fill("{} [del servizio]: {}.", &[&contents(context), &context.labels.services[row]]),
        trail: [context.crumb(Section::Services)].into_iter().chain(trail).collect(),
        section: Section::Services.entry().folder,
        ..PageMeta::default()
    };
    Ok((meta, Box::new(page), "servizio.html"))
}

/// What the page of a service holds, as far as the edition has it.
fn contents<'c>(context: &'c EditionContext<'_>) -> &'c str {
    context.edition.model.words.say(match (context.edition.has_areas(), context.edition.has_teams()) {
        (true, true) => "[Area], [+smart team] e [processi]",
        (true, false) => "[Area] e [processi]",
        (false, true) => "[+Smart team] e [processi]",
        (false, false) => "[Processi]",
    })
}

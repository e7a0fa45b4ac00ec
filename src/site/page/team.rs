use super::Composed;
use crate::model::{Concept, Headcount, TableName};
use crate::routes::{Part, Section};
use crate::site::anchor::row_path;
use crate::site::component::office_figures::{Office, OfficeFigures};
use crate::site::component::paging::Paging;
use crate::site::component::table::PlainFact;
use crate::site::component::table::facts;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::{Link, ProcessItem, TeamItem};
use crate::tables::{ADOPTION, EXCLUSIONS};
use crate::trouble::Trouble;
use serde::Serialize;

/// A smart team with all that concerns it.
#[derive(Debug, Serialize)]
struct TeamPage<'s> {
    team: TeamItem,
    figures: OfficeFigures,
    aliases: Vec<&'s str>,
    /// The other columns that its row fills.
    facts: Vec<PlainFact<'s>>,
    processes: Vec<ProcessItem<'s>>,
    common: Vec<ProcessItem<'s>>,
    /// The rows of the state of adoption that it continues.
    adoption: Vec<Row<'s>>,
    /// Whether their days are not only those of a week.
    other_periods: bool,
    /// Whether they say how many people there are.
    counts_people: bool,
    /// The day of those rows.
    day: Option<String>,
    exclusions: Vec<Exclusion<'s>>,
    /// Whether the page has the beginning of every list.
    is_first: bool,
    paging: Option<Paging>,
    /// What stands above them.
    exclusions_title: &'s str,
}

#[derive(Debug, Serialize)]
struct Row<'s> {
    link: Link,
    service: Option<&'s str>,
    days: Option<String>,
    employees: Headcount,
    agile: Headcount,
    /// How many other teams continue the same row.
    others: usize,
}

/// Profiles of the team that a chapter excludes.
#[derive(Debug, Serialize)]
struct Exclusion<'s> {
    letter: Option<&'s str>,
    /// The profiles, or the activities.
    items: Vec<&'s str>,
    place: Option<&'s str>,
    exceptions: Option<&'s str>,
    /// Where the chapter says so.
    link: Option<Link>,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>, row: usize, part: Part) -> Result<Composed<'s>, Trouble> {
    let edition = context.edition;
    let team = &edition.teams.rows[row];
    let items = |rows: &[usize]| part.of(rows).iter().map(|process| context.process_item(*process)).collect();
    let page = TeamPage {
        team: context.team_item(row),
        figures: OfficeFigures::of(context, Office::Team(row)),
        aliases: team.aliases.iter().map(|alias| alias.value.as_str()).collect(),
        facts: facts(context, team),
        processes: items(&context.graph.team_processes[row]),
        common: items(&context.graph.common_processes),
        adoption: context.continuity.rows[row].iter().map(|number| adoption(context, *number)).collect(),
        counts_people: context.counts_people(),
        other_periods: context.columns.shows(&ADOPTION, "giorni"),
        day: edition.adoption.date.as_ref().map(|date| date.value.long()),
        exclusions: context.team_exclusions[row].iter().map(|number| exclusion(context, *number)).collect(),
        is_first: part.is_first(),
        paging: Paging::of_lists(part, &context.team_path(row)),
        exclusions_title: EXCLUSIONS.title_in(edition),
    };
    let words = &edition.model.words;
    let meta = PageMeta {
        title: words.titled(Concept::Team, ": ", &context.labels.teams[row]),
        description: words.fill("{} [dello smart team]: {}.", &[&contents(context), &context.labels.teams[row]]),
        trail: vec![context.crumb(Section::Teams)],
        section: Section::Teams.entry().folder,
        ..PageMeta::default()
    };
    Ok((meta, Box::new(page), "smart-team.html"))
}

fn adoption<'s>(context: &'s EditionContext<'_>, number: usize) -> Row<'s> {
    let row = &context.edition.adoption.rows.rows[number];
    Row {
        link: Link::to(row.name(), context.row_path(Section::Adoption, number)),
        service: row.service.as_ref().map(|service| service.value.as_str()),
        days: row.spoken_days(),
        employees: row.employees.value,
        agile: row.agile.value,
        others: context.continuity.teams[number].len().saturating_sub(1),
    }
}

fn exclusion<'s>(context: &'s EditionContext<'_>, number: usize) -> Exclusion<'s> {
    let exclusion = &context.edition.exclusions.rows[number];
    let link = context.chapter_showing(TableName::Exclusions).map(|chapter| {
        let path = row_path(&context.chapter_path(chapter), TableName::Exclusions, number);
        Link::to(context.chapter_link(chapter).name, path)
    });
    Exclusion {
        letter: exclusion.letter.as_ref().map(|letter| letter.value.as_str()),
        items: exclusion.items().iter().map(|item| item.value.as_str()).collect(),
        place: exclusion.place.as_ref().map(|place| place.value.as_str()),
        exceptions: exclusion.exceptions.as_ref().map(|exceptions| exceptions.value.as_str()),
        link,
    }
}

/// What the page of a team holds, as far as the edition has it.
fn contents<'c>(context: &'c EditionContext<'_>) -> &'c str {
    context.edition.model.words.say(match (context.edition.has_services(), context.edition.has_areas()) {
        (true, true) => "[Servizio], [area] e [processi]",
        (true, false) => "[Servizio] e [processi]",
        (false, _) => "[Processi]",
    })
}

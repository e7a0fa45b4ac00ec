use super::Composed;
use crate::model::{Concept, Scope};
use crate::routes::{Part, Section};
use crate::site::component::chart::Bar;
use crate::site::component::filters::{Selection, own_keys};
use crate::site::component::matrix::closed_with_agile_processes;
use crate::site::component::own_filter::OwnKey;
use crate::site::component::table::{PlainCell, own_cells};
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::Tally;
use crate::site::view::{Chip, Link, ProcessItem};
use crate::tables::{AREAS, own_kind};
use crate::trouble::Trouble;
use serde::Serialize;

/// With more processes than this, the map ends at the teams.
const LEAVES: usize = 300;

/// With more services and teams than this, the map ends at the services; with more services alone, at the areas.
const BRANCHES: usize = 1000;

/// Of more services than this none has a bar: hundreds would weigh more than they say.
const BARS: usize = 300;

/// A map that can be walked: area, service, team, process.
#[derive(Debug, Serialize)]
struct AreasPage<'s> {
    areas: Vec<AreaBranch<'s>>,
    /// The processes that concern everyone.
    common: Branch<'s>,
    /// That they do: `riguardano tutti gli smart team`.
    everyone: String,
    /// Areas that published rows name but the organisation does not have.
    ceased: Vec<Link>,
    /// The columns that the administration adds to the areas.
    own: Option<OwnTable<'s>>,
    /// Whether the services are on the map.
    services: bool,
    /// Whether the teams are.
    teams: bool,
    /// Whether the processes themselves are.
    leaves: bool,
}

/// The areas with the columns that the administration adds to them.
#[derive(Debug, Serialize)]
struct OwnTable<'s> {
    caption: String,
    headings: Vec<&'s str>,
    /// For each of them, whether its column holds numbers.
    numbers: Vec<bool>,
    rows: Vec<OwnRow>,
    /// How its rows are chosen.
    #[serde(flatten)]
    selection: Selection,
}

#[derive(Debug, Serialize)]
struct OwnRow {
    area: Link,
    cells: Vec<PlainCell>,
    /// By what it is found, where the rows can be chosen.
    keys: Vec<OwnKey>,
}

/// What every place of the map shows.
#[derive(Debug, Serialize)]
struct Branch<'s> {
    link: Link,
    tally: Tally,
    /// Its processes in words.
    words: String,
    bar: Option<Bar>,
    /// Its leaves; empty where the map ends above.
    processes: Vec<ProcessItem<'s>>,
    /// How many processes are its leaves.
    own: usize,
    /// `7 in comune a tutti`, which it has beside its own; nothing where they do not concern it.
    in_common: Option<String>,
}

#[derive(Debug, Serialize)]
struct AreaBranch<'s> {
    branch: Branch<'s>,
    /// What it holds besides processes.
    words: String,
    services: Vec<ServiceBranch<'s>>,
}

/// A service; its leaves are the processes that name it as a whole.
#[derive(Debug, Serialize)]
struct ServiceBranch<'s> {
    branch: Branch<'s>,
    /// The services that it is a part of, the nearest first.
    above: Vec<String>,
    /// Likewise.
    words: String,
    teams: Vec<TeamBranch<'s>>,
    /// Whether neither it nor any of its parts has teams.
    without_teams: bool,
}

/// A team; its leaves are the processes that name it.
#[derive(Debug, Serialize)]
struct TeamBranch<'s> {
    branch: Branch<'s>,
    smartability: Option<Chip>,
    /// What is to be known of answers that do not go together.
    remark: Option<String>,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>) -> Result<Composed<'s>, Trouble> {
    let edition = context.edition;
    let words = &edition.model.words;
    // An area that is gone but still has services must not take them with it.
    let (here, gone): (Vec<usize>, Vec<usize>) = (0..edition.areas.rows.len())
        .partition(|row| edition.areas.rows[*row].is_in_force() || !context.graph.area_services[*row].is_empty());
    let everyone = &context.graph.common_processes;
    let page = AreasPage {
        areas: here.into_iter().map(|area| area_branch(context, area)).collect(),
        common: branch(context, Link::none(words.say("[Processi comuni]"), None), everyone, everyone, false),
        everyone: format!("riguardano {}", context.everyone()),
        ceased: gone.into_iter().filter(|area| is_named(context, *area)).map(|area| context.area_link(area)).collect(),
        own: OwnTable::of(context),
        services: has_services(context),
        teams: has_teams(context),
        leaves: leaves(context),
    };
    let services = if edition.has_services() { ", [servizi]" } else { "" };
    let teams = if edition.has_teams() { ", [+smart team]" } else { "" };
    let description = words.fill(
        "L'organizzazione, edizione {}: [aree]{}{} e [processi].",
        &[&edition.id.as_str(), &words.say(services), &words.say(teams)],
    );
    let meta = PageMeta::of_section(context, Section::Areas, description);
    Ok((meta, Box::new(page), "aree.html"))
}

/// Whether the row of a process or of the state of adoption names an area.
fn is_named(context: &EditionContext<'_>, row: usize) -> bool {
    let edition = context.edition;
    let office = edition.areas.rows[row].office();
    let mut processes = edition.processes.rows.iter().flat_map(|process| &process.areas);
    let mut adoption = edition.adoption.rows.rows.iter().filter_map(|row| row.area.as_ref());
    processes.any(|id| context.graph.area(&id.value) == Some(row)) || adoption.any(|name| office.is_called(name))
}

impl<'s> OwnTable<'s> {
    /// The table, where the areas have such columns.
    fn of(context: &'s EditionContext<'_>) -> Option<Self> {
        let edition = context.edition;
        let columns = context.columns.own(edition, &AREAS);
        let all = 0..edition.areas.rows.len();
        let keys = own_keys(context, &AREAS, all.clone()).into_iter().chain(std::iter::repeat(Vec::new()));
        let row = |(row, keys)| OwnRow {
            area: context.area_link(row),
            cells: own_cells(context, &columns, &edition.areas.rows[row]),
            keys,
        };
        (!columns.is_empty()).then(|| Self {
            caption: edition.model.words.fill("[Aree], edizione {}", &[&edition.id.as_str()]),
            headings: columns.iter().map(|column| AREAS.added_heading(edition, column)).collect(),
            numbers: columns.iter().map(|column| own_kind(column).is_number()).collect(),
            rows: all.zip(keys).map(row).collect(),
            selection: Selection::of(context, &AREAS, Some(Section::Areas), "elenco_aree".to_owned(), Part::WHOLE),
        })
    }
}

fn leaves(context: &EditionContext<'_>) -> bool {
    context.edition.processes.rows.len() <= LEAVES
}

fn has_services(context: &EditionContext<'_>) -> bool {
    context.edition.services.rows.len() <= BRANCHES
}

fn has_teams(context: &EditionContext<'_>) -> bool {
    context.edition.services.rows.len() + context.edition.teams.rows.len() <= BRANCHES
}

fn area_branch<'s>(context: &'s EditionContext<'_>, row: usize) -> AreaBranch<'s> {
    let words = &context.edition.model.words;
    let services = &context.graph.area_services[row];
    let teams: usize = services.iter().map(|service| context.graph.service_teams[*service].len()).sum();
    let all = &context.membership.areas[row];
    let is_own = |process: &usize| matches!(context.edition.processes.rows[*process].scope, Some(Scope::Areas));
    let own: Vec<usize> = all.iter().copied().filter(is_own).collect();
    let teams = if context.edition.has_teams() {
        format!(", {}", words.count(teams as u64, Concept::Team))
    } else {
        String::new()
    };
    AreaBranch {
        branch: branch(context, context.area_link(row), all, &own, context.is_area_concerned(row)),
        words: if context.edition.has_services() {
            format!("{}{teams}", words.count(services.len() as u64, Concept::Service))
        } else {
            String::new()
        },
        services: context
            .graph
            .hierarchy
            .in_order(if has_services(context) { services } else { &[] })
            .into_iter()
            .map(|service| service_branch(context, service))
            .collect(),
    }
}

fn service_branch<'s>(context: &'s EditionContext<'_>, row: usize) -> ServiceBranch<'s> {
    let all = &context.membership.services[row];
    let own = all.iter().copied().filter(|process| {
        let Some(Scope::Services(ids)) = &context.edition.processes.rows[*process].scope else { return false };
        ids.iter().any(|id| context.graph.service(&id.value) == Some(row))
    });
    let teams = if has_teams(context) { &context.graph.service_teams[row][..] } else { &[] };
    let is_concerned = context.is_service_concerned(row);
    let within = context.graph.teams_within(row).len();
    let mut branch = branch(context, context.service_link(row), all, &own.collect::<Vec<_>>(), is_concerned);
    branch.bar = branch.bar.filter(|_| context.edition.services.rows.len() <= BARS);
    ServiceBranch {
        branch,
        above: context.graph.hierarchy.chain(row).skip(1).map(|service| context.service_link(service).name).collect(),
        words: if context.edition.has_teams() {
            context.edition.model.words.count(within as u64, Concept::Team)
        } else {
            String::new()
        },
        teams: teams.iter().map(|team| team_branch(context, *team)).collect(),
        without_teams: within == 0,
    }
}

fn team_branch<'s>(context: &'s EditionContext<'_>, row: usize) -> TeamBranch<'s> {
    let all = &context.graph.team_processes[row];
    let named = |process: &usize| matches!(context.edition.processes.rows[*process].scope, Some(Scope::Teams(_)));
    let smartability = context.edition.teams.rows[row].smartability.as_ref();
    let own: Vec<usize> = all.iter().copied().filter(named).collect();
    let mut branch = branch(context, context.team_link(row), all, &own, true);
    // Hundreds of bars would weigh more than they say.
    branch.bar = branch.bar.filter(|_| leaves(context));
    TeamBranch {
        branch,
        smartability: smartability.map(|smartability| Chip::from(smartability.value)),
        remark: closed_with_agile_processes(context, row),
    }
}

fn branch<'s>(
    context: &'s EditionContext<'_>,
    link: Link,
    all: &[usize],
    own: &[usize],
    is_concerned: bool,
) -> Branch<'s> {
    let tally = Tally::of(context.edition, all);
    let shown = if leaves(context) { own } else { &[] };
    Branch {
        link,
        words: tally.short(&context.edition.model.words),
        tally,
        bar: Bar::shares(tally),
        processes: shown.iter().map(|process| context.process_item(*process)).collect(),
        own: own.len(),
        in_common: context.in_common().filter(|_| is_concerned),
    }
}

use super::Composed;
use crate::model::Scope;
use crate::site::chart::Bar;
use crate::site::frame::Frame;
use crate::site::tally::Tally;
use crate::site::value;
use crate::site::view::{Chip, Link, ProcessItem, quantity};
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;

/// With more processes than this, the map ends at the teams.
const LEAVES: usize = 300;

/// A map that can be walked: area, service, team, process.
#[derive(Debug, Serialize)]
struct AreasPage<'s> {
    areas: Vec<AreaBranch<'s>>,
    /// The processes that concern every team.
    common: Branch<'s>,
    /// Areas that published rows name but the organisation does not have.
    ceased: Vec<Link>,
    /// Whether the processes themselves are on the map.
    leaves: bool,
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
    /// Likewise.
    words: String,
    teams: Vec<TeamBranch<'s>>,
}

/// A team; its leaves are the processes that name it.
#[derive(Debug, Serialize)]
struct TeamBranch<'s> {
    branch: Branch<'s>,
    smartability: Option<Chip>,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>) -> Result<Composed<'s>, Trouble> {
    let edition = volume.edition;
    // An area that is gone but still has services must not take them with it.
    let (here, gone): (Vec<usize>, Vec<usize>) = (0..edition.areas.rows.len())
        .partition(|row| edition.areas.rows[*row].is_in_force() || !volume.graph.area_services[*row].is_empty());
    let everyone = &volume.graph.common_processes;
    let page = AreasPage {
        areas: here.into_iter().map(|area| area_branch(volume, area)).collect(),
        common: branch(volume, Link::none("Processi comuni", None), everyone, everyone),
        ceased: gone.into_iter().map(|area| volume.area_link(area)).collect(),
        leaves: leaves(volume),
    };
    let frame = Frame {
        title: "Aree e organizzazione".to_owned(),
        description: format!(
            "L'organizzazione, edizione {}: aree, servizi, smart team e processi.",
            edition.id.as_str()
        ),
        section: "aree",
        is_section: true,
        files: volume.files_of("aree"),
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "aree.html"))
}

fn leaves(volume: &Volume<'_>) -> bool {
    volume.edition.processes.rows.len() <= LEAVES
}

fn area_branch<'s>(volume: &'s Volume<'_>, row: usize) -> AreaBranch<'s> {
    let services = &volume.graph.area_services[row];
    let teams: usize = services.iter().map(|service| volume.graph.service_teams[*service].len()).sum();
    AreaBranch {
        branch: branch(volume, volume.area_link(row), &volume.membership.areas[row], &[]),
        words: format!("{}, {teams} smart team", quantity(services.len() as u64, "servizio", "servizi")),
        services: services.iter().map(|service| service_branch(volume, *service)).collect(),
    }
}

fn service_branch<'s>(volume: &'s Volume<'_>, row: usize) -> ServiceBranch<'s> {
    let all = &volume.membership.services[row];
    let own = all.iter().copied().filter(|process| {
        let Some(Scope::Services(ids)) = &volume.edition.processes.rows[*process].scope else { return false };
        ids.iter().any(|id| volume.graph.service(&id.value) == Some(row))
    });
    ServiceBranch {
        branch: branch(volume, volume.service_link(row), all, &own.collect::<Vec<_>>()),
        words: format!("{} smart team", volume.graph.service_teams[row].len()),
        teams: volume.graph.service_teams[row].iter().map(|team| team_branch(volume, *team)).collect(),
    }
}

fn team_branch<'s>(volume: &'s Volume<'_>, row: usize) -> TeamBranch<'s> {
    let all = &volume.graph.team_processes[row];
    let named = |process: &usize| matches!(volume.edition.processes.rows[*process].scope, Some(Scope::Teams(_)));
    let smartability = volume.edition.teams.rows[row].smartability.as_ref();
    let own: Vec<usize> = all.iter().copied().filter(named).collect();
    let mut branch = branch(volume, volume.team_link(row), all, &own);
    // Hundreds of bars would weigh more than they say.
    branch.bar = branch.bar.filter(|_| leaves(volume));
    TeamBranch { branch, smartability: smartability.map(|smartability| Chip::from(smartability.value)) }
}

fn branch<'s>(volume: &'s Volume<'_>, link: Link, all: &[usize], own: &[usize]) -> Branch<'s> {
    let tally = Tally::of(volume.edition, all);
    let shown = if leaves(volume) { own } else { &[] };
    Branch {
        link,
        words: tally.short(),
        tally,
        bar: Bar::shares(tally),
        processes: shown.iter().map(|process| volume.process_item(*process)).collect(),
        own: own.len(),
    }
}

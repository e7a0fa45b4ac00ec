use super::EditionContext;
use crate::model::{Continuity, Days, Edition, Graph, People, Smartability, once};

/// The people of the state of adoption under the organisation of this edition, as far as the rows say it.
///
/// A row that continues in several places is counted in none of them: how its people were divided was never published.
#[derive(Debug, Default)]
pub(in crate::site) struct Workforce {
    /// For each team.
    pub(in crate::site) teams: Vec<Staff>,
    /// For each service, with the people of its parts.
    pub(in crate::site) services: Vec<Staff>,
    /// For each area.
    pub(in crate::site) areas: Vec<Staff>,
    /// The rows that no office continues.
    pub(in crate::site) ended: Vec<usize>,
    /// For each row, whether it is of teams whose work cannot be done in agile mode.
    pub(in crate::site) closed: Vec<bool>,
}

/// The people of one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::site) struct Staff {
    /// How many rows continue here and nowhere else.
    pub(in crate::site) rows: usize,
    /// Their employees.
    pub(in crate::site) employees: People,
    /// The agile workers among them.
    pub(in crate::site) agile: People,
    /// Those who are not, and whose teams may not.
    pub(in crate::site) outside: People,
    /// The rows that continue here and elsewhere: not counted.
    pub(in crate::site) shared: Vec<usize>,
    /// The rows that continue nowhere, but name this place: not counted.
    pub(in crate::site) ended: Vec<usize>,
}

impl Workforce {
    /// Follows every row to the offices that continue it, and from there upwards.
    pub(in crate::site) fn of(edition: &Edition, graph: &Graph<'_>, continuity: &Continuity) -> Self {
        let mut this = Self {
            teams: vec![Staff::default(); edition.teams.rows.len()],
            services: vec![Staff::default(); edition.services.rows.len()],
            areas: vec![Staff::default(); edition.areas.rows.len()],
            ended: (0..continuity.teams.len()).filter(|row| continuity.is_ended(*row)).collect(),
            closed: (0..continuity.teams.len()).map(|row| is_closed(edition, continuity, row)).collect(),
        };
        let closed = this.closed.clone();
        for (row, teams) in continuity.teams.iter().enumerate() {
            let services = teams.iter().filter_map(|team| graph.team_service[*team]);
            let services = once(services.chain(continuity.services[row].iter().copied()));
            let areas = services.iter().filter_map(|service| graph.service_area(*service));
            let areas = once(areas.chain(continuity.areas[row].iter().copied()));
            let whole = |service: &usize| graph.hierarchy.chain(*service).collect::<Vec<_>>();
            let row = Row { number: row, closed: closed[row] };
            count(edition, row, &mut this.teams, &once(teams.iter().copied()), |team| vec![*team]);
            count(edition, row, &mut this.services, &services, whole);
            count(edition, row, &mut this.areas, &areas, |area| vec![*area]);
        }
        for row in this.ended.clone() {
            let named = continuity.named[row];
            for service in named.service.into_iter().flat_map(|service| graph.hierarchy.chain(service)) {
                this.services[service].ended.push(row);
            }
            if let Some(area) = named.area {
                this.areas[area].ended.push(row);
            }
        }
        this
    }
}

impl EditionContext<'_> {
    /// Whether the state of adoption says how many people there are.
    pub(in crate::site) fn counts_people(&self) -> bool {
        self.edition.adoption.counts_people()
    }

    /// ` al 31 dicembre 2024`, the day of the state of adoption; empty if it is not stated.
    pub(in crate::site) fn adoption_day(&self) -> String {
        let date = self.edition.adoption.date.as_ref();
        date.map(|date| format!(" {}", date.value.at())).unwrap_or_default()
    }
}

/// Whether nobody of a row could work in agile mode: its own days say it, or else the teams that continue it.
fn is_closed(edition: &Edition, continuity: &Continuity, row: usize) -> bool {
    let record = &edition.adoption.rows.rows[row];
    match record.days.as_ref().map(|days| &days.value) {
        Some(Days::Of(smartability)) => *smartability == Smartability::None,
        Some(_) => false,
        None if record.period_days.is_some() => false,
        None => {
            let answer = |team: &usize| edition.teams.rows[*team].smartability.as_ref().map(|answer| answer.value);
            let teams = &continuity.teams[row];
            !teams.is_empty() && teams.iter().all(|team| answer(team) == Some(Smartability::None))
        }
    }
}

/// A row of the state of adoption.
#[derive(Clone, Copy, Debug)]
struct Row {
    number: usize,
    closed: bool,
}

/// Counts a row in every place that holds all the offices in which it continues; those that hold only some share it. `within` tells the
/// places that hold an office.
fn count(edition: &Edition, row: Row, staff: &mut [Staff], offices: &[usize], within: impl Fn(&usize) -> Vec<usize>) {
    let places: Vec<Vec<usize>> = offices.iter().map(within).collect();
    for place in once(places.iter().flatten().copied()) {
        if places.iter().all(|places| places.contains(&place)) {
            staff[place].add(edition, row);
        } else {
            staff[place].shared.push(row.number);
        }
    }
}

impl Staff {
    fn add(&mut self, edition: &Edition, row: Row) {
        let Row { number, closed } = row;
        let row = &edition.adoption.rows.rows[number];
        let (employees, agile) = (People::from(row.employees.value), People::from(row.agile.value));
        self.rows += 1;
        self.employees += employees;
        self.agile += agile;
        if closed {
            self.outside += employees.without(agile);
        }
    }
}

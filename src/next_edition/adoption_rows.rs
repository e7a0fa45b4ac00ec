//! The rows of the state of adoption that are to be filled in: as detailed as the old table was, and no more, since an administration may
//! count by area so that nobody is recognised.

use crate::edit::Written;
use crate::model::{AdoptionRow, Continuity, Date, Edition, Graph, OfficeKind, OfficeNames, Text, counted_kind};
use std::collections::BTreeSet;

/// A row for each office in which an old row continues, for each old row that names none of the edition, and for each office of the smallest
/// kind of the old table that is in none of these.
pub(super) fn rows(edition: &Edition, day: Option<Date>) -> Vec<Written> {
    let graph = Graph::new(edition);
    let old = &edition.adoption.rows.rows;
    let continuity = Continuity::of(edition, &graph);
    let known = OfficeNames::of(edition);
    let mut next = NextRows::of(edition, &graph, day);
    for (number, row) in old.iter().enumerate() {
        next.continue_row(row, number, &continuity, &known);
    }
    next.add_uncovered(smallest_kind(edition));
    next.rows
}

/// The smallest kind of office that the old table names, of those that the edition has.
fn smallest_kind(edition: &Edition) -> OfficeKind {
    let old = &edition.adoption.rows.rows;
    let names = |named: fn(&AdoptionRow) -> &Option<Text>| old.is_empty() || old.iter().any(|row| named(row).is_some());
    if edition.has_teams() && names(|row| &row.team) {
        OfficeKind::Team
    } else if edition.has_services() && (names(|row| &row.service) || edition.areas_in_force().next().is_none()) {
        OfficeKind::Service
    } else {
        OfficeKind::Area
    }
}

/// The rows as they are gathered, and the offices that have one.
struct NextRows<'e> {
    edition: &'e Edition,
    graph: &'e Graph<'e>,
    /// What is asked of each row, and for which day.
    asked: String,
    when: String,
    /// Whether a new row names the area and the service of its office.
    names_areas: bool,
    names_services: bool,
    rows: Vec<Written>,
    areas: BTreeSet<usize>,
    services: BTreeSet<usize>,
    teams: BTreeSet<usize>,
}

impl<'e> NextRows<'e> {
    fn of(edition: &'e Edition, graph: &'e Graph<'e>, day: Option<Date>) -> Self {
        let old = &edition.adoption.rows.rows;
        Self {
            edition,
            graph,
            asked: asked(old),
            when: day.map(|day| format!(" al {}", day.long())).unwrap_or_default(),
            names_areas: old.iter().any(|row| row.area.is_some()),
            names_services: old.iter().any(|row| row.service.is_some()),
            rows: Vec::new(),
            areas: BTreeSet::new(),
            services: BTreeSet::new(),
            teams: BTreeSet::new(),
        }
    }

    /// Adds the rows in which an old one continues.
    fn continue_row(&mut self, row: &AdoptionRow, number: usize, continuity: &Continuity, known: &OfficeNames) {
        let teams = &continuity.teams[number];
        if counted_kind(self.edition, row) == OfficeKind::Team {
            for team in teams {
                self.team(*team);
            }
        } else {
            // A row that names a service counts its people together, though teams continue it.
            for team in teams {
                match self.graph.team_service[*team] {
                    Some(service) => self.service(service),
                    None => self.team(*team),
                }
            }
        }
        for service in &continuity.services[number] {
            self.service(*service);
        }
        for area in &continuity.areas[number] {
            self.area(*area);
        }
        // An office that the edition has in another place, or no longer in force, has a row of its own or none.
        let kinds = [OfficeKind::Area, OfficeKind::Service, OfficeKind::Team];
        let is_known = kinds.into_iter().any(|kind| !known.find(kind, row.name()).is_empty());
        if continuity.ambiguous.contains(&number) {
            self.kept(row, "");
        } else if continuity.is_ended(number) && !is_known && !row.name().is_empty() {
            self.kept(row, "; non è fra gli uffici dell'edizione: se non c'è più, togliere la riga");
        }
    }

    /// Adds the offices of a kind that no row counts, by themselves or with others.
    fn add_uncovered(&mut self, kind: OfficeKind) {
        let edition = self.edition;
        match kind {
            OfficeKind::Team => {
                for team in 0..edition.teams.rows.len() {
                    let service = self.graph.team_service[team];
                    if !self.is_counted(service, self.graph.team_area(team)) {
                        self.team(team);
                    }
                }
            }
            OfficeKind::Service => {
                for service in 0..edition.services.rows.len() {
                    let has_counted =
                        self.graph.hierarchy.within(service).iter().any(|inner| self.services.contains(inner));
                    if !has_counted && !self.is_counted(Some(service), self.graph.service_area(service)) {
                        self.service(service);
                    }
                }
            }
            OfficeKind::Area => {
                let counted: BTreeSet<usize> =
                    self.services.iter().filter_map(|service| self.graph.service_area(*service)).collect();
                (0..edition.areas.rows.len()).filter(|area| !counted.contains(area)).for_each(|area| self.area(area));
            }
        }
    }

    /// Whether a row counts the people of a service, of one above it or of an area.
    fn is_counted(&self, service: Option<usize>, area: Option<usize>) -> bool {
        let mut above = service.into_iter().flat_map(|service| self.graph.hierarchy.chain(service));
        above.any(|service| self.services.contains(&service)) || area.is_some_and(|area| self.areas.contains(&area))
    }

    fn team(&mut self, team: usize) {
        if self.teams.insert(team) {
            let (area, service) = (self.graph.team_area(team), self.graph.team_service[team]);
            let name = self.edition.teams.rows[team].name.value.clone();
            self.push([self.area_name(area), self.service_name(service), Some(name)], "");
        }
    }

    fn service(&mut self, service: usize) {
        if self.services.insert(service) {
            let name = self.edition.services.rows[service].name.value.clone();
            self.push([self.area_name(self.graph.service_area(service)), Some(name), None], "");
        }
    }

    fn area(&mut self, area: usize) {
        let office = &self.edition.areas.rows[area];
        if office.is_in_force() && self.areas.insert(area) {
            self.push([Some(office.name.value.clone()), None, None], "");
        }
    }

    /// The row of an office that cannot be told, under the names that it had.
    fn kept(&mut self, row: &AdoptionRow, remark: &str) {
        let names = [&row.area, &row.service, &row.team];
        self.push(names.map(|name| name.as_ref().map(|name| name.value.clone())), remark);
    }

    fn area_name(&self, area: Option<usize>) -> Option<String> {
        area.filter(|_| self.names_areas).map(|area| self.edition.areas.rows[area].name.value.clone())
    }

    fn service_name(&self, service: Option<usize>) -> Option<String> {
        service.filter(|_| self.names_services).map(|service| self.edition.services.rows[service].name.value.clone())
    }

    /// Adds a row by its names, the coarsest first.
    fn push(&mut self, names: [Option<String>; 3], remark: &str) {
        let office = names.iter().flatten().next_back().cloned().unwrap_or_default();
        let keys = ["area", "servizio", "smart_team"].into_iter().zip(names);
        let keys = keys.filter_map(|(key, name)| Some((key.to_owned(), Written::text(name?))));
        let decision = format!("{} di {office}{}{remark}", self.asked, self.when);
        let decision = ("da_decidere".to_owned(), Written::text(decision));
        self.rows.push(Written::Group(keys.chain([decision]).collect()));
    }
}

/// What each row is to say, by what the old ones said.
fn asked(old: &[AdoptionRow]) -> String {
    let mut asked = vec!["dipendenti", "lavoratori agili"];
    let mut ask = |what, is_stated: fn(&AdoptionRow) -> bool| {
        if old.iter().any(is_stated) {
            asked.push(what);
        }
    };
    ask("donne", |row| row.women.is_some());
    ask("uomini", |row| row.men.is_some());
    if old.is_empty() || old.iter().any(|row| row.days.is_some()) {
        asked.push("giorni alla settimana");
    } else if old.iter().any(|row| row.period_days.is_some()) {
        asked.push("giorni di lavoro agile");
    }
    let last = asked.pop().unwrap_or_default();
    format!("{} e {last}", asked.join(", "))
}

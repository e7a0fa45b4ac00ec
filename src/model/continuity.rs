use super::{AdoptionRow, Edition, Graph, OfficeKind, OfficeNames, Text, fold};

/// Which offices of an edition continue the rows of its state of adoption, which has the names of another year.
///
/// A row counts the people of the smallest office that it names, and continues in offices of that kind; where an edition has no teams,
/// those that its rows name are not looked for.
#[derive(Debug, Default)]
pub struct Continuity {
    /// For each row, the teams that continue it.
    pub teams: Vec<Vec<usize>>,
    /// For each row that names no team, the services that continue it.
    pub services: Vec<Vec<usize>>,
    /// For each row that names no service either, the areas that continue it.
    pub areas: Vec<Vec<usize>>,
    /// For each team, the rows that it continues.
    pub rows: Vec<Vec<usize>>,
    /// The rows whose names are those of several offices: they continue in none of them.
    pub ambiguous: Vec<usize>,
    /// For each row that continues nowhere, what it names that is still there; nothing of the others.
    pub named: Vec<Named>,
}

/// The larger offices that a row names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The service, where no other is called so.
    pub service: Option<usize>,
    /// The area of that service, or else the one that is called as the row says.
    pub area: Option<usize>,
}

/// The kind of office whose people a row counts.
pub fn counted_kind(edition: &Edition, row: &AdoptionRow) -> OfficeKind {
    if row.team.is_some() && !edition.teams.rows.is_empty() {
        OfficeKind::Team
    } else if row.service.is_some() {
        OfficeKind::Service
    } else {
        OfficeKind::Area
    }
}

impl Continuity {
    /// A row continues in the offices of its `continua_in`; without it, in the one that has its name, or has it as alias, within the area
    /// and the service that the row names.
    pub fn of(edition: &Edition, graph: &Graph<'_>) -> Self {
        let matching = Matching { edition, graph, names: OfficeNames::of(edition) };
        let mut this = Self { rows: vec![Vec::new(); edition.teams.rows.len()], ..Self::default() };
        for (number, row) in edition.adoption.rows.rows.iter().enumerate() {
            this.add(&matching, number, row);
        }
        this
    }

    /// Whether a row continues nowhere.
    pub fn is_ended(&self, row: usize) -> bool {
        [&self.teams, &self.services, &self.areas].iter().all(|offices| offices[row].is_empty())
    }

    fn add(&mut self, matching: &Matching<'_>, number: usize, row: &AdoptionRow) {
        let kind = counted_kind(matching.edition, row);
        let (mut teams, mut services, mut areas) = (Vec::new(), Vec::new(), Vec::new());
        if row.continues_in.is_empty() {
            let found = matching.homonyms(kind, row);
            match (kind, &found[..]) {
                (_, []) => {}
                (OfficeKind::Team, [one]) => teams.push(*one),
                (OfficeKind::Service, [one]) => services.push(*one),
                (OfficeKind::Area, [one]) => areas.push(*one),
                _ => self.ambiguous.push(number),
            }
        } else {
            let graph = matching.graph;
            teams.extend(row.continues_in.iter().filter_map(|id| graph.team(&id.value)));
            if kind != OfficeKind::Team {
                let others = row.continues_in.iter().filter(|id| graph.team(&id.value).is_none());
                services.extend(others.filter_map(|id| graph.service(&id.value)));
            }
        }
        for team in &teams {
            self.rows[*team].push(number);
        }
        let is_ended = teams.is_empty() && services.is_empty() && areas.is_empty();
        self.named.push(if is_ended { matching.named(kind, row) } else { Named::default() });
        self.teams.push(teams);
        self.services.push(services);
        self.areas.push(areas);
    }
}

/// What rows are matched against.
struct Matching<'a> {
    edition: &'a Edition,
    graph: &'a Graph<'a>,
    names: OfficeNames,
}

impl Matching<'_> {
    /// The offices of a kind that a row may mean: those that its names fit best.
    fn homonyms(&self, kind: OfficeKind, row: &AdoptionRow) -> Vec<usize> {
        let (name, service, area) = match kind {
            OfficeKind::Team => (&row.team, row.service.as_ref(), row.area.as_ref()),
            OfficeKind::Service => (&row.service, None, row.area.as_ref()),
            OfficeKind::Area => (&row.area, None, None),
        };
        let Some(name) = name.as_ref().filter(|name| !fold(name).is_empty()) else { return Vec::new() };
        let fits = |office: usize| {
            let (services, own_area) = self.above(kind, office);
            let service_fit = nearness(service, |name| self.rank(&services, name))?;
            // A body whose parts are services is named where other bodies name an area.
            let by_area =
                |name: &Text| self.is_area(own_area, name).then_some(0).or_else(|| self.rank(&services, name));
            Some((service_fit, nearness(area, by_area)?))
        };
        // The order is that of the names, then of the other names: a name counts before an alias.
        let found = self.names.find(kind, name);
        let own = found.iter().take_while(|office| self.has_name(kind, **office, name)).count();
        let best = |offices: &[usize]| {
            let fitting: Vec<_> = offices.iter().filter_map(|office| Some((fits(*office)?, *office))).collect();
            let least = fitting.iter().map(|(fit, _)| *fit).min();
            fitting.into_iter().filter(|(fit, _)| Some(*fit) == least).map(|(_, office)| office).collect::<Vec<_>>()
        };
        let named = best(&found[..own]);
        if named.is_empty() { best(&found[own..]) } else { named }
    }

    /// What a row names above the office whose people it counts.
    fn named(&self, counted: OfficeKind, row: &AdoptionRow) -> Named {
        let only = |kind: OfficeKind| match self.homonyms(kind, row)[..] {
            [one] if kind != counted => Some(one),
            _ => None,
        };
        let service = only(OfficeKind::Service);
        let area = service.and_then(|service| self.graph.service_area(service)).or_else(|| only(OfficeKind::Area));
        Named { service, area }
    }

    /// The services that an office belongs to, the nearest first, and its area.
    fn above(&self, kind: OfficeKind, office: usize) -> (Vec<usize>, Option<usize>) {
        let hierarchy = &self.graph.hierarchy;
        match kind {
            OfficeKind::Area => (Vec::new(), None),
            OfficeKind::Service => (hierarchy.chain(office).skip(1).collect(), self.graph.service_area(office)),
            OfficeKind::Team => {
                let service = self.graph.team_service[office];
                (
                    service.into_iter().flat_map(|service| hierarchy.chain(service)).collect(),
                    self.graph.team_area(office),
                )
            }
        }
    }

    /// How near the first of these services is that is called so.
    fn rank(&self, services: &[usize], name: &Text) -> Option<usize> {
        services.iter().position(|service| self.edition.services.rows[*service].office().is_called(name))
    }

    fn is_area(&self, area: Option<usize>, name: &Text) -> bool {
        area.is_some_and(|area| self.edition.areas.rows[area].office().is_called(name))
    }

    fn has_name(&self, kind: OfficeKind, office: usize, name: &Text) -> bool {
        let own = match kind {
            OfficeKind::Area => &self.edition.areas.rows[office].name,
            OfficeKind::Service => &self.edition.services.rows[office].name,
            OfficeKind::Team => &self.edition.teams.rows[office].name,
        };
        fold(own) == fold(name)
    }
}

/// How far away what a row names is; nothing if it is not there. A row that names nothing, or an empty name, excludes nothing.
fn nearness(name: Option<&Text>, rank: impl Fn(&Text) -> Option<usize>) -> Option<usize> {
    match name {
        Some(name) if !name.value.is_empty() => rank(name),
        _ => Some(0),
    }
}

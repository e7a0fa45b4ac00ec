use super::{Area, Edition, Service, SmartTeam, Text, fold};

/// What areas, services and smart teams have in common: an identifier, a name, other names, what they belong to.
#[derive(Clone, Copy, Debug)]
pub struct Office<'a> {
    /// Its identifier.
    pub id: &'a Text,
    /// Its name as published.
    pub name: &'a Text,
    /// Its other names.
    pub aliases: &'a [Text],
    /// Identifier of what it belongs to: the service, or else the area, of a service; the service of a smart team. `None` if it belongs to nothing.
    pub owner: Option<&'a Text>,
}

/// The kinds of office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeKind {
    /// An area.
    Area,
    /// A service.
    Service,
    /// A smart team.
    Team,
}

impl<'a> Office<'a> {
    /// Its name, then its other names.
    pub fn names(self) -> impl Iterator<Item = &'a Text> + Clone {
        std::iter::once(self.name).chain(self.aliases)
    }

    /// Whether this is one of its names, in whatever spelling.
    pub fn is_called(self, name: &str) -> bool {
        let folded = fold(name);
        self.names().any(|own| fold(own) == folded)
    }
}

impl Area {
    /// What it has in common with other offices.
    pub fn office(&self) -> Office<'_> {
        Office { id: &self.id, name: &self.name, aliases: &self.aliases, owner: None }
    }
}

impl Service {
    /// What it has in common with other offices.
    pub fn office(&self) -> Office<'_> {
        Office {
            id: &self.id,
            name: &self.name,
            aliases: &self.aliases,
            owner: self.parent.as_ref().or(self.area.as_ref()),
        }
    }
}

impl SmartTeam {
    /// What it has in common with other offices.
    pub fn office(&self) -> Office<'_> {
        Office { id: &self.id, name: &self.name, aliases: &self.aliases, owner: self.service.as_ref() }
    }
}

impl Edition {
    /// The offices of a kind, by row number.
    pub fn offices(&self, kind: OfficeKind) -> Vec<Office<'_>> {
        match kind {
            OfficeKind::Area => self.areas.rows.iter().map(Area::office).collect(),
            OfficeKind::Service => self.services.rows.iter().map(Service::office).collect(),
            OfficeKind::Team => self.teams.rows.iter().map(SmartTeam::office).collect(),
        }
    }

    /// Every office: areas, then services, then smart teams.
    pub fn all_offices(&self) -> impl Iterator<Item = Office<'_>> {
        let areas = self.areas.rows.iter().map(Area::office);
        let services = self.services.rows.iter().map(Service::office);
        areas.chain(services).chain(self.teams.rows.iter().map(SmartTeam::office))
    }

    /// Whether every row of areas, services and smart teams could be read.
    pub fn has_all_offices(&self) -> bool {
        self.areas.complete && self.services.complete && self.teams.complete
    }
}

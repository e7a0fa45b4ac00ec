//! Which office a name means, within what it belongs to; and the offices that are new to the edition.

use super::added_offices::AddedOffices;
use super::known_offices::KnownOffices;
use super::names::Likeness;
use super::new_office::Added;
use super::office_choice::Asked;
use super::past_names;
use crate::import::answers::Answers;
use crate::model::{Edition, Graph, OfficeKind, fold};
use std::collections::HashSet;

/// The offices of an edition, and those that are to be added to it.
pub(super) struct Offices<'a> {
    pub(super) edition: &'a Edition,
    graph: Graph<'a>,
    pub(super) answers: &'a Answers,
    known: KnownOffices<'a>,
    pub(super) added: AddedOffices,
    /// Whether a name that the edition does not know is that of a new office.
    pub(super) adds: bool,
    /// The identifiers of the programs that were added to the edition, or get them.
    pub(super) programs: HashSet<String>,
    /// What the table of adoption of the edition calls offices, folded.
    pub(super) past: HashSet<String>,
    /// Whether the sheets of the workbook are called as offices are.
    pub(super) name_sheets: bool,
}

/// An office.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Found {
    pub(super) kind: OfficeKind,
    pub(super) id: String,
}

/// What became of a name.
#[derive(Clone, Debug)]
pub(super) enum Meant {
    /// This office.
    Sure(Found),
    /// Perhaps this one.
    Perhaps(Found, String),
    /// An office that is new to the edition.
    New(Found, String),
    /// Everyone.
    Everyone,
    /// Left out by an answer.
    Ignored,
    /// None that is known; why.
    Unknown(String),
}

/// Names that mean every office.
const EVERYONE: [&str; 12] = [
    "tutti",
    "tutte",
    "tutti i servizi",
    "tutte le aree",
    "tutti gli uffici",
    "trasversale",
    "tutti gli smart team",
    "tutti i settori",
    "tutte le direzioni",
    "tutto l ente",
    "intero ente",
    "tutte le strutture",
];

impl<'a> Offices<'a> {
    pub(super) fn new(edition: &'a Edition, answers: &'a Answers) -> Self {
        let graph = Graph::new(edition);
        Self {
            edition,
            known: KnownOffices::of(edition, &graph),
            graph,
            answers,
            added: AddedOffices::default(),
            adds: answers.new_offices.unwrap_or(true),
            programs: HashSet::new(),
            past: past_names::of(edition),
            name_sheets: false,
        }
    }

    /// The office that a name means, within another; `sheet` is where it stands.
    pub(super) fn meant(&mut self, asked: &Asked<'_>, within: Option<&Found>, sheet: &str) -> Meant {
        let (kind, name, at) = (asked.kind, asked.name, (sheet, asked.row + 1));
        match self.answers.name(name).map(str::to_owned) {
            Some(answer) if fold(&answer) == "ignora" => return Meant::Ignored,
            // What was added once is there the next time.
            Some(answer) if fold(&answer) == "nuovo" && self.known(kind, name, within).is_none() => {
                return self.add(kind, name, within, at, true);
            }
            Some(answer) if fold(&answer) == "nuovo" => {}
            Some(answer) if fold(&answer) == "tutti" => return Meant::Everyone,
            Some(answer) => {
                return self.answered(kind, &answer).map_or_else(
                    || Meant::Unknown(format!("la risposta `{answer}` non è né l'id né il nome di un ufficio")),
                    Meant::Sure,
                );
            }
            None => {}
        }
        if EVERYONE.contains(&fold(name).as_str()) {
            return Meant::Everyone;
        }
        if let Some(meant) = self.of_edition(asked, within) {
            return meant;
        }
        if self.adds {
            let is_settled = self.answers.new_offices.is_some();
            return self.add(kind, name, within, at, is_settled);
        }
        let near = self.nearest(name);
        Meant::Unknown(near.map_or_else(
            || "nessun ufficio dell'edizione si chiama così".to_owned(),
            |near| {
                format!(
                    "nessun ufficio dell'edizione si chiama così; il più vicino è «{}» (`{}`)",
                    self.label(&near),
                    near.id
                )
            },
        ))
    }

    /// The offices of a kind whose names are most like a name, within another.
    pub(super) fn best(&self, kind: OfficeKind, name: &str, within: Option<&Found>) -> Vec<(Found, Likeness)> {
        let of_edition = |alike: &[(usize, Likeness)]| -> Vec<(Found, Likeness)> {
            let offices = alike.iter().map(|(row, likeness)| (self.known.id(kind, *row), *likeness));
            let within = offices.filter(|(id, _)| self.is_within(kind, id, within));
            within.map(|(id, likeness)| (Found { kind, id: id.to_owned() }, likeness)).collect()
        };
        let mut found = of_edition(&self.known.called(kind, name));
        for added in self.added.named(kind, name) {
            if within.is_none() || added.owner.as_ref() == within || self.owner_of(added).as_ref() == within {
                found.push((Found { kind, id: added.id.clone() }, Likeness::Same));
            }
        }
        // Those that have the name are more like it than any other.
        if found.is_empty() {
            found = of_edition(&self.known.alike((kind, name), within));
        }
        let best = found.iter().map(|(_, likeness)| *likeness).max();
        found.retain(|(_, likeness)| Some(*likeness) == best);
        found
    }

    fn owner_of(&self, added: &Added) -> Option<Found> {
        let owner = added.owner.as_ref()?;
        self.added.with_id(owner.kind, &owner.id).and_then(|other| other.owner.clone())
    }

    /// Whether an office of the edition belongs to another.
    fn is_within(&self, kind: OfficeKind, id: &str, within: Option<&Found>) -> bool {
        let Some(within) = within else { return true };
        let service = match kind {
            OfficeKind::Area => return within.kind == OfficeKind::Area && within.id == id,
            OfficeKind::Service => self.graph.service(id),
            OfficeKind::Team => self.graph.team(id).and_then(|team| self.graph.team_service[team]),
        };
        let Some(service) = service else { return false };
        match within.kind {
            OfficeKind::Area => {
                self.graph.service_area(service).is_some_and(|area| self.edition.areas.rows[area].id.value == within.id)
            }
            OfficeKind::Service => {
                self.graph.hierarchy.chain(service).any(|row| self.edition.services.rows[row].id.value == within.id)
            }
            OfficeKind::Team => false,
        }
    }

    pub(super) fn is_ceased(&self, area: Option<&Found>) -> bool {
        let row = area.filter(|found| found.kind == OfficeKind::Area).and_then(|found| self.graph.area(&found.id));
        row.is_some_and(|row| self.edition.areas.rows[row].ceased.as_ref().is_some_and(|ceased| ceased.value))
    }

    /// The office that an answer names, by its identifier or its name.
    pub(super) fn answered(&self, kind: OfficeKind, answer: &str) -> Option<Found> {
        self.identified(kind, answer).or_else(|| self.named(kind, answer))
    }

    fn identified(&self, kind: OfficeKind, id: &str) -> Option<Found> {
        let kinds = [kind, OfficeKind::Team, OfficeKind::Service, OfficeKind::Area];
        kinds.into_iter().find(|kind| self.has(*kind, id)).map(|kind| Found { kind, id: id.to_owned() })
    }

    /// Whether the edition has an office.
    pub(super) fn is_of_edition(&self, found: &Found) -> bool {
        self.known.name(found.kind, &found.id).is_some()
    }

    /// Whether an office of a kind has an identifier.
    pub(super) fn has(&self, kind: OfficeKind, id: &str) -> bool {
        self.known.name(kind, id).is_some() || self.added.with_id(kind, id).is_some()
    }

    /// The one office that is called exactly so.
    fn named(&self, kind: OfficeKind, name: &str) -> Option<Found> {
        let kinds = [kind, OfficeKind::Team, OfficeKind::Service, OfficeKind::Area];
        let found = |kind| self.known.named(kind, name).map(|id| Found { kind, id: id.to_owned() });
        kinds.into_iter().find_map(found)
    }

    pub(super) fn nearest(&self, name: &str) -> Option<Found> {
        self.known.nearest(name)
    }

    /// The identifier of the office of a kind that has a name, within another where that says it.
    pub(super) fn known(&self, kind: OfficeKind, name: &str, within: Option<&Found>) -> Option<String> {
        let inside = self.best(kind, name, within);
        let found = if inside.is_empty() { self.best(kind, name, None) } else { inside };
        match found.as_slice() {
            [(found, likeness)] if *likeness >= Likeness::Renamed => Some(found.id.clone()),
            _ => None,
        }
    }

    /// What an office is called.
    pub(super) fn label(&self, found: &Found) -> String {
        let added = || self.added.with_id(found.kind, &found.id).map(|added| added.name.as_str());
        let known = self.known.name(found.kind, &found.id).or_else(added);
        known.map_or_else(|| found.id.clone(), str::to_owned)
    }

    /// Whether a name is the very one of an office, and not only its identifier.
    pub(super) fn is_called(&self, found: &Found, name: &str) -> bool {
        self.known.is_called(found, name) || fold(&self.label(found)) == fold(name)
    }
}

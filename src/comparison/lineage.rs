use super::change::Sides;
use super::likeness::{Likeness, alike};
use super::matching::{Known as Keyed, matched};
use crate::model::{Office, OfficeKind, Text, fold};
use crate::tables::{RecordNames, Target};
use std::collections::{HashMap, HashSet};

/// For each row of the later edition, the row of the earlier one that it continues.
pub(super) type Origins = Vec<Option<usize>>;

/// Where each office comes from.
#[derive(Debug)]
pub(super) struct Lineages {
    pub(super) areas: Origins,
    pub(super) services: Origins,
    pub(super) teams: Origins,
    pub(super) software: Origins,
}

/// What an office is known by.
struct Known<'a> {
    id: &'a str,
    /// Its name, with what it belongs to where another office has the same.
    label: String,
    /// Its name alone; `None` where another office has the same.
    name: Option<String>,
    aliases: Vec<String>,
}

impl Lineages {
    pub(super) fn of((earlier, later): (RecordNames<'_>, RecordNames<'_>)) -> Self {
        let origins = |kind| origins(&known(earlier, kind), &known(later, kind));
        Self {
            areas: origins(OfficeKind::Area),
            services: origins(OfficeKind::Service),
            teams: origins(OfficeKind::Team),
            software: software((earlier, later)),
        }
    }

    /// The identifier that the record which a text of the later edition names had in the earlier one; its own if it is new.
    pub(super) fn earlier_id(&self, sides: Sides<'_>, target: Target, id: &Text) -> String {
        let (graph, edition) = (sides.later.graph, sides.earlier.edition);
        let key = id.value.as_str();
        let origin = |row: Option<usize>, origins: &Origins| row.and_then(|row| origins[row]);
        let earlier = match target {
            Target::Area => origin(graph.area(key), &self.areas).map(|row| &edition.areas.rows[row].id),
            Target::Service => origin(graph.service(key), &self.services).map(|row| &edition.services.rows[row].id),
            Target::Team => origin(graph.team(key), &self.teams).map(|row| &edition.teams.rows[row].id),
            Target::Software => {
                origin(graph.program(key), &self.software).and_then(|row| edition.software.rows[row].id.as_ref())
            }
        };
        earlier.map_or_else(|| key.to_owned(), |id| id.value.clone())
    }
}

/// A program continues the one with its identifier, else with its name, else the one most like it.
fn software((earlier, later): (RecordNames<'_>, RecordNames<'_>)) -> Origins {
    let known = |names: RecordNames<'_>| -> Vec<Keyed> {
        let rows = names.edition.software.rows.iter();
        let id = |id: &Option<Text>| id.as_ref().map(|id| id.value.clone()).unwrap_or_default();
        rows.map(|program| Keyed::new([id(&program.id), fold(&program.name)], &program.name)).collect()
    };
    matched(&known(earlier), &known(later))
}

/// The offices of a kind.
fn known(RecordNames { edition, labels, .. }: RecordNames<'_>, kind: OfficeKind) -> Vec<Known<'_>> {
    let labels = match kind {
        OfficeKind::Area => &labels.areas,
        OfficeKind::Service => &labels.services,
        OfficeKind::Team => &labels.teams,
    };
    edition.offices(kind).into_iter().zip(labels).map(|(office, label)| Known::of(office, label)).collect()
}

impl<'a> Known<'a> {
    fn of(office: Office<'a>, label: &str) -> Self {
        let (name, label) = (fold(office.name), fold(label));
        Self {
            id: office.id.value.as_str(),
            name: Some(name).filter(|name| *name == label),
            label,
            aliases: office.aliases.iter().map(|alias| fold(alias)).collect(),
        }
    }
}

/// A way to find the origin of an office.
type Way<'w> = &'w dyn Fn(&Known<'_>) -> Option<usize>;

/// An office continues the one with its identifier; otherwise the one with its name, then one whose name is an alias of either, then the
/// one whose name is most like its own.
fn origins(earlier: &[Known<'_>], later: &[Known<'_>]) -> Origins {
    let ids = index(earlier.iter().map(|office| [office.id.to_owned()]));
    let labels = index(earlier.iter().map(|office| [office.label.clone()]));
    let names = index(earlier.iter().map(|office| office.name.clone()));
    let aliases = index(earlier.iter().map(|office| office.aliases.clone()));
    let mut taken = HashSet::new();
    let mut origins = vec![None; later.len()];
    let ways: [Way<'_>; 5] = [
        &|office| ids.get(office.id).copied(),
        &|office| labels.get(&office.label).copied(),
        &|office| names.get(office.name.as_ref()?).copied(),
        &|office| office.aliases.iter().find_map(|alias| names.get(alias)).copied(),
        &|office| aliases.get(office.name.as_ref()?).copied(),
    ];
    // Each way is tried for all offices before the next, so that an alias never takes the place of a name.
    for way in ways {
        for (row, office) in later.iter().enumerate() {
            if origins[row].is_none() {
                origins[row] = way(office).filter(|origin| taken.insert(*origin));
            }
        }
    }
    let rest = |offices: &[Known<'_>], is_left: &dyn Fn(usize) -> bool| -> Vec<(usize, Likeness)> {
        let rows = offices.iter().enumerate().filter(|(row, _)| is_left(*row));
        rows.map(|(row, office)| (row, Likeness::of(&office.label))).collect()
    };
    let (old, new) = (rest(earlier, &|row| !taken.contains(&row)), rest(later, &|row| origins[row].is_none()));
    for (before, after) in alike(&old, &new) {
        origins[after] = Some(before);
    }
    origins
}

/// The first row that each of these words belongs to.
fn index<W: IntoIterator<Item = String>>(rows: impl Iterator<Item = W>) -> HashMap<String, usize> {
    let mut index = HashMap::new();
    for (row, words) in rows.enumerate() {
        for word in words {
            index.entry(word).or_insert(row);
        }
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known<'a>(id: &'a str, name: &str, aliases: &[&str]) -> Known<'a> {
        let aliases = aliases.iter().map(|alias| fold(alias)).collect();
        Known { id, label: fold(name), name: Some(fold(name)), aliases }
    }

    #[test]
    fn an_office_continues_its_identifier_its_name_or_an_alias() {
        let earlier =
            [known("entrate", "Servizio Entrate", &[]), known("b", "Linfa", &["Casa"]), known("c", "Nidi", &[])];
        let later = [
            known("tributi", "Servizio Tributi", &["SERVIZIO ENTRATE"]),
            known("linfa", "LINFA", &[]),
            known("c", "Asili", &[]),
            known("d", "Casa", &[]),
        ];
        assert_eq!(origins(&earlier, &later), [Some(0), Some(1), Some(2), None]);
    }

    #[test]
    fn homonyms_continue_those_of_their_own_owner() {
        let homonym = |id, owner: &str| Known { name: None, ..known(id, &format!("Tributi ({owner})"), &[]) };
        let earlier = [homonym("a", "Alfa"), homonym("b", "Beta")];
        let later = [homonym("x", "Beta"), homonym("y", "Alfa"), homonym("z", "Gamma")];
        assert_eq!(origins(&earlier, &later), [Some(1), Some(0), None]);
    }

    #[test]
    fn the_identifier_counts_more_than_a_name() {
        let earlier = [known("a", "Uno", &[]), known("b", "Due", &[])];
        let later = [known("x", "Due", &[]), known("b", "Uno", &[])];
        assert_eq!(origins(&earlier, &later), [None, Some(1)]);
    }
}

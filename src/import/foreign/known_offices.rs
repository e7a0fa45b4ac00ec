//! The offices of an edition by what they are called.

use super::letters::Letters;
use super::likely::{self, LikelyNames};
use super::names::{Likeness, Name};
use super::offices::Found;
use super::ownership::Ownership;
use crate::model::{Edition, Graph, OfficeKind, fold};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// So many offices that are equally like a name are looked for: that there are several is what they say.
pub(super) const MANY: usize = 6;
/// Names less alike than this are not told as the nearest.
const ALIKE: f64 = 0.85;

/// An office, as names are held against it.
struct Known<'a> {
    id: &'a str,
    folded_id: String,
    name: &'a str,
    /// Its name and its other names.
    names: Vec<Name>,
    /// The same, folded.
    folded: Vec<String>,
    letters: Letters,
}

impl Known<'_> {
    /// How much a name, which is this one folded, is like those of the office, or its identifier.
    fn likeness(&self, name: &Name, folded: &str) -> Option<Likeness> {
        let of_names = self.names.iter().filter_map(|known| name.likeness(known)).max();
        of_names.max((folded == self.folded_id).then_some(Likeness::Same))
    }
}

/// The offices of one kind, in the order of the data.
#[derive(Default)]
struct Kind<'a> {
    offices: Vec<Known<'a>>,
    by_id: HashMap<&'a str, usize>,
    by_name: HashMap<String, Vec<usize>>,
    /// By each of their names but for the word for what they are, and by their folded identifiers.
    by_rest: HashMap<String, Vec<usize>>,
    likely: LikelyNames,
}

/// The offices that are like a name, each with how much.
pub(super) type Alike = Rc<Vec<(usize, Likeness)>>;

/// What was asked: a kind of offices, a name, and what they must belong to.
type Asked = (OfficeKind, String, Option<Found>);

/// The offices of an edition.
pub(super) struct KnownOffices<'a> {
    areas: Kind<'a>,
    services: Kind<'a>,
    teams: Kind<'a>,
    ownership: Ownership,
    asked: RefCell<HashMap<Asked, Alike>>,
}

impl<'a> KnownOffices<'a> {
    pub(super) fn of(edition: &'a Edition, graph: &Graph<'a>) -> Self {
        let kind = |kind| {
            let mut of_kind = Kind::default();
            for (row, office) in edition.offices(kind).into_iter().enumerate() {
                let called = || std::iter::once(office.name).chain(office.aliases).map(|name| name.value.as_str());
                let folded: Vec<String> = called().map(fold).collect();
                let name = folded.first().cloned().unwrap_or_default();
                let letters = Letters::of(&name);
                of_kind.by_id.entry(office.id.value.as_str()).or_insert(row);
                of_kind.by_name.entry(name).or_default().push(row);
                let names: Vec<Name> = called().map(Name::of).collect();
                let (id, name) = (office.id.value.as_str(), office.name.value.as_str());
                let folded_id = fold(id);
                of_kind.likely.push(folded.iter().map(String::as_str));
                for rest in names.iter().map(Name::rest).chain([folded_id.as_str()]) {
                    of_kind.by_rest.entry(rest.to_owned()).or_default().push(row);
                }
                of_kind.offices.push(Known { id, folded_id, name, names, folded, letters });
            }
            of_kind
        };
        Self {
            areas: kind(OfficeKind::Area),
            services: kind(OfficeKind::Service),
            teams: kind(OfficeKind::Team),
            ownership: Ownership::of(edition, graph),
            asked: RefCell::default(),
        }
    }

    fn kind(&self, kind: OfficeKind) -> &Kind<'a> {
        match kind {
            OfficeKind::Area => &self.areas,
            OfficeKind::Service => &self.services,
            OfficeKind::Team => &self.teams,
        }
    }

    /// The offices of a kind that have a name, but perhaps for the word for what they are, in their order: of all that are like it, those that
    /// are so most. They are found without a look at the others.
    pub(super) fn called(&self, kind: OfficeKind, name: &str) -> Vec<(usize, Likeness)> {
        let (own, folded, of_kind) = (Name::of(name), fold(name), self.kind(kind));
        let rows = [own.rest(), folded.as_str()].into_iter().filter_map(|rest| of_kind.by_rest.get(rest)).flatten();
        let rows: BTreeSet<usize> = rows.copied().collect();
        let likeness = |row: usize| Some((row, of_kind.offices.get(row)?.likeness(&own, &folded)?));
        rows.into_iter().filter_map(likeness).filter(|(_, likeness)| *likeness >= Likeness::Renamed).collect()
    }

    /// The offices of a kind within another that are most like a name, in their order: no more than say that there are many.
    pub(super) fn alike(&self, (kind, name): (OfficeKind, &str), owner: Option<&Found>) -> Alike {
        let asked = (kind, name.to_owned(), owner.cloned());
        if let Some(known) = self.asked.borrow().get(&asked) {
            return known.clone();
        }
        let (own, folded, of_kind) = (Name::of(name), fold(name), self.kind(kind));
        let (most, mut found) = (own.most_like(), Vec::new());
        for row in self.likely(kind, &folded, owner) {
            let office = of_kind.offices.get(row);
            let Some(likeness) = office.and_then(|office| office.likeness(&own, &folded)) else { continue };
            match found.first().map(|(_, best)| likeness.cmp(best)) {
                Some(Ordering::Less) => continue,
                Some(Ordering::Greater) => found.clear(),
                _ => {}
            }
            found.push((row, likeness));
            // None that follows is more like it.
            if found.len() >= MANY && likeness >= most {
                break;
            }
        }
        found.truncate(MANY);
        let found: Alike = Rc::new(found);
        self.asked.borrow_mut().insert(asked, found.clone());
        found
    }

    /// The rows of the offices of a kind, within another, that may be like a folded name.
    fn likely(&self, kind: OfficeKind, folded: &str, owner: Option<&Found>) -> BTreeSet<usize> {
        let Some(owner) = owner else { return self.kind(kind).likely.likely(folded, |_| true) };
        let within = self.ownership.within(kind, owner);
        if within.len() <= likely::MOST {
            return within.iter().copied().collect();
        }
        self.kind(kind).likely.likely(folded, |row| within.binary_search(&row).is_ok())
    }

    /// The identifier of the office of a kind in a row of the data.
    pub(super) fn id(&self, kind: OfficeKind, row: usize) -> &'a str {
        self.kind(kind).offices.get(row).map_or("", |office| office.id)
    }

    /// What the office is called that has an identifier.
    pub(super) fn name(&self, kind: OfficeKind, id: &str) -> Option<&'a str> {
        self.with_id(kind, id).map(|office| office.name)
    }

    /// Whether the office that has an identifier is called so, or has it as another name.
    pub(super) fn is_called(&self, found: &Found, name: &str) -> bool {
        self.with_id(found.kind, &found.id).is_some_and(|office| office.folded.contains(&fold(name)))
    }

    fn with_id(&self, kind: OfficeKind, id: &str) -> Option<&Known<'a>> {
        let of_kind = self.kind(kind);
        of_kind.by_id.get(id).and_then(|row| of_kind.offices.get(*row))
    }

    /// The one office of a kind whose very name it is.
    pub(super) fn named(&self, kind: OfficeKind, name: &str) -> Option<&'a str> {
        match self.kind(kind).by_name.get(&fold(name)).map(Vec::as_slice) {
            Some([row]) => Some(self.id(kind, *row)),
            _ => None,
        }
    }

    /// The office whose name is most like a name; of several the last.
    pub(super) fn nearest(&self, name: &str) -> Option<Found> {
        let folded = fold(name);
        let letters = Letters::of(&folded);
        let kinds = [OfficeKind::Team, OfficeKind::Service, OfficeKind::Area];
        let mut best: Option<(f64, OfficeKind, &str)> = None;
        for kind in kinds {
            let of_kind = self.kind(kind);
            let rows = of_kind.likely.likely(&folded, |_| true);
            for office in rows.into_iter().filter_map(|row| of_kind.offices.get(row)) {
                let least = best.map_or(ALIKE, |(score, ..)| score);
                if office.letters.may_be_alike(&letters) < least {
                    continue;
                }
                let score = strsim::jaro_winkler(office.folded.first().map_or("", String::as_str), &folded);
                if score > ALIKE && score >= least {
                    best = Some((score, kind, office.id));
                }
            }
        }
        best.map(|(_, kind, id)| Found { kind, id: id.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;
    use std::path::Path;

    /// All offices of a kind that are like a name.
    fn all_alike(known: &KnownOffices<'_>, kind: OfficeKind, name: &str) -> Vec<(usize, Likeness)> {
        let (own, folded) = (Name::of(name), fold(name));
        let offices = known.kind(kind).offices.iter().enumerate();
        offices.filter_map(|(row, office)| Some((row, office.likeness(&own, &folded)?))).collect()
    }

    #[test]
    fn those_that_have_a_name_are_those_most_like_it() {
        let loaded = load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the committed annex");
        let edition = loaded.annex.editions.last().expect("an edition");
        let known = KnownOffices::of(edition, &Graph::new(edition));
        let (mut found, mut near) = (0, 0);
        for kind in [OfficeKind::Area, OfficeKind::Service, OfficeKind::Team] {
            let names: Vec<String> = edition.offices(kind).iter().map(|office| office.name.value.clone()).collect();
            let ids = edition.offices(kind).into_iter().map(|office| office.id.value.clone());
            let slip = |name: &str| name.chars().skip(1).collect::<String>();
            let called = |name: &String| {
                [
                    name.to_uppercase(),
                    format!("Ufficio {name}"),
                    format!("{name}x"),
                    slip(name),
                    format!("{name:.6}. {name:.4}."),
                ]
            };
            for name in ids.chain(names.iter().flat_map(called)).chain(["Ufficio".to_owned(), String::new()]) {
                let all = all_alike(&known, kind, &name);
                let most: Vec<_> = all.iter().copied().filter(|(_, likeness)| *likeness >= Likeness::Renamed).collect();
                assert_eq!(known.called(kind, &name), most, "{name}");
                found += most.len();
                // Where none has it, the first of those that are most like it.
                let others = all.iter().copied().filter(|(_, likeness)| *likeness < Likeness::Renamed);
                let best = others.clone().map(|(_, likeness)| likeness).max();
                let right: Vec<_> = others.filter(|(_, likeness)| Some(*likeness) == best).take(MANY).collect();
                if most.is_empty() {
                    assert_eq!(*known.alike((kind, &name), None), right, "{name}");
                    near += right.len();
                }
            }
        }
        assert!(found > 50 && near > 20, "{found} {near}");
    }

    #[test]
    fn the_nearest_is_the_last_of_those_that_are_most_like_a_name() {
        let loaded = load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the committed annex");
        let edition = loaded.annex.editions.last().expect("an edition");
        let known = KnownOffices::of(edition, &Graph::new(edition));
        let kinds = [OfficeKind::Team, OfficeKind::Service, OfficeKind::Area];
        let all =
            || kinds.into_iter().flat_map(|kind| edition.offices(kind).into_iter().map(move |office| (kind, office)));
        let mut told = 0;
        for (_, office) in all() {
            for name in [
                format!("{} bis", office.name.value),
                office.name.value.chars().rev().collect(),
                format!("Ufficio {}", office.name.value),
            ] {
                let score = |known: &str| strsim::jaro_winkler(&fold(known), &fold(&name));
                let scored = all().map(|(kind, office)| (score(&office.name.value), kind, office.id.value.clone()));
                let best = scored.filter(|(score, ..)| *score > ALIKE).max_by(|one, other| one.0.total_cmp(&other.0));
                let right = best.map(|(_, kind, id)| Found { kind, id });
                assert_eq!(known.nearest(&name), right, "{name}");
                told += usize::from(right.is_some());
            }
        }
        assert!(told > 30, "{told}");
    }
}

use super::{Edition, OfficeKind, fold};
use std::collections::HashMap;

/// The offices of an edition by what they are called, in whatever spelling.
#[derive(Debug)]
pub struct OfficeNames {
    areas: Names,
    services: Names,
    teams: Names,
}

/// Row numbers by folded name.
#[derive(Debug, Default)]
struct Names {
    own: HashMap<String, Vec<usize>>,
    other: HashMap<String, Vec<usize>>,
}

impl OfficeNames {
    /// Gathers the names and other names of an edition.
    pub fn of(edition: &Edition) -> Self {
        let names = |kind| {
            let mut names = Names::default();
            for (row, office) in edition.offices(kind).into_iter().enumerate() {
                names.own.entry(fold(office.name)).or_default().push(row);
                for alias in office.aliases {
                    names.other.entry(fold(alias)).or_default().push(row);
                }
            }
            names
        };
        Self { areas: names(OfficeKind::Area), services: names(OfficeKind::Service), teams: names(OfficeKind::Team) }
    }

    /// The rows of the offices of a kind with this name, then of those with this other name.
    pub fn find(&self, kind: OfficeKind, name: &str) -> Vec<usize> {
        let names = match kind {
            OfficeKind::Area => &self.areas,
            OfficeKind::Service => &self.services,
            OfficeKind::Team => &self.teams,
        };
        let folded = fold(name);
        // Names count before other names, whatever the order of the rows.
        [&names.own, &names.other].into_iter().filter_map(|rows| rows.get(&folded)).flatten().copied().collect()
    }
}

use super::{Edition, Text};
use std::collections::HashMap;

/// Which service belongs to which, and to which area, by row numbers.
///
/// A service that would belong to itself, directly or through others, belongs to none; a rule reports it.
#[derive(Debug, Default)]
pub struct Hierarchy {
    /// For each service, the one that it is a part of.
    pub parents: Vec<Option<usize>>,
    /// For each service, its parts.
    pub parts: Vec<Vec<usize>>,
    /// For each service, its area: its own, or that of the service that it is a part of.
    pub areas: Vec<Option<usize>>,
}

impl Hierarchy {
    /// Resolves the services of an edition.
    pub(super) fn of(edition: &Edition, areas: &HashMap<&str, usize>, services: &HashMap<&str, usize>) -> Self {
        let rows = &edition.services.rows;
        let find =
            |rows: &HashMap<&str, usize>, id: Option<&Text>| id.and_then(|id| rows.get(id.value.as_str())).copied();
        let named: Vec<Option<usize>> = rows.iter().map(|service| find(services, service.parent.as_ref())).collect();
        let parents: Vec<Option<usize>> =
            (0..rows.len()).map(|row| named[row].filter(|_| circle(&named, row).is_none())).collect();
        let mut parts = vec![Vec::new(); rows.len()];
        for (row, parent) in parents.iter().enumerate() {
            if let Some(parent) = parent {
                parts[*parent].push(row);
            }
        }
        let own: Vec<Option<usize>> = rows.iter().map(|service| find(areas, service.area.as_ref())).collect();
        let mut hierarchy = Self { parents, parts, areas: Vec::new() };
        // An area that is written counts, even if it leads nowhere.
        let area = |row: usize| hierarchy.chain(row).find(|row| rows[*row].area.is_some()).and_then(|row| own[row]);
        hierarchy.areas = (0..rows.len()).map(area).collect();
        hierarchy
    }

    /// A service, then what it is a part of, and so on.
    pub fn chain(&self, service: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(service), |row| self.parents[*row])
    }

    /// A service and all that is a part of it, to any depth.
    pub fn within(&self, service: usize) -> Vec<usize> {
        let mut found = vec![service];
        let mut at = 0;
        while let Some(row) = found.get(at).copied() {
            found.extend(&self.parts[row]);
            at += 1;
        }
        found
    }

    /// Services in the order in which a list shows them: each followed by its parts.
    pub fn in_order(&self, services: &[usize]) -> Vec<usize> {
        let mut order: Vec<usize> = services.to_vec();
        order.sort_by_cached_key(|service| {
            let mut chain: Vec<usize> = self.chain(*service).collect();
            chain.reverse();
            chain
        });
        order
    }

    /// How many services a service is below.
    pub fn depth(&self, service: usize) -> usize {
        self.chain(service).count() - 1
    }
}

/// The services of the circle that leads back to this one, itself first; `None` if it is in no circle.
pub fn circle(parents: &[Option<usize>], row: usize) -> Option<Vec<usize>> {
    let mut seen = vec![row];
    let mut at = parents[row]?;
    while at != row {
        // A circle further up is that of others.
        if seen.contains(&at) {
            return None;
        }
        seen.push(at);
        at = parents[at]?;
    }
    Some(seen)
}

#[cfg(test)]
mod tests {
    use super::circle;

    #[test]
    fn a_circle_is_that_of_the_services_in_it() {
        let parents = [Some(1), Some(2), Some(1), None, Some(4)];
        assert_eq!(circle(&parents, 1), Some(vec![1, 2]));
        assert_eq!(circle(&parents, 0), None, "it only leads into one");
        assert_eq!(circle(&parents, 3), None);
        assert_eq!(circle(&parents, 4), Some(vec![4]));
    }
}

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
    /// For each service its place where all are listed, each followed by its parts.
    places: Vec<usize>,
}

impl Hierarchy {
    /// Resolves the services of an edition.
    pub(super) fn of(edition: &Edition, areas: &HashMap<&str, usize>, services: &HashMap<&str, usize>) -> Self {
        let rows = &edition.services.rows;
        let find =
            |rows: &HashMap<&str, usize>, id: Option<&Text>| id.and_then(|id| rows.get(id.value.as_str())).copied();
        let named: Vec<Option<usize>> = rows.iter().map(|service| find(services, service.parent.as_ref())).collect();
        let mut parents = named.clone();
        for row in circles(&named).into_iter().flatten() {
            parents[row] = None;
        }
        let mut parts = vec![Vec::new(); rows.len()];
        for (row, parent) in parents.iter().enumerate() {
            if let Some(parent) = parent {
                parts[*parent].push(row);
            }
        }
        let own: Vec<Option<usize>> = rows.iter().map(|service| find(areas, service.area.as_ref())).collect();
        let mut areas = vec![None; rows.len()];
        let mut places = vec![0; rows.len()];
        // Each service comes after the one that it is a part of.
        let mut next: Vec<usize> = (0..rows.len()).rev().filter(|row| parents[*row].is_none()).collect();
        let mut place = 0;
        while let Some(row) = next.pop() {
            // An area that is written counts, even if it leads nowhere.
            let is_own = rows[row].area.is_some();
            areas[row] = if is_own { own[row] } else { parents[row].and_then(|parent| areas[parent]) };
            places[row] = place;
            place += 1;
            next.extend(parts[row].iter().rev());
        }
        Self { parents, parts, areas, places }
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
        order.sort_by_key(|service| self.places[*service]);
        order
    }

    /// How many services a service is below.
    pub fn depth(&self, service: usize) -> usize {
        self.chain(service).count() - 1
    }
}

/// The circles that services make, each from its first service on, then what that is a part of, and so on.
pub fn circles(parents: &[Option<usize>]) -> Vec<Vec<usize>> {
    // The way on which each service was met first, from 1.
    let mut met = vec![0; parents.len()];
    let mut circles = Vec::new();
    for way in 1..=parents.len() {
        let mut at = Some(way - 1);
        while let Some(row) = at.filter(|row| met[*row] == 0) {
            met[row] = way;
            at = parents[row];
        }
        // A way that meets itself has come round; one that meets an earlier way ends as that did.
        if let Some(start) = at.filter(|row| met[*row] == way) {
            let mut circle: Vec<usize> = vec![start];
            circle.extend(std::iter::successors(parents[start], |row| parents[*row]).take_while(|row| *row != start));
            let first = (0..circle.len()).min_by_key(|at| circle[*at]).unwrap_or_default();
            circle.rotate_left(first);
            circles.push(circle);
        }
    }
    circles.sort();
    circles
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn a_circle_is_that_of_the_services_in_it() {
        let parents = [Some(2), Some(2), Some(1), None, Some(4), Some(7), Some(5), Some(6)];
        assert_eq!(circles(&parents), [vec![1, 2], vec![4], vec![5, 7, 6]]);
        assert_eq!(circles(&[None, Some(0), Some(1)]), [[0; 0]; 0]);
    }
}

//! What changed of the organisation.

use super::change::{Field, Records};
use super::lineage::{Lineages, Origins};
use crate::model::Edition;
use crate::tables::RecordNames;

pub(super) fn areas((earlier, later): (RecordNames<'_>, RecordNames<'_>), lineages: &Lineages) -> Records {
    let in_force = |edition: &Edition| {
        let rows = edition.areas.rows.iter().enumerate();
        rows.filter(|(_, area)| area.is_in_force()).map(|(row, _)| row).collect::<Vec<_>>()
    };
    let (old, new) = (earlier.edition, later.edition);
    // An area that was only named in rows was not there: one that it becomes is new.
    let origins: Origins =
        lineages.areas.iter().map(|origin| origin.filter(|row| old.areas.rows[*row].is_in_force())).collect();
    Records::sorted(in_force(old).into_iter(), in_force(new).into_iter(), &origins, |before, after| {
        Field::all((earlier, later), &old.areas.rows[before], &new.areas.rows[after], |_| None)
    })
}

pub(super) fn services((earlier, later): (RecordNames<'_>, RecordNames<'_>), lineages: &Lineages) -> Records {
    let (old, new) = (&earlier.edition.services.rows, &later.edition.services.rows);
    Records::sorted(0..old.len(), 0..new.len(), &lineages.services, |before, after| {
        let areas = (earlier.graph.service_area(before), later.graph.service_area(after));
        let parents = (earlier.graph.hierarchy.parents[before], later.graph.hierarchy.parents[after]);
        Field::all((earlier, later), &old[before], &new[after], |key| match key {
            "parte_di" => moved(key, parents, &lineages.services, (&earlier.labels.services, &later.labels.services)),
            _ => moved(key, areas, &lineages.areas, (&earlier.labels.areas, &later.labels.areas)),
        })
    })
}

pub(super) fn teams((earlier, later): (RecordNames<'_>, RecordNames<'_>), lineages: &Lineages) -> Records {
    let (old, new) = (&earlier.edition.teams.rows, &later.edition.teams.rows);
    let names = (earlier.labels.services.as_slice(), later.labels.services.as_slice());
    Records::sorted(0..old.len(), 0..new.len(), &lineages.teams, |before, after| {
        let services = (earlier.graph.team_service[before], later.graph.team_service[after]);
        Field::all((earlier, later), &old[before], &new[after], |key| moved(key, services, &lineages.services, names))
    })
}

/// Whether an office belongs to another one than before; one that only changed its name is the same.
fn moved(
    key: &'static str,
    (before, after): (Option<usize>, Option<usize>),
    origins: &Origins,
    names: (&[String], &[String]),
) -> Option<Field> {
    let same = match (before, after) {
        (Some(before), Some(after)) => origins[after] == Some(before),
        (None, None) => true,
        _ => false,
    };
    let list = |names: &[String], row: Option<usize>| row.map(|row| names[row].clone()).into_iter().collect();
    (!same).then(|| Field { key: key.into(), before: list(names.0, before), after: list(names.1, after) })
}

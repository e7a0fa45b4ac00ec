//! What changed of the organisation.

use super::change::{Field, Records, Sides};
use super::datum::Datum;
use super::lineage::Origins;
use crate::model::{Edition, Text};

pub(super) fn areas(sides: Sides<'_>) -> Records {
    let Sides { earlier, later, lineages } = sides;
    let in_force = |edition: &Edition| {
        let rows = edition.areas.rows.iter().enumerate();
        rows.filter(|(_, area)| area.is_in_force()).map(|(row, _)| row).collect::<Vec<_>>()
    };
    let (old, new) = (earlier.edition, later.edition);
    // An area that was only named in rows was not there: one that it becomes is new.
    let origins: Origins =
        lineages.areas.iter().map(|origin| origin.filter(|row| old.areas.rows[*row].is_in_force())).collect();
    Records::sorted(in_force(old).into_iter(), in_force(new).into_iter(), &origins, |before, after| {
        Field::all(sides, &old.areas.rows[before], &new.areas.rows[after], |_| None)
    })
}

pub(super) fn services(sides: Sides<'_>) -> Records {
    let Sides { earlier, later, lineages } = sides;
    let (old, new) = (&earlier.edition.services.rows, &later.edition.services.rows);
    Records::sorted(0..old.len(), 0..new.len(), &lineages.services, |before, after| {
        let areas = (earlier.graph.service_area(before), later.graph.service_area(after));
        let parents = (earlier.graph.hierarchy.parents[before], later.graph.hierarchy.parents[after]);
        let (old_areas, new_areas) = (&earlier.edition.areas.rows, &later.edition.areas.rows);
        let parent_ids = (parents.0.map(|row| &old[row].id), parents.1.map(|row| &new[row].id));
        let area_ids = (areas.0.map(|row| &old_areas[row].id), areas.1.map(|row| &new_areas[row].id));
        Field::all(sides, &old[before], &new[after], |key| {
            if key == "parte_di" {
                let names = (earlier.labels.services.as_slice(), later.labels.services.as_slice());
                return moved(key, parents, &lineages.services, names, parent_ids);
            }
            moved(key, areas, &lineages.areas, (&earlier.labels.areas, &later.labels.areas), area_ids)
        })
    })
}

pub(super) fn teams(sides: Sides<'_>) -> Records {
    let Sides { earlier, later, lineages } = sides;
    let (old, new) = (&earlier.edition.teams.rows, &later.edition.teams.rows);
    let names = (earlier.labels.services.as_slice(), later.labels.services.as_slice());
    Records::sorted(0..old.len(), 0..new.len(), &lineages.teams, |before, after| {
        let services = (earlier.graph.team_service[before], later.graph.team_service[after]);
        let (old_services, new_services) = (&earlier.edition.services.rows, &later.edition.services.rows);
        let ids = (services.0.map(|row| &old_services[row].id), services.1.map(|row| &new_services[row].id));
        Field::all(sides, &old[before], &new[after], |key| moved(key, services, &lineages.services, names, ids))
    })
}

/// Whether an office belongs to another one than before; one that only changed its name is the same.
fn moved(
    key: &'static str,
    (before, after): (Option<usize>, Option<usize>),
    origins: &Origins,
    names: (&[String], &[String]),
    ids: (Option<&Text>, Option<&Text>),
) -> Option<Field> {
    let same = match (before, after) {
        (Some(before), Some(after)) => origins[after] == Some(before),
        (None, None) => true,
        _ => false,
    };
    let list = |names: &[String], row: Option<usize>| row.map(|row| names[row].clone()).into_iter().collect();
    let datum = |id: Option<&Text>| id.map_or(Datum::Absent, |id| Datum::Text(id.value.clone()));
    let data = (datum(ids.0), datum(ids.1));
    (!same).then(|| Field::told(key, list(names.0, before), list(names.1, after), data))
}

//! What changed of the organisation.

use super::change::{Field, Records};
use super::lineage::{Lineages, Origins};
use crate::model::{Edition, Graph, Text};

pub(super) fn areas(earlier: &Edition, later: &Edition, lineages: &Lineages) -> Records {
    let in_force = |edition: &Edition| {
        let rows = edition.areas.rows.iter().enumerate();
        rows.filter(|(_, area)| area.is_in_force()).map(|(row, _)| row).collect::<Vec<_>>()
    };
    // An area that was only named in rows was not there: one that it becomes is new.
    let origins: Origins =
        lineages.areas.iter().map(|origin| origin.filter(|row| earlier.areas.rows[*row].is_in_force())).collect();
    Records::sorted(in_force(earlier).into_iter(), in_force(later).into_iter(), &origins, |before, after| {
        Field::all((earlier, later), &earlier.areas.rows[before], &later.areas.rows[after], |_| None)
    })
}

pub(super) fn services(
    (earlier, later): (&Edition, &Edition),
    graphs: (&Graph<'_>, &Graph<'_>),
    lineages: &Lineages,
) -> Records {
    let rows = (0..earlier.services.rows.len(), 0..later.services.rows.len());
    Records::sorted(rows.0, rows.1, &lineages.services, |row_before, row_after| {
        let (before, after) = (&earlier.services.rows[row_before], &later.services.rows[row_after]);
        let areas = (graphs.0.service_area(row_before), graphs.1.service_area(row_after));
        let parents = (graphs.0.hierarchy.parents[row_before], graphs.1.hierarchy.parents[row_after]);
        let area_names =
            (|row: usize| name(&earlier.areas.rows[row].name), |row: usize| name(&later.areas.rows[row].name));
        let names =
            (|row: usize| name(&earlier.services.rows[row].name), |row: usize| name(&later.services.rows[row].name));
        Field::all((earlier, later), before, after, |key| match key {
            "parte_di" => moved(key, parents, &lineages.services, names),
            _ => moved(key, areas, &lineages.areas, area_names),
        })
    })
}

pub(super) fn teams(
    (earlier, later): (&Edition, &Edition),
    graphs: (&Graph<'_>, &Graph<'_>),
    lineages: &Lineages,
) -> Records {
    let rows = (0..earlier.teams.rows.len(), 0..later.teams.rows.len());
    Records::sorted(rows.0, rows.1, &lineages.teams, |row_before, row_after| {
        let (before, after) = (&earlier.teams.rows[row_before], &later.teams.rows[row_after]);
        let services = (graphs.0.team_service[row_before], graphs.1.team_service[row_after]);
        let names =
            (|row: usize| name(&earlier.services.rows[row].name), |row: usize| name(&later.services.rows[row].name));
        Field::all((earlier, later), before, after, |key| moved(key, services, &lineages.services, names))
    })
}

fn name(text: &Text) -> Option<&str> {
    Some(text.value.as_str())
}

/// Whether an office belongs to another one than before; one that only changed its name is the same.
fn moved<'n>(
    key: &'static str,
    (before, after): (Option<usize>, Option<usize>),
    origins: &Origins,
    names: (impl Fn(usize) -> Option<&'n str>, impl Fn(usize) -> Option<&'n str>),
) -> Option<Field> {
    let same = match (before, after) {
        (Some(before), Some(after)) => origins[after] == Some(before),
        (None, None) => true,
        _ => false,
    };
    let list = |name: Option<&str>| name.map(str::to_owned).into_iter().collect();
    (!same).then(|| Field {
        key: key.into(),
        before: list(before.and_then(names.0)),
        after: list(after.and_then(names.1)),
    })
}

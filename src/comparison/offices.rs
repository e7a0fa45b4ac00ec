//! What changed of the organisation.

use super::change::{Field, Records};
use super::lineage::{Lineages, Origins};
use crate::model::{Edition, Graph, Word as _};

pub(super) fn areas(earlier: &Edition, later: &Edition, lineages: &Lineages) -> Records {
    let in_force = |edition: &Edition| {
        let rows = edition.areas.rows.iter().enumerate();
        rows.filter(|(_, area)| area.is_in_force()).map(|(row, _)| row).collect::<Vec<_>>()
    };
    // An area that was only named in rows was not there: one that it becomes is new.
    let origins: Origins =
        lineages.areas.iter().map(|origin| origin.filter(|row| earlier.areas.rows[*row].is_in_force())).collect();
    Records::sorted(in_force(earlier).into_iter(), in_force(later).into_iter(), &origins, |before, after| {
        let (before, after) = (&earlier.areas.rows[before], &later.areas.rows[after]);
        vec![Field::text("nome", Some(&before.name.value), Some(&after.name.value))]
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
        let area = |edition: &Edition, row: Option<usize>| row.map(|row| edition.areas.rows[row].name.value.clone());
        let areas = (graphs.0.service_area[row_before], graphs.1.service_area[row_after]);
        let prefix = |prefix: Option<&crate::model::Text>| prefix.map(|prefix| prefix.value.clone());
        vec![
            Field::text("nome", Some(&before.name.value), Some(&after.name.value)),
            moved("area", areas, &lineages.areas, |row| area(earlier, row), |row| area(later, row)),
            Field::text(
                "prefisso",
                prefix(before.prefix.as_ref()).as_deref(),
                prefix(after.prefix.as_ref()).as_deref(),
            ),
        ]
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
        let service =
            |edition: &Edition, row: Option<usize>| row.map(|row| edition.services.rows[row].name.value.clone());
        let services = (graphs.0.team_service[row_before], graphs.1.team_service[row_after]);
        let smartability = |team: &crate::model::SmartTeam| team.smartability.as_ref().map(|own| own.value.word());
        vec![
            Field::text("nome", Some(&before.name.value), Some(&after.name.value)),
            moved("servizio", services, &lineages.services, |row| service(earlier, row), |row| service(later, row)),
            Field::text("smartabilita", smartability(before), smartability(after)),
        ]
    })
}

/// Whether an office belongs to another one than before; one that only changed its name is the same.
fn moved(
    key: &'static str,
    (before, after): (Option<usize>, Option<usize>),
    origins: &Origins,
    name_before: impl Fn(Option<usize>) -> Option<String>,
    name_after: impl Fn(Option<usize>) -> Option<String>,
) -> Option<Field> {
    let same = match (before, after) {
        (Some(before), Some(after)) => origins[after] == Some(before),
        (None, None) => true,
        _ => false,
    };
    let list = |name: Option<String>| name.into_iter().collect();
    (!same).then(|| Field { key, before: list(name_before(before)), after: list(name_after(after)) })
}

//! Each table of an edition as a [`DataTable`]: its columns in the order of the contract, one row a record.

mod adoption;
mod expected_behaviours;
mod indicators;
mod plain;
mod training;

use super::data_table::DataTable;
use crate::model::{Edition, Graph};
use crate::tables::{AREAS, EditionColumns, PROCESSES, SERVICES, SOFTWARE, TEAMS};
use plain::sheet;

/// How a table becomes a sheet.
type Make = for<'a> fn(&'a Edition, &EditionColumns) -> DataTable<'a>;

/// The tables that the edition has, in the order of the contract.
pub fn sheets(edition: &Edition) -> Vec<DataTable<'_>> {
    let present = EditionColumns::of(edition, &Graph::new(edition));
    let all: [(bool, Make); 9] = [
        (edition.areas.is_present() && edition.has_areas(), |edition, present| {
            sheet(edition, present, &AREAS, &edition.areas.rows)
        }),
        (edition.services.is_present() && edition.has_services(), |edition, present| {
            sheet(edition, present, &SERVICES, &edition.services.rows)
        }),
        (edition.teams.is_present() && edition.has_teams(), |edition, present| {
            sheet(edition, present, &TEAMS, &edition.teams.rows)
        }),
        (edition.processes.is_present(), |edition, present| {
            sheet(edition, present, &PROCESSES, &edition.processes.rows)
        }),
        (edition.software.is_present(), |edition, present| sheet(edition, present, &SOFTWARE, &edition.software.rows)),
        (edition.training.groups.is_present(), training::sheet),
        (edition.adoption.rows.is_present(), adoption::sheet),
        (edition.expected_behaviours.is_present(), expected_behaviours::sheet),
        (edition.indicators.is_present(), indicators::sheet),
    ];
    all.into_iter().filter(|(is_there, _)| *is_there).map(|(_, sheet)| sheet(edition, &present)).collect()
}

//! Each table of an edition as a [`DataTable`]: its columns in the order of the contract, one row a record.

mod expected_behaviours;
mod plain;
mod training;

use super::data_table::DataTable;
use crate::model::Edition;
use crate::tables::{ADOPTION, AREAS, PROCESSES, SERVICES, SOFTWARE, TEAMS};
use plain::sheet;

/// How a table becomes a sheet.
type Make = for<'a> fn(&'a Edition) -> DataTable<'a>;

/// The tables that the edition has, in the order of the contract.
pub fn sheets(edition: &Edition) -> Vec<DataTable<'_>> {
    let organisation = edition.areas.is_present() || edition.services.is_present();
    let all: [(bool, Make); 8] = [
        (organisation, |edition| sheet(edition, &AREAS, &edition.areas.rows)),
        (organisation, |edition| sheet(edition, &SERVICES, &edition.services.rows)),
        (edition.teams.is_present(), |edition| sheet(edition, &TEAMS, &edition.teams.rows)),
        (edition.processes.is_present(), |edition| sheet(edition, &PROCESSES, &edition.processes.rows)),
        (edition.software.is_present(), |edition| sheet(edition, &SOFTWARE, &edition.software.rows)),
        (edition.training.groups.is_present(), training::sheet),
        (edition.adoption.rows.is_present(), |edition| sheet(edition, &ADOPTION, &edition.adoption.rows.rows)),
        (edition.expected_behaviours.is_present(), expected_behaviours::sheet),
    ];
    all.into_iter().filter(|(present, _)| *present).map(|(_, sheet)| sheet(edition)).collect()
}

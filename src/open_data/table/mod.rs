//! Each table of an edition as a [`DataTable`]: its columns in the order of the contract, one row a record.

mod adoption;
mod areas;
mod cells;
mod expected_behaviours;
mod processes;
mod services;
mod software;
mod teams;
mod training;

use super::data_table::DataTable;
use crate::model::Edition;

/// How a table becomes a sheet.
type Make = for<'a> fn(&'a Edition) -> DataTable<'a>;

/// The tables that the edition has, in the order of the contract.
pub fn sheets(edition: &Edition) -> Vec<DataTable<'_>> {
    let organisation = edition.areas.is_present() || edition.services.is_present();
    let all: [(bool, Make); 8] = [
        (organisation, areas::sheet),
        (organisation, services::sheet),
        (edition.teams.is_present(), teams::sheet),
        (edition.processes.is_present(), processes::sheet),
        (edition.software.is_present(), software::sheet),
        (edition.training.groups.is_present(), training::sheet),
        (edition.adoption.rows.is_present(), adoption::sheet),
        (edition.expected_behaviours.is_present(), expected_behaviours::sheet),
    ];
    all.into_iter().filter(|(present, _)| *present).map(|(_, sheet)| sheet(edition)).collect()
}

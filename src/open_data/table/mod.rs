//! Each table of an edition as a [`Sheet`]: its columns in the order of the contract, one row a record.

mod areas;
mod cells;
mod implementation;
mod processes;
mod roles;
mod services;
mod software;
mod teams;
mod training;

use super::sheet::Sheet;
use crate::model::Edition;

/// How a table becomes a sheet.
type Make = for<'a> fn(&'a Edition) -> Sheet<'a>;

/// The tables that the edition has, in the order of the contract.
pub fn sheets(edition: &Edition) -> Vec<Sheet<'_>> {
    let organisation = edition.areas.is_present() || edition.services.is_present();
    let all: [(bool, Make); 8] = [
        (organisation, areas::sheet),
        (organisation, services::sheet),
        (edition.teams.is_present(), teams::sheet),
        (edition.processes.is_present(), processes::sheet),
        (edition.software.is_present(), software::sheet),
        (edition.training.groups.is_present(), training::sheet),
        (edition.implementation.rows.is_present(), implementation::sheet),
        (edition.roles.is_present(), roles::sheet),
    ];
    all.into_iter().filter(|(present, _)| *present).map(|(_, sheet)| sheet(edition)).collect()
}

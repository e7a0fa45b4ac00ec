//! Which columns name offices, from the coarsest to the finest, and which keys they fill.

use super::by_values::is_office;
use super::role::Reads;
use super::sheet_column::SheetColumn;
use crate::model::{Edition, OfficeKind};

/// A column that names offices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Level {
    /// The place of the column among those of the sheet, from 0.
    pub(super) column: usize,
    /// Of what kind.
    pub(super) kind: OfficeKind,
    /// Whether its heading says so: `Ufficio` may be either a service or a smart team.
    pub(super) says_kind: bool,
}

/// The levels of a sheet, the coarsest first; gives each of their columns its key.
pub(super) fn assign(columns: &mut [SheetColumn], table: &str, edition: &Edition) -> Vec<Level> {
    let rank = |column: &SheetColumn| match column.role.as_ref().map(|role| &role.reads) {
        Some(Reads::Office(rank)) => *rank,
        _ => 0,
    };
    let mut found: Vec<usize> =
        (0..columns.len()).filter(|at| columns[*at].role.as_ref().is_some_and(is_office)).collect();
    found.sort_by_key(|at| (rank(&columns[*at]), columns[*at].at));
    let ranks: Vec<u8> = found.iter().map(|at| rank(&columns[*at])).collect();
    let has_teams = table == "attuazione" || edition.has_teams();
    let mut kinds = kinds(&ranks, has_teams, table);
    // In a body of services alone the coarser ones are services that others are part of.
    let has_areas = !edition.areas.rows.is_empty() || edition.services.rows.is_empty();
    for kind in kinds.iter_mut().filter(|kind| **kind == OfficeKind::Area && !has_areas && table != "attuazione") {
        *kind = OfficeKind::Service;
    }
    let mut levels = Vec::new();
    for ((at, kind), rank) in found.into_iter().zip(kinds).zip(ranks) {
        let says_kind =
            matches!((kind, rank), (OfficeKind::Area, 2) | (OfficeKind::Service, 4) | (OfficeKind::Team, 7));
        let key = match kind {
            OfficeKind::Area => "area",
            OfficeKind::Service if table == "servizi" => "parte_di",
            OfficeKind::Service => "servizio",
            OfficeKind::Team => "smart_team",
        };
        if let Some(role) = &mut columns[at].role
            && role.key != "continua_in"
        {
            key.clone_into(&mut role.key);
            levels.push(Level { column: at, kind, says_kind });
        }
    }
    levels
}

/// What offices of these ranks are, from the coarsest: each kind where its word is written, else by their order.
fn kinds(ranks: &[u8], has_teams: bool, table: &str) -> Vec<OfficeKind> {
    let last = ranks.len().saturating_sub(1);
    let has_service = ranks.iter().any(|rank| (3..=5).contains(rank));
    let is_team = |at: usize| ranks[at] == 7 || ranks[at] == 6 && at == last && has_service && has_teams;
    let mut kinds: Vec<OfficeKind> = (0..ranks.len())
        .map(|at| match ranks[at] {
            _ if is_team(at) => OfficeKind::Team,
            0..=2 => OfficeKind::Area,
            3 if at == 0 && ranks.len() > 1 => OfficeKind::Area,
            _ => OfficeKind::Service,
        })
        .collect();
    // Of several areas only the first is one, and the table of adoption has one column for each kind.
    for kind in kinds.iter_mut().skip(1).filter(|kind| **kind == OfficeKind::Area) {
        *kind = OfficeKind::Service;
    }
    let services = kinds.iter().filter(|kind| **kind == OfficeKind::Service).count();
    if table == "attuazione" && services > 1 && kinds.last() == Some(&OfficeKind::Service) {
        kinds[last] = OfficeKind::Team;
    }
    kinds
}

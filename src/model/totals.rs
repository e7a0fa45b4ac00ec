use super::{Answer, Edition, People, Smartability};
use serde::{Serialize, Serializer};

/// The figures of an edition, under the names by which the chapters call them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs)] // Each field is a figure that its own name says; the guide lists them.
pub struct Totals {
    pub aree: usize,
    pub servizi: usize,
    pub smart_team: usize,
    pub smart_team_smartabili: usize,
    pub smart_team_parzialmente_smartabili: usize,
    pub smart_team_non_smartabili: usize,
    pub processi: usize,
    pub processi_si: usize,
    pub processi_in_parte: usize,
    pub processi_no: usize,
    pub processi_cartacei: usize,
    pub processi_comuni: usize,
    /// For each step of the scale of the edition, low to high, its name here and its processes: `rischio_basso`.
    #[serde(flatten, serialize_with = "as_map")]
    pub rischi: Vec<(String, usize)>,
    pub software: usize,
    pub moduli: usize,
    pub indicatori: usize,
    /// Employees: the published total, or the sum of the rows if none was published; `almeno 12` where some of them are in classes.
    pub dipendenti: People,
    /// Agile workers, likewise.
    pub agili: People,
    /// Employees by the rows.
    pub dipendenti_righe: People,
    /// Agile workers by the rows.
    pub agili_righe: People,
}

impl Totals {
    /// Counts an edition.
    pub fn of(edition: &Edition) -> Self {
        let teams = |wanted| {
            let rows = edition.teams.rows.iter();
            rows.filter(|team| team.smartability.as_ref().is_some_and(|s| s.value == wanted)).count()
        };
        let processes = |wanted| {
            let rows = edition.processes.rows.iter();
            rows.filter(|process| process.smartability.as_ref().is_some_and(|s| s.value == wanted)).count()
        };
        let adoption = &edition.adoption;
        let declared = adoption.declared.as_ref();
        let employees = adoption.employees();
        let agile = adoption.agile();
        Self {
            aree: edition.areas_in_force().count(),
            servizi: edition.services.rows.len(),
            smart_team: edition.teams.rows.len(),
            smart_team_smartabili: teams(Smartability::Full),
            smart_team_parzialmente_smartabili: teams(Smartability::Partial),
            smart_team_non_smartabili: teams(Smartability::None),
            processi: edition.processes.rows.len(),
            processi_si: processes(Answer::Yes),
            processi_in_parte: processes(Answer::Partly),
            processi_no: processes(Answer::No),
            processi_cartacei: edition
                .processes
                .rows
                .iter()
                .filter(|p| p.paper.as_ref().is_some_and(|paper| paper.value))
                .count(),
            processi_comuni: edition
                .processes
                .rows
                .iter()
                .filter(|p| matches!(p.scope, Some(super::Scope::Everyone(_))))
                .count(),
            rischi: risks(edition),
            software: edition.software.rows.len(),
            moduli: edition.training.groups.rows.iter().map(|group| group.modules.len()).sum(),
            indicatori: edition.indicators.rows.len(),
            dipendenti: declared.and_then(|total| total.employees.as_ref()).map_or(employees, |n| n.value.into()),
            agili: declared.and_then(|total| total.agile.as_ref()).map_or(agile, |n| n.value.into()),
            dipendenti_righe: employees,
            agili_righe: agile,
        }
    }
}

/// How many processes have each risk.
fn risks(edition: &Edition) -> Vec<(String, usize)> {
    let count = |step: usize| {
        let rows = edition.processes.rows.iter();
        rows.filter(|process| process.risk.as_ref().is_some_and(|risk| risk.value.step == step)).count()
    };
    let scales = &edition.model.scales;
    let name = |step: usize| format!("rischio_{}", scales.risk_name(step).replace('-', "_"));
    (0..scales.risk_words().len()).map(|step| (name(step), count(step))).collect()
}

fn as_map<S: Serializer>(figures: &[(String, usize)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(figures.iter().map(|(name, count)| (name, count)))
}

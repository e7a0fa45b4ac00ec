use crate::model::{OfficeKind, People};
use crate::routes::Section;
use crate::site::component::chart::{Bar, Shares};
use crate::site::component::matrix::closed_with_agile_processes;
use crate::site::context::EditionContext;
use crate::site::context::workforce::Staff;
use crate::site::view::Fact;
use crate::site::view::Tally;
use serde::Serialize;
use std::collections::BTreeSet;

/// "In cifre": what the page of a team, of a service or of an area says first.
#[derive(Debug, Serialize)]
pub(in crate::site) struct OfficeFigures {
    processes: u64,
    /// `7 in comune a tutti`, beside them.
    in_common: Option<String>,
    /// `Processo proprio` or `Processi propri`.
    label: String,
    /// How many can be done in agile mode.
    words: String,
    bar: Option<Bar>,
    others: Vec<Fact>,
    /// What the figures leave out, and why.
    remarks: Vec<String>,
}

/// Whose figures.
#[derive(Clone, Copy, Debug)]
pub(in crate::site) enum Office {
    Team(usize),
    Service(usize),
    Area(usize),
}

impl OfficeFigures {
    /// The figures of a place.
    pub(in crate::site) fn of(context: &EditionContext<'_>, place: Office) -> Self {
        let graph = &context.graph;
        let processes = match place {
            Office::Team(row) => &graph.team_processes[row],
            Office::Service(row) => &context.membership.services[row],
            Office::Area(row) => &context.membership.areas[row],
        };
        let words = &context.edition.model.words;
        let tally = Tally::of(context.edition, processes);
        let mut others = Vec::new();
        if let Office::Area(row) = place
            && context.edition.has_services()
        {
            others.push(Fact::of(words.say("[Servizi]"), &graph.area_services[row].len()));
        }
        if let Office::Service(row) = place
            && !graph.hierarchy.parts[row].is_empty()
        {
            others.push(Fact::of(words.say("[Servizi] che ne fanno parte"), &(graph.hierarchy.within(row).len() - 1)));
        }
        let teams: Option<usize> = match place {
            _ if !context.edition.has_teams() => None,
            Office::Team(_) => None,
            Office::Service(row) => Some(graph.teams_within(row).len()),
            Office::Area(row) => {
                Some(graph.area_services[row].iter().map(|service| graph.service_teams[*service].len()).sum())
            }
        };
        others.extend(teams.map(|teams| Fact::of(words.say("[+Smart team]"), &teams)));
        // What it has none of is said below, where it would stand.
        others.retain(|fact| fact.value != "0");
        let mut figures = Self {
            processes: tally.total,
            in_common: match place {
                Office::Team(_) => context.in_common(),
                Office::Service(row) => context.in_common().filter(|_| context.is_service_concerned(row)),
                Office::Area(row) => context.in_common().filter(|_| context.is_area_concerned(row)),
            },
            label: words.say(if tally.total == 1 { "[Processo proprio]" } else { "[Processi propri]" }).to_owned(),
            words: tally.answers(),
            bar: Bar::shares(tally),
            others,
            remarks: match place {
                Office::Team(row) => closed_with_agile_processes(context, row).into_iter().collect(),
                Office::Service(_) | Office::Area(_) => Vec::new(),
            },
        };
        if context.counts_people() {
            figures.add_staff(context, place);
        }
        figures
    }

    fn add_staff(&mut self, context: &EditionContext<'_>, place: Office) {
        let workforce = &context.workforce;
        let (staff, this) = match place {
            Office::Team(row) => (&workforce.teams[row], "[questo smart team]"),
            Office::Service(row) => (&workforce.services[row], "[questo servizio]"),
            Office::Area(row) => (&workforce.areas[row], "[quest'area]"),
        };
        let day = context.adoption_day();
        if staff.rows > 0 {
            let Staff { employees, agile, outside, .. } = *staff;
            let shares = Shares { employees, agile, outside };
            let share = shares.hundredths().map(|share| format!(" ({share}\u{a0}%)")).unwrap_or_default();
            let counted = employees.counted("dipendente", "dipendenti");
            let among =
                if employees.is_undecided() { format!("{counted}{day}") } else { format!("su {counted}{share}{day}") };
            self.others.push(Fact {
                detail: (!shares.are_undecided()).then_some(among),
                path: Some(Section::Adoption.path()),
                ..Fact::of("Lavoratrici e lavoratori agili", &staff.agile)
            });
        }
        if *staff == Staff::default() {
            self.remarks.push(format!(
                "Lo stato di attuazione{day} non ha righe che continuino in {}.",
                context.edition.model.words.say(this)
            ));
        }
        self.remarks.extend(staff.shared.iter().map(|row| shared(context, *row, place.apart())));
        self.remarks.extend(staff.ended.iter().map(|row| ended(context, *row)));
    }
}

impl Office {
    /// How far apart the teams are that keep a row from being counted here.
    fn apart(self) -> &'static str {
        match self {
            Self::Team(_) => "",
            Self::Service(_) => " di [servizi diversi]",
            Self::Area(_) => " di [aree diverse]",
        }
    }
}

/// Why the people of a row are counted in no single place.
pub(in crate::site) fn shared(context: &EditionContext<'_>, row: usize, apart: &'static str) -> String {
    let words = &context.edition.model.words;
    let is_teams = context.continuity.services[row].is_empty();
    let offices = words.say(if is_teams { "[più smart team]" } else { "più uffici" });
    let names = context.successors(row).into_iter().map(|link| link.name);
    format!(
        "{} continua in {offices}{} ({}): non è contata qui, perché il documento non dice come si dividono le persone.",
        adoption_row(context, row),
        words.say(apart),
        names.collect::<Vec<_>>().join("; ")
    )
}

/// The rows whose people are counted in no single office of a kind, and why.
pub(in crate::site) fn undivided(context: &EditionContext<'_>, kind: OfficeKind) -> Vec<String> {
    let workforce = &context.workforce;
    let (staff, apart) = match kind {
        OfficeKind::Team => (&workforce.teams, Office::Team(0).apart()),
        OfficeKind::Service => (&workforce.services, Office::Service(0).apart()),
        OfficeKind::Area => (&workforce.areas, Office::Area(0).apart()),
    };
    let rows: BTreeSet<usize> = staff.iter().flat_map(|staff| staff.shared.iter().copied()).collect();
    rows.into_iter().map(|row| shared(context, row, apart)).collect()
}

/// That no office of this edition continues a row.
pub(in crate::site) fn ended(context: &EditionContext<'_>, row: usize) -> String {
    let office =
        if context.edition.has_teams() { context.edition.model.words.say("[uno smart team]") } else { "un ufficio" };
    let row = adoption_row(context, row);
    format!("{row} non continua in {office} di questa edizione: è contata soltanto nel totale.")
}

/// A row of the state of adoption with its numbers.
fn adoption_row(context: &EditionContext<'_>, row: usize) -> String {
    let row = &context.edition.adoption.rows.rows[row];
    format!(
        "La riga «{}» dello stato di attuazione{} ({}, {})",
        row.name(),
        context.adoption_day(),
        People::from(row.employees.value).counted("dipendente", "dipendenti"),
        People::from(row.agile.value).counted("agile", "agili")
    )
}

use super::remark::closed_with_agile_processes;
use crate::model::{Days, Edition, OfficeKind, People, Smartability};
use crate::site::component::chart::{Bar, Shares};
use crate::site::context::EditionContext;
use crate::site::context::workforce::Staff;
use crate::site::view::Tally;
use crate::site::view::{Chip, Link};
use serde::Serialize;

/// How far in an office may stand, in levels: as far as the stylesheet goes (`73-misure.css`).
const DEEPEST: usize = 6;

/// An office with what is known of it.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    office: Link,
    #[serde(skip)]
    kind: OfficeKind,
    /// How many services it is below.
    depth: usize,
    /// The area, which is said where the rows stand in another order.
    within: Option<String>,
    smartability: Option<Chip>,
    /// Its place on the scale of the answers.
    rank: Option<usize>,
    /// The days, as the rows of the state of adoption say them.
    days: Option<String>,
    /// The number by which they are put in order.
    most_days: Option<f64>,
    people: Option<PeopleCell>,
    /// Whether its people are still to be counted.
    undecided: bool,
    /// Whether its people are counted together with those of others.
    shared: bool,
    tally: Tally,
    bar: Option<Bar>,
    /// Whether what concerns everyone concerns it.
    concerned: bool,
    /// What is to be known of answers that do not go together.
    remark: Option<String>,
}

/// Who works in agile mode among the people of an office.
#[derive(Debug, Serialize)]
struct PeopleCell {
    /// `7 su 21`.
    counted: String,
    /// In hundredths.
    share: Option<u64>,
    bar: Option<Bar>,
}

impl From<Shares> for PeopleCell {
    fn from(shares: Shares) -> Self {
        Self { counted: shares.counted(), share: shares.hundredths(), bar: shares.bar() }
    }
}

impl Line {
    /// A name with its processes alone.
    pub(super) fn bare(office: Link, tally: Tally) -> Self {
        Self {
            office,
            kind: OfficeKind::Area,
            depth: 0,
            within: None,
            smartability: None,
            rank: None,
            days: None,
            most_days: None,
            people: None,
            undecided: false,
            shared: false,
            tally,
            bar: Bar::shares(tally),
            concerned: true,
            remark: None,
        }
    }

    /// A name alone.
    pub(super) fn named(office: Link) -> Self {
        Self::bare(office, Tally::default())
    }

    fn of(edition: &Edition, office: Link, processes: &[usize], staff: &Staff) -> Self {
        let Staff { employees, agile, outside, .. } = *staff;
        let shares = Shares { employees, agile, outside };
        Self {
            people: (staff.rows > 0 && !shares.are_undecided()).then(|| shares.into()),
            undecided: staff.rows > 0 && shares.are_undecided(),
            shared: !staff.shared.is_empty(),
            ..Self::bare(office, Tally::of(edition, processes))
        }
    }

    pub(super) fn area(context: &EditionContext<'_>, row: usize) -> Self {
        let processes = &context.membership.areas[row];
        let line = Self::of(context.edition, context.area_link(row), processes, &context.workforce.areas[row]);
        Self { concerned: context.is_area_concerned(row), ..line }
    }

    /// A service, so many below others.
    pub(super) fn service(context: &EditionContext<'_>, row: usize, depth: usize) -> Self {
        let processes = &context.membership.services[row];
        let line = Self::of(context.edition, context.service_link(row), processes, &context.workforce.services[row]);
        Self {
            kind: OfficeKind::Service,
            depth: depth.min(DEEPEST),
            concerned: context.is_service_concerned(row),
            ..line
        }
    }

    pub(super) fn team(context: &EditionContext<'_>, row: usize) -> Self {
        let edition = context.edition;
        let processes = &context.graph.team_processes[row];
        let answer = edition.teams.rows[row].smartability.as_ref().map(|answer| answer.value);
        let rows: Vec<_> =
            context.continuity.rows[row].iter().map(|number| &edition.adoption.rows.rows[*number]).collect();
        let mut days: Vec<String> = rows.iter().filter_map(|row| row.short_days()).collect();
        days.dedup();
        Self {
            kind: OfficeKind::Team,
            smartability: answer.map(Chip::from),
            rank: answer.map(|answer| match answer {
                Smartability::Full => 0,
                Smartability::Partial => 1,
                Smartability::None => 2,
            }),
            days: (!days.is_empty()).then(|| days.join("; ")),
            most_days: rows.iter().filter_map(|row| most(&row.days.as_ref()?.value)).reduce(f64::max),
            remark: closed_with_agile_processes(context, row),
            ..Self::of(edition, context.team_link(row), processes, &context.workforce.teams[row])
        }
    }

    /// The whole administration, with the published totals.
    pub(super) fn total(context: &EditionContext<'_>) -> Self {
        let all: Vec<usize> = (0..context.edition.processes.rows.len()).collect();
        let rows = context.edition.adoption.rows.rows.iter().zip(&context.workforce.closed);
        let outside = rows.filter(|(_, closed)| **closed);
        let outside = outside.map(|(row, _)| People::from(row.employees.value).without(row.agile.value.into())).sum();
        let shares = Shares { employees: context.totals.dipendenti, agile: context.totals.agili, outside };
        Self {
            people: context.counts_people().then(|| shares.into()),
            ..Self::bare(Link::none("Tutto l'ente", None), Tally::of(context.edition, &all))
        }
    }

    /// Tells in which area it is.
    pub(super) fn stand_within(&mut self, head: &Self) {
        self.within = Some(head.office.name.clone());
    }

    /// What kind of office it is.
    pub(super) fn kind(&self) -> OfficeKind {
        self.kind
    }
}

/// The most days of a week; a word is no number.
fn most(days: &Days) -> Option<f64> {
    match days {
        Days::Exactly(days) | Days::Between(_, days) => Some(*days),
        Days::Of(_) => None,
    }
}

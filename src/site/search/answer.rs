//! The answers of the search: whether an office may work in agile mode, and on how many days it did, in the few words that stand beside
//! its name.

use crate::model::{AdoptionRow, Days, Smartability};
use crate::site::context::EditionContext;
use crate::site::view::Chip;
use crate::site::view::Tally;
use std::collections::BTreeSet;

/// The rows of the state of adoption, by the services and the areas that continue them without naming a team.
#[derive(Debug)]
pub(super) struct OfficeAnswers<'c, 'a> {
    context: &'c EditionContext<'a>,
    services: Vec<Vec<usize>>,
    areas: Vec<Vec<usize>>,
}

impl<'c, 'a> OfficeAnswers<'c, 'a> {
    pub(super) fn of(context: &'c EditionContext<'a>) -> Self {
        let continuity = &context.continuity;
        let services = inverted(&continuity.services, context.edition.services.rows.len());
        let areas = inverted(&continuity.areas, context.edition.areas.rows.len());
        Self { context, services, areas }
    }

    /// What the table of the teams says of one.
    pub(super) fn team(&self, row: usize) -> Option<String> {
        Some(self.with_days(self.team_word(row)?, &self.context.continuity.rows[row]))
    }

    fn team_word(&self, row: usize) -> Option<String> {
        let answer = self.context.edition.teams.rows[row].smartability.as_ref()?;
        Some(Chip::from(answer.value).word().to_owned())
    }

    /// What is said of the teams of a service and of its parts; of one without teams, of its processes.
    pub(super) fn service(&self, row: usize) -> Option<String> {
        let within = self.context.graph.hierarchy.within(row);
        self.office(&within, &self.context.membership.services[row], Vec::new())
    }

    /// The same of all the services of an area.
    pub(super) fn area(&self, row: usize) -> Option<String> {
        let services = &self.context.graph.area_services[row];
        self.office(services, &self.context.membership.areas[row], self.areas[row].clone())
    }

    fn office(&self, services: &[usize], processes: &[usize], mut rows: Vec<usize>) -> Option<String> {
        let graph = &self.context.graph;
        let teams: Vec<usize> = services.iter().flat_map(|service| graph.service_teams[*service].clone()).collect();
        rows.extend(teams.iter().flat_map(|team| &self.context.continuity.rows[*team]));
        rows.extend(services.iter().flat_map(|service| &self.services[*service]));
        rows.sort_unstable();
        rows.dedup();
        let words = match &teams[..] {
            [team] => self.team_word(*team),
            _ => self.teams(&teams),
        };
        Some(self.with_days(words.or_else(|| self.processes(processes))?, &rows))
    }

    /// `Smart team: 2 sì, 1 no`.
    fn teams(&self, teams: &[usize]) -> Option<String> {
        let edition = self.context.edition;
        let answers = teams.iter().filter_map(|team| edition.teams.rows[*team].smartability.as_ref());
        let mut tally = Tally::default();
        for answer in answers {
            match answer.value {
                Smartability::Full => tally.yes += 1,
                Smartability::Partial => tally.partly += 1,
                Smartability::None => tally.no += 1,
            }
        }
        Some(format!("{}: {}", edition.model.words.say("[+Smart team]"), tally.numbers()?))
    }

    /// `Processi: 4 sì, 6 in parte, 2 no`.
    fn processes(&self, processes: &[usize]) -> Option<String> {
        let edition = self.context.edition;
        let tally = Tally::of(edition, processes);
        Some(format!("{}: {}", edition.model.words.say("[Processi]"), tally.numbers()?))
    }

    fn with_days(&self, words: String, rows: &[usize]) -> String {
        let rows = rows.iter().map(|row| &self.context.edition.adoption.rows.rows[*row]);
        match worked_days(rows) {
            Some(days) => format!("{words} – {days}"),
            None => words,
        }
    }
}

/// For each office, the rows that name it.
fn inverted(offices: &[Vec<usize>], count: usize) -> Vec<Vec<usize>> {
    let mut rows = vec![Vec::new(); count];
    for (row, offices) in offices.iter().enumerate() {
        for office in offices {
            rows[*office].push(row);
        }
    }
    rows
}

/// The days of these rows with their period, the fewest and the most; nothing where their periods are not the same.
fn worked_days<'r>(rows: impl Iterator<Item = &'r AdoptionRow>) -> Option<String> {
    let mut week: Option<(f64, f64)> = None;
    let mut periods = BTreeSet::new();
    for row in rows {
        match row.days.as_ref().map(|days| &days.value) {
            Some(&Days::Exactly(days)) => week = Some(widened(week, days, days)),
            Some(&Days::Between(from, to)) => week = Some(widened(week, from, to)),
            // The row says that there are none: of the days of the others nothing changes.
            Some(Days::Of(_)) => {}
            None => periods.extend(row.period_days.as_ref().map(|days| days.value.spoken())),
        }
    }
    match (week, periods.len()) {
        (Some((from, to)), 0) => {
            let span = if from < to { Days::Between(from, to) } else { Days::Exactly(to) };
            let unit = if (to - 1.0).abs() < f64::EPSILON { "giorno" } else { "giorni" };
            Some(format!("{} {unit} alla settimana", span.spoken()))
        }
        (None, 1) => periods.pop_first().map(|days| format!("giorni: {days}")),
        _ => None,
    }
}

/// A span of days with others.
fn widened(span: Option<(f64, f64)>, from: f64, to: f64) -> (f64, f64) {
    span.map_or((from, to), |(least, most)| (least.min(from), most.max(to)))
}

#[cfg(test)]
mod tests {
    use super::worked_days;
    use crate::model::{AdoptionRow, Days, PeriodDays, Smartability, Spanned};
    use crate::source::Span;

    #[test]
    fn the_days_of_several_rows_are_one_span() {
        let week = |days| AdoptionRow { days: Some(Spanned::new(days, Span::default())), ..AdoptionRow::default() };
        let period = |text: &str| AdoptionRow {
            period_days: Some(Spanned::new(PeriodDays::parse(text).expect("days"), Span::default())),
            ..AdoptionRow::default()
        };
        let said = |rows: &[AdoptionRow]| worked_days(rows.iter());
        assert_eq!(said(&[week(Days::Between(0.5, 1.0))]).as_deref(), Some("da 0,5 a 1 giorno alla settimana"));
        assert_eq!(said(&[week(Days::Exactly(1.0))]).as_deref(), Some("1 giorno alla settimana"));
        let several = [week(Days::Between(0.5, 1.0)), week(Days::Of(Smartability::None)), week(Days::Exactly(2.0))];
        assert_eq!(said(&several).as_deref(), Some("da 0,5 a 2 giorni alla settimana"));
        assert_eq!(said(&several[1..2]), None);
        assert_eq!(said(&[period("8 al mese"), period("8 al mese")]).as_deref(), Some("giorni: 8 al mese"));
        assert_eq!(said(&[period("8 al mese"), week(Days::Exactly(1.0))]), None, "there is no common period");
        assert_eq!(said(&[period("8 al mese"), period("4 al mese")]), None);
        assert_eq!(said(&[]), None);
    }
}

use super::{Edition, Period, PeriodDays, Spanned, Text, adoption::decimal, capital};

/// Limits of the agile day.
#[derive(Debug, Default)]
pub struct Limits {
    /// Most days a week.
    pub days_per_week: Option<Spanned<f64>>,
    /// Additional days a year.
    pub extra_days_per_year: Option<Spanned<f64>>,
    /// Those of each category of people, where they differ.
    pub by_category: Vec<CategoryLimit>,
}

/// The most days of agile work of a category of people.
#[derive(Debug)]
pub struct CategoryLimit {
    /// The people; `None` = everyone.
    pub people: Option<Text>,
    /// The days.
    pub days: Spanned<PeriodDays>,
}

/// Those for whom no category is named.
const EVERYONE: &str = "Tutto il personale";

impl Edition {
    /// Who may work how many days in agile mode, where this is told beside the chapters: the limits of each category, and those in numbers
    /// where no chapter declares rules, which then say them.
    pub fn told_limits(&self) -> Vec<(String, String)> {
        let people =
            |limit: &CategoryLimit| limit.people.as_ref().map_or_else(|| EVERYONE.to_owned(), |text| capital(text));
        let categories = self.limits.by_category.iter().map(|limit| (people(limit), limit.days.spoken()));
        let has_rules = self.chapters.iter().any(|chapter| !chapter.rules.is_empty());
        let numbers = self.limits.in_numbers().filter(|_| !has_rules);
        numbers.map(|days| (EVERYONE.to_owned(), days)).into_iter().chain(categories).collect()
    }
}

impl Limits {
    /// The limits that are the same for everyone: `2 alla settimana, più 5 all'anno`.
    fn in_numbers(&self) -> Option<String> {
        let days = |days: f64, period: Period| PeriodDays { from: days, to: None, is_share: false, period }.spoken();
        let week = self.days_per_week.as_ref().map(|week| days(week.value, Period::Week));
        let extra = self.extra_days_per_year.as_ref();
        match (week, extra) {
            (Some(week), Some(extra)) => Some(format!("{week}, più {}", days(extra.value, Period::Year))),
            (None, Some(extra)) => Some(format!("{} in più all'anno", decimal(extra.value))),
            (week, None) => week,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn limits_in_numbers_are_one_sentence() {
        let limits = |week: Option<f64>, extra: Option<f64>| {
            let spanned = |value: Option<f64>| value.map(|value| Spanned::new(value, Span::default()));
            let limits =
                Limits { days_per_week: spanned(week), extra_days_per_year: spanned(extra), ..Limits::default() };
            limits.in_numbers()
        };
        assert_eq!(limits(Some(2.0), None).as_deref(), Some("2 alla settimana"));
        assert_eq!(limits(Some(1.5), Some(5.0)).as_deref(), Some("1,5 alla settimana, più 5 all'anno"));
        assert_eq!(limits(None, Some(5.0)).as_deref(), Some("5 in più all'anno"));
        assert_eq!(limits(None, None), None);
    }
}

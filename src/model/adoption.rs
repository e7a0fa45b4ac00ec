use super::{Annotations, Date, Headcount, People, PeriodDays, Smartability, Spanned, Table, Text};
use crate::source::Span;

/// How far agile work had been put into practice on a given day.
#[derive(Debug, Default)]
pub struct Adoption {
    /// The day.
    pub date: Option<Spanned<Date>>,
    /// Whom the table counts.
    pub premise: Option<Text>,
    /// The rows, under the names of that year.
    pub rows: Table<AdoptionRow>,
    /// The total as it was published, even where the rows give another.
    pub declared: Option<DeclaredTotal>,
}

/// A row of the state of adoption.
#[derive(Debug, Default)]
pub struct AdoptionRow {
    /// Where the whole record stands.
    pub span: Span,
    /// Area, by its name of that year; `None` if the row names none.
    pub area: Option<Text>,
    /// Service, likewise.
    pub service: Option<Text>,
    /// Smart team, likewise.
    pub team: Option<Text>,
    /// Identifiers of the teams of this edition that continue it, or of the services where it names no team; empty = matched by name or alias.
    pub continues_in: Vec<Text>,
    /// Days of agile work a week, as published.
    pub days: Option<Spanned<Days>>,
    /// Days of agile work in another period, where it is another that was published.
    pub period_days: Option<Spanned<PeriodDays>>,
    /// Employees.
    pub employees: Spanned<Headcount>,
    /// Agile workers among them.
    pub agile: Spanned<Headcount>,
    /// The women among them, where they are counted.
    pub women: Option<GenderCounts>,
    /// The men, likewise.
    pub men: Option<GenderCounts>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}

/// The women, or the men, of a row.
#[derive(Debug)]
pub struct GenderCounts {
    /// Employees.
    pub employees: Option<Spanned<Headcount>>,
    /// Agile workers among them.
    pub agile: Option<Spanned<Headcount>>,
}

/// Days of agile work a week.
#[derive(Clone, Debug, PartialEq)]
pub enum Days {
    /// So many.
    Exactly(f64),
    /// Between the first and the second.
    Between(f64, f64),
    /// The smartability of the team stands in the column of the days.
    Of(Smartability),
}

/// A published total.
#[derive(Debug)]
pub struct DeclaredTotal {
    /// Where it stands.
    pub span: Span,
    /// What it is called.
    pub label: Text,
    /// Employees.
    pub employees: Option<Spanned<Headcount>>,
    /// Agile workers.
    pub agile: Option<Spanned<Headcount>>,
}

impl AdoptionRow {
    /// The office whose people it counts: the smallest that it names. Empty if it names none (there is a finding).
    pub fn name(&self) -> &str {
        self.office().map_or("", |name| &name.value)
    }

    /// Where that name is written; the whole row if it names no office.
    pub fn name_span(&self) -> Span {
        self.office().map_or(self.span, |name| name.span)
    }

    /// The days as a table says them, whichever the period: `1`, `0,5-1`, `8 al mese`.
    pub fn short_days(&self) -> Option<String> {
        let week = self.days.as_ref().map(|days| days.short());
        week.or_else(|| self.period_days.as_ref().map(|days| days.short()))
    }

    /// The same as they are read aloud.
    pub fn spoken_days(&self) -> Option<String> {
        let week = self.days.as_ref().map(|days| days.spoken());
        week.or_else(|| self.period_days.as_ref().map(|days| days.spoken()))
    }

    fn office(&self) -> Option<&Text> {
        self.team.as_ref().or(self.service.as_ref()).or(self.area.as_ref())
    }
}

impl Adoption {
    /// Whether it says of any office, or of all together, how many people there are: a draft may not say it yet.
    pub fn counts_people(&self) -> bool {
        let is_stated = |count: &Spanned<Headcount>| count.value != Headcount::Undecided;
        let of_rows = self.rows.rows.iter().any(|row| is_stated(&row.employees) || is_stated(&row.agile));
        let declared = self.declared.iter().flat_map(|total| [&total.employees, &total.agile]).flatten();
        of_rows || declared.into_iter().any(is_stated)
    }

    /// That it counts nobody yet; `None` if it counts somebody, or has no rows.
    pub fn undecided_note(&self) -> Option<&'static str> {
        (!self.counts_people() && !self.rows.rows.is_empty())
            .then_some("Il numero dei dipendenti e quello di lavoratrici e lavoratori agili sono ancora da indicare.")
    }

    /// Employees by the rows.
    pub fn employees(&self) -> People {
        self.rows.rows.iter().map(|row| People::from(row.employees.value)).sum()
    }

    /// Agile workers by the rows.
    pub fn agile(&self) -> People {
        self.rows.rows.iter().map(|row| People::from(row.agile.value)).sum()
    }
}

/// A number as Italian readers write it: a decimal comma, and no decimals if they are zero.
pub(crate) fn decimal(number: f64) -> String {
    number.to_string().replace('.', ",")
}

impl Days {
    /// Reads `1`, `0.5`, `0,5`, `0,5-1` or a smartability; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        use super::Keyword;
        if let Some((smartability, _)) = Smartability::parse(text) {
            return Some(Self::Of(smartability));
        }
        let number =
            |piece: &str| piece.trim().replace(',', ".").parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0);
        let mut pieces = text.split(['-', '–']);
        let first = number(pieces.next()?)?;
        match (pieces.next(), pieces.next()) {
            (None, _) => Some(Self::Exactly(first)),
            (Some(second), None) => number(second).map(|second| Self::Between(first, second)),
            _ => None,
        }
    }

    /// As it stands in a table: `1`, `0,5-1`, `non smartabile`.
    pub fn short(&self) -> String {
        use super::Keyword;
        match self {
            Self::Exactly(days) => decimal(*days),
            Self::Between(from, to) => format!("{}-{}", decimal(*from), decimal(*to)),
            Self::Of(smartability) => smartability.keyword().to_owned(),
        }
    }

    /// As it is read aloud: `da 0,5 a 1`.
    pub fn spoken(&self) -> String {
        match self {
            Self::Between(from, to) => format!("da {} a {}", decimal(*from), decimal(*to)),
            other => other.short(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_a_number_a_range_or_a_smartability() {
        assert_eq!(Days::parse("1"), Some(Days::Exactly(1.0)));
        assert_eq!(Days::parse("0,5-1").map(|days| days.spoken()).as_deref(), Some("da 0,5 a 1"));
        assert_eq!(Days::parse("0.5 – 1").map(|days| days.short()).as_deref(), Some("0,5-1"));
        assert_eq!(Days::parse("Non smartabile"), Some(Days::Of(Smartability::None)));
        for wrong in ["", "uno", "1-2-3", "-1", "inf"] {
            assert_eq!(Days::parse(wrong), None, "{wrong}");
        }
    }
}

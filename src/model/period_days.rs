use super::{adoption::decimal, fold};

/// Days of agile work within a period: `8 al mese`, `1-2 alla settimana`, `40% del trimestre`.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodDays {
    /// So many, or the least of them.
    pub from: f64,
    /// The most of them, where two numbers are given.
    pub to: Option<f64>,
    /// Whether they are a share of the working days of the period, in hundredths.
    pub is_share: bool,
    /// The period.
    pub period: Period,
}

/// A stretch of time in which days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // Each is the stretch of its name.
pub enum Period {
    Week,
    Month,
    Quarter,
    Year,
}

/// Words that may stand between the number and the period.
const BETWEEN: [&str; 13] =
    ["al", "alla", "all", "a", "del", "della", "dell", "di", "per", "giorni", "giorno", "giornate", "ogni"];

impl Period {
    /// The period that a folded word names.
    fn named(word: &str) -> Option<Self> {
        match word {
            "settimana" | "settimanali" => Some(Self::Week),
            "mese" | "mensili" => Some(Self::Month),
            "trimestre" | "trimestrali" => Some(Self::Quarter),
            "anno" | "annui" | "annuali" => Some(Self::Year),
            _ => None,
        }
    }

    /// The most days that it has.
    pub fn longest(self) -> f64 {
        match self {
            Self::Week => 7.0,
            Self::Month => 31.0,
            Self::Quarter => 92.0,
            Self::Year => 366.0,
        }
    }

    /// `alla settimana`.
    pub fn each(self) -> &'static str {
        match self {
            Self::Week => "alla settimana",
            Self::Month => "al mese",
            Self::Quarter => "al trimestre",
            Self::Year => "all'anno",
        }
    }

    /// `della settimana`.
    pub fn of(self) -> &'static str {
        match self {
            Self::Week => "della settimana",
            Self::Month => "del mese",
            Self::Quarter => "del trimestre",
            Self::Year => "dell'anno",
        }
    }
}

impl PeriodDays {
    /// Reads a number, or two with a hyphen between them, perhaps with a sign of percentage, and a period.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '–' | ' ' | '%')))?;
        let (numbers, words) = text.split_at(end);
        let is_share = numbers.contains('%');
        let number = |piece: &str| {
            let piece = piece.trim().trim_end_matches('%').trim().replace(',', ".");
            piece.parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0)
        };
        let mut pieces = numbers.split(['-', '–']);
        let from = number(pieces.next()?)?;
        let to = pieces.next().map(|piece| number(piece).ok_or(())).transpose().ok()?;
        let folded = fold(words);
        let (before, last) = folded.rsplit_once(' ').unwrap_or(("", &folded));
        let is_plain = before.split_whitespace().all(|word| BETWEEN.contains(&word));
        let period = Period::named(last).filter(|_| is_plain && pieces.next().is_none())?;
        Some(Self { from, to, is_share, period })
    }

    /// The most of them.
    pub fn most(&self) -> f64 {
        self.to.map_or(self.from, |to| to.max(self.from))
    }

    /// Whether they are more than `limit`, for sure: in one period as the numbers say; in two, only where no way to share them out over a
    /// year would keep within the limit.
    pub fn exceeds(&self, limit: &Self) -> bool {
        if (self.period, self.is_share) == (limit.period, limit.is_share) {
            return self.most() > limit.most();
        }
        let (least, _) = self.in_a_year();
        let (_, most) = limit.in_a_year();
        least > most
    }

    /// How many days they may be in a year, at least and at most: holidays and leave shorten it.
    fn in_a_year(&self) -> (f64, f64) {
        if self.is_share {
            return (self.most() / 100.0 * 200.0, self.most() / 100.0 * 262.0);
        }
        let (least, most) = match self.period {
            Period::Week => (44.0, 53.0),
            Period::Month => (10.0, 12.0),
            Period::Quarter => (4.0, 4.0),
            Period::Year => (1.0, 1.0),
        };
        (self.most() * least, self.most() * most)
    }

    /// As a table says it, and as it is rightly written: `1-2 alla settimana`.
    pub fn short(&self) -> String {
        let to = self.to.map(|to| format!("-{}", decimal(to))).unwrap_or_default();
        self.with_period(&format!("{}{to}", decimal(self.from)))
    }

    /// As it is read aloud: `da 1 a 2 alla settimana`.
    pub fn spoken(&self) -> String {
        match self.to {
            Some(to) => self.with_period(&format!("da {} a {}", decimal(self.from), decimal(to))),
            None => self.short(),
        }
    }

    fn with_period(&self, number: &str) -> String {
        if self.is_share {
            format!("{number}% {}", self.period.of())
        } else {
            format!("{number} {}", self.period.each())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_more_than_others_only_for_sure() {
        let days = |text: &str| PeriodDays::parse(text).expect("days");
        for (more, limit) in [
            ("9 al mese", "8 al mese"),
            ("8-10 al mese", "8 al mese"),
            ("8 al mese", "1 alla settimana"),
            ("60% del trimestre", "50% del trimestre"),
            ("80% del trimestre", "110 all'anno"),
            ("4 alla settimana", "110 all'anno"),
        ] {
            assert!(days(more).exceeds(&days(limit)), "{more}: {limit}");
        }
        for (within, limit) in [
            ("8 al mese", "8 al mese"),
            ("5 al mese", "1 alla settimana"),
            ("2 alla settimana", "92 all'anno"),
            ("50% del trimestre", "110 all'anno"),
            ("100 all'anno", "40% del trimestre"),
        ] {
            assert!(!days(within).exceeds(&days(limit)), "{within}: {limit}");
        }
    }

    #[test]
    fn days_are_counted_in_a_period() {
        let short = |text: &str| PeriodDays::parse(text).map(|days| days.short());
        for (text, right) in [
            ("8 al mese", "8 al mese"),
            ("1-2 alla settimana", "1-2 alla settimana"),
            ("92 all'anno", "92 all'anno"),
            ("92 giorni all’anno", "92 all'anno"),
            ("40% del trimestre", "40% del trimestre"),
            ("40 % Trimestre", "40% del trimestre"),
            ("0,5 – 1 a settimana", "0,5-1 alla settimana"),
            ("2 settimanali", "2 alla settimana"),
        ] {
            assert_eq!(short(text).as_deref(), Some(right), "{text}");
            assert_eq!(short(right).as_deref(), Some(right), "{right}");
        }
        for wrong in [
            "",
            "8",
            "al mese",
            "8 al giorno",
            "1 ogni 15 giorni",
            "1-2-3 al mese",
            "molti al mese",
            "-8 al mese",
            "8 al mese circa",
        ] {
            assert_eq!(short(wrong), None, "{wrong}");
        }
        assert_eq!(
            PeriodDays::parse("1-2 alla settimana").map(|days| days.spoken()).as_deref(),
            Some("da 1 a 2 alla settimana")
        );
    }
}

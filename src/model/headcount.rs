use super::{fold, grouped_count};
use serde::{Serialize, Serializer};
use std::fmt;
use std::ops::AddAssign;

/// How many people a cell counts: a number, or a class that keeps them from being told one by one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Headcount {
    /// Nobody has said yet how many.
    #[default]
    Undecided,
    /// So many.
    Exactly(u32),
    /// Fewer than so many.
    Below(u32),
}

/// How many people several cells count together: between the least and the most, which are the same where no cell is a class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// At least so many.
    pub least: u64,
    /// At most so many.
    pub most: u64,
}

/// What is shown where nobody has said yet how many.
const UNDECIDED: &str = "da indicare";

impl Headcount {
    /// Reads `12`, or a class: `< 3`, `meno di 3`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(number) = text.parse() {
            return Some(Self::Exactly(number));
        }
        let below = text
            .strip_prefix('<')
            .map(str::to_owned)
            .or_else(|| fold(text).strip_prefix("meno di ").map(str::to_owned));
        below?.trim().parse().ok().filter(|most| *most > 0).map(Self::Below)
    }

    /// As it is read, with a point between thousands.
    pub fn shown(self) -> String {
        match self {
            Self::Exactly(number) => grouped_count(number.into()),
            Self::Undecided | Self::Below(_) => self.to_string(),
        }
    }
}

impl fmt::Display for Headcount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undecided => formatter.write_str(UNDECIDED),
            Self::Exactly(number) => write!(formatter, "{number}"),
            Self::Below(number) => write!(formatter, "< {number}"),
        }
    }
}

impl Serialize for Headcount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Exactly(number) => serializer.serialize_u32(*number),
            Self::Undecided | Self::Below(_) => serializer.collect_str(self),
        }
    }
}

impl People {
    /// Nobody knows yet how many.
    const UNDECIDED: Self = Self { least: 0, most: u64::MAX };

    /// Whether nobody has said of any of them how many they are.
    pub fn is_undecided(self) -> bool {
        self == Self::UNDECIDED
    }

    /// Whether it is known how many they are.
    pub fn is_exact(self) -> bool {
        self.least == self.most
    }

    /// Whether a number may be theirs.
    pub fn may_be(self, number: u64) -> bool {
        (self.least..=self.most).contains(&number)
    }

    /// Whether both may be one number.
    pub fn meets(self, other: Self) -> bool {
        self.least <= other.most && other.least <= self.most
    }

    /// What they are as far as it contradicts another number: `al più 15` where that is greater, `almeno 7` where it is less.
    pub fn against(self, other: Self) -> String {
        match (self.is_exact(), other.least > self.most) {
            (false, true) => format!("al più {}", grouped_count(self.most)),
            _ => self.to_string(),
        }
    }

    /// The number nearest to another that may be theirs.
    pub fn nearest_to(self, number: u64) -> u64 {
        number.clamp(self.least, self.most)
    }

    /// Those who are left when some are taken away.
    #[must_use]
    pub fn without(self, some: Self) -> Self {
        Self { least: self.least.saturating_sub(some.most), most: self.most.saturating_sub(some.least) }
    }

    /// With what they are: `1 dipendente`, `almeno 12 dipendenti`.
    pub fn counted(self, one: &str, many: &str) -> String {
        if self.is_undecided() {
            return format!("{many} {UNDECIDED}");
        }
        format!("{self} {}", if self.is_exact() && self.least == 1 { one } else { many })
    }

    /// How many of all the employees they are, each in the words that count them: `7 su 21`, `7 (dipendenti da indicare)`, `da indicare, su 21`.
    pub fn among(self, words: &str, employees: Self, employees_words: &str) -> String {
        match (self.is_undecided(), employees.is_undecided()) {
            (true, true) => words.to_owned(),
            (true, false) => format!("{words}, su {employees_words}"),
            (false, true) => format!("{words} (dipendenti {UNDECIDED})"),
            (false, false) => format!("{words} su {employees_words}"),
        }
    }
}

impl From<u64> for People {
    fn from(number: u64) -> Self {
        Self { least: number, most: number }
    }
}

impl From<u32> for People {
    fn from(number: u32) -> Self {
        u64::from(number).into()
    }
}

impl From<Headcount> for People {
    fn from(count: Headcount) -> Self {
        match count {
            Headcount::Undecided => Self::UNDECIDED,
            Headcount::Exactly(number) => number.into(),
            Headcount::Below(number) => Self { least: 0, most: u64::from(number).saturating_sub(1) },
        }
    }
}

impl AddAssign for People {
    fn add_assign(&mut self, other: Self) {
        self.least = self.least.saturating_add(other.least);
        self.most = self.most.saturating_add(other.most);
    }
}

impl std::iter::Sum for People {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

/// `1.250`; `almeno 12` where some of them are in classes; `meno di 3` where all are.
impl fmt::Display for People {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_undecided() {
            return formatter.write_str(UNDECIDED);
        }
        match (self.is_exact(), self.least) {
            (true, number) => formatter.write_str(&grouped_count(number)),
            (false, 0) => write!(formatter, "meno di {}", grouped_count(self.most.saturating_add(1))),
            (false, least) => write!(formatter, "almeno {}", grouped_count(least)),
        }
    }
}

impl Serialize for People {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_exact() { serializer.serialize_u64(self.least) } else { serializer.collect_str(self) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_no_number() {
        for (text, shown) in [("12", "12"), ("< 3", "< 3"), ("<3", "< 3"), ("Meno di 3", "< 3")] {
            assert_eq!(Headcount::parse(text).map(|count| count.to_string()).as_deref(), Some(shown), "{text}");
        }
        for wrong in ["", "-1", "1,5", "< 0", "<", "> 3", "tre"] {
            assert_eq!(Headcount::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_sum_of_classes_says_no_more_than_is_known() {
        let sum = |counts: &[Headcount]| counts.iter().map(|count| People::from(*count)).sum::<People>();
        let (five, few) = (Headcount::Exactly(5), Headcount::Below(3));
        assert_eq!(sum(&[five, five]).to_string(), "10");
        assert_eq!(sum(&[five, few]).counted("dipendente", "dipendenti"), "almeno 5 dipendenti");
        assert_eq!(sum(&[few, few]).to_string(), "meno di 5");
        let many = Headcount::Exactly(12_345);
        assert_eq!((many.shown(), many.to_string()), ("12.345".to_owned(), "12345".to_owned()));
        assert_eq!(sum(&[many, few]).to_string(), "almeno 12.345");
        let all = [Headcount::Undecided, Headcount::Undecided];
        assert_eq!(sum(&all).counted("dipendente", "dipendenti"), "dipendenti da indicare");
        assert_eq!(sum(&[five, Headcount::Undecided]).to_string(), "almeno 5");
        let among = |agile: Headcount, employees: Headcount| {
            People::from(agile).among(&agile.to_string(), employees.into(), &employees.to_string())
        };
        assert_eq!(among(five, Headcount::Exactly(9)), "5 su 9");
        assert_eq!(among(five, Headcount::Undecided), "5 (dipendenti da indicare)");
        assert_eq!(among(Headcount::Undecided, five), "da indicare, su 5");
        assert_eq!(among(Headcount::Undecided, Headcount::Undecided), "da indicare");
        assert!(sum(&[five, few]).may_be(7) && !sum(&[five, few]).may_be(8));
        let against = |counts: &[Headcount], number: u32| sum(counts).against(number.into());
        assert_eq!((against(&[five, few], 20), against(&[five, few], 2)), ("al più 7".into(), "almeno 5".into()));
        assert_eq!((against(&[few, few], 9), against(&[five, five], 9)), ("al più 4".into(), "10".into()));
        assert_eq!([0, 6, 20].map(|number| sum(&[five, few]).nearest_to(number)), [5, 6, 7]);
    }
}

use super::is_hyphen;

/// A day of the calendar, always a real one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The names of the months, from January.
    pub const MONTHS: [&str; 12] = [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ];

    /// Reads `AAAA-MM-GG`; `None` if the text has another form or the day does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let right =
            [(year, 4), (month, 2), (day, 2)].iter().all(|(part, length)| is_digits(part) && part.len() == *length);
        right.then(|| Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
    }

    /// Reads the forms that people write, so that a finding can offer the right one: `31/12/2024`, `31.12.2024`, `31-12-2024`,
    /// `31 dicembre 2024`, `2024/12/31`, `2024-2-9`. The day stands before the month, and the year has four digits.
    pub fn parse_italian(text: &str) -> Option<Self> {
        // A hyphen of another kind is drawn like that of the keyboard.
        let plain: String = text.chars().map(|c| if is_hyphen(c) { '-' } else { c }).collect();
        let parts = Self::pieces(&plain);
        let [first, second, third] = parts.as_slice() else { return None };
        let number = |text: &str, most: usize| text.parse().ok().filter(|_| is_digits(text) && text.len() <= most);
        let month = |text: &str| Self::month_named(text).or_else(|| number(text, 2));
        match (first.len(), third.len()) {
            (4, 1 | 2) => Self::new(number(first, 4)?, number(second, 2)?, number(third, 2)?),
            (_, 4) => {
                let day = first.trim_end_matches(['º', '°']);
                Self::new(number(third, 4)?, month(second)?, number(day, 2)?)
            }
            _ => None,
        }
    }

    /// Reads the forms that programs write: `20241231`, and the day of a moment, `2024-12-31T00:00:00`. Says with it whether the day is all
    /// that the text says: an hour may be lost, and elsewhere be of another day.
    pub fn parse_machine(text: &str) -> Option<(Self, bool)> {
        let text = text.trim();
        if is_digits(text) && text.len() == 8 {
            let part = |range: std::ops::Range<usize>| text[range].parse().ok();
            return Some((
                Self::new(part(0..4)?, part(4..6)?, part(6..8)?).filter(|day| day.is_of_these_times())?,
                true,
            ));
        }
        let (day, time) = text.split_once(['T', ' '])?;
        let is_time = time.starts_with(|c: char| c.is_ascii_digit()) && time.contains(':');
        let is_midnight = time.chars().all(|c| matches!(c, '0' | ':' | '.'));
        Self::parse(day).filter(|_| is_time).map(|day| (day, is_midnight))
    }

    /// Whether the year begins with the digits of this century or of the last.
    fn is_of_these_times(self) -> bool {
        matches!(self.year(), 1900..=2099)
    }

    /// Whether a text has the form of a day whose year has two digits, so that the century is not known.
    pub fn has_short_year(text: &str) -> bool {
        let parts = Self::pieces(text);
        let [first, second, third] = parts.as_slice() else { return false };
        let short = |text: &str| is_digits(text) && text.len() <= 2;
        short(first)
            && (short(second) || Self::month_named(second).is_some())
            && short(third.trim_start_matches(['\'', '’']))
    }

    /// Whether a text has the form of a day, whether there is such a day or not.
    pub fn has_form(text: &str) -> bool {
        let parts = Self::pieces(text);
        let is_part = |part: &&str| is_digits(part.trim_end_matches(['º', '°'])) || Self::month_named(part).is_some();
        parts.len() == 3 && parts.iter().all(is_part)
            || Self::parse_machine(text).is_some()
            || is_digits(text) && text.len() == 8
    }

    /// The one day that a text names among other words: `al 31 dic. 2024`, `31/12/2024 (provvisorio)`; `None` where it names none, or several.
    /// Says with it whether the other words add nothing to the day.
    pub fn found_in(text: &str) -> Option<(Self, bool)> {
        let words: Vec<&str> = text
            .split_whitespace()
            .map(|word| word.trim_matches(|c: char| !(c.is_alphanumeric() || matches!(c, 'º' | '°'))))
            .collect();
        let whole = words.iter().filter_map(|word| Some((Self::parse(word).or_else(|| Self::parse_italian(word))?, 1)));
        let in_three = words.windows(3).filter_map(|words| {
            let month =
                Self::MONTHS.iter().find(|month| words[1].len() >= 3 && month.starts_with(&words[1].to_lowercase()))?;
            Some((Self::parse_italian(&format!("{} {month} {}", words[0], words[2]))?, 3))
        });
        let mut days = whole.chain(in_three);
        let (day, length) = days.next().filter(|_| days.next().is_none())?;
        let is_bare = |word: &&&str| ["al", "il", "del", "dal", "in", "data"].contains(&word.to_lowercase().as_str());
        Some((day, words.iter().filter(is_bare).count() + length == words.len()))
    }

    fn pieces(text: &str) -> Vec<&str> {
        let separator = ['/', '.', '-'].into_iter().find(|separator| text.matches(*separator).count() == 2);
        match separator {
            Some(separator) => text.split(separator).map(str::trim).collect(),
            None => text.split_whitespace().collect(),
        }
    }

    fn month_named(text: &str) -> Option<i16> {
        let place = Self::MONTHS.iter().position(|month| month.eq_ignore_ascii_case(text))?;
        i16::try_from(place + 1).ok()
    }

    /// The day, where it exists.
    pub fn new(year: i16, month: i16, day: i16) -> Option<Self> {
        let month = i8::try_from(month).ok()?;
        let day = i8::try_from(day).ok()?;
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The day at a number of seconds from 1 January 1970, in universal time (the form of `SOURCE_DATE_EPOCH`).
    pub fn from_epoch(seconds: i64) -> Option<Self> {
        let moment = jiff::Timestamp::from_second(seconds).ok()?;
        Some(Self(jiff::tz::TimeZone::UTC.to_datetime(moment).date()))
    }

    /// 1 January 1970.
    pub const EPOCH: Self = Self(jiff::civil::date(1970, 1, 1));

    /// Seconds from 1 January 1970 to the beginning of the day, in universal time.
    pub fn epoch_seconds(self) -> i64 {
        self.0.duration_since(Self::EPOCH.0).as_secs()
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Day of the month, from 1.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// `2024-12-31`.
    pub fn iso(self) -> String {
        self.0.to_string()
    }

    /// `al 31 dicembre 2024`, `all'8 marzo 2025`.
    pub fn at(self) -> String {
        self.after("al ", "all'")
    }

    /// `del 31 dicembre 2024`, `dell'11 giugno 2025`.
    pub fn of(self) -> String {
        self.after("del ", "dell'")
    }

    /// The day after a preposition; eight and eleven begin with a vowel.
    fn after(self, plain: &str, elided: &str) -> String {
        let before = if matches!(self.0.day(), 8 | 11) { elided } else { plain };
        format!("{before}{}", self.long())
    }

    /// `31 dicembre 2024`; the first of a month is `1º`.
    pub fn long(self) -> String {
        let month = Self::MONTHS[usize::try_from(self.0.month() - 1).unwrap_or(0)];
        let day = self.0.day();
        let mark = if day == 1 { "º" } else { "" };
        format!("{day}{mark} {month} {}", self.0.year())
    }

    /// `31/12/2024`.
    pub fn short(self) -> String {
        format!("{:02}/{:02}/{}", self.0.day(), self.0.month(), self.0.year())
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn a_day_is_known_in_the_forms_that_people_write() {
        for text in ["31/12/2024", "31.12.2024", "31-12-2024", "31 dicembre 2024", "31 Dicembre 2024", "2024/12/31"] {
            assert_eq!(Date::parse_italian(text).map(Date::iso).as_deref(), Some("2024-12-31"), "{text}");
        }
        assert_eq!(Date::parse_italian("2024-2-9").map(Date::iso).as_deref(), Some("2024-02-09"));
        assert_eq!(Date::parse_italian("1º marzo 2025").map(Date::iso).as_deref(), Some("2025-03-01"));
        for text in
            ["31/12/24", "24/12/31", "31/12/024", "12/2024", "31 12 24", "30 febbraio 2024", "2024/31/12", "1/1/20245"]
        {
            assert_eq!(Date::parse_italian(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_of_two_digits_has_no_century() {
        for text in ["31/12/24", "1.2.24", "31 dicembre 24", "31-12-'24"] {
            assert!(Date::has_short_year(text), "{text}");
        }
        assert!(!Date::has_short_year("31/12/2024") && !Date::has_short_year("2024-12-31"));
    }

    #[test]
    fn a_day_is_found_among_other_words() {
        for (text, adds_nothing) in [
            ("al 31 dicembre 2024", true),
            ("31 dic. 2024", true),
            ("31/12/2024 (dato provvisorio)", false),
            ("rilevata il 2024-12-31", false),
        ] {
            let (day, is_all) = Date::found_in(text).expect(text);
            assert_eq!((day.iso().as_str(), is_all), ("2024-12-31", adds_nothing), "{text}");
        }
        for text in ["fine 2024", "dicembre 2024", "dal 1/1/2024 al 31/12/2024", "31 d. 2024", "30 feb. 2024", "2024"] {
            assert_eq!(Date::found_in(text), None, "{text}");
        }
        for (text, has_form) in [
            ("2025-02-30", true),
            ("31/13/2024", true),
            ("30 febbraio 2024", true),
            ("2024", false),
            ("2024-12", false),
            ("fine 2024", false),
        ] {
            assert_eq!(Date::has_form(text), has_form, "{text}");
        }
    }

    #[test]
    fn a_preposition_bends_before_a_vowel() {
        let day = |text: &str| Date::parse(text).expect("a day");
        assert_eq!(day("2024-12-31").at(), "al 31 dicembre 2024");
        assert_eq!(day("2025-03-08").at(), "all'8 marzo 2025");
        assert_eq!(day("2025-06-11").of(), "dell'11 giugno 2025");
        assert_eq!(day("2025-01-01").of(), "del 1º gennaio 2025");
    }

    #[test]
    fn only_real_days_in_the_iso_form_are_dates() {
        assert_eq!(Date::parse("2024-02-29").map(Date::long).as_deref(), Some("29 febbraio 2024"));
        assert!(Date::parse("2025-02-29").is_none());
        assert!(Date::parse("2025-2-9").is_none());
        assert!(Date::parse("31/12/2024").is_none());
        assert_eq!(Date::parse_italian("31/12/2024").map(Date::iso).as_deref(), Some("2024-12-31"));
    }

    #[test]
    fn the_epoch_is_read_in_universal_time() {
        assert_eq!(Date::from_epoch(0).map(Date::short).as_deref(), Some("01/01/1970"));
        assert_eq!(
            Date::from_epoch(1_735_689_600).map(|day| (day.iso(), day.epoch_seconds())),
            Some(("2025-01-01".to_owned(), 1_735_689_600))
        );
        assert_eq!(Date::EPOCH.epoch_seconds(), 0);
    }
}

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
        let [year, month, day] = Self::parts(text, '-')?;
        (text.len() == 10).then(|| Self::new(year, month, day))?
    }

    /// Reads the Italian form `G/M/AAAA`, so that a finding can offer the right one.
    pub fn parse_italian(text: &str) -> Option<Self> {
        let [day, month, year] = Self::parts(text, '/')?;
        Self::new(year, month, day)
    }

    fn parts(text: &str, separator: char) -> Option<[i16; 3]> {
        let mut numbers = text.split(separator).map(|part| {
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| part.parse::<i16>().ok()).flatten()
        });
        let parts = [numbers.next()??, numbers.next()??, numbers.next()??];
        numbers.next().is_none().then_some(parts)
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

#[cfg(test)]
mod tests {
    use super::Date;

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

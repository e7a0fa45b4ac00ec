use super::{Read, date, grade, mark, number, on_one_line, states_nothing};
use crate::model::{Days, Keyword as _, Period, PeriodDays, decimal, fold};

/// The days of agile work of a cell, and the key that holds them.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Stated {
    /// `giorni_settimana`, or `giorni` where they are counted in another period.
    pub(in super::super) key: &'static str,
    /// As the data write them: `1`, `0,5-1`, `8 al mese`, `non smartabile`.
    pub(in super::super) text: String,
    /// The marks beside them.
    pub(in super::super) marks: Vec<String>,
}

/// Words that may stand beside a number of days a week.
const BESIDE: [&str; 16] = [
    "giorno",
    "giorni",
    "gg",
    "g",
    "giornata",
    "giornate",
    "max",
    "massimo",
    "fino",
    "a",
    "alla",
    "settimana",
    "sett",
    "la",
    "settimanali",
    "settimanale",
];
/// Words for no days at all.
const NONE: [&str; 6] = ["nessuno", "nessuna", "nessun giorno", "nessuna giornata", "zero", "zero giorni"];
/// The same that make a number the most of them.
const MOST: [&str; 3] = ["max", "massimo", "fino"];
const NUMBERS: [(&str, &str); 9] = [
    ("gg", "giorni"),
    ("un", "1"),
    ("uno", "1"),
    ("una", "1"),
    ("mezzo", "0.5"),
    ("mezza", "0.5"),
    ("due", "2"),
    ("tre", "3"),
    ("quattro", "4"),
];

/// The days of a cell, where `period` is that of the column's heading.
pub(in super::super) fn read(
    text: &str,
    period: Period,
    is_day: bool,
    answered: impl Fn(&str) -> Option<String>,
) -> Read<Stated> {
    let text = on_one_line(text);
    let answer = answered(&text);
    let text = answer.unwrap_or(text);
    if states_nothing(&text) {
        return Read::Blank;
    }
    if is_day {
        return remade(&text);
    }
    let (bare, marks) = mark::split(&text);
    plain(bare, period).map(|stated| Stated { marks, ..stated })
}

fn plain(text: &str, period: Period) -> Read<Stated> {
    if let Some(share) = number::percentage(text) {
        let number = format!("{}% {}", decimal(share), period.of());
        let read = Read::Sure(in_period(number));
        return if period == Period::Week { read.doubted("non è detto di quale periodo è la quota") } else { read };
    }
    if let Some(number) = number::parse(text) {
        return counted(number, period);
    }
    if let Some((first, second)) = range(text) {
        return match period {
            Period::Week => Read::Sure(a_week(format!("{}-{}", decimal(first), decimal(second)))),
            other => Read::Sure(in_period(format!("{}-{} {}", decimal(first), decimal(second), other.each()))),
        };
    }
    if let Some((first, second)) = text.split_once('/')
        && let (Some(first), Some(second)) = (number::parse(first), number::parse(second))
        && second > 0.0
    {
        let days = if (first - second).abs() < f64::EPSILON { "giorno" } else { "giorni" };
        let (quotient, one, other) = (decimal(first / second), decimal(first), decimal(second));
        let why = format!("può essere {quotient} {days}, oppure «{one} o {other}»");
        return Read::Doubtful(a_week(decimal(first / second)), why);
    }
    words(text, period)
}

/// Whether a folded text says that nothing is planned: `non previsto`, `lavoro agile non previsto`.
pub(in super::super) fn is_not_planned(folded: &str) -> bool {
    let Some((about, planned)) = folded.rsplit_once("non ") else { return false };
    ["previsto", "prevista", "previsti", "previste"].contains(&planned)
        && ["", "lavoro agile", "smart working", "giorni", "giornate"].contains(&about.trim())
}

/// What is written in words.
fn words(text: &str, period: Period) -> Read<Stated> {
    let folded = fold(text);
    if NONE.contains(&folded.as_str()) {
        return counted(0.0, period);
    }
    if is_not_planned(&folded) {
        return counted(0.0, period).doubted("può voler dire che il numero dei giorni non è fissato");
    }
    if let Read::Sure((grade, _)) = grade::read(text, |_| None)
        && !matches!(fold(text).as_str(), "si" | "s" | "x" | "ok")
    {
        return Read::Sure(a_week(grade.keyword().to_owned()));
    }
    if let Some(days) = fortnight(text) {
        return Read::Sure(a_week(days));
    }
    let apart = if text.contains("/g") || text.contains("/s") || text.contains("/m") {
        text.replace('/', " ")
    } else {
        text.to_owned()
    };
    let spelled = spelled(&apart);
    if let Some(days) = PeriodDays::parse(&spelled) {
        return Read::Sure(match (days.period, days.is_share, days.to) {
            (Period::Week, false, None) => a_week(decimal(days.from)),
            (Period::Week, false, Some(to)) => a_week(format!("{}-{}", decimal(days.from), decimal(to))),
            _ => in_period(days.short()),
        });
    }
    let (beside, rest): (Vec<&str>, Vec<&str>) =
        spelled.split_whitespace().partition(|word| BESIDE.contains(&fold(word).as_str()));
    let joined = rest.join(" ");
    let read = match (number::parse(&joined), range(&joined)) {
        (Some(number), _) => counted(number, period),
        (None, Some((first, second))) => Read::Sure(a_week(format!("{}-{}", decimal(first), decimal(second)))),
        _ => return Read::Not("non si capisce quanti giorni sono".to_owned()),
    };
    if beside.iter().any(|word| MOST.contains(&fold(word).as_str())) {
        return read.doubted("è un massimo");
    }
    read
}

/// `1 ogni 15 gg`, `un giorno ogni due settimane`: the days a week.
fn fortnight(text: &str) -> Option<String> {
    let folded = spelled(&fold(text));
    let (count, every) = folded.split_once(" ogni ")?;
    let first = count.split(' ').find_map(number::parse)?;
    let fortnight = ["15 ", "14 ", "2 settimane", "2 sett", "quindici "].iter().any(|start| every.starts_with(start));
    let week = ["settimana", "7 "].iter().any(|start| every.starts_with(start));
    if fortnight {
        return Some(decimal(first / 2.0));
    }
    week.then(|| decimal(first))
}

/// A number of days in the period of the column.
fn counted(number: f64, period: Period) -> Read<Stated> {
    if number < 0.0 || number > period.longest() {
        return Read::Not(format!("{} giorni {} non sono possibili", decimal(number), period.each()));
    }
    if period != Period::Week && number > 0.0 && number < 1.0 {
        let share = format!("{}% {}", decimal((number * 1e4).round() / 100.0), period.of());
        return Read::Doubtful(in_period(share), "una frazione può essere una quota del periodo".to_owned());
    }
    Read::Sure(match period {
        Period::Week => a_week(decimal(number)),
        other => in_period(format!("{} {}", decimal(number), other.each())),
    })
}

/// `1-2`, `0,5 – 1`, `da 1 a 2`, `1 o 2`.
fn range(text: &str) -> Option<(f64, f64)> {
    if let Some(Days::Between(first, second)) = Days::parse(text) {
        return Some((first, second));
    }
    let lower = text.to_lowercase();
    let rest = lower.strip_prefix("da ").and_then(|rest| rest.split_once(" a "));
    let (first, second) = rest.or_else(|| lower.split_once(" o ")).or_else(|| lower.split_once(" oppure "))?;
    Some((number::parse(first.trim())?, number::parse(second.trim())?))
}

/// A range that the spreadsheet took for a day: `1-2` has become the first of February.
fn remade(text: &str) -> Read<Stated> {
    let parts: Option<Vec<u32>> =
        date::find(text).map(|day| day.split('-').filter_map(|part| part.parse().ok()).collect());
    match parts.as_deref() {
        Some([_, month, day]) => {
            let (first, second) = (day.min(month), day.max(month));
            Read::Doubtful(
                a_week(format!("{first}-{second}")),
                "il foglio di calcolo ne ha fatto una data: forse era un intervallo di giorni".to_owned(),
            )
        }
        _ => Read::Not("è una data o un'ora, non un numero di giorni".to_owned()),
    }
}

/// Numbers in words as digits.
fn spelled(text: &str) -> String {
    let word = |word: &str| {
        let number = NUMBERS.iter().find(|(name, _)| *name == word.to_lowercase());
        number.map_or_else(|| word.to_owned(), |(_, digits)| (*digits).to_owned())
    };
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

fn a_week(text: String) -> Stated {
    Stated { key: "giorni_settimana", text, marks: Vec::new() }
}

fn in_period(text: String) -> Stated {
    Stated { key: "giorni", text, marks: Vec::new() }
}

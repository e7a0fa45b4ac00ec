use super::column::{ColumnKind, SheetColumn};
use super::names::RecordLabels;
use crate::edit::Written;
use crate::model::{Date, Days, Headcount, fold};
use crate::tables::Target;

/// The longest text of a cell, in UTF-16 units; Excel counts them so.
const LONGEST: usize = 32_000;
/// Ends a text that no cell can hold.
const CUT: &str = " […]";

/// Why a cell could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(pub String);

/// A value as a cell shows it; an empty text where there is none.
pub fn encode(column: &SheetColumn, record: &Written, labels: &RecordLabels) -> String {
    let Some(value) = column.value(record) else { return String::new() };
    let name = |text: &str| match column.kind {
        ColumnKind::Reference(target) | ColumnKind::References(target, _) => labels.name(target, text).to_owned(),
        _ => text.to_owned(),
    };
    let text = match value {
        Written::List(items) => items.iter().map(|item| name(&one_line(item))).collect::<Vec<_>>().join("\n"),
        Written::Group(_) | Written::Nothing => String::new(),
        Written::Text(_) | Written::Number(_) => name(value.scalar().unwrap_or_default()),
    };
    fitting(&text)
}

/// The text of an item, on one line.
pub fn one_line(item: &Written) -> String {
    match item {
        Written::Group(entries) => {
            let parts = entries.iter().map(|(key, value)| format!("{key}: {}", one_line(value)));
            parts.collect::<Vec<_>>().join("; ")
        }
        Written::List(items) => items.iter().map(one_line).collect::<Vec<_>>().join("; "),
        _ => item.scalar().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// A text that a cell can hold.
pub(super) fn fitting(text: &str) -> String {
    let clean: String = text.trim().chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    if clean.encode_utf16().count() <= LONGEST {
        return clean;
    }
    let mut left = LONGEST;
    let fits = |c: &char| {
        let fits = left >= c.len_utf16();
        left = left.saturating_sub(c.len_utf16());
        fits
    };
    clean.chars().take_while(fits).chain(CUT.chars()).collect()
}

/// The number that a text is, where the cell may hold it as one and give back the same text.
pub(super) fn number(kind: &ColumnKind, text: &str) -> Option<f64> {
    let number: f64 = text.parse().ok()?;
    let is_same = number.is_finite() && number.abs() < 1e15 && number.to_string() == text;
    (is_same && *kind == ColumnKind::Number).then_some(number)
}

/// What a changed cell says; nothing where it is empty. `old` is what stood there, whose form is kept.
///
/// # Errors
///
/// When it is none of the words, names, numbers or days that the column takes.
pub fn decode(
    column: &SheetColumn,
    text: &str,
    old: Option<&Written>,
    labels: &RecordLabels,
) -> Result<Option<Written>, Unreadable> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.ends_with(CUT.trim()) && text.encode_utf16().count() >= LONGEST {
        return Err(Unreadable("il testo è troppo lungo per una cella: va cambiato nel file dei dati".to_owned()));
    }
    let heading = &column.heading;
    let value = match &column.kind {
        ColumnKind::Text => Written::text(text),
        ColumnKind::Texts => texts(text, old),
        ColumnKind::Measure | ColumnKind::Percentage => numeric(text),
        ColumnKind::Number => match numeric(text) {
            number @ Written::Number(_) => number,
            _ => return Err(unread(text, "un numero")),
        },
        ColumnKind::People(_) => {
            people(text).ok_or_else(|| unread(text, "un numero di persone: si scrive 12, oppure < 3"))?
        }
        ColumnKind::Days => {
            days(text).ok_or_else(|| unread(text, "un numero di giorni alla settimana: si scrive 2, oppure 1-2"))?
        }
        ColumnKind::Date => match day(text) {
            Some(day) => Written::Number(day),
            None => return Err(Unreadable(format!("«{text}» non è un giorno: si scrive come 31/12/2025"))),
        },
        ColumnKind::Word(words) => match word(words, text) {
            Some(word) => Written::text(word),
            None => {
                return Err(Unreadable(format!("«{text}» non è fra le parole di «{heading}»: {}", words.join(", "))));
            }
        },
        ColumnKind::Mark(marks) => Written::text(word(marks, text).unwrap_or(text)),
        ColumnKind::Reference(target) => Written::text(id(labels, *target, text)?),
        ColumnKind::References(_, true) if fold(text) == "tutti" => Written::text("tutti"),
        ColumnKind::References(target, _) => {
            let names = text.split(['\n', ';']).map(str::trim).filter(|name| !name.is_empty());
            let ids: Vec<Written> =
                names.map(|name| id(labels, *target, name).map(Written::text)).collect::<Result<_, _>>()?;
            match (ids.as_slice(), old) {
                ([one], Some(old)) if old.scalar().is_some() => one.clone(),
                _ => Written::List(ids),
            }
        }
    };
    Ok(Some(value))
}

/// The lines of a cell; those that an item of the old list reads as are that item.
fn texts(text: &str, old: Option<&Written>) -> Written {
    let known = old.map(Written::items).unwrap_or_default();
    let item = |line: &str| {
        let same = known.iter().find(|item| one_line(item) == line.split_whitespace().collect::<Vec<_>>().join(" "));
        same.cloned().unwrap_or_else(|| Written::text(line))
    };
    let items: Vec<Written> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(item).collect();
    match (items.as_slice(), old) {
        ([one], Some(old)) if old.scalar().is_some() => one.clone(),
        _ => Written::List(items),
    }
}

fn unread(text: &str, what: &str) -> Unreadable {
    Unreadable(format!("«{text}» non è {what}"))
}

/// A number of people, or a class of them.
fn people(text: &str) -> Option<Written> {
    match numeric(text) {
        Written::Number(number) => {
            let whole = number.parse::<f64>().ok().filter(|whole| whole.fract() == 0.0 && *whole >= 0.0)?;
            Some(Written::Number(whole.to_string()))
        }
        _ => Headcount::parse(text).map(|class| Written::text(class.to_string())),
    }
}

/// Days a week as the data write them.
fn days(text: &str) -> Option<Written> {
    match numeric(text) {
        Written::Number(number) if !number.starts_with('-') => Some(Written::Number(number)),
        _ => Days::parse(text).map(|_| Written::text(text)),
    }
}

/// A number as the data write it, with a point: `1.234,5` is `1234.5`; anything else stays a text. One point alone is that of a decimal, as
/// spreadsheets hand their numbers over.
fn numeric(text: &str) -> Written {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let plain = match digits.split_once(',') {
        Some((whole, fraction)) => without_thousands(whole).map(|whole| format!("{sign}{whole}.{fraction}")),
        None if digits.matches('.').count() < 2 && !digits.contains(is_divider) => Some(text.to_owned()),
        None => without_thousands(digits).map(|whole| format!("{sign}{whole}")),
    };
    let is_number = |number: &String| {
        let digits = number.strip_prefix('-').unwrap_or(number);
        digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && number.parse::<f64>().is_ok_and(f64::is_finite)
    };
    plain.filter(is_number).map_or_else(|| Written::text(text), Written::Number)
}

/// Whether a sign parts thousands and nothing else.
fn is_divider(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’')
}

/// A whole number without what parts its thousands; `None` if the parts are no thousands.
fn without_thousands(whole: &str) -> Option<String> {
    let groups: Vec<&str> = whole.split(|c: char| c == '.' || is_divider(c)).collect();
    let (first, rest) = groups.split_first()?;
    let are_thousands = rest.is_empty() || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    are_thousands.then(|| groups.concat())
}

/// A day as ISO 8601 writes it, from that or from `31/12/2025`.
fn day(text: &str) -> Option<String> {
    let text = text.split(['T', ' ']).next().unwrap_or_default();
    if let Some(date) = Date::parse(text) {
        return Some(date.iso());
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    (year.len() == 4).then_some(())?;
    Date::parse(&format!("{year}-{month:0>2}-{day:0>2}")).map(Date::iso)
}

fn word<'a>(words: &'a [String], text: &str) -> Option<&'a str> {
    let exact = words.iter().find(|word| *word == text);
    exact.or_else(|| words.iter().find(|word| fold(word) == fold(text))).map(String::as_str)
}

fn id<'a>(labels: &'a RecordLabels, target: Target, text: &str) -> Result<&'a str, Unreadable> {
    labels.id(target, text).ok_or_else(|| {
        let list = match target {
            Target::Area => "le aree",
            Target::Service => "i servizi",
            Target::Team => "gli smart team",
            Target::Software => "i programmi informatici",
        };
        Unreadable(format!("«{text}» non è fra {list} di questa edizione"))
    })
}

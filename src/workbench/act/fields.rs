use crate::edit::{Change, Document, Step, Written};
use crate::model::Date;
use crate::workbench::table::{Field, Intent, Rows, emptied, intent, put_at, shown, typed};
use crate::workbench::visit::Form;

/// Makes the changes that the fields of a form ask for below a place of a file, where keys stand in an order, and tells them in words.
///
/// # Errors
///
/// Why one of them cannot be made: then what was made of the others is not to be kept either.
pub(super) fn apply(
    document: &mut Document,
    all: &[Field],
    (at, order): (&[Step], &[&str]),
    form: &Form,
) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    for field in all {
        let typed = typed(field, form);
        let record = document.read().at(at).cloned().unwrap_or(Written::Nothing);
        let now = field.value_in(&record).cloned();
        let path = at.iter().cloned().chain(field.path_in(&record)).collect();
        let change = match intent(field, typed.as_deref(), now.as_ref()) {
            Intent::Keep => continue,
            Intent::Set(value) => set(&record, (at, path), field, value)?,
            Intent::Remove => remove(&record, (at, path), field),
            Intent::Unclear(why) => return Err(why),
        };
        document.apply(&change, order).map_err(|why| why.to_string())?;
        words.push(told(field, &shown(now.as_ref()), &typed.unwrap_or_default()));
    }
    Ok(words)
}

/// The order of the keys of a record.
pub(super) fn order(all: &[Field]) -> Vec<&str> {
    all.iter().filter_map(Field::first_key).collect()
}

/// A value is set where it stands; inside a group that is not there, with the group.
///
/// # Errors
///
/// When something else stands in the place of the group.
fn set(record: &Written, (at, path): (&[Step], Vec<Step>), field: &Field, value: Written) -> Result<Change, String> {
    for depth in 1..field.path.len() {
        let (above, inside) = field.path.split_at(depth);
        let standing = record.at(above);
        if standing.is_some_and(|group| !group.entries().is_empty()) {
            continue;
        }
        let mut group = Written::Group(Vec::new());
        match (field.alone, standing.filter(|value| !value.is_empty())) {
            (_, None) => {}
            (Some(key), Some(alone)) if alone.scalar().is_some() => {
                put_at(&mut group, &[Step::from(key)], alone.clone());
            }
            (_, Some(other)) => {
                return Err(format!(
                    "accanto a «{}» nel file c'è già «{}», scritto senza chiavi, e andrebbe perduto: va corretto prima nel testo del file",
                    field.heading,
                    shown(Some(other)).replace('\n', ", ")
                ));
            }
        }
        put_at(&mut group, inside, value);
        return Ok(Change::Set { at: at.iter().chain(above).cloned().collect(), value: group });
    }
    Ok(Change::Set { at: path, value })
}

/// A key goes; with it the groups in which nothing else stands.
fn remove(record: &Written, (at, path): (&[Step], Vec<Step>), field: &Field) -> Change {
    match emptied(record, &field.path) {
        Some(depth) => Change::Remove { at: at.iter().chain(&field.path[..depth]).cloned().collect() },
        None => Change::Remove { at: path },
    }
}

/// What a form says of a new record of a table. One that is copied keeps what the form does not show, or did not touch.
///
/// # Errors
///
/// Why something cannot be written.
pub(super) fn record(all: &[Field], rows: &Rows<'_>, like: Option<&Written>, form: &Form) -> Result<Written, String> {
    let mut record = like.map_or(Written::Group(Vec::new()), bare);
    for field in all {
        let typed = typed(field, form);
        let standing = like.and_then(|like| field.value_in(like));
        let plain = || intent(field, typed.as_deref(), None);
        match intent(field, typed.as_deref(), standing) {
            // Written as a new value is, where that means the same.
            Intent::Keep => match plain() {
                Intent::Set(value) if standing.is_some_and(|standing| standing.means(&value)) => {
                    field.put_in(&mut record, value);
                }
                _ => {}
            },
            Intent::Set(value) if value.is_empty() => field.take_from(&mut record),
            Intent::Set(value) => {
                let value = if standing.is_none() { as_others(field, rows, value) } else { value };
                field.put_in(&mut record, value);
                if field.value_in(&record).is_none() {
                    return Err(no_keys(&field.heading));
                }
            }
            Intent::Remove => field.take_from(&mut record),
            Intent::Unclear(why) => return Err(why),
        }
    }
    Ok(record)
}

/// Why what stands somewhere cannot be changed by the fields of its keys.
pub(super) fn no_keys(heading: &str) -> String {
    format!("«{heading}» nel file è scritto in un altro modo, e andrebbe perduto: va corretto prima nel testo del file")
}

/// A value whose days and whole numbers stand without quotation marks where it is written anew.
pub(super) fn bare(value: &Written) -> Written {
    match value {
        Written::List(items) => Written::List(items.iter().map(bare).collect()),
        Written::Group(entries) => {
            Written::Group(entries.iter().map(|(key, value)| (key.clone(), bare(value))).collect())
        }
        _ => match value.scalar() {
            Some(text)
                if Date::parse(text).is_some() || (!text.is_empty() && text.bytes().all(|c| c.is_ascii_digit())) =>
            {
                Written::Number(text.to_owned())
            }
            _ => value.clone(),
        },
    }
}

/// One name alone stands without brackets where the last record before writes its own so.
fn as_others(field: &Field, rows: &Rows<'_>, value: Written) -> Written {
    let last = || rows.rows.iter().rev().find_map(|row| field.value_in(&row.value));
    match value.items() {
        [one] if !field.options().is_empty() && last().is_some_and(|last| last.scalar().is_some()) => one.clone(),
        _ => value,
    }
}

/// `Smartabilità: da «in parte» a «sì»`.
fn told(field: &Field, before: &str, after: &str) -> String {
    let name = |line: &str| {
        let option = field.options().iter().find(|option| option.value == line);
        option.map_or_else(|| line.to_owned(), |option| option.label.clone())
    };
    let line = |text: &str| text.trim().lines().map(name).collect::<Vec<_>>().join(", ");
    let (before, after) = shortened(&line(before), &line(after));
    format!("{}, da {before} a {after}", field.heading)
}

/// How many letters of a value are told.
const TOLD: usize = 60;

/// How many letters before what differs are told with it.
const LEAD: usize = 20;

/// Two values in quotation marks; of long ones that begin alike only what is around the first difference.
fn shortened(before: &str, after: &str) -> (String, String) {
    let letters = |text: &str| text.chars().collect::<Vec<_>>();
    let (before, after) = (letters(before), letters(after));
    let alike = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let is_hidden = before.len().max(after.len()) > TOLD && alike + LEAD > TOLD;
    let from = if is_hidden { word_before(&before, alike.saturating_sub(LEAD)) } else { 0 };
    (piece(&before, from), piece(&after, from))
}

/// Where the word of a letter begins; the letter itself where that is too far away.
fn word_before(text: &[char], at: usize) -> usize {
    let near = at.saturating_sub(LEAD);
    text[near..at].iter().rposition(|letter| letter.is_whitespace()).map_or(at, |space| near + space + 1)
}

/// What is told of a value from a letter on.
fn piece(text: &[char], from: usize) -> String {
    if text.is_empty() {
        return "nulla".to_owned();
    }
    let (start, end) = (if from > 0 { "…" } else { "" }, text.len().min(from + TOLD));
    let rest = if end < text.len() { "…" } else { "" };
    format!("«{start}{}{rest}»", text[from..end].iter().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_of_two_long_values_shows_where_they_differ() {
        let told = |before: &str, after: &str| {
            let (before, after) = shortened(before, after);
            format!("{before} {after}")
        };
        assert_eq!(told("in parte", "si"), "«in parte» «si»");
        assert_eq!(told("", "si"), "nulla «si»");
        let phases = "Istruttoria del caso, Redazione atti, Gestione attività di difesa in giudizio";
        assert_eq!(
            told(phases, &format!("{phases}, Notifica")),
            "«…di difesa in giudizio» «…di difesa in giudizio, Notifica»"
        );
        assert_eq!(
            told(&format!("{phases}, Notifica"), &phases.replace("caso", "fatto")),
            "«Istruttoria del caso, Redazione atti, Gestione attività di d…» «Istruttoria del fatto, Redazione atti, Gestione attività di …»"
        );
        let long = "x".repeat(200);
        let tail = "x".repeat(LEAD);
        assert_eq!(told(&format!("{long}a"), &format!("{long}b")), format!("«…{tail}a» «…{tail}b»"));
        assert_eq!(told(&long, &long[..100]), format!("«…{}…» «…{tail}»", "x".repeat(TOLD)));
        assert_eq!(told("è".repeat(61).as_str(), "è".repeat(62).as_str()).chars().count(), 2 * 3 + 1 + 2 * LEAD + 1);
    }
}

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
    let short = |text: &str| {
        let line = text.trim().lines().map(name).collect::<Vec<_>>().join(", ");
        match line.char_indices().nth(60) {
            Some((at, _)) => format!("«{}…»", &line[..at]),
            None if line.is_empty() => "nulla".to_owned(),
            None => format!("«{line}»"),
        }
    };
    format!("{}, da {} a {}", field.heading, short(before), short(after))
}

use crate::edit::{Change, Document, Step, Written};
use crate::workbench::table::{Field, Intent, Rows, intent, shown, typed};
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

/// How much of the way to a value goes with it, as nothing else stands there; nothing where the value goes alone.
pub(super) fn emptied(record: &Written, path: &[Step]) -> Option<usize> {
    let alone = |depth: &usize| record.at(&path[..*depth]).is_some_and(|group| group.entries().len() == 1);
    (1..path.len()).rev().take_while(alone).last()
}

/// What a form says of a new record of a table.
///
/// # Errors
///
/// Why something cannot be written.
pub(super) fn record(all: &[Field], rows: &Rows<'_>, form: &Form) -> Result<Written, String> {
    let mut record = Written::Group(Vec::new());
    for field in all {
        let value = match intent(field, typed(field, form).as_deref(), None) {
            Intent::Set(value) => as_others(field, rows, value),
            Intent::Unclear(why) => return Err(why),
            Intent::Keep | Intent::Remove => continue,
        };
        put(&mut record, field, value);
    }
    Ok(record)
}

/// One name alone stands without brackets where the last record before writes its own so.
fn as_others(field: &Field, rows: &Rows<'_>, value: Written) -> Written {
    let last = || rows.rows.iter().rev().find_map(|row| field.value_in(&row.value));
    match value.items() {
        [one] if !field.options().is_empty() && last().is_some_and(|last| last.scalar().is_some()) => one.clone(),
        _ => value,
    }
}

/// Puts a value into a record that is not written yet.
fn put(record: &mut Written, field: &Field, value: Written) {
    if let (Some(key), [Step::Key(first), _]) = (field.alone, field.path.as_slice())
        && let Written::Group(entries) = record
        && let Some((_, standing)) = entries.iter_mut().find(|(name, _)| name == first)
        && standing.scalar().is_some()
    {
        *standing = Written::Group(vec![(key.to_owned(), standing.clone())]);
    }
    put_at(record, &field.path, value);
}

/// Puts a value into groups, which are made where they are not there.
fn put_at(group: &mut Written, path: &[Step], value: Written) {
    let (Written::Group(entries), Some((Step::Key(key), inside))) = (group, path.split_first()) else { return };
    let standing = entries.iter().position(|(name, _)| name == key);
    let at = standing.unwrap_or_else(|| {
        entries.push((key.clone(), Written::Group(Vec::new())));
        entries.len() - 1
    });
    if inside.is_empty() {
        entries[at].1 = value;
    } else {
        put_at(&mut entries[at].1, inside, value);
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

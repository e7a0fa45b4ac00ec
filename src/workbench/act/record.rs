use super::troubled;
use crate::edit::{Change, Document, Refusal, Step, Written};
use crate::model::{Edition, slug};
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::page::{Extra, new_page, record_page};
use crate::workbench::save::save;
use crate::workbench::session::{FileEdit, Session};
use crate::workbench::table::{DataTable, Field, Intent, Row, Rows, fields, intent, shown, typed};
use crate::workbench::visit::{Done, Form, Shown, Visit, field};

/// A table of an edition.
pub(super) type Place<'e> = (&'e Edition, &'static DataTable);

/// Writes what a form says of a record.
pub(super) fn change(
    bench: &Bench<'_>,
    session: &mut Session,
    visit: &Visit,
    place: Place<'_>,
    id: &str,
    form: &Form,
) -> Done {
    let (edition, table) = place;
    let rows = Rows::of(bench, edition, table);
    let Some(row) = rows.find(table, id) else { return gone(bench, session, visit, place, form) };
    if let Some(done) = conflict(bench, session, visit, place, (&rows, row), form) {
        return done;
    }
    let all = fields(edition, table);
    let file = &rows.files[row.file];
    let refused = |session: &Session, why: &Refusal| {
        let notice = Some(format!("Non è stato scritto nulla: {why}. Ciò che ha scritto è ancora qui."));
        let extra = Extra { form: Some(form), notice, ..Extra::default() };
        Done::only(Shown::Refused(record_page(bench, session, visit, place, (&rows, row), extra)))
    };
    let mut document = match file.document() {
        Ok(document) => document.clone(),
        Err(why) => return refused(session, why),
    };
    let words = match apply(&mut document, &all, row, form) {
        Ok(words) => words,
        Err(why) => return refused(session, &why),
    };
    let told = format!("{}: {}", row.label, words.join("; "));
    let edit = FileEdit {
        path: file.path.clone(),
        before: file.text.map(str::to_owned),
        after: Some(document.text().to_owned()),
    };
    let to = address(table, &document, row);
    match save(bench, session, told, vec![edit]) {
        Ok(()) if words.is_empty() => Done::only(Shown::Elsewhere(to)),
        Ok(()) => Done::written(format!("{to}?fatto=1")),
        Err(trouble) => troubled(&trouble),
    }
}

/// Makes the changes that a form asks for, and tells them in words.
fn apply(document: &mut Document, all: &[Field], row: &Row<'_>, form: &Form) -> Result<Vec<String>, Refusal> {
    let order: Vec<&str> = all.iter().map(|field| field.key.split('.').next().unwrap_or_default()).collect();
    let mut words = Vec::new();
    for field in all {
        let typed = typed(field, form);
        let now = document.read().at(&path(row, field)).cloned();
        let change = match intent(field, typed.as_deref(), now.as_ref()) {
            Intent::Keep => continue,
            Intent::Set(value) => set(document, row, field, value),
            Intent::Remove => Change::Remove { at: path(row, field) },
        };
        document.apply(&change, &order)?;
        words.push(told(field, &shown(now.as_ref()), &typed.unwrap_or_default()));
    }
    Ok(words)
}

/// A value is set where it stands; inside a group that is not there, with the group.
fn set(document: &Document, row: &Row<'_>, field: &Field, value: Written) -> Change {
    let at = path(row, field);
    let parts = field.path();
    if let [Step::Key(group), Step::Key(key)] = parts.as_slice() {
        let above: Vec<Step> = row.at.iter().cloned().chain([Step::from(group.as_str())]).collect();
        if document.read().at(&above).is_none_or(|group| group.entries().is_empty()) {
            return Change::Set { at: above, value: Written::Group(vec![(key.clone(), value)]) };
        }
    }
    Change::Set { at, value }
}

fn path(row: &Row<'_>, field: &Field) -> Vec<Step> {
    row.at.iter().cloned().chain(field.path()).collect()
}

/// `Smartabilità: da «in parte» a «sì»`.
fn told(field: &Field, before: &str, after: &str) -> String {
    let short = |text: &str| {
        let line = text.trim().replace('\n', ", ");
        match line.char_indices().nth(60) {
            Some((at, _)) => format!("«{}…»", &line[..at]),
            None if line.is_empty() => "nulla".to_owned(),
            None => format!("«{line}»"),
        }
    };
    format!("{}, da {} a {}", field.heading, short(before), short(after))
}

/// The address of a record after it was changed: its name may be another.
fn address(table: &DataTable, document: &Document, row: &Row<'_>) -> String {
    let before = table.names.iter().find_map(|key| row.value.get(key));
    let after = document.read().at(&row.at);
    let name = |value: &Written| value.scalar().map(slug).filter(|slug| !slug.is_empty());
    let now = after.and_then(|after| table.names.iter().find_map(|key| after.get(key)));
    let id = match (before.and_then(name), now.and_then(name)) {
        (old, Some(new)) if old.as_ref() != Some(&new) => new,
        _ => row.id.clone(),
    };
    format!("/banco/{}/{id}/", table.name)
}

/// The page of what was typed beside what the file says, where the file was changed by somebody else since the form was read.
fn conflict(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    place: Place<'_>,
    (rows, row): (&Rows<'_>, &Row<'_>),
    form: &Form,
) -> Option<Done> {
    let file = &rows.files[row.file];
    let read = field(form, "_file").unwrap_or_default();
    let now = file.fingerprint();
    let same_record = field(form, "_voce").is_none_or(|record| record.is_empty() || record == row.fingerprint());
    let ours = read.is_empty() || read == now || session.led(&file.path, read, &now);
    if ours && same_record {
        return None;
    }
    let notice = "Il file è cambiato mentre scriveva, e non è stato scritto nulla. Qui c'è ciò che ha scritto; accanto a ogni campo diverso, ciò che il file dice ora. Salvando di nuovo vale ciò che è nei campi.";
    let extra = Extra { form: Some(form), notice: Some(notice.to_owned()), is_conflict: true, ..Extra::default() };
    let html = record_page(bench, session, visit, place, (rows, row), extra);
    Some(Done::only(Shown::Conflict(html)))
}

/// The record is no longer there: what was typed is offered as a new one.
fn gone(bench: &Bench<'_>, session: &Session, visit: &Visit, place: Place<'_>, form: &Form) -> Done {
    if form.iter().all(|(name, _)| name.starts_with('_')) {
        return Done::only(Shown::Missing(look::message(
            "Voce non trovata",
            "In questa tavola non c'è una voce con questo nome.",
        )));
    }
    let notice = "Questa voce non c'è più: qualcuno l'ha tolta o le ha cambiato nome. Ciò che ha scritto è ancora qui, e si può aggiungere come voce nuova.";
    let extra = Extra { form: Some(form), notice: Some(notice.to_owned()), ..Extra::default() };
    Done::only(Shown::Conflict(new_page(bench, session, visit, place, None, extra)))
}

/// Adds a record; after the one from which it was copied, or at the end.
pub(super) fn add(bench: &Bench<'_>, session: &mut Session, visit: &Visit, place: Place<'_>, form: &Form) -> Done {
    let (edition, table) = place;
    let rows = Rows::of(bench, edition, table);
    let all = fields(edition, table);
    let refused = |session: &Session, why: &str| {
        let notice = Some(format!("Non è stato scritto nulla: {why}. Ciò che ha scritto è ancora qui."));
        Done::only(Shown::Refused(new_page(
            bench,
            session,
            visit,
            place,
            None,
            Extra { form: Some(form), notice, ..Extra::default() },
        )))
    };
    let value = record(&all, form);
    if value.entries().is_empty() {
        return refused(session, "nessun campo è compilato");
    }
    let like = field(form, "_come").and_then(|id| rows.find(table, id)).or(rows.rows.last());
    let number = like.map_or(rows.files.len() - 1, |row| row.file);
    let file = &rows.files[number];
    let mut document = match file.document() {
        Ok(document) => document.clone(),
        Err(why) => return refused(session, &why.to_string()),
    };
    let (list, at) = match like.and_then(Row::place) {
        Some((list, place)) => (list, place + 1),
        None => (vec![Step::from(table.list)], 0),
    };
    let order: Vec<&str> = all.iter().map(|field| field.key.split('.').next().unwrap_or_default()).collect();
    let change = if document.read().at(&list).is_none_or(|list| list.items().is_empty()) {
        Change::Set { at: list, value: Written::List(vec![value.clone()]) }
    } else {
        Change::Insert { list, at, items: vec![value.clone()] }
    };
    if let Err(why) = document.apply(&change, &order) {
        return refused(session, &why.to_string());
    }
    let name =
        table.names.iter().find_map(|key| value.get(key).and_then(Written::scalar)).unwrap_or_default().to_owned();
    let edit = FileEdit {
        path: file.path.clone(),
        before: file.text.map(str::to_owned),
        after: Some(document.text().to_owned()),
    };
    let told = format!("Aggiunta una voce in «{}»: {name}", table.title_in(edition));
    match save(bench, session, told, vec![edit]) {
        Ok(()) => Done::written(format!("/banco/{}/{}/?fatto=1", table.name, slug(&name))),
        Err(trouble) => troubled(&trouble),
    }
}

/// What a form says of a new record.
fn record(all: &[Field], form: &Form) -> Written {
    let mut entries: Vec<(String, Written)> = Vec::new();
    for field in all {
        let Intent::Set(value) = intent(field, typed(field, form).as_deref(), None) else { continue };
        match field.path().as_slice() {
            [Step::Key(group), Step::Key(key)] => match entries.iter_mut().find(|(name, _)| name == group) {
                Some((_, Written::Group(inner))) => inner.push((key.clone(), value)),
                _ => entries.push((group.clone(), Written::Group(vec![(key.clone(), value)]))),
            },
            _ => entries.push((field.key.clone(), value)),
        }
    }
    Written::Group(entries)
}

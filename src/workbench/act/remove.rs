use super::record::Place;
use super::troubled;
use crate::edit::{Change, Document, Refusal, Step, Written};
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::page::{Extra, record_page};
use crate::workbench::save::save;
use crate::workbench::session::{FileEdit, Session};
use crate::workbench::table::{Mention, Rows, mentions};
use crate::workbench::visit::{Done, Form, Shown, Visit, field};
use std::collections::BTreeMap;

/// Removes a record. Where others name it, it is asked first to which one they are to be given.
pub(super) fn remove(
    bench: &Bench<'_>,
    session: &mut Session,
    visit: &Visit,
    place: Place<'_>,
    id: &str,
    form: &Form,
) -> Done {
    let (edition, table) = place;
    let rows = Rows::of(bench, edition, table);
    let Some(row) = rows.find(table, id) else { return missing() };
    let known = row.value.get("id").and_then(Written::scalar).unwrap_or_default().to_owned();
    let named = table.target.filter(|_| !known.is_empty()).map(|target| mentions(bench, edition, target, &known));
    let named = named.unwrap_or_default();
    let to = field(form, "_a").filter(|to| !to.is_empty());
    if !named.is_empty() && to.is_none() && field(form, "_comunque").is_none() {
        let notice = format!("Prima di togliere «{}»: {}.", row.label, told(&named));
        let extra = Extra { notice: Some(notice), asks_removal: true, ..Extra::default() };
        return Done::only(Shown::Page(record_page(bench, session, visit, place, (&rows, row), extra)));
    }
    let mut files = Files::default();
    let moved = to.map_or(Ok(()), |to| files.rename(bench, place, &named, &known, to));
    let removed = moved.and_then(|()| {
        let file = &rows.files[row.file];
        files.change(&file.path, file.text, &Change::Remove { at: row.at.clone() })
    });
    if let Err(why) = removed {
        let notice = Some(format!("Non è stato tolto nulla: {why}."));
        let extra = Extra { notice, ..Extra::default() };
        return Done::only(Shown::Refused(record_page(bench, session, visit, place, (&rows, row), extra)));
    }
    let words = match to {
        Some(to) => format!(
            "Tolto «{}» da «{}»; le voci che lo nominavano ora nominano «{to}»",
            row.label,
            table.title_in(edition)
        ),
        None => format!("Tolto «{}» da «{}»", row.label, table.title_in(edition)),
    };
    match save(bench, session, words, files.edits()) {
        Ok(()) => Done::written(format!("/banco/{}/?fatto=1", table.name)),
        Err(trouble) => troubled(&trouble),
    }
}

/// Gives a record another place among the others.
pub(super) fn relocate(bench: &Bench<'_>, session: &mut Session, place: Place<'_>, id: &str, down: bool) -> Done {
    let (edition, table) = place;
    let rows = Rows::of(bench, edition, table);
    let Some(row) = rows.find(table, id) else { return missing() };
    let here = format!("/banco/{}/{}/", table.name, row.id);
    let Some((list, from)) = row.place() else { return missing() };
    let file = &rows.files[row.file];
    let count =
        file.document().ok().and_then(|document| document.read().at(&list)).map_or(0, |list| list.items().len());
    let to = if down { from + 1 } else { from.wrapping_sub(1) };
    if to >= count {
        return Done::only(Shown::Elsewhere(here));
    }
    let mut files = Files::default();
    if let Err(why) = files.change(&file.path, file.text, &Change::Move { list, from, to }) {
        return Done::only(Shown::Refused(look::message("Non è stato spostato nulla", &format!("Il motivo: {why}."))));
    }
    let words = format!("Spostato «{}» in «{}»", row.label, table.title_in(edition));
    match save(bench, session, words, files.edits()) {
        Ok(()) => Done::written(format!("{here}?fatto=1")),
        Err(trouble) => troubled(&trouble),
    }
}

fn missing() -> Done {
    Done::only(Shown::Missing(look::message("Voce non trovata", "In questa tavola non c'è una voce con questo nome.")))
}

/// `la nominano 2 voci`.
fn told(named: &[Mention]) -> String {
    match named {
        [one] => format!("la nomina {}", one.label),
        many => format!("la nominano {} voci", many.len()),
    }
}

/// Files that are being changed together.
#[derive(Default)]
struct Files(BTreeMap<String, (Option<String>, Document)>);

impl Files {
    fn change(&mut self, path: &str, text: Option<&str>, change: &Change) -> Result<(), Refusal> {
        if !self.0.contains_key(path) {
            let document = Document::parse(text.unwrap_or_default())?;
            self.0.insert(path.to_owned(), (text.map(str::to_owned), document));
        }
        match self.0.get_mut(path) {
            Some((_, document)) => document.apply(change, &[]),
            None => Ok(()),
        }
    }

    /// Lets the records that name one identifier name another.
    fn rename(
        &mut self,
        bench: &Bench<'_>,
        (edition, _): Place<'_>,
        named: &[Mention],
        from: &str,
        to: &str,
    ) -> Result<(), Refusal> {
        for mention in named {
            let rows = Rows::of(bench, edition, mention.table);
            let Some(row) = rows.rows.iter().find(|row| row.id == mention.id) else { continue };
            let Some(value) = row.value.get(&mention.key) else { continue };
            let value = renamed(value, from, to);
            let at = row.at.iter().cloned().chain([Step::from(mention.key.as_str())]).collect();
            let file = &rows.files[row.file];
            self.change(&file.path, file.text, &Change::Set { at, value })?;
        }
        Ok(())
    }

    fn edits(self) -> Vec<FileEdit> {
        let edit = |(path, (before, document)): (String, (Option<String>, Document))| FileEdit {
            path,
            before,
            after: Some(document.text().to_owned()),
        };
        self.0.into_iter().map(edit).collect()
    }
}

/// A value with another identifier in the place of one, and none of them twice.
fn renamed(value: &Written, from: &str, to: &str) -> Written {
    if value.scalar() == Some(from) {
        return Written::text(to);
    }
    let mut items: Vec<Written> = Vec::new();
    for item in value.items() {
        let item = if item.scalar() == Some(from) { Written::text(to) } else { item.clone() };
        if !items.iter().any(|other| other.means(&item)) {
            items.push(item);
        }
    }
    Written::List(items)
}

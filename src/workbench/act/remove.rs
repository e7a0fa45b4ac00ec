use super::files::Files;
use super::record::Place;
use super::troubled;
use crate::edit::{Change, Written};
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::page::{Extra, record_page};
use crate::workbench::save::save;
use crate::workbench::session::Session;
use crate::workbench::table::{Mention, Rows, mentions};
use crate::workbench::visit::{Done, Form, Shown, Visit, field};

/// Removes a record. Where others name it, it is asked first to which one they are to be given.
pub(super) fn remove(
    bench: &Bench<'_>,
    session: &mut Session,
    visit: &Visit,
    place: Place<'_>,
    id: &str,
    form: &Form,
) -> Done {
    let (edition, home) = place;
    let rows = Rows::of(bench, edition, home);
    let Some(row) = rows.find(home, id) else { return missing() };
    let known = row.value.get("id").and_then(Written::scalar).unwrap_or_default().to_owned();
    let named = home.target.filter(|_| !known.is_empty()).map(|target| mentions(bench, edition, target, &known));
    let named = named.unwrap_or_default();
    let to = field(form, "_a").filter(|to| !to.is_empty());
    if !named.is_empty() && to.is_none() && field(form, "_comunque").is_none() {
        let notice = format!("Prima di togliere «{}»: {}.", row.label, told(&named));
        let extra = Extra { notice: Some(notice), asks_removal: true, ..Extra::default() };
        return Done::only(Shown::Page(record_page(bench, session, visit, place, (&rows, row), extra)));
    }
    let mut files = Files::default();
    let moved = to.map_or(Ok(()), |to| files.rename(bench, edition, &named, (&known, to)));
    let removed = moved.and_then(|()| files.change(&rows.files[row.file], &Change::Remove { at: row.at.clone() }));
    if let Err(why) = removed {
        let notice = Some(format!("Non è stato tolto nulla: {why}."));
        let extra = Extra { notice, ..Extra::default() };
        return Done::only(Shown::Refused(record_page(bench, session, visit, place, (&rows, row), extra)));
    }
    let words = match to {
        Some(to) => format!(
            "Tolto «{}» da «{}»; le voci che lo nominavano ora nominano «{to}»",
            row.label,
            home.title_in(edition)
        ),
        None => format!("Tolto «{}» da «{}»", row.label, home.title_in(edition)),
    };
    match save(bench, session, words, files.edits()) {
        Ok(()) => Done::written(format!("/banco/{}/?fatto=1", home.table)),
        Err(trouble) => troubled(&trouble),
    }
}

/// Gives a record another place among the others.
pub(super) fn relocate(bench: &Bench<'_>, session: &mut Session, place: Place<'_>, id: &str, down: bool) -> Done {
    let (edition, home) = place;
    let rows = Rows::of(bench, edition, home);
    let Some(row) = rows.find(home, id) else { return missing() };
    let here = format!("/banco/{}/{}/", home.table, row.id);
    let Some((list, from)) = row.place() else { return missing() };
    let file = &rows.files[row.file];
    let count =
        file.document().ok().and_then(|document| document.read().at(&list)).map_or(0, |list| list.items().len());
    let to = if down { from + 1 } else { from.wrapping_sub(1) };
    if to >= count {
        return Done::only(Shown::Elsewhere(here));
    }
    let mut files = Files::default();
    if let Err(why) = files.change(file, &Change::Move { list, from, to }) {
        return Done::only(Shown::Refused(look::message("Non è stato spostato nulla", &format!("Il motivo: {why}."))));
    }
    let words = format!("Spostato «{}» in «{}»", row.label, home.title_in(edition));
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

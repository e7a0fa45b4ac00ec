use super::files::Files;
use super::record::Place;
use super::troubled;
use crate::edit::{Change, Written};
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::page::{Extra, record_page};
use crate::workbench::save::save;
use crate::workbench::session::Session;
use crate::workbench::table::{Mention, Row, Rows, mentions};
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
    let Some(row) = rows.sent(home, id, form) else { return missing() };
    if !row.is_as_read(form) {
        return changed(bench, session, visit, place, (&rows, row), "tolto");
    }
    let known = row.value.get("id").and_then(Written::scalar).unwrap_or_default().to_owned();
    let named = home.target.filter(|_| !known.is_empty()).map(|target| mentions(bench, edition, target, &known));
    let named = named.unwrap_or_default();
    let to = field(form, "_a").filter(|to| !to.is_empty());
    if !named.is_empty() && to.is_none() && field(form, "_comunque").is_none() {
        let notice = format!("Prima di togliere «{}»: {}.", row.label, told(&named));
        let extra = Extra { notice: Some(notice), asks_removal: true, ..Extra::default() };
        return Done::only(Shown::Page(record_page(bench, session, visit, place, (&rows, row), extra)));
    }
    let names_this = |to: &str| {
        let is_it = |row: &&Row<'_>| row.value.get("id").and_then(Written::scalar) == Some(to);
        let heir = rows.rows.iter().find(is_it);
        heir.filter(|heir| named.iter().any(|one| one.home.table == home.table && one.id == heir.id))
    };
    if let Some(heir) = to.and_then(names_this) {
        let notice = format!(
            "Non è stato tolto nulla: «{}» nomina questa voce, e nominerebbe sé stessa. Sceglierne un'altra, oppure togliere prima quel riferimento.",
            heir.label
        );
        let extra = Extra { notice: Some(notice), asks_removal: true, ..Extra::default() };
        return Done::only(Shown::Refused(record_page(bench, session, visit, place, (&rows, row), extra)));
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
pub(super) fn relocate(
    bench: &Bench<'_>,
    session: &mut Session,
    visit: &Visit,
    place: Place<'_>,
    id: &str,
    form: &Form,
) -> Done {
    let (edition, home) = place;
    let rows = Rows::of(bench, edition, home);
    let Some(row) = rows.sent(home, id, form) else { return missing() };
    if !row.is_the_one_read(form) {
        return changed(bench, session, visit, place, (&rows, row), "spostato");
    }
    let here = |id: &str| format!("/banco/{}/{id}/", home.table);
    let Some((list, from)) = row.place() else { return missing() };
    let down = field(form, "_azione") == Some("giu");
    let file = &rows.files[row.file];
    let count =
        file.document().ok().and_then(|document| document.read().at(&list)).map_or(0, |list| list.items().len());
    let to = if down { from + 1 } else { from.wrapping_sub(1) };
    if to >= count {
        return Done::only(Shown::Elsewhere(here(&row.id)));
    }
    let mut files = Files::default();
    if let Err(why) = files.change(file, &Change::Move { list, from, to }) {
        return Done::only(Shown::Refused(look::message("Non è stato spostato nulla", &format!("Il motivo: {why}."))));
    }
    let words = format!("Spostato «{}» in «{}»", row.label, home.title_in(edition));
    match save(bench, session, words, files.edits()) {
        Ok(()) => Done::written(format!("{}?fatto=1", here(&rows.id_at(row, to)))),
        Err(trouble) => troubled(&trouble),
    }
}

/// The record that stands at the address of a form, which is not what the form was read from.
fn changed(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    place: Place<'_>,
    record: (&Rows<'_>, &Row<'_>),
    done: &str,
) -> Done {
    let notice = format!(
        "Questa voce non è più com'era quando la pagina è stata aperta: non è stato {done} nulla. Se è proprio questa, premere di nuovo."
    );
    let extra = Extra { notice: Some(notice), ..Extra::default() };
    Done::only(Shown::Conflict(record_page(bench, session, visit, place, record, extra)))
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

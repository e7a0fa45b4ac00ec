use super::files::Files;
use super::record_form::RecordForm;
use crate::edit::{Change, Written};
use crate::workbench::look;
use crate::workbench::page::Extra;
use crate::workbench::table::{Mention, Row, mentions};
use crate::workbench::visit::{Done, Shown, field};

/// Removes a record. Where others name it, it is asked first to which one they are to be given.
pub(super) fn remove(mut sent: RecordForm<'_>) -> Done {
    let (row, table) = (sent.row(), &sent.table);
    if !row.is_as_read(table.form) {
        return changed(&sent, "tolto");
    }
    let known = row.value.get("id").and_then(Written::scalar).unwrap_or_default().to_owned();
    let target = table.home.target.filter(|_| !known.is_empty());
    let named = target.map(|target| mentions(table.bench, table.edition, target, &known)).unwrap_or_default();
    let to = field(table.form, "_a").filter(|to| !to.is_empty());
    if !named.is_empty() && to.is_none() && field(table.form, "_comunque").is_none() {
        let notice = format!("Prima di togliere «{}»: {}.", row.label, told(&named));
        return Done::only(Shown::Page(asking(&sent, notice)));
    }
    if let Some(to) = to {
        let is_it = |other: &&Row<'_>| other.value.get("id").and_then(Written::scalar) == Some(to);
        let Some(heir) = table.rows.rows.iter().find(is_it).filter(|heir| heir.at != row.at || heir.file != row.file)
        else {
            let notice = format!("Non è stato tolto nulla: «{to}» non c'è più. Sceglierne un'altra.");
            return Done::only(Shown::Refused(asking(&sent, notice)));
        };
        if named.iter().any(|one| one.home.table == table.home.table && one.id == heir.id) {
            let notice = format!(
                "Non è stato tolto nulla: «{}» nomina questa voce, e nominerebbe sé stessa. Sceglierne un'altra, oppure togliere prima quel riferimento.",
                heir.label
            );
            return Done::only(Shown::Refused(asking(&sent, notice)));
        }
    }
    let mut files = Files::default();
    let moved = to.map_or(Ok(()), |to| files.rename(table.bench, table.edition, &named, (&known, to)));
    let removed = moved.and_then(|()| files.change(sent.file(), &Change::Remove { at: row.at.clone() }));
    if let Err(why) = removed {
        return Done::only(Shown::Refused(sent.told(format!("Non è stato tolto nulla: {why}."))));
    }
    let words = format!("Tolto «{}» da «{}»", row.label, table.title());
    let words = match to {
        Some(to) => format!("{words}; le voci che lo nominavano ora nominano «{to}»"),
        None => words,
    };
    let to = table.address("?fatto=1");
    let saved = sent.table.save(words, files, to);
    saved.unwrap_or_else(|why| {
        Done::only(Shown::Refused(sent.told(format!("Non è stato tolto nulla: {why}.")))).reread()
    })
}

/// Gives a record another place among the others.
pub(super) fn relocate(mut sent: RecordForm<'_>) -> Done {
    let (row, table) = (sent.row(), &sent.table);
    if !row.is_the_one_read(table.form) {
        return changed(&sent, "spostato");
    }
    let Some((list, from)) = row.place() else { return super::missing() };
    let down = field(table.form, "_azione") == Some("giu");
    let document = sent.file().document().ok();
    let count = document.and_then(|document| document.read().at(&list)).map_or(0, |list| list.items().len());
    let to = if down { from + 1 } else { from.wrapping_sub(1) };
    if to >= count {
        let end = if down { "l'ultima" } else { "la prima" };
        let of = match (table.home.inner, table.rows.files.len()) {
            (Some(_), _) => "del suo gruppo",
            (None, 0 | 1) => "della tavola",
            _ => "del suo file",
        };
        return Done::only(Shown::Page(
            sent.told(format!("Questa voce è già {end} {of}: non è stato spostato nulla.")),
        ));
    }
    let mut files = Files::default();
    if let Err(why) = files.change(sent.file(), &Change::Move { list, from, to }) {
        return Done::only(Shown::Refused(look::message("Non è stato spostato nulla", &format!("Il motivo: {why}."))));
    }
    let words = format!("Spostato «{}» in «{}»", row.label, table.title());
    let to = table.address(&format!("{}/?fatto=1", table.rows.id_at(row, to)));
    let saved = sent.table.save(words, files, to);
    saved.unwrap_or_else(|why| {
        Done::only(Shown::Refused(sent.told(format!("Non è stato spostato nulla: {why}.")))).reread()
    })
}

/// The page that asks what becomes of those that name the record.
fn asking(sent: &RecordForm<'_>, notice: String) -> String {
    sent.page(Extra { notice: Some(notice), asks_removal: true, ..Extra::default() })
}

/// The record that stands at the address of a form, which is not what the form was read from.
fn changed(sent: &RecordForm<'_>, done: &str) -> Done {
    let notice = format!(
        "Questa voce non è più com'era quando la pagina è stata aperta: non è stato {done} nulla. Se è proprio questa, premere di nuovo."
    );
    Done::only(Shown::Conflict(sent.told(notice)))
}

/// `vi si riferiscono 2 voci`.
fn told(named: &[Mention]) -> String {
    match named {
        [one] => format!("vi si riferisce {}", one.label),
        many => format!("vi si riferiscono {} voci", many.len()),
    }
}

use super::chapter_links;
use super::files::Files;
use super::following;
use super::record_form::RecordForm;
use crate::edit::Change;
use crate::workbench::look;
use crate::workbench::page::{Extra, counted, heir_id};
use crate::workbench::plain_words;
use crate::workbench::table::{Mention, Row, known, mentions};
use crate::workbench::visit::{Done, Shown, field};

/// Removes a record. Where others name it, it is asked first to which one they are to be given.
pub(super) fn remove(mut sent: RecordForm<'_>) -> Done {
    let (row, table) = (sent.row(), &sent.table);
    if !row.is_as_read(table.form) {
        return changed(&sent, "tolto");
    }
    let known = known(&row.value).to_owned();
    let named = mentions(table.bench, table.edition, table.home, &known);
    if let Some((path, why)) = named.unread.first() {
        let why = plain_words::unread(table.bench, path, why, "nomina forse questa voce");
        return Done::only(Shown::Refused(sent.told(format!("Non è stato tolto nulla: {why}."))));
    }
    let named = named.all;
    let links = chapter_links::to_record(table.bench, table.edition, table.home, row);
    let to = field(table.form, "_a").filter(|to| !to.is_empty());
    if !(named.is_empty() && links.is_empty()) && to.is_none() && field(table.form, "_comunque").is_none() {
        let notice = format!("Prima di togliere «{}»: {}.", row.label, told(&named, links.len()));
        return Done::only(Shown::Page(asking(&sent, notice)));
    }
    let mut heir = None;
    if let Some(to) = to {
        let is_other = |other: &&Row<'_>| other.at != row.at || other.file != row.file;
        heir = table.rows.rows.iter().filter(is_other).find(|other| heir_id(other) == to);
        let Some(heir) = heir else {
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
    let moved = heir.map_or(Ok(()), |heir| files.rename(table.bench, table.edition, &named, (&known, heir_id(heir))));
    let change = Change::Remove { at: row.at.clone() };
    let removed = moved.and_then(|()| files.change(sent.file(), &change)).map_err(|why| why.to_string());
    let followed =
        removed.and_then(|()| following::follow(table, &mut files, Some((&sent.file().path, &change)), heir));
    if let Err(why) = followed {
        return Done::only(Shown::Refused(sent.told(format!("Non è stato tolto nulla: {why}."))));
    }
    let words = format!("Tolto «{}» da «{}»", row.label, table.title());
    let words = match heir {
        Some(heir) => format!("{words}; ciò che vi si riferiva ora si riferisce a «{}»", heir.label),
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
    let change = Change::Move { list, from, to };
    let moved = files.change(sent.file(), &change).map_err(|why| why.to_string());
    let followed = moved.and_then(|()| following::follow(table, &mut files, Some((&sent.file().path, &change)), None));
    if let Err(why) = followed {
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

/// `vi si riferiscono 2 voci e 1 collegamento dei capitoli`.
fn told(named: &[Mention], count: usize) -> String {
    let links = (count > 0).then(|| counted(count, "collegamento dei capitoli", "collegamenti dei capitoli"));
    let records = match named {
        [] => None,
        [one] => Some(one.label.clone()),
        many => Some(format!("{} voci", many.len())),
    };
    let who = records.into_iter().chain(links).collect::<Vec<_>>().join(" e ");
    if named.len() + count == 1 { format!("vi si riferisce {who}") } else { format!("vi si riferiscono {who}") }
}

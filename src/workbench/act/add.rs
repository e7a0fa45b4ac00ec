use super::fields::{order, record};
use super::files::Files;
use super::following;
use super::table_form::TableForm;
use crate::edit::{Change, Step, Written};
use crate::model::fold;
use crate::tables::Home;
use crate::workbench::page::Extra;
use crate::workbench::table::{Group, Row, Rows, called};
use crate::workbench::visit::{Done, Form, Shown, field};

/// Adds a record; after the one from which it was copied, or at the end.
pub(super) fn add(mut sent: TableForm<'_>) -> Done {
    if let Some(why) = sent.unread() {
        return sent.refused(&why);
    }
    let is_copy = ["_come", "_voce"].iter().all(|name| field(sent.form, name).is_some_and(|said| !said.is_empty()));
    if is_copy && copied(&sent).is_none() {
        let notice = "Non è stato scritto nulla: la voce da cui si copiava non c'è più, o dice altro. Nei campi c'è ancora ciò che mostravano: premendo di nuovo si aggiunge soltanto quello.";
        let form: Form = sent.form.iter().filter(|(name, _)| name != "_voce" && name != "_come").cloned().collect();
        let extra = Extra { form: Some(&form), notice: Some(notice.to_owned()), ..Extra::default() };
        return Done::only(Shown::Conflict(sent.new_page(extra)));
    }
    let added = match added(&sent) {
        Ok(added) => added,
        Err(why) => return sent.refused(&why),
    };
    let words = format!("Aggiunta una voce in «{}»: {}", sent.title(), added.name);
    let to = sent.address(&format!("{}/?fatto=1", added.id));
    sent.save(words, added.files, to).unwrap_or_else(|why| sent.refused(&why).reread())
}

/// A record that a form adds.
pub(super) struct Added {
    pub(super) files: Files,
    /// The file that holds it, and the way to it.
    pub(super) at: (String, Vec<Step>),
    /// What it is called in addresses, and by people.
    id: String,
    name: String,
}

/// What the files would say with a new record.
pub(super) fn added(sent: &TableForm<'_>) -> Result<Added, String> {
    let TableForm { home, form, rows, .. } = sent;
    let all = sent.fields();
    let value = record(&all, rows, copied(sent).map(|row| &row.value), form)?;
    if value.entries().is_empty() {
        return Err("nessun campo è compilato".to_owned());
    }
    let spot = spot(rows, home, form)?;
    let mut files = Files::default();
    let document = files.open(&rows.files[spot.file]).map_err(|why| why.to_string())?;
    let item = match spot.group {
        Some(name) => Written::Group(vec![
            ("nome".to_owned(), Written::text(name)),
            (home.inner.unwrap_or_default().to_owned(), Written::List(vec![value.clone()])),
        ]),
        None => value.clone(),
    };
    let at: Vec<Step> = spot.list.iter().cloned().chain([Step::from(spot.place)]).collect();
    let id = rows.id_of_new(home, &value, (spot.file, &at));
    let change = Change::Insert { list: spot.list, at: spot.place, items: vec![item] };
    let path = &rows.files[spot.file].path;
    document.apply(&change, &order(&all)).map_err(|why| format!("{path}: {why}"))?;
    following::follow(sent, &mut files, Some((path, &change)), None)?;
    let known = called(home, &value).unwrap_or_default();
    let name = value.get("nome").and_then(Written::scalar).unwrap_or(known).to_owned();
    Ok(Added { files, at: (path.clone(), at), id, name })
}

/// The record that a form copies, where it still is the one from which it was copied.
fn copied<'s, 'a>(sent: &'s TableForm<'a>) -> Option<&'s Row<'a>> {
    let id = field(sent.form, "_come").filter(|id| !id.is_empty())?;
    let row = &sent.rows.rows[sent.rows.sent(sent.home, id, sent.form)?];
    row.is_the_one_read(sent.form).then_some(row)
}

/// Where a new record goes.
pub(super) struct Spot {
    pub(super) file: usize,
    pub(super) list: Vec<Step>,
    pub(super) place: usize,
    /// The name of the group that is made for it.
    group: Option<String>,
}

/// Where what a form adds goes.
pub(super) fn spot(rows: &Rows<'_>, home: &Home, form: &Form) -> Result<Spot, String> {
    let like = field(form, "_come").filter(|id| !id.is_empty()).and_then(|id| rows.sent(home, id, form));
    let like = like.map(|at| &rows.rows[at]);
    let count = |file: usize, list: &[Step]| {
        let read = rows.files.get(file).and_then(|file| file.document().ok()).map(crate::edit::Document::read);
        read.and_then(|read| read.at(list)).map_or(0, |list| list.items().len())
    };
    let last = rows.files.len().saturating_sub(1);
    if home.inner.is_some() {
        let groups = rows.groups(home);
        if let Some(name) = field(form, "_gruppo_nuovo").map(str::trim).filter(|name| !name.is_empty()) {
            if groups.iter().any(|group| fold(&group.label) == fold(name)) {
                return Err(format!("il gruppo «{name}» c'è già: si sceglie dall'elenco"));
            }
            let groups = vec![Step::from(home.list)];
            return Ok(Spot { file: last, place: count(last, &groups), list: groups, group: Some(name.to_owned()) });
        }
        let asked = field(form, "_gruppo").map(str::trim).filter(|name| !name.is_empty());
        let is = |group: &&Group, name: &str| group.id == name || group.label == name;
        let found = asked.map(|name| groups.iter().find(|group| is(group, name)));
        // A copy stands beside what it was copied from.
        let beside = like.filter(|row| found.is_none_or(|group| group.is_some_and(|group| row.is_in(group))));
        if let Some(spot) = beside.and_then(after) {
            return Ok(spot);
        }
        let Some(group) = found.unwrap_or_else(|| groups.last().filter(|_| like.is_none())) else {
            return Err("manca il gruppo a cui appartiene: sceglierlo, o scriverne uno nuovo".to_owned());
        };
        return Ok(Spot {
            file: group.file,
            place: count(group.file, &group.list),
            list: group.list.clone(),
            group: None,
        });
    }
    if let Some(spot) = like.or(rows.rows.last()).and_then(after) {
        return Ok(spot);
    }
    Ok(Spot { file: last, list: vec![Step::from(home.list)], place: 0, group: None })
}

/// After a record.
fn after(row: &Row<'_>) -> Option<Spot> {
    let (list, place) = row.place()?;
    Some(Spot { file: row.file, list, place: place + 1, group: None })
}

use super::add::spot;
use super::fields::{apply, order, record};
use super::files::Files;
use super::record::Place;
use super::troubled;
use crate::edit::Change;
use crate::workbench::bench::Bench;
use crate::workbench::page::{Pasted, paste_page};
use crate::workbench::save::save;
use crate::workbench::session::Session;
use crate::workbench::table::{Reading, Rows, fields};
use crate::workbench::visit::{Done, Form, Shown, Visit, field};

/// Shows what a pasted block was read as, or writes it.
pub(super) fn paste(bench: &Bench<'_>, session: &mut Session, visit: &Visit, place: Place<'_>, form: &Form) -> Done {
    let (edition, home) = place;
    let rows = Rows::of(bench, edition, home);
    let all = fields(edition, home);
    let refused = |session: &Session, reading: Option<&Reading>, why: &str| {
        let notice = Some(format!("Non è stato scritto nulla: {why}. Il testo incollato è ancora qui."));
        let pasted = Pasted { form, reading, notice, next: None };
        Done::only(Shown::Refused(paste_page(bench, session, visit, place, Some(pasted))))
    };
    let reading = match Reading::of(edition, &all, &rows, home, form) {
        Ok(reading) => reading,
        Err(why) => return refused(session, None, &why),
    };
    let (files, words) = match write(&reading, place, &rows, form) {
        Ok(done) => done,
        Err(why) => return refused(session, Some(&reading), &why),
    };
    if field(form, "_azione") == Some("salva") {
        return match save(bench, session, words, files.edits()) {
            Ok(()) => Done::written(format!("/banco/{}/?fatto=1", home.table)),
            Err(trouble) => troubled(&trouble),
        };
    }
    let next = match bench.read_with(&files.overlay()) {
        Ok(next) => next,
        Err(trouble) => return troubled(&trouble),
    };
    let next = Bench::new(bench.root, bench.settings, Ok(&next), None, None);
    next.choose(bench.chosen().as_deref());
    let pasted = Pasted { form, reading: Some(&reading), notice: None, next: Some(&next) };
    Done::only(Shown::Page(paste_page(bench, session, visit, place, Some(pasted))))
}

/// What the files would say with the block, and the change in words.
fn write(
    reading: &Reading,
    (edition, home): Place<'_>,
    rows: &Rows<'_>,
    form: &Form,
) -> Result<(Files, String), String> {
    let all = fields(edition, home);
    let mut files = Files::default();
    let (mut changed, mut added) = (0, Vec::new());
    for line in &reading.lines {
        let typed = line.form(&all);
        match line.row.and_then(|row| rows.rows.get(row)) {
            Some(row) => {
                let document = files.open(&rows.files[row.file]).map_err(|why| why.to_string())?;
                let done = apply(document, &all, (&row.at, &order(&all)), &typed)
                    .map_err(|why| format!("{}: {why}", row.label))?;
                changed += done.len();
            }
            None => added.push(record(&all, rows, &typed)?),
        }
    }
    added.retain(|record| !record.entries().is_empty());
    let count = added.len();
    if count > 0 {
        let spot = spot(rows, home, form)?;
        let document = files.open(&rows.files[spot.file]).map_err(|why| why.to_string())?;
        let change = Change::Insert { list: spot.list, at: spot.place, items: added };
        document.apply(&change, &order(&all)).map_err(|why| format!("{}: {why}", rows.files[spot.file].path))?;
    }
    let cells = if changed == 1 { "1 casella cambiata".to_owned() } else { format!("{changed} caselle cambiate") };
    let new = if count == 1 { "1 voce nuova".to_owned() } else { format!("{count} voci nuove") };
    Ok((files, format!("Incollato in «{}»: {cells}, {new}", home.title_in(edition))))
}

use super::add::spot;
use super::fields::{apply, order, record};
use super::files::Files;
use super::following;
use super::references;
use super::table_form::TableForm;
use super::trial::tried;
use crate::edit::Change;
use crate::workbench::page::{Pasted, paste_page};
use crate::workbench::table::Reading;
use crate::workbench::visit::{Done, Shown, field};

/// Shows what a pasted block was read as, or writes it.
pub(super) fn paste(mut sent: TableForm<'_>) -> Done {
    if let Some(why) = sent.unread() {
        return refused(&sent, None, &why);
    }
    let reading = match Reading::of(sent.edition, &sent.fields(), &sent.rows, sent.home, sent.form) {
        Ok(reading) => reading,
        Err(why) => return refused(&sent, None, &why),
    };
    let (files, words) = match write(&reading, &sent) {
        Ok(done) => done,
        Err(why) => return refused(&sent, Some(&reading), &why),
    };
    let shown = field(sent.form, "_letto").filter(|shown| !shown.is_empty());
    let is_shown = shown.is_none_or(|shown| shown == reading.fingerprint);
    let is_save = field(sent.form, "_azione") == Some("salva");
    if is_save && is_shown {
        let to = sent.address("?fatto=1");
        let saved = sent.save(words, files, to);
        return saved.unwrap_or_else(|why| refused(&sent, Some(&reading), &why).reread());
    }
    let notice = is_save.then(|| "Non è stato scritto nulla: il testo o la tavola sono cambiati da quando è stato mostrato che cosa si legge. Qui sotto c'è come si legge ora.".to_owned());
    tried(sent.bench, &files.overlay(), |next| {
        let pasted = Pasted { form: sent.form, reading: Some(&reading), notice, next: Some(next) };
        Some(page(&sent, pasted))
    })
}

/// The page with why nothing was written.
fn refused(sent: &TableForm<'_>, reading: Option<&Reading>, why: &str) -> Done {
    let notice = Some(format!("Non è stato scritto nulla: {why}. Il testo incollato è ancora qui."));
    Done::only(Shown::Refused(page(sent, Pasted { form: sent.form, reading, notice, next: None })))
}

fn page(sent: &TableForm<'_>, pasted: Pasted<'_>) -> String {
    paste_page(sent.bench, sent.session, sent.visit, (sent.edition, sent.home), Some(pasted))
}

/// What the files would say with the block, and the change in words.
fn write(reading: &Reading, sent: &TableForm<'_>) -> Result<(Files, String), String> {
    let (all, rows) = (sent.fields(), &sent.rows);
    let mut files = Files::default();
    let (mut changed, mut added, mut renamed) = (0, Vec::new(), Vec::new());
    for line in &reading.lines {
        let typed = line.form(&all);
        match line.row.and_then(|row| rows.rows.get(row)) {
            Some(row) => {
                let document = files.open(&rows.files[row.file]).map_err(|why| why.to_string())?;
                let done = apply(document, &all, (&row.at, &order(&all)), &typed)
                    .map_err(|why| format!("{}: {why}", row.label))?;
                changed += done.len();
                let after = document.read().at(&row.at).cloned();
                renamed.extend(after.map(|after| (row, after)));
            }
            None => added.push(record(&all, rows, None, &typed)?),
        }
    }
    let mut followed = Vec::new();
    for (row, after) in &renamed {
        followed
            .extend(references::follow(sent, row, after, &mut files)?.map(|words| format!("{}: {words}", row.label)));
    }
    added.retain(|record| !record.entries().is_empty());
    let count = added.len();
    let mut insertion = None;
    if count > 0 {
        let spot = spot(rows, sent.home, sent.form)?;
        let document = files.open(&rows.files[spot.file]).map_err(|why| why.to_string())?;
        let change = Change::Insert { list: spot.list, at: spot.place, items: added };
        document.apply(&change, &order(&all)).map_err(|why| format!("{}: {why}", rows.files[spot.file].path))?;
        insertion = Some((rows.files[spot.file].path.as_str(), change));
    }
    let insertion = insertion.as_ref().map(|(path, change)| (*path, change));
    if insertion.is_some() || renamed.iter().any(|(row, after)| following::may_rename(row, after)) {
        followed.extend(following::follow(sent, &mut files, insertion, None)?);
    }
    let cells = if changed == 1 { "1 casella cambiata".to_owned() } else { format!("{changed} caselle cambiate") };
    let new = if count == 1 { "1 voce nuova".to_owned() } else { format!("{count} voci nuove") };
    let followed: String = followed.iter().map(|words| format!("; {words}")).collect();
    Ok((files, format!("Incollato in «{}»: {cells}, {new}{followed}", sent.title())))
}

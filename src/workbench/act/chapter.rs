use super::text_form::TextForm;
use super::{not_written, troubled};
use crate::edit::{Change, Document, Step, Written};
use crate::model::{Edition, slug};
use crate::workbench::bench::Bench;
use crate::workbench::page::chapters_page;
use crate::workbench::plain_words::quoted;
use crate::workbench::save::save;
use crate::workbench::session::{FileEdit, Session};
use crate::workbench::visit::{Done, Form, Shown, Visit, field};

/// Begins a chapter behind the others, with the title that was typed.
pub(super) fn add(bench: &Bench<'_>, session: &mut Session, visit: &Visit, edition: &Edition, form: &Form) -> Done {
    let title = field(form, "titolo").map(str::trim).unwrap_or_default();
    let refused = |session: &Session, why: &str| {
        let notice = Some((not_written(why), title));
        Done::only(Shown::Refused(chapters_page(bench, session, visit, edition, notice)))
    };
    let name = slug(title);
    if name.is_empty() {
        return refused(session, "manca il titolo");
    }
    if edition.chapters.iter().any(|chapter| chapter.slug == name) {
        return refused(session, &format!("c'è già un capitolo con l'indirizzo «{name}»"));
    }
    let order = edition.chapters.iter().map(|chapter| chapter.order.value).max().unwrap_or_default() + 1;
    let path = format!("content/{}/{order:02}-{name}.md", edition.id.as_str());
    let text = match head(title) {
        Ok(head) => format!("---\n{head}ordine: {order}\n---\n\n"),
        Err(why) => return refused(session, &why),
    };
    match bench.new_error(&path, &text) {
        Ok(None) => {}
        Ok(Some(error)) => return refused(session, &quoted(&error)),
        Err(trouble) => return troubled(&trouble),
    }
    let to = format!("/banco/capitoli/{order:02}-{name}/?fatto=1");
    let edit = FileEdit { path, before: None, after: Some(text) };
    match save(bench, session, format!("Nuovo capitolo «{title}»"), vec![edit]) {
        Ok(()) => Done::written(to),
        Err(trouble) => troubled(&trouble),
    }
}

/// The line of a title, with quotation marks where YAML needs them.
fn head(title: &str) -> Result<String, String> {
    let mut head = Document::parse("titolo: x\n").map_err(|why| why.to_string())?;
    let change = Change::Set { at: vec![Step::from("titolo")], value: Written::text(title) };
    head.apply(&change, &[]).map_err(|why| why.to_string())?;
    Ok(head.text().to_owned())
}

/// Removes a chapter, as it was read.
pub(super) fn remove(mut sent: TextForm<'_>) -> Done {
    if !sent.read().is_empty() && sent.read() != sent.file.fingerprint() {
        let notice = "Questo capitolo non è più com'era quando la pagina è stata aperta: non è stato tolto nulla. Se è proprio questo, premere di nuovo.";
        return Done::only(Shown::Conflict(sent.told(notice, false)));
    }
    if sent.typed().is_some_and(|typed| typed != sent.file.text) {
        let notice = "Nel testo c'è qualcosa che non è ancora salvato, e non è stato tolto nulla: prima si salva, oppure si riapre la pagina per lasciarlo perdere.";
        return Done::only(Shown::Refused(sent.told(notice, false)));
    }
    let words = format!("Tolto il capitolo «{}»", sent.file.name);
    sent.save(words, None, "/banco/capitoli/?fatto=1".to_owned())
}

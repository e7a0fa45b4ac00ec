use super::text_form::TextForm;
use super::{chapter_links, in_words, not_written};
use crate::edit::{Change, Document, Step, Written};
use crate::load::Overlay;
use crate::model::{Edition, slug};
use crate::plain_file;
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
    let order = edition.next_order();
    let path = format!("content/{}/{order:02}-{name}.md", edition.id.as_str());
    let text = match head(title) {
        Ok(head) => format!("---\n{head}ordine: {order}\n---\n\n"),
        Err(why) => return refused(session, &why),
    };
    if plain_file::is_present(&bench.root.join(&path)).unwrap_or(false) {
        let why = format!(
            "nella cartella dei capitoli c'è già «{}», che non è fra i capitoli perché non si può leggere: correggerlo o spostarlo, oppure scegliere un altro titolo",
            path.rsplit('/').next().unwrap_or(&path)
        );
        return refused(session, &why);
    }
    match bench.read_with(&Overlay::from([(path.clone(), text.clone())])).map(|next| bench.new_error(&next)) {
        Ok(None) => {}
        Ok(Some(error)) => return refused(session, &quoted(&error)),
        Err(trouble) => return refused(session, &in_words(&trouble)).reread(),
    }
    let to = format!("/banco/capitoli/{order:02}-{name}/?fatto=1");
    let edit = FileEdit { path, before: None, after: Some(text) };
    match save(bench, session, format!("Nuovo capitolo «{title}»"), vec![edit]) {
        Ok(()) => Done::written(to),
        Err(trouble) => refused(session, &in_words(&trouble)).reread(),
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
    let links = links_to(&sent);
    if !links.is_empty() && field(sent.form, "_comunque").is_none() {
        return Done::only(Shown::Page(sent.asked(&format!("Prima di togliere questo capitolo: {}.", told(&links)))));
    }
    let words = format!("Tolto il capitolo «{}»", sent.file.name);
    sent.save(words, None, "/banco/capitoli/?fatto=1".to_owned())
}

/// The titles of the other chapters that link to the one of a form, once for each link.
fn links_to(sent: &TextForm<'_>) -> Vec<String> {
    let Some(edition) = sent.bench.edition() else { return Vec::new() };
    let is_own = |number: usize| Some(edition.chapters[number].body.span.source) == sent.file.source;
    let Some(own) = (0..edition.chapters.len()).find(|number| is_own(*number)) else { return Vec::new() };
    let links = chapter_links::to_page(sent.bench, edition, Some(&format!("{}/", edition.chapters[own].slug)));
    let others = links.into_iter().filter(|link| link.chapter != own);
    others.map(|link| edition.chapters[link.chapter].title.value.clone()).collect()
}

/// `vi porta un collegamento di «Premessa», che non porterebbe più da nessuna parte`.
fn told(titles: &[String]) -> String {
    let mut names: Vec<String> = titles.iter().map(|title| format!("«{title}»")).collect();
    names.dedup();
    let names = names.join(", ");
    match titles.len() {
        1 => format!("vi porta un collegamento di {names}, che non porterebbe più da nessuna parte"),
        count => format!("vi portano {count} collegamenti di {names}, che non porterebbero più da nessuna parte"),
    }
}

//! What the forms of the workbench do: each changes files, or says why it does not.

mod accept;
mod acceptances;
mod add;
mod begin;
mod chapter;
mod chapter_links;
mod correct;
mod edition;
mod fields;
mod files;
mod following;
mod import;
mod own_column;
mod paste;
mod publish;
mod record;
mod record_form;
mod references;
mod remove;
mod settings;
mod table_form;
mod text;
mod text_form;
mod trial;
mod undo;

use super::bench::Bench;
use super::look;
use super::page::kept_page;
use super::plain_words;
use super::session::Session;
use super::text_file::TextFile;
use super::visit::{Done, Form, Shown, Visit, field};
use crate::model::Edition;
use crate::trouble::Trouble;
use table_form::TableForm;
use text_form::TextForm;

/// Does what a form asks for.
pub fn act(bench: &Bench<'_>, session: &mut Session, visit: &Visit, form: &Form) -> Done {
    done(bench, session, visit, form).of_sending(field(form, "_invio").unwrap_or_default())
}

fn done(bench: &Bench<'_>, session: &mut Session, visit: &Visit, form: &Form) -> Done {
    let parts: Vec<&str> = visit.path.split('/').filter(|part| !part.is_empty()).collect();
    bench.choose(session.chosen());
    let edition = bench.edition();
    if let Some(why) = out_of_place(bench, form).filter(|_| parts.as_slice() != ["crea"]) {
        return Done::only(Shown::Refused(kept_page(visit, &why, form))).reread();
    }
    match parts.as_slice() {
        ["crea"] => begin::begin(bench, form),
        ["accetta", id] => accept::accept(bench, session, visit, id, form),
        ["testo", ..] => {
            of_text(bench, session, visit, (None, visit.path.strip_prefix("testo/").unwrap_or_default()), form)
        }
        ["capitoli"] => match edition {
            Some(edition) => chapter::add(bench, session, visit, edition, form),
            None => missing(),
        },
        ["capitoli", name] if edition.is_some() => of_text(bench, session, visit, (edition, name), form),
        ["fogli"] => import::take(bench, session, visit),
        ["importa"] => import::decide(bench, session, visit, form),
        ["pubblica"] => publish::begin(bench, session, form),
        ["lavoro", "ferma"] => publish::stop(session),
        ["lavoro", "apri"] => publish::open(session),
        ["edizioni"] => edition::make(bench, session, visit, form),
        ["edizioni", id, "scegli"] => edition::choose(bench, session, id),
        ["edizioni", id, "sigillo"] => edition::seal(bench, session, visit, id, form),
        ["ente" | "edizione" | "modello" | "controlli"] | ["impostazioni" | "colonne", _] => {
            settings::change(bench, session, visit, &parts, form)
        }
        ["annulla"] => undo::back(bench, session, form),
        ["ripeti"] => undo::on(bench, session),
        ["correggi"] => correct::all(bench, session),
        ["correggi", id] => correct::one(bench, session, id, form),
        [name] => of_table(bench, session, visit, name, form, |table| match field(form, "_azione") {
            Some("prova") => trial::of_new(&table),
            _ => add::add(table),
        }),
        [name, "incolla"] => of_table(bench, session, visit, name, form, paste::paste),
        [name, id] => of_table(bench, session, visit, name, form, |table| of_record(table, id)),
        _ => missing(),
    }
}

/// Why a form cannot be done on what is read now: nothing is, or another edition is worked on than the one of which it was read, which a second
/// window may have chosen meanwhile.
fn out_of_place(bench: &Bench<'_>, form: &Form) -> Option<String> {
    let asked = field(form, "_edizione")?;
    let annex = match bench.annex {
        Ok(annex) => annex,
        Err(trouble) => return Some(plain_words::of_trouble(trouble)),
    };
    if bench.edition().is_some_and(|edition| edition.id.as_str() == asked) {
        return None;
    }
    if annex.annex().editions.iter().any(|edition| edition.id.as_str() == asked) {
        return Some("Nel frattempo si è passati a lavorare su un'altra edizione: tornare a quella di prima dalla pagina «Edizioni».".to_owned());
    }
    Some(format!("L'edizione «{asked}» nella cartella non c'è più: rimetterla al suo posto."))
}

/// What a form asks of a text: a chapter of an edition by its name, or a file of the data by its path.
fn of_text(
    bench: &Bench<'_>,
    session: &mut Session,
    visit: &Visit,
    (edition, name): (Option<&Edition>, &str),
    form: &Form,
) -> Done {
    let found = match edition {
        Some(edition) => TextFile::chapter(bench, edition, name),
        None => TextFile::data(bench, name),
    };
    let Some(file) = found.or_else(|| TextFile::absent(edition, name)) else { return missing() };
    let sent = TextForm { bench, session, visit, file, form };
    if !sent.file.is_there {
        text::absent(sent)
    } else if sent.file.is_chapter && field(form, "_azione") == Some("togli") {
        chapter::remove(sent)
    } else {
        text::change(sent)
    }
}

/// What a form asks of a table.
fn of_table(
    bench: &Bench<'_>,
    session: &mut Session,
    visit: &Visit,
    name: &str,
    form: &Form,
    act: impl FnOnce(TableForm<'_>) -> Done,
) -> Done {
    TableForm::sent(bench, session, visit, name, form).map_or_else(missing, act)
}

/// What the form of a record asks for, by the button that sent it.
fn of_record(table: TableForm<'_>, id: &str) -> Done {
    let way = field(table.form, "_azione");
    let record = match table.record(id) {
        Ok(record) => record,
        Err(table) => return record::gone(&table, id),
    };
    if matches!(way, Some("togli" | "su" | "giu" | "copia"))
        && let Some(done) = record::unsaved(&record)
    {
        return done;
    }
    match way {
        Some("prova") => trial::of_record(&record),
        Some("togli") => remove::remove(record),
        Some("su" | "giu") => remove::relocate(record),
        Some("copia") => record::copy(&record),
        _ => record::change(record),
    }
}

fn missing() -> Done {
    Done::only(Shown::Missing(look::message("Pagina non trovata", "A questo indirizzo il banco non fa nulla.")))
}

/// What stands above a form that could not be saved, with the reason in words.
fn not_written(why: &str) -> String {
    format!("Non è stato scritto nulla: {why}. Ciò che era nei campi è ancora qui.")
}

/// Why something could not be done, in a sentence without its end.
fn in_words(trouble: &Trouble) -> String {
    plain_words::quoted(&format!("{trouble}: {}", trouble.advice()))
}

/// Something that could not be done, as a page; the folder is read again, as it may be the reason.
fn troubled(trouble: &Trouble) -> Done {
    Done { shown: Shown::Refused(look::trouble("Non è stato scritto nulla", trouble)), changed: true }
}

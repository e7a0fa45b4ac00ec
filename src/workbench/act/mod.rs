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
use super::plain_words;
use super::session::Session;
use super::text_file::TextFile;
use super::visit::{Done, Form, Shown, Visit, field};
use crate::trouble::Trouble;
use table_form::TableForm;
use text_form::TextForm;

/// Does what a form asks for.
pub fn act(bench: &Bench<'_>, session: &mut Session, visit: &Visit, form: &Form) -> Done {
    let parts: Vec<&str> = visit.path.split('/').filter(|part| !part.is_empty()).collect();
    bench.choose(session.chosen());
    let edition = bench.edition();
    // A form of one edition must not write into another, which a second window may have chosen meanwhile.
    if field(form, "_edizione").is_some_and(|asked| edition.is_none_or(|edition| edition.id.as_str() != asked)) {
        let words = "Nel frattempo si è passati a lavorare su un'altra edizione. Tornare a quella di prima dalla pagina «Edizioni», e salvare di nuovo.";
        return Done::only(Shown::Refused(look::message("Non è stato scritto nulla", words)));
    }
    match parts.as_slice() {
        ["crea"] => begin::begin(bench, form),
        ["accetta", id] => accept::accept(bench, session, visit, id, form),
        ["testo", ..] => match TextFile::data(bench, visit.path.strip_prefix("testo/").unwrap_or_default()) {
            Some(file) => text::change(TextForm { bench, session, visit, file, form }),
            None => missing(),
        },
        ["capitoli"] => match edition {
            Some(edition) => chapter::add(bench, session, visit, edition, form),
            None => missing(),
        },
        ["capitoli", name] => match edition.and_then(|edition| TextFile::chapter(bench, edition, name)) {
            Some(file) => {
                let sent = TextForm { bench, session, visit, file, form };
                if field(form, "_azione") == Some("togli") { chapter::remove(sent) } else { text::change(sent) }
            }
            None => missing(),
        },
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
        Err(table) => return record::gone(&table),
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

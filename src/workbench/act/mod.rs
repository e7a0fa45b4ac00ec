//! What the forms of the workbench do: each changes files, or says why it does not.

mod begin;
mod correct;
mod undo;

use super::bench::Bench;
use super::look;
use super::session::Session;
use super::visit::{Done, Form, Shown, Visit};
use crate::trouble::Trouble;

/// Does what a form asks for.
pub fn act(bench: &Bench<'_>, session: &mut Session, visit: &Visit, form: &Form) -> Done {
    let parts: Vec<&str> = visit.path.split('/').filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        ["crea"] => begin::begin(bench, form),
        ["annulla"] => undo::back(bench, session),
        ["ripeti"] => undo::on(bench, session),
        ["correggi"] => correct::all(bench, session),
        ["correggi", id] => correct::one(bench, session, id, form),
        _ => {
            Done::only(Shown::Missing(look::message("Pagina non trovata", "A questo indirizzo il banco non fa nulla.")))
        }
    }
}

/// Something that could not be done, as a page; the folder is read again, as it may be the reason.
fn troubled(trouble: &Trouble) -> Done {
    let words = format!("{trouble}: {}.", trouble.advice());
    Done { shown: Shown::Refused(look::message("Non è stato scritto nulla", &words)), changed: true }
}

use super::troubled;
use crate::model::{BodyKind, Keyword};
use crate::scaffold;
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::visit::{Done, Form, Shown, field};

/// Makes the starter folder, where nothing is yet.
pub(super) fn begin(bench: &Bench<'_>, form: &Form) -> Done {
    if bench.annex.is_ok() {
        let words = "In questa cartella ci sono già i dati di un ente: non è stato toccato nulla.";
        return Done::only(Shown::Refused(look::message("Non è stato scritto nulla", words)));
    }
    let kind = field(form, "tipo").and_then(BodyKind::parse).map(|(kind, _)| kind).unwrap_or_default();
    match scaffold::create(bench.root, kind) {
        Ok(()) => Done::written("/banco/"),
        Err(trouble) => troubled(&trouble),
    }
}

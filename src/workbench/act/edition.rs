use super::{missing, troubled};
use crate::model::Edition;
use crate::plain_file;
use crate::workbench::bench::Bench;
use crate::workbench::page::{editions_page, seal_page};
use crate::workbench::plain_words::of_trouble;
use crate::workbench::save::save_seal;
use crate::workbench::session::{Edit, FileEdit, Session};
use crate::workbench::visit::{Done, Form, Shown, Visit, field};
use crate::year::{ADMINISTRATION, NewEdition, Sealing, new_name, opened, seal_path, sealed};
use std::sync::Arc;

/// Makes next year's edition; it is then the one that is worked on.
pub(super) fn make(bench: &Bench<'_>, session: &mut Session, visit: &Visit, form: &Form) -> Done {
    let Ok(annex) = bench.annex else { return missing() };
    let refused = |session: &Session, why: String| {
        Done::only(Shown::Refused(editions_page(bench, session, visit, Some((why, form)))))
    };
    let value = |name: &str| field(form, name).map(str::trim).unwrap_or_default();
    let Ok(from) = annex.edition(Some(value("da"))) else { return missing() };
    let is_current = field(form, "corrente").is_some();
    let to = match new_name(annex, from, value("nome"), is_current) {
        Ok(to) => to,
        Err(trouble) => {
            return refused(session, of_trouble(&trouble));
        }
    };
    if !annex.errors_of(from).is_empty() {
        let why = format!(
            "La nuova edizione non è stata preparata: prima vanno corretti gli errori in {}.",
            from.id.as_str()
        );
        return refused(session, why);
    }
    let next = NewEdition::prepare(bench.root, annex, (from, &to), bench.settings.today, is_current);
    let next = match next.and_then(|next| next.write(bench.root).map(|()| next)) {
        Ok(next) => next,
        Err(trouble) => return troubled(&trouble),
    };
    session.choose(to.as_str());
    let edit = |(before, after): (&str, &str)| FileEdit {
        path: ADMINISTRATION.to_owned(),
        before: Some(before.to_owned()),
        after: Some(after.to_owned()),
    };
    let words = format!("Edizione {} preparata da {}", to.as_str(), from.id.as_str());
    let files = next.administration().map(edit).into_iter().collect();
    session.remember(Edit { words, files, edition: Some(Arc::new(next)), stays: false });
    Done::written(format!("/banco/edizioni/{}/?preparata=1", to.as_str()))
}

/// Makes an edition the one that is worked on.
pub(super) fn choose(bench: &Bench<'_>, session: &mut Session, id: &str) -> Done {
    match bench.annex.ok().and_then(|annex| annex.edition(Some(id)).ok()) {
        Some(edition) => {
            session.choose(edition.id.as_str());
            Done::only(Shown::Elsewhere("/banco/".to_owned()))
        }
        None => missing(),
    }
}

/// Seals an edition, or opens it again, by the button that was used.
pub(super) fn seal(bench: &Bench<'_>, session: &mut Session, visit: &Visit, id: &str, form: &Form) -> Done {
    let Some(edition) = bench.annex.ok().and_then(|annex| annex.edition(Some(id)).ok()) else { return missing() };
    let reason = field(form, "motivo").unwrap_or_default();
    let done = if field(form, "_azione") == Some("riapri") {
        opened(edition, reason, bench.settings.today)
            .map(|text| (text, format!("Edizione {id} riaperta: {}", reason.trim())))
            .map_err(|trouble| of_trouble(&trouble))
    } else {
        sealing(bench, edition)
    };
    let (text, words) = match done {
        Ok(done) => done,
        Err(why) => {
            let page = seal_page(bench, session, visit, id, Some((why, reason)));
            return Done::only(Shown::Refused(page.unwrap_or_default()));
        }
    };
    let path = seal_path(edition);
    let before = plain_file::read(&bench.root.join(&path)).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    match save_seal(bench, session, words, FileEdit { path, before, after: Some(text) }) {
        Ok(()) => Done::written(format!("/banco/edizioni/{id}/sigillo/?fatto=1")),
        Err(trouble) => troubled(&trouble),
    }
}

/// The text of the seal of an edition, and what is said of it; or why it is not sealed.
fn sealing(bench: &Bench<'_>, edition: &Edition) -> Result<(String, String), String> {
    let id = edition.id.as_str();
    if bench.annex.is_ok_and(|annex| !annex.errors_of(edition).is_empty()) {
        return Err(format!("L'edizione {id} non è stata sigillata: prima vanno corretti gli errori."));
    }
    match sealed(bench.root, edition, bench.settings.today) {
        Ok(Sealing::Sealed { text, files }) => Ok((text, format!("Edizione {id} sigillata: {files} file"))),
        Ok(Sealing::Already) => Err(format!("L'edizione {id} è già sigillata, e nessun file è cambiato.")),
        Err(trouble) => Err(of_trouble(&trouble)),
    }
}

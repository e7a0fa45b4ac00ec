use crate::model::Edition;
use crate::publish::CheckedAnnex;
use crate::readiness::Readiness;
use crate::report::Summary;
use crate::workbench::bench::Bench;
use crate::workbench::session::Session;
use crate::workbench::visit::Visit;
use crate::year::is_sealed;
use serde::Serialize;

/// What surrounds every page.
#[derive(Debug, Serialize)]
pub(in crate::workbench) struct Chrome {
    /// The page's own title.
    title: String,
    /// Who publishes.
    name: String,
    /// `2026-2028`: the edition that is worked on.
    edition_id: String,
    /// `edizione 2026-2028`; empty where none could be read.
    edition: String,
    /// Tells what is shown from what will be.
    fingerprint: String,
    /// Whether the visitor may change something.
    has_key: bool,
    /// Which entry of the menu is open.
    section: &'static str,
    errors: usize,
    warnings: usize,
    /// `1 errore`, `3 avvisi`.
    errors_word: String,
    warnings_word: String,
    /// Whether the edition that is worked on is ready to be published.
    ready: bool,
    /// The same in words: `no, restano 7 punti`.
    verdict: String,
    /// What would be undone, and done again.
    undo: Option<String>,
    redo: Option<String>,
    /// What was said at the end of the last change.
    notice: Option<String>,
    /// Whether the edition that is changed here is sealed.
    sealed: bool,
}

impl Chrome {
    /// The surroundings of a page.
    pub(in crate::workbench) fn of(
        bench: &Bench<'_>,
        session: &Session,
        visit: &Visit,
        title: impl Into<String>,
        section: &'static str,
    ) -> Self {
        let summary = bench.annex.map(CheckedAnnex::summary).unwrap_or_default();
        let annex = bench.annex.ok().map(|annex| &annex.loaded().annex);
        let administration = annex.and_then(|annex| annex.administration.as_ref());
        let readiness = bench.readiness();
        let Summary { errors, warnings, .. } = summary;
        Self {
            title: title.into(),
            name: administration.map_or_else(|| "Banco di lavoro".to_owned(), |it| it.name.value.clone()),
            edition: bench.edition().map(|edition| format!("edizione {}", edition.id.as_str())).unwrap_or_default(),
            edition_id: bench.edition().map(|edition| edition.id.as_str().to_owned()).unwrap_or_default(),
            fingerprint: bench.fingerprint(),
            has_key: visit.has_key,
            section,
            errors,
            warnings,
            errors_word: counted(errors, "errore", "errori"),
            warnings_word: counted(warnings, "avviso", "avvisi"),
            ready: readiness.is_ready() && annex.is_some(),
            verdict: if annex.is_some() { verdict(readiness) } else { "no, i dati non si leggono".to_owned() },
            undo: session.last().map(|edit| edit.words.clone()),
            redo: session.next().map(|edit| edit.words.clone()),
            notice: match visit.asked("fatto") {
                "1" => session.latest().map(|words| format!("Fatto. {words}")),
                "0" => Some("Nulla da salvare: non è cambiato niente.".to_owned()),
                "annullato" => session.next().map(|edit| format!("Annullato: {}", edit.words)),
                "rifatto" => session.latest().map(|words| format!("Rifatto: {words}")),
                _ => None,
            },
            sealed: bench.edition().is_some_and(is_sealed) && matches!(section, "tavole" | "capitoli" | "fogli"),
        }
    }
}

impl Chrome {
    /// The same on a page that changes a file: a seal holds only those of its edition.
    pub(in crate::workbench) fn of_file(mut self, bench: &Bench<'_>, path: &str) -> Self {
        let is_own = |edition: &Edition| path.starts_with(&format!("data/{}/", edition.id.as_str()));
        self.sealed &= bench.edition().is_some_and(is_own);
        self
    }

    /// The same on a page that shows what would be: the page itself is one of what is.
    pub(in crate::workbench) fn seen_from(self, bench: &Bench<'_>) -> Self {
        Self { fingerprint: bench.fingerprint(), ..self }
    }
}

fn verdict(readiness: &Readiness) -> String {
    match readiness.missing() {
        0 => "sì".to_owned(),
        1 => "no, resta 1 punto".to_owned(),
        count => format!("no, restano {count} punti"),
    }
}

/// `1 errore`, `3 errori`.
pub(in crate::workbench) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

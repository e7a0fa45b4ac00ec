use super::Chrome;
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::visit::{Shown, Visit};
use crate::workbook::{Book, BookFormat, ScopeKind};
use crate::year::{Desk, Export, archived};
use serde::Serialize;

#[derive(Serialize)]
struct Page {
    chrome: Chrome,
    notice: Option<String>,
    edition: String,
    /// Names of spreadsheets that were handed in and are still to be written.
    pending: String,
    offices: Vec<Offices>,
}

/// A kind of office for each of which there may be a workbook.
#[derive(Serialize)]
struct Offices {
    word: &'static str,
    name: String,
    count: usize,
}

/// The page on which spreadsheets go out and come in.
pub(in crate::workbench) fn page(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    notice: Option<String>,
) -> String {
    let mut offices = Vec::new();
    if let Some(edition) = bench.edition() {
        let say = |text| edition.model.words.say(text).to_owned();
        let areas = edition.areas.rows.iter().filter(|area| area.is_in_force()).count();
        offices = vec![
            Offices { word: ScopeKind::Service.word(), name: say("[servizio]"), count: edition.services.rows.len() },
            Offices { word: ScopeKind::Area.word(), name: say("[area]"), count: areas },
            Offices { word: ScopeKind::Team.word(), name: say("[smart team]"), count: edition.teams.rows.len() },
        ];
        offices.retain(|offices| offices.count > 0);
    }
    let page = Page {
        chrome: Chrome::of(bench, session, visit, "Fogli di calcolo", "fogli"),
        edition: bench.edition().map(|edition| edition.id.as_str().to_owned()).unwrap_or_default(),
        notice,
        pending: session.intake().map(|intake| intake.names.join(", ")).unwrap_or_default(),
        offices,
    };
    look::shown("fogli.html", &page)
}

/// The edition as a workbook, or as an archive of one for each office.
pub(super) fn export(bench: &Bench<'_>, visit: &Visit) -> Option<Shown> {
    let annex = bench.annex.ok()?;
    let id = bench.edition()?.id.as_str();
    let asked = match (visit.asked("per"), visit.asked("formato")) {
        ("", "xlsx") => (None, BookFormat::Excel),
        ("", "ods") => (None, BookFormat::OpenDocument),
        (per, "" | "zip") => {
            let kinds = [ScopeKind::Service, ScopeKind::Area, ScopeKind::Team];
            (Some(kinds.into_iter().find(|kind| kind.word() == per)?), BookFormat::Excel)
        }
        _ => return None,
    };
    let title = "Il foglio di calcolo non è stato scritto";
    let export = match Desk::of(annex.loaded(), Some(id)).map(Export::of) {
        Ok(Ok(export)) => export,
        Ok(Err(refused)) => {
            let words = format!("Prima va corretto ciò che i controlli trovano in {}.", refused.join("; "));
            return Some(Shown::Refused(look::message(title, &words)));
        }
        Err(trouble) => return Some(Shown::Refused(look::trouble(title, &trouble))),
    };
    let made = match asked {
        (None, format) => {
            export.whole().bytes(format).map(|bytes| (format!("piao-{id}.{}", visit.asked("formato")), bytes))
        }
        (Some(kind), format) => {
            let file = |(office, book): (String, Book)| Ok((format!("{office}.xlsx"), book.bytes(format)?));
            let files = export.each(kind).map(file).collect::<Result<Vec<_>, _>>();
            files.and_then(|files| Ok((format!("piao-{id}-per-{}.zip", kind.word()), archived(&files)?)))
        }
    };
    Some(match made {
        Ok((name, bytes)) => Shown::File { name, bytes },
        Err(trouble) => Shown::Refused(look::trouble(title, &trouble)),
    })
}

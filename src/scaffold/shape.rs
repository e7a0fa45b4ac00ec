use super::{collect, files};
use crate::model::{BodyKind, Keyword};
use include_dir::{Dir, include_dir};

/// Areas with their services, neither teams nor codes; days of agile work in a month.
static AREAS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/shapes/aree");

/// Structures of three levels, with codes of their own form.
static UNIVERSITY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/shapes/universita");

/// Departments with their units; activities that exclude agile work, and why.
static HEALTH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/shapes/sanita");

/// Departments, directorates and offices, without codes.
static MINISTRY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/shapes/ministero");

/// Offices, and nothing above them.
static OFFICES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/shapes/uffici");

/// What `data/ente.yaml` says of every body but a municipality, whose starter has its own.
const ADMINISTRATION: &str = include_str!("shapes/ente.yaml");

/// The starter folder of a kind of body: paths with `/`, and their texts, in the order of the paths.
pub fn files_of(kind: BodyKind) -> Vec<(String, String)> {
    let Some(shape) = shape(kind) else {
        return files().into_iter().map(|(path, text)| (path, text.to_owned())).collect();
    };
    let mut found = Vec::new();
    collect(shape, &mut found);
    let mut all: Vec<_> = found.into_iter().map(|(path, text)| (path, text.to_owned())).collect();
    all.push(("data/ente.yaml".to_owned(), administration(kind)));
    all.sort();
    all
}

/// The shape of a kind of body; `None` for that of a municipality.
fn shape(kind: BodyKind) -> Option<&'static Dir<'static>> {
    match kind {
        BodyKind::Municipality => None,
        BodyKind::Union | BodyKind::Province | BodyKind::MetropolitanCity | BodyKind::Region => Some(&AREAS),
        BodyKind::University => Some(&UNIVERSITY),
        BodyKind::HealthAgency => Some(&HEALTH),
        BodyKind::Ministry => Some(&MINISTRY),
        BodyKind::Agency | BodyKind::Other => Some(&OFFICES),
    }
}

fn administration(kind: BodyKind) -> String {
    let sector = match kind.sector() {
        Some(sector) => format!("comparto: {}", sector.keyword()),
        // Which one is theirs only they know.
        None => "# comparto: funzioni-centrali".to_owned(),
    };
    ADMINISTRATION
        .replace("{denominazione}", kind.example_name())
        .replace("{tipo}", kind.keyword())
        .replace("{comparto}", &sector)
}

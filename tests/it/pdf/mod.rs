//! The annex of a folder as documents, and as PDFs where a test needs them.

mod installing;
mod notes;
pub mod reading;
mod real;
mod sheets;
mod small;
mod typst;

use piao::chapters::{expand, whole};
use piao::load::load;
use piao::model::EditionState;
use piao::pdf::typst::{Converter, Environment};
use piao::pdf::{Document, Materials, Templates, documents};
use piao::picture::Picture;
use piao::routes::Routes;
use piao::theme::Theme;
use std::path::Path;

/// What stands for a table's CSV file.
pub const CSV: &[u8] = b"a,b\r\n1,2\r\n";

/// The documents of the first edition of a folder.
pub fn documents_of(root: &Path, coat_of_arms: Option<&Picture>) -> Vec<Document> {
    let loaded = load(root).expect("the folder can be read");
    let expanded = expand(&loaded.annex);
    let chapters = whole(&expanded).expect("every expression can be replaced");
    let administration = loaded.annex.administration.as_ref().expect("an administration");
    let theme = Theme::load(root, &administration.theme.value).expect("a theme");
    let routes = Routes::of(&loaded.annex);
    documents(&Materials {
        paper: piao::paper::Materials {
            administration,
            edition: &loaded.annex.editions[0],
            number: 0,
            state: EditionState::of(&loaded.annex.editions[0], &loaded.annex),
            routes: &routes,
            chapters: &chapters[0],
            album: &loaded.albums[0],
            coat_of_arms,
        },
        csv: &|_| Ok(Some(CSV.to_vec())),
        templates: &Templates::new(theme.print_files()),
    })
    .expect("every template is there")
}

/// The converter; a test that needs it must never pass without it.
pub fn converter() -> Converter {
    let found = Converter::find(None, &Environment::here()).expect("the converter that was named is good");
    found.expect("manca il programma per i PDF: installarlo con `cargo run -- installa-pdf` (lo fa anche tests/run.sh)")
}

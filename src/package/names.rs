use crate::model::{Edition, slug};

/// The folder of the archive that holds the site.
pub const SITE: &str = "sito/";

/// The folder of the archive whose files are uploaded one by one.
pub(super) const UPLOADS: &str = "Da caricare in AT/";

/// What the names of the files of an edition begin with: `allegato-2a-lavoro-agile-2025-2027`.
pub(super) fn stem(edition: &Edition) -> String {
    let annex = slug(&edition.annex.value);
    let separator = if annex.is_empty() { "" } else { "-" };
    format!("allegato{separator}{annex}-lavoro-agile-{}", edition.id.as_str())
}

/// The name of the archive, where nobody gives another.
pub fn default_name(edition: &Edition) -> String {
    format!("{}.zip", stem(edition))
}

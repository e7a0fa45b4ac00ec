//! What the look of the site is made of besides the data, and what is said of it: the theme and the coat of arms.

use crate::load::own_file;
use crate::model::Administration;
use crate::picture::Picture;
use crate::theme::Theme;
use crate::trouble::Trouble;
use anstream::eprintln;
use std::path::Path;

/// The heaviest coat of arms, in bytes, that every page can bear without a word about it.
const HEAVY: usize = 100_000;

/// The theme of an administration; colours that are hard to read are told.
///
/// # Errors
///
/// When the theme cannot be used.
pub(super) fn theme(root: &Path, administration: &Administration) -> Result<Theme, Trouble> {
    let name = &administration.theme.value;
    let theme = Theme::load(root, name)?;
    for warning in theme.warnings() {
        eprintln!("avviso: nell'aspetto `{name}`, {warning}");
    }
    Ok(theme)
}

/// The coat of arms for pages and PDFs; one that is too heavy for the pages is told. `None` if the data names none.
///
/// # Errors
///
/// When the file cannot be read, or is no picture that can be shown.
pub(super) fn coat_of_arms(root: &Path, administration: &Administration) -> Result<Option<Picture>, Trouble> {
    let Some(path) = &administration.coat_of_arms else { return Ok(None) };
    let picture = Picture::coat_of_arms(path, own_file(root, path)?)?;
    let size = picture.bytes().len();
    if size > HEAVY {
        let (path, size) = (&path.value, size / 1000);
        eprintln!("avviso: lo stemma `{path}` pesa {size} kB e sta in ogni pagina: conviene ridurlo a meno di 100 kB");
    }
    Ok(Some(picture))
}

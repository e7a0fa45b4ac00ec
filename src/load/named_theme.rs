//! The theme that the data name: the one inside the program, or a folder below `themes/`.

use super::disk::Disk;
use super::form::absent_named_file;
use super::unread_theme::THEMES;
use crate::diagnostic::Finding;
use crate::model::{Annex, USUAL_THEME};
use crate::source::Sources;
use crate::trouble::Trouble;
use std::collections::BTreeSet;

/// The names that the data may say.
pub(super) fn names(disk: &Disk<'_>) -> Result<BTreeSet<String>, Trouble> {
    let folders = disk.entries(THEMES)?.into_iter().filter(|entry| entry.is_folder).map(|entry| entry.name);
    Ok(folders.chain([USUAL_THEME.to_owned()]).collect())
}

/// That it is none of these `names`; `None` where it is, or where the data name none.
pub(super) fn finding(sources: &Sources, annex: &Annex, names: &BTreeSet<String>) -> Option<Finding> {
    let theme = annex.administration.as_ref().map(|administration| &administration.theme)?;
    let is_there = theme.value.is_empty() || names.contains(&theme.value);
    (!is_there).then(|| absent_named_file::theme(sources, theme, names.iter().map(String::as_str)))
}

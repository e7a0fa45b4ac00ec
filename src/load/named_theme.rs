//! The theme that the data name: the one inside the program, or a folder below `themes/`.

use super::disk::Disk;
use super::form::absent_named_file;
use super::unread_theme::THEMES;
use crate::diagnostic::Finding;
use crate::model::{Annex, USUAL_THEME};
use crate::source::Sources;
use crate::trouble::Trouble;

/// That it is neither of them; `None` where it is, or where the data name none.
pub(super) fn finding(disk: &Disk<'_>, sources: &Sources, annex: &Annex) -> Result<Option<Finding>, Trouble> {
    let theme = annex.administration.as_ref().map(|administration| &administration.theme);
    let Some(theme) = theme.filter(|theme| !theme.value.is_empty() && theme.value != USUAL_THEME) else {
        return Ok(None);
    };
    let entries = disk.entries(THEMES)?;
    let folders: Vec<&str> = entries.iter().filter(|entry| entry.is_folder).map(|entry| entry.name.as_str()).collect();
    let is_there = folders.contains(&theme.value.as_str());
    Ok((!is_there).then(|| absent_named_file::theme(sources, theme, &folders)))
}

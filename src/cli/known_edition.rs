use super::arguments::Folder;
use super::compared_edition::NamedEdition;
use super::day::today;
use super::streams::tell_text;
use crate::check::Settings;
use crate::diagnostic::Finding;
use crate::model::Edition;
use crate::publish::CheckedAnnex;
use crate::report;
use crate::trouble::Trouble;

/// The data of a folder, read and checked.
///
/// # Errors
///
/// When they cannot be read.
pub(super) fn read(folder: &Folder) -> Result<CheckedAnnex, Trouble> {
    CheckedAnnex::read(&folder.root, Settings { today: today(folder.today.as_deref())?, waivers: true })
}

/// The edition with a name; without one the current.
///
/// # Errors
///
/// When it is not there.
pub(super) fn find<'a>(annex: &'a CheckedAnnex, id: Option<&str>) -> Result<&'a Edition, Trouble> {
    let editions = &annex.annex().editions;
    let found = match id {
        Some(id) => editions.iter().find(|edition| edition.id.as_str() == id),
        None => annex.annex().current(),
    };
    let list = editions.iter().map(|edition| edition.id.as_str()).collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| {
        let what =
            id.map_or_else(|| "l'edizione corrente non c'è".to_owned(), |id| format!("l'edizione `{id}` non c'è"));
        Trouble::new(what, format!("le edizioni sono: {list}"))
    })
}

/// Prints the errors of an edition; whether there are any.
pub(super) fn has_errors(annex: &CheckedAnnex, edition: &Edition) -> bool {
    let errors: Vec<Finding> = NamedEdition::errors(annex, edition).into_iter().cloned().collect();
    tell_text(&report::findings(annex.sources(), &errors));
    !errors.is_empty()
}

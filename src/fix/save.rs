use super::CorrectedFile;
use crate::trouble::{Context, Trouble};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Writes a corrected file: all of it or nothing, with the permissions it had. A link stays a link, and what it leads to is written.
///
/// # Errors
///
/// When the disk refuses, or the file is no longer as it was read; it is then as it was.
pub fn save(root: &Path, file: &CorrectedFile) -> Result<(), Trouble> {
    let named = root.join(&file.path);
    let what = || format!("impossibile scrivere `{}`", file.path);
    let advice = "controllare i permessi della cartella e lo spazio sul disco: il file è rimasto com'era";
    let path = fs::canonicalize(&named).trouble(what, advice)?;
    if fs::read(&path).trouble(what, advice)? != file.before.as_bytes() {
        return Err(Trouble::new(
            format!("`{}` è cambiato mentre lo si correggeva", file.path),
            "chiudere i programmi che lo tengono aperto e ripetere il comando",
        ));
    }
    let permissions = fs::metadata(&path).trouble(what, advice)?.permissions();
    if permissions.readonly() {
        return Err(Trouble::new(
            format!("impossibile scrivere `{}`: è di sola lettura", file.path),
            "togliere la protezione dal file e ripetere il comando",
        ));
    }
    let folder = path.parent().unwrap_or(root);
    let mut fresh = tempfile::Builder::new().prefix(".piao-").tempfile_in(folder).trouble(what, advice)?;
    fresh.write_all(file.after.as_bytes()).trouble(what, advice)?;
    fresh.as_file().set_permissions(permissions).trouble(what, advice)?;
    fresh.as_file().sync_all().trouble(what, advice)?;
    fresh.persist(&path).trouble(what, advice)?;
    Ok(())
}

use crate::trouble::{Context, Trouble};
use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// Where the site goes: a folder whose content the program may replace.
#[derive(Debug)]
pub(super) struct TargetFolder {
    /// The folder that holds it, absolute and without links.
    pub(super) parent: PathBuf,
    /// Its name.
    pub(super) name: OsString,
    /// As the user wrote it.
    pub(super) shown: String,
}

const ADVICE: &str = "indicare con --uscita una cartella nuova, per esempio `public`";

impl TargetFolder {
    /// Follows links and refuses what can be no target: a file, the administration's folder or one above it, and
    /// everything in `data/`, `content/` and `themes/`.
    pub(super) fn new(root: &Path, target: &Path) -> Result<Self, Trouble> {
        let shown = target.display().to_string();
        let target = resolve(target, &shown)?;
        if target.exists() && !target.is_dir() {
            return Err(Trouble::new(format!("`{shown}` è un file, non una cartella"), ADVICE));
        }
        let root = resolve(root, &root.display().to_string())?;
        if root.starts_with(&target) {
            return Err(Trouble::new(
                format!("`{shown}` contiene i dati dell'ente: il sito non si può scrivere lì"),
                ADVICE,
            ));
        }
        refuse_own(&root, &target, &shown, ADVICE)?;
        match (target.parent(), target.file_name()) {
            (Some(parent), Some(name)) => Ok(Self { parent: parent.to_owned(), name: name.to_owned(), shown }),
            _ => Err(Trouble::new(format!("`{shown}` non può contenere il sito"), ADVICE)),
        }
    }

    /// The start of the names that belong to this target, beside it.
    pub(super) fn prefix(&self) -> OsString {
        let mut prefix = OsString::from(".");
        prefix.push(&self.name);
        prefix.push(".piao-");
        prefix
    }

    /// A name of ours beside the target.
    pub(super) fn beside(&self, ending: &str) -> OsString {
        let mut name = self.prefix();
        name.push(ending);
        name
    }
}

/// The target of a single file, where it lies in none of the folders that people write: links are followed down to its folder, no further.
pub(super) fn refuse_own_folders(root: &Path, target: &Path, shown: &str) -> Result<PathBuf, Trouble> {
    let absolute = std::path::absolute(target).trouble(|| unreadable(shown), ADVICE)?;
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        return Err(Trouble::new(format!("`{shown}` non è il nome di un file"), "indicare con --uscita un file"));
    };
    let target = resolve(parent, shown)?.join(name);
    let root = resolve(root, &root.display().to_string())?;
    refuse_own(&root, &target, shown, "indicare un file fuori da quella cartella")?;
    Ok(target)
}

fn unreadable(shown: &str) -> String {
    format!("non è possibile leggere il percorso `{shown}`")
}

/// Refuses `data/`, `content/`, `themes/`, what is in them and what they are in.
fn refuse_own(root: &Path, target: &Path, shown: &str, advice: &str) -> Result<(), Trouble> {
    for own in ["data", "content", "themes"] {
        // The folder may be a link to somewhere else, and the target may be reached either way.
        let folder = root.join(own);
        let real = fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone());
        if [&folder, &real].into_iter().any(|own| target.starts_with(own) || own.starts_with(target)) {
            let what = format!("`{shown}` fa parte della cartella `{own}`, o la contiene: non si può scrivere lì");
            return Err(Trouble::new(what, advice));
        }
    }
    Ok(())
}

/// The path without links, as far as it exists.
fn resolve(path: &Path, shown: &str) -> Result<PathBuf, Trouble> {
    let read = || unreadable(shown);
    let absolute = std::path::absolute(path).trouble(read, ADVICE)?;
    let mut existing = absolute.as_path();
    let mut missing = Vec::new();
    while fs::symlink_metadata(existing).is_err() {
        match (existing.parent(), existing.components().next_back()) {
            (Some(parent), Some(Component::Normal(name))) => {
                missing.push(name.to_owned());
                existing = parent;
            }
            // A step back from a folder that does not exist leads nowhere for sure.
            _ => {
                return Err(Trouble::new(
                    format!("il percorso `{shown}` passa per una cartella che non esiste"),
                    ADVICE,
                ));
            }
        }
    }
    let mut resolved = fs::canonicalize(existing).trouble(read, ADVICE)?;
    resolved.extend(missing.into_iter().rev());
    Ok(resolved)
}

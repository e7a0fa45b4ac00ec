use crate::trouble::{Context, Trouble};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The folders below `above` that hold `data/`, in the order of their names. What is inside one of them is its own, and is not looked at;
/// neither are hidden folders and those that hold a file called `site_mark`, which are published sites.
///
/// A folder that cannot be read is among them: whoever uses it is told why.
///
/// # Errors
///
/// When `above` cannot be read, or there is no such folder.
pub fn annex_folders(above: &Path, site_mark: &str) -> Result<Vec<PathBuf>, Trouble> {
    let shown = above.display();
    std::fs::read_dir(above).trouble(
        || format!("impossibile leggere la cartella `{shown}`"),
        "indicare una cartella che contiene quelle degli enti",
    )?;
    let mut found = Vec::new();
    let mut walk = WalkDir::new(above).min_depth(1).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                found.extend(error.path().map(Path::to_owned));
                continue;
            }
        };
        // A link to the folder of an administration counts as that folder; no other is followed.
        let is_folder = entry.file_type().is_dir();
        if !is_folder && !entry.path_is_symlink() {
            continue;
        }
        let path = entry.path();
        let passed_over = entry.file_name().to_string_lossy().starts_with('.') || is_there(&path.join(site_mark));
        let holds_data = !passed_over && std::fs::metadata(path.join("data")).is_ok_and(|data| data.is_dir());
        if holds_data {
            found.push(path.to_owned());
        }
        if is_folder && (passed_over || holds_data) {
            walk.skip_current_dir();
        }
    }
    if found.is_empty() {
        let own = is_there(&above.join("data"));
        let advice = if own {
            format!("è essa stessa la cartella di un ente: usare --cartella `{shown}` al posto di --tutte")
        } else {
            "indicare una cartella che contiene quelle degli enti: ognuna ha la sua cartella `data`".to_owned()
        };
        return Err(Trouble::new(format!("sotto `{shown}` non c'è nessuna cartella con i dati di un ente"), advice));
    }
    Ok(found)
}

fn is_there(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok()
}

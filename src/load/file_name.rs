//! What the names of files say: which are nobody's business, and which name was meant by a wrong one.

use crate::diagnostic::nearest;
use crate::model::slug;

/// What the name of a file that is not read promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// A text that could be data.
    Data,
    /// A text that could be a chapter.
    Chapter,
    /// A picture.
    Picture,
    /// Anything else, such as a spreadsheet or a PDF.
    Other,
}

/// Endings of backups, of half-written files and of what merging leaves behind.
const BACKUPS: &[&str] =
    &["bak", "backup", "old", "orig", "rej", "swp", "swo", "swn", "tmp", "temp", "part", "crdownload"];
/// Files and folders that systems leave in any folder.
const OF_SYSTEMS: &[&str] =
    &["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin", "@eadir", "lost+found"];

/// Whether a file is an editor's backup or belongs to the system, so that nobody expects it to be read.
pub(super) fn is_background(name: &str) -> bool {
    let name = name.to_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    name.starts_with(['.', '~', '#'])
        || name.ends_with(['~', '#'])
        || BACKUPS.contains(&ending)
        || OF_SYSTEMS.contains(&name.as_str())
}

/// Whether a file tells people about the folder in which it stands.
pub(super) fn is_readme(name: &str) -> bool {
    ["readme", "leggimi"].contains(&stem(name).as_str())
}

/// What a file is, by its ending.
pub(super) fn nature(name: &str) -> Nature {
    let name = name.to_lowercase();
    let plain = name.strip_suffix(".txt").unwrap_or(&name);
    match plain.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "md" | "markdown" | "mdown" | "mkd" | "mdwn" | "mdtext" => Nature::Chapter,
        "yaml" | "yml" | "yam" | "json" => Nature::Data,
        "png" | "jpg" | "jpeg" | "svg" | "gif" | "webp" | "avif" | "bmp" | "tif" | "tiff" => Nature::Picture,
        ending if ending.is_empty() || plain.len() < name.len() || ending.contains(' ') => Nature::Data,
        _ => Nature::Other,
    }
}

/// The name without the endings of texts: `01-premessa` of `01-premessa.md.txt`.
pub(super) fn bare(name: &str) -> &str {
    let endings = [".txt", ".yaml", ".yml", ".yam", ".json", ".md", ".markdown", ".mdown", ".mkd", ".mdwn", ".mdtext"];
    let mut rest = name;
    loop {
        let shorter = endings.iter().find_map(|ending| {
            let at = rest.len().checked_sub(ending.len()).filter(|at| *at > 0)?;
            rest.get(at..).filter(|end| end.eq_ignore_ascii_case(ending)).map(|_| &rest[..at])
        });
        match shorter {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}

fn stem(name: &str) -> String {
    let bare = bare(name);
    slug(bare.rsplit_once('.').filter(|(_, ending)| !ending.contains(' ')).map_or(bare, |(stem, _)| stem))
}

/// Which of the right names, given without their ending, was meant by the name of a file or a folder.
pub(super) fn meant<'a>(name: &str, right: &[&'a str]) -> Option<&'a str> {
    let stem = stem(name);
    let together = stem.replace('-', "");
    let unnumbered = stem.trim_end_matches(|c: char| c == '-' || c.is_ascii_digit());
    let same = right.iter().copied().find(|right| *right == stem || right.replace('-', "") == together);
    let near = || nearest(&stem, right.iter().copied()).or_else(|| nearest(unnumbered, right.iter().copied()));
    let part = || {
        let within = |right: &&str| format!("-{stem}-").contains(&format!("-{right}-"));
        right.iter().copied().filter(within).max_by_key(|right| right.len())
    };
    same.or_else(part).or_else(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIGHT: &[&str] = &["formazione", "accettazioni", "processi", "software", "smart-team"];

    #[test]
    fn the_name_that_was_meant_is_found() {
        for (wrong, right) in [
            ("software.yml", "software"),
            ("Formazione.yaml", "formazione"),
            ("formazone.yaml", "formazione"),
            ("accetazioni.yaml", "accettazioni"),
            ("processi (1).yaml", "processi"),
            ("processi - Copia.yaml", "processi"),
            ("Copia di processi.yaml", "processi"),
            ("processi.2025.yaml", "processi"),
            ("processi.yaml.txt", "processi"),
            ("formazone_2025.yaml", "formazione"),
            ("smart_team.yaml", "smart-team"),
            ("smartteam.yaml", "smart-team"),
            ("processi", "processi"),
        ] {
            assert_eq!(meant(wrong, RIGHT), Some(right), "{wrong}");
        }
        assert_eq!(meant("appunti.yaml", RIGHT), None);
    }

    #[test]
    fn backups_and_files_of_the_system_are_nobodys_business() {
        for name in [
            "processi.yaml~",
            ".processi.yaml.swp",
            "processi.yaml.bak",
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            ".gitkeep",
            "#processi.yaml#",
            "~$premessa.docx",
            "processi.yaml.orig",
        ] {
            assert!(is_background(name), "{name}");
        }
        assert!(!is_background("processi.yml") && !is_background("README.md"));
    }

    #[test]
    fn a_name_says_what_the_file_holds() {
        assert_eq!(nature("01-premessa.MD"), Nature::Chapter);
        assert_eq!(nature("01-premessa.md.txt"), Nature::Chapter);
        assert_eq!(nature("processi.yaml.txt"), Nature::Data);
        assert_eq!(nature("processi"), Nature::Data);
        assert_eq!(nature("stemma.PNG"), Nature::Picture);
        assert_eq!(nature("processi.xlsx"), Nature::Other);
        assert_eq!(bare("01-premessa.md.txt"), "01-premessa");
    }
}

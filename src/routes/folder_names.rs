use super::part::Part;
use crate::model::{LONGEST_NAME, UniqueNames, is_device, slug};

/// The name of the folder of each row of a table: its identifier where that is safe as one, a plain form of it otherwise; never twice the same.
pub(super) fn folder_names<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    folder_names_besides(&[], ids.map(|id| (id, true)))
}

/// The same, where some names are those of other pages. Of each identifier is said whether it is its own and not the plain form of another:
/// a name that is somebody's own belongs to him, wherever his row stands.
pub(super) fn folder_names_besides<'a>(others: &[&str], ids: impl Iterator<Item = (&'a str, bool)>) -> Vec<String> {
    let mut names = UniqueNames::besides(others.iter().copied().chain([Part::FOLDER]));
    let mut give = |base: &str| names.give(base, |name| !is_device(name));
    let bases: Vec<(String, bool)> = ids.map(|(id, is_own)| base(id, is_own)).collect();
    let own: Vec<Option<String>> = bases.iter().map(|(base, is_own)| is_own.then(|| give(base))).collect();
    own.into_iter().zip(&bases).map(|(own, (base, _))| own.unwrap_or_else(|| give(base))).collect()
}

/// The name that an identifier would have if no other had it, and whether it is the identifier itself.
fn base(id: &str, is_own: bool) -> (String, bool) {
    let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    let plain = if !id.is_empty() && id.chars().all(safe) { id.to_owned() } else { slug(id) };
    let name = match shortened(&plain) {
        "" => "senza-nome",
        short => short,
    };
    (name.to_owned(), is_own && name == id)
}

/// The whole words at the beginning of a name that are not too long for a folder.
fn shortened(name: &str) -> &str {
    if name.len() <= LONGEST_NAME {
        return name;
    }
    let start = &name[..name.floor_char_boundary(LONGEST_NAME)];
    start.rsplit_once('-').map_or(start, |(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_safe_and_never_the_same() {
        let names = folder_names(["linfa", "../x", "linfa", "500/1/B", ""].into_iter());
        assert_eq!(names, ["linfa", "x", "linfa-2", "500-1-b", "senza-nome"]);
        let long = "parola-".repeat(50);
        let names = folder_names([long.as_str(), long.as_str(), "nul"].into_iter());
        assert_eq!(names, [long[..97].to_owned(), format!("{}-2", &long[..97]), "nul-2".to_owned()]);
        assert_eq!(folder_names_besides(&["uno"], [("uno", true)].into_iter()), ["uno-2"]);
        assert_eq!(folder_names(["pagina"].into_iter()), ["pagina-2"], "that of the pages of a long list");
    }

    #[test]
    fn a_name_of_its_own_does_not_depend_on_the_order() {
        assert_eq!(folder_names(["A x", "a-x", "a/x"].into_iter()), ["a-x-2", "a-x", "a-x-3"]);
        let plain = [("a-1", false), ("a-1", true), ("a-1", false)];
        assert_eq!(folder_names_besides(&[], plain.into_iter()), ["a-1-2", "a-1", "a-1-3"]);
    }
}

use super::part::Part;
use crate::model::{LONGEST_NAME, UniqueNames, is_device, slug};

/// The name of the folder of each row of a table: its identifier where that is safe as one, a plain form of it otherwise; never twice the same.
pub(super) fn folder_names<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    folder_names_besides(&[], ids)
}

/// The same, where some names are those of other pages.
pub(super) fn folder_names_besides<'a>(others: &[&str], ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names = UniqueNames::besides(others.iter().copied().chain([Part::FOLDER]));
    let name = |id: &'a str| {
        let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        let base = if !id.is_empty() && id.chars().all(safe) { id.to_owned() } else { slug(id) };
        let base = match shortened(&base) {
            "" => "senza-nome",
            short => short,
        };
        names.give(base, |name| !is_device(name))
    };
    ids.map(name).collect()
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
        assert_eq!(folder_names_besides(&["uno"], ["uno"].into_iter()), ["uno-2"]);
        assert_eq!(folder_names(["pagina"].into_iter()), ["pagina-2"], "that of the pages of a long list");
    }
}

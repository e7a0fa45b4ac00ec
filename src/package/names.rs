use crate::model::{Edition, slug};

/// The folder of the archive that holds the site.
pub const SITE: &str = "sito/";

/// The folder of the archive whose files are uploaded one by one.
pub(super) const UPLOADS: &str = "Da caricare in AT/";

/// How long the number of the annex may be in the names of files, in bytes: usually it is `2A`.
const LONGEST: usize = 40;

/// What the names of the files of an edition begin with: `allegato-2a-lavoro-agile-2025-2027`.
pub(super) fn stem(edition: &Edition) -> String {
    let annex = slug(&edition.annex.value);
    let annex = short(&annex);
    let separator = if annex.is_empty() { "" } else { "-" };
    format!("allegato{separator}{annex}-lavoro-agile-{}", edition.id.as_str())
}

/// The name of the archive, where nobody gives another.
pub fn default_name(edition: &Edition) -> String {
    format!("{}.zip", stem(edition))
}

/// As many whole words of a name as there is room for.
fn short(name: &str) -> &str {
    if name.len() <= LONGEST {
        return name;
    }
    let cut = &name[..name.floor_char_boundary(LONGEST + 1)];
    cut.rsplit_once('-').map_or(&name[..name.floor_char_boundary(LONGEST)], |(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_ends_with_a_whole_word() {
        assert_eq!(short("2a"), "2a");
        assert_eq!(short(&"a".repeat(40)), "a".repeat(40));
        assert_eq!(short(&"a".repeat(50)), "a".repeat(40));
        assert_eq!(short("sottosezione-di-programmazione-tre-punto-due"), "sottosezione-di-programmazione-tre-punto");
        assert_eq!(short(&"è".repeat(30)), "è".repeat(20));
    }
}

use super::theme_files::ThemeFiles;
use super::{DEFAULT, SETTINGS};
use crate::diagnostic::nearest;
use crate::trouble::Trouble;

/// A `theme.yaml` that changes nothing, to be filled in: what `piao theme` shows under that name.
const EMPTY_SETTINGS: &str = include_str!("theme.yaml");

/// The files of the theme that is inside the program, by their path below the folder of a theme.
#[derive(Debug)]
pub struct BuiltIn(ThemeFiles);

impl BuiltIn {
    /// All of them, with a `theme.yaml` to begin from.
    pub fn new() -> Self {
        let mut files = ThemeFiles::embedded(&DEFAULT);
        files.add(SETTINGS, EMPTY_SETTINGS.as_bytes().to_vec());
        Self(files)
    }

    /// Their paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.below("").map(|(path, _)| path)
    }

    /// The files that a word means: one by its path or by a name that only one has, or all those of a folder.
    ///
    /// # Errors
    ///
    /// When it means none or several.
    pub fn meant(&self, word: &str) -> Result<Vec<(&str, &[u8])>, Trouble> {
        let wanted = word.replace('\\', "/");
        let wanted = wanted.strip_prefix("./").unwrap_or(&wanted).trim_end_matches('/');
        let folder = format!("{wanted}/");
        let all = || self.0.below("");
        let below: Vec<_> = all().filter(|(path, _)| *path == wanted || path.starts_with(&folder)).collect();
        if !below.is_empty() {
            return Ok(below);
        }
        let named: Vec<_> = all().filter(|(path, _)| file_name(path) == wanted).collect();
        match &named[..] {
            [one] => Ok(vec![*one]),
            [] => Err(self.unknown(word, wanted)),
            several => {
                let paths: Vec<_> = several.iter().map(|(path, _)| format!("`{path}`")).collect();
                let message = format!("nell'aspetto del programma più file si chiamano `{word}`");
                Err(Trouble::new(message, format!("indicare quale: {}", paths.join(" o "))))
            }
        }
    }

    fn unknown(&self, word: &str, wanted: &str) -> Trouble {
        let whole = nearest(wanted, self.paths());
        let near = whole.or_else(|| nearest(file_name(wanted), self.paths().map(file_name)));
        let list = "l'elenco si legge con `piao aspetto`";
        let advice = near.map_or_else(|| list.to_owned(), |near| format!("forse si intendeva `{near}`; {list}"));
        Trouble::new(format!("l'aspetto del programma non ha il file `{word}`"), advice)
    }
}

impl Default for BuiltIn {
    fn default() -> Self {
        Self::new()
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_meant_by_its_path_its_name_or_its_folder() {
        let files = BuiltIn::new();
        let meant = |word: &str| files.meant(word).map(|found| found.iter().map(|(path, _)| *path).collect::<Vec<_>>());
        assert_eq!(meant("templates/piede.html").expect("a path"), ["templates/piede.html"]);
        assert_eq!(meant("piede.html").expect("a name"), ["templates/piede.html"]);
        assert_eq!(meant("theme.yaml").expect("the settings"), ["theme.yaml"]);
        assert!(meant("stile/").expect("a folder").len() > 10);
        let trouble = |word: &str| meant(word).expect_err("no such file");
        assert!(trouble("templates/pied.html").advice().starts_with("forse si intendeva `templates/piede.html`"));
        assert!(trouble("Landing.htm").advice().starts_with("forse si intendeva `landing.html`"));
        assert!(trouble("../data/ente.yaml").to_string().contains("non ha il file"));
    }
}

//! The look of the site: templates, stylesheet and other files, from the program itself or from the folder of an administration.
//!
//! Owns where a theme's files come from and how its templates are run. Knows nothing of what stands on a page.

mod kind;
mod shelf;

pub use kind::PageKind;

use crate::trouble::{Context as _, Trouble};
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use shelf::Shelf;
use std::collections::BTreeSet;
use std::path::Path;
use tera::{Context, Tera};

/// The theme that is inside the program.
static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/istituzionale");

/// Its name.
const DEFAULT_NAME: &str = "istituzionale";

/// The folder of a theme that holds the files published as they are.
const STATIC: &str = "static/";

/// The folder of a theme that holds the templates.
const TEMPLATES: &str = "templates/";

/// The folder of the site that holds the files of the theme.
pub const ASSETS: &str = "risorse/";

/// The folder of a theme that holds the parts of the stylesheet, joined in the order of their names.
const STYLES: &str = "stile/";

/// The stylesheet that every page links, below [`ASSETS`]; a theme that has it whole in `static/` needs no parts.
const STYLESHEET: &str = "stile.css";

/// Templates, stylesheet and files of a look.
#[derive(Debug)]
pub struct Theme {
    name: String,
    tera: Tera,
    files: Shelf,
    /// The stylesheet, whole.
    stylesheet: String,
    /// The kinds of page that it renders; nothing = all.
    pages: Option<BTreeSet<PageKind>>,
}

/// `theme.yaml`.
#[derive(Debug, Default, Deserialize)]
struct Settings {
    pages: Option<Vec<String>>,
}

impl Theme {
    /// The theme called `name` of the folder `root`: the one inside the program, with every file that
    /// `themes/<name>/` has in its own version.
    ///
    /// # Errors
    ///
    /// When the folder of a theme other than the usual one does not exist, a file cannot be read, or a template is wrong.
    pub fn load(root: &Path, name: &str) -> Result<Self, Trouble> {
        let folder = root.join("themes").join(name);
        let safe = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\']);
        if !safe || (name != DEFAULT_NAME && !folder.is_dir()) {
            return Err(Trouble::new(
                format!("l'aspetto `{name}` non esiste: non c'è la cartella `themes/{name}`"),
                "in data/ente.yaml scrivere `aspetto: istituzionale`, o creare quella cartella",
            ));
        }
        let mut files = Shelf::embedded(&DEFAULT);
        files.lay_over(&folder)?;
        let pages = pages(&files, name)?;
        let mut templates = Vec::new();
        for (path, bytes) in files.below(TEMPLATES).filter(|(path, _)| is_template(path)) {
            let text = std::str::from_utf8(bytes).trouble(
                || format!("nell'aspetto `{name}` il modello `{path}` non è scritto in UTF-8"),
                "salvare il file in UTF-8",
            )?;
            templates.push((path, text));
        }
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml"]);
        tera.add_raw_templates(templates).trouble(
            || format!("un modello dell'aspetto `{name}` non è scritto bene"),
            "correggere il modello nel punto indicato, o togliere il file per tornare a quello del programma",
        )?;
        let stylesheet = stylesheet(&files, name)?;
        Ok(Self { name: name.to_owned(), tera, files, stylesheet, pages })
    }

    /// Whether it renders pages of this kind.
    pub fn renders(&self, kind: PageKind) -> bool {
        self.pages.as_ref().is_none_or(|pages| pages.contains(&kind))
    }

    /// The stylesheet.
    pub fn stylesheet(&self) -> &str {
        &self.stylesheet
    }

    /// The files to be published as they are, with their path on the site.
    pub fn assets(&self) -> impl Iterator<Item = (String, &[u8])> {
        let others = self.files.below(STATIC).filter(|(path, _)| *path != STYLESHEET);
        others.chain([(STYLESHEET, self.stylesheet.as_bytes())]).map(|(path, bytes)| (format!("{ASSETS}{path}"), bytes))
    }

    /// Runs a template.
    pub(crate) fn render(&self, template: &str, context: &Context) -> Result<String, Trouble> {
        self.tera.render(template, context).trouble(
            || format!("il modello `{template}` dell'aspetto `{}` non si può usare", self.name),
            "correggere il modello nel punto indicato, o togliere il file per tornare a quello del programma",
        )
    }
}

fn is_template(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "html" || ending == "xml")
}

/// The stylesheet: the theme's own whole one, else its parts one after the other.
fn stylesheet(files: &Shelf, name: &str) -> Result<String, Trouble> {
    let whole = files.get(&format!("{STATIC}{STYLESHEET}")).map(|bytes| (STYLESHEET, bytes));
    let parts = files.below(STYLES).filter(|(path, _)| path.ends_with(".css"));
    let mut joined = String::new();
    for (path, bytes) in whole.map_or_else(|| parts.collect(), |whole| vec![whole]) {
        let text = std::str::from_utf8(bytes).trouble(
            || format!("nell'aspetto `{name}` il foglio di stile `{path}` non è scritto in UTF-8"),
            "salvare il file in UTF-8",
        )?;
        joined.push_str(text.trim_start_matches('\u{feff}'));
        joined.push('\n');
    }
    Ok(joined)
}

fn pages(files: &Shelf, name: &str) -> Result<Option<BTreeSet<PageKind>>, Trouble> {
    let Some(bytes) = files.get("theme.yaml") else { return Ok(None) };
    let advice = "controllare il file theme.yaml: `pages:` è un elenco di generi di pagina";
    let what = || format!("il file `themes/{name}/theme.yaml` non si può leggere");
    let text = std::str::from_utf8(bytes).trouble(what, advice)?;
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(None);
    }
    let settings: Settings = serde_saphyr::from_str(text).trouble(what, advice)?;
    let Some(words) = settings.pages else { return Ok(None) };
    let mut kinds = BTreeSet::new();
    for word in words {
        let kind = PageKind::named(&word).ok_or_else(|| {
            let known: Vec<_> = PageKind::ALL.iter().map(|kind| kind.name()).collect();
            Trouble::new(
                format!("in `themes/{name}/theme.yaml` il genere di pagina `{word}` non esiste"),
                format!("i generi sono {}", known.join(", ")),
            )
        })?;
        kinds.insert(kind);
    }
    Ok(Some(kinds))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let root = tempfile::tempdir().expect("a temporary folder");
        for (path, text) in files {
            let path = root.path().join("themes").join(path);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::fs::write(path, text).expect("a file");
        }
        root
    }

    #[test]
    fn the_default_theme_needs_no_folder() {
        let root = folder(&[]);
        let theme = Theme::load(root.path(), "istituzionale").expect("the default theme");
        assert!(theme.stylesheet().contains(":root"));
        assert!(PageKind::ALL.iter().all(|kind| theme.renders(*kind)));
    }

    #[test]
    fn a_theme_without_a_folder_is_trouble() {
        let root = folder(&[]);
        for name in ["altro", "", "..", "a/b"] {
            assert!(Theme::load(root.path(), name).is_err(), "{name}");
        }
    }

    #[test]
    fn a_file_of_the_folder_stands_for_the_one_inside() {
        let root = folder(&[("mio/static/stile.css", "body{}"), ("mio/theme.yaml", "pages: [landing, processo]")]);
        let theme = Theme::load(root.path(), "mio").expect("a theme");
        assert_eq!(theme.stylesheet(), "body{}\n");
        assert!(theme.renders(PageKind::Process) && !theme.renders(PageKind::Areas));
        assert!(theme.assets().any(|(path, _)| path == "risorse/favicon.svg"));
    }

    #[test]
    fn a_part_of_the_stylesheet_stands_for_that_part_alone() {
        let root = folder(&[("mio/stile/10-variabili.css", ":root{--fascia:#123}")]);
        let theme = Theme::load(root.path(), "mio").expect("a theme");
        assert!(theme.stylesheet().starts_with(":root{--fascia:#123}"));
        assert!(!theme.stylesheet().contains("#0b438b") && theme.stylesheet().contains(".gettone"));
        let (_, published) = theme.assets().find(|(path, _)| path == "risorse/stile.css").expect("a stylesheet");
        assert_eq!(published, theme.stylesheet().as_bytes());
    }

    #[test]
    fn a_wrong_template_or_kind_is_trouble_that_names_it() {
        let root = folder(&[("mio/templates/area.html", "{% if %}")]);
        let trouble = Theme::load(root.path(), "mio").expect_err("a syntax error").to_string();
        assert!(trouble.contains("aspetto `mio`") && trouble.contains("area.html"), "{trouble}");
        let root = folder(&[("mio/theme.yaml", "pages: [altro]")]);
        let trouble = Theme::load(root.path(), "mio").expect_err("an unknown kind").to_string();
        assert!(trouble.contains("`altro`"), "{trouble}");
    }
}

//! The look of the site and of the PDFs: templates, stylesheet and other files, from the program itself or from the folder of an
//! administration.
//!
//! Owns where a theme's files come from and how its templates are run. Knows nothing of what stands on a page.

mod built_in;
mod colour;
mod contrast;
mod counted;
mod css_signs;
mod ending;
mod family;
mod foreign;
mod gauge;
mod handed;
mod includes;
mod logo;
mod markup;
mod missing;
mod own_style;
mod palette;
mod settings;
mod stray;
mod stylesheet;
mod template_fault;
mod template_message;
mod template_nesting;
mod template_tags;
mod templates;
mod theme_files;
mod typeface;
mod unbroken;
mod used;

use crate::model::USUAL_THEME;
use crate::output::ASSETS;
use crate::picture::Picture;
use crate::routes::PageKind;
use crate::trouble::Trouble;
pub use built_in::BuiltIn;
use include_dir::{Dir, include_dir};
use logo::logo;
use palette::{Palette, Scheme};
use settings::ThemeSettings;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use stylesheet::Stylesheet;
use templates::Templates;
use theme_files::ThemeFiles;
pub use unbroken::unbroken_html;

/// The theme that is inside the program.
static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/istituzionale");

/// The folder of a theme that holds the files published as they are.
const STATIC: &str = "static/";

/// The folder of a theme that holds the templates.
const TEMPLATES: &str = "templates/";

/// The folder of a theme that holds the Typst files of the PDFs.
const PRINT: &str = "print/";

/// The folder of a theme that holds the parts of the stylesheet, joined in the order of their names.
const STYLES: &str = "stile/";

/// The settings of a theme.
const SETTINGS: &str = "theme.yaml";

/// What to do about a wrong template.
const MEND: &str = "correggere il modello nel punto indicato, o togliere il file per tornare a quello del programma";

/// Templates, stylesheet and files of a look.
#[derive(Debug)]
pub struct Theme {
    name: String,
    templates: Arc<Templates>,
    files: ThemeFiles,
    /// The stylesheet, whole.
    stylesheet: String,
    /// The same for a page that asks for no file.
    rules: String,
    palette: Palette,
    /// The picture of an administration without a coat of arms.
    logo: Option<Picture>,
    /// The kinds of page that it renders; `None` = all.
    pages: Option<BTreeSet<PageKind>>,
    /// What is to be told of it.
    warnings: Vec<String>,
}

impl Theme {
    /// The theme called `name` of the folder `root`: the one inside the program, with every file that
    /// `themes/<name>/` has in its own version. The usual one, where a folder changes nothing of it, is read once for all the folders of a
    /// run.
    ///
    /// # Errors
    ///
    /// When the folder of a theme other than the usual one does not exist, a file cannot be read, or a template is wrong.
    pub fn load(root: &Path, name: &str) -> Result<Arc<Self>, Trouble> {
        static USUAL: OnceLock<Arc<Theme>> = OnceLock::new();
        let folder = root.join("themes").join(name);
        let safe = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\']);
        if !safe || (name != USUAL_THEME && folder.metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound)) {
            return Err(Trouble::new(
                format!("l'aspetto `{name}` non esiste: non c'è la cartella `themes/{name}`"),
                "in data/ente.yaml scrivere `aspetto: istituzionale`, o creare quella cartella",
            ));
        }
        let mut files = ThemeFiles::embedded(&DEFAULT);
        files.lay_over(root, name)?;
        if name != USUAL_THEME || files.own().next().is_some() {
            return Self::of(files, name).map(Arc::new);
        }
        if let Some(usual) = USUAL.get() {
            return Ok(Arc::clone(usual));
        }
        let read = Arc::new(Self::of(files, name)?);
        Ok(Arc::clone(USUAL.get_or_init(|| read)))
    }

    /// The theme that these files are.
    fn of(mut files: ThemeFiles, name: &str) -> Result<Self, Trouble> {
        let settings = files.get(SETTINGS).map(|bytes| ThemeSettings::read(bytes, name)).transpose()?;
        let settings = settings.unwrap_or_default();
        let pages = settings.pages(name)?;
        let logo = settings.logo.as_deref().map(|path| logo(&files, path, name)).transpose()?;
        let templates = templates::shared(&files, name, pages.as_ref())?;
        let Stylesheet { faces, rules, palette } = stylesheet::joined(&files, &settings, name)?;
        let mut warnings = contrast::warnings(&palette);
        warnings.extend(foreign::warnings(&files));
        warnings.extend(missing::warnings(&files));
        warnings.extend(stray::strays(&files, &ThemeFiles::embedded(&DEFAULT)));
        if let Some(typeface) = &settings.carattere {
            warnings.extend(typeface.misnamed(&files, name)?);
            typeface.lend_to_paper(&mut files, name)?;
        }
        let name = name.to_owned();
        Ok(Self { name, templates, files, stylesheet: faces + &rules, rules, palette, logo, pages, warnings })
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The stylesheet of the theme that is inside the program.
    ///
    /// # Errors
    ///
    /// Never, as long as that theme is well made.
    pub fn usual_stylesheet() -> Result<String, Trouble> {
        let files = ThemeFiles::embedded(&DEFAULT);
        Ok(stylesheet::joined(&files, &ThemeSettings::default(), USUAL_THEME)?.rules)
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
        let others = self.files.below(STATIC).filter(|(path, _)| *path != stylesheet::WHOLE);
        others
            .chain([(stylesheet::WHOLE, self.stylesheet.as_bytes())])
            .map(|(path, bytes)| (format!("{ASSETS}{path}"), bytes))
    }

    /// The Typst files of the PDFs, with their path below the folder of a theme that holds them.
    pub fn print_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.below(PRINT)
    }

    /// The picture of an administration that has no coat of arms; it is among the [assets](Self::assets).
    pub fn logo(&self) -> Option<&Picture> {
        self.logo.as_ref()
    }

    /// The colour of the band of the administration, light and dark, as `#rrggbb`: what surrounds the page may take it on.
    pub fn band_colours(&self) -> Option<(String, String)> {
        let band = |scheme| self.palette.get("fascia", scheme).map(colour::Colour::css);
        band(Scheme::Light).zip(band(Scheme::Dark))
    }

    /// What is hard to read in its colours, what it asks of other sites, which of its files nothing uses: a sentence each.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }
}

/// Whether a file is a template, by its name.
fn is_template(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "html" || ending == "xml")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::Section;

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
        assert!(PageKind::all().all(|kind| theme.renders(kind)));
    }

    #[test]
    fn a_template_for_each_kind_of_page_is_called_like_it() {
        let files = ThemeFiles::embedded(&DEFAULT);
        for kind in PageKind::all() {
            assert!(files.get(&format!("{TEMPLATES}{}.html", kind.name())).is_some(), "{}", kind.name());
        }
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
        assert!(theme.renders(PageKind::Process) && !theme.renders(PageKind::Section(Section::Areas)));
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
        for (yaml, named) in [
            ("pages: [altro]", "`altro`"),
            ("pagine: [landing]", "pagine"),
            ("colori: { nero: '#000' }", "`nero` non esiste"),
            ("colori: { fascia: red }", "`red`"),
            ("colori_scuri:\n  fascia: #005c3c\n", "è vuoto"),
            ("colori: { fascia: '#fff;} body{display:none' }", "`fascia` non si può leggere"),
            ("logo: manca.svg", "`manca.svg` non c'è"),
            ("logo: ../theme.yaml", "non c'è"),
            ("logo: ricerca.js", "non è un'immagine"),
        ] {
            let root = folder(&[("mio/theme.yaml", yaml)]);
            let trouble = Theme::load(root.path(), "mio").expect_err(yaml).to_string();
            assert!(trouble.contains(named) && trouble.contains("mio"), "{yaml}: {trouble}");
        }
        let root = folder(&[("mio/theme.yaml", "colori: { fascia: '#000' }"), ("mio/static/stile.css", "body{}")]);
        assert!(Theme::load(root.path(), "mio").is_err(), "a whole stylesheet has its own colours");
    }

    #[test]
    fn the_usual_colours_can_be_read_and_those_of_a_theme_are_measured() {
        let theme = Theme::load(folder(&[]).path(), "istituzionale").expect("the default theme");
        assert_eq!(theme.warnings(), [""; 0]);
        let root =
            folder(&[("mio/theme.yaml", "colori: { fascia: '#7fb3ff' }\ncolori_scuri: { fascia: '#005c3c' }\n")]);
        let theme = Theme::load(root.path(), "mio").expect("a theme");
        let [warning] = theme.warnings() else { panic!("{:?}", theme.warnings()) };
        assert!(warning.contains("chiari `su-fascia` su `fascia`") && warning.contains("2,1 a 1"), "{warning}");
        assert_eq!(theme.band_colours(), Some(("#7fb3ff".to_owned(), "#005c3c".to_owned())));
        let css = theme.stylesheet();
        let (own, print) = (css.find("--fascia: #7fb3ff").expect("its own"), css.find("@media print").expect("print"));
        assert!(css.find("--fascia:#0b438b").is_some_and(|usual| usual < own) && own < print, "paper comes last");
    }
}

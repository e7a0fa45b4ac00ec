use super::counted::{self, Counted, Place};
use super::gauge::{self, Excess, Failure};
use super::handed::Handed;
use super::template_tags::{Tag, tags};
use super::theme_files::ThemeFiles;
use super::used::{Used, used};
use super::{MEND, TEMPLATES, Theme, includes, is_template, template_fault};
use crate::routes::PageKind;
use crate::trouble::Trouble;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};
use tera::{Context, Tera};

/// The templates of a theme, ready to be run within limits.
#[derive(Debug)]
pub(super) struct Templates {
    tera: Tera,
    /// Their texts as they are run, by their names.
    texts: BTreeMap<String, Counted>,
    /// Where they count.
    places: Arc<Vec<Place>>,
    /// What stands between the signs of the templates that pages of the site need, one tag a line.
    asked: String,
    /// The kinds of page whose template shows the ways between the pages of a long list.
    divided: BTreeSet<PageKind>,
}

/// What such a template names.
const WAYS: &str = "paging";

/// The name by which a template asks for all that it could read.
const EVERYTHING: &str = "__tera_context";

/// The templates of a theme that pages of these kinds need (`None` = all). Those of the program, where a theme changes none of them, are
/// read once for all the folders of a run.
pub(super) fn shared(
    files: &ThemeFiles,
    theme: &str,
    pages: Option<&BTreeSet<PageKind>>,
) -> Result<Arc<Templates>, Trouble> {
    static USUAL: OnceLock<Arc<Templates>> = OnceLock::new();
    if pages.is_some() || files.own().any(|path| path.starts_with(TEMPLATES)) {
        return prepared(files, theme, pages).map(Arc::new);
    }
    if let Some(usual) = USUAL.get() {
        return Ok(Arc::clone(usual));
    }
    let read = Arc::new(prepared(files, theme, pages)?);
    Ok(Arc::clone(USUAL.get_or_init(|| read)))
}

/// Reads the templates of a theme that pages of these kinds need (`None` = all).
fn prepared(files: &ThemeFiles, theme: &str, pages: Option<&BTreeSet<PageKind>>) -> Result<Templates, Trouble> {
    let texts: BTreeMap<&str, Cow<'_, str>> = files
        .below(TEMPLATES)
        .filter(|(path, _)| is_template(path))
        .map(|(path, bytes)| (path, String::from_utf8_lossy(bytes)))
        .collect();
    let mut tags: BTreeMap<&str, Vec<Tag<'_>>> = texts.iter().map(|(path, text)| (*path, tags(text))).collect();
    let Used { templates: used, by_pages } = used(&tags, pages);
    tags.retain(|path, _| used.contains(path));
    let handed = Handed::of(tags.values().flatten());
    let mut places = Vec::new();
    let mut templates = BTreeMap::new();
    for (path, tags) in &tags {
        let Cow::Borrowed(text) = texts[path] else {
            let message = format!("nell'aspetto `{theme}` il modello `{path}` non è scritto in UTF-8");
            return Err(Trouble::new(message, "salvare il file in UTF-8"));
        };
        let counted = counted::counted(path, text, tags, &handed, &mut places).map_err(|(line, words)| {
            let message = format!("un modello dell'aspetto `{theme}` chiede troppo: in `{path}`, riga {line}: {words}");
            Trouble::new(message, MEND)
        })?;
        templates.insert((*path).to_owned(), counted);
    }
    let mut tera = Tera::new();
    tera.autoescape_on([".html", ".xml"]);
    let places = Arc::new(places);
    gauge::limit(&mut tera, &places);
    tera.add_raw_templates(templates.iter().map(|(path, template)| (path, &template.text))).map_err(|error| {
        let words = template_fault::words(&error, &templates);
        Trouble::new(format!("un modello dell'aspetto `{theme}` non è scritto bene: {words}"), MEND)
    })?;
    if let Some(path) = includes::too_deep(&tags) {
        let message = format!("nell'aspetto `{theme}` troppi modelli stanno l'uno dentro l'altro, da `{path}` in poi");
        return Err(Trouble::new(message, MEND));
    }
    let shows_ways = |kind: &PageKind| {
        templates.get(&format!("{}.html", kind.name())).is_some_and(|template| template.text.contains(WAYS))
    };
    let divided = PageKind::all().filter(shows_ways).collect();
    let asking = tags.iter().filter(|(path, _)| by_pages.contains(*path)).flat_map(|(_, tags)| tags);
    let asked = asking.map(|tag| format!("{}\n", tag.text)).collect();
    Ok(Templates { tera, texts: templates, places, asked, divided })
}

impl Theme {
    /// Whether it divides the long lists of pages of this kind: whether its template shows the ways to the other pages. To a template that
    /// does not, no row must be lost.
    pub fn divides(&self, kind: PageKind) -> bool {
        self.templates.divided.contains(&kind)
    }

    /// Whether the templates that its pages need may read a value with this name: it stands in one of their tags, or they ask for all there
    /// is.
    pub fn mentions(&self, name: &str) -> bool {
        [name, EVERYTHING].iter().any(|name| self.templates.asked.contains(name))
    }

    /// Runs a template for a site of so many `pages`, on a thread that has room for all that may be inside each other.
    pub(crate) fn render(&self, template: &str, context: &Context, pages: usize) -> Result<String, Trouble> {
        let Templates { tera, places, texts, .. } = &*self.templates;
        rayon::scope(|_| gauge::render(tera, places, template, context, pages)).map_err(|failure| {
            let Failure { error, excess, last } = *failure;
            let exact = template_fault::place(&error, texts);
            let counted = |place: Place| format!("in `{}`, riga {}", place.template, place.line);
            let said = if let Some(Excess { place, words }) = excess {
                let place = place.map(counted).or(exact).or(last.map(counted)).unwrap_or_default();
                format!("chiede troppo: {place}: {words}")
            } else {
                let words = template_fault::words(&error, texts);
                let place = last.map(counted).filter(|_| !words.starts_with("in `")).map(|place| place + ": ");
                format!("non si può usare: {}{words}", place.unwrap_or_default())
            };
            Trouble::new(format!("il modello `{template}` dell'aspetto `{}` {said}", self.name), MEND)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_usual_templates_are_read_once_and_own_ones_for_themselves() {
        let load = |path: &str, text: &str| {
            let root = tempfile::tempdir().expect("a temporary folder");
            let file = root.path().join("themes/mio").join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("the folder is made");
            fs::write(file, text).expect("the file is written");
            Theme::load(root.path(), "mio").expect("a theme")
        };
        let style = load("stile/10-variabili.css", ":root{--fascia:#123}");
        let again = load("print/lettere.typ", "");
        assert!(Arc::ptr_eq(&style.templates, &again.templates));
        let usual = || Theme::load(tempfile::tempdir().expect("a folder").path(), "istituzionale").expect("a theme");
        assert!(Arc::ptr_eq(&usual(), &usual()) && Arc::ptr_eq(&usual().templates, &again.templates));
        let own = load("templates/capo.html", "<title>{{ frame.window }}</title>");
        assert!(!Arc::ptr_eq(&own.templates, &again.templates));
        assert!(again.mentions("linked_data") && !own.mentions("linked_data") && own.mentions("frame.window"));
        let text =
            load("templates/capo.html", "<p>linked_data</p>{# linked_data #}{% raw %}{{ linked_data }}{% endraw %}");
        assert!(!text.mentions("linked_data"));
        assert!(load("templates/capo.html", "{{ __tera_context }}").mentions("linked_data"));
    }

    /// What a page may use grows with the site, whose records a page of paper shows all.
    #[test]
    fn a_page_of_a_large_site_may_turn_more_often() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let folder = root.path().join("themes/mio/templates");
        fs::create_dir_all(&folder).expect("a folder");
        let long = "x".repeat(400 * 1024);
        let text = format!("{{% for n in range(end=2000) %}}{{% if not n %}}{long}{{% endif %}}{{% endfor %}}");
        fs::write(folder.join("404.html"), text).expect("the file is written");
        let theme = Theme::load(root.path(), "mio").expect("a theme");
        let made = |pages| theme.render("404.html", &Context::new(), pages);
        assert!(made(1).unwrap_err().to_string().contains("cicli"), "{:?}", made(1));
        assert_eq!(made(10_000).expect("a page").len(), long.len());
    }
}

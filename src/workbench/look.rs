//! How the workbench looks: its templates, its stylesheet beside that of the public site, its scripts.

use super::plain_words::of_trouble;
use crate::theme::Theme;
use crate::trouble::{Context as _, Trouble};
use include_dir::{Dir, include_dir};
use serde::Serialize;
use std::borrow::Cow;
use std::sync::LazyLock;
use tera::{Context, Tera, Value};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/workbench/look/templates");
static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/workbench/look/static");

static TERA: LazyLock<Result<Tera, String>> = LazyLock::new(|| {
    let mut tera = Tera::new();
    tera.autoescape_on([".html"]);
    let files = TEMPLATES.files().filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)));
    tera.add_raw_templates(files.collect::<Vec<_>>()).map_err(|error| format!("{error:?}"))?;
    Ok(tera)
});

/// What to do about a page that cannot be made.
const DEFECT: &str = "è un difetto del programma: segnalarlo a chi lo cura";

/// A page: a template with what it shows.
///
/// # Errors
///
/// When the template asks for what is not there, which is a defect.
pub(super) fn render(template: &str, page: &impl Serialize) -> Result<String, Trouble> {
    let what = || format!("la pagina del banco `{template}` non si può preparare");
    let tera = TERA.as_ref().map_err(Clone::clone).trouble(what, DEFECT)?;
    let mut context = Context::new();
    context.insert_value("page", Value::try_from_serializable(page).trouble(what, DEFECT)?);
    tera.render(template, &context).map_err(|error| format!("{error:?}")).trouble(what, DEFECT)
}

/// A page that must be there: what went wrong stands in its place.
pub(super) fn shown(template: &str, page: &impl Serialize) -> String {
    render(template, page).unwrap_or_else(|trouble| trouble.to_string())
}

/// A page that says one thing.
pub fn message(title: &str, words: &str) -> String {
    shown("messaggio.html", &Message { title, words, undoes: None, text: None })
}

/// A page that says what cannot be shown as long as the text of a file is not mended, and leads to that text.
pub(super) fn unread(title: &str, words: &str, text: Option<&str>) -> String {
    shown("messaggio.html", &Message { title, words, undoes: None, text })
}

/// A page that says what could not be done, and what to do about it.
pub(super) fn trouble(title: &str, trouble: &Trouble) -> String {
    message(title, &of_trouble(trouble))
}

/// A page that says why a change could not be undone, and offers to leave it as it is.
pub(super) fn undo_refused(change: &str, edition: Option<&str>, trouble: &Trouble) -> String {
    let why = of_trouble(trouble);
    let words = format!("La modifica è: «{change}». {why}");
    let page = Message {
        title: "Non è stato annullato nulla",
        words: &words,
        undoes: Some(edition.unwrap_or_default()),
        text: None,
    };
    shown("messaggio.html", &page)
}

/// The last page of a workbench that is being closed: nothing else is answered any more.
pub fn farewell() -> String {
    let words = "Ciò che è stato salvato è nei file; questa pagina si può chiudere.";
    shown("chiuso.html", &Message { title: "Il banco è chiuso", words, undoes: None, text: None })
}

#[derive(Serialize)]
struct Message<'a> {
    title: &'a str,
    words: &'a str,
    /// The edition that is worked on, where a change may be left so that the one before it can be undone.
    undoes: Option<&'a str>,
    /// The address of the text that is to be mended first.
    text: Option<&'a str>,
}

/// A file that the pages use, by its name.
pub fn resource(name: &str) -> Option<Cow<'static, [u8]>> {
    match name {
        "istituzionale.css" => Theme::usual_stylesheet().ok().map(|css| Cow::Owned(css.into_bytes())),
        name => FILES.get_file(name).map(|file| Cow::Borrowed(file.contents())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_can_be_read() {
        assert!(TERA.is_ok(), "{:?}", TERA.as_ref().err());
    }

    #[test]
    fn resources_are_files_of_the_workbench_alone() {
        for name in [
            "istituzionale.css",
            "banco.css",
            "segui.js",
            "rinnova.js",
            "bozza.js",
            "cifre.js",
            "annulla.js",
            "riga.js",
            "memoria.js",
            "lavoro.js",
            "prova.js",
            "elenchi.js",
            "tavola.js",
            "banda.css",
        ] {
            assert!(resource(name).is_some_and(|bytes| !bytes.is_empty()), "{name}");
        }
        for name in ["", "altro.css", "../templates/base.html", "/etc/passwd"] {
            assert!(resource(name).is_none(), "{name}");
        }
    }

    #[test]
    fn words_are_escaped() {
        let html = message("Titolo", "<script>alert(1)</script>");
        assert!(html.contains("&lt;script&gt;") && !html.contains("<script>alert"), "{html}");
    }
}

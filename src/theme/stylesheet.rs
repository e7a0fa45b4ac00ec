use super::STYLES;
use super::css_signs::{compact, unbalanced};
use super::palette::{Palette, rules};
use super::settings::ThemeSettings;
use super::theme_files::ThemeFiles;
use crate::trouble::{Context as _, Trouble};

/// The part with the colours.
const VARIABLES: &str = "10-variabili.css";

/// The stylesheet that every page links, below the folder of the theme's files; a theme that has it whole in `static/` needs no parts.
pub(super) const WHOLE: &str = "stile.css";

/// A stylesheet, as its parts make it.
#[derive(Debug)]
pub(super) struct Stylesheet {
    /// The rules that bring typefaces along, which a page that asks for no file does without.
    pub(super) faces: String,
    /// All other rules.
    pub(super) rules: String,
    pub(super) palette: Palette,
}

/// The stylesheet, the theme's own whole one or its parts one after the other, and its colours.
///
/// The colours and the typeface of `theme.yaml` follow those that they change, so that what comes later, as the rules for paper, is left as it is.
///
/// # Errors
///
/// When a part is not UTF-8 or leaves something open, or a colour or a typeface cannot be read.
pub(super) fn joined(files: &ThemeFiles, settings: &ThemeSettings, theme: &str) -> Result<Stylesheet, Trouble> {
    if let Some(bytes) = files.get(&format!("{}{WHOLE}", super::STATIC)) {
        if settings.has_colours() || settings.carattere.is_some() {
            let what = if settings.has_colours() { "i colori" } else { "il carattere" };
            let message = format!(
                "l'aspetto `{theme}` ha un foglio di stile tutto suo, in cui ciò che `theme.yaml` dice ({what}) non ha effetto"
            );
            let advice = "scriverlo in static/stile.css, o togliere quel file per cambiare solo colori e carattere";
            return Err(Trouble::new(message, advice));
        }
        // Its colours may stand anywhere in it: they are not measured.
        let rules = format!("{}\n", text(bytes, &format!("static/{WHOLE}"), theme)?);
        return Ok(Stylesheet { faces: String::new(), rules, palette: Palette::default() });
    }
    let mut joined = Stylesheet { faces: String::new(), rules: String::new(), palette: Palette::default() };
    for (path, bytes) in files.below(STYLES).filter(|(path, _)| path.ends_with(".css")) {
        let css = text(bytes, &format!("{STYLES}{path}"), theme)?;
        joined.rules.push_str(&compact(css));
        joined.rules.push('\n');
        if path == VARIABLES {
            joined.palette = Palette::of(css);
            let [light, dark] = settings.colours(&joined.palette, theme)?;
            joined.rules.push_str(&rules(&light, &dark));
            joined.palette = joined.palette.with(&light, &dark);
            if let Some(typeface) = &settings.carattere {
                let (faces, variable) = typeface.rules(files, usual_faces(css), theme)?;
                joined.faces = faces;
                joined.rules.push_str(&variable);
            }
        }
    }
    Ok(joined)
}

/// The typefaces that the variables of a stylesheet name.
fn usual_faces(css: &str) -> &str {
    let declared = css.split_once("--carattere:").and_then(|(_, rest)| rest.split([';', '}']).next());
    declared.map(str::trim).filter(|faces| !faces.is_empty()).unwrap_or("sans-serif")
}

fn text<'a>(bytes: &'a [u8], path: &str, theme: &str) -> Result<&'a str, Trouble> {
    let text = std::str::from_utf8(bytes).trouble(
        || format!("nell'aspetto `{theme}` il foglio di stile `{path}` non è scritto in UTF-8"),
        "salvare il file in UTF-8",
    )?;
    let text = text.trim_start_matches('\u{feff}');
    match unbalanced(text) {
        None => Ok(text),
        Some((line, words)) => Err(Trouble::new(
            format!("nell'aspetto `{theme}` il foglio di stile `{path}` non è scritto bene: riga {line}: {words}"),
            "correggere il foglio nel punto indicato, o togliere il file per tornare a quello del programma",
        )),
    }
}

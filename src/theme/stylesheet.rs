use super::palette::{Palette, rules};
use super::settings::ThemeSettings;
use super::theme_files::ThemeFiles;
use crate::trouble::{Context as _, Trouble};

/// The folder of a theme that holds the parts of the stylesheet, joined in the order of their names.
const PARTS: &str = "stile/";

/// The part with the colours.
const VARIABLES: &str = "10-variabili.css";

/// The stylesheet that every page links, below the folder of the theme's files; a theme that has it whole in `static/` needs no parts.
pub(super) const WHOLE: &str = "stile.css";

/// The stylesheet, the theme's own whole one or its parts one after the other, and its colours.
///
/// The colours of `theme.yaml` follow those that they change, so that what comes later, as the rules for paper, is left as it is.
///
/// # Errors
///
/// When a part is not UTF-8, or a colour cannot be read.
pub(super) fn joined(files: &ThemeFiles, settings: &ThemeSettings, theme: &str) -> Result<(String, Palette), Trouble> {
    if let Some(bytes) = files.get(&format!("{}{WHOLE}", super::STATIC)) {
        if settings.has_colours() {
            return Err(Trouble::new(
                format!(
                    "l'aspetto `{theme}` ha un foglio di stile tutto suo: i colori di `theme.yaml` non vi hanno effetto"
                ),
                "scrivere i colori in static/stile.css, o togliere quel file per cambiare solo i colori",
            ));
        }
        // Its colours may stand anywhere in it: they are not measured.
        return Ok((format!("{}\n", text(bytes, WHOLE, theme)?), Palette::default()));
    }
    let mut joined = String::new();
    let mut palette = Palette::default();
    for (path, bytes) in files.below(PARTS).filter(|(path, _)| path.ends_with(".css")) {
        let css = text(bytes, path, theme)?;
        joined.push_str(css);
        joined.push('\n');
        if path == VARIABLES {
            palette = Palette::of(css);
            let [light, dark] = settings.colours(&palette, theme)?;
            joined.push_str(&rules(&light, &dark));
            palette = palette.with(&light, &dark);
        }
    }
    Ok((joined, palette))
}

fn text<'a>(bytes: &'a [u8], path: &str, theme: &str) -> Result<&'a str, Trouble> {
    let text = std::str::from_utf8(bytes).trouble(
        || format!("nell'aspetto `{theme}` il foglio di stile `{path}` non è scritto in UTF-8"),
        "salvare il file in UTF-8",
    )?;
    Ok(text.trim_start_matches('\u{feff}'))
}

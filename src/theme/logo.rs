use super::STATIC;
use super::theme_files::ThemeFiles;
use crate::output::ASSETS;
use crate::picture::Picture;
use crate::trouble::Trouble;

/// The logo of a theme: one of the files that it publishes.
pub(super) fn logo(files: &ThemeFiles, path: &str, theme: &str) -> Result<Picture, Trouble> {
    let Some(bytes) = files.get(&format!("{STATIC}{path}")) else {
        return Err(Trouble::new(
            format!("in `themes/{theme}/theme.yaml` il logo `{path}` non c'è"),
            format!("mettere l'immagine in `themes/{theme}/static/`, o togliere la riga"),
        ));
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/');
    if !path.chars().all(plain) {
        return Err(Trouble::new(
            format!("il nome del logo `{path}` dell'aspetto `{theme}` non va bene in un indirizzo"),
            "usare solo lettere senza accento, cifre, punti e trattini",
        ));
    }
    Picture::new(&format!("il logo `{path}` dell'aspetto `{theme}`"), format!("{ASSETS}{path}"), bytes.to_vec())
}

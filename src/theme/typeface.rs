use super::family::family;
use super::{STATIC, theme_files::ThemeFiles};
use crate::trouble::Trouble;
use serde::Deserialize;
use std::fmt::Write as _;

/// The fonts of the PDFs, below the folder of a theme: what `carattere` changes.
pub(super) const PAPER_FACES: &str = "print/carattere.typ";

/// The fonts of the PDFs that the converter is given, below the same folder.
const PAPER_FILES: &str = "print/caratteri/";

/// `carattere` of `theme.yaml`: the name of a typeface and its files, below `static/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Typeface {
    nome: Option<String>,
    normale: Option<String>,
    grassetto: Option<String>,
    corsivo: Option<String>,
    grassetto_corsivo: Option<String>,
}

/// How the file of a typeface begins, and what a stylesheet calls it.
const FORMATS: [(&[u8], &str); 5] =
    [(b"wOF2", "woff2"), (b"wOFF", "woff"), (b"OTTO", "opentype"), (b"true", "truetype"), (b"\0\x01\0\0", "truetype")];

impl Typeface {
    /// The rules that bring the typeface to the pages, and that of the variable by which they use it before the `usual` ones.
    ///
    /// # Errors
    ///
    /// When the name or a file is missing, cannot stand in a stylesheet, or is no typeface.
    pub(super) fn rules(&self, files: &ThemeFiles, usual: &str, theme: &str) -> Result<(String, String), Trouble> {
        let name = self.name(theme)?;
        let mut faces = String::new();
        for (path, weight, style) in self.faces(theme)? {
            let format = format_of(files, path, theme)?;
            // What is not there yet is drawn with the usual letters, and stays so: nothing moves under the eyes of whoever reads.
            let _ = writeln!(
                faces,
                "@font-face {{ font-family: \"{name}\"; src: url(\"{path}\") format(\"{format}\"); font-weight: {weight}; font-style: {style}; font-display: optional; }}"
            );
        }
        Ok((faces, format!(":root {{ --carattere: \"{name}\", {usual}; }}\n")))
    }

    /// Gives the typeface to the PDFs, where its files are such that the converter reads them.
    ///
    /// # Errors
    ///
    /// As for the [rules](Self::rules).
    pub(super) fn lend_to_paper(&self, files: &mut ThemeFiles, theme: &str) -> Result<(), Trouble> {
        let name = self.name(theme)?.to_owned();
        let mut lent = false;
        for (path, ..) in self.faces(theme)? {
            let readable = !format_of(files, path, theme)?.starts_with("woff");
            if let Some(bytes) = files.get(&format!("{STATIC}{path}")).filter(|_| readable).map(<[u8]>::to_vec) {
                files.lend(&format!("{PAPER_FILES}{}", path.replace('/', "-")), bytes);
                lent = true;
            }
        }
        lent |= files.below(PAPER_FILES).next().is_some();
        let faces = files.get(PAPER_FACES).and_then(|bytes| String::from_utf8(bytes.to_vec()).ok()).unwrap_or_default();
        if lent && let Some((before, after)) = faces.split_once('(') {
            files.lend(PAPER_FACES, format!("{before}(\"{name}\", {after}").into_bytes());
        }
        Ok(())
    }

    /// A sentence for each file that the PDFs would not use, in silence, for it belongs to another family than `nome` says, or cannot be read.
    /// Pages go by `nome` alone.
    pub(super) fn misnamed(&self, files: &ThemeFiles, theme: &str) -> Result<Vec<String>, Trouble> {
        let name = self.name(theme)?;
        let mut said = Vec::new();
        let mut is_lent = false;
        for (path, weight, style) in self.faces(theme)? {
            if format_of(files, path, theme)?.starts_with("woff") {
                continue;
            }
            is_lent = true;
            let is_main = weight == 400 && style == "normal";
            said.extend(files.get(&format!("{STATIC}{path}")).and_then(|bytes| misnamed(name, path, bytes, is_main)));
        }
        // Beside letters for pages alone, those of the folder for paper must have the name.
        if !is_lent {
            let others: Option<Vec<String>> = files
                .below(PAPER_FILES)
                .map(|(path, bytes)| misnamed(name, &format!("{PAPER_FILES}{path}"), bytes, true))
                .collect();
            said.extend(others.unwrap_or_default().into_iter().next());
        }
        Ok(said)
    }

    fn name(&self, theme: &str) -> Result<&str, Trouble> {
        let name = self.nome.as_deref().map_or("", str::trim);
        if name.is_empty() {
            return Err(wrong(
                theme,
                "manca `nome`",
                "scrivere il nome del carattere com'è dentro i suoi file, per esempio Titillium Web",
            ));
        }
        let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '+');
        if !name.chars().all(plain) {
            return Err(wrong(
                theme,
                &format!("il nome `{name}` ha segni che non vanno bene"),
                "usare lettere, cifre, spazi e trattini",
            ));
        }
        Ok(name)
    }

    /// Its files, each with its weight and its style.
    fn faces(&self, theme: &str) -> Result<Vec<(&str, u16, &'static str)>, Trouble> {
        let all = [
            (&self.normale, 400, "normal"),
            (&self.grassetto, 700, "normal"),
            (&self.corsivo, 400, "italic"),
            (&self.grassetto_corsivo, 700, "italic"),
        ];
        if self.normale.is_none() {
            return Err(wrong(theme, "manca `normale`", "indicare il file delle lettere normali, in static/"));
        }
        Ok(all.into_iter().filter_map(|(path, weight, style)| Some((path.as_deref()?, weight, style))).collect())
    }
}

/// Why the PDFs would not use a file of letters; nothing where they would.
fn misnamed(name: &str, path: &str, bytes: &[u8], is_main: bool) -> Option<String> {
    let Some(family) = family(bytes) else {
        return Some(format!("il file `{path}` non si legge come carattere: nei PDF non si usa"));
    };
    let advice = if is_main { format!("; se è quello voluto, scrivere `nome: {family}`") } else { String::new() };
    (family.to_lowercase() != name.to_lowercase()).then(|| {
        format!("`carattere` ha `nome: {name}`, ma il carattere di `{path}` si chiama `{family}`: nei PDF non si usa{advice}")
    })
}

/// What a stylesheet calls the format of a file.
fn format_of(files: &ThemeFiles, path: &str, theme: &str) -> Result<&'static str, Trouble> {
    let advice = format!(
        "mettere il file in `themes/{theme}/static/` e scriverne il percorso da lì, per esempio caratteri/nome.woff2"
    );
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/');
    if !path.chars().all(plain) {
        let advice = "usare solo lettere senza accento, cifre, punti e trattini";
        return Err(wrong(theme, &format!("il nome del file `{path}` non va bene in un indirizzo"), advice));
    }
    let Some(bytes) = files.get(&format!("{STATIC}{path}")) else {
        return Err(wrong(theme, &format!("il file `{path}` non c'è"), &advice));
    };
    let format = FORMATS.into_iter().find(|(start, _)| bytes.starts_with(start));
    format.map(|(_, name)| name).ok_or_else(|| {
        wrong(theme, &format!("il file `{path}` non è un carattere"), "usare un file WOFF2, WOFF, TTF oppure OTF")
    })
}

fn wrong(theme: &str, what: &str, advice: &str) -> Trouble {
    Trouble::new(format!("in `themes/{theme}/theme.yaml`, alla chiave `carattere`, {what}"), advice)
}

use super::theme_files::ThemeFiles;
use super::{PRINT, SETTINGS, STATIC, STYLES, TEMPLATES, is_template};
use crate::diagnostic::nearest;
use std::collections::BTreeSet;

/// A sentence for each file of an administration's theme that nothing uses: one in the wrong place, or by a name that nobody knows.
pub(super) fn strays(files: &ThemeFiles, built_in: &ThemeFiles) -> Vec<String> {
    let known: BTreeSet<&str> = built_in.below("").map(|(path, _)| path).collect();
    let unused = |path: &str| {
        if known.contains(path) || path == SETTINGS || path.starts_with(STATIC) || is_remark(path) {
            return None;
        }
        let near = || near(path, &known);
        let folder = [TEMPLATES, STYLES, PRINT].into_iter().find(|folder| path.starts_with(folder));
        let why = match folder {
            Some(STYLES) if path.ends_with(".css") => return None,
            Some(STYLES) => "non è un foglio di stile (`.css`)",
            Some(PRINT) if path.ends_with(".ttf") || path.ends_with(".otf") => return None,
            Some(folder) if is_named(files, &path[folder.len()..]) => return None,
            Some(TEMPLATES) if is_template(path) => "non è un modello del programma, e nessun modello lo usa",
            Some(TEMPLATES) => "non è un modello (`.html`)",
            Some(_) => "non è usato da nessun modello di stampa",
            None => "non è in una cartella che il programma legge (templates, stile, static, print)",
        };
        let near = near().map_or_else(String::new, |near| format!(": forse si intendeva `{near}`"));
        Some(format!("il file `{path}` {why}{near}"))
    };
    files.own().filter_map(unused).collect()
}

/// Whether a template or a Typst file names a file between quotes.
fn is_named(files: &ThemeFiles, name: &str) -> bool {
    let texts = [TEMPLATES, PRINT].into_iter().flat_map(|folder| files.below(folder));
    texts.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok()).any(|text| names(text, name))
}

/// Whether a text has a name between quotes, as it is or as a path that begins with `/` or `./`.
fn names(text: &str, name: &str) -> bool {
    const QUOTES: [char; 2] = ['"', '\''];
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].trim_end_matches(['.', '/']);
        before.ends_with(QUOTES) && text[at + name.len()..].starts_with(QUOTES)
    })
}

/// The one known path that was meant by another.
fn near<'k>(path: &str, known: &BTreeSet<&'k str>) -> Option<&'k str> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let all = || known.iter().copied().chain([SETTINGS]);
    let is_same = |other: &&str| other.rsplit('/').next() == Some(name);
    let mut same = all().filter(is_same);
    if let (Some(one), None) = (same.next(), same.next()) {
        return Some(one);
    }
    let siblings = all().filter(|other| other.rsplit_once('/').map_or("", |(folder, _)| folder) == folder);
    let stem = |path: &'k str| path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    nearest(path, siblings.clone())
        .or_else(|| {
            let wanted = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
            let near = nearest(wanted, siblings.map(stem))?;
            all().find(|other| stem(other) == near)
        })
        .or_else(|| nearest(path, all()))
}

/// Whether a file is for the people who keep the theme.
fn is_remark(path: &str) -> bool {
    let upper = path.to_uppercase();
    !path.contains('/') && (upper.ends_with(".MD") || upper.ends_with(".TXT") || upper.starts_with("LICEN"))
}

#[cfg(test)]
mod tests {
    use super::super::DEFAULT;
    use super::*;

    #[test]
    fn what_nobody_uses_is_told_with_the_name_that_was_meant() {
        let built_in = ThemeFiles::embedded(&DEFAULT);
        let told = |path: &str, more: &[(&str, &str)]| {
            let mut files = ThemeFiles::embedded(&DEFAULT);
            for (path, text) in [(path, "x")].iter().chain(more) {
                files.add(path, text.as_bytes().to_vec());
            }
            strays(&files, &built_in)
        };
        for fine in [
            "templates/landing.html",
            "stile/95-mio.css",
            "static/qualunque.xyz",
            "theme.yaml",
            "LEGGIMI.md",
            "LICENSE",
        ] {
            assert_eq!(told(fine, &[]), [""; 0], "{fine}");
        }
        assert_eq!(told("templates/mio.html", &[("templates/piede.html", "{% include \"mio.html\" %}")]), [""; 0]);
        assert_eq!(told("print/mio.typ", &[("print/note.typ", "#import \"/mio.typ\": a")]), [""; 0]);
        for (path, near) in [
            ("templates/landig.html", "templates/landing.html"),
            ("templates/piede.htm", "templates/piede.html"),
            ("template/piede.html", "templates/piede.html"),
            ("piede.html", "templates/piede.html"),
            ("theme.yml", "theme.yaml"),
            ("print/frontespizo.typ", "print/frontespizio.typ"),
        ] {
            let [told] = &told(path, &[])[..] else { panic!("{path}") };
            assert!(
                told.contains(&format!("`{path}`")) && told.ends_with(&format!("forse si intendeva `{near}`")),
                "{told}"
            );
        }
    }
}

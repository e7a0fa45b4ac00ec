//! The files that the stylesheets and templates of a theme name among those that are published with the site, and that are not there.

use super::foreign::{FETCHED, fetched, is_remote, line_of};
use super::markup::elements;
use super::stylesheet::WHOLE;
use super::theme_files::ThemeFiles;
use super::{STATIC, STYLES};
use crate::diagnostic::nearest;
use crate::output::ASSETS;
use crate::picture::{Album, Picture};
use percent_encoding::percent_decode_str;

/// A sentence for each file that one of the administration's own files names, and that the site will not have.
pub(super) fn warnings(files: &ThemeFiles) -> Vec<String> {
    let texts = files.own().filter_map(|path| Some((path, std::str::from_utf8(files.get(path)?).ok()?)));
    let told = |(path, text)| {
        let named = named(path, text).into_iter().filter(|named| !is_there(files, &named.path));
        named.map(|named| sentence(files, path, text, &named)).collect::<Vec<_>>()
    };
    texts.flat_map(told).collect()
}

/// A published file that another one names.
#[derive(Debug, PartialEq, Eq)]
struct Named<'t> {
    /// The byte at which it is named.
    at: usize,
    /// How it is named.
    address: &'t str,
    /// Its path below the folder of the published files.
    path: String,
}

fn named<'t>(path: &str, text: &'t str) -> Vec<Named<'t>> {
    match path.rsplit('.').next() {
        Some("html") => in_template(text),
        // The parts become one sheet beside the files of `static/`; an `@import` in one of them is told as that.
        Some("css") if path.starts_with(STYLES) => in_stylesheet("", text, false),
        Some("css") => path.strip_prefix(STATIC).map_or_else(Vec::new, |path| {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            in_stylesheet(folder, text, true)
        }),
        _ => Vec::new(),
    }
}

fn in_stylesheet<'t>(folder: &str, css: &'t str, imports: bool) -> Vec<Named<'t>> {
    let fetched = fetched(css, true).into_iter().filter(|fetched| imports || !fetched.is_import);
    fetched
        .filter_map(|fetched| {
            let address = fetched.address.trim();
            Some(Named { at: fetched.at, address, path: below(folder, address)? })
        })
        .collect()
}

/// The files that a template names in full, below the folder of the published ones.
fn in_template(html: &str) -> Vec<Named<'_>> {
    let mut named = Vec::new();
    for element in elements(html) {
        for attribute in &element.attributes {
            let is_fetched = FETCHED.contains(&attribute.name.as_str())
                || attribute.name == "href" && matches!(element.name.as_str(), "link" | "use" | "image");
            let addresses = attribute.value.split(ASSETS).skip(1).filter(|_| is_fetched);
            for address in addresses {
                let address = &address[..address.find([' ', ',', '\n', '{']).unwrap_or(address.len())];
                // What an expression completes is not known here.
                if attribute.value.contains(&format!("{ASSETS}{address}{{")) {
                    continue;
                }
                named.extend(below("", address).map(|path| Named { at: attribute.at, address, path }));
            }
        }
    }
    named
}

/// The path to which an address leads from a folder of published files; `None` if it is none of them.
fn below(folder: &str, address: &str) -> Option<String> {
    let file = address.split(['?', '#']).next().unwrap_or_default();
    if file.is_empty() || file.starts_with('/') || file.contains([':', '\\']) || is_remote(address) {
        return None;
    }
    let file = percent_decode_str(file).decode_utf8().ok()?;
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in file.split('/') {
        match part {
            "" | "." => {}
            // Above that folder stand the pages.
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Whether there is such a file, or may be: the pictures of the administration stand beside those of the theme.
fn is_there(files: &ThemeFiles, path: &str) -> bool {
    let others = [Picture::FOLDER, Album::FOLDER];
    let is_other = others.iter().any(|folder| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
    is_other || path == WHOLE || files.get(&format!("{STATIC}{path}")).is_some()
}

fn sentence(files: &ThemeFiles, from: &str, text: &str, named: &Named<'_>) -> String {
    let Named { at, address, path } = named;
    let beside = files.get(&format!("{STYLES}{path}")).is_some();
    let near = || nearest(path, files.below(STATIC).map(|(path, _)| path));
    let help = match near().filter(|_| !beside) {
        Some(near) => format!("forse si intendeva `{near}`"),
        None if beside => format!("spostarlo da {STYLES} in {STATIC}"),
        None => format!("metterlo in {STATIC}"),
    };
    let line = line_of(text, *at);
    format!("in `{from}`, riga {line}, il file `{address}` non c'è: {help}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(path: &str, text: &str) -> Vec<String> {
        named(path, text).into_iter().map(|named| named.path).collect()
    }

    #[test]
    fn the_files_that_are_named_are_found_where_they_would_be() {
        for (path, text, expected) in [
            ("stile/a.css", "a{background:url(x.png)} b{background:url('./i/y.svg#z')}", &["x.png", "i/y.svg"][..]),
            ("stile/a.css", "@font-face{src:url(mio%20carattere.woff2?v=1)}", &["mio carattere.woff2"]),
            ("stile/a.css", "a{background:image-set(\"x.png\" 1x, \"y.png\" 2x)}", &["x.png", "y.png"]),
            ("static/i/a.css", "@import 'b.css'; a{background:url(../x.png)}", &["i/b.css", "x.png"]),
            (
                "templates/a.html",
                "<img src=\"{{ root }}risorse/x.png\" srcset=\"{{ root }}risorse/y.png 2x\">",
                &["x.png", "y.png"],
            ),
            ("templates/a.html", "<link rel=\"stylesheet\" href=\"{{ root }}risorse/a.css\">", &["a.css"]),
        ] {
            assert_eq!(paths(path, text), expected, "{text}");
        }
        for (path, text) in [
            ("stile/a.css", "@import 'b.css'; a{background:url(data:image/png;base64,a)} b{filter:url(#ombra)}"),
            ("stile/a.css", "/* url(x.png) */ a{background:url(https://x.it/a.png)} b{background:url(/x.png)}"),
            ("stile/a.css", "a::after{content:\"x.png\"} b{background:url(../2026-2028/x.png)} c{background:url()}"),
            ("static/a.js", "fetch('x.json')"),
            (
                "templates/a.html",
                "<script src=\"{{ root }}risorse/{{ name }}.js\"></script> <a href=\"risorse/x.png\">x</a>",
            ),
        ] {
            assert_eq!(paths(path, text), [""; 0], "{text}");
        }
    }
}

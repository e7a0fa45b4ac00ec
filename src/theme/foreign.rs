//! What the files of a theme ask of other sites, or do that the policy of the site forbids: a browser would not do it.

use super::STYLES;
use super::css_signs::{Piece, pieces};
use super::ending::without_ending;
use super::markup::elements;
use super::theme_files::ThemeFiles;

/// Something that a browser would refuse: the line from 1, and why in Italian.
pub(super) type Refused = (usize, String);

/// The attributes of any element whose file is fetched.
pub(super) const FETCHED: [&str; 6] = ["src", "srcset", "poster", "background", "data", "xlink:href"];

/// The relations of a `link` for which nothing is fetched.
const POINTERS: [&str; 12] = [
    "alternate",
    "author",
    "bookmark",
    "canonical",
    "help",
    "license",
    "me",
    "next",
    "prev",
    "privacy-policy",
    "search",
    "terms-of-service",
];

/// The functions of a stylesheet that fetch any of the texts that they are given.
const FETCHING_FUNCTIONS: [&str; 5] = ["url", "src", "image", "image-set", "cross-fade"];

/// What stands before a text in a script or a stylesheet whose address is fetched.
const FETCHING: [&str; 12] = [
    "url(",
    "src(",
    "@import",
    "image-set(",
    "fetch(",
    "importscripts(",
    "worker(",
    "eventsource(",
    "import(",
    "import",
    "from",
    ".src =",
];

/// A sentence for each thing in the administration's own files that the site does not allow.
pub(super) fn warnings(files: &ThemeFiles) -> Vec<String> {
    let texts = files.own().filter_map(|path| Some((path, std::str::from_utf8(files.get(path)?).ok()?)));
    texts
        .flat_map(|(path, text)| {
            refused(path, text).into_iter().map(move |(line, words)| format!("in `{path}`, riga {line}, {words}"))
        })
        .collect()
}

/// What a file of a theme asks for that the site does not allow.
pub(super) fn refused(path: &str, text: &str) -> Vec<Refused> {
    let ending = path.rsplit('.').next().unwrap_or_default();
    match ending {
        "html" | "xml" => in_template(text),
        "css" => {
            let late = if path.starts_with(STYLES) { joined_too_late(text) } else { Vec::new() };
            in_code(text, true).into_iter().chain(late).collect()
        }
        "js" | "mjs" => in_code(text, false),
        "typ" => packages(text),
        _ => Vec::new(),
    }
}

fn in_template(text: &str) -> Vec<Refused> {
    let mut refused = Vec::new();
    for element in elements(text) {
        let value = |name: &str| element.attributes.iter().find(|it| it.name == name).map(|it| it.value);
        for attribute in &element.attributes {
            let line = line_of(text, attribute.at);
            let name = attribute.name.as_str();
            let is_pointer =
                || value("rel").is_none_or(|rel| rel.split_whitespace().all(|one| POINTERS.contains(&one)));
            let fetched = match name {
                "href" => element.name == "link" && !is_pointer() || matches!(element.name.as_str(), "use" | "image"),
                "data" => element.name == "object",
                _ => FETCHED.contains(&name),
            };
            if fetched {
                let remote = attribute.value.split([',', ' ', '\n']).find(|part| is_remote(part));
                refused.extend(remote.map(|address| (line, elsewhere(address))));
            } else if name == "style" {
                refused
                    .push((line, "l'attributo `style` non ha effetto: il sito lo vieta; usare una classe".to_owned()));
            } else if name.len() > 4 && name.starts_with("on") {
                refused.push((
                    line,
                    format!("l'attributo `{name}` non ha effetto: il sito lo vieta; usare uno script in static/"),
                ));
            }
        }
    }
    refused
}

fn in_code(text: &str, is_style: bool) -> Vec<Refused> {
    let remote = fetched(text, is_style).into_iter().filter(|fetched| is_remote(fetched.address));
    remote.map(|fetched| (line_of(text, fetched.at), elsewhere(fetched.address))).collect()
}

/// What a stylesheet or a script asks for.
#[derive(Debug)]
pub(super) struct Fetched<'t> {
    /// The byte at which it is asked for.
    pub(super) at: usize,
    pub(super) address: &'t str,
    /// Whether it is a stylesheet that is brought in by another.
    pub(super) is_import: bool,
}

/// Everything that a stylesheet, or a script, asks for by an address.
pub(super) fn fetched(text: &str, is_style: bool) -> Vec<Fetched<'_>> {
    let mut found = Vec::new();
    // Of the brackets that are open, whether what they hold is fetched.
    let mut open = Vec::new();
    for (at, piece) in pieces(text) {
        let before = &text[..at];
        let address = match piece {
            Piece::Bracket('(' | '[' | '{') => {
                open.push(is_style && is_fetching(before));
                continue;
            }
            Piece::Bracket(_) => {
                open.pop();
                continue;
            }
            Piece::Address(address) if is_style => address,
            Piece::Quoted(address) => {
                let is_given = open.last() == Some(&true);
                if !(is_given || fetches(before, is_style)) || is_remark(before, is_style) {
                    continue;
                }
                address
            }
            _ => continue,
        };
        found.push(Fetched { at, address, is_import: is_style && is_import(before) });
    }
    found
}

/// Whether the address behind what stands here is that of a stylesheet that is brought in.
fn is_import(before: &str) -> bool {
    let before = without_remarks(before);
    let before = without_ending(before, &["url("]).unwrap_or(before);
    without_ending(without_remarks(before), &["@import"]).is_some()
}

/// The lines of a part of the stylesheet that bring in another: browsers hear them at the beginning of a sheet alone, and the parts of a
/// theme are joined into one. What is asked of other sites is told anyway.
fn joined_too_late(css: &str) -> Vec<Refused> {
    let words = "`@import` non ha effetto: i fogli di stile/ diventano uno solo, in cui verrebbe dopo altre regole; scrivere quelle regole \
                 in un file di stile/";
    let imports = fetched(css, true).into_iter().filter(|fetched| fetched.is_import && !is_remote(fetched.address));
    imports.map(|fetched| (line_of(css, fetched.at), words.to_owned())).collect()
}

/// Packages that the converter of the PDFs would fetch.
fn packages(text: &str) -> Vec<Refused> {
    let lines = text.lines().enumerate();
    let package = |line: &str| {
        let rest = line.trim_start().strip_prefix("#import")?.trim_start().strip_prefix("\"@")?;
        Some(format!(
            "`@{}` è un pacchetto preso dalla rete, che qui non c'è: copiarne i file in print/",
            rest.split('"').next()?
        ))
    };
    lines.filter_map(|(number, line)| Some((number + 1, package(line)?))).collect()
}

/// Whether what stands before a text fetches it.
fn fetches(before: &str, is_style: bool) -> bool {
    let before = if is_style { without_remarks(before) } else { before.trim_end() };
    let tail = before.char_indices().rev().nth(15).map_or(before, |(at, _)| &before[at..]).to_lowercase();
    FETCHING.iter().any(|word| tail.ends_with(word))
}

/// Whether what stands before a bracket is a function that fetches what it is given.
fn is_fetching(before: &str) -> bool {
    let function = before.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default();
    let function = function.to_ascii_lowercase();
    FETCHING_FUNCTIONS.contains(&function.trim_start_matches("-webkit-"))
}

/// A stylesheet up to a place, without the spaces and the remarks at its end.
fn without_remarks(css: &str) -> &str {
    let mut css = css.trim_end();
    while let Some(at) = css.strip_suffix("*/").and_then(|css| css.rfind("/*")) {
        css = css[..at].trim_end();
    }
    css
}

/// Whether a script has a remark on the line that ends here; a stylesheet has none of the kind.
fn is_remark(before: &str, is_style: bool) -> bool {
    !is_style && before.rsplit('\n').next().is_some_and(|line| line.contains("//"))
}

/// Whether an address is one of another site.
pub(super) fn is_remote(address: &str) -> bool {
    let address = address.trim().to_ascii_lowercase();
    ["http://", "https://", "//", "ws://", "wss://", "ftp://"].iter().any(|start| address.starts_with(start))
}

fn elsewhere(address: &str) -> String {
    let address = address.trim();
    format!("`{address}` è chiesto a un altro sito, e il sito non lo permette: mettere il file in static/")
}

/// The line of a byte, from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_are_asked_for_is_found_and_links_are_not() {
        let lines = |path: &str, text: &str| refused(path, text).iter().map(|(line, _)| *line).collect::<Vec<_>>();
        for (path, text) in [
            ("templates/a.html", "<p>\n<script src=\"https://cdn.it/a.js\"></script>"),
            ("templates/a.html", "<p>\n<link rel=\"stylesheet\" href='//fonts.it/a.css'>"),
            ("templates/a.html", "<p>\n<img alt='>' srcset=\"a.png 1x, https://x.it/a.png 2x\">"),
            ("templates/a.html", "<p>\n<iframe src=https://x.it></iframe>"),
            ("templates/a.html", "<p>\n<p style=\"color:red\">"),
            ("templates/a.html", "<p>\n<button onclick=\"a()\">"),
            ("stile/a.css", "/* */\n@import 'https://x.it/a.css';"),
            ("stile/a.css", "a{\nbackground: url( HTTPS://x.it/a.png )}"),
            ("stile/a.css", "\n@IMPORT/* x */ url(\"//x.it/a.css\") screen;"),
            ("stile/a.css", "a{\nbackground:image-set(\"a.png\" 1x, \"https://x.it/a.png\" 2x)}"),
            ("stile/a.css", "/* */\n@import \"altro.css\";"),
            ("stile/a.css", "/* */\n@import url( altro.css );"),
            ("static/a.mjs", "a();\nimport 'https://x.it/a.js'"),
            ("static/a.js", "a();\nfetch('https://x.it/a.json')"),
            ("print/a.typ", "= A\n#import \"@preview/tablex:0.1.0\": table"),
        ] {
            assert_eq!(lines(path, text), [2], "{text}");
        }
        for (path, text) in [
            ("templates/a.html", "<a href=\"https://x.it\">x</a> <link rel=\"canonical\" href=\"https://x.it\">"),
            (
                "templates/a.html",
                "{# <img src=\"https://x.it\"> #} <img src=\"{{ root }}a.png\"> <form action='https://x.it'>",
            ),
            ("templates/a.html", "{% if a < b %}<script type=\"application/ld+json\">{{ x }}</script>{% endif %}"),
            ("stile/a.css", "/* url(https://x.it) */ a[href^=\"https://\"]{b:c} d::after{content:\"https://x.it\"}"),
            ("static/a.css", "@import 'altro.css'; a{src:url('@import')}"),
            ("stile/a.css", "/* @import 'a.css'; */ @font-face{src:url(\"a.woff2\")} b::after{content:\"@import\"}"),
            ("static/a.js", "var x = 'https://www.w3.org/2000/svg'; // fetch('https://x.it')\n"),
            ("static/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ] {
            assert_eq!(lines(path, text), [0; 0], "{text}");
        }
    }
}

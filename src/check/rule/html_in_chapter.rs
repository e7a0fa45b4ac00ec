use crate::check::rule_context::RuleContext;
use crate::check::typed_chapter::{TypedChapter, typed_chapters};
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use std::ops::Range;

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";
const PLACE: &str = "Questo allegato descrive";

pub(super) static RULE: Rule = Rule {
    code: "LA517",
    name: "html-in-un-capitolo",
    severity: Severity::Warning,
    summary: "In un capitolo c'è un marcatore di HTML, come <u> o <p>, che si legge così com'è.",
    why: "I capitoli sono testo Markdown: chi legge vede i marcatori in mezzo alle parole. Soltanto `<br>` nelle celle di una tabella va a capo.",
    remedy: "Togliere il marcatore, o usare i segni dei capitoli: `**grassetto**`, `*corsivo*`, una riga vuota fra i capoversi.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: comprensibilità di ciò che si pubblica.",
    failing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "<u>Questo</u> allegato descrive")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "Nota.<br>Questo allegato descrive")]),
        Example::new(&[Edit::new(CHAPTER, PLACE, "<!-- da rivedere -->\n\nQuesto allegato descrive")]),
    ],
    passing: &[
        Example::new(&[Edit::new(CHAPTER, PLACE, "Questo allegato (< 3 pagine, `<br>`, \\<u>) descrive")]),
        Example::new(&[Edit::new(
            CHAPTER,
            "{{ tabella(\"smart-team\") }}",
            "| Sede | Orari |\n|---|---|\n| Municipio | lunedì<br>martedì |",
        )]),
    ],
};

/// What to write in the place of some elements.
const ADVICE: [(&[&str], &str); 16] = [
    (
        &["br"],
        "per andare a capo scrivere una barra inversa `\\` in fondo alla riga, o lasciare una riga vuota; `<br>` vale solo nelle celle di una tabella",
    ),
    (
        &["u", "ins", "mark"],
        "togliere il marcatore: il sottolineato si confonde con i collegamenti; per mettere in risalto scrivere `**parole**`",
    ),
    (&["b", "strong"], "per il grassetto scrivere `**parole**`"),
    (&["i", "em"], "per il corsivo scrivere `*parole*`"),
    (&["s", "del", "strike"], "per un testo barrato scrivere `~~parole~~`"),
    (
        &["p", "div", "section", "article"],
        "togliere il marcatore, e lasciare una riga vuota fra un capoverso e l'altro",
    ),
    (&["ul", "ol", "li", "dl", "dt", "dd"], "cominciare ogni voce dell'elenco con un trattino e uno spazio: `- `"),
    (
        &["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "col", "colgroup"],
        "scrivere la tabella con le barre: `| Voce | Numero |`, sotto `|---|---|`, poi le righe",
    ),
    (&["a"], "scrivere il collegamento come `[parole](indirizzo)`"),
    (
        &["img", "picture", "figure", "figcaption", "svg"],
        "mettere l'immagine nella cartella `immagini` accanto ai capitoli, e scrivere `![testo alternativo](immagini/nome.png)`",
    ),
    (&["h1", "h2", "h3", "h4", "h5", "h6"], "scrivere il titolo con i cancelletti: `## Titolo`"),
    (&["hr"], "per una riga di separazione scrivere `---` fra due righe vuote"),
    (&["sup", "sub", "small", "big"], "togliere il marcatore; per gli esponenti ci sono i segni ¹, ², ³, º"),
    (&["code", "pre", "kbd", "samp", "tt"], "racchiudere il testo fra apici inversi: `` `testo` ``"),
    (&["blockquote", "q", "cite"], "cominciare la citazione con `> `, o racchiuderla fra virgolette"),
    (
        &[
            "span", "font", "center", "abbr", "style", "script", "iframe", "video", "audio", "object", "embed", "form",
            "input", "button", "details", "summary", "nav", "header", "footer", "main", "body", "html", "head", "link",
            "meta", "label", "select", "option", "textarea", "wbr",
        ],
        "togliere il marcatore",
    ),
];

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for chapter in typed_chapters(context) {
        let mut open: Vec<String> = Vec::new();
        // `<o:p>` of a word processor is no HTML to Markdown, and is read like the rest.
        let odd = |element: &Element| element.name.contains(':') && element.name.len() < 8;
        for (_, range, literal) in chapter.paragraphs().filter(|(.., literal)| literal.contains('<')) {
            for element in elements(literal).iter().filter(|element| odd(element) && !element.closes) {
                let place = range.start + element.range.start..range.start + element.range.end;
                findings.push(finding(&chapter, &place, "togliere il marcatore"));
            }
        }
        for piece in &chapter.typed.html {
            for element in elements(chapter.slice(piece.range.clone())) {
                if piece.in_cell && element.name == "br" {
                    continue;
                }
                // What is said of `<u>` need not be said of `</u>`.
                if element.closes && open.contains(&element.name) {
                    continue;
                }
                let Some(advice) = advice(&element.name) else { continue };
                let range = piece.range.start + element.range.start..piece.range.start + element.range.end;
                findings.push(finding(&chapter, &range, advice));
                open.push(element.name);
            }
        }
    }
}

fn finding(chapter: &TypedChapter<'_>, range: &Range<usize>, advice: &str) -> Finding {
    let text = chapter.slice(range.clone());
    let message = if text.starts_with("<!--") {
        "questo commento si legge sulla pagina".to_owned()
    } else {
        format!("«{text}» è un marcatore di HTML, e si legge così com'è")
    };
    Finding::new(&RULE, chapter.span(range), message).label("HTML").help(advice)
}

fn advice(name: &str) -> Option<&'static str> {
    match name {
        "!--" => Some("un commento che nessuno deve leggere si scrive così: `{# commento #}`"),
        _ => ADVICE.iter().find(|(names, _)| names.contains(&name)).map(|(_, advice)| *advice),
    }
}

struct Element {
    range: Range<usize>,
    /// In small letters; `!--` of a comment.
    name: String,
    closes: bool,
}

/// The elements and comments of a piece of HTML, in order.
fn elements(text: &str) -> Vec<Element> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find('<').map(|at| from + at) {
        let comment = text[start..].starts_with("<!--");
        let end = if comment {
            text[start..].find("-->").map_or(text.trim_end().len(), |at| start + at + 3)
        } else {
            text[start..].find('>').map_or(text.trim_end().len(), |at| start + at + 1)
        };
        let inside = text[start + 1..end.max(start + 1)].trim_end_matches('>');
        let closes = inside.starts_with('/');
        let name = inside.trim_start_matches('/').split([' ', '/', '\n', '\r', '\t']).next().unwrap_or_default();
        let name = if comment { "!--".to_owned() } else { name.to_ascii_lowercase() };
        let shown = text[start..end].lines().next().map_or(start + 1, |line| start + line.len());
        found.push(Element { range: start..shown, name, closes });
        from = end.max(start + 1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_taken_apart() {
        let names =
            |text: &str| elements(text).into_iter().map(|element| (element.name, element.closes)).collect::<Vec<_>>();
        let pair = |name: &str, closes| (name.to_owned(), closes);
        assert_eq!(names("<P class=\"x\">uno</p><br/>"), [pair("p", false), pair("p", true), pair("br", false)]);
        assert_eq!(names("<!-- <b> -->"), [pair("!--", false)]);
        assert_eq!(names("<!-- aperto"), [pair("!--", false)]);
        assert_eq!(names("<"), [pair("", false)]);
        assert!(advice("nome").is_none() && advice("div").is_some());
    }
}

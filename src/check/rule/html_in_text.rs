use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "LA510",
    name: "html-in-un-testo",
    severity: Severity::Warning,
    summary: "In un testo delle tabelle c'è un pezzo di HTML, come &egrave; o <br>.",
    why: "I testi delle tabelle si pubblicano come sono: chi legge vede le sigle al posto delle lettere.",
    remedy: "Scrivere la lettera, o togliere il marcatore.",
    correction: Some("`piao check --fix` scrive da sé le lettere"),
    basis: "Linee guida AgID sui dati aperti: codifica UTF-8.",
    failing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti perch&eacute; lo dice la legge",
        )]),
        Example::new(&[Edit::new(
            "software.yaml",
            "scopo: Registrazione dei documenti",
            "scopo: Registrazione<br>dei documenti",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "software.yaml",
        "scopo: Registrazione dei documenti",
        "scopo: Registrazione dei documenti di R&S, con importi < 5.000 euro e > 100",
    )])],
};

/// The entities that editors of pages write in Italian texts.
const ENTITIES: [(&str, char); 34] = [
    ("amp", '&'),
    ("nbsp", ' '),
    ("quot", '"'),
    ("apos", '\''),
    ("lt", '<'),
    ("gt", '>'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("Agrave", 'À'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Igrave", 'Ì'),
    ("Ograve", 'Ò'),
    ("Ugrave", 'Ù'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("euro", '€'),
    ("deg", '°'),
    ("ordm", 'º'),
];

/// The elements that editors of pages write.
const TAGS: [&str; 22] = [
    "br", "p", "b", "i", "u", "em", "strong", "span", "div", "font", "ul", "ol", "li", "table", "tr", "td", "th", "a",
    "sup", "sub", "h1", "h2",
];

/// An entity begins with the one, an element with the other.
const SIGNS: Signs = Signs::any_of("&<");

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    if !written.signs.meets(SIGNS) {
        return;
    }
    let text = written.text;
    if let Some((range, c)) = entity(text) {
        let message = format!("«{}» è un pezzo di HTML: si intende «{c}»", &text[range.clone()]);
        let fix = if written.is_narrative() { None } else { written.fix(context, 0..text.len(), &decoded(text)) };
        findings.push(
            Finding::new(&RULE, written.span(context, range), message)
                .label("HTML")
                .help(format!("scrivere «{c}»"))
                .fix(fix),
        );
    } else if let Some(range) = tag(text).filter(|_| !written.is_narrative()) {
        let message = format!("«{}» è un marcatore di HTML, e si leggerebbe così com'è", &text[range.clone()]);
        findings.push(
            Finding::new(&RULE, written.span(context, range), message).label("HTML").help("togliere il marcatore"),
        );
    }
}

/// The first entity of a text, and the character that it stands for.
fn entity(text: &str) -> Option<(Range<usize>, char)> {
    text.match_indices('&').find_map(|(at, _)| {
        let (name, _) = text[at + 1..].split_once(';')?;
        let named = || ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
        let c = named().or_else(|| numbered(name.strip_prefix('#')?))?;
        Some((at..at + name.len() + 2, c))
    })
}

/// The character of `39` or `x27`; none that is a control.
fn numbered(digits: &str) -> Option<char> {
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(number).filter(|c| !c.is_control())
}

/// The text with characters in the place of its entities; `&amp;egrave;` was written twice and is read twice.
fn decoded(text: &str) -> String {
    let mut text = text.to_owned();
    // Each turn makes the text shorter.
    while let Some((range, c)) = entity(&text) {
        text.replace_range(range, c.encode_utf8(&mut [0; 4]));
    }
    text
}

/// The first element of HTML in a text: `<br>`, `</p>`, `<a href="…">`.
fn tag(text: &str) -> Option<Range<usize>> {
    text.match_indices('<').find_map(|(at, _)| {
        let end = at + text[at..].find('>')?;
        let inside = text[at + 1..end].trim_start_matches('/');
        let name = inside.split([' ', '/']).next()?.to_ascii_lowercase();
        TAGS.contains(&name.as_str()).then_some(at..end + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::{decoded, entity, tag};

    #[test]
    fn entities_become_the_characters_that_they_stand_for() {
        assert_eq!(
            decoded("perch&eacute; &#232; cos&igrave; d&#x27;oro R&amp;S &amp;egrave;"),
            "perché è così d'oro R&S è"
        );
        for text in ["R&S; altro", "A & B; C", "&;", "&nulla;", "&#0;", "&#xfffffff;"] {
            assert_eq!(entity(text), None, "{text}");
        }
    }

    #[test]
    fn elements_are_known_by_their_names() {
        assert_eq!(tag("uno<br/>due"), Some(3..8));
        assert_eq!(tag("</STRONG>"), Some(0..9));
        for text in ["importi < 5 e > 3", "<nome>", "a<b", "<>"] {
            assert_eq!(tag(text), None, "{text}");
        }
    }
}

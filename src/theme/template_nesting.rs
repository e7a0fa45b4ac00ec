//! Which instruction of a template is out of its place: one that closes what is not open, that does not exist, or that is never closed.

use super::template_tags::{cut_tag, name, piece, tags};
use crate::diagnostic::nearest;

/// What is open until its own `end…`.
const OPENING: [&str; 5] = ["block", "component", "filter", "for", "if"];
/// What only stands inside an `if` or a `for`.
const BRANCHES: [&str; 2] = ["elif", "else"];
/// What stands alone.
const ALONE: [&str; 7] = ["break", "continue", "extends", "include", "raw", "set", "set_global"];

/// What is wrong with the instructions on a line of a template, counted from 1, in Italian; nothing if each is in its place.
pub(super) fn misplaced(template: &str, line: usize) -> Option<String> {
    let mut open: Vec<(&str, usize)> = Vec::new();
    for tag in tags(template).into_iter().filter(|tag| !tag.word().is_empty()) {
        let (word, at) = (tag.word(), 1 + template[..tag.range.start].matches('\n').count());
        let closed = word.strip_prefix("end").filter(|closed| OPENING.contains(closed) || closed.starts_with("set"));
        let fault = match (closed, open.last()) {
            (Some(closed), Some((last, _))) if closed.starts_with(last) => {
                open.pop();
                None
            }
            (Some(_), Some((last, from))) => {
                Some(format!("`{word}` è fuori posto: prima va chiuso `{last}`, aperto alla riga {from}"))
            }
            (Some(_), None) => Some(format!("`{word}` chiude ciò che nessuno ha aperto")),
            (None, last) if BRANCHES.contains(&word) => {
                let is_inside = last.is_some_and(|(last, _)| matches!(*last, "if" | "for"));
                (!is_inside).then(|| format!("`{word}` è fuori posto: sta soltanto dentro `if` e `for`"))
            }
            (None, _) if OPENING.contains(&word) => {
                open.push((word, at));
                None
            }
            (None, _) if tag.opens_set() => {
                open.push(("set", at));
                None
            }
            (None, _) if ALONE.contains(&word) => None,
            (None, _) => {
                let near = nearest(word, OPENING.into_iter().chain(BRANCHES).chain(ALONE));
                let meant = near.map_or_else(String::new, |near| format!(": forse si intendeva `{near}`"));
                Some(format!("l'istruzione `{word}` non esiste{meant}"))
            }
        };
        if at == line && fault.is_some() {
            return fault;
        }
    }
    None
}

/// What a template leaves open at its end: the byte where it begins, and what is missing in Italian. A tag that is cut in its middle comes
/// before what it leaves open; of several things the innermost is told.
pub(super) fn unclosed(template: &str) -> Option<(usize, String)> {
    if let Some(at) = cut_tag(template) {
        let (opening, closing) = match template.as_bytes().get(at + 1) {
            Some(b'#') => ("{#", "#}"),
            Some(b'{') => ("{{", "}}"),
            _ if name(template[at + 2..].trim_start_matches('-').trim_start()) == "raw" => {
                return Some((at, "`raw` non è chiuso: manca `{% endraw %}`".to_owned()));
            }
            _ => ("{%", "%}"),
        };
        return Some((at, format!("ciò che comincia con `{opening}` non è chiuso: manca `{closing}`")));
    }
    let mut open: Vec<(usize, &str, String)> = Vec::new();
    for tag in tags(template) {
        let word = tag.word();
        if OPENING.contains(&word) || tag.opens_set() {
            open.push((tag.range.start, word, format!("{{% end{word} %}}")));
        } else if tag.opens_piece() {
            let called = piece(tag.text[1..].trim_start());
            open.push((tag.range.start, called, format!("{{% </{called}> %}}")));
        } else if word.starts_with("end") && word != "endraw" || tag.closes_piece() {
            open.pop();
        }
    }
    open.pop().map(|(at, word, closing)| (at, format!("`{word}` non è chiuso: manca `{closing}`")))
}

#[cfg(test)]
mod tests {
    use super::{misplaced, unclosed};

    #[test]
    fn what_is_never_closed_is_told_where_it_begins() {
        for (template, told) in [
            ("a\n{% if b %}\n{% for c in d %}{% endfor %}", Some((2, "`if` non è chiuso: manca `{% endif %}`"))),
            ("{% block a %}{% if b %}{% endblock a %}", Some((0, "`block` non è chiuso: manca `{% endblock %}`"))),
            ("{% set a %}b", Some((0, "`set` non è chiuso: manca `{% endset %}`"))),
            ("{% set a = 1 %}{% if b %}{% else %}{% endif %}", None),
            ("é{% <a.b(c=1)> %}{{ <d /> }}", Some((2, "`a.b` non è chiuso: manca `{% </a.b> %}`"))),
            ("{% if a %}{{ b", Some((10, "ciò che comincia con `{{` non è chiuso: manca `}}`"))),
            ("{% if a", Some((0, "ciò che comincia con `{%` non è chiuso: manca `%}`"))),
            ("{# a", Some((0, "ciò che comincia con `{#` non è chiuso: manca `#}`"))),
            ("{%- raw %}{{ a }}", Some((0, "`raw` non è chiuso: manca `{% endraw %}`"))),
        ] {
            let told = told.map(|(at, words)| (at, words.to_owned()));
            assert_eq!(unclosed(template), told, "{template}");
        }
    }

    #[test]
    fn each_instruction_out_of_its_place_is_named() {
        for (template, told) in [
            ("{% if a %}\n{% endblock %}", Some("`endblock` è fuori posto: prima va chiuso `if`, aperto alla riga 1")),
            ("\n{% endfor %}", Some("`endfor` chiude ciò che nessuno ha aperto")),
            ("\n{% fro a in b %}", Some("l'istruzione `fro` non esiste: forse si intendeva `for`")),
            ("\n{% else %}", Some("`else` è fuori posto: sta soltanto dentro `if` e `for`")),
            ("{% for a in b %}{% set c %}d{% endset %}\n{% else %}{% set e = 1 %}{% endfor %}", None),
        ] {
            assert_eq!(misplaced(template, 2).as_deref(), told, "{template}");
        }
    }
}

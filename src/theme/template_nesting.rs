//! Which instruction of a template is out of its place: one that closes what is not open, or that does not exist.

use super::template_tags::tags;
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

#[cfg(test)]
mod tests {
    use super::misplaced;

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

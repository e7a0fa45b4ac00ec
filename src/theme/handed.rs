use super::template_tags::{Tag, name, piece, unquoted};
use std::collections::BTreeSet;

/// What the templates of a theme hand to pieces that was not there before: only that can be larger than all there is.
#[derive(Debug, Default)]
pub(super) struct Handed<'t> {
    /// Pieces, each with the name of what is handed to it; those with nothing may be handed anything under any name.
    made: BTreeSet<(&'t str, Option<&'t str>)>,
}

impl<'t> Handed<'t> {
    /// What the calls in the tags of its templates hand over.
    pub(super) fn of<'a>(tags: impl Iterator<Item = &'a Tag<'t>>) -> Self
    where
        't: 'a,
    {
        let mut handed = Self::default();
        tags.for_each(|tag| handed.take(tag));
        handed
    }

    /// Whether some call makes what it hands to a piece under this name.
    pub(super) fn is_made(&self, piece: &str, parameter: &str) -> bool {
        self.made.contains(&(piece, None)) || self.made.contains(&(piece, Some(parameter)))
    }

    fn take(&mut self, tag: &Tag<'t>) {
        for at in tag.signs().filter(|(_, c)| *c == '<').map(|(at, _)| at + 1) {
            let called = piece(&tag.text[at..]);
            if !called.is_empty() {
                self.take_call(called, &tag.text[at + called.len()..]);
            }
        }
    }

    /// Reads what stands behind the name of a piece: `name={value}`, `name="text"`, `name`, up to its end.
    fn take_call(&mut self, called: &'t str, mut rest: &'t str) {
        loop {
            rest = rest.trim_start();
            if rest.is_empty() || rest.starts_with('>') || rest.starts_with("/>") {
                return;
            }
            let parameter = name(rest);
            let value = rest[parameter.len()..].trim_start().strip_prefix('=').map(str::trim_start);
            rest = match value.map(|value| (value, value.chars().next())) {
                _ if parameter.is_empty() => return self.take_anything(called),
                None => &rest[parameter.len()..],
                Some((value, Some('{'))) => {
                    let Some(end) = end_of_braces(value) else { return self.take_anything(called) };
                    if !is_there(&value[1..end]) {
                        self.made.insert((called, Some(parameter)));
                    }
                    &value[end + 1..]
                }
                Some((value, Some(quote))) => match value[1..].find(quote) {
                    Some(length) if matches!(quote, '"' | '\'' | '`') && !value[1..=length].contains('\\') => {
                        &value[length + 2..]
                    }
                    _ => return self.take_anything(called),
                },
                Some((_, None)) => return self.take_anything(called),
            };
        }
    }

    fn take_anything(&mut self, called: &'t str) {
        self.made.insert((called, None));
    }
}

/// Whether an expression gives what is there already: another name, a part of it, or a text of the template.
pub(super) fn is_there(expression: &str) -> bool {
    let expression = expression.trim();
    let is_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '[' | ']');
    let is_place = !expression.starts_with('[') && expression.chars().all(is_path);
    !expression.is_empty() && (is_place || unquoted(expression).next().is_none())
}

/// Where the braces end with which a text begins.
fn end_of_braces(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    unquoted(text).find_map(|(at, c)| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::super::template_tags::tags;
    use super::*;

    #[test]
    fn only_what_is_made_counts() {
        let template = "{{ <a.b one={x.y[0]} two=\"t\" three four={ 'u' } /> }}{% <c one={x ~ \"}\"} two={y} > %}z{% </c> %}\
            {{ x <y }}{{ <d {...all} /> }}{% set s = <e one={f({a: 1})} two={<f one={x | upper} />} /> %}";
        let handed = Handed::of(tags(template).iter());
        let made: Vec<_> = handed.made.iter().copied().collect();
        let some = |piece, parameter| (piece, Some(parameter));
        assert_eq!(made, [some("c", "one"), ("d", None), some("e", "one"), some("e", "two"), some("f", "one")]);
        assert!(handed.is_made("d", "anything") && handed.is_made("c", "one") && !handed.is_made("c", "two"));
    }

    #[test]
    fn other_names_and_texts_are_there() {
        for there in ["a", "a.b_c[0].d", " \"text } \" ", "12", "true", "'x'"] {
            assert!(is_there(there), "{there}");
        }
        for made in ["a ~ b", "a | upper", "", "[a]", "{a: 1}", "a + 1", "f(a)", "\"a\" ~ b"] {
            assert!(!is_there(made), "{made}");
        }
    }
}

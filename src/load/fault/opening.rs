use std::ops::Range;

/// A quote or a bracket that was opened and is still open further on, at its byte.
pub(super) enum Opening {
    Quote(usize),
    Bracket(usize),
}

/// Where the fault that the parser met at `offset` began: a quote or a bracket of an earlier line that was never closed there.
///
/// The parser reads on over the lines that follow, and stops at the first sign that does not fit.
pub(super) fn opening(text: &str, offset: usize) -> Option<Opening> {
    let line = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let mut brackets: Vec<usize> = Vec::new();
    let mut last_quoted: Option<Range<usize>> = None;
    let mut rest = text[..offset].char_indices().peekable();
    // Whether a value may begin here, so that a quote is no apostrophe and a bracket no part of a text.
    let mut begins = true;
    while let Some((at, c)) = rest.next() {
        match c {
            '"' | '\'' if begins => {
                let end = rest.find(|(_, next)| *next == c).map(|(end, _)| end);
                match end {
                    Some(end) => last_quoted = Some(at..end),
                    None => return (at < line).then_some(Opening::Quote(at)),
                }
            }
            '[' | '{' if begins || !brackets.is_empty() => brackets.push(at),
            ']' | '}' => drop(brackets.pop()),
            '#' if begins => drop(rest.find(|(_, next)| *next == '\n')),
            _ => {}
        }
        let spaced = rest.peek().is_none_or(|(_, next)| next.is_whitespace());
        begins = matches!(c, '\n' | '[' | '{') || (begins && c == ' ') || (spaced && matches!(c, ':' | '-' | ','));
    }
    // The quotes were closed by those that open the value of a line further on.
    let across = last_quoted
        .filter(|quoted| text[quoted.clone()].contains('\n') && text[quoted.end + 1..offset].trim().is_empty());
    let bracket = brackets.first().copied().filter(|at| *at < line);
    across.map(|quoted| Opening::Quote(quoted.start)).or(bracket.map(Opening::Bracket))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(text: &str) -> Option<&str> {
        let (text, offset) = (text.replace('^', ""), text.find('^').expect("the place of the fault"));
        let at = match opening(&text, offset)? {
            Opening::Quote(at) | Opening::Bracket(at) => at,
        };
        Some(text[at..].lines().next().unwrap_or_default()).map(|line| match line {
            "[risorse" => "[risorse",
            "\"Tributi" => "\"Tributi",
            _ => "another",
        })
    }

    #[test]
    fn a_fault_is_shown_where_it_began() {
        assert_eq!(opened("area: [risorse\nsmart_team^: [a]\n"), Some("[risorse"));
        assert_eq!(opened("nome: \"Tributi\narea: a\nprefisso: \"^200\"\n"), Some("\"Tributi"));
    }

    #[test]
    fn apostrophes_and_brackets_in_texts_open_nothing() {
        assert_eq!(opened("nome: dell'ente [a\nfasi: [b, c]\narea: a^: b\n"), None);
        assert_eq!(opened("- 'a''b'\n# \"c\n- d: e^: f\n"), None);
    }
}

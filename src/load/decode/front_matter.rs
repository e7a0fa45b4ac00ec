use crate::load::form::broken_chapter::{Fault, Mend};
use std::ops::Range;

/// The byte ranges of the front matter and of the rest.
pub(super) fn split(text: &str) -> Result<(Range<usize>, Range<usize>), Fault> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut lines = lines(text, start);
    let first = lines.next().filter(|line| line.text == "---");
    let Some(first) = first else { return Err(unopened(text, start)) };
    match lines.find(|line| line.text == "---") {
        Some(end) => Ok((first.end..end.start, end.end..text.len())),
        None => Err(unclosed(text, &first)),
    }
}

/// A line, and where it begins and the next one begins.
struct Line<'t> {
    /// Without the space at its end.
    text: &'t str,
    start: usize,
    end: usize,
}

impl Line<'_> {
    fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Whether it was meant for three hyphens.
    fn is_dashes(&self) -> bool {
        let text = self.text.trim();
        let signs =
            text.chars().all(|c| matches!(c, '-' | '*' | '=' | '+' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}'));
        signs && !text.is_empty() && (text.chars().count() > 1 || text == "—")
    }

    /// Whether it may be a line of the front matter: a key, what continues one, a remark.
    fn is_header(&self) -> bool {
        let key = self.text.split(':').next().unwrap_or_default();
        let named =
            self.text.contains(':') && !key.is_empty() && key.chars().all(|c| c.is_ascii_alphabetic() || c == '_');
        named || self.text.is_empty() || self.text.starts_with([' ', '\t', '-', '#'])
    }

    fn has_key(&self) -> bool {
        ["titolo:", "ordine:", "numero:", "parte:", "copre:"].iter().any(|key| self.text.trim_start().starts_with(key))
    }
}

fn lines(text: &str, from: usize) -> impl Iterator<Item = Line<'_>> {
    let mut start = from;
    text[from..].split_inclusive('\n').map(move |line| {
        let line = Line { text: line.trim_end(), start, end: start + line.len() };
        start = line.end;
        line
    })
}

/// The file does not begin with three hyphens.
fn unopened(text: &str, start: usize) -> Fault {
    let Some(line) = lines(text, start).find(|line| !line.text.is_empty()) else {
        return Fault::new(
            start..text.len(),
            "il capitolo è vuoto",
            "scrivere l'intestazione e il testo, o togliere il file",
        );
    };
    let three = "la prima riga deve essere di tre trattini e nient'altro: `---`";
    if line.text.trim() == "---" {
        let indent = line.text.len() - line.text.trim_start().len();
        let message = "prima dei tre trattini dell'intestazione ci sono spazi o righe vuote";
        return Fault::new(line.range(), message, three).mend(Mend::certain(start..line.start + indent, ""));
    }
    if line.is_dashes() {
        let message = format!("l'intestazione comincia con «{}», e non con tre trattini", line.text.trim());
        return Fault::new(line.range(), message, three)
            .mend(Mend::certain(start..line.start + line.text.len(), "---"));
    }
    if line.has_key() {
        let message = "prima dell'intestazione manca la riga dei tre trattini";
        return Fault::new(line.range(), message, three).mend(Mend::certain(start..line.start, "---\n"));
    }
    Fault::new(
        line.range(),
        "il capitolo non ha l'intestazione",
        "cominciare il file con una riga «---», poi `titolo: …` e `ordine: …`, poi un'altra riga «---»",
    )
}

/// The front matter that begins at a line never ends.
fn unclosed(text: &str, first: &Line<'_>) -> Fault {
    let help = "dopo l'ultima chiave dell'intestazione scrivere una riga di tre trattini: `---`";
    let dashes = |line: &Line<'_>| line.is_dashes() && !line.text.starts_with("- ");
    let end = lines(text, first.end).find(|line| dashes(line) || !line.is_header());
    let fault = Fault::new(first.range(), "l'intestazione si apre e non si chiude", help);
    match end {
        Some(line) if dashes(&line) => {
            let message = format!("l'intestazione finisce con «{}», e non con tre trattini", line.text.trim());
            Fault::new(line.range(), message, "scrivere tre trattini e nient'altro: `---`")
                .mend(Mend::certain(line.range(), "---"))
        }
        Some(line) => fault.related(line.range()).mend(Mend::guess(line.start..line.start, "---\n")),
        None => fault,
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn front_matter_ends_at_its_second_line_of_hyphens() {
        let text = "\u{feff}---\r\ntitolo: A\r\n---\r\ntesto\n---\n";
        let (header, body) = split(text).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert_eq!(&text[header], "titolo: A\r\n");
        assert_eq!(&text[body], "testo\n---\n");
    }

    #[test]
    fn each_fault_has_its_place_and_its_words() {
        for (text, place, words) in [
            ("", "", "è vuoto"),
            ("\n \n", "\n \n", "è vuoto"),
            ("titolo: A\n---\n", "titolo: A", "prima dell'intestazione manca"),
            ("\n---\ntitolo: A\n---\n", "---", "righe vuote"),
            (" ---\ntitolo: A\n---\n", " ---", "spazi"),
            ("–––\ntitolo: A\n---\n", "–––", "«–––»"),
            ("----\ntitolo: A\n---\n", "----", "«----»"),
            ("# Titolo\n", "# Titolo", "non ha l'intestazione"),
            ("---\ntitolo: A\n\nTesto.\n", "---", "non si chiude"),
            ("---\ntitolo: A\n", "---", "non si chiude"),
            ("---\ntitolo: A\n----\n\nTesto.\n", "----", "finisce con «----»"),
            ("---\ncopre:\n  - a\n- b\n—\nTesto.\n", "—", "finisce con «—»"),
        ] {
            let fault = split(text).expect_err(text);
            assert_eq!(&text[fault.range.clone()], place, "{text:?}");
            assert!(fault.message.contains(words), "{text:?}: {}", fault.message);
        }
    }
}

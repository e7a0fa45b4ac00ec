use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// A paragraph, heading, list item or cell of a chapter as people read it, and where its words stand in the Markdown.
///
/// It comes from the Markdown as it was written, so that findings can point at it; expressions and code count as a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The words, without marks of emphasis and links.
    pub text: String,
    /// Where each piece of the text begins, and the bytes of the Markdown that hold it.
    pieces: Vec<(usize, Range<usize>)>,
}

impl Passage {
    /// The bytes of the Markdown that hold a part of the text.
    pub fn range(&self, part: Range<usize>) -> Range<usize> {
        let start = self.offset(part.start);
        let end = if part.end > part.start { self.offset(part.end - 1) + 1 } else { start };
        start..end.max(start)
    }

    fn offset(&self, at: usize) -> usize {
        let piece =
            self.pieces.partition_point(|(start, _)| *start <= at).checked_sub(1).map(|index| &self.pieces[index]);
        piece.map_or(0, |(start, range)| (range.start + (at - start)).min(range.end))
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        self.pieces.push((self.text.len(), range));
        self.text.push_str(text);
    }
}

/// The passages of a chapter, in order.
pub fn passages(markdown: &str) -> Vec<Passage> {
    let written = without_expressions(markdown);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut found = Vec::new();
    let mut here = Passage::default();
    let mut in_code = false;
    for (event, range) in Parser::new_ext(&written, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell)
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell) => {
                found.push(std::mem::take(&mut here));
            }
            Event::Text(text) if !in_code => here.push(&text, range),
            Event::Code(_) => here.push("0", range),
            Event::SoftBreak | Event::HardBreak => here.push(" ", range),
            _ => {}
        }
    }
    found.push(here);
    found.retain(|passage| !passage.text.trim().is_empty());
    found
}

/// The same bytes, with zeros for every expression.
fn without_expressions(markdown: &str) -> String {
    let mut written = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(start) = ["{{", "{%", "{#"].into_iter().filter_map(|open| rest.find(open)).min() {
        let Some(end) = ["}}", "%}", "#}"].into_iter().filter_map(|close| rest[start..].find(close)).min() else {
            break;
        };
        let end = start + end + 2;
        written.push_str(&rest[..start]);
        written.push_str(&"0".repeat(end - start));
        rest = &rest[end..];
    }
    written.push_str(rest);
    written
}

#[cfg(test)]
mod tests {
    use super::passages;

    #[test]
    fn every_word_is_found_where_it_stands() {
        let markdown = "## Uno\n\nDue **tre** {{ totali.processi }}\nquattro.\n\n- cinque [sei](a.md)\n  - sette\n\n```\notto\n```\n";
        let found = passages(markdown);
        let texts: Vec<&str> = found.iter().map(|passage| passage.text.as_str()).collect();
        assert_eq!(texts, ["Uno", "Due tre 000000000000000000000 quattro.", "cinque sei", "sette"]);
        for word in ["Due", "tre", "quattro"] {
            let at = found[1].text.find(word).expect("the word is there");
            assert_eq!(&markdown[found[1].range(at..at + word.len())], word);
        }
    }

    #[test]
    fn unfinished_expressions_and_odd_letters_do_no_harm() {
        for text in ["{{ a", "}} {{", "è {% à %} ù", "&amp; &nbsp;", ""] {
            for passage in passages(text) {
                assert!(text.get(passage.range(0..passage.text.len())).is_some(), "{text}");
            }
        }
    }
}

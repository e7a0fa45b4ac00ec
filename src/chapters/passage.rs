use super::origin::{ExpandedText, Origin};
use super::tree::{ChapterTree, Inline};
use std::ops::Range;

/// A paragraph, heading, list item or cell of a chapter as its author wrote it, and where its words stand in the Markdown.
///
/// It is what the rules on wording read: what an expression made counts as a number, as does code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The words, without marks of emphasis and links.
    pub text: String,
    /// Where each piece of the text begins, and the bytes of the Markdown that hold it.
    pieces: Vec<(usize, Range<usize>)>,
    /// Whether it holds words that were written here, and not only figures.
    has_words: bool,
}

/// The words of a piece of text as the rules on wording read them: a run of a passage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    text: String,
    written: Range<usize>,
    has_words: bool,
}

impl Run {
    /// The runs of a piece of text that the parser found at `range` of the expanded text.
    pub(super) fn of(text: &str, range: &Range<usize>, expanded: &ExpandedText) -> Vec<Self> {
        let parts = expanded.parts(range);
        // An entity such as `&amp;` reads otherwise than it is written: it has no parts.
        if let [part] = parts.as_slice()
            && part.origin == Origin::Written
        {
            return vec![Self { text: text.to_owned(), written: part.written.clone(), has_words: true }];
        }
        let run = |part: super::origin::Part| match part.origin {
            Origin::Written => {
                let text = expanded.text.get(part.text).unwrap_or_default().to_owned();
                Self { text, written: part.written, has_words: true }
            }
            Origin::Repeated | Origin::Made => Self::number(part.written),
        };
        parts.into_iter().map(run).collect()
    }

    /// What stands for code or HTML.
    pub(super) fn code(range: &Range<usize>, expanded: &ExpandedText) -> Vec<Self> {
        expanded
            .written(range)
            .map(|written| Self { text: "0".to_owned(), written, has_words: false })
            .into_iter()
            .collect()
    }

    /// The space that stands for the end of a line.
    pub(super) fn space(range: &Range<usize>, expanded: &ExpandedText) -> Vec<Self> {
        expanded
            .written(range)
            .map(|written| Self { text: " ".to_owned(), written, has_words: false })
            .into_iter()
            .collect()
    }

    /// A figure, as long as the expression that made it.
    fn number(written: Range<usize>) -> Self {
        Self { text: "0".repeat(written.len().max(1)), written, has_words: false }
    }
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

    fn push(&mut self, runs: &[Run]) {
        for run in runs {
            self.pieces.push((self.text.len(), run.written.clone()));
            self.text.push_str(&run.text);
            self.has_words |= run.has_words;
        }
    }

    fn push_line(&mut self, line: &[Inline]) {
        for piece in line {
            match piece {
                Inline::Text { runs, .. }
                | Inline::Code { runs, .. }
                | Inline::Html { runs, .. }
                | Inline::SoftBreak { runs }
                | Inline::HardBreak { runs } => self.push(runs),
                Inline::Emphasis(body)
                | Inline::Strong(body)
                | Inline::Strike(body)
                | Inline::Image { body, .. }
                | Inline::Link { body, .. } => self.push_line(body),
                Inline::NoteCall(_) => {}
            }
        }
    }
}

impl ChapterTree {
    /// The passages of the chapter, in order.
    pub fn passages(&self) -> Vec<Passage> {
        let mut found = Vec::new();
        self.each_block(&mut |block| {
            block.each_line(&mut |line| {
                let mut passage = Passage::default();
                passage.push_line(line);
                if passage.has_words && !passage.text.trim().is_empty() {
                    found.push(passage);
                }
            });
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(markdown: &str) -> Vec<Passage> {
        ChapterTree::parse(markdown).passages()
    }

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

use super::change::spaced_once;
use crate::chapters::{Block, ChapterTree, Inline, plain};
use crate::model::Keyword as _;
use std::fmt::Write as _;

/// A paragraph of a chapter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Paragraph {
    /// What it says, with where its links lead and whether it is an item of a list.
    whole: String,
    /// What its readers see.
    shown: String,
}

impl Paragraph {
    /// One of which readers see all that it says.
    fn plain(text: String) -> Self {
        Self { whole: text.clone(), shown: text }
    }

    /// The words of a line.
    fn line(line: &[Inline]) -> Self {
        let words = |addresses| {
            let mut text = String::new();
            say(line, addresses, &mut text);
            spaced_once(&text)
        };
        Self { whole: words(true), shown: words(false) }
    }

    /// All that it says.
    pub(super) fn whole(&self) -> &str {
        &self.whole
    }

    /// How two paragraphs that differ are told: as they are read, where that differs.
    pub(super) fn told(one: Option<&Self>, other: Option<&Self>) -> [Vec<String>; 2] {
        let is_seen = one.map(|it| &it.shown) != other.map(|it| &it.shown);
        [one, other]
            .map(|it| it.map(|it| if is_seen { it.shown.clone() } else { it.whole.clone() }).into_iter().collect())
    }
}

/// What a chapter says, paragraph by paragraph: how lines break and how words are emphasised makes no difference, where a link leads and
/// which picture is shown does.
pub(super) fn of(tree: &ChapterTree) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    blocks(&tree.blocks, &mut paragraphs);
    paragraphs.retain(|paragraph| !paragraph.whole.is_empty());
    paragraphs
}

fn blocks(all: &[Block], paragraphs: &mut Vec<Paragraph>) {
    for block in all {
        match block {
            Block::Heading(_, line) | Block::Paragraph(line) | Block::Line(line) => {
                paragraphs.push(Paragraph::line(line));
            }
            // Without their numbers: an item that is added changes none of those below it.
            Block::List { items, .. } => items.iter().for_each(|item| {
                if let Some(first) = begun(item, paragraphs) {
                    first.whole.insert_str(0, "- ");
                }
            }),
            Block::Quote(body) => blocks(body, paragraphs),
            Block::Note { body, .. } => {
                if let Some(first) = begun(body, paragraphs) {
                    first.whole.insert_str(0, "Nota: ");
                    first.shown.insert_str(0, "Nota: ");
                }
            }
            Block::Code { text, .. } => paragraphs.push(Paragraph::plain(text.trim_end().to_owned())),
            Block::Grid(grid) => {
                let rows = std::iter::once(&grid.head).chain(&grid.rows);
                paragraphs.extend(rows.map(|row| {
                    let cells = row.iter().map(|cell| Paragraph::line(cell));
                    let (whole, shown): (Vec<_>, Vec<_>) = cells.map(|cell| (cell.whole, cell.shown)).unzip();
                    Paragraph { whole: whole.join(" | "), shown: shown.join(" | ") }
                }));
            }
            Block::Data(table) => paragraphs.push(Paragraph::plain(format!("[tavola: {}]", table.keyword()))),
            Block::Rule => {}
        }
    }
}

/// Adds the paragraphs of some blocks; the first of them.
fn begun<'p>(body: &[Block], paragraphs: &'p mut Vec<Paragraph>) -> Option<&'p mut Paragraph> {
    let first = paragraphs.len();
    blocks(body, paragraphs);
    paragraphs.get_mut(first)
}

/// The words of a line, with the addresses of its links or without.
fn say(line: &[Inline], addresses: bool, text: &mut String) {
    for piece in line {
        match piece {
            Inline::Text { text: words, .. } | Inline::Code { text: words, .. } | Inline::Html { text: words, .. } => {
                text.push_str(words);
            }
            Inline::SoftBreak { .. } | Inline::HardBreak { .. } => text.push(' '),
            Inline::Emphasis(body) | Inline::Strong(body) | Inline::Strike(body) => say(body, addresses, text),
            Inline::Link { link, body } => {
                say(body, addresses, text);
                let address = link.target.trim_start_matches("mailto:");
                if addresses && plain(body) != address {
                    let _ = write!(text, " ({address})");
                }
            }
            Inline::Image { link, caption, body } => {
                let _ = write!(text, "[figura: {}; {}] {caption}", plain(body), link.target);
            }
            Inline::NoteCall(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(markdown: &str) -> Vec<String> {
        of(&ChapterTree::parse(markdown)).into_iter().map(|paragraph| paragraph.whole).collect()
    }

    #[test]
    fn how_a_text_is_typed_makes_no_difference() {
        for (one, other) in [
            ("una riga\nlunga\n", "una\nriga  lunga\n"),
            ("*a* e **b**", "_a_ e __b__"),
            ("- a\n- b\n", "* a\n\n* b\n"),
            ("1. a\n2. b\n", "1) a\n1) b\n"),
            ("[la legge](https://a.it)", "[la legge][1]\n\n[1]: https://a.it\n"),
            ("| a | b |\n|---|---|\n| 1 | 2 |", "|a|b|\n|:--|--:|\n|1|2|"),
            ("Titolo\n------\n", "## Titolo\n"),
        ] {
            assert_eq!(said(one), said(other), "{one}");
        }
    }

    #[test]
    fn what_it_says_and_where_it_leads_does() {
        assert_eq!(said("- a\n  1. b\n\nc[^n]\n\n[^n]: d\n"), ["- a", "- b", "c", "Nota: d"]);
        assert_eq!(said("[la legge](https://a.it), <https://b.it>"), ["la legge (https://a.it), https://b.it"]);
        assert_eq!(said("![Grafico](immagini/a.png)"), ["[figura: Grafico; immagini/a.png]"]);
        assert_eq!(said("```\na\n\nb\n```\n\nc"), ["a\n\nb", "c"]);
    }

    #[test]
    fn what_readers_do_not_see_is_told_only_where_nothing_else_differs() {
        let told = |one: &str, other: &str| {
            let [one, other] = [one, other].map(|markdown| of(&ChapterTree::parse(markdown)));
            Paragraph::told(one.first(), other.first()).concat()
        };
        assert_eq!(told("- sono [69](software/)", "- sono [70](software/)"), ["sono 69", "sono 70"]);
        assert_eq!(told("[la legge](a.md)", "[la legge](b.md)"), ["la legge (a.md)", "la legge (b.md)"]);
        assert_eq!(told("- a", "a"), ["- a", "a"]);
    }
}

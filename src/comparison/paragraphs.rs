use super::change::spaced_once;
use crate::chapters::{Block, ChapterTree, Inline, plain};
use crate::model::Keyword as _;
use std::fmt::Write as _;

/// What a chapter says, paragraph by paragraph, as its readers see it: how lines break and how words are emphasised makes no difference, where
/// a link leads and which picture is shown does.
pub(super) fn of(tree: &ChapterTree) -> Vec<String> {
    let mut paragraphs = Vec::new();
    blocks(&tree.blocks, &mut paragraphs);
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

fn blocks(all: &[Block], paragraphs: &mut Vec<String>) {
    for block in all {
        match block {
            Block::Heading(_, line) | Block::Paragraph(line) | Block::Line(line) => paragraphs.push(words(line)),
            // Without their numbers: an item that is added changes none of those below it.
            Block::List { items, .. } => items.iter().for_each(|item| begun("- ", item, paragraphs)),
            Block::Quote(body) => blocks(body, paragraphs),
            Block::Note { body, .. } => begun("Nota: ", body, paragraphs),
            Block::Code { text, .. } => paragraphs.push(text.trim_end().to_owned()),
            Block::Grid(grid) => {
                let rows = std::iter::once(&grid.head).chain(&grid.rows);
                let cells = |row: &Vec<Vec<Inline>>| row.iter().map(|cell| words(cell)).collect::<Vec<_>>().join(" | ");
                paragraphs.extend(rows.map(cells));
            }
            Block::Data(table) => paragraphs.push(format!("[tavola: {}]", table.keyword())),
            Block::Rule => {}
        }
    }
}

/// Blocks whose first paragraph begins with a sign.
fn begun(sign: &str, body: &[Block], paragraphs: &mut Vec<String>) {
    let first = paragraphs.len();
    blocks(body, paragraphs);
    if let Some(first) = paragraphs.get_mut(first) {
        first.insert_str(0, sign);
    }
}

/// The words of a line, with the addresses of its links.
fn words(line: &[Inline]) -> String {
    let mut text = String::new();
    say(line, &mut text);
    spaced_once(&text)
}

fn say(line: &[Inline], text: &mut String) {
    for piece in line {
        match piece {
            Inline::Text { text: words, .. } | Inline::Code { text: words, .. } | Inline::Html { text: words, .. } => {
                text.push_str(words);
            }
            Inline::SoftBreak { .. } | Inline::HardBreak { .. } => text.push(' '),
            Inline::Emphasis(body) | Inline::Strong(body) | Inline::Strike(body) => say(body, text),
            Inline::Link { link, body } => {
                say(body, text);
                let address = link.target.trim_start_matches("mailto:");
                if plain(body) != address {
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
        of(&ChapterTree::parse(markdown))
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
}

use super::*;
use crate::chapters::ChapterTree;

fn blocks(markdown: &str) -> Vec<Block> {
    ChapterTree::parse(markdown).blocks
}

#[test]
fn a_table_stands_between_two_texts() {
    let blocks = blocks(&format!("Prima.{}Dopo.", place_of(TableName::Teams)));
    assert!(matches!(blocks[..], [Block::Paragraph(_), Block::Data(TableName::Teams), Block::Paragraph(_)]));
}

#[test]
fn headings_have_unique_anchors_and_begin_at_the_second_level() {
    let tree = ChapterTree::parse("# Uno\n\n## Perché?\n\n## Perché?\n\n### `x`\n");
    let seen: Vec<_> = tree.headings().iter().map(|heading| (heading.level, heading.id.as_str())).collect();
    assert_eq!(seen, [(2, "uno"), (2, "perche"), (2, "perche-2"), (3, "x")]);
}

#[test]
fn raw_html_becomes_text() {
    let blocks = blocks("<script>alert(1)</script>\n\nciao <b>a</b>\n");
    let Block::Line(html) = &blocks[0] else { panic!("a line is expected") };
    assert_eq!(plain(html), "<script>alert(1)</script>\n");
    let Block::Paragraph(line) = &blocks[1] else { panic!("a paragraph is expected") };
    assert_eq!(plain(line), "ciao <b>a</b>");
}

#[test]
fn a_link_knows_where_its_destination_is_written() {
    let markdown = "[a](uno.md#b \"t\") [c](<due tre>) <https://x.it> [d][e] [f](a\\_b)\n\n[e]: quattro/\n";
    let places: Vec<_> = ChapterTree::parse(markdown)
        .links()
        .into_iter()
        .map(|link| link.written.clone().map(|place| &markdown[place]))
        .collect();
    assert_eq!(places, [Some("uno.md#b"), Some("due tre"), Some("https://x.it"), Some("quattro/"), None]);
}

#[test]
fn words_of_a_tight_list_stand_outside_paragraphs() {
    let blocks = blocks("- uno\n  - due\n");
    let [Block::List { items, .. }] = &blocks[..] else { panic!("a list is expected") };
    assert!(matches!(&items[0][..], [Block::Line(_), Block::List { .. }]));
}

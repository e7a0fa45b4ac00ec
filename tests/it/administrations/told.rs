//! What a site tells its readers and the programs that read it.

use crate::site::built::{Site, select, within, words};
use scraper::{Html, Node};

/// What readers and programs are told: texts and addresses of pages, data, the index of the search.
fn told(site: &Site) -> Vec<(&str, String)> {
    let ends = [".html", ".csv", ".json", ".jsonld", "indice.js", ".xml"];
    let paths = site.paths().filter(|path| ends.iter().any(|end| path.ends_with(end)));
    paths
        .map(|path| (path, if path.ends_with(".html") { said(site.text(path)) } else { site.text(path).to_owned() }))
        .collect()
}

/// The texts of a page, and of its attributes those that are texts or addresses; what only styles and scripts read is left out.
pub fn said(page: &str) -> String {
    let page = Html::parse_document(page);
    let mut said = String::new();
    for node in page.tree.root().descendants() {
        let parent =
            node.parent().and_then(|parent| parent.value().as_element().map(|element| element.name().to_owned()));
        match node.value() {
            Node::Text(text) if parent.as_deref() != Some("style") => said.push_str(text),
            Node::Element(element) => {
                let attributes = element.attrs().filter(|(name, _)| SAID.contains(name) || name.starts_with("data-"));
                attributes.for_each(|(_, value)| said.extend([" ", value, " "]));
            }
            _ => {}
        }
    }
    said
}

const SAID: [&str; 7] = ["href", "title", "content", "aria-label", "label", "value", "placeholder"];

/// Nothing that is published has one of these words in it, whatever their case.
pub fn silent_of(site: &Site, words: &[&str]) {
    for (path, text) in told(site) {
        let text = text.to_lowercase();
        for word in words {
            let at = text.find(word);
            assert!(at.is_none(), "{path} says «{word}»: …{}…", around(&text, at.unwrap_or_default()));
        }
    }
}

fn around(text: &str, at: usize) -> String {
    let start = text[..at].char_indices().rev().nth(60).map_or(0, |(start, _)| start);
    text[start..].chars().take(140).collect()
}

/// The cells of each row of the first table that a selector finds, header included.
pub fn rows(site: &Site, path: &str, table: &str) -> Vec<Vec<String>> {
    let page = Html::parse_document(site.text(path));
    let table = select(&page, table).into_iter().next().unwrap_or_else(|| panic!("{path} has no {table}"));
    within(&table, "tr").iter().map(|row| within(row, "th, td").iter().map(words).collect()).collect()
}

pub fn row<'r>(rows: &'r [Vec<String>], first: &str) -> &'r [String] {
    rows.iter()
        .find(|row| row.first().is_some_and(|cell| cell.starts_with(first)))
        .unwrap_or_else(|| panic!("no {first} in {rows:?}"))
}

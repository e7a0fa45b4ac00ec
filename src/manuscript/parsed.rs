use super::Block;
use super::line::Span;
use std::ops::Range;

/// A block, and where it stands.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The block.
    pub block: Block,
    /// Its bytes, from the beginning of its first line, without the end of its last.
    pub range: Range<usize>,
    /// The names of the footnotes that it calls.
    pub calls: Vec<String>,
}

/// What a footnote says, and where.
#[derive(Clone, Debug)]
pub struct Definition {
    /// Its name.
    pub label: String,
    /// Its bytes.
    pub range: Range<usize>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A chapter taken apart.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Its blocks.
    pub units: Vec<Unit>,
    /// Its footnotes.
    pub definitions: Vec<Definition>,
}

impl Parsed {
    /// What a footnote says.
    pub fn note(&self, label: &str) -> Option<&[Block]> {
        self.definitions.iter().find(|own| own.label == label).map(|own| own.blocks.as_slice())
    }

    /// The addresses to which it leads.
    pub fn links(&self) -> Vec<String> {
        let spans = self.units.iter().flat_map(|unit| unit.block.lines()).flatten();
        let links = spans.filter_map(|span| if let Span::Words(words) = span { words.link.clone() } else { None });
        links.collect()
    }

    /// The footnotes in the order of their calls.
    pub fn notes(&self) -> Vec<Vec<Block>> {
        let calls = self.units.iter().flat_map(|unit| &unit.calls);
        calls.map(|label| self.note(label).unwrap_or_default().to_vec()).collect()
    }
}

use super::Block;
use super::assemble::assemble;
use super::definitions::Definitions;
use super::from_word::{Manuscript, from_word};
use super::markdown::parse;
use super::parsed::Parsed;
use super::to_word::to_word;
use crate::docx;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The Markdown of a chapter with what came back in it.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The Markdown.
    pub body: String,
    /// The words of the blocks that did not come out as they went in.
    pub unfaithful: Vec<String>,
    /// How many blocks are new or otherwise than before.
    pub changed: usize,
    /// How many are gone.
    pub removed: usize,
}

/// A block of the Markdown to be.
#[derive(Clone, Debug)]
pub(super) enum Entry<'m> {
    /// A block that stays as it is written, by its number.
    Kept(usize),
    /// A block to be written, and the one in whose place it stands.
    Written(&'m Block, Option<usize>),
}

/// Writes a manuscript into the Markdown of a chapter: blocks that say the same keep their bytes.
pub fn merge(body: &str, manuscript: &Manuscript) -> Merged {
    let parsed = parse(body);
    let old: Vec<String> = returned(&parsed).iter().map(key).collect();
    let new: Vec<String> = manuscript.blocks.iter().map(key).collect();
    let mut entries = Vec::new();
    let (mut changed, mut removed) = (0, 0);
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let written = |at: usize, before: Option<usize>| Entry::Written(&manuscript.blocks[at], before);
        match op {
            DiffOp::Equal { old_index, len, .. } => entries.extend((old_index..old_index + len).map(Entry::Kept)),
            DiffOp::Delete { old_len, .. } => removed += old_len,
            DiffOp::Insert { new_index, new_len, .. } => {
                changed += new_len;
                entries.extend((new_index..new_index + new_len).map(|at| written(at, None)));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                changed += new_len;
                removed += old_len.saturating_sub(new_len);
                let before = |at: usize| (at < old_len).then_some(old_index + at);
                entries.extend((0..new_len).map(|at| written(new_index + at, before(at))));
            }
        }
    }
    let mut definitions = Definitions::of(&parsed);
    let labels = definitions.labels(&parsed, &entries, &manuscript.notes);
    let made = assemble(body, &parsed, &entries, &labels, &definitions);
    let unfaithful = unfaithful(&parse(&made), manuscript);
    changed += definitions.changed();
    Merged { body: made, unfaithful, changed, removed }
}

/// The blocks of a chapter as they come back from a document that nobody touched: a quotation within an item, or what goes on with an
/// item after a table, is a paragraph there. Its own blocks, where the document has more or fewer.
fn returned(parsed: &Parsed) -> Vec<Block> {
    let own = || parsed.units.iter().map(|unit| unit.block.clone()).collect();
    let Ok(bytes) = to_word(parsed, "-", "", None).bytes() else { return own() };
    let Ok(reading) = docx::read("", &bytes) else { return own() };
    let blocks = from_word(&reading, &[]).blocks;
    if blocks.len() == parsed.units.len() { blocks } else { own() }
}

/// What a block says, as a text by which it is compared.
fn key(block: &Block) -> String {
    format!("{block:?}")
}

/// The words of what reads otherwise than it was meant.
fn unfaithful(made: &Parsed, manuscript: &Manuscript) -> Vec<String> {
    let keys = |blocks: &[Block]| blocks.iter().map(key).collect::<Vec<_>>();
    let (is, meant) = (keys(&returned(made)), keys(&manuscript.blocks));
    let mut wrong: Vec<String> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &is, &meant) {
        if let DiffOp::Insert { new_index, new_len, .. } | DiffOp::Replace { new_index, new_len, .. } = op {
            wrong.extend(manuscript.blocks[new_index..new_index + new_len].iter().map(Block::words));
        }
    }
    for (is, meant) in made.notes().iter().zip(&manuscript.notes) {
        if keys(is) != keys(meant) {
            wrong.push(meant.iter().map(Block::words).collect::<Vec<_>>().join(" "));
        }
    }
    wrong
}

/// Whether two footnotes say the same.
pub(super) fn is_same(one: &[Block], other: &[Block]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| key(one) == key(other))
}

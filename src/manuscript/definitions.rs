use super::Block;
use super::merge::{Entry, is_same};
use super::parsed::Parsed;
use super::written;

/// The footnotes of a chapter while what came back is written into it.
#[derive(Debug)]
pub(super) struct Definitions {
    /// For each that is there: its name, what it says, whether that is new, whether anything calls it.
    pub(super) known: Vec<Known>,
    /// Those that are new: name and what they say.
    pub(super) new: Vec<(String, Vec<Block>)>,
}

/// A footnote that is there.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) label: String,
    pub(super) blocks: Vec<Block>,
    pub(super) is_changed: bool,
    pub(super) is_called: bool,
    /// Whether anything called it before.
    was_called: bool,
}

impl Definitions {
    pub(super) fn of(parsed: &Parsed) -> Self {
        let is_called = |label: &str| parsed.units.iter().any(|unit| unit.calls.iter().any(|call| call == label));
        let known = parsed.definitions.iter().map(|definition| Known {
            label: definition.label.clone(),
            blocks: definition.blocks.clone(),
            is_changed: false,
            is_called: false,
            was_called: is_called(&definition.label),
        });
        Self { known: known.collect(), new: Vec::new() }
    }

    /// For each entry, the names of the footnotes that it calls; those that say something else are changed on the way.
    pub(super) fn labels(&mut self, parsed: &Parsed, entries: &[Entry<'_>], notes: &[Vec<Block>]) -> Vec<Vec<String>> {
        let mut notes = notes.iter();
        let mut all = Vec::new();
        for entry in entries {
            let (count, own) = match entry {
                Entry::Kept(unit) => (parsed.units[*unit].calls.len(), Some(*unit)),
                Entry::Written(block, before) => (block.calls(), *before),
            };
            let calls = own.map(|unit| parsed.units[unit].calls.as_slice()).unwrap_or_default();
            let is_kept = matches!(entry, Entry::Kept(_));
            let labels = (0..count).map(|number| {
                let said = notes.next().map(Vec::as_slice).unwrap_or_default();
                self.label(calls.get(number).map(String::as_str), said, is_kept)
            });
            all.push(labels.collect());
        }
        // What nothing called before either is none of our business.
        self.known.iter_mut().filter(|known| !known.was_called).for_each(|known| known.is_called = true);
        all
    }

    /// The name of a footnote that says this; `before` is the one that stood there.
    fn label(&mut self, before: Option<&str>, said: &[Block], is_kept: bool) -> String {
        let own = before.and_then(|label| self.known.iter().position(|known| known.label == label));
        if let Some(label) = before.filter(|_| is_kept && own.is_none()) {
            return label.to_owned();
        }
        let same = self.known.iter().position(|known| is_same(&known.blocks, said));
        if let Some(at) = own.filter(|own| is_same(&self.known[*own].blocks, said)).or(same.filter(|_| !is_kept)) {
            self.known[at].is_called = true;
            return self.known[at].label.clone();
        }
        if let Some(at) = own.filter(|own| is_kept || !self.known[*own].is_called) {
            let known = &mut self.known[at];
            known.blocks = said.to_vec();
            (known.is_changed, known.is_called) = (true, true);
            return known.label.clone();
        }
        if let Some((label, _)) = self.new.iter().find(|(_, blocks)| is_same(blocks, said)) {
            return label.clone();
        }
        let is_free = |label: &String| {
            self.known.iter().all(|known| known.label != *label) && self.new.iter().all(|(own, _)| own != label)
        };
        let label = (1..=usize::MAX).map(|number| format!("n{number}")).find(is_free).unwrap_or_default();
        self.new.push((label.clone(), said.to_vec()));
        label
    }

    /// How many say something else or are new.
    pub(super) fn changed(&self) -> usize {
        self.new.len() + self.known.iter().filter(|known| known.is_changed).count()
    }
}

/// A footnote as Markdown.
pub(super) fn markdown(label: &str, blocks: &[Block]) -> String {
    let mut made = format!("[^{label}]:");
    for (number, block) in blocks.iter().enumerate() {
        let start = if number == 0 { " " } else { "\n\n    " };
        let text = match block {
            Block::Item { is_numbered, line, .. } => {
                format!("{}{}", if *is_numbered { "1. " } else { "- " }, written::line(line, &[], "    "))
            }
            Block::Code(text) => text.clone(),
            block => {
                block.lines().into_iter().map(|line| written::line(line, &[], "    ")).collect::<Vec<_>>().join(" ")
            }
        };
        made.push_str(start);
        made.push_str(&text);
    }
    made
}

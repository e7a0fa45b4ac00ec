//! Changes to single records of a long file: each is made in a few records cut out of it, so that it costs as much as a record and not as the
//! file. The pieces are put back together, and the whole is read again before it counts.

use super::change::{Change, Step};
use super::document::Document;
use super::place::{Found, Slot};
use super::refusal::Refusal;
use std::collections::BTreeMap;
use std::ops::Range;

/// From so many bytes on a file is long.
const LONG: usize = 16 << 10;
/// So many records beside the changed one are cut out with it, so that new keys look like theirs.
const BESIDE: usize = 2;

/// The records of a file that were changed and are not back in it yet.
///
/// What the document says is up to date; its text is that from before, until the pieces are settled.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces {
    by_record: BTreeMap<(String, usize), Piece>,
    /// What was done, to be done once more in the whole if the pieces did not fit.
    log: Vec<(Change, Vec<String>)>,
}

/// Some records that stand together.
#[derive(Clone, Debug)]
struct Piece {
    /// The number of the first of them in the file.
    first: usize,
    document: Document,
}

impl Pieces {
    /// Makes a change.
    ///
    /// # Errors
    ///
    /// When it cannot be made without changing something else; the document is then as it was.
    pub(super) fn apply(&mut self, document: &mut Document, change: &Change, order: &[&str]) -> Result<(), Refusal> {
        if document.text.len() > LONG
            && document.is_plain
            && let Some((list, record)) = record_of(change)
            && self.apply_in_piece(document, change, order, (list, record)).is_some()
        {
            return Ok(());
        }
        self.settle(document)?;
        document.apply(change, order)
    }

    /// Makes a change in the piece of a record; nothing where it has none, or refuses.
    fn apply_in_piece(
        &mut self,
        document: &mut Document,
        change: &Change,
        order: &[&str],
        (list, record): (&str, usize),
    ) -> Option<()> {
        let name = (list.to_owned(), record);
        if !self.by_record.contains_key(&name) {
            self.by_record.insert(name.clone(), document.piece(list, record)?);
        }
        let piece = self.by_record.get_mut(&name)?;
        let own = record - piece.first;
        piece.document.apply(&moved(change, own), order).ok()?;
        let now = piece.document.read.at(&[Step::from(list), Step::from(own)])?.clone();
        *document.read.at_mut(&[Step::from(list), Step::from(record)])? = now;
        self.log.push((change.clone(), order.iter().map(|key| (*key).to_owned()).collect()));
        Some(())
    }

    /// Puts the changed records back into the text.
    ///
    /// # Errors
    ///
    /// When that is not possible without changing something else.
    pub(super) fn settle(&mut self, document: &mut Document) -> Result<(), Refusal> {
        let Self { by_record, log } = std::mem::take(self);
        if log.is_empty() {
            return Ok(());
        }
        let whole = document.with(&by_record).filter(|whole| whole.read.means(&document.read));
        if let Some(whole) = whole {
            *document = whole;
            return Ok(());
        }
        let mut whole = Document::parse(&document.text)?;
        for (change, order) in log {
            whole.apply(&change, &order.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        *document = whole;
        Ok(())
    }
}

/// The list at the top of a file and the number of its record inside which a change is made.
fn record_of(change: &Change) -> Option<(&str, usize)> {
    let path = match change {
        Change::Set { at, .. } | Change::Remove { at } if at.len() > 2 => at,
        Change::Insert { list, .. } | Change::Move { list, .. } if list.len() > 1 => list,
        _ => return None,
    };
    match (path.first()?, path.get(1)?) {
        (Step::Key(list), Step::Item(record)) => Some((list, *record)),
        _ => None,
    }
}

/// A change in the record of another number.
fn moved(change: &Change, record: usize) -> Change {
    let mut change = change.clone();
    let path = match &mut change {
        Change::Set { at, .. } | Change::Remove { at } => at,
        Change::Insert { list, .. } | Change::Move { list, .. } => list,
    };
    if let Some(step) = path.get_mut(1) {
        *step = Step::from(record);
    }
    change
}

impl Document {
    /// The list at the top under a key, if it is a block.
    fn block(&self, key: &str) -> Option<Found<'_>> {
        let (root, pen) = (&self.parsed.root, self.pen(&[], false));
        let at = root.position(key)?;
        let (_, item) = root.entries().get(at)?;
        let top = Found { item: root, slot: Slot { after: 0, column: 0, flow: root.is_flow() } };
        let found = Found { item, slot: pen.entry_slot(top, at)? };
        (!found.slot.flow && !item.is_flow()).then_some(found)
    }

    /// A record with some beside it, as a document of its own that says the same of it.
    fn piece(&self, key: &str, record: usize) -> Option<Piece> {
        let is_bare = key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let list = self.block(key).filter(|_| is_bare)?;
        let pen = self.pen(&[], false);
        let first = record.saturating_sub(BESIDE);
        let end_record = (record + BESIDE).min(list.item.items().len().checked_sub(1)?);
        let (begin, end) = (pen.lines(list, first)?.own.start, pen.lines(list, end_record)?.own.end);
        let text = format!("{key}:{}{}", pen.layout.newline, pen.layout.slice(begin..end));
        let document = Self::parse(&text).ok()?;
        let own = document.read.at(&[Step::from(key), Step::from(record - first)])?;
        own.means(self.read.at(&[Step::from(key), Step::from(record)])?).then_some(Piece { first, document })
    }

    /// The lines of a record.
    fn record_lines(&self, key: &str, record: usize) -> Option<Range<usize>> {
        Some(self.pen(&[], false).lines(self.block(key)?, record)?.own)
    }

    /// The document with the records of pieces in the place of its own.
    fn with(&self, pieces: &BTreeMap<(String, usize), Piece>) -> Option<Self> {
        let mut changed: Vec<(Range<usize>, &str)> = Vec::new();
        for ((key, record), piece) in pieces {
            let own = piece.document.record_lines(key, record - piece.first)?;
            changed.push((self.record_lines(key, *record)?, piece.document.text.get(own)?));
        }
        changed.sort_by_key(|(range, _)| range.start);
        let (mut text, mut done) = (String::with_capacity(self.text.len()), 0);
        for (range, own) in changed {
            text.push_str(self.text.get(done..range.start)?);
            text.push_str(own);
            done = range.end;
        }
        text.push_str(self.text.get(done..)?);
        Self::parse(&text).ok()
    }
}

#[cfg(test)]
mod tests {
    use crate::edit::{Ledger, Place, Written};

    #[test]
    fn a_long_file_is_changed_record_by_record() {
        let record = |number: usize, answer: &str, more: &str| {
            format!(
                "  # Il {number}\n  - codice: 100-{number}-B\n    processo: Processo {number}\n    smartabilita: {answer}\n{more}"
            )
        };
        let text = |answer: &str, more: &str| {
            let records = (0..1200).map(|number| {
                let last = number % 5 == 0;
                record(number, if last { "si" } else { answer }, if last { "" } else { more })
            });
            format!("# In cima\nprocessi:\n{}note: {{ \"*\": testo }}\n", records.collect::<String>())
        };
        let mut ledger = Ledger::new("data/x", [("data/x/processi.yaml".to_owned(), text("si", ""))]);
        let places: Vec<Place> = ledger.items("processi", "processi").into_iter().map(|(place, _)| place).collect();
        for (number, place) in places.iter().enumerate().filter(|(number, _)| number % 5 != 0) {
            ledger
                .set(place, &["smartabilita"], Written::text("no"), &["smartabilita", "motivazione"])
                .expect("a change");
            ledger
                .set(place, &["motivazione"], Written::text("a: b"), &["smartabilita", "motivazione"])
                .expect("a change");
            assert_eq!(
                ledger.at(place).and_then(|record| record.get("smartabilita")),
                Some(&Written::text("no")),
                "{number}"
            );
        }
        let changed = ledger.changed();
        assert_eq!(changed.len(), 1);
        assert_eq!(changed[0].after, text("no", "    motivazione: \"a: b\"\n"));
    }
}

//! What one reading leaves to the next: the records of large files of which nothing was to be said, by the fingerprints of their texts.

use super::packed::Packed;
use crate::digest::Sha256;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The fingerprint of the text of a record.
pub(super) type Name = [u8; 32];

/// A record, and after which byte of its text its last value ends.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) record: Packed,
    pub(super) end: u32,
}

/// The records that a reading parsed, each by the very text that it was parsed from, so that the next reading parses only what changed.
#[derive(Debug, Default)]
pub struct Memory {
    records: HashMap<Name, Known>,
}

impl Memory {
    /// How many records it knows.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Whether it knows the very records that another knows.
    pub fn is_like(&self, other: &Self) -> bool {
        self.len() == other.len() && self.records.keys().all(|name| other.records.contains_key(name))
    }

    /// The bytes from which the same `program` has it again: its name, the records, the fingerprint of all of it.
    pub fn to_bytes(&self, program: &str) -> Vec<u8> {
        let mut bytes = head(program);
        for (name, known) in &self.records {
            bytes.extend(name);
            bytes.extend(known.end.to_le_bytes());
            known.record.write(&mut bytes);
        }
        let fingerprint = Sha256::bytes_of(&bytes);
        bytes.extend(fingerprint);
        bytes
    }

    /// What this `program` wrote so; `None` where another did, or not all of it is as it was written.
    pub fn from_bytes(program: &str, bytes: &[u8]) -> Option<Self> {
        let (said, fingerprint) = bytes.split_last_chunk()?;
        let mut rest =
            said.strip_prefix(head(program).as_slice()).filter(|_| Sha256::bytes_of(said) == *fingerprint)?;
        let mut records = HashMap::new();
        while let Some((name, known)) = rest.split_first_chunk() {
            let (end, record) = known.split_first_chunk()?;
            let (record, after) = Packed::read(record)?;
            records.insert(*name, Known { record, end: u32::from_le_bytes(*end) });
            rest = after;
        }
        rest.is_empty().then_some(Self { records })
    }
}

/// What the bytes begin with.
fn head(program: &str) -> Vec<u8> {
    format!("{program}\n").into_bytes()
}

/// What a reading takes from an earlier one, and what it leaves to a later one.
#[derive(Debug, Default)]
pub(super) struct Recall<'m> {
    earlier: Option<&'m Memory>,
    /// Nothing where no reading follows.
    kept: Option<Mutex<Memory>>,
}

impl<'m> Recall<'m> {
    /// Takes from an earlier reading, and leaves nothing.
    pub(super) fn of(earlier: &'m Memory) -> Self {
        Self { earlier: Some(earlier), kept: None }
    }

    /// Takes from an earlier reading, and leaves what it read itself.
    pub(super) fn keeping(earlier: &'m Memory) -> Self {
        Self { earlier: Some(earlier), kept: Some(Mutex::default()) }
    }

    /// What a text is called in the memory; nothing where no reading came before and none follows.
    pub(super) fn name(&self, text: &str) -> Option<Name> {
        let is_asked = self.kept.is_some() || self.earlier.is_some_and(|earlier| !earlier.is_empty());
        is_asked.then(|| Sha256::bytes_of(text.as_bytes()))
    }

    /// A record that was read of the text of this name before.
    pub(super) fn known(&self, name: &Name) -> Option<Known> {
        self.earlier?.records.get(name).cloned()
    }

    /// Keeps the records of a file.
    pub(super) fn keep(&self, records: impl Iterator<Item = (Name, Known)>) {
        if let Some(kept) = &self.kept {
            kept.lock().unwrap_or_else(PoisonError::into_inner).records.extend(records);
        }
    }

    /// What is left to the next reading.
    pub(super) fn into_memory(self) -> Memory {
        self.kept.map(|kept| kept.into_inner().unwrap_or_else(PoisonError::into_inner)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::syntax::parse;

    #[test]
    fn what_is_written_is_known_again_and_nothing_else_is() {
        let texts = ["- a: b\n", "- a: [\"c\\td\", 'e']\n  f:\n", "- è: >\n    x\n"];
        let packed = |text: &str| Packed::new(&parse(text).expect("YAML"), text);
        let known = |text: &str| Known { record: packed(text), end: 7 };
        let records = texts.iter().map(|text| (Sha256::bytes_of(text.as_bytes()), known(text)));
        let memory = Memory { records: records.collect() };
        let bytes = memory.to_bytes("piao 1");
        let again = Memory::from_bytes("piao 1", &bytes).expect("the same");
        assert!(again.is_like(&memory) && again.len() == 3 && !again.is_like(&Memory::default()));
        for text in texts {
            let Known { record, end } = Recall::of(&again).known(&Sha256::bytes_of(text.as_bytes())).expect("a record");
            assert_eq!(format!("{:?}", record.unpacked(text, 0)), format!("{:?}", packed(text).unpacked(text, 0)));
            assert_eq!((record.count(), record.weight(), end), (packed(text).count(), packed(text).weight(), 7));
        }
        assert!(Memory::from_bytes("piao 2", &bytes).is_none());
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert!(Memory::from_bytes("piao 1", &damaged).is_none(), "byte {at}");
            assert!(Memory::from_bytes("piao 1", &bytes[..at]).is_none(), "{at} bytes");
        }
    }
}

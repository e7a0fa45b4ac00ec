//! What one reading leaves to the next: the records of large files, by their bytes.

use super::packed::Packed;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The records that a reading parsed, each by the very text that it was parsed from, so that the next reading parses only what changed.
#[derive(Debug, Default)]
pub struct Memory {
    records: HashMap<Arc<str>, Packed>,
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

    /// A record that was read of this text before, with its name in the memory.
    pub(super) fn known(&self, text: &str) -> Option<(Arc<str>, Packed)> {
        let (text, record) = self.earlier?.records.get_key_value(text)?;
        Some((Arc::clone(text), record.clone()))
    }

    /// Whether what is read is asked for later.
    pub(super) fn keeps(&self) -> bool {
        self.kept.is_some()
    }

    /// Keeps the records of a file.
    pub(super) fn keep(&self, records: impl Iterator<Item = (Arc<str>, Packed)>) {
        if let Some(kept) = &self.kept {
            kept.lock().unwrap_or_else(PoisonError::into_inner).records.extend(records);
        }
    }

    /// What is left to the next reading.
    pub(super) fn into_memory(self) -> Memory {
        self.kept.map(|kept| kept.into_inner().unwrap_or_else(PoisonError::into_inner)).unwrap_or_default()
    }
}

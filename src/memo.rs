//! What was made before, by the fingerprint of all that it was made of, so that a later run need not make it again.
//!
//! Owns how such bytes are found again, and how they are written down. Whatever it does not know is made anew and comes out the same: it
//! saves time and decides nothing.

use crate::digest::Sha256;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The fingerprint of all that something is made of, what is done with it included.
pub type Name = [u8; 32];

type Made = BTreeMap<Name, Arc<[u8]>>;

/// What an earlier run made, and what this one makes.
#[derive(Debug, Default)]
pub struct Memo {
    earlier: Made,
    /// What this run asked for, for the next one; nothing where none follows.
    asked: Option<Mutex<Made>>,
}

impl Memo {
    /// One that begins with what an earlier run of the same `program` wrote down, of all bytes that it may be given, and keeps what is asked
    /// of it for the next run.
    pub fn keeping(program: &str, earlier: Option<&[u8]>) -> Self {
        let earlier = earlier.and_then(|bytes| read(program, bytes)).unwrap_or_default();
        Self { earlier, asked: Some(Mutex::default()) }
    }

    /// What is made of what has this name: known, or made now.
    ///
    /// # Errors
    ///
    /// Those of making it.
    pub fn made<E>(&self, name: Name, make: impl FnOnce() -> Result<Vec<u8>, E>) -> Result<Arc<[u8]>, E> {
        let bytes = match self.earlier.get(&name) {
            Some(known) => Arc::clone(known),
            None => make()?.into(),
        };
        if let Some(asked) = &self.asked {
            asked.lock().unwrap_or_else(PoisonError::into_inner).insert(name, Arc::clone(&bytes));
        }
        Ok(bytes)
    }

    /// What is to be written down of this run: the name of the `program`, all that was asked for, the fingerprint of it. Nothing where no
    /// run follows, it is less than `least` bytes, or an earlier run wrote down the same.
    pub fn to_bytes(&self, program: &str, least: usize) -> Option<Vec<u8>> {
        let asked = self.asked.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner);
        let weight: usize = asked.values().map(|made| made.len()).sum();
        if weight < least || asked.keys().eq(self.earlier.keys()) {
            return None;
        }
        let mut bytes = Vec::with_capacity(weight + asked.len() * 64 + 256);
        bytes.extend(head(program));
        for (name, made) in &*asked {
            bytes.extend(name);
            bytes.extend((made.len() as u64).to_le_bytes());
            bytes.extend(&**made);
        }
        let fingerprint = Sha256::bytes_of(&bytes);
        bytes.extend(fingerprint);
        Some(bytes)
    }
}

/// What this `program` wrote down; `None` where another did, or not all of it is as it was written.
fn read(program: &str, bytes: &[u8]) -> Option<Made> {
    let (said, fingerprint) = bytes.split_last_chunk()?;
    let mut rest = said.strip_prefix(head(program).as_slice()).filter(|_| Sha256::bytes_of(said) == *fingerprint)?;
    let mut made = Made::new();
    while let Some((name, after)) = rest.split_first_chunk() {
        let (length, after) = after.split_first_chunk()?;
        let (bytes, after) = after.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        made.insert(*name, bytes.into());
        rest = after;
    }
    rest.is_empty().then_some(made)
}

/// What the bytes begin with.
fn head(program: &str) -> Vec<u8> {
    format!("{program}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    /// Asks for some things, and gives what had to be made.
    fn ask(memo: &Memo, numbers: &[u8]) -> Vec<u8> {
        let mut unknown = Vec::new();
        for number in numbers {
            let make = || {
                unknown.push(*number);
                Ok::<_, Infallible>(vec![*number; 9])
            };
            assert_eq!(memo.made([*number; 32], make).as_deref(), Ok(&[*number; 9][..]));
        }
        unknown
    }

    #[test]
    fn what_was_asked_for_last_is_not_made_again() {
        let first = Memo::keeping("piao 1", None);
        assert_eq!(ask(&first, &[1, 2]), [1, 2]);
        let bytes = first.to_bytes("piao 1", 0).expect("something new");
        assert_eq!(first.to_bytes("piao 1", 19), None, "too little to be kept");
        let second = Memo::keeping("piao 1", Some(&bytes));
        assert_eq!(ask(&second, &[2, 3]), [3]);
        let third = Memo::keeping("piao 1", second.to_bytes("piao 1", 0).as_deref());
        assert_eq!(ask(&third, &[3, 2]), [] as [u8; 0]);
        assert_eq!(third.to_bytes("piao 1", 0), None, "nothing new");
        assert_eq!(ask(&third, &[1]), [1], "what nobody asked for any more is forgotten");
        assert_eq!(ask(&Memo::keeping("piao 2", Some(&bytes)), &[1, 2]), [1, 2], "another program");
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert_eq!(ask(&Memo::keeping("piao 1", Some(&damaged)), &[1, 2]), [1, 2], "byte {at}");
            assert_eq!(ask(&Memo::keeping("piao 1", Some(&bytes[..at])), &[1, 2]), [1, 2], "{at} bytes");
        }
        let forgetful = Memo::default();
        assert_eq!((ask(&forgetful, &[1, 1]), forgetful.to_bytes("piao 1", 0)), (vec![1, 1], None));
    }
}

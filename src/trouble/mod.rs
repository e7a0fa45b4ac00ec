//! A wrong world: a full disk, an unreadable file, a broken theme. Not a fault of the data, and not a bug.

mod system;

use std::error::Error;
use std::fmt;

/// What went wrong outside the data, and what to do about it.
#[derive(Debug)]
pub struct Trouble {
    /// What could not be done.
    what: String,
    /// What to do.
    advice: String,
    /// The error of the system.
    cause: Option<Box<dyn Error + Send + Sync>>,
}

impl Trouble {
    /// Something that could not be done, with what to do about it.
    pub fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { what: what.into(), advice: advice.into(), cause: None }
    }

    /// What to do.
    pub fn advice(&self) -> &str {
        &self.advice
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        match &self.cause {
            Some(cause) => write!(f, ": {}", system::words(cause.as_ref())),
            None => Ok(()),
        }
    }
}

impl Error for Trouble {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as &(dyn Error + 'static))
    }
}

/// Adds to an error what was being done.
pub trait Context<T> {
    /// Turns an error of the system into a [`Trouble`].
    fn trouble(self, what: impl FnOnce() -> String, advice: &str) -> Result<T, Trouble>;
}

impl<T, E: Into<Box<dyn Error + Send + Sync>>> Context<T> for Result<T, E> {
    fn trouble(self, what: impl FnOnce() -> String, advice: &str) -> Result<T, Trouble> {
        self.map_err(|cause| Trouble { what: what(), advice: advice.to_owned(), cause: Some(cause.into()) })
    }
}

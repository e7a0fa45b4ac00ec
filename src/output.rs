//! What is going to be published, before anything touches the disk.

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its path below the target, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Output {
    /// A file with this path and content.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}

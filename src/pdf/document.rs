use crate::model::Date;

/// A PDF to be made: Typst files and data, in a form that no longer needs anything else.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its path below the target, with `/`.
    pub path: String,
    /// What it conforms to.
    pub standard: Standard,
    /// The file that the converter starts from.
    pub main: &'static str,
    /// The date that it carries.
    pub date: Date,
    /// Everything that it is made from.
    pub files: Vec<SourceFile>,
}

impl Document {
    /// The bytes of everything that it is made from.
    pub fn weight(&self) -> usize {
        self.files.iter().map(|file| file.bytes.len()).sum()
    }
}

/// What a PDF conforms to: always two standards at once, one for keeping it and one for reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// PDF/A-2a and PDF/UA-1.
    Archive,
    /// PDF/A-3a and PDF/UA-1: the same with files inside, which PDF/A-2 forbids.
    WithData,
}

impl Standard {
    /// The names by which the converter knows them.
    pub fn names(self) -> &'static str {
        match self {
            Self::Archive => "a-2a,ua-1",
            Self::WithData => "a-3a,ua-1",
        }
    }
}

/// A file that a document is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path below the document's folder, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl SourceFile {
    /// A file with this path and content.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}

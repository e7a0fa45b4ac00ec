/// A difference between an archive and its list of files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The list itself cannot be read any more.
    Manifest,
    /// It can be read, but is not byte for byte as it was written.
    Rewritten,
    /// The container holds files twice, hidden or one over the other.
    Structure,
    /// Somebody has written a comment into the container.
    Comment,
    /// The day or the permissions that the container gives to a file are others.
    Attributes,
    /// There are bytes before, between or behind the files.
    Bytes,
    /// What the container says of a file, or of itself, is not what this program writes.
    Headers,
    /// A file is not there.
    Missing(String),
    /// A file is not the one that was listed.
    Different(String),
    /// A file is there that nobody listed.
    Added(String),
}

impl Change {
    /// In Italian, for one line.
    pub fn sentence(&self) -> String {
        match self {
            Self::Manifest => "la distinta dei file non si legge più".to_owned(),
            Self::Rewritten => "la distinta dei file è stata riscritta in altra forma".to_owned(),
            Self::Comment => "nell'archivio c'è un commento, che il programma non scrive".to_owned(),
            Self::Attributes => "nell'archivio le date o i permessi dei file non sono quelli scritti".to_owned(),
            Self::Bytes => "nell'archivio ci sono altri byte prima, dopo o in mezzo ai file".to_owned(),
            Self::Headers => {
                "nell'archivio le intestazioni dei file, o la sua fine, non sono quelle che il programma scrive"
                    .to_owned()
            }
            Self::Structure => "l'archivio contiene file doppi, nascosti o sovrapposti".to_owned(),
            Self::Missing(path) => format!("manca `{path}`"),
            Self::Different(path) => format!("è cambiato `{path}`"),
            Self::Added(path) => format!("c'è in più `{path}`"),
        }
    }
}

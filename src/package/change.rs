/// A difference between an archive and its list of files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The list itself cannot be read any more.
    Manifest,
    /// The container holds files twice, hidden or one over the other.
    Structure,
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
            Self::Structure => "l'archivio contiene file doppi, nascosti o sovrapposti".to_owned(),
            Self::Missing(path) => format!("manca `{path}`"),
            Self::Different(path) => format!("è cambiato `{path}`"),
            Self::Added(path) => format!("c'è in più `{path}`"),
        }
    }
}

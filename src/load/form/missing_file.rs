use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::{SourceId, Span};

/// A file without which there is no annex.
pub(crate) static RULE: Rule = Rule {
    code: "LA002",
    name: "file-mancante",
    severity: Severity::Error,
    summary: "Manca un file senza il quale l'allegato non esiste.",
    why: "Ente, edizione, organizzazione, smart team e processi sono il contenuto minimo dell'allegato.",
    remedy: "Creare il file indicato; al suo posto può stare una cartella dello stesso nome con più file .yaml.",
    correction: None,
    basis: "Struttura della cartella dei dati di piao.",
    failing: &[Example::new(&[Edit::new("smart-team.yaml", "", "")])],
    passing: &[],
};

/// `path` was looked for and is not there.
pub(in crate::load) fn finding(id: SourceId, path: &str) -> Finding {
    Finding::new(&RULE, Span::whole(id), format!("manca il file `{path}`"))
        .help(format!("creare `{path}`, oppure una cartella `{}` con più file .yaml", path.trim_end_matches(".yaml")))
}

/// `path` is there, and nothing is written in it but perhaps comments.
pub(in crate::load) fn empty(id: SourceId, path: &str) -> Finding {
    Finding::new(&RULE, Span::whole(id), format!("il file `{path}` è vuoto"))
        .help("scrivere i suoi dati, come nelle edizioni precedenti o nella cartella di `piao crea`")
}

/// At `path` stands a folder, which should have the name `right` at its end.
pub(in crate::load) fn folder(id: SourceId, path: &str, right: &str) -> Finding {
    Finding::new(&RULE, Span::whole(id), format!("`{path}` è una cartella, non un file"))
        .label("qui ci vuole un file")
        .help(format!("rinominarla in `{right}`: così si leggono i file .yaml che contiene"))
}

/// `path` is not there, but another file, at `other`, that is probably meant for it.
pub(in crate::load) fn misnamed(id: SourceId, path: &str, other: &str) -> Finding {
    Finding::new(&RULE, Span::whole(id), format!("manca il file `{path}`, ma c'è `{other}`, che non è letto")).help(
        format!("se è quello, riportarlo in `{path}`: con un altro nome, altrove o in un altro formato non si legge"),
    )
}

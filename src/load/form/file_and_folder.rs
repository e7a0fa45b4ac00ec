use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::{SourceId, Span};

/// A table in two places.
pub(crate) static RULE: Rule = Rule {
    code: "LA005",
    name: "file-e-cartella",
    severity: Severity::Error,
    summary: "La stessa tabella è scritta sia in un file sia in una cartella con lo stesso nome.",
    why: "Non si può sapere quale delle due sia quella giusta.",
    remedy: "Tenere il file, oppure la cartella.",
    correction: None,
    basis: "Struttura della cartella dei dati di piao.",
    failing: &[Example::new(&[Edit::new("processi/altri.yaml", "", "processi: []\n")])],
    passing: &[],
};

/// Both `path` and its folder are there.
pub(in crate::load) fn finding(id: SourceId, path: &str) -> Finding {
    let folder = path.trim_end_matches(".yaml");
    Finding::new(&RULE, Span::whole(id), format!("ci sono sia il file `{path}` sia la cartella `{folder}`"))
        .help("spostare il file dentro la cartella, o togliere la cartella")
}

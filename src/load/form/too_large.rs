use crate::diagnostic::{Finding, Rule, Severity};
use crate::source::{SourceId, Span};

/// The largest file that is read, in bytes.
pub(in crate::load) const LIMIT: u64 = 64 * 1024 * 1024;

/// A file over the limit.
pub(crate) static RULE: Rule = Rule {
    code: "LA004",
    name: "file-troppo-grande",
    severity: Severity::Error,
    summary: "Il file supera i 64 MiB.",
    why: "Nessuna tabella di un allegato è così grande: di solito è un file sbagliato, finito nella cartella per errore.",
    remedy: "Controllare che il file sia quello giusto; se lo è, dividerlo in più file dentro una cartella dello stesso nome.",
    basis: "Limite di piao.",
    failing: &[],
    passing: &[],
};

/// `path` has `bytes` bytes.
pub(in crate::load) fn finding(id: SourceId, path: &str, bytes: u64) -> Finding {
    let size = bytes.div_ceil(1024 * 1024);
    Finding::new(&RULE, Span::whole(id), format!("`{path}` è di {size} MiB: il limite è di 64 MiB"))
        .help("controllare che sia il file giusto, o dividerlo in più file dentro una cartella dello stesso nome")
}

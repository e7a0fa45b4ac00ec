use crate::diagnostic::{Finding, Rule, Severity};
use crate::source::{SourceId, Span};

/// A file in another encoding.
pub(crate) static RULE: Rule = Rule {
    code: "LA003",
    name: "testo-non-utf8",
    severity: Severity::Error,
    summary: "Il file non è scritto in UTF-8.",
    why: "Con un'altra codifica le lettere accentate diventerebbero segni a caso.",
    remedy: "Aprire il file con un programma di scrittura e salvarlo di nuovo scegliendo la codifica «UTF-8».",
    correction: None,
    basis: "Linee guida AgID sui dati aperti: codifica UTF-8.",
    failing: &[],
    passing: &[],
};

/// The first byte that is no UTF-8 stands on `line`.
pub(in crate::load) fn finding(id: SourceId, path: &str, line: usize) -> Finding {
    Finding::new(
        &RULE,
        Span::whole(id),
        format!("`{path}` non è un testo UTF-8: il primo segno illeggibile è alla riga {line}"),
    )
    .help("salvare di nuovo il file scegliendo la codifica «UTF-8»")
}

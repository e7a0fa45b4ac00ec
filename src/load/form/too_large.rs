use crate::diagnostic::{Finding, Rule, Severity};
use crate::source::{SourceId, Span};
use serde_saphyr::Error;
use serde_saphyr::budget::BudgetBreach;
use std::ops::Range;

const MIB: u64 = 1024 * 1024;

/// The longest line of a file of data that is read, in bytes.
pub(in crate::load) const LINE: usize = 256 * 1024;

/// How deep the values of a file may stand one inside the other: the annex needs six levels, and each takes the parser, in a
/// build without optimisations, up to 36 KiB of a stack that may be of 2 MiB.
pub(in crate::load) const DEPTH: usize = 24;

/// How many values a file may have: keys, texts, lists and groups of keys. A table of 100,000 processes, the largest that is measured,
/// has some three million. As many can be changed in place.
pub(in crate::load) const VALUES: usize = 4_000_000;

/// How many keys a file may have at its margin, or a record: each takes many times the memory of its letters.
pub(in crate::load) const KEYS: usize = 50_000;

/// How long a file may be whose broken records are looked for, in bytes: of a longer one the first fault is told, as each line and each
/// fault takes memory.
pub(in crate::load) const RECOVERED: usize = 4 * 1024 * 1024;

const DIVIDE: &str =
    "controllare che sia il file giusto, o dividerlo in più file dentro una cartella dello stesso nome";
const DIVIDE_CHAPTER: &str = "controllare che sia il file giusto, o dividerlo in più capitoli";

/// The largest file that is read at this path, in bytes.
pub(in crate::load) fn limit(path: &str) -> u64 {
    if is_chapter(path) { MIB } else { 64 * MIB }
}

fn is_chapter(path: &str) -> bool {
    path.ends_with(".md")
}

/// A file over the limit.
pub(crate) static RULE: Rule = Rule {
    code: "LA004",
    name: "file-troppo-grande",
    severity: Severity::Error,
    summary: "Il file supera i 64 MiB (un capitolo 1 MiB), una sua riga i 256 KiB, le chiavi di una voce le 50.000, i suoi valori i 4 milioni o i 24 livelli, oppure le sue voci sono troppe per la sua lunghezza.",
    why: "Nessuna tabella di un allegato è così grande: di solito è un file sbagliato, finito nella cartella per errore.",
    remedy: "Controllare che il file sia quello giusto; se lo è, dividerlo in più file dentro una cartella dello stesso nome.",
    correction: None,
    basis: "Limite di piao.",
    failing: &[],
    passing: &[],
};

/// `path` has `bytes` bytes.
pub(in crate::load) fn finding(id: SourceId, path: &str, bytes: u64) -> Finding {
    let size = bytes.div_ceil(MIB);
    let (limit, remedy) = (limit(path) / MIB, if is_chapter(path) { DIVIDE_CHAPTER } else { DIVIDE });
    Finding::new(&RULE, Span::whole(id), format!("`{path}` è di {size} MiB: il limite è di {limit} MiB")).help(remedy)
}

/// The line of these bytes is longer than any that is read.
pub(in crate::load) fn long_line(id: SourceId, line: &Range<usize>) -> Finding {
    let place = Span::new(id, line.start, line.start);
    let message = format!("questa riga è di {} KiB: il limite è di {} KiB", line.len() / 1024, LINE / 1024);
    Finding::new(&RULE, place, message).label("riga troppo lunga").help("andare a capo fra una voce e l'altra")
}

/// What the parser refuses of a file that is too deep or has too many values; `None` where it refuses something else.
///
/// `many` is what there is too much of where there are too many values.
pub(in crate::load) fn breach(id: SourceId, at: usize, error: &Error, many: Excess) -> Option<Finding> {
    let Error::Budget { breach, .. } = error else { return None };
    match breach {
        BudgetBreach::Depth { .. } => {
            let message = format!("qui i valori stanno uno dentro l'altro per più di {DEPTH} livelli");
            Some(beyond(id, at, message, "togliere le parentesi, i trattini o i rientri di troppo"))
        }
        BudgetBreach::Nodes { .. } | BudgetBreach::Events { .. } | BudgetBreach::ScalarBytes { .. } => {
            Some(excess(id, at, many))
        }
        _ => None,
    }
}

/// What there is too much of in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load) enum Excess {
    /// More than [`VALUES`].
    Values,
    /// More than [`KEYS`].
    Keys,
    /// More records, or items of lists, than a file of its length has: they would take many times its length of memory.
    Density,
}

/// From byte `at` on there is too much of something.
pub(in crate::load) fn excess(id: SourceId, at: usize, excess: Excess) -> Finding {
    let message = match excess {
        Excess::Values => {
            format!("il file ha più di {} milioni di valori: da qui in poi non si legge", VALUES / 1_000_000)
        }
        Excess::Keys => {
            format!("qui ci sono più di {}.000 chiavi una sotto l'altra: il file non si legge", KEYS / 1000)
        }
        Excess::Density => {
            "le voci sono troppe e troppo brevi per un file di questa lunghezza: da qui in poi non si legge".to_owned()
        }
    };
    beyond(id, at, message, DIVIDE)
}

fn beyond(id: SourceId, at: usize, message: String, help: &str) -> Finding {
    Finding::new(&RULE, Span::new(id, at, at), message).label("da qui è oltre il limite").help(help)
}

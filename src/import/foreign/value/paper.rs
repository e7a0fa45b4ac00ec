use super::{Read, yes_no};
use crate::model::{fold, latin};

/// On paper.
const PAPER: [&str; 6] = ["cartaceo", "cartacei", "cartacea", "carta", "su carta", "solo cartaceo"];
/// Without paper.
const WITHOUT: [&str; 12] = [
    "digitale",
    "digitali",
    "solo digitale",
    "informatico",
    "informatici",
    "solo informatico",
    "telematico",
    "elettronico",
    "dematerializzato",
    "informatizzato",
    "senza carta",
    "nativo digitale",
];
/// On paper and without.
const BOTH: [&str; 9] = [
    "misto",
    "misti",
    "mista",
    "entrambi",
    "ibrido",
    "cartaceo e digitale",
    "digitale e cartaceo",
    "cartaceo digitale",
    "in parte",
];

/// Whether a process needs paper: a yes or a no, or on what its documents stand.
pub(in super::super) fn read(text: &str) -> Read<bool> {
    let folded = fold(&latin(text));
    let is = |words: &[&str]| words.contains(&folded.as_str());
    match () {
        () if is(&PAPER) => Read::Sure(true),
        () if is(&WITHOUT) => Read::Sure(false),
        () if is(&BOTH) => Read::Doubtful(true, "una parte è su carta".to_owned()),
        () => yes_no::read(text),
    }
}

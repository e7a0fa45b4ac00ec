//! Corrections in the files of a sealed edition: to make them would break its seal, so they are not offered.

use crate::diagnostic::Finding;
use crate::model::{Annex, Edition, Seal};
use crate::source::Sources;

/// Takes back the corrections in the files of sealed editions, and says why.
pub(super) fn apply(annex: &Annex, sources: &Sources, findings: &mut [Finding]) {
    let is_sealed = |edition: &&Edition| edition.seal.as_ref().is_some_and(Seal::is_closed);
    let folders = annex.editions.iter().filter(is_sealed).flat_map(|edition| {
        let id = edition.id.as_str();
        [format!("data/{id}/"), format!("content/{id}/")]
    });
    let folders: Vec<String> = folders.collect();
    for finding in findings.iter_mut() {
        let path = finding.fix.as_ref().map(|fix| sources.get(fix.span.source).path());
        if path.is_some_and(|path| folders.iter().any(|folder| path.starts_with(folder.as_str()))) {
            finding.withhold_fix(
                "l'edizione è sigillata, e prima va riaperta con `piao sigilla EDIZIONE --dissigilla --motivo \"…\"`",
            );
        }
    }
}

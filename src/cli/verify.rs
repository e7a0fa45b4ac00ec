use super::Outcome;
use super::streams::tell;
use crate::digest::Sha256;
use crate::package;
use crate::plain_file;
use crate::report::sanitized;
use crate::trouble::{Context, Trouble};
use std::io::BufReader;
use std::path::Path;

/// How many changes are listed one by one.
const LISTED: usize = 40;

/// Holds an archive against its list of files: exit code 0 if nothing changed, 1 otherwise.
pub(super) fn run(path: &Path) -> Result<Outcome, Trouble> {
    let shown = path.display();
    let file = plain_file::open(path)
        .trouble(|| format!("non è possibile leggere `{shown}`"), "controllare il nome del file")?;
    let (fingerprint, _) = Sha256::of_reader(BufReader::new(&file))
        .trouble(|| format!("non è possibile leggere `{shown}`"), "controllare il disco e i permessi del file")?;
    let verdict = package::verify(BufReader::new(file))
        .trouble(|| format!("`{shown}`"), "indicare un file scritto da `piao confeziona`")?;
    tell!("Impronta SHA-256 del pacchetto: {fingerprint}");
    if verdict.changes.is_empty() {
        tell!(
            "Nulla è cambiato: i {} file elencati ci sono tutti, con la loro impronta, e non ce ne sono altri.",
            verdict.files
        );
        return Ok(Outcome::Done);
    }
    for change in verdict.changes.iter().take(LISTED) {
        tell!("- {}", sanitized(&change.sentence()).replace('\n', " "));
    }
    if verdict.changes.len() > LISTED {
        tell!("- e altri {}", verdict.changes.len() - LISTED);
    }
    tell!("Il pacchetto non è più quello che è stato scritto. Differenze: {}.", verdict.changes.len());
    Ok(Outcome::Faulty)
}

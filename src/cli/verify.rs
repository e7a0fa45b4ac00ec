use super::Outcome;
use crate::digest::Sha256;
use crate::package;
use crate::report::sanitized;
use crate::trouble::{Context, Trouble};
use anstream::eprintln;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// How many changes are listed one by one.
const LISTED: usize = 40;

/// Holds an archive against its list of files: exit code 0 if nothing changed, 1 otherwise.
pub(super) fn run(path: &Path) -> Result<Outcome, Trouble> {
    let shown = path.display();
    let file =
        File::open(path).trouble(|| format!("non è possibile leggere `{shown}`"), "controllare il nome del file")?;
    let (fingerprint, _) = Sha256::of_reader(BufReader::new(&file))
        .trouble(|| format!("non è possibile leggere `{shown}`"), "controllare il disco e i permessi del file")?;
    let verdict = package::verify(BufReader::new(file))
        .trouble(|| format!("`{shown}`"), "indicare un file scritto da `piao confeziona`")?;
    eprintln!("Impronta SHA-256 del pacchetto: {fingerprint}");
    if verdict.changes.is_empty() {
        eprintln!(
            "Nulla è cambiato: i {} file elencati ci sono tutti, con la loro impronta, e non ce ne sono altri.",
            verdict.files
        );
        return Ok(Outcome::Done);
    }
    for change in verdict.changes.iter().take(LISTED) {
        eprintln!("- {}", sanitized(&change.sentence()).replace('\n', " "));
    }
    if verdict.changes.len() > LISTED {
        eprintln!("- e altri {}", verdict.changes.len() - LISTED);
    }
    eprintln!("Il pacchetto non è più quello che è stato scritto. Differenze: {}.", verdict.changes.len());
    Ok(Outcome::Faulty)
}

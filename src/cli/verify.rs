use super::Outcome;
use super::progress::during;
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

/// Holds an archive against its list of files, and against a fingerprint kept elsewhere: exit code 0 if it agrees, 1 otherwise.
pub(super) fn run(path: &Path, kept: Option<&str>) -> Result<Outcome, Trouble> {
    let shown = path.display();
    let kept = kept.map(stated).transpose()?;
    let file = plain_file::open(path)
        .trouble(|| format!("non è possibile leggere `{shown}`"), "controllare il nome del file")?;
    let (fingerprint, _) = during("Si calcola l'impronta", || Sha256::of_reader(BufReader::new(&file)))
        .trouble(|| format!("non è possibile leggere `{shown}`"), "controllare il disco e i permessi del file")?;
    let verdict = during("Si controlla il pacchetto", || package::verify(BufReader::new(file)))
        .trouble(|| format!("`{shown}`"), "indicare un file scritto da `piao confeziona`")?;
    tell!("Impronta SHA-256 del pacchetto: {fingerprint}");
    for change in verdict.changes.iter().take(LISTED) {
        tell!("- {}", sanitized(&change.sentence()).replace('\n', " "));
    }
    if verdict.changes.len() > LISTED {
        tell!("- e altri {}", verdict.changes.len() - LISTED);
    }
    if kept.is_none() && verdict.changes.is_empty() {
        tell!(
            "Che sia proprio quello consegnato lo prova soltanto l'impronta annotata allora: aggiungere --impronta e l'impronta."
        );
    }
    if verdict.changes.is_empty() {
        let listed = match verdict.files {
            1 => "il solo file elencato c'è, con la sua impronta".to_owned(),
            files => format!("i {files} file elencati ci sono tutti, con la loro impronta"),
        };
        tell!("Il pacchetto corrisponde alla propria distinta: {listed}, e non c'è altro.");
    } else {
        tell!("Il pacchetto non corrisponde alla propria distinta. Differenze: {}.", verdict.changes.len());
    }
    let is_the_one = kept.as_ref().is_none_or(|kept| *kept == fingerprint);
    match &kept {
        Some(_) if is_the_one => tell!("L'impronta è quella indicata: è proprio quel pacchetto, byte per byte."),
        Some(kept) => tell!("L'impronta non è quella indicata, {kept}: non è quel pacchetto."),
        None => {}
    }
    Ok(if verdict.changes.is_empty() && is_the_one { Outcome::Done } else { Outcome::Faulty })
}

/// A fingerprint as people copy it: in any case, with or without spaces.
fn stated(text: &str) -> Result<String, Trouble> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    if digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(digits);
    }
    Err(Trouble::new(
        format!("`{}` non è un'impronta SHA-256", sanitized(text)),
        "indicare le 64 cifre esadecimali scritte quando il pacchetto è stato consegnato",
    ))
}

use crate::digest::Sha256;
use crate::model::{ApprovedDocument, Edition};
use crate::output::Output;
use crate::trouble::Trouble;

/// The very file that was approved, to be published byte for byte beside ours.
///
/// # Errors
///
/// When its fingerprint is not the one written in the data: then it is not that file, and publishing it would be a false statement.
pub fn approved_document(edition: &Edition, document: &ApprovedDocument, bytes: Vec<u8>) -> Result<Output, Trouble> {
    let found = Sha256::of(&bytes);
    let stated = document.sha256.value.trim().to_lowercase();
    if found != stated {
        return Err(Trouble::new(
            format!(
                "`{}` non è il documento approvato: la sua impronta SHA-256 è {found}, in edizione.yaml sta scritto {stated}",
                document.file.value
            ),
            "rimettere il file che è stato approvato, oppure correggere `sha256` in edizione.yaml",
        ));
    }
    let path = format!("{}/stampa/documento-approvato{}", edition.id.as_str(), ending(&document.file.value));
    Ok(Output::new(path, bytes))
}

/// The ending of the file's name, that of a signed document with both its parts: `.pdf.p7m`.
fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let mut parts: Vec<&str> = name.split('.').skip(1).collect();
    let kept = parts.len().min(if parts.last() == Some(&"p7m") { 2 } else { 1 });
    parts.drain(..parts.len() - kept);
    let plain = parts
        .into_iter()
        .filter(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    plain.fold(String::new(), |ending, part| ending + "." + part)
}

#[cfg(test)]
mod tests {
    use super::ending;

    #[test]
    fn the_ending_is_kept() {
        for (path, expected) in [
            ("atti/Delibera n. 12.PDF", ".pdf"),
            ("a/b.2025.pdf.p7m", ".pdf.p7m"),
            ("senza", ""),
            ("a.b/c", ""),
            ("x.pdf/../y", ""),
        ] {
            assert_eq!(ending(path), expected, "{path}");
        }
    }
}

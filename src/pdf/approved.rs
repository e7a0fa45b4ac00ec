use crate::digest::Sha256;
use crate::model::{ApprovedDocument, Edition};
use crate::output::Output;
use crate::routes::approved_path;
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
    let path = format!("{}/{}", edition.id.as_str(), approved_path(document));
    Ok(Output::new(path, bytes))
}

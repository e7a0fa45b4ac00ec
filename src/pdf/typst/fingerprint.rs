use crate::digest::Sha256;
use crate::pdf::Document;

/// Changes when the same documents would be made in another way, so that kept ones are no longer used.
const WAY: &str = "piao-pdf 2";

/// The fingerprint of everything that a PDF is made from, the digest of the program included: two documents with the same one have the
/// same bytes.
pub(super) fn fingerprint(document: &Document, program: &str) -> String {
    let mut hash = Sha256::default();
    let mut add = |bytes: &[u8]| {
        // The length keeps the end of one piece from passing for the beginning of the next.
        hash.update(&(bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    add(WAY.as_bytes());
    add(program.as_bytes());
    add(document.standard.names().as_bytes());
    add(document.main.as_bytes());
    add(document.date.iso().as_bytes());
    let mut files: Vec<_> = document.files.iter().collect();
    files.sort_by_key(|file| &file.path);
    for file in files {
        add(file.path.as_bytes());
        add(&file.bytes);
    }
    hash.finish()
}

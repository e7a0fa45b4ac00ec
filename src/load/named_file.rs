//! The files that the data name to be published as they are: the coat of arms, the approved documents.

use super::form::{absent_named_file, unfit_named_file};
use super::own_file::{PathFault, own_file, path_fault};
use crate::diagnostic::Finding;
use crate::digest::Sha256;
use crate::model::{Annex, ApprovedDocument, Text};
use crate::source::Sources;
use std::path::Path;

/// The paths of files that the data name.
pub(super) fn all(annex: &Annex) -> impl Iterator<Item = &Text> {
    let coat_of_arms = annex.administration.iter().filter_map(|administration| administration.coat_of_arms.as_ref());
    coat_of_arms.chain(documents(annex).map(|document| &document.file))
}

/// What is wrong with them. A file that the system does not let be read is trouble, which whoever publishes it meets.
pub(super) fn findings(root: &Path, sources: &Sources, annex: &Annex) -> Vec<Finding> {
    let paths = all(annex).filter(|path| !path.value.is_empty());
    let of_paths = paths.filter_map(|path| {
        Some(match path_fault(root, path)? {
            PathFault::Absent => absent_named_file::finding(path),
            PathFault::Outside => unfit_named_file::outside(path),
            PathFault::Folder => unfit_named_file::folder(path),
            PathFault::Backslashes => {
                let is_there = path_fault(root, &path.value.replace('\\', "/")).is_none();
                unfit_named_file::backslashes(sources, path, is_there)
            }
        })
    });
    let of_documents = documents(annex).filter_map(|document| {
        let stated = document.sha256.value.trim();
        // A fingerprint that is malformed has a finding of its own.
        let is_malformed = stated.len() != 64 || !stated.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_malformed || path_fault(root, &document.file).is_some() {
            return None;
        }
        let found = Sha256::of(&own_file(root, &document.file).ok()?);
        (!found.eq_ignore_ascii_case(stated)).then(|| unfit_named_file::other_document(document, &found))
    });
    of_paths.chain(of_documents).collect()
}

fn documents(annex: &Annex) -> impl Iterator<Item = &ApprovedDocument> {
    annex.editions.iter().filter_map(|edition| edition.approved_document.as_ref())
}

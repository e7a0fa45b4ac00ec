use super::change::Change;
use super::container::{self, Container};
use super::manifest::{MANIFEST, Manifest, ManifestEntry};
use crate::digest::Sha256;
use crate::trouble::{Context, Trouble};
use std::collections::BTreeMap;
use std::io::{Read, Seek};
use zip::ZipArchive;

/// The result of a verification.
#[derive(Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How many files are listed.
    pub files: usize,
    /// The differences from the list; empty = nothing has changed.
    pub changes: Vec<Change>,
}

/// The largest list that is read: one of some hundred thousand files.
const LIST: u64 = 64 << 20;

/// How much is unpacked at most, in all: many times the largest annex.
const MOST: u64 = 16 << 30;

/// Compares an archive with its own list: every file must be there with its fingerprint, and no other, and the container must have
/// nothing that this program does not write.
///
/// It says that the archive agrees with itself: who made it, only its fingerprint tells, kept elsewhere.
///
/// Nothing of it is written anywhere, and no more of it is unpacked than is listed.
///
/// # Errors
///
/// When it is no archive that this program wrote, or larger than any that it would write.
pub fn verify<R: Read + Seek>(mut reader: R) -> Result<Verdict, Trouble> {
    let length = container::length(&mut reader)
        .trouble(|| "l'archivio non si legge fino in fondo".to_owned(), "controllare il disco")?;
    let (mut archive, found, manifest, bytes) = match open(reader)? {
        Opened::Listed(archive, found, manifest, bytes) => (archive, found, manifest, bytes),
        Opened::Unlisted => return Ok(Verdict { files: 0, changes: vec![Change::Manifest] }),
    };
    if manifest.entries.values().fold(0_u64, |sum, entry| sum.saturating_add(entry.size)) > MOST {
        return Err(foreign("i file elencati sono più grandi di quelli di qualunque allegato"));
    }
    let (container, mut changes) = Container::of(&mut archive, length, &manifest);
    let is_gapless = changes.is_empty();
    if manifest.bytes()? != bytes {
        changes.push(Change::Rewritten);
    }
    for (path, entry) in &manifest.entries {
        match found.get(path) {
            None => changes.push(Change::Missing(path.clone())),
            Some(number) => {
                if !number.is_some_and(|number| is_same(&mut archive, number, entry)) {
                    changes.push(Change::Different(path.clone()));
                }
            }
        }
    }
    let added = found.into_keys().filter(|path| path != MANIFEST && !manifest.entries.contains_key(path));
    changes.extend(added.map(Change::Added));
    if is_gapless && !container.is_ours(&mut archive.into_inner()) {
        changes.push(Change::Headers);
    }
    Ok(Verdict { files: manifest.entries.len(), changes })
}

/// Whether this program wrote the archive, even if it was changed since.
pub fn is_ours<R: Read + Seek>(reader: R) -> bool {
    open(reader).is_ok()
}

/// An archive that this program wrote.
enum Opened<R> {
    /// With its files, the list of them, and the bytes of that list.
    Listed(ZipArchive<R>, Found, Manifest, Vec<u8>),
    /// One whose list can no longer be read.
    Unlisted,
}

/// The files of an archive by their paths.
type Found = BTreeMap<String, Option<usize>>;

/// Opens an archive and reads its list.
fn open<R: Read + Seek>(reader: R) -> Result<Opened<R>, Trouble> {
    let mut archive = ZipArchive::new(reader).map_err(|_| foreign("non è un archivio zip, o è rovinato"))?;
    let found = files(&mut archive);
    let Some(list) = found.get(MANIFEST) else {
        return Err(foreign(&format!("non c'è la distinta dei file `{MANIFEST}`")));
    };
    let Some(bytes) = list.and_then(|number| contents(&mut archive, number)) else { return Ok(Opened::Unlisted) };
    match Manifest::parse(&bytes) {
        Some(manifest) => Ok(Opened::Listed(archive, found, manifest, bytes)),
        // It still begins as ours does: somebody wrote in it.
        None if bytes.starts_with(b"percorso") || bytes.starts_with(b"\xef\xbb\xbfpercorso") => Ok(Opened::Unlisted),
        None => Err(foreign(&format!("`{MANIFEST}` non è una distinta dei file"))),
    }
}

/// Every file of the archive by its path; no number if it is not a plain file, as a folder is not, of which this program writes none.
fn files<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Found {
    let mut found = Found::new();
    for number in 0..archive.len() {
        let Ok(entry) = archive.by_index_data(number) else { continue };
        let name = entry
            .name()
            .map_or_else(|_| String::from_utf8_lossy(entry.name_raw()).into_owned(), std::borrow::Cow::into_owned);
        let twin = found.insert(name.clone(), entry.is_file().then_some(number));
        if twin.is_some() {
            found.insert(name, None);
        }
    }
    found
}

/// The list of the files; `None` if it cannot be read.
fn contents<R: Read + Seek>(archive: &mut ZipArchive<R>, number: usize) -> Option<Vec<u8>> {
    let file = archive.by_index(number).ok().filter(|file| file.size() <= LIST)?;
    let (size, mut bytes) = (file.size(), Vec::new());
    file.take(LIST + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 == size).then_some(bytes)
}

/// Whether a file has the listed size and fingerprint; not a byte more than listed is unpacked.
fn is_same<R: Read + Seek>(archive: &mut ZipArchive<R>, number: usize, entry: &ManifestEntry) -> bool {
    let Some(file) = archive.by_index(number).ok().filter(|file| file.size() == entry.size) else { return false };
    Sha256::of_reader(file.take(entry.size.saturating_add(1)))
        .is_ok_and(|(sha256, size)| size == entry.size && sha256 == entry.sha256)
}

fn foreign(why: &str) -> Trouble {
    Trouble::new(
        format!("non è un pacchetto di questo programma: {why}"),
        "indicare un file scritto da `piao confeziona`",
    )
}

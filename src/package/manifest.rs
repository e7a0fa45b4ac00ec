use super::cover_sheet::COVER_SHEET;
use super::origin::Origin;
use crate::model::Date;
use crate::trouble::{Context, Trouble};
use crate::write::is_safe;
use csv::{ReaderBuilder, Terminator, WriterBuilder};
use std::collections::BTreeMap;

/// The file of the archive that lists all the others.
pub const MANIFEST: &str = "distinta.csv";

/// Its columns.
const COLUMNS: [&str; 5] = ["percorso", "dimensione", "sha256", "data", "indirizzo"];

/// The longest row that is read, in bytes: more than any path and address together.
const ROW: usize = 64 * 1024;

/// The files of an archive, by their path in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) entries: BTreeMap<String, ManifestEntry>,
}

/// What the list states of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ManifestEntry {
    /// Its size in bytes.
    pub(super) size: u64,
    /// Its SHA-256 in hexadecimal.
    pub(super) sha256: String,
    /// Its day, `AAAA-MM-GG`; empty if none is stated.
    pub(super) day: String,
    /// Its address on the web; empty if none is known.
    pub(super) address: String,
}

impl ManifestEntry {
    /// The entry of a file with this origin.
    pub(super) fn new(size: u64, sha256: String, origin: &Origin) -> Self {
        Self {
            size,
            sha256,
            day: origin.day.map(Date::iso).unwrap_or_default(),
            address: origin.address.clone().unwrap_or_default(),
        }
    }
}

impl Manifest {
    /// The bytes of [`MANIFEST`]: RFC 4180, one file a row in the order of their paths.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, Trouble> {
        let failed = || format!("non è possibile scrivere la distinta dei file `{MANIFEST}`");
        let advice = "segnalare l'errore a chi cura il programma";
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(COLUMNS).trouble(failed, advice)?;
        for (path, entry) in &self.entries {
            let size = entry.size.to_string();
            let row = [path, &size, &entry.sha256, &entry.day, &entry.address];
            writer.write_record(row).trouble(failed, advice)?;
        }
        writer.into_inner().map_err(|error| std::io::Error::from(error.error().kind())).trouble(failed, advice)
    }

    /// The day of the cover sheet, which is that of every file in the container.
    pub(super) fn first_day(&self) -> Option<Date> {
        Date::parse(&self.entries.get(COVER_SHEET)?.day)
    }

    /// Reads it back from untrusted bytes; `None` if they are not what [`Manifest::bytes`] writes.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        // A row of many million fields would take many times its length of memory.
        if bytes.split(|byte| *byte == b'\n').any(|line| line.len() > ROW) {
            return None;
        }
        let mut reader = ReaderBuilder::new().from_reader(bytes);
        if reader.headers().ok()?.iter().ne(COLUMNS) {
            return None;
        }
        let mut entries = BTreeMap::new();
        for row in reader.records() {
            let row = row.ok()?;
            let field = |column: usize| row.get(column).map(str::to_owned);
            let (path, sha256) = (field(0)?, field(2)?);
            let hexadecimal = sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
            let day = field(3)?;
            let is_day = day.is_empty() || Date::parse(&day).is_some_and(|date| date.iso() == day);
            let address = field(4)?;
            let is_address = address.is_empty() || ["http://", "https://"].iter().any(|it| address.starts_with(it));
            if !is_safe(&path) || !hexadecimal || !is_day || !is_address {
                return None;
            }
            // Capital digits are not those that were written, but the same number.
            let sha256 = sha256.to_lowercase();
            let entry = ManifestEntry { size: row.get(1)?.parse().ok()?, sha256, day, address };
            if entries.insert(path, entry).is_some() {
                return None;
            }
        }
        Some(Self { entries })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_itself() {
        let origin = Origin { address: Some("https://www.example.org/a,b/".to_owned()), day: None };
        let entry = ManifestEntry::new(12, "0a".repeat(32), &origin);
        let manifest = Manifest { entries: BTreeMap::from([("Da caricare in AT/a, \"b\".pdf".to_owned(), entry)]) };
        assert_eq!(Manifest::parse(&manifest.bytes().expect("bytes")), None, "quotes are not for every system");
        let entries = manifest.entries.into_values().map(|entry| ("sito/a, b/index.html".to_owned(), entry)).collect();
        let manifest = Manifest { entries };
        assert_eq!(Manifest::parse(&manifest.bytes().expect("bytes")), Some(manifest));
    }

    #[test]
    fn what_is_no_manifest_is_not_taken_for_one() {
        let hash = "0a".repeat(32);
        let head = "percorso,dimensione,sha256,data,indirizzo";
        for wrong in [
            String::new(),
            "a,b\n1,2\n".to_owned(),
            format!("{head}\n../a,1,{hash},,\n"),
            format!("{head}\na,uno,{hash},,\n"),
            format!("{head}\na,1,zz,,\n"),
            format!("{head}\na,1\n"),
            format!("{head}\na,1,{hash},ieri,\n"),
            format!("{head}\na,1,{hash},2025-02-30,\n"),
            format!("{head}\na,1,{hash},,\na,1,{hash},,\n"),
        ] {
            assert_eq!(Manifest::parse(wrong.as_bytes()), None, "{wrong}");
        }
        assert_eq!(Manifest::parse(&[0xff, 0xfe, b'\n']), None);
    }
}

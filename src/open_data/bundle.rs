//! `tutto.zip`: the other files of the open data in one, the same bytes on every system and on every day.

use super::{File, FileKind, Format};
use crate::model::Date;
use crate::trouble::{Context, Trouble};
use rayon::prelude::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// The name of the file.
pub(super) const NAME: &str = "tutto.zip";

const ADVICE: &str = "segnalare l'errore a chi sviluppa il programma";

/// The bytes of an archive with these files, all of the day of the edition; without one, of the first day of the format.
pub(super) fn bytes(files: &[File], day: Option<Date>) -> Result<Vec<u8>, Trouble> {
    let failed = || "non è possibile scrivere l'archivio dei dati aperti".to_owned();
    let options = SimpleFileOptions::default()
        .last_modified_time(day.and_then(stamp).unwrap_or_default())
        .unix_permissions(0o644)
        .system(System::Unix);
    // Nearly all the time goes into deflating: each file is deflated on a core of its own, and taken over as it is. A spreadsheet is
    // deflated inside: to do it again takes as long and makes it no smaller.
    let alone = |file: &File| {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let packed = matches!(file.kind, FileKind::Table(Format::Xlsx));
        let method = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(file.name(), options.compression_method(method)).trouble(failed, ADVICE)?;
        archive.write_all(&file.output.bytes).trouble(failed, ADVICE)?;
        archive.finish_into_readable().trouble(failed, ADVICE)
    };
    let deflated = files.par_iter().with_max_len(1).map(alone).collect::<Result<Vec<_>, Trouble>>()?;
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for one in deflated {
        archive.merge_archive(one).trouble(failed, ADVICE)?;
    }
    Ok(archive.finish().trouble(failed, ADVICE)?.into_inner())
}

/// The beginning of a day, where the format has it.
fn stamp(day: Date) -> Option<DateTime> {
    let (year, month) = (u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?);
    DateTime::from_date_and_time(year, month, u8::try_from(day.day()).ok()?, 0, 0, 0).ok()
}

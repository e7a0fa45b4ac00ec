//! `tutto.zip`: the other files of the open data in one, the same bytes on every system and on every day.

mod archive;

use super::deflated::Deflated;
use super::file::Held;
use super::{File, FileKind, Format};
use crate::memo::Memo;
use crate::model::Date;
use crate::trouble::{Context, Trouble};
use archive::{Content, archive};
use rayon::prelude::*;
use std::io;
use zip::DateTime;

/// The name of the file.
pub(super) const NAME: &str = "tutto.zip";

/// The bytes of an archive with these files, all of the day of the edition; without one, of the first day of the format.
pub(super) fn bytes(files: &[File], day: Option<Date>, memo: &Memo) -> Result<Vec<u8>, Trouble> {
    let failed = || "non è possibile scrivere l'archivio dei dati aperti".to_owned();
    let advice = "segnalare l'errore a chi sviluppa il programma";
    let entry = |file| Ok((File::name(file), content(file, memo)?));
    let entries = files.par_iter().with_max_len(1).map(entry).collect::<io::Result<Vec<_>>>();
    let day = day.and_then(stamp).unwrap_or_default();
    entries.and_then(|entries| archive(&entries, day)).trouble(failed, advice)
}

fn content<'f>(file: &'f File, memo: &Memo) -> io::Result<Content<'f>> {
    match (&file.held, file.kind) {
        (Held::Deflated(text), _) => Ok(Content::deflated(text.clone())),
        // A spreadsheet is deflated inside: to do it again takes as long and makes it no smaller.
        (Held::Whole(bytes), FileKind::Table(Format::Xlsx)) => Ok(Content::stored(bytes)),
        (Held::Whole(bytes), _) => Deflated::of(bytes, memo).map(Content::deflated),
    }
}

/// The beginning of a day, where the format has it.
fn stamp(day: Date) -> Option<DateTime> {
    let (year, month) = (u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?);
    DateTime::from_date_and_time(year, month, u8::try_from(day.day()).ok()?, 0, 0, 0).ok()
}

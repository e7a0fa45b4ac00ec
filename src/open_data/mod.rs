//! The open data of an edition: every table as CSV, CSV for Excel, JSON and XLSX, the Data Package that describes their columns, and their
//! DCAT-AP_IT catalogue.
//!
//! Owns the columns of the tables and the bytes of each format. Never touches the disk, and knows no page.
//!
//! ```text
//! Edition ─table→ DataTable ─format→ bytes ┬data_package→ datapackage.json
//!                                           └catalogue→ catalogo.jsonld
//! ```

mod bundle;
mod catalogue;
mod data_package;
mod data_table;
mod deflated;
mod file;
mod format;
mod table;
mod text;

pub use data_table::{Cell, Column, DataTable};
pub use file::{File, FileKind};
pub use format::Format;
pub use table::sheets;

use crate::memo::Memo;
use crate::model::{Annex, Edition};
use crate::trouble::{Context, Trouble};
use file::Held;
use rayon::prelude::*;
use serde::Serialize;

/// A workbook holds all its cells while it is made: one of more rows is made while nothing else is.
const ALONE: usize = 20_000;

/// Every file below `<edizione>/dati/`: the tables in the order of the contract, each in its four formats, then what describes them.
///
/// `base_url` is where the site is served from; without it no absolute address of the site is written.
///
/// # Errors
///
/// When a spreadsheet cannot hold the table: more than 1,048,575 rows or 16,384 columns.
pub fn files(annex: &Annex, edition: &Edition, base_url: Option<&str>) -> Result<Vec<File>, Trouble> {
    files_after(annex, edition, base_url, &Memo::default())
}

/// The same, not making again what a memo knows.
///
/// # Errors
///
/// As for [`files`].
pub fn files_after(
    annex: &Annex,
    edition: &Edition,
    base_url: Option<&str>,
    memo: &Memo,
) -> Result<Vec<File>, Trouble> {
    let folder = format!("{}/dati", edition.id.as_str());
    let sheets = sheets(edition);
    let stamp = format::Stamp::new(annex.administration.as_ref(), edition);
    let file = |table, title: &str, kind, name: &str, (held, sha256)| File {
        table,
        title: title.to_owned(),
        kind,
        path: format!("{folder}/{name}"),
        sha256,
        held,
    };
    let of_table = |&(sheet, format): &(&DataTable<'_>, Format)| {
        let name = format!("{}{}", sheet.name, format.ending());
        Ok(file(sheet.name, sheet.title, FileKind::Table(format), &name, format.made(sheet, &stamp, memo)?))
    };
    let wanted: Vec<(&DataTable<'_>, Format)> =
        sheets.iter().flat_map(|sheet| Format::ALL.into_iter().map(move |format| (sheet, format))).collect();
    let turn = |(sheet, format): &(&DataTable<'_>, Format)| match format {
        Format::Xlsx if sheet.rows.len() > ALONE => Turn::Alone,
        Format::Xlsx => Turn::First,
        _ => Turn::Then,
    };
    let mut files = made(&wanted, turn, of_table)?;
    let described = data_package::bytes(annex, edition, &sheets, &files)?;
    let catalogue = catalogue::bytes(annex, edition, base_url, &sheets, &files)?;
    let add =
        |files: &mut Vec<File>, title, kind, name, bytes| files.push(file("", title, kind, name, Held::whole(bytes)));
    add(&mut files, "Descrizione delle tavole", FileKind::DataPackage, data_package::NAME, described);
    add(&mut files, "Catalogo dei dati aperti", FileKind::Catalogue, "catalogo.jsonld", catalogue);
    let all = bundle::bytes(&files, edition.updated.as_ref().map(|day| day.value), memo)?;
    add(&mut files, "Tutti i dati aperti", FileKind::Bundle, bundle::NAME, all);
    Ok(files)
}

/// When something is made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// While nothing else is: it takes much memory.
    Alone,
    /// Before the rest: it takes longer, and nothing should wait for it at the end.
    First,
    Then,
}

/// Makes something of each item, in their order: of some one after the other, then of all others on many threads.
fn made<T: Sync, U: Send>(
    items: &[T],
    turn: impl Fn(&T) -> Turn,
    make: impl Fn(&T) -> Result<U, Trouble> + Sync,
) -> Result<Vec<U>, Trouble> {
    let numbered = |(place, item)| Ok((place, make(item)?));
    let mut waiting: Vec<(usize, &T)> = items.iter().enumerate().collect();
    waiting.sort_by_key(|(_, item)| turn(item));
    let together = waiting.split_off(waiting.partition_point(|(_, item)| turn(item) == Turn::Alone));
    let mut all = waiting.into_iter().map(numbered).collect::<Result<Vec<(usize, U)>, Trouble>>()?;
    let together = together.into_par_iter().with_max_len(1);
    all.extend(together.map(numbered).collect::<Result<Vec<_>, Trouble>>()?);
    all.sort_by_key(|(place, _)| *place);
    Ok(all.into_iter().map(|(_, made)| made).collect())
}

/// JSON on lines, which `what` is.
fn pretty(value: &impl Serialize, what: &str) -> Result<Vec<u8>, Trouble> {
    let mut bytes = serde_json::to_vec_pretty(value)
        .trouble(|| format!("non è possibile scrivere {what}"), "segnalare l'errore a chi sviluppa il programma")?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn what_takes_much_memory_is_made_alone_and_stands_where_it_stood() {
        let order = Mutex::new(Vec::new());
        let turn = |number: &usize| if number.is_multiple_of(7) { Turn::Alone } else { Turn::Then };
        let make = |&number: &usize| {
            order.lock().unwrap().push(number);
            if number == 999 { Err(Trouble::new("no", "")) } else { Ok(number * 2) }
        };
        let items: Vec<usize> = (0..100).collect();
        assert_eq!(made(&items, turn, make).unwrap(), (0..200).step_by(2).collect::<Vec<_>>());
        assert_eq!(order.lock().unwrap()[..15], (0..100).step_by(7).collect::<Vec<_>>());
        assert!(made(&[7, 999], turn, make).is_err(), "one of the others");
        assert!(
            made(&[999, 7], |number| if *number > 7 { Turn::Alone } else { Turn::First }, make).is_err(),
            "one alone"
        );
    }
}

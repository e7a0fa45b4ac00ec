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
mod file;
mod format;
mod table;

pub use data_table::{Cell, Column, DataTable};
pub use file::{File, FileKind};
pub use format::Format;
pub use table::sheets;

use crate::memo::Memo;
use crate::model::{Annex, Edition};
use crate::output::Output;
use crate::trouble::{Context, Trouble};
use rayon::prelude::*;
use serde::Serialize;

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
    let wanted: Vec<(&DataTable<'_>, Format)> =
        sheets.iter().flat_map(|sheet| Format::ALL.into_iter().map(move |format| (sheet, format))).collect();
    let mut files = wanted
        .into_par_iter()
        .map(|(sheet, format)| {
            let path = format!("{folder}/{}{}", sheet.name, format.ending());
            let bytes = format.bytes(sheet, &stamp, memo)?;
            Ok(File {
                table: sheet.name,
                title: sheet.title.to_owned(),
                kind: FileKind::Table(format),
                output: Output::new(path, bytes),
            })
        })
        .collect::<Result<Vec<File>, Trouble>>()?;
    let package = data_package::bytes(annex, edition, &sheets, &files)?;
    let output = Output::new(format!("{folder}/{}", data_package::NAME), package);
    let title = "Descrizione delle tavole".to_owned();
    let package = File { table: "", title, kind: FileKind::DataPackage, output };
    let catalogue = catalogue::bytes(annex, edition, base_url, &sheets, &files)?;
    let output = Output::new(format!("{folder}/catalogo.jsonld"), catalogue);
    files.push(package);
    files.push(File { table: "", title: "Catalogo dei dati aperti".to_owned(), kind: FileKind::Catalogue, output });
    let day = edition.updated.as_ref().map(|day| day.value);
    let output = Output::new(format!("{folder}/{}", bundle::NAME), bundle::bytes(&files, day, memo)?);
    files.push(File { table: "", title: "Tutti i dati aperti".to_owned(), kind: FileKind::Bundle, output });
    Ok(files)
}

/// JSON on lines, which `what` is.
fn pretty(value: &impl Serialize, what: &str) -> Result<Vec<u8>, Trouble> {
    let mut bytes = serde_json::to_vec_pretty(value)
        .trouble(|| format!("non è possibile scrivere {what}"), "segnalare l'errore a chi sviluppa il programma")?;
    bytes.push(b'\n');
    Ok(bytes)
}

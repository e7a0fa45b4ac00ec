use crate::picture::Picture;
use std::collections::BTreeMap;

/// What the site must know that does not stand in the data.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Where the site is served from, ending in a slash; nothing = no absolute address anywhere.
    pub base_url: Option<String>,
    /// The open data of each edition, by its identifier, in the order in which they are listed.
    pub files: BTreeMap<String, Vec<DataFile>>,
    /// The text of `processi.csv` of each edition, by its identifier: the page of the processes gives out the rows that were chosen.
    pub process_rows: BTreeMap<String, String>,
    /// The coat of arms of the administration.
    pub coat_of_arms: Option<Picture>,
    /// The PDFs of each edition, by its identifier; pages offer these and no others.
    pub papers: BTreeMap<String, Papers>,
}

/// What the folder `stampa/` of an edition holds besides the pages made for paper.
#[derive(Clone, Debug, Default)]
pub struct Papers {
    /// The PDFs of the whole annex and of its tables, each named after its page, such as `processi.pdf`.
    pub pdfs: Vec<PaperFile>,
    /// The document that was approved, byte for byte.
    pub approved: Option<PaperFile>,
}

/// A file made to be kept or printed, in the folder `stampa/` of an edition.
#[derive(Clone, Debug)]
pub struct PaperFile {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

/// A file of open data in the folder `dati/` of an edition.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// The table that it holds, such as `processi`.
    pub table: &'static str,
    /// Its name, such as `processi-excel.csv`.
    pub name: String,
    /// What it is for people.
    pub label: &'static str,
    /// Its media type, such as `text/csv`.
    pub media_type: &'static str,
    /// Its size in bytes.
    pub size: usize,
}

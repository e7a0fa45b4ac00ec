use super::names::{UPLOADS, stem};
use crate::model::Edition;
use crate::open_data;
use crate::output::{Output, size};
use crate::pdf;
use serde::Serialize;

/// A file to be uploaded alone, under a name that speaks.
#[derive(Clone, Debug, Serialize)]
pub struct Upload {
    /// Its path in the archive.
    pub path: String,
    /// Where the site has the same bytes; nothing for what is made for the archive alone.
    pub on_site: Option<String>,
    /// What it is.
    pub what: String,
    /// What it is in, for people.
    pub format: String,
    /// Its size, for people.
    pub size: String,
    /// Among which files it is listed.
    pub kind: Kind,
}

/// What an upload is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The document, whole.
    Document,
    /// One of its tables.
    Table,
    /// Open data.
    Data,
}

/// What is published of all editions.
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    /// The open data.
    pub data: &'a [open_data::File],
    /// The PDFs.
    pub pdfs: &'a [Output],
    /// The documents that were approved.
    pub approved: &'a [Output],
    /// The annex of the edition in force as one page that needs no other file.
    pub page: Option<&'a str>,
}

/// The files of an edition to be uploaded, in the order in which people look for them.
pub fn uploads(edition: &Edition, published: Published<'_>) -> Vec<Upload> {
    let names = Names { stem: stem(edition), folder: format!("{}/", edition.id.as_str()) };
    let mut uploads = Vec::new();
    for output in published.approved.iter().filter(|output| output.path.starts_with(&names.folder)) {
        let file = output.path.rsplit('/').next().unwrap_or_default();
        let ending = file.split_once('.').map(|(_, ending)| format!(".{ending}")).unwrap_or_default();
        let format = ending.trim_start_matches('.').to_uppercase();
        let what = "Documento approvato, così com'è stato approvato".to_owned();
        uploads.push(names.upload(
            Kind::Document,
            &format!("-documento-approvato{ending}"),
            Some(output),
            what,
            format,
        ));
    }
    for paper in pdf::papers(edition) {
        let Some(output) = published.pdfs.iter().find(|pdf| pdf.path == paper.path) else { continue };
        let name = paper.path.rsplit('/').next().and_then(|name| name.strip_suffix(".pdf")).unwrap_or_default();
        let upload = if name == "allegato" {
            let what = "Tutto l'allegato, versione accessibile da conservare".to_owned();
            names.upload(Kind::Document, ".pdf", Some(output), what, "PDF".to_owned())
        } else {
            let (ending, what) = (format!("-{name}.pdf"), paper.title.to_owned());
            names.upload(Kind::Table, &ending, Some(output), what, "PDF".to_owned())
        };
        uploads.push(upload);
    }
    if let Some(page) = published.page {
        let mut upload = names.upload(
            Kind::Document,
            ".html",
            None,
            "Tutto l'allegato in una pagina sola, da leggere sullo schermo".to_owned(),
            "HTML".to_owned(),
        );
        upload.size = size(page.len() as u64);
        uploads.push(upload);
    }
    for file in published.data.iter().filter(|file| file.output.path.starts_with(&names.folder)) {
        let what = file.title.to_owned();
        let ending = format!("-{}", file.name());
        uploads.push(names.upload(Kind::Data, &ending, Some(&file.output), what, format(file.name())));
    }
    uploads.sort_by_key(|upload| upload.kind as u8);
    uploads
}

/// The format of a file of open data, in a word.
fn format(name: &str) -> String {
    match name.rsplit_once('.') {
        Some(("catalogo", _)) => "DCAT-AP_IT, JSON-LD".to_owned(),
        Some((stem, "csv")) if stem.ends_with("-excel") => "CSV per Excel".to_owned(),
        Some((_, ending)) => ending.to_uppercase(),
        None => "file".to_owned(),
    }
}

/// The files that are one thing in several formats stand together.
pub(super) fn things(uploads: &[Upload], kind: Kind) -> Vec<&[Upload]> {
    let things = uploads.chunk_by(|one, next| one.kind == next.kind && one.what == next.what);
    things.filter(|thing| thing[0].kind == kind).collect()
}

/// How the files of an edition are called.
struct Names {
    stem: String,
    /// The folder of the edition on the site.
    folder: String,
}

impl Names {
    fn upload(&self, kind: Kind, ending: &str, output: Option<&Output>, what: String, format: String) -> Upload {
        let folder = match kind {
            Kind::Document => "",
            Kind::Table => "Tavole in PDF/",
            Kind::Data => "Dati aperti/",
        };
        Upload {
            path: format!("{UPLOADS}{folder}{}{ending}", self.stem),
            on_site: output.map(|output| output.path.clone()),
            what,
            format,
            size: output.map(|output| size(output.bytes.len() as u64)).unwrap_or_default(),
            kind,
        }
    }
}

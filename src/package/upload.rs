use super::names::{UPLOADS, stem};
use super::renamed::renamed;
use crate::edition_files::EditionFiles;
use crate::model::Edition;
use crate::open_data::{File, FileKind};
use crate::output::{Output, size};
use crate::pdf;
use crate::trouble::Trouble;
use std::borrow::Cow;
use std::collections::HashMap;

/// A file to be uploaded alone, under a descriptive name.
#[derive(Clone, Debug)]
pub struct Upload<'f> {
    /// Its path in the archive.
    pub path: String,
    content: Content<'f>,
    /// Where the site has the same file; `None` if it is made for the archive alone.
    pub on_site: Option<&'f str>,
    /// What it is.
    pub what: String,
    /// Its format, for people.
    pub format: String,
    /// Its size, for people.
    pub size: String,
    /// Among which files it is listed.
    pub kind: UploadKind,
}

/// What an upload says.
#[derive(Clone, Debug)]
enum Content<'f> {
    /// These bytes.
    Bytes(Cow<'f, [u8]>),
    /// Those of a file of the open data, which may be large.
    Data(&'f File),
}

/// What an upload is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadKind {
    /// The document, whole.
    Document,
    /// One of its tables.
    Table,
    /// Open data.
    Data,
}

/// The files of an edition to be uploaded, in the order in which people look for them; `page` is the annex as one page that needs no
/// other file.
///
/// # Errors
///
/// When a description of the open data cannot be read, which would be a fault of this program.
pub fn uploads<'f>(
    edition: &Edition,
    files: &'f EditionFiles,
    page: Option<&'f str>,
) -> Result<Vec<Upload<'f>>, Trouble> {
    let stem = stem(edition);
    let mut uploads: Vec<Upload<'f>> = files.approved.iter().map(|output| approved(&stem, output)).collect();
    for paper in pdf::papers(edition) {
        let pdf = files.pdfs.iter().find(|pdf| pdf.path() == paper.path).and_then(|pdf| pdf.output());
        uploads.extend(pdf.map(|output| printed(&stem, output, &paper.title)));
    }
    uploads.extend(files.word.as_ref().and_then(|word| word.output()).map(|output| editable(&stem, output)));
    uploads.extend(page.map(|page| whole(&stem, page)));
    uploads.extend(data(&stem, &files.data)?);
    uploads.sort_by_key(|upload| upload.kind as u8);
    Ok(uploads)
}

/// The open data, whose descriptions name the files as they are called here.
fn data<'f>(stem: &str, files: &'f [File]) -> Result<Vec<Upload<'f>>, Trouble> {
    // What is handed over is an archive already.
    let files: Vec<&File> = files.iter().filter(|file| file.kind != FileKind::Bundle).collect();
    let paths: Vec<_> = files.iter().map(|file| path(stem, UploadKind::Data, &format!("-{}", file.name()))).collect();
    let called = paths.iter().map(|path| path.rsplit('/').next().unwrap_or(path));
    let names: HashMap<_, _> = files.iter().map(|file| file.name()).zip(called).collect();
    let upload = |(file, path): (&&'f File, &String)| {
        let (title, format) = (file.title.clone(), format(file.name()));
        let (content, on_site) = match file.kind {
            FileKind::Table(_) => (Content::Data(file), Some(file.path.as_str())),
            _ => (Content::Bytes(renamed(&file.bytes()?, &names)?.into()), None),
        };
        Ok(Upload::of(content, on_site, UploadKind::Data, path.clone(), title, format))
    };
    files.iter().zip(&paths).map(upload).collect()
}

/// The document that was approved.
fn approved<'f>(stem: &str, output: &'f Output) -> Upload<'f> {
    let file = output.path.rsplit('/').next().unwrap_or_default();
    let ending = file.split_once('.').map(|(_, ending)| format!(".{ending}")).unwrap_or_default();
    let format = ending.trim_start_matches('.').to_uppercase();
    let what = "Documento approvato, così com'è stato approvato".to_owned();
    let path = path(stem, UploadKind::Document, &format!("-documento-approvato{ending}"));
    Upload::published(output, UploadKind::Document, path, what, format)
}

/// A PDF that the program made: of the whole annex, or of a table.
fn printed<'f>(stem: &str, output: &'f Output, title: &str) -> Upload<'f> {
    let name = output.path.rsplit('/').next().and_then(|name| name.strip_suffix(".pdf")).unwrap_or_default();
    let (kind, ending, what) = if name == "allegato" {
        let what = "Tutto l'allegato, versione accessibile da conservare";
        (UploadKind::Document, ".pdf".to_owned(), what)
    } else {
        (UploadKind::Table, format!("-{name}.pdf"), title)
    };
    Upload::published(output, kind, path(stem, kind, &ending), what.to_owned(), "PDF".to_owned())
}

/// The annex as a Word document.
fn editable<'f>(stem: &str, output: &'f Output) -> Upload<'f> {
    let what = "Tutto l'allegato, per il programma degli atti".to_owned();
    Upload::published(
        output,
        UploadKind::Document,
        path(stem, UploadKind::Document, ".docx"),
        what,
        "Word, DOCX".to_owned(),
    )
}

/// The annex as one page.
fn whole<'f>(stem: &str, page: &'f str) -> Upload<'f> {
    let path = path(stem, UploadKind::Document, ".html");
    let what = "Tutto l'allegato in una pagina sola, da leggere sullo schermo".to_owned();
    Upload::of(Content::Bytes(page.as_bytes().into()), None, UploadKind::Document, path, what, "HTML".to_owned())
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

/// The uploads of a kind, those of one thing in several formats together.
pub(super) fn things<'u, 'f>(uploads: &'u [Upload<'f>], kind: UploadKind) -> Vec<&'u [Upload<'f>]> {
    let things = uploads.chunk_by(|one, next| one.kind == next.kind && one.what == next.what);
    things.filter(|thing| thing[0].kind == kind).collect()
}

/// The path of an upload in the archive.
fn path(stem: &str, kind: UploadKind, ending: &str) -> String {
    let folder = match kind {
        UploadKind::Document => "",
        UploadKind::Table => "Tavole in PDF/",
        UploadKind::Data => "Dati aperti/",
    };
    format!("{UPLOADS}{folder}{stem}{ending}")
}

impl<'f> Upload<'f> {
    /// A file of the site.
    fn published(output: &'f Output, kind: UploadKind, path: String, what: String, format: String) -> Self {
        let content = Content::Bytes(Cow::Borrowed(&output.bytes));
        Self::of(content, Some(&output.path), kind, path, what, format)
    }

    fn of(
        content: Content<'f>,
        on_site: Option<&'f str>,
        kind: UploadKind,
        path: String,
        what: String,
        format: String,
    ) -> Self {
        let length = match &content {
            Content::Bytes(bytes) => bytes.len(),
            Content::Data(file) => file.size(),
        };
        Self { path, content, on_site, what, format, size: size(length as u64), kind }
    }

    /// Its bytes.
    ///
    /// # Errors
    ///
    /// As for [`File::bytes`].
    pub fn bytes(&self) -> Result<Cow<'_, [u8]>, Trouble> {
        match &self.content {
            Content::Bytes(bytes) => Ok(Cow::Borrowed(bytes)),
            Content::Data(file) => file.bytes(),
        }
    }
}

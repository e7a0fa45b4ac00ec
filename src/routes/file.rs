use super::data_format::DataFormat;
use super::print_page::PrintPage;
use crate::model::{ApprovedDocument, Edition, Keyword, TableName};

/// A file of an edition that is not a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    /// Its path from the root of the site.
    pub path: String,
    /// The page for paper of which this is the PDF or the Word document; `None` for every other file. It is there only on a site that was
    /// built with them.
    pub paper: Option<PrintPage>,
}

/// The files of an edition, from its folder: open data, PDFs, the Word document, the document that was approved.
pub(super) fn of_edition(edition: &Edition) -> Vec<SiteFile> {
    let id = edition.id.as_str();
    let file = |path: String, paper| SiteFile { path: format!("{id}/{path}"), paper };
    let mut files = Vec::new();
    for table in data_tables(edition) {
        files.extend(DataFormat::ALL.map(|format| file(format!("dati/{table}{}", format.ending()), None)));
    }
    files.extend(
        ["dati/datapackage.json", "dati/catalogo.jsonld", "dati/tutto.zip"].map(|path| file(path.to_owned(), None)),
    );
    files.extend(PrintPage::of(edition).into_iter().map(|page| file(page.pdf_path(), Some(page))));
    files.push(file(PrintPage::word_path(), Some(PrintPage::Annex)));
    files.extend(edition.approved_document.iter().map(|document| file(approved_path(document), None)));
    files
}

/// The tables of the open data, by the names of their files.
fn data_tables(edition: &Edition) -> Vec<&'static str> {
    let all = [
        (edition.areas.is_present() && edition.has_areas(), "aree"),
        (edition.services.is_present() && edition.has_services(), "servizi"),
        (edition.teams.is_present() && edition.has_teams(), TableName::Teams.keyword()),
        (edition.processes.is_present(), TableName::Processes.keyword()),
        (edition.has(TableName::Software), TableName::Software.keyword()),
        (edition.has(TableName::Training), TableName::Training.keyword()),
        (edition.has(TableName::Adoption), TableName::Adoption.keyword()),
        (edition.has(TableName::ExpectedBehaviours), TableName::ExpectedBehaviours.keyword()),
        (edition.has(TableName::Indicators), TableName::Indicators.keyword()),
    ];
    all.into_iter().filter(|(present, _)| *present).map(|(_, name)| name).collect()
}

/// Where the document that was approved stands, from the folder of the edition.
pub fn approved_path(document: &ApprovedDocument) -> String {
    format!("stampa/documento-approvato{}", ending(&document.file.value))
}

/// The ending of the file's name, that of a signed document with both its parts: `.pdf.p7m`.
fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let mut parts: Vec<&str> = name.split('.').skip(1).collect();
    let kept = parts.len().min(if parts.last() == Some(&"p7m") { 2 } else { 1 });
    parts.drain(..parts.len() - kept);
    let plain = parts
        .into_iter()
        .filter(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    plain.fold(String::new(), |ending, part| ending + "." + part)
}

#[cfg(test)]
mod tests {
    use super::ending;

    #[test]
    fn the_ending_is_kept() {
        for (path, expected) in [
            ("atti/Delibera n. 12.PDF", ".pdf"),
            ("a/b.2025.pdf.p7m", ".pdf.p7m"),
            ("senza", ""),
            ("a.b/c", ""),
            ("x.pdf/../y", ""),
        ] {
            assert_eq!(ending(path), expected, "{path}");
        }
    }
}

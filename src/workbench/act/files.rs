use crate::edit::{Change, Document, Refusal};
use crate::load::Overlay;
use crate::model::Edition;
use crate::workbench::bench::Bench;
use crate::workbench::session::FileEdit;
use crate::workbench::table::{FileText, Mention, Rows};
use std::collections::BTreeMap;

/// Files that are being changed together.
#[derive(Debug, Default)]
pub(super) struct Files {
    documents: BTreeMap<String, (Option<String>, Document)>,
    /// Chapters, before and after.
    texts: BTreeMap<String, (String, String)>,
}

impl Files {
    /// A file, to be changed: as it is by now.
    pub(super) fn open(&mut self, file: &FileText<'_>) -> Result<&mut Document, Refusal> {
        let document = file.document().map_err(Clone::clone)?;
        let fresh = || (file.text.map(str::to_owned), document.clone());
        let (_, document) = self.documents.entry(file.path.clone()).or_insert_with(fresh);
        Ok(document)
    }

    /// Gives a chapter another text.
    pub(super) fn text(&mut self, path: &str, before: &str, after: String) {
        self.texts.insert(path.to_owned(), (before.to_owned(), after));
    }

    /// Makes a change to a file.
    pub(super) fn change(&mut self, file: &FileText<'_>, change: &Change) -> Result<(), Refusal> {
        self.open(file)?.apply(change, &[])
    }

    /// Lets the records that name one identifier name another.
    pub(super) fn rename(
        &mut self,
        bench: &Bench<'_>,
        edition: &Edition,
        named: &[Mention],
        (from, to): (&str, &str),
    ) -> Result<(), Refusal> {
        for mention in named {
            let rows = Rows::of(bench, edition, mention.home);
            let Some(row) = rows.rows.iter().find(|row| row.id == mention.id) else { continue };
            let at = mention.at(row);
            let document = self.open(&rows.files[row.file])?;
            let Some(value) = document.read().at(&at) else { continue };
            let value = mention.renamed(value, from, to);
            // The keys stay in their order.
            let keys: Vec<String> = value.entries().iter().map(|(key, _)| key.clone()).collect();
            let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
            document.apply(&Change::Set { at, value }, &keys)?;
        }
        Ok(())
    }

    /// What the files would say.
    pub(super) fn overlay(&self) -> Overlay {
        let documents = self.documents.iter().map(|(path, (_, document))| (path.clone(), document.text().to_owned()));
        documents.chain(self.texts.iter().map(|(path, (_, after))| (path.clone(), after.clone()))).collect()
    }

    /// The files before and after.
    pub(super) fn edits(self) -> Vec<FileEdit> {
        let edit = |(path, (before, document)): (String, (Option<String>, Document))| FileEdit {
            path,
            before,
            after: Some(document.text().to_owned()),
        };
        let text = |(path, (before, after)): (String, (String, String))| FileEdit {
            path,
            before: Some(before),
            after: Some(after),
        };
        self.documents.into_iter().map(edit).chain(self.texts.into_iter().map(text)).collect()
    }
}

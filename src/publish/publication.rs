use super::appearance::Appearance;
use crate::chapters::ChapterTree;
use crate::load::own_file;
use crate::model::{Administration, Annex, Edition, EditionState};
use crate::output::Output;
use crate::paper;
use crate::pdf;
use crate::picture::Album;
use crate::routes::Routes;
use crate::site;
use crate::theme::Theme;
use crate::trouble::Trouble;
use crate::word;
use std::path::Path;
use std::sync::Arc;

/// What is published of a folder whose data have no error: everything that the site, the PDFs and the archive are made from.
#[derive(Debug)]
pub struct Publication<'a> {
    /// The data.
    pub annex: &'a Annex,
    /// Who publishes.
    pub administration: &'a Administration,
    /// The site map.
    pub routes: Routes,
    /// For each edition, its chapters with every figure in place.
    pub chapters: Vec<Vec<&'a ChapterTree>>,
    /// For each edition, the pictures of its chapters.
    pub albums: &'a [Album],
    /// Theme and coat of arms.
    pub appearance: Appearance,
    /// Where the site is served from, ending in a slash; `None` = no absolute address anywhere.
    pub base_url: Option<String>,
    /// For each edition, the document that was approved.
    pub(super) approved: Vec<Option<Output>>,
}

impl<'a> Publication<'a> {
    /// Reads the theme, unless it was read before, the coat of arms and the approved documents.
    pub(super) fn new(
        root: &Path,
        annex: &'a Annex,
        administration: &'a Administration,
        chapters: Vec<Vec<&'a ChapterTree>>,
        albums: &'a [Album],
        base_url: Option<&str>,
        theme: Option<&Arc<Theme>>,
    ) -> Result<Self, Trouble> {
        let stated = administration.base_url.as_ref().map(|url| url.value.as_str());
        Ok(Self {
            annex,
            administration,
            routes: Routes::of(annex).with_changes(&site::changed_rows(annex, administration)),
            chapters,
            albums,
            appearance: Appearance::read(root, administration, theme)?,
            base_url: base_url.or(stated).map(with_final_slash),
            // Read before anything is made, as a document that is not the approved one stops everything.
            approved: approved_documents(root, annex)?,
        })
    }

    /// Warnings about theme and coat of arms, a sentence in Italian for each.
    pub fn warnings(&self) -> Vec<String> {
        self.appearance.warnings(self.administration)
    }

    /// The edition in force, with its place among the editions.
    ///
    /// # Errors
    ///
    /// When the data name one that is not there.
    pub fn current(&self) -> Result<(usize, &'a Edition), Trouble> {
        let id = &self.administration.current_edition.value;
        let mut editions = self.annex.editions.iter().enumerate();
        editions.find(|(_, edition)| edition.id.as_str() == id).ok_or_else(|| {
            Trouble::new(
                "nei dati non c'è l'edizione vigente",
                "in data/ente.yaml scrivere in `edizione_corrente` il nome di una cartella di `data`",
            )
        })
    }

    /// For each edition, what it shows on paper.
    pub(super) fn papers(&self) -> impl Iterator<Item = paper::Materials<'_>> {
        let editions = self.annex.editions.iter().zip(&self.chapters).enumerate();
        editions.map(|(number, (edition, chapters))| paper::Materials {
            administration: self.administration,
            edition,
            number,
            state: EditionState::of(edition, self.annex),
            routes: &self.routes,
            chapters,
            album: self.albums.get(number).unwrap_or(const { &Album::EMPTY }),
            coat_of_arms: self.appearance.coat_of_arms.as_ref(),
        })
    }

    /// The pictures that the Word documents cannot show, as messages name them.
    pub fn left_out_of_word(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in self.papers().flat_map(|paper| word::left_out(&paper)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether the data ask for the PDFs at every build.
    pub fn asks_for_pdfs(&self) -> bool {
        self.administration.pdf.as_ref().is_some_and(|pdf| pdf.value)
    }

    /// Whether the data ask for the Word document at every build.
    pub fn asks_for_word(&self) -> bool {
        self.administration.word.as_ref().is_some_and(|word| word.value)
    }
}

fn with_final_slash(url: &str) -> String {
    if url.ends_with('/') { url.to_owned() } else { format!("{url}/") }
}

/// For each edition, the document that was approved, byte for byte; it is refused if it does not have the fingerprint stated in the data.
pub(super) fn approved_documents(root: &Path, annex: &Annex) -> Result<Vec<Option<Output>>, Trouble> {
    let approved = |edition: &Edition| {
        let Some(document) = &edition.approved_document else { return Ok(None) };
        pdf::approved_document(edition, document, own_file(root, &document.file)?).map(Some)
    };
    annex.editions.iter().map(approved).collect()
}

use super::bench::Bench;
use crate::digest::Sha256;
use crate::model::Edition;
use crate::source::SourceId;

/// A file that is edited as text: a chapter, or one of the data.
#[derive(Debug)]
pub(super) struct TextFile<'a> {
    /// Its path below the root.
    pub(super) path: String,
    /// Its name without the folder, and for a chapter without the ending.
    pub(super) name: String,
    /// What it says.
    pub(super) text: &'a str,
    /// Which of the texts that were read it is.
    pub(super) source: Option<SourceId>,
    pub(super) is_chapter: bool,
    /// Whether it is there; it can be written all the same.
    pub(super) is_there: bool,
}

impl<'a> TextFile<'a> {
    /// The chapters of an edition, in the order of their files.
    pub(super) fn chapters(bench: &Bench<'a>, edition: &Edition) -> Vec<Self> {
        let Ok(annex) = bench.annex else { return Vec::new() };
        let folder = format!("content/{}/", edition.id.as_str());
        let mut all = Vec::new();
        for source in annex.sources().iter() {
            let name = source.path().strip_prefix(&folder).and_then(|name| name.strip_suffix(".md"));
            if let Some(name) = name.filter(|name| !name.contains('/') && source.is_read()) {
                all.push(Self {
                    path: source.path().to_owned(),
                    name: name.to_owned(),
                    text: source.text(),
                    source: annex.sources().find(source.path()),
                    is_chapter: true,
                    is_there: true,
                });
            }
        }
        all
    }

    /// The chapter with this name, of its file or of its page.
    pub(super) fn chapter(bench: &Bench<'a>, edition: &Edition, name: &str) -> Option<Self> {
        let slug = |file: &Self| {
            let own = edition.chapters.iter().find(|chapter| Some(chapter.body.span.source) == file.source);
            own.is_some_and(|chapter| chapter.slug == name)
        };
        Self::chapters(bench, edition).into_iter().find(|file| file.name == name || slug(file))
    }

    /// A file of the data that was read.
    pub(super) fn data(bench: &Bench<'a>, path: &str) -> Option<Self> {
        let annex = bench.annex.ok()?;
        let is_data = path.starts_with("data/") && path.ends_with(".yaml");
        let source = annex.sources().find(path).filter(|_| is_data)?;
        let file = annex.sources().get(source);
        file.is_read().then(|| Self {
            path: path.to_owned(),
            name: path.to_owned(),
            text: file.text(),
            source: Some(source),
            is_chapter: false,
            is_there: true,
        })
    }

    /// A file that is no longer there, of which a form was sent: by the name of its chapter, or by its path below the root. `None` where no such
    /// file could be.
    pub(super) fn absent(edition: Option<&Edition>, name: &str) -> Option<Self> {
        let (path, is_chapter) = match edition {
            Some(edition) => (format!("content/{}/{name}.md", edition.id.as_str()), true),
            None => (name.to_owned(), false),
        };
        let is_plain = |part: &str| {
            let is_own = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.');
            !part.starts_with('.') && !part.is_empty() && part.chars().all(is_own)
        };
        let is_data = path.starts_with("data/") && path.ends_with(".yaml");
        let is_right = path.split('/').all(is_plain) && if is_chapter { !name.contains('/') } else { is_data };
        is_right.then(|| Self { path, name: name.to_owned(), text: "", source: None, is_chapter, is_there: false })
    }

    /// Where it is edited.
    pub(super) fn address(&self) -> String {
        if self.is_chapter { format!("/banco/capitoli/{}/", self.name) } else { format!("/banco/testo/{}", self.path) }
    }

    /// The same, at a line counted from 1.
    pub(super) fn line_address(&self, line: usize) -> String {
        format!("{}?riga={line}", self.address())
    }

    /// Tells its text from others.
    pub(super) fn fingerprint(&self) -> String {
        Sha256::of(self.text.as_bytes())
    }
}

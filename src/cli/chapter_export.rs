use super::Outcome;
use super::folder_option::FolderOption;
use super::known_edition::desk;
use super::progress::during;
use super::spreadsheet_arguments::Export;
use super::streams::tell;
use crate::digest::Sha256;
use crate::docx;
use crate::load::load;
use crate::manuscript::{self, MARK};
use crate::model::{Administration, Chapter, Date, Edition};
use crate::source::Source;
use crate::trouble::Trouble;
use crate::write::{NewFile, Replaceable};
use crate::year::Desk;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// The largest document that is looked at, in bytes.
const LARGEST: u64 = 64 << 20;

/// Writes every chapter of an edition as a Word document.
pub(super) fn run(options: &Export, folder: &Path) -> Result<Outcome, Trouble> {
    let root = &options.folder.root;
    let loaded = during("Si leggono i dati", || load(root))?;
    let Some(desk) = desk(&options.folder, &loaded, options.edition.as_deref())? else {
        tell!("I capitoli non sono stati scritti: prima vanno corretti gli errori nei dati.");
        return Ok(Outcome::Faulty);
    };
    let unread = unread(desk);
    if !unread.is_empty() {
        for path in unread {
            tell!("errore: `{path}`: il capitolo non si legge: va corretto prima");
        }
        tell!("I capitoli non sono stati scritti: ciò che manca si trova con `piao controlla`.");
        return Ok(Outcome::Faulty);
    }
    let chapters = &desk.edition.chapters;
    let administration = desk.loaded.annex.administration.as_ref();
    let files = chapters.iter().map(|chapter| {
        let bytes = bytes(administration, desk.edition, chapter)?;
        begun(root, &folder.join(format!("{}.docx", chapter.slug)), &bytes)
    });
    during("Si scrivono i capitoli", || NewFile::commit_all(files))?;
    let shown = folder.display();
    if let Some(chapter) = chapters.first() {
        tell!(
            "Ciò che sta fra doppie graffe, e le immagini, restano scritti come nel capitolo: non vanno toccati. Quando un documento torna: piao importa{} \"{}/{}.docx\" --capitolo {}",
            FolderOption(root),
            shown,
            chapter.slug,
            chapter.slug
        );
    }
    match chapters.len() {
        0 => tell!("L'edizione {} non ha capitoli: nulla è stato scritto.", desk.edition.id.as_str()),
        1 => tell!("1 capitolo scritto in `{shown}`."),
        count => tell!("{count} capitoli scritti in `{shown}`."),
    }
    Ok(Outcome::Done)
}

/// The files of chapters of which there is none, because they cannot be read: without them the documents would be taken for the whole.
fn unread(desk: Desk<'_>) -> Vec<&str> {
    let folder = format!("content/{}/", desk.edition.id.as_str());
    let is_chapter =
        |path: &str| path.strip_prefix(&folder).is_some_and(|name| !name.contains('/') && name.ends_with(".md"));
    let sources = &desk.loaded.sources;
    let known: BTreeSet<&str> =
        desk.edition.chapters.iter().map(|chapter| sources.get(chapter.body.span.source).path()).collect();
    let there = sources.iter().filter(|source| source.is_read() || source.is_unreadable()).map(Source::path);
    there.filter(|path| is_chapter(path) && !known.contains(path)).collect()
}

/// The document of a chapter, with the fingerprint by which it is known whether somebody changed it.
fn bytes(administration: Option<&Administration>, edition: &Edition, chapter: &Chapter) -> Result<Vec<u8>, Trouble> {
    let author = administration.map_or("", |ente| &ente.name.value);
    let parsed = manuscript::parse(&chapter.body.value);
    let mut document = manuscript::to_word(&parsed, &chapter.title.value, author, edition.day().map(Date::iso));
    let plain = document.bytes()?;
    let main = docx::main_part(&plain).unwrap_or_default();
    document.properties.mark = Some((MARK.to_owned(), Sha256::of(main.as_bytes())));
    document.bytes()
}

/// A document that is written and waits to take its place; one that is already there is replaced only if nobody has written anything into it.
fn begun(root: &Path, target: &Path, bytes: &[u8]) -> Result<NewFile, Trouble> {
    let is_untouched = |file: &File| is_untouched(file).unwrap_or(false);
    let ours =
        Replaceable { what: "un capitolo scritto da questo programma in cui nessuno ha scritto", is: &is_untouched };
    let mut file = NewFile::begin(root, target, &ours)?;
    file.write(bytes)?;
    Ok(file)
}

fn is_untouched(file: &File) -> Option<bool> {
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes).ok()?;
    let mark = docx::mark(&bytes, MARK)?;
    Some(Sha256::of(docx::main_part(&bytes)?.as_bytes()) == mark)
}

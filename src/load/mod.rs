//! From the files of a folder to an [`Annex`]: reads the disk and the YAML, and goes on after every fault.
//!
//! Owns the shape of the files. Knows no rule that compares two values.

mod album;
mod allowance;
mod anchor;
mod annex_folders;
mod decode;
mod disk;
mod document;
mod edition_files;
mod edition_folder;
mod fault;
mod file_name;
mod fingerprint;
pub mod form;
mod line;
mod meant_key;
mod memory;
mod named_file;
mod named_theme;
mod newcomer;
mod node;
mod own_file;
mod own_word;
mod packed;
mod pieces;
mod reader;
mod record;
mod recover;
mod respelling;
mod room;
mod rows;
mod rule_code;
mod siblings;
mod source_files;
mod stated_theme;
mod stray_key;
mod syntax;
mod trap;
mod undivided;
mod unread;
mod unread_theme;
mod yaml;

pub use annex_folders::annex_folders;
pub use disk::Overlay;
pub use edition_files::edition_files;
pub use fingerprint::{fingerprint, named_fingerprint, program_fingerprint, themes_fingerprint};
pub use memory::Memory;
pub use newcomer::has_newcomers;
pub use own_file::own_file;
pub use stated_theme::stated_theme;
pub use unread::is_shared;

use crate::diagnostic::Finding;
use crate::model::{Administration, Annex, Edition, EditionId, Outline, USUAL_THEME};
use crate::picture::Album;
use crate::source::{Source, SourceId, Sources};
use crate::trouble::Trouble;
use disk::Disk;
use form::unread_file::Remedy;
use form::{broken_seal, edition_name, missing_file, unread_file};
use memory::Recall;
use reader::Reader;
use source_files::SourceFiles;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use unread::Unread;

/// Everything that was read, and what was wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// The texts.
    pub sources: Sources,
    /// What they say.
    pub annex: Annex,
    /// What could not be read, or not for sure.
    pub findings: Vec<Finding>,
    /// For each edition, the pictures of its chapters.
    pub albums: Vec<Album>,
}

/// Reads the folder of an administration.
///
/// # Errors
///
/// When there is no `data/` below `root`, or a file cannot be opened.
pub fn load(root: &Path) -> Result<Loaded, Trouble> {
    load_with(root, &Overlay::new())
}

/// Reads the folder of an administration as it would be if some of its files said something else.
///
/// # Errors
///
/// As for [`load`].
pub fn load_with(root: &Path, overlay: &Overlay) -> Result<Loaded, Trouble> {
    read(root, overlay, &Recall::default())
}

/// The same, not parsing again what an earlier reading parsed and still says the same.
///
/// # Errors
///
/// As for [`load`].
pub fn load_again(root: &Path, overlay: &Overlay, earlier: &Memory) -> Result<Loaded, Trouble> {
    read(root, overlay, &Recall::of(earlier))
}

/// Reads a folder as it is by now, after an earlier reading of it; gives what it leaves to the next one, too.
///
/// # Errors
///
/// As for [`load`].
pub fn load_after(root: &Path, earlier: &Memory) -> Result<(Loaded, Memory), Trouble> {
    let recall = Recall::keeping(earlier);
    let loaded = read(root, &Overlay::new(), &recall)?;
    Ok((loaded, recall.into_memory()))
}

/// Whether nothing stands where the data of an administration would: it can begin in this folder.
pub fn is_new(root: &Path) -> bool {
    std::fs::symlink_metadata(root.join("data")).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

fn read(root: &Path, overlay: &Overlay, recall: &Recall<'_>) -> Result<Loaded, Trouble> {
    if is_new(root) {
        return Err(Trouble::new(
            format!("nella cartella `{}` non c'è la cartella `data`", root.display()),
            "indicare la cartella dell'ente con --cartella, o crearne una nuova con `piao crea CARTELLA`",
        ));
    }
    if std::fs::metadata(root.join("data")).is_ok_and(|data| !data.is_dir()) {
        return Err(Trouble::new(
            format!("nella cartella `{}` ciò che si chiama `data` non è una cartella", root.display()),
            "spostarlo o dargli un altro nome, e rimettere al suo posto la cartella dei dati",
        ));
    }
    let disk = Disk::new(root, overlay);
    let folders = edition_folder::all(&disk)?;
    let mut files = SourceFiles::new(&disk);
    let administration = files.place("data/ente", true)?;
    let controls = files.place("data/controlli", false)?;
    let mut editions = Vec::new();
    for name in folders.clone() {
        let twin = editions.iter().map(|slots: &Slots| slots.id.as_str()).find(|id| id.eq_ignore_ascii_case(&name));
        let (path, twin) = (format!("data/{name}"), twin.map(|id| format!("data/{id}")));
        match (EditionId::new(&name), twin) {
            (Some(id), None) => editions.push(Slots::new(id, &mut files)?),
            (_, twin) => {
                let source = files.absent(&path);
                files.findings.push(match twin {
                    Some(twin) => edition_name::same(source, &path, &twin),
                    None => edition_name::finding(source, &path),
                });
            }
        }
    }
    room::for_data(files.bytes())?;
    files.parse(recall);

    let mut outline = Outline::default();
    let (mut sources, mut documents, mut findings) = files.into_parts();
    let mut reader = Reader::new(&sources, &mut findings, &mut outline);
    let administration = decode::administration(&documents.take(administration), &mut reader);
    let controls = decode::controls(&documents.take(controls), &mut reader);
    let editions: Vec<Edition> = editions.into_iter().map(|slots| slots.decode(&mut documents, &mut reader)).collect();
    let themes = named_theme::names(&disk)?;
    let administration = administration.map(|administration| Administration {
        current_edition: reader
            .respelling_of(administration.current_edition, editions.iter().map(|edition| edition.id.as_str())),
        theme: reader.respelling_of(administration.theme, themes.iter().map(String::as_str)),
        ..administration
    });
    let untold = reader.tally.rest();
    findings.extend(untold);
    outline.seal();
    let annex = Annex { administration, controls, editions, outline };
    findings.extend(named_file::findings(root, &sources, &annex));
    findings.extend(named_theme::finding(&sources, &annex, &themes));
    let current = annex.administration.as_ref().map(|administration| administration.current_edition.value.as_str());
    let mut unread = unread::all(&disk, &folders, current)?;
    let theme = annex.administration.as_ref().map_or(USUAL_THEME, |administration| &administration.theme);
    unread.extend(unread_theme::all(&disk, theme)?);
    for unread in unread.iter().filter(|unread| !is_named(&annex, unread)) {
        // A file that must be there and has another name is one fault.
        let right = unread.remedy.right_path(&unread.path);
        let missing = |finding: &&mut Finding| {
            finding.rule.code == missing_file::RULE.code
                && Some(sources.get(finding.span.source).path()) == right.as_deref()
        };
        if let Some(missing) = findings.iter_mut().find(missing) {
            let id = missing.span.source;
            let path = sources.get(id).path();
            *missing = match &unread.remedy {
                Remedy::Rename(name) if path == unread.path => missing_file::folder(id, path, name),
                _ => missing_file::misnamed(id, path, &unread.path),
            };
            continue;
        }
        let id = sources.add(Source::unread(&unread.path));
        findings.push(unread_file::finding(id, &unread.path, unread.is_folder, &unread.remedy));
    }
    let album = |edition: &Edition| album::album(root, &disk, edition.id.as_str());
    let albums: Vec<Album> = annex.editions.iter().map(album).collect::<Result<_, _>>()?;
    for (edition, album) in annex.editions.iter().zip(&albums) {
        for address in album.addresses() {
            sources.add(Source::unread(format!("content/{}/{address}", edition.id.as_str())));
        }
    }
    for edition in &annex.editions {
        let Some(seal) = &edition.seal else { continue };
        broken_seal::check(seal, &edition_files::of(&disk, &edition.id)?, &mut sources, &mut findings);
    }
    Ok(Loaded { sources, annex, findings, albums })
}

/// Whether the data name what is not read as data, or something in it: then it is published as it is.
fn is_named(annex: &Annex, unread: &Unread) -> bool {
    named_file::all(annex)
        .any(|named| named.strip_prefix(&unread.path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// Where on the files the files of one edition stand.
struct Slots {
    id: EditionId,
    settings: source_files::Slot,
    model: source_files::Slot,
    organisation: source_files::Slot,
    teams: source_files::Slot,
    processes: source_files::Slot,
    software: source_files::Slot,
    training: source_files::Slot,
    adoption: source_files::Slot,
    expected_behaviours: source_files::Slot,
    indicators: source_files::Slot,
    exclusions: source_files::Slot,
    definitions: source_files::Slot,
    waivers: source_files::Slot,
    seal: source_files::Slot,
    chapters: Vec<SourceId>,
}

impl Slots {
    fn new(id: EditionId, files: &mut SourceFiles<'_>) -> Result<Self, Trouble> {
        let path = |name: &str| format!("data/{}/{name}", id.as_str());
        Ok(Self {
            settings: files.place(&path("edizione"), true)?,
            model: files.place(&path("modello"), false)?,
            organisation: files.place(&path("servizi"), true)?,
            teams: files.table(&path("smart-team"), true)?,
            processes: files.table(&path("processi"), true)?,
            software: files.table(&path("software"), false)?,
            training: files.place(&path("formazione"), false)?,
            adoption: files.place(&path("attuazione"), false)?,
            expected_behaviours: files.table(&path("valutazione"), false)?,
            indicators: files.table(&path("indicatori"), false)?,
            exclusions: files.table(&path("esclusioni"), false)?,
            definitions: files.table(&path("glossario"), false)?,
            waivers: files.table(&path("accettazioni"), false)?,
            seal: files.place(&path("sigillo"), false)?,
            chapters: files.texts(&format!("content/{}", id.as_str()), "md")?,
            id,
        })
    }

    fn decode(self, documents: &mut source_files::Documents, reader: &mut Reader<'_>) -> Edition {
        let read = decode::annex_model(&documents.take(self.model), reader);
        reader.model = Arc::new(read.model.clone());
        let mut edition = decode::settings(self.id, &documents.take(self.settings), reader);
        edition.model = read.model;
        edition.columns.splice(0..0, read.headings);
        (edition.areas, edition.services) = decode::organisation(&documents.take(self.organisation), reader);
        edition.teams = decode::teams(&mut documents.take(self.teams), reader);
        edition.processes = decode::processes(&mut documents.take(self.processes), reader);
        for shared in read.shared_words.into_iter().filter(|shared| edition.has_any(shared.of)) {
            reader.report(shared.finding);
        }
        edition.software = decode::software(&mut documents.take(self.software), reader);
        edition.training = decode::training(&documents.take(self.training), reader);
        edition.adoption = decode::adoption(&documents.take(self.adoption), reader);
        edition.expected_behaviours =
            decode::expected_behaviours(&mut documents.take(self.expected_behaviours), reader);
        edition.indicators = decode::indicators(&mut documents.take(self.indicators), reader);
        edition.exclusions = decode::exclusions(&mut documents.take(self.exclusions), reader);
        edition.definitions = decode::definitions(&mut documents.take(self.definitions), reader);
        edition.waivers = decode::waivers(&mut documents.take(self.waivers), reader);
        edition.seal = decode::seal(&documents.take(self.seal), reader);
        for id in self.chapters {
            edition.chapters.extend(decode::chapter(id, reader.sources.get(id), reader));
        }
        edition.chapters.sort_by(|a, b| (a.order.value, &a.slug).cmp(&(b.order.value, &b.slug)));
        edition
    }
}

//! What lies where data and chapters are expected, and is read by nobody: each with what should be done with it.

use super::disk::{Disk, Entry};
use super::edition_folder::{OF_EDITION, is_of_other_years};
use super::file_name::{Nature, bare, is_background, is_readme, meant, nature};
use super::form::unread_file::Remedy;
use crate::diagnostic::nearest;
use crate::picture::Album;
use crate::trouble::Trouble;

/// The files beside the editions.
const SHARED: &[&str] = &["ente", "controlli"];

/// Whether a path is that of data which hold for every edition.
pub fn is_shared(path: &str) -> bool {
    let of = |stem: &&str| path.strip_prefix("data/")?.strip_prefix(stem);
    SHARED.iter().filter_map(of).any(|rest| rest == ".yaml" || rest.starts_with('/'))
}

/// How deep the folders below that of the chapters are looked through.
const DEPTH: usize = 4;

/// Something that is not read.
#[derive(Debug)]
pub(super) struct Unread {
    /// Its path below the root, with `/`.
    pub(super) path: String,
    pub(super) is_folder: bool,
    pub(super) remedy: Remedy,
}

/// Everything that is not read, in `data/` and in `content/`.
///
/// `current` is the edition in force, as far as it is known.
pub(super) fn all(disk: &Disk<'_>, editions: &[String], current: Option<&str>) -> Result<Vec<Unread>, Trouble> {
    let mut search = Search { disk, editions, current, found: Vec::new() };
    search.shared()?;
    for edition in editions {
        search.edition(edition)?;
    }
    search.contents()?;
    for edition in editions {
        search.chapters(edition)?;
    }
    Ok(search.found)
}

struct Search<'a> {
    disk: &'a Disk<'a>,
    editions: &'a [String],
    current: Option<&'a str>,
    found: Vec<Unread>,
}

impl Search<'_> {
    fn add(&mut self, folder: &str, entry: &Entry, remedy: Remedy) {
        self.found.push(Unread { path: format!("{folder}/{}", entry.name), is_folder: entry.is_folder, remedy });
    }

    /// What is in a folder, backups and files of the system left out.
    fn entries(&self, folder: &str) -> Result<Vec<Entry>, Trouble> {
        let mut entries = self.disk.entries(folder)?;
        entries.retain(|entry| !is_background(&entry.name));
        Ok(entries)
    }

    fn has_entries(&self, folder: &str) -> Result<bool, Trouble> {
        self.entries(folder).map(|entries| !entries.is_empty())
    }

    /// The edition to which a file that stands too high most probably belongs: the one in force, or the last.
    fn likely_edition(&self) -> &str {
        let current = self.editions.iter().find(|edition| Some(edition.as_str()) == self.current);
        current.or(self.editions.last()).map_or("<edizione>", String::as_str)
    }

    /// `data/`.
    fn shared(&mut self) -> Result<(), Trouble> {
        for entry in self.entries("data")? {
            if is_read(&entry, SHARED) {
                if entry.is_folder {
                    self.table(&format!("data/{}", entry.name))?;
                }
                continue;
            }
            if entry.is_folder
                && (self.editions.contains(&entry.name) || !self.has_entries(&format!("data/{}", entry.name))?)
            {
                continue;
            }
            let remedy = self.of_data(&entry, "data", SHARED, &|search, right| {
                let edition = format!("data/{}/{right}", search.likely_edition());
                OF_EDITION.contains(&right).then_some(edition)
            });
            self.add("data", &entry, remedy);
        }
        Ok(())
    }

    /// `data/<edizione>/`.
    fn edition(&mut self, edition: &str) -> Result<(), Trouble> {
        let folder = format!("data/{edition}");
        for entry in self.entries(&folder)? {
            if is_read(&entry, OF_EDITION) {
                if entry.is_folder {
                    self.table(&format!("{folder}/{}", entry.name))?;
                }
                continue;
            }
            if entry.is_folder && !self.has_entries(&format!("{folder}/{}", entry.name))? {
                continue;
            }
            let remedy = self.of_data(&entry, &folder, OF_EDITION, &|_, right| {
                SHARED.contains(&right).then(|| format!("data/{right}"))
            });
            self.add(&folder, &entry, remedy);
        }
        Ok(())
    }

    /// What should be done with an entry of a folder of data in which files with some names are read, if it is none of them.
    fn of_data(
        &self,
        entry: &Entry,
        folder: &str,
        here: &[&'static str],
        elsewhere: &dyn Fn(&Self, &'static str) -> Option<String>,
    ) -> Remedy {
        let nature = nature(&entry.name);
        if nature == Nature::Chapter && !entry.is_folder && !is_readme(&entry.name) {
            let edition = folder.strip_prefix("data/").unwrap_or_else(|| self.likely_edition());
            return Remedy::Move(format!("content/{edition}/{}.md", bare(&entry.name)));
        }
        let ending = if entry.is_folder { "" } else { ".yaml" };
        let near = meant(&entry.name, here).or_else(|| meant(&entry.name, &[SHARED, OF_EDITION].concat()));
        match near {
            _ if nature == Nature::Picture => Remedy::Names(names(here)),
            Some(right) if nature == Nature::Other && !entry.is_folder => Remedy::Write(format!("{right}.yaml")),
            Some(right) if here.contains(&right) => {
                let name = format!("{right}{ending}");
                if self.exists(folder, &name) { Remedy::Merge(name) } else { Remedy::Rename(name) }
            }
            Some(right) => match elsewhere(self, right) {
                Some(path) => Remedy::Move(format!("{path}{ending}")),
                None => Remedy::Names(names(here)),
            },
            None => Remedy::Names(names(here)),
        }
    }

    fn exists(&self, folder: &str, name: &str) -> bool {
        self.disk.entries(folder).is_ok_and(|entries| entries.iter().any(|entry| entry.name == name))
    }

    /// The folder that stands for a file of data: every `.yaml` in it is read.
    fn table(&mut self, folder: &str) -> Result<(), Trouble> {
        for entry in self.entries(folder)? {
            if !entry.is_folder && entry.ending() == Some("yaml") {
                continue;
            }
            let remedy = if entry.is_folder {
                if !self.has_entries(&format!("{folder}/{}", entry.name))? {
                    continue;
                }
                Remedy::Other(
                    "spostare i suoi file .yaml nella cartella che la contiene: le cartelle più interne non si leggono",
                )
            } else if nature(&entry.name) == Nature::Data {
                self.renamed(folder, &format!("{}.yaml", bare(&entry.name)))
            } else {
                Remedy::Names("i file che terminano in `.yaml`".to_owned())
            };
            self.add(folder, &entry, remedy);
        }
        Ok(())
    }

    /// The right name, or the file that already bears it.
    fn renamed(&self, folder: &str, right: &str) -> Remedy {
        if self.exists(folder, right) { Remedy::Merge(right.to_owned()) } else { Remedy::Rename(right.to_owned()) }
    }

    /// `content/`.
    fn contents(&mut self) -> Result<(), Trouble> {
        let known: Vec<&str> = self.editions.iter().map(String::as_str).collect();
        for entry in self.entries("content")? {
            let path = format!("content/{}", entry.name);
            let remedy = if !entry.is_folder {
                if is_chapter(&entry) {
                    Remedy::Move(format!("content/{}/{}.md", self.likely_edition(), bare(&entry.name)))
                } else {
                    Remedy::Names("le cartelle delle edizioni, con i capitoli dentro".to_owned())
                }
            } else if self.editions.contains(&entry.name) || !self.has_entries(&path)? {
                continue;
            } else if is_of_other_years(&entry.name, &known) {
                Remedy::Data(entry.name.clone())
            } else if let Some(right) = nearest(&entry.name, known.iter().copied()) {
                self.renamed("content", right)
            } else {
                Remedy::Other("dare alla cartella il nome di un'edizione che sta in `data/`, o tenerla altrove")
            };
            self.add("content", &entry, remedy);
        }
        Ok(())
    }

    /// `content/<edizione>/`.
    fn chapters(&mut self, edition: &str) -> Result<(), Trouble> {
        let folder = format!("content/{edition}");
        for entry in self.entries(&folder)? {
            if entry.is_folder && entry.name == Album::FOLDER {
                self.pictures(&folder)?;
            } else if entry.is_folder {
                self.inner(&folder, &folder, &entry, DEPTH)?;
            }
            if entry.is_folder || entry.ending() == Some("md") {
                continue;
            }
            let remedy = match nature(&entry.name) {
                Nature::Picture => Remedy::Move(format!("{folder}/{}/{}", Album::FOLDER, entry.name)),
                Nature::Chapter => self.renamed(&folder, &format!("{}.md", bare(&entry.name))),
                Nature::Data => {
                    match meant(&entry.name, OF_EDITION).filter(|_| matches!(entry.ending(), Some("yaml" | "yml"))) {
                        Some(right) => Remedy::Move(format!("data/{edition}/{right}.yaml")),
                        None => self.renamed(&folder, &format!("{}.md", bare(&entry.name))),
                    }
                }
                Nature::Other => Remedy::Other(
                    "un capitolo è un testo Markdown, in un file che termina in `.md`; ogni altra cosa va tenuta altrove",
                ),
            };
            self.add(&folder, &entry, remedy);
        }
        Ok(())
    }

    /// `content/<edizione>/immagini/`, in which only pictures are read.
    fn pictures(&mut self, chapters: &str) -> Result<(), Trouble> {
        let folder = format!("{chapters}/{}", Album::FOLDER);
        for entry in self.entries(&folder)? {
            if is_chapter(&entry) && !is_readme(&entry.name) {
                self.add(&folder, &entry, Remedy::Move(format!("{chapters}/{}.md", bare(&entry.name))));
            } else if entry.is_folder || nature(&entry.name) != Nature::Picture {
                let remedy =
                    "nella cartella `immagini` stanno soltanto immagini PNG, JPEG, WebP o SVG, senza altre cartelle";
                self.add(&folder, &entry, Remedy::Other(remedy));
            }
        }
        Ok(())
    }

    /// A folder below that of the chapters: every chapter in it, or the folder itself where there is none.
    fn inner(&mut self, chapters: &str, parent: &str, folder: &Entry, depth: usize) -> Result<(), Trouble> {
        let path = format!("{parent}/{}", folder.name);
        let entries = self.entries(&path)?;
        let before = self.found.len();
        for entry in &entries {
            if entry.is_folder && depth > 0 {
                self.inner(chapters, &path, entry, depth - 1)?;
            } else if is_chapter(entry) {
                self.add(&path, entry, Remedy::Move(format!("{chapters}/{}.md", bare(&entry.name))));
            }
        }
        if self.found.len() == before && !entries.is_empty() {
            let pictures = entries.iter().any(|entry| nature(&entry.name) == Nature::Picture);
            let remedy = if pictures {
                self.renamed(chapters, Album::FOLDER)
            } else {
                Remedy::Other(
                    "i capitoli stanno nella cartella dell'edizione, senza altre cartelle che `immagini`; ogni altra cosa va tenuta altrove",
                )
            };
            self.add(parent, folder, remedy);
        }
        Ok(())
    }
}

/// Whether an entry is one of the files with these names, or the folder that stands for it.
fn is_read(entry: &Entry, names: &[&str]) -> bool {
    let name = if entry.is_folder { Some(entry.name.as_str()) } else { entry.name.strip_suffix(".yaml") };
    name.is_some_and(|name| names.contains(&name))
}

fn is_chapter(entry: &Entry) -> bool {
    !entry.is_folder && nature(&entry.name) == Nature::Chapter
}

/// The names as a sentence says them.
fn names(stems: &[&str]) -> String {
    let quoted: Vec<String> = stems.iter().map(|stem| format!("`{stem}.yaml`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} e {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

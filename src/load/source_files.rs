use super::disk::{Disk, Found};
use super::document::Document;
use super::form::{blank_file, file_and_folder, missing_file, not_utf8, too_large, wrong_type};
use super::memory::Recall;
use super::node::Node;
use super::room::Room;
use super::stray_key;
use super::yaml;
use crate::diagnostic::Finding;
use crate::source::{Source, SourceId, Sources, Span};
use crate::trouble::Trouble;
use rayon::prelude::*;

/// The files of a folder, read in a fixed order and then parsed together.
pub(super) struct SourceFiles<'a> {
    disk: &'a Disk<'a>,
    sources: Sources,
    /// For each named file: the files that hold it, and whether all of them could be read.
    groups: Vec<FileGroup>,
    documents: Vec<Document>,
    pub(super) findings: Vec<Finding>,
}

struct FileGroup {
    head: SourceId,
    files: Vec<SourceId>,
    present: bool,
    complete: bool,
    /// Whether there is no annex without it.
    required: bool,
    shape: Shape,
}

/// What stands in a file.
#[derive(PartialEq, Eq)]
enum Shape {
    /// One table, whose records may wait packed until they are read.
    Table,
    /// Anything else.
    Other,
}

impl FileGroup {
    fn empty() -> Self {
        let head = SourceId::default();
        Self { head, files: Vec::new(), present: false, complete: true, required: false, shape: Shape::Other }
    }
}

/// The number of a named file on the files.
#[derive(Clone, Copy)]
pub(super) struct Slot(usize);

/// The parsed files, to be taken one by one.
pub(super) struct Documents(Vec<Option<Document>>);

impl Documents {
    /// The document of a slot; each can be taken once.
    pub(super) fn take(&mut self, slot: Slot) -> Document {
        self.0[slot.0].take().unwrap_or_else(|| nothing(SourceId::default(), false, false))
    }
}

impl<'a> SourceFiles<'a> {
    pub(super) fn new(disk: &'a Disk<'a>) -> Self {
        Self { disk, sources: Sources::default(), groups: Vec::new(), documents: Vec::new(), findings: Vec::new() }
    }

    /// Reads `<stem>.yaml`, or every `*.yaml` of the folder `<stem>`.
    pub(super) fn place(&mut self, stem: &str, required: bool) -> Result<Slot, Trouble> {
        let path = format!("{stem}.yaml");
        let mut group = FileGroup::empty();
        let single = self.disk.read(&path)?;
        let several = self.disk.files(stem, "yaml")?;
        if single.is_some() && !several.is_empty() {
            let id = self.absent(&path);
            self.findings.push(file_and_folder::finding(id, &path));
            group.complete = false;
        }
        let is_single = single.is_some();
        if let Some(found) = single {
            self.add(&mut group, &path, found);
        }
        // Of a file and its folder, the file alone is read: what is in both would be said of each record.
        for path in several.into_iter().filter(|_| !is_single) {
            if let Some(found) = self.disk.read(&path)? {
                self.add(&mut group, &path, found);
            }
        }
        group.required = required;
        if !group.present {
            group.head = self.absent(&path);
            if required {
                self.findings.push(missing_file::finding(group.head, &path));
                group.complete = false;
            }
        }
        self.groups.push(group);
        Ok(Slot(self.groups.len() - 1))
    }

    /// Reads what [`SourceFiles::place`] does, for a table.
    pub(super) fn table(&mut self, stem: &str, required: bool) -> Result<Slot, Trouble> {
        let slot = self.place(stem, required)?;
        self.groups[slot.0].shape = Shape::Table;
        Ok(slot)
    }

    /// Reads every file of a folder with the given ending.
    pub(super) fn texts(&mut self, folder: &str, ending: &str) -> Result<Vec<SourceId>, Trouble> {
        let mut group = FileGroup::empty();
        for path in self.disk.files(folder, ending)? {
            if let Some(found) = self.disk.read(&path)? {
                self.add(&mut group, &path, found);
            }
        }
        Ok(group.files)
    }

    /// A file that is not there, so that a finding can name it.
    pub(super) fn absent(&mut self, path: &str) -> SourceId {
        self.sources.add(Source::unread(path))
    }

    fn add(&mut self, group: &mut FileGroup, path: &str, found: Found) {
        let id = match found {
            Found::Text(text) => {
                let id = self.sources.add(Source::new(path, text));
                group.files.push(id);
                id
            }
            Found::NotUtf8(line) => {
                let id = self.sources.add(Source::unreadable(path));
                self.findings.push(not_utf8::finding(id, path, line));
                group.complete = false;
                id
            }
            Found::TooLarge(bytes) => {
                let id = self.sources.add(Source::unreadable(path));
                self.findings.push(too_large::finding(id, path, bytes));
                group.complete = false;
                id
            }
        };
        if !group.present {
            group.head = id;
            group.present = true;
        }
    }

    /// How many bytes all files have together.
    pub(super) fn bytes(&self) -> usize {
        self.sources.iter().map(|source| source.text().len()).sum()
    }

    /// Parses every file that was placed, on every core.
    pub(super) fn parse(&mut self, recall: &Recall<'_>) {
        let files = self.groups.iter().map(|group| group.files.len()).sum();
        let (sources, room) = (&self.sources, Room::of(files));
        let read: Vec<(Document, Vec<Finding>)> =
            self.groups.par_iter().with_max_len(1).map(|group| parse(sources, group, recall, room)).collect();
        for (document, findings) in read {
            self.documents.push(document);
            self.findings.extend(findings);
        }
    }

    pub(super) fn into_parts(self) -> (Sources, Documents, Vec<Finding>) {
        (self.sources, Documents(self.documents.into_iter().map(Some).collect()), self.findings)
    }
}

fn parse(sources: &Sources, group: &FileGroup, recall: &Recall<'_>, room: Room) -> (Document, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut blank = Vec::new();
    let mut whole = nothing(group.head, group.present, group.complete);
    for id in &group.files {
        let mut document =
            yaml::read(*id, sources.get(*id), recall, room.of_file(sources.get(*id).text().len()), &mut findings);
        if !(group.shape == Shape::Table && stray_key::leaves_records(&document.node)) {
            document.node.unpack(sources);
        }
        document.merge_repeated(&mut findings);
        stray_key::take_back(&mut document.node, sources.get(*id), &mut findings);
        if group.files.len() > 1 && !document.node.is_joinable() {
            findings.push(wrong_type::finding(&document.node, "un gruppo di chiavi", sources.get(*id).path()));
            whole.complete = false;
            continue;
        }
        if document.node.is_empty() && document.complete {
            blank.extend(blank_file::finding(*id, sources.get(*id)));
        }
        whole.join(document);
    }
    // A file that holds nothing, or only comments, is like one that is not there.
    if whole.node.is_empty() && whole.present && whole.complete {
        if group.required {
            blank = vec![missing_file::empty(group.head, sources.get(group.head).path())];
        }
        whole.present = group.required;
        whole.complete = !group.required;
    }
    findings.extend(blank);
    (whole, findings)
}

fn nothing(id: SourceId, present: bool, complete: bool) -> Document {
    Document { node: Node::nothing(id), span: Span::whole(id), present, complete, unread: Vec::new() }
}

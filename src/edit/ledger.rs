use super::change::{Change, Step};
use super::changed_file::ChangedFile;
use super::document::Document;
use super::growth::{Insertion, New};
use super::pieces::Pieces;
use super::refusal::Refusal;
use super::written::Written;

/// The files of an edition that are being changed together.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The folder of the edition.
    folder: String,
    files: Vec<LedgerFile>,
}

#[derive(Clone, Debug)]
struct LedgerFile {
    path: String,
    before: Option<String>,
    document: Result<Document, Refusal>,
    /// The records that were changed and are not back in the text yet.
    pieces: Pieces,
}

/// Whether a path is that of a file of data in a folder.
fn is_within(folder: &str, path: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')) && path.ends_with(".yaml")
}

/// The place of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    file: usize,
    /// From the top of the file.
    pub path: Vec<Step>,
}

impl Place {
    /// Another place in the same file.
    pub fn within(&self, path: Vec<Step>) -> Self {
        Self { file: self.file, path }
    }
}

impl Ledger {
    /// The files in the folder of an edition, of all those with these paths and texts.
    pub fn new(folder: &str, files: impl IntoIterator<Item = (String, String)>) -> Self {
        let file = |(path, text): (String, String)| {
            let document = Document::parse(&text);
            LedgerFile { path, before: Some(text), document, pieces: Pieces::default() }
        };
        let files = files.into_iter().filter(|(path, _)| is_within(folder, path));
        Self { folder: folder.to_owned(), files: files.map(file).collect() }
    }

    /// The same with the files of the folder that are no texts: what stands in them is not known, and they cannot be changed.
    #[must_use]
    pub fn with_unreadable<'p>(mut self, paths: impl IntoIterator<Item = &'p str>) -> Self {
        for path in paths.into_iter().filter(|path| is_within(&self.folder, path)).collect::<Vec<_>>() {
            let (document, pieces) = (Err(Refusal::unreadable()), Pieces::default());
            self.files.push(LedgerFile { path: path.to_owned(), before: None, document, pieces });
        }
        self
    }

    /// The files that cannot be changed, with the reason.
    pub fn refused(&self) -> impl Iterator<Item = (&str, &Refusal)> {
        self.files.iter().filter_map(|file| Some((file.path.as_str(), file.document.as_ref().err()?)))
    }

    /// The items of a list at the top of `<stem>.yaml`, or of the files of the folder `<stem>`, each with its place.
    pub fn items(&self, stem: &str, list: &str) -> Vec<(Place, &Written)> {
        let mut items = Vec::new();
        for (file, document) in self.documents(stem) {
            let found = document.read().get(list).map(Written::items).unwrap_or_default();
            let place = |item: usize| Place { file, path: vec![list.into(), item.into()] };
            items.extend(found.iter().enumerate().map(|(item, value)| (place(item), value)));
        }
        items
    }

    /// What a file, or the first of a folder, says at its top.
    pub fn top(&self, stem: &str) -> Option<&Written> {
        self.documents(stem).next().map(|(_, document)| document.read())
    }

    /// The place of the top of a file, or of the first of a folder.
    pub fn top_place(&self, stem: &str) -> Option<Place> {
        self.documents(stem).next().map(|(file, _)| Place { file, path: Vec::new() })
    }

    /// The numbers of the files that a name stands for.
    fn of_stem(&self, stem: &str) -> impl Iterator<Item = usize> {
        let (single, folder) = (format!("{}/{stem}.yaml", self.folder), format!("{}/{stem}/", self.folder));
        let alone = self.files.iter().any(|file| file.path == single);
        let is_of = move |file: &LedgerFile| {
            let inside = || file.path.strip_prefix(&folder).is_some_and(|name| !name.contains('/'));
            file.path == single || (!alone && inside())
        };
        self.files.iter().enumerate().filter(move |(_, file)| is_of(file)).map(|(at, _)| at)
    }

    /// The same files, those that can be changed.
    fn documents(&self, stem: &str) -> impl Iterator<Item = (usize, &Document)> {
        self.of_stem(stem).filter_map(|at| Some((at, self.document(at)?)))
    }

    /// What stands at a place.
    pub fn at(&self, place: &Place) -> Option<&Written> {
        self.document(place.file)?.read().at(&place.path)
    }

    fn document(&self, file: usize) -> Option<&Document> {
        self.files.get(file)?.document.as_ref().ok()
    }

    /// Makes a change in the file of a place.
    ///
    /// # Errors
    ///
    /// When it cannot be made without changing something else; the file is then as it was.
    pub fn apply(&mut self, place: &Place, change: &Change, order: &[&str]) -> Result<(), Refusal> {
        let file = self.files.get_mut(place.file).ok_or_else(Refusal::misread)?;
        let document = file.document.as_mut().map_err(|refusal| refusal.clone())?;
        file.pieces.apply(document, change, order)
    }

    /// Sets a key of the record at a place.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::apply`].
    pub fn set(&mut self, place: &Place, path: &[&str], value: Written, order: &[&str]) -> Result<(), Refusal> {
        // A key within a group that is not there yet brings the group along.
        let mut at = place.path.clone();
        for (depth, key) in path.iter().enumerate() {
            at.push((*key).into());
            let is_there = self.at(&Place { file: place.file, path: at.clone() }).is_some();
            if !is_there {
                let inner = path.iter().skip(depth + 1).rev();
                let value = inner.fold(value, |value, key| Written::Group(vec![((*key).to_owned(), value)]));
                return self.apply(place, &Change::Set { at, value }, order);
            }
        }
        self.apply(place, &Change::Set { at, value }, order)
    }

    /// Removes a key of the record at a place, and the group that it leaves empty.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::apply`].
    pub fn remove(&mut self, place: &Place, path: &[&str], order: &[&str]) -> Result<(), Refusal> {
        let mut at: Vec<Step> = place.path.iter().cloned().chain(path.iter().map(|key| (*key).into())).collect();
        while at.len() > place.path.len() + 1 {
            let parent = at.get(..at.len() - 1).unwrap_or_default();
            let group = self.at(&Place { file: place.file, path: parent.to_vec() });
            if group.is_none_or(|group| group.entries().len() > 1) {
                break;
            }
            at.pop();
        }
        self.apply(place, &Change::Remove { at }, order)
    }

    /// Adds items to a list at the top of `<stem>.yaml`, or of the last file of the folder `<stem>` that has it; what is not there yet
    /// is made, a new file with the comment `head` at its top.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::apply`].
    pub fn append(
        &mut self,
        stem: &str,
        list: &str,
        items: Vec<Written>,
        (order, head): (&[&str], &str),
    ) -> Result<(), Refusal> {
        let with_list = self.documents(stem).filter(|(_, document)| document.read().get(list).is_some());
        let file = with_list.map(|(file, _)| file).last().or_else(|| self.of_stem(stem).last());
        let file = match file {
            Some(file) => file,
            None => self.begin(stem, head),
        };
        let place = Place { file, path: Vec::new() };
        let there = self.document(file).and_then(|document| document.read().get(list));
        let change = match there {
            Some(Written::List(found)) => Change::Insert { list: vec![list.into()], at: found.len(), items },
            _ => Change::Set { at: vec![list.into()], value: Written::List(items) },
        };
        self.apply(&place, &change, order)
    }

    /// Adds many items to lists, each after one that is there or that goes in before it, by one change a file; `learns` = each is written as
    /// those look that went in before it, otherwise as those that were there.
    ///
    /// # Errors
    ///
    /// When a file cannot take all of them together; every file is then as it was.
    pub fn grow(&mut self, new: &[Insertion], order: &[&str], learns: bool) -> Result<(), Refusal> {
        let mut grown: Vec<(usize, Document)> = Vec::new();
        for (number, file) in self.files.iter_mut().enumerate() {
            let own: New<'_> = new.iter().enumerate().filter(|(_, own)| own.list.file == number).collect();
            if own.is_empty() {
                continue;
            }
            let document = file.document.as_mut().map_err(|refusal| refusal.clone())?;
            file.pieces.settle(document)?;
            grown.push((number, document.grown(&own, order, learns).ok_or_else(Refusal::misread)?));
        }
        self.take(grown);
        Ok(())
    }

    /// Takes the items at these places from their lists by one change a file.
    ///
    /// # Errors
    ///
    /// When a file cannot lose all of them together; every file is then as it was.
    pub fn shrink(&mut self, places: &[Place], order: &[&str]) -> Result<(), Refusal> {
        let mut shrunk: Vec<(usize, Document)> = Vec::new();
        for (number, file) in self.files.iter_mut().enumerate() {
            let own: Vec<&[Step]> =
                places.iter().filter(|place| place.file == number).map(|place| place.path.as_slice()).collect();
            if own.is_empty() {
                continue;
            }
            let document = file.document.as_mut().map_err(|refusal| refusal.clone())?;
            file.pieces.settle(document)?;
            shrunk.push((number, document.without(&own, order).ok_or_else(Refusal::misread)?));
        }
        self.take(shrunk);
        Ok(())
    }

    fn take(&mut self, documents: Vec<(usize, Document)>) {
        for (number, document) in documents {
            if let Some(file) = self.files.get_mut(number) {
                file.document = Ok(document);
            }
        }
    }

    /// The last item of the list to which [`Ledger::append`] adds; nothing where that makes the list, or where it holds nothing.
    pub fn last(&self, stem: &str, list: &str) -> Option<Place> {
        let with_list = self.documents(stem).filter(|(_, document)| document.read().get(list).is_some());
        let (file, document) = with_list.last()?;
        let item = document.read().get(list).map(Written::items)?.len().checked_sub(1)?;
        Some(Place { file, path: vec![list.into(), item.into()] })
    }

    /// Sets the key to which a path leads from the top of `<stem>.yaml`, which is made where it is not there.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::apply`].
    pub fn set_top(&mut self, stem: &str, path: &[&str], value: Written, head: &str) -> Result<(), Refusal> {
        let first = self.of_stem(stem).next();
        let file = match first {
            Some(file) => file,
            None => self.begin(stem, head),
        };
        self.set(&Place { file, path: Vec::new() }, path, value, &[])
    }

    /// Begins a file with the comment at its top; gives its number.
    fn begin(&mut self, stem: &str, head: &str) -> usize {
        let path = format!("{}/{stem}.yaml", self.folder);
        let (document, pieces) = (Document::parse(head), Pieces::default());
        self.files.push(LedgerFile { path, before: None, document, pieces });
        self.files.len() - 1
    }

    /// The files that say something else than before; one whose changes do not fit together is refused from then on.
    pub fn changed(&mut self) -> Vec<ChangedFile> {
        for file in &mut self.files {
            let settled = file.document.as_mut().map(|document| file.pieces.settle(document));
            if let Ok(Err(refusal)) = settled {
                file.document = Err(refusal);
            }
        }
        let changed = self.files.iter().filter_map(|file| {
            let after = file.document.as_ref().ok()?.text();
            let is_changed = file.before.as_deref() != Some(after);
            is_changed.then(|| ChangedFile {
                path: file.path.clone(),
                before: file.before.clone(),
                after: after.to_owned(),
            })
        });
        changed.collect()
    }
}

use super::files::Files;
use super::following::Passage;
use crate::check::RecordPlaces;
use crate::edit::{Change, Refusal, Step, Written};
use crate::model::{Edition, OutlineEntry};
use crate::source::Span;
use crate::tables::Home;
use crate::workbench::bench::Bench;
use crate::workbench::plain_words;
use crate::workbench::table::FileText;
use std::collections::HashMap;

/// The acceptances of an edition, as far as each names one record.
pub(super) struct Acceptances<'a> {
    /// Their file; `None` if there is none.
    file: Option<FileText<'a>>,
    named: Vec<NamedRecord<'a>>,
}

/// A place of an acceptance.
struct NamedRecord<'a> {
    /// The way to it in its file.
    at: Vec<Step>,
    written: String,
    /// The record that it names.
    record: &'a OutlineEntry,
    /// What follows the name of the record.
    below: String,
}

impl<'a> Acceptances<'a> {
    /// Those of an edition.
    pub(super) fn of(bench: &Bench<'a>, edition: &Edition) -> Self {
        let file = FileText::of(bench, &format!("data/{}/accettazioni.yaml", edition.id.as_str()));
        let mut named = Vec::new();
        if let (Some(Ok(document)), Ok(annex)) = (file.as_ref().map(FileText::document), bench.annex) {
            let places = RecordPlaces::of(annex.loaded(), edition);
            for (at, written) in written(document.read()) {
                if let Some((record, below)) = places.record(&written) {
                    named.push(NamedRecord { at, written, record, below });
                }
            }
        }
        Self { file, named }
    }

    /// Whether none of them can name a record.
    pub(super) fn is_empty(&self) -> bool {
        self.named.is_empty() && self.unread().is_none()
    }

    /// Why their file cannot be read, where it cannot.
    fn unread(&self) -> Option<&Refusal> {
        self.file.as_ref()?.document().err()
    }

    /// Lets each name its record as that would be called, where it would no longer name it alone; `home` is the table that is changed. The
    /// change in words; nothing where there is none.
    ///
    /// # Errors
    ///
    /// Where nothing would name the record alone, or the acceptances cannot be read.
    pub(super) fn follow(
        &self,
        passage: &Passage<'_, 'a>,
        home: &Home,
        files: &mut Files,
    ) -> Result<Option<String>, String> {
        let Some(file) = &self.file else { return Ok(None) };
        let (Ok(now), Ok(then)) = (passage.now.0.annex, passage.then.0.annex) else { return Ok(None) };
        let before = RecordPlaces::of(now.loaded(), passage.now.1);
        let places = RecordPlaces::of(then.loaded(), passage.then.1);
        if let Some(why) = self.unread() {
            let mut pairs = passage.records(home).into_iter().filter_map(|(row, after)| row.entry.zip(after?.entry));
            if pairs.any(|(row, after)| before.place(row, None) != places.place(after, None)) {
                let does = "vi si accetta forse qualcosa di questa voce, con il nome che ha ora";
                return Err(plain_words::unread(passage.now.0, &file.path, &why.to_string(), does));
            }
            return Ok(None);
        }
        let records = self.records(passage);
        let mut count = 0;
        for NamedRecord { at, written, record, below } in &self.named {
            let Some(after) = records.get(&record.span).copied() else { continue };
            let names_it = |place: &str| places.record(place).is_some_and(|(named, _)| std::ptr::eq(named, after));
            let is_renamed = record.name.id != after.name.id || record.name.name != after.name.name;
            let as_named = |places: &RecordPlaces<'_>, record| places.place(record, None).map(|name| name + below);
            let follows = is_renamed && as_named(&before, record).is_some_and(|place| place == *written);
            if names_it(written) && !follows {
                continue;
            }
            let to = as_named(&places, after).filter(|place| names_it(place));
            let Some(to) = to else {
                if names_it(written) {
                    continue;
                }
                return Err(format!(
                    "l'accettazione di «{written}» non distinguerebbe più la sua voce da un'altra che si chiama allo stesso modo: serve un nome, o un codice, che non sia già di un'altra"
                ));
            };
            let change = Change::Set { at: at.clone(), value: Written::text(to) };
            files.change(file, &change).map_err(|why| format!("{}: {why}", file.path))?;
            count += 1;
        }
        Ok(match count {
            0 => None,
            1 => Some("cambiato anche nell'accettazione che lo nomina".to_owned()),
            count => Some(format!("cambiato anche nelle accettazioni, in {count} posti")),
        })
    }

    /// The records that are named as they would be, by where they stand now.
    fn records<'p>(&self, passage: &Passage<'p, 'a>) -> HashMap<Span, &'p OutlineEntry> {
        let (bench, edition) = passage.now;
        let Ok(annex) = bench.annex else { return HashMap::new() };
        let mut records = HashMap::new();
        for home in Home::every() {
            let stem = format!("data/{}/{}", edition.id.as_str(), home.file);
            let is_own = |named: &NamedRecord<'_>| {
                let below = annex.sources().get(named.record.span.source).path().strip_prefix(&stem);
                below.is_some_and(|below| below.starts_with('/') || below == ".yaml")
            };
            if self.named.iter().any(is_own) {
                let pairs = passage.records(home).into_iter();
                records.extend(pairs.filter_map(|(row, after)| Some((row.entry?.span, after?.entry?))));
            }
        }
        records
    }
}

/// The places of acceptances, with the ways to them.
fn written(read: &Written) -> Vec<(Vec<Step>, String)> {
    let list = Step::from("accettazioni");
    let rows = read.at(std::slice::from_ref(&list)).map(Written::items).unwrap_or_default();
    let mut all = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let at = vec![list.clone(), Step::from(number), Step::from("dove")];
        let Some(places) = row.get("dove") else { continue };
        all.extend(places.scalar().map(|place| (at.clone(), place.to_owned())));
        let item = |(number, place): (usize, &Written)| {
            let at = at.iter().cloned().chain([Step::from(number)]).collect();
            Some((at, place.scalar()?.to_owned()))
        };
        all.extend(places.items().iter().enumerate().filter_map(item));
    }
    all
}

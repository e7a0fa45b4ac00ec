use super::{Callout, Edition, OwnEntry, OwnValue, Text};
use crate::source::Span;
use std::collections::HashMap;
use std::ops::{Deref, DerefMut};

/// What may stand on every record of every table, besides the columns of its own. Nearly all records have nothing of it, and long tables
/// hold no room for it.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// Where the record stands.
    pub record: Span,
    notes: Option<Box<Notes>>,
}

/// What stands on a record, besides the columns of its table.
#[derive(Clone, Debug)]
pub struct Notes {
    /// A text shown with the record.
    pub note: Option<Text>,
    /// The marks printed beside it, such as `*` or `(1)`.
    pub marks: Vec<Text>,
    /// What an editor could not read for sure.
    pub to_verify: Option<Text>,
    /// Whether somebody still has to decide something of it: until then it may lack what it needs.
    pub is_undecided: bool,
    /// The values of the columns that the administration adds to the table, in the order of these.
    pub own: Vec<OwnEntry>,
    /// What the office accepted in writing of this record, for readers: the reasons.
    pub accepted: Vec<String>,
}

impl Notes {
    /// Nothing.
    const NONE: Self = Self {
        note: None,
        marks: Vec::new(),
        to_verify: None,
        is_undecided: false,
        own: Vec::new(),
        accepted: Vec::new(),
    };

    fn are_none(&self) -> bool {
        let Self { note, marks, to_verify, is_undecided, own, accepted } = self;
        (note.is_none() && to_verify.is_none() && !is_undecided)
            && (marks.is_empty() && own.is_empty() && accepted.is_empty())
    }
}

impl Deref for Annotations {
    type Target = Notes;

    fn deref(&self) -> &Notes {
        self.notes.as_deref().unwrap_or(const { &Notes::NONE })
    }
}

impl DerefMut for Annotations {
    fn deref_mut(&mut self) -> &mut Notes {
        self.notes.get_or_insert_with(|| Box::new(Notes::NONE))
    }
}

impl Annotations {
    /// Gives back the room that was made to write in, where nothing was written.
    pub fn settle(&mut self) {
        self.notes.take_if(|notes| notes.are_none());
    }

    /// The value of an own column.
    pub fn own(&self, key: &str) -> Option<&OwnValue> {
        self.own.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }
}

impl Edition {
    /// Passes on the annotations of every record, with the marks that its file declares.
    pub fn each_annotation<'a>(&'a self, take: &mut impl FnMut(&'a Annotations, &'a [Callout])) {
        self.each_published_annotation(take);
        self.waivers.rows.iter().for_each(|row| take(&row.annotations, &self.waivers.marks));
    }

    /// Says what the office accepted of the records, by where they stand, and nothing of the others.
    pub fn accept(&mut self, reasons: &HashMap<Span, Vec<String>>) {
        self.each_annotation_mut(&mut |annotations| {
            annotations.accepted = reasons.get(&annotations.record).cloned().unwrap_or_default();
            annotations.settle();
        });
    }

    /// Lends the annotations of every published record to be changed.
    fn each_annotation_mut(&mut self, take: &mut impl FnMut(&mut Annotations)) {
        self.areas.rows.iter_mut().for_each(|row| take(&mut row.annotations));
        self.services.rows.iter_mut().for_each(|row| take(&mut row.annotations));
        self.teams.rows.iter_mut().for_each(|row| take(&mut row.annotations));
        self.processes.rows.iter_mut().for_each(|row| take(&mut row.annotations));
        self.software.rows.iter_mut().for_each(|row| take(&mut row.annotations));
        self.training.audiences.iter_mut().for_each(|row| take(&mut row.annotations));
        for group in &mut self.training.groups.rows {
            take(&mut group.annotations);
            group.modules.iter_mut().for_each(|module| take(&mut module.annotations));
        }
        self.adoption.rows.rows.iter_mut().for_each(|row| take(&mut row.annotations));
        self.expected_behaviours.rows.iter_mut().for_each(|row| take(&mut row.annotations));
        self.indicators.rows.iter_mut().for_each(|row| take(&mut row.annotations));
        self.exclusions.rows.iter_mut().for_each(|row| take(&mut row.annotations));
        self.definitions.rows.iter_mut().for_each(|row| take(&mut row.annotations));
        self.references.iter_mut().for_each(|row| take(&mut row.annotations));
    }

    /// How many records have something that could not be read for sure.
    pub fn doubts(&self) -> usize {
        let mut count = 0;
        self.each_published_annotation(&mut |annotations, _| count += usize::from(annotations.to_verify.is_some()));
        count
    }

    /// The same, without the records that only the checks read.
    fn each_published_annotation<'a>(&'a self, take: &mut impl FnMut(&'a Annotations, &'a [Callout])) {
        self.areas.rows.iter().for_each(|row| take(&row.annotations, &self.areas.marks));
        self.services.rows.iter().for_each(|row| take(&row.annotations, &self.services.marks));
        self.teams.rows.iter().for_each(|row| take(&row.annotations, &self.teams.marks));
        self.processes.rows.iter().for_each(|row| take(&row.annotations, &self.processes.marks));
        self.software.rows.iter().for_each(|row| take(&row.annotations, &self.software.marks));
        let marks = &self.training.groups.marks;
        self.training.audiences.iter().for_each(|row| take(&row.annotations, marks));
        for group in &self.training.groups.rows {
            take(&group.annotations, marks);
            group.modules.iter().for_each(|module| take(&module.annotations, marks));
        }
        let rows = &self.adoption.rows;
        rows.rows.iter().for_each(|row| take(&row.annotations, &rows.marks));
        self.expected_behaviours.rows.iter().for_each(|row| take(&row.annotations, &self.expected_behaviours.marks));
        self.indicators.rows.iter().for_each(|row| take(&row.annotations, &self.indicators.marks));
        self.exclusions.rows.iter().for_each(|row| take(&row.annotations, &self.exclusions.marks));
        self.definitions.rows.iter().for_each(|row| take(&row.annotations, &self.definitions.marks));
        self.references.iter().for_each(|row| take(&row.annotations, &self.reference_marks));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_of_which_nothing_is_said_holds_no_room_for_it() {
        let mut annotations = Annotations::default();
        assert!(annotations.note.is_none() && annotations.notes.is_none(), "to read makes nothing");
        annotations.is_undecided = false;
        annotations.marks = Vec::new();
        annotations.settle();
        assert!(annotations.notes.is_none());
        let said: [fn(&mut Notes); 6] = [
            |notes| notes.note = Some(Text::default()),
            |notes| notes.marks = vec![Text::default()],
            |notes| notes.to_verify = Some(Text::default()),
            |notes| notes.is_undecided = true,
            |notes| notes.own = vec![OwnEntry { key: String::new(), value: OwnValue::YesNo(true) }],
            |notes| notes.accepted = vec![String::new()],
        ];
        for say in said {
            let mut annotations = Annotations::default();
            say(&mut annotations);
            annotations.settle();
            assert!(annotations.notes.is_some());
        }
        assert!(size_of::<Annotations>() <= 24);
    }
}

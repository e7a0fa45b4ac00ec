use super::change::{Field, Records};

/// How a record differs between two editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Only the later edition has it.
    Added,
    /// Only the earlier one has it.
    Removed,
    /// It has another name, identifier or code; perhaps more of it differs.
    Renamed,
    /// It belongs to another office or group; perhaps more of it differs.
    Moved,
    /// Something else of it differs.
    Changed,
}

impl ChangeKind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 5] = [Self::Added, Self::Removed, Self::Renamed, Self::Moved, Self::Changed];
}

/// What a record is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// Its identifier or code; where it has none, its name.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// One record that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordChange {
    /// How.
    pub kind: ChangeKind,
    /// What it was called; `None` if it was not there.
    pub before: Option<Called>,
    /// What it is called; `None` if it is no longer there.
    pub after: Option<Called>,
    /// What differs; nothing of a record that only one of the editions has.
    pub fields: Vec<Field>,
}

/// The records of a table that differ, in the order of the later edition, those that are gone last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableChanges {
    /// Its name in files and addresses, such as `processi`.
    pub table: &'static str,
    /// What people call it.
    pub title: String,
    /// The records.
    pub changes: Vec<RecordChange>,
    /// How many records are in both editions and do not differ.
    pub unchanged: usize,
}

/// How the records of a table are called, and which of their keys say what they are and to what they belong.
pub(super) struct Naming<'n> {
    pub(super) earlier: &'n dyn Fn(usize) -> Called,
    pub(super) later: &'n dyn Fn(usize) -> Called,
    /// The keys that name a record.
    pub(super) names: &'n [&'n str],
    /// The keys that say to what it belongs.
    pub(super) owners: &'n [&'n str],
    /// The key of the identifier, whose change is told even if nothing else differs.
    pub(super) id: Option<&'n str>,
    /// Whether two different identifiers are those of one record that was not renamed.
    pub(super) same: &'n dyn Fn(&Called, &Called) -> bool,
}

impl TableChanges {
    /// A table whose rows have been sorted.
    pub(super) fn of(table: &'static str, title: impl Into<String>, records: &Records, naming: &Naming<'_>) -> Self {
        let mut changes: Vec<(usize, RecordChange)> = Vec::new();
        let single = |kind, before, after| RecordChange { kind, before, after, fields: Vec::new() };
        for row in &records.added {
            changes.push((*row, single(ChangeKind::Added, None, Some((naming.later)(*row)))));
        }
        let mut unchanged = 0;
        for (before, after) in &records.continued {
            let known = records.changed.binary_search_by_key(after, |change| change.after);
            let fields = known.map(|at| records.changed[at].fields.clone()).unwrap_or_default();
            match naming.change((naming.earlier)(*before), (naming.later)(*after), fields) {
                Some(change) => changes.push((*after, change)),
                None => unchanged += 1,
            }
        }
        changes.sort_by_key(|(row, _)| *row);
        let mut changes: Vec<RecordChange> = changes.into_iter().map(|(_, change)| change).collect();
        let gone = records.removed.iter().map(|row| single(ChangeKind::Removed, Some((naming.earlier)(*row)), None));
        changes.extend(gone);
        Self { table, title: title.into(), changes, unchanged }
    }

    /// A table that the later edition does not have: what became of its records is not known, and none of them is told.
    pub(super) fn withdrawn(table: &'static str, title: String) -> Self {
        let before = Some(Called { id: table.to_owned(), name: "la tavola, con tutte le sue voci".to_owned() });
        let change = RecordChange { kind: ChangeKind::Removed, before, after: None, fields: Vec::new() };
        Self { table, title, changes: vec![change], unchanged: 0 }
    }
}

impl Naming<'_> {
    /// What differs of a record of both editions; `None` if nothing does.
    fn change(&self, before: Called, after: Called, mut fields: Vec<Field>) -> Option<RecordChange> {
        let has = |fields: &[Field], keys: &[&str]| fields.iter().any(|field| keys.contains(&&*field.key));
        let other_id = before.id != after.id && !(self.same)(&before, &after);
        if let Some(key) = self.id
            && before.id != after.id
            && !has(&fields, &[key])
        {
            let id = Field::of(key.to_owned(), vec![before.id.clone()], vec![after.id.clone()]);
            fields.splice(0..0, id.map(|field| field.labelled("Identificativo")));
        }
        if fields.is_empty() {
            return None;
        }
        let kind = if other_id || has(&fields, self.names) {
            ChangeKind::Renamed
        } else if has(&fields, self.owners) {
            ChangeKind::Moved
        } else {
            ChangeKind::Changed
        };
        Some(RecordChange { kind, before: Some(before), after: Some(after), fields })
    }
}

use super::pattern::{By, Fit, Pattern, folded, qualified};
use super::table_places::TablePlaces;
use crate::model::OutlineEntry;
use crate::source::Span;

/// The records of one edition, as acceptances name them.
pub(super) struct NamedPlaces<'a> {
    entries: Vec<&'a OutlineEntry>,
    /// The same, table by table.
    tables: Vec<TablePlaces<'a>>,
}

/// What a pattern names.
pub(super) enum Named<'a> {
    /// Places of the edition.
    Places(Vec<NamedPlace<'a>>),
    /// A row by its number; the rows that have it, each with its right name if it can be named.
    Row(usize, Vec<Option<String>>),
    /// Several records by a name that they share; the right names.
    Several(usize, Vec<String>),
    /// Nothing that is there.
    Nothing,
}

/// A record, a key of it or an item under the key.
pub(super) struct NamedPlace<'a> {
    pub(super) entry: &'a OutlineEntry,
    by: By,
    /// The bytes that it covers.
    pub(super) span: Span,
    /// The folded text of the item.
    pub(super) item: Option<String>,
    /// How many parts of the pattern, at its end, are not the name of the record.
    pub(super) below: usize,
}

impl<'a> NamedPlaces<'a> {
    pub(super) fn new(entries: impl Iterator<Item = &'a OutlineEntry>) -> Self {
        let entries: Vec<&OutlineEntry> = entries.collect();
        let tables = TablePlaces::all(&entries);
        Self { entries, tables }
    }

    /// The records that a pattern may name: all others it does not.
    fn candidates(&self, pattern: &Pattern<'_>) -> impl Iterator<Item = &'a OutlineEntry> {
        let own = self.tables.iter().filter(|table| pattern.is_of(table.name()));
        own.flat_map(|table| table.candidates(pattern.first()))
    }

    /// What a pattern names.
    pub(super) fn named(&self, pattern: &Pattern<'_>) -> Named<'a> {
        let mut fits: Vec<(&OutlineEntry, Fit)> =
            self.candidates(pattern).filter_map(|entry| Some((entry, pattern.fit(entry)?))).collect();
        // An identifier is nobody else's name.
        if fits.iter().any(|(_, fit)| fit.by == By::Id) {
            fits.retain(|(_, fit)| fit.by != By::Name);
        }
        let same: Vec<&(&OutlineEntry, Fit)> = fits.iter().filter(|(_, fit)| fit.by == By::Name).collect();
        if same.len() > 1 {
            let names = same.iter().filter_map(|(entry, fit)| self.path(entry, fit.key.as_deref())).collect();
            return Named::Several(same.len(), names);
        }
        if !fits.is_empty() {
            return Named::Places(fits.into_iter().map(|(entry, fit)| NamedPlace::new(entry, fit)).collect());
        }
        self.row(pattern).unwrap_or(Named::Nothing)
    }

    fn row(&self, pattern: &Pattern<'_>) -> Option<Named<'a>> {
        let number = pattern.row_number()?;
        let own = self.tables.iter().filter(|table| pattern.is_of(table.name()));
        let mut rows = own.flat_map(|table| table.candidates(None)).filter(|entry| entry.name.row.is_some()).peekable();
        rows.peek()?;
        let right = |entry: &&OutlineEntry| {
            let list = entry.name.list.as_deref();
            // Modules are counted through their groups.
            let counted = number.list.map_or(list != Some("gruppi"), |asked| list == Some(asked));
            entry.name.row == Some(number.row) && counted
        };
        let renamed = |entry: &OutlineEntry| {
            let path = self.path(entry, None)?;
            Some(std::iter::once(path.as_str()).chain(number.rest.iter().copied()).collect::<Vec<_>>().join("/"))
        };
        let found = rows.filter(right).map(renamed).collect();
        Some(Named::Row(number.row, found))
    }

    /// How an acceptance should name a record or a key of it; nothing where no name tells it from another.
    pub(super) fn path(&self, entry: &OutlineEntry, key: Option<&str>) -> Option<String> {
        let mut path = entry.table.to_owned();
        let record = self.name(entry)?;
        let record = Some(record.as_str()).filter(|record| !record.is_empty());
        for part in entry.name.list.as_deref().into_iter().chain(record).chain(key) {
            path.push('/');
            path.push_str(part);
        }
        Some(path)
    }

    /// The shortest name that no other record has; empty for a file.
    fn name(&self, entry: &OutlineEntry) -> Option<String> {
        let own = &entry.name;
        if own.is_file() || own.id.is_some() {
            return Some(own.id.as_deref().unwrap_or_default().to_owned());
        }
        let name = own.name.as_ref()?;
        let spelled = folded(name);
        let is = |other: &Option<Box<str>>| other.as_ref().is_some_and(|other| folded(other) == spelled);
        let beside = self.tables.iter().filter(|table| table.name() == entry.table);
        let same: Vec<&OutlineEntry> = beside
            .flat_map(|table| table.candidates(Some(&spelled)))
            .filter(|other| !std::ptr::eq(*other, entry))
            .filter(|other| other.name.list == own.list && (is(&other.name.name) || is(&other.name.id)))
            .collect();
        if same.is_empty() {
            return Some(name.to_string());
        }
        let has = |other: &OutlineEntry, owner: &str| other.name.within.iter().any(|own| folded(own) == folded(owner));
        if let Some(owner) = own.within.iter().find(|owner| !same.iter().any(|other| has(other, owner))) {
            return Some(qualified(name, owner));
        }
        let shared = same.iter().any(|other| own.within.iter().all(|owner| has(other, owner)));
        let owners = own.within.iter().rev().chain([name]).map(|part| &**part).collect::<Vec<&str>>().join("/");
        (!shared).then_some(owners)
    }

    /// Whether the edition has records of a table.
    pub(super) fn has_table(&self, pattern: &Pattern<'_>) -> bool {
        self.tables.iter().any(|table| pattern.is_of(table.name()))
    }

    /// The table of which a pattern names a record, where the table has none.
    pub(super) fn emptied(&self, pattern: &Pattern<'_>) -> Option<&'static str> {
        let mut own = self.tables.iter().filter(|table| pattern.is_of(table.name()));
        let empty = !pattern.parts().is_empty() && own.clone().all(TablePlaces::is_empty) && !self.is_there(pattern);
        own.next().map(TablePlaces::name).filter(|_| empty)
    }

    /// Whether a pattern names something.
    pub(super) fn is_there(&self, pattern: &Pattern<'_>) -> bool {
        self.candidates(pattern).any(|entry| pattern.fit(entry).is_some())
    }

    /// Whether a pattern names a record without its last part: then that part is no key of it.
    pub(super) fn has_record(&self, pattern: &Pattern<'_>) -> bool {
        !pattern.parts().is_empty() && self.candidates(pattern).any(|entry| pattern.names_record(entry))
    }

    /// The tables.
    pub(super) fn tables(&self) -> impl Iterator<Item = &'static str> {
        self.tables.iter().map(TablePlaces::name)
    }

    /// Whether places are a whole table or list rather than one record.
    pub(super) fn are_wide(&self, places: &[NamedPlace<'_>]) -> bool {
        let inside = |place: &NamedPlace<'_>| {
            self.entries.iter().any(|entry| !std::ptr::eq(*entry, place.entry) && place.span.contains(entry.span))
        };
        places.iter().any(|place| matches!(place.by, By::Table | By::List) || inside(place))
    }
}

impl<'a> NamedPlace<'a> {
    fn new(entry: &'a OutlineEntry, fit: Fit) -> Self {
        let keyed = fit.key.and_then(|key| entry.keys().find(|(_, own)| *own == key));
        Self { entry, by: fit.by, span: keyed.map_or(entry.span, |(span, _)| span), item: fit.item, below: fit.below }
    }

    /// By what the pattern names the record.
    pub(super) fn by(&self) -> By {
        self.by
    }

    /// Whether a finding at `span`, in the text `text`, is here or below.
    pub(super) fn holds(&self, span: Span, text: Option<&str>) -> bool {
        let item = self.item.as_ref();
        self.span.contains(span) && item.is_none_or(|item| text.is_some_and(|text| folded(text) == *item))
    }
}

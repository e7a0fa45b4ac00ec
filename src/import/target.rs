use super::deed::FieldChange;
use super::shelf::Shelf;
use crate::edit::{After, Change, Insertion, Ledger, Place, Refusal, Step, Written};
use crate::model::{Edition, Graph, capital, fold};
use crate::tables::Home;
use crate::workbook::{Grid, RecordLabels, SheetColumn, encode};

/// The data of an edition, as an import finds and changes them.
#[derive(Debug)]
pub struct Target<'a> {
    /// The edition as it was read.
    pub edition: &'a Edition,
    /// Its files.
    pub ledger: Ledger,
    /// Its tables as they were before the import.
    pub grids: Vec<Grid>,
    /// What its records are called.
    pub labels: RecordLabels,
}

impl<'a> Target<'a> {
    /// An edition with its files.
    pub fn new(edition: &'a Edition, ledger: Ledger) -> Self {
        let labels = RecordLabels::of(edition, &Graph::new(edition));
        let grids = Grid::all(edition, &ledger, &labels);
        Self { edition, ledger, grids, labels }
    }

    /// The grid of a table.
    pub fn grid(&self, table: &str) -> Option<&Grid> {
        self.grids.iter().find(|grid| grid.home.table == table)
    }

    /// The order of the keys of a table's records.
    pub fn order(&self, home: &Home) -> Vec<String> {
        let mut order: Vec<String> = Vec::new();
        for column in self.grid(home.table).map(|grid| grid.columns.as_slice()).unwrap_or_default() {
            if let Some(key) = column.path.first().filter(|key| !order.contains(key)) {
                order.push(key.clone());
            }
        }
        order
    }

    /// Learns what a record is called to which others refer.
    pub(super) fn learn(&mut self, home: &Home, record: &[(String, Written)]) {
        let text = |key: &str| {
            let value = record.iter().find(|(known, _)| known == key).and_then(|(_, value)| value.scalar());
            value.filter(|text| !text.is_empty()).map(str::to_owned)
        };
        if let (Some(kind), Some(id), Some(name)) = (home.target, text("id"), text("nome")) {
            self.labels.learn(kind, id, name);
        }
    }

    /// The columns of a table to which these records were added, those that it had only by them among these.
    pub(super) fn columns_with(&self, home: &Home, records: &[Written]) -> Vec<SheetColumn> {
        SheetColumn::all(home, self.edition, &self.ledger, records)
    }

    /// The fields of a new record, as people read them.
    pub(super) fn told(&self, columns: &[SheetColumn], record: &Written) -> Vec<FieldChange> {
        // What only its key names is called by that.
        let heading = |column: &SheetColumn| match column.path.as_slice() {
            [key] if *key == column.heading => capital(&key.replace('_', " ")),
            _ => column.heading.clone(),
        };
        let field = |column: &SheetColumn| {
            let after = encode(column, record, &self.labels);
            (!after.is_empty()).then(|| FieldChange { heading: heading(column), before: String::new(), after })
        };
        columns.iter().filter_map(field).collect()
    }

    /// Removes records; a group of modules that is left empty goes too.
    ///
    /// # Errors
    ///
    /// For each that cannot be removed, its place in the list with the reason.
    pub fn remove(&mut self, home: &Home, mut places: Vec<(usize, Place)>) -> Vec<(usize, Refusal)> {
        places.sort_by_key(|(number, _)| *number);
        if self.ledger.shrink(&self.whole_groups(home, &places), &[]).is_ok() {
            return Vec::new();
        }
        // One by one, the last first, so that the places of the others stay.
        places.reverse();
        let mut refused = Vec::new();
        for (number, place) in places {
            let at = self.whole_groups(home, &[(number, place.clone())]).remove(0).path;
            if let Err(refusal) = self.ledger.apply(&place, &Change::Remove { at }, &[]) {
                refused.push((number, refusal));
            }
        }
        refused
    }

    /// The places of records, and in that of all modules of a group the group.
    fn whole_groups(&self, home: &Home, places: &[(usize, Place)]) -> Vec<Place> {
        let own = || places.iter().map(|(_, place)| place);
        if home.inner.is_none() {
            return own().cloned().collect();
        }
        // The list of modules is two steps below its group.
        let group =
            |place: &Place| place.within(place.path.iter().take(place.path.len().saturating_sub(2)).cloned().collect());
        let mut groups: Vec<(Place, Vec<&Place>)> = Vec::new();
        for place in own() {
            match groups.last_mut().filter(|(known, _)| *known == group(place)) {
                Some((_, modules)) => modules.push(place),
                None => groups.push((group(place), vec![place])),
            }
        }
        let is_whole = |(_, modules): &(Place, Vec<&Place>)| {
            let list = modules.first().and_then(|place| Some(place.within(place.path.split_last()?.1.to_vec())));
            list.and_then(|list| self.ledger.at(&list)).is_some_and(|list| list.items().len() == modules.len())
        };
        let kept = |whole: (Place, Vec<&Place>)| {
            if is_whole(&whole) { vec![whole.0] } else { whole.1.into_iter().cloned().collect() }
        };
        groups.into_iter().flat_map(kept).collect()
    }

    /// Adds a record beside those of its kin, or after the last.
    ///
    /// # Errors
    ///
    /// When the file cannot take it.
    pub(super) fn add(&mut self, home: &Home, record: &Written) -> Result<(), Refusal> {
        let order = self.order(home);
        let order: Vec<&str> = order.iter().map(String::as_str).collect();
        if let Some(Insertion { list, after: After::Item(at), item }) = Shelf::of(&self.ledger, home).place(record) {
            let insert = Change::Insert { list: list.path.clone(), at: at + 1, items: vec![item] };
            return self.ledger.apply(&list, &insert, &order);
        }
        match home.inner {
            Some(inner) => self.add_first_within(home, inner, record, &order),
            None => self.begin(home, record.clone(), &order),
        }
    }

    /// Adds the first record of a table.
    fn begin(&mut self, home: &Home, record: Written, order: &[&str]) -> Result<(), Refusal> {
        let head = head(home, self.edition);
        self.ledger.append(home.file, home.list, vec![record], (order, &head))
    }

    /// Adds the first module of a group, or with its group the first of all.
    fn add_first_within(&mut self, home: &Home, inner: &str, record: &Written, order: &[&str]) -> Result<(), Refusal> {
        let (name, module) = in_group(record);
        let groups = self.ledger.items(home.file, home.list);
        let own = |group: &Written| group.get("nome").and_then(Written::scalar).map(fold);
        if let Some((place, _)) = groups.into_iter().find(|(_, group)| own(group) == Some(fold(&name))) {
            let at = place.path.iter().cloned().chain([Step::from(inner)]).collect();
            return self.ledger.apply(&place, &Change::Set { at, value: Written::List(vec![module]) }, order);
        }
        self.begin(home, group(&name, inner, module), order)
    }
}

/// The name of the group of a module, and what the module says itself.
pub(super) fn in_group(record: &Written) -> (String, Written) {
    let name = record.get("gruppo").and_then(Written::scalar).unwrap_or_default().to_owned();
    let own = record.entries().iter().filter(|(key, _)| key != "gruppo").cloned().collect();
    (name, Written::Group(own))
}

/// A new group with its first module.
pub(super) fn group(name: &str, inner: &str, module: Written) -> Written {
    let modules = Written::List(vec![module]);
    Written::Group(vec![("nome".to_owned(), Written::text(name)), (inner.to_owned(), modules)])
}

/// The comment at the top of a new file.
pub(super) fn head(home: &Home, edition: &Edition) -> String {
    format!("# yaml-language-server: $schema=../../schemi/{}.json\n# {}.\n\n", home.file, home.title_in(edition))
}

impl Target<'_> {
    /// The title of a table.
    pub fn title(&self, home: &Home) -> String {
        home.title_in(self.edition).to_owned()
    }
}

use super::deed::FieldChange;
use crate::edit::{Change, Ledger, Place, Refusal, Step, Written};
use crate::model::{Edition, Graph, ProcessCode, fold, slug};
use crate::tables::Home;
use crate::workbook::{Grid, RecordLabels, encode};

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

    /// The fields of a new record, as people read them.
    pub fn told(&self, home: &Home, record: &Written) -> Vec<FieldChange> {
        let columns = self.grid(home.table).map(|grid| grid.columns.as_slice()).unwrap_or_default();
        let field = |column| {
            let after = encode(column, record, &self.labels);
            (!after.is_empty()).then(|| FieldChange { heading: column.heading.clone(), before: String::new(), after })
        };
        columns.iter().filter_map(field).collect()
    }

    /// Removes records, the last first, so that the places of the others stay; a group of modules that is left empty goes too.
    ///
    /// # Errors
    ///
    /// For each that cannot be removed, its place in the list with the reason.
    pub fn remove(&mut self, home: &Home, mut places: Vec<(usize, Place)>) -> Vec<(usize, Refusal)> {
        places.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
        let mut refused = Vec::new();
        for (number, place) in places {
            let depth = place.path.len();
            let list = depth.checked_sub(1).map(|at| place.path.iter().take(at).cloned().collect::<Vec<Step>>());
            let siblings = list.and_then(|path| self.ledger.at(&place.within(path)).map(|list| list.items().len()));
            // The list of modules is two steps below its group.
            let at = if home.inner.is_some() && siblings == Some(1) { depth - 2 } else { depth };
            let path = place.path.iter().take(at).cloned().collect();
            if let Err(refusal) = self.ledger.apply(&place, &Change::Remove { at: path }, &[]) {
                refused.push((number, refusal));
            }
        }
        refused
    }

    /// Adds a record beside those of its kin, or after the last.
    ///
    /// # Errors
    ///
    /// When the file cannot take it.
    pub fn add(&mut self, home: &Home, record: &Written) -> Result<(), Refusal> {
        let order = self.order(home);
        let order: Vec<&str> = order.iter().map(String::as_str).collect();
        if let Some(inner) = home.inner {
            return self.add_within(home, inner, record, &order);
        }
        let items = self.ledger.items(home.file, home.list);
        let kin = items.iter().rev().find(|(_, other)| is_kin(home.table, record, other));
        if let Some((place, _)) = kin
            && let Some((Step::Item(at), list)) = place.path.split_last()
        {
            let insert = Change::Insert { list: list.to_vec(), at: at + 1, items: vec![record.clone()] };
            let place = place.clone();
            return self.ledger.apply(&place, &insert, &order);
        }
        let head = head(home, self.edition);
        self.ledger.append(home.file, home.list, vec![record.clone()], (&order, &head))
    }

    /// Adds a module to its group.
    fn add_within(&mut self, home: &Home, inner: &str, record: &Written, order: &[&str]) -> Result<(), Refusal> {
        let name = record.get("gruppo").and_then(Written::scalar).unwrap_or_default().to_owned();
        let own = record.entries().iter().filter(|(key, _)| key != "gruppo").cloned().collect();
        let own = Written::Group(own);
        let groups = self.ledger.items(home.file, home.list);
        let same =
            |group: &Written| group.get("nome").and_then(Written::scalar).is_some_and(|own| fold(own) == fold(&name));
        if let Some((place, group)) = groups.into_iter().find(|(_, group)| same(group)) {
            let path = place.path.iter().cloned().chain([Step::from(inner)]).collect();
            let change = match group.get(inner) {
                Some(Written::List(modules)) => Change::Insert { list: path, at: modules.len(), items: vec![own] },
                _ => Change::Set { at: path, value: Written::List(vec![own]) },
            };
            return self.ledger.apply(&place, &change, order);
        }
        let group = vec![("nome".to_owned(), Written::text(name)), (inner.to_owned(), Written::List(vec![own]))];
        let head = head(home, self.edition);
        self.ledger.append(home.file, home.list, vec![Written::Group(group)], (order, &head))
    }

    /// An identifier for a new record without one, from its name; nothing where its table asks for none.
    pub fn new_id(&self, home: &Home, record: &Written) -> Option<String> {
        let needs = matches!(home.table, "aree" | "servizi" | "smart-team" | "destinatari");
        let name = record.get("nome").and_then(Written::scalar)?;
        if !needs || record.get("id").is_some() || slug(name).is_empty() {
            return None;
        }
        let items = self.ledger.items(home.file, home.list);
        let is_taken = |id: &str| items.iter().any(|(_, item)| item.get("id").and_then(Written::scalar) == Some(id));
        let plain = slug(name);
        let numbered = (2..1000).map(|number| format!("{plain}-{number}"));
        std::iter::once(plain.clone()).chain(numbered).find(|id| !is_taken(id))
    }
}

/// The comment at the top of a new file.
pub(super) fn head(home: &Home, edition: &Edition) -> String {
    format!("# yaml-language-server: $schema=../../schemi/{}.json\n# {}.\n\n", home.file, home.title_in(edition))
}

/// Whether a new record of a table belongs beside another.
fn is_kin(table: &str, record: &Written, other: &Written) -> bool {
    let scalar = |record: &Written, key: &str| record.get(key).and_then(Written::scalar).map(str::to_owned);
    let same = |key: &str| scalar(record, key).is_some() && scalar(record, key) == scalar(other, key);
    let prefix = |record: &Written| {
        let code = ProcessCode::parse(&scalar(record, "codice")?);
        code.prefix().map(str::to_owned)
    };
    match table {
        "servizi" => same("area"),
        "smart-team" => same("servizio"),
        "processi" => prefix(record).is_some() && prefix(record) == prefix(other),
        "attuazione" => same("area") && (same("servizio") || scalar(record, "servizio").is_none()),
        _ => false,
    }
}

impl Target<'_> {
    /// The title of a table.
    pub fn title(&self, home: &Home) -> String {
        home.title_in(self.edition).to_owned()
    }
}

//! Offices that a sheet names and the edition does not have.

use super::offices::{Found, Meant, Offices};
use super::record::RowReader;
use crate::edit::Written;
use crate::import::Draft;
use crate::model::{OfficeKind, slug};

/// An office that is new to the edition.
#[derive(Clone, Debug)]
pub(super) struct Added {
    pub(super) kind: OfficeKind,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) owner: Option<Found>,
    sheet: String,
    row: usize,
    /// Whether an answer says that it is to be added.
    is_settled: bool,
}

impl RowReader<'_, '_, '_> {
    /// Adds no office that only a row named which is not read; `before` is how many were added above it.
    pub(super) fn take_back_offices(&mut self, row: usize, before: usize) {
        let gone: Vec<String> = self.offices.added.take_back(before).into_iter().map(|added| added.id).collect();
        if gone.is_empty() {
            return;
        }
        self.reading.doubts.retain(|doubt| doubt.row != row + 1 || !gone.contains(&doubt.understood));
    }
}

impl Offices<'_> {
    pub(super) fn add(
        &mut self,
        kind: OfficeKind,
        name: &str,
        within: Option<&Found>,
        at: (&str, usize),
        is_settled: bool,
    ) -> Meant {
        let near = self.nearest(name);
        let owner =
            within.filter(|owner| owner.kind < kind || owner.kind == kind && kind == OfficeKind::Service).cloned();
        let id = self.free_id(kind, name, owner.as_ref());
        if id.is_empty() {
            return Meant::Unknown("non è il nome di un ufficio".to_owned());
        }
        let found = Found { kind, id: id.clone() };
        self.added.push(Added {
            kind,
            id,
            name: name.to_owned(),
            owner,
            sheet: at.0.to_owned(),
            row: at.1,
            is_settled,
        });
        let near =
            near.map(|near| format!("; l'ufficio dal nome più vicino è «{}» (`{}`)", self.label(&near), near.id));
        Meant::New(found, format!("non c'è nell'edizione: {} da aggiungere{}", noun(kind), near.unwrap_or_default()))
    }

    /// An identifier made of a name, which no other office of its kind has.
    pub(super) fn free_id(&self, kind: OfficeKind, name: &str, owner: Option<&Found>) -> String {
        let taken = |id: &str| self.has(kind, id);
        let plain = slug(name);
        let with_owner = owner.map(|owner| format!("{plain}-{}", owner.id));
        let numbered = (2..).map(|number| format!("{plain}-{number}"));
        std::iter::once(plain.clone()).chain(with_owner).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
    }

    /// Whether answers say of every new office of a sheet that it is to be added.
    pub(super) fn are_settled(&self, sheet: &str) -> bool {
        self.added.iter().all(|added| added.sheet != sheet || added.is_settled)
    }

    /// The records of the offices that are new.
    pub(super) fn drafts(&self) -> Vec<Draft> {
        let text = |text: &str| Written::Text(text.to_owned());
        let draft = |added: &Added| {
            let mut fields = vec![("id".to_owned(), text(&added.id)), ("nome".to_owned(), text(&added.name))];
            if let Some(owner) = &added.owner {
                let key = match (added.kind, owner.kind) {
                    (_, OfficeKind::Area) => "area",
                    (OfficeKind::Service, _) => "parte_di",
                    _ => "servizio",
                };
                // A smart team belongs to a service only.
                if added.kind == OfficeKind::Service || owner.kind == OfficeKind::Service {
                    fields.push((key.to_owned(), text(&owner.id)));
                }
            }
            let table = match added.kind {
                OfficeKind::Area => "aree",
                OfficeKind::Service => "servizi",
                OfficeKind::Team => "smart-team",
            };
            let to_verify =
                (!added.is_settled).then(|| "Aggiunto perché un foglio di calcolo importato lo nomina.".to_owned());
            Draft { table: table.to_owned(), sheet: added.sheet.clone(), row: added.row, fields, to_verify }
        };
        self.added.iter().map(draft).collect()
    }
}

fn noun(kind: OfficeKind) -> &'static str {
    match kind {
        OfficeKind::Area => "un'area",
        OfficeKind::Service => "un servizio",
        OfficeKind::Team => "uno smart team",
    }
}

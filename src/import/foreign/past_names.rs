//! Names of offices in the table of a past year: they are written as they stand, but one that is only like that of an office of the edition may be a
//! slip, and is told.

use super::fields::Fields;
use super::names::Likeness;
use super::offices::Offices;
use super::record::RowReader;
use crate::import::reading::Question;
use crate::model::{Edition, OfficeKind, fold};
use std::collections::HashSet;

/// The names that the table of adoption of an edition has, folded.
pub(super) fn of(edition: &Edition) -> HashSet<String> {
    let rows = edition.adoption.rows.rows.iter();
    let names = rows.flat_map(|row| [&row.area, &row.service, &row.team]).flatten();
    names.map(|name| fold(&name.value)).collect()
}

impl Offices<'_> {
    /// What the one office of the edition is called that a name of a past year is only like, with its identifier.
    fn like(&self, kind: OfficeKind, name: &str) -> Option<(String, String)> {
        let kinds = [kind, OfficeKind::Team, OfficeKind::Service, OfficeKind::Area];
        let is_known = |kind| self.best(kind, name, None).iter().any(|(_, likeness)| *likeness >= Likeness::Renamed);
        if self.past.contains(&fold(name)) || kinds.into_iter().any(is_known) {
            return None;
        }
        match self.best(kind, name, None).as_slice() {
            [(found, _)] => Some((self.label(found), found.id.clone())),
            _ => None,
        }
    }
}

impl RowReader<'_, '_, '_> {
    /// The name of an office of a past year as it is written, or that of the office that an answer says that it is.
    pub(super) fn past_name(
        &mut self,
        (row, column): (usize, usize),
        kind: OfficeKind,
        name: String,
        fields: &mut Fields,
    ) -> String {
        let answers = self.answers;
        if let Some(answer) = answers.all.name(&name) {
            if matches!(fold(answer).as_str(), "nuovo" | "ignora") {
                return name;
            }
            let Some(found) = self.offices.answered(kind, answer) else {
                let message = format!("la risposta `{answer}` non è né l'id né il nome di un ufficio");
                self.fail(row, column, &name, &message, Question::Name);
                return name;
            };
            return self.offices.label(&found);
        }
        if let Some((label, id)) = self.offices.like(kind, &name) {
            let message =
                format!("l'edizione non ha un ufficio con questo nome, ma ha «{label}» (`{id}`): può essere lo stesso");
            self.doubt(row, column, &name, &name, &message, Question::Name);
            fields.doubt(&name, &message);
        }
        name
    }
}

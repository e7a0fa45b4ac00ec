use super::same::is_same;
use super::{Said, identity};
use crate::edit::Written;
use crate::import::Draft;
use crate::import::deed::Problem;
use crate::tables::Home;

/// A record that is not in the data yet.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) file: String,
    pub(super) home: &'static Home,
    draft: Draft,
}

impl Pending {
    pub(super) fn new(file: &str, home: &'static Home, draft: &Draft) -> Self {
        Self { file: file.to_owned(), home, draft: draft.clone() }
    }

    /// The record with what is to be verified.
    pub(super) fn record(&self) -> Written {
        let doubt =
            self.draft.to_verify.as_ref().map(|doubt| ("da_verificare".to_owned(), Written::text(doubt.clone())));
        Written::Group(self.draft.fields.iter().cloned().chain(doubt).collect())
    }

    /// The row that it stands for.
    pub(super) fn said(&self) -> Said<'_> {
        Said { file: &self.file, draft: &self.draft, home: self.home, has_ids: false }
    }

    /// Adds what is to be verified.
    pub(super) fn doubt(&mut self, text: &str) {
        let known = self.draft.to_verify.take();
        self.draft.to_verify = Some(known.map_or_else(|| text.to_owned(), |known| format!("{known}. {text}")));
    }

    pub(super) fn problem(&self, message: String) -> Problem {
        Problem {
            file: self.file.clone(),
            sheet: self.draft.sheet.clone(),
            row: self.draft.row,
            column: String::new(),
            text: String::new(),
            message,
        }
    }

    /// Takes what another row says of the same record; gives the keys of which it says something else.
    ///
    /// What is to be verified of values that were not taken is not to be verified of the record. A row with another name is taken for none of
    /// it.
    pub(super) fn join(&mut self, other: &Draft) -> Vec<(String, String)> {
        let named = |draft: &Draft| Written::Group(draft.fields.clone());
        if let Some(key) = identity::other_name(self.home.table, &named(&self.draft), &named(other)) {
            let message = format!(
                "la voce è già alla riga {}, con un altro nome: questa riga non è stata scritta",
                self.draft.row
            );
            return vec![(key.to_owned(), message)];
        }
        let (mut problems, mut is_taken) = (Vec::new(), false);
        for (key, value) in &other.fields {
            let Some((_, own)) = self.draft.fields.iter_mut().find(|(known, _)| known == key) else {
                self.draft.fields.push((key.clone(), value.clone()));
                is_taken = true;
                continue;
            };
            match joined(key, own, value) {
                Some(whole) => {
                    is_taken |= !whole.means(own);
                    *own = whole;
                }
                None => problems.push((
                    key.clone(),
                    format!("la voce è già alla riga {}, che dice altro: è rimasto quello", self.draft.row),
                )),
            }
        }
        if let Some(doubt) = other.to_verify.as_ref().filter(|_| is_taken || problems.is_empty()) {
            let own = self.draft.to_verify.take().unwrap_or_default();
            let is_new = !own.contains(doubt.as_str());
            self.draft.to_verify = Some(if is_new { format!("{own} {doubt}").trim().to_owned() } else { own });
        }
        problems
    }
}

/// What two rows say of one key together: the same, or the offices of both; nothing where they disagree.
pub(super) fn joined(key: &str, own: &Written, other: &Written) -> Option<Written> {
    if is_same(key, own, other) {
        return Some(own.clone());
    }
    match (own, other) {
        (Written::Group(first), Written::Group(second)) => {
            let mut whole = first.clone();
            for (part, value) in second {
                match first.iter().find(|(known, _)| known == part) {
                    Some((_, known)) if !is_same(key, known, value) => return None,
                    Some(_) => {}
                    None => whole.push((part.clone(), value.clone())),
                }
            }
            Some(Written::Group(whole))
        }
        _ if matches!(key, "smart_team" | "servizio" | "area" | "software") => {
            let ids = |value: &Written| match value {
                Written::List(items) => items.clone(),
                one => vec![one.clone()],
            };
            let mut whole = ids(own);
            for id in ids(other) {
                if !whole.iter().any(|known| known.means(&id)) {
                    whole.push(id);
                }
            }
            Some(Written::List(whole))
        }
        _ => None,
    }
}

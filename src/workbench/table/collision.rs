//! What was typed in a form, held field by field against what stands there by now: what only one of two people changed is kept, and of what both
//! changed one is chosen.

use super::field::Field;
use super::value::{normal, same, typed};
use crate::workbench::visit::{Form, field};

/// Before the key of a field: what stood in it when the form was read.
const BEFORE: &str = "_prima.";

/// Before the key of a field: which of two values is to stand in it.
const CHOICE: &str = "_scelta.";

/// The key under which a doubt of a record stands.
pub(super) const DOUBT: &str = "da_verificare";

/// A form without what was not touched.
#[derive(Clone, Debug, Default)]
pub(in crate::workbench) struct Collision {
    /// What was typed.
    pub(in crate::workbench) form: Form,
    /// The keys of the fields that both changed, each to something else.
    pub(in crate::workbench) clashes: Vec<String>,
    /// Those that only the file changed, with what stood there before.
    pub(in crate::workbench) theirs: Vec<(String, String)>,
}

impl Collision {
    /// Of fields with what stands in each by now. A form that does not say what it was read from was typed whole.
    pub(in crate::workbench) fn of<'f>(standing: impl IntoIterator<Item = (&'f Field, String)>, form: &Form) -> Self {
        let mut found = Self { form: form.clone(), ..Self::default() };
        let (mut doubts, mut standing_doubt) = (Vec::new(), String::new());
        for (field, now) in standing {
            if field.key == DOUBT {
                standing_doubt.clone_from(&now);
            }
            let Some(mine) = typed(field, form) else { continue };
            let now = normal(field, &now);
            match self::field(form, &format!("{CHOICE}{}", field.key)) {
                Some("file") => {
                    found.drop(field);
                    continue;
                }
                Some("dubbio") if !same(field, &mine, &now) && !now.is_empty() => {
                    doubts.push(format!("{}: secondo altri «{}»", field.heading, now.replace('\n', "; ")));
                }
                _ => {}
            }
            let Some(before) = before(field, form) else {
                if !same(field, &mine, &now) {
                    found.clashes.push(field.key.clone());
                }
                continue;
            };
            if same(field, &mine, &before) {
                found.drop(field);
                if now != before {
                    found.theirs.push((field.key.clone(), before));
                }
            } else if now != before && !same(field, &now, &mine) {
                found.clashes.push(field.key.clone());
            }
        }
        if !doubts.is_empty() {
            found.doubt(&standing_doubt, &doubts);
        }
        found
    }

    /// Whether a form says what it was read from.
    pub(in crate::workbench) fn is_known(form: &Form) -> bool {
        form.iter().any(|(name, _)| name.starts_with(BEFORE))
    }

    /// What is to be said where the file is no longer as it was read.
    pub(in crate::workbench) fn notice(&self) -> &'static str {
        if self.clashes.is_empty() {
            "Il file è cambiato mentre qui si scriveva, e non è stato salvato nulla. Ciò che è stato scritto qui non tocca ciò che nel file è cambiato: salvando di nuovo restano l'uno e l'altro."
        } else {
            "Il file è cambiato mentre qui si scriveva, e non è stato salvato nulla. Accanto a ogni campo in cui il file dice altro c'è il suo valore: si sceglie quale tenere, poi si salva di nuovo."
        }
    }

    /// What the file alone changed in a field.
    pub(in crate::workbench) fn was(&self, field: &Field) -> Option<String> {
        self.theirs.iter().find(|(key, _)| *key == field.key).map(|(_, before)| before.clone())
    }

    fn drop(&mut self, field: &Field) {
        self.form.retain(|(name, _)| *name != field.key);
    }

    /// Adds what the other said to the doubts of the record: to those typed, or where they were not touched to those that stand there.
    fn doubt(&mut self, standing: &str, doubts: &[String]) {
        let told = doubts.join("; ");
        let with = |own: &str| match own.trim() {
            "" => told.clone(),
            own => format!("{own}; {told}"),
        };
        match self.form.iter_mut().find(|(name, _)| name == DOUBT) {
            Some((_, own)) => *own = with(own),
            None => self.form.push((DOUBT.to_owned(), with(standing))),
        }
    }
}

/// What stood in a field when the form was read.
pub(in crate::workbench) fn before(field: &Field, form: &Form) -> Option<String> {
    self::field(form, &format!("{BEFORE}{}", field.key)).map(|before| normal(field, before))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::table::FieldKind;

    fn collision(now: &str, form: &[(&str, &str)]) -> Collision {
        let field = Field::new("nome", "Nome", "", FieldKind::Line);
        let form: Form = form.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Collision::of([(&field, now.to_owned())], &form)
    }

    fn said(collision: &Collision, name: &str) -> Option<String> {
        field(&collision.form, name).map(str::to_owned)
    }

    #[test]
    fn what_one_alone_changed_is_kept() {
        let theirs = collision("b", &[("_prima.nome", "a"), ("nome", "a")]);
        assert_eq!((said(&theirs, "nome"), theirs.clashes.len()), (None, 0));
        assert_eq!(theirs.theirs, [("nome".to_owned(), "a".to_owned())]);
        let mine = collision("a", &[("_prima.nome", "a"), ("nome", "c")]);
        assert_eq!((said(&mine, "nome").as_deref(), mine.clashes.len()), (Some("c"), 0));
        let both = collision("c", &[("_prima.nome", "a"), ("nome", "c")]);
        assert!(both.clashes.is_empty(), "they agree");
    }

    #[test]
    fn what_both_changed_is_chosen() {
        let clash = collision("b", &[("_prima.nome", "a"), ("nome", "c")]);
        assert_eq!(clash.clashes, ["nome"]);
        let again = [("_prima.nome", "b"), ("nome", "c")];
        let chosen = |choice| collision("b", &[again[0], again[1], ("_scelta.nome", choice)]);
        assert_eq!(said(&chosen("mio"), "nome").as_deref(), Some("c"));
        assert_eq!(said(&chosen("file"), "nome"), None);
        let doubt = chosen("dubbio");
        assert_eq!(said(&doubt, "nome").as_deref(), Some("c"));
        assert_eq!(said(&doubt, "da_verificare").as_deref(), Some("Nome: secondo altri «b»"));
        assert!(doubt.clashes.is_empty());
    }

    #[test]
    fn a_doubt_is_added_to_the_one_that_stands_there() {
        let (name, doubt) =
            (Field::new("nome", "Nome", "", FieldKind::Line), Field::new(DOUBT, "Da verificare", "", FieldKind::Prose));
        let added = |doubts: &[(&str, &str)]| {
            let own = [("_prima.nome", "b"), ("nome", "c"), ("_scelta.nome", "dubbio")];
            let form = own.iter().chain(doubts).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            let standing = [(&name, "b".to_owned()), (&doubt, "È dubbio".to_owned())];
            said(&Collision::of(standing, &form.collect()), DOUBT)
        };
        let told = "Nome: secondo altri «b»";
        let both = Some(format!("È dubbio; {told}"));
        assert_eq!(added(&[]), both, "not sent");
        assert_eq!(added(&[("_prima.da_verificare", "È dubbio"), (DOUBT, "È dubbio")]), both, "not touched");
        let mine = added(&[("_prima.da_verificare", "È dubbio"), (DOUBT, "Mio")]);
        assert_eq!(mine, Some(format!("Mio; {told}")));
    }

    #[test]
    fn a_form_that_does_not_say_what_it_was_read_from_was_typed_whole() {
        assert_eq!(collision("b", &[("nome", "a")]).clashes, ["nome"]);
        assert!(collision("a", &[("nome", "a")]).clashes.is_empty());
    }
}

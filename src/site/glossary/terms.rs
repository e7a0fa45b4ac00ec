use super::entries::ENTRIES;
use super::entry::GlossaryEntry;
use super::found::{Forms, Found};
use super::mentioned::Mentioned;
use super::term::Term;
use crate::model::{ACRONYMS, BargainingSector, Definition, Edition, fold, slug};
use crate::tables::EditionColumns;
use std::collections::HashSet;

/// The glossary of an edition: the terms of the program, with those that the administration adds or defines in its own way.
#[derive(Debug)]
pub(in crate::site) struct Terms {
    /// In the order of the alphabet.
    pub(in crate::site) all: Vec<Term>,
    forms: Forms,
}

impl Terms {
    /// The glossary of an edition of a body of this sector.
    pub(in crate::site) fn of(edition: &Edition, columns: &EditionColumns, sector: Option<BargainingSector>) -> Self {
        let there: Vec<_> = ENTRIES.iter().filter(|entry| entry.needs.are_met(edition, columns, sector)).collect();
        let known = |entry: &GlossaryEntry| {
            Term::known(entry, &edition.model.words, entry.meaning_in(edition, columns, sector), sector)
        };
        let known: Vec<Term> = there.iter().map(|entry| known(entry)).collect();
        let mentioned = Mentioned::of(edition, &Forms::of(&known));
        let said = |number: usize| !there[number].if_said || mentioned.terms.contains(&number);
        let known = known.into_iter().enumerate().filter(|(number, _)| said(*number));
        let mut all: Vec<Term> = known.map(|(_, term)| term).collect();
        all.extend(ACRONYMS.iter().filter(|acronym| mentioned.letters.contains(acronym.letters)).map(Term::acronym));
        let known = all.len();
        // The anchors of the program's own terms are fixed: pages name them.
        let mut anchors: HashSet<String> = all.iter().map(|term| term.id.clone()).collect();
        for (row, definition) in edition.definitions.rows.iter().enumerate() {
            match all[..known].iter_mut().find(|term| is_same(term, definition)) {
                Some(term) => term.redefine(row, definition),
                None => all.push(Term::own(row, definition, &mut anchors)),
            }
        }
        all.sort_by_cached_key(|term| fold(&term.name));
        let forms = Forms::of(&all);
        Self { all, forms }
    }

    /// The terms of a text, in order, none within another.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        self.forms.find(text)
    }
}

/// Whether a definition is of this term, which no other defines.
fn is_same(term: &Term, definition: &Definition) -> bool {
    let wanted = fold(&definition.term.value);
    let named = std::iter::once(&term.name).chain(&term.forms).any(|name| fold(name) == wanted);
    term.own.is_none() && (named || term.id == slug(&definition.term.value))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes a folder")]
mod tests {
    use super::*;
    use crate::load;
    use crate::model::Graph;

    #[test]
    fn an_administration_adds_terms_and_redefines_ours() {
        let folder = tempfile::tempdir().expect("a folder");
        for (path, text) in crate::scaffold::files() {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            std::fs::write(path, text).expect("a file");
        }
        let file = folder.path().join("data").join(crate::scaffold::EDITION).join("glossario.yaml");
        let text = "glossario:\n  - { termine: SMART TEAM, definizione: Un ufficio., fonte: Delibera 3 }\n  - { termine: \
                    Ufficio postale, definizione: Uno., forme: [uffici postali] }\n  - { termine: smart team, \
                    definizione: Un altro. }\n";
        std::fs::write(file, text).expect("a file");
        let loaded = load::load(folder.path()).expect("the folder");
        assert_eq!(loaded.findings.len(), 0);
        let edition = &loaded.annex.editions[0];
        let terms = Terms::of(edition, &EditionColumns::of(edition, &Graph::new(edition)), None);
        let term = |id: &str| terms.all.iter().find(|term| term.id == id).expect("the term");
        assert_eq!(
            (term("smart-team").name.as_str(), term("smart-team").meaning.as_str()),
            ("Smart team", "Un ufficio.")
        );
        assert_eq!(term("smart-team").basis.as_deref(), Some("Delibera 3"));
        assert_eq!(term("smart-team-2").meaning, "Un altro.");
        assert_eq!(terms.find("gli Uffici Postali").len(), 1);
        assert!(terms.all.iter().map(|term| fold(&term.name)).is_sorted());
    }
}

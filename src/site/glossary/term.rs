use super::entry::GlossaryEntry;
use crate::model::{Acronym, BargainingSector, Definition, Words, slug};
use std::collections::HashSet;

/// A term of the glossary of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::site) struct Term {
    /// Its anchor on the page of the glossary, unique.
    pub(in crate::site) id: String,
    /// The term as it is shown.
    pub(in crate::site) name: String,
    /// How texts write it.
    pub(in crate::site) forms: Vec<String>,
    /// What it means.
    pub(in crate::site) meaning: String,
    /// What the meaning rests on.
    pub(in crate::site) basis: Option<String>,
    /// The row of the edition's own definition, where it gives one.
    pub(in crate::site) own: Option<usize>,
}

impl Term {
    /// A term of the administration alone, under an anchor that is not yet taken.
    pub(super) fn own(row: usize, definition: &Definition, anchors: &mut HashSet<String>) -> Self {
        let name = definition.term.value.clone();
        let slug = slug(&name);
        let base = if slug.is_empty() { "termine" } else { slug.as_str() };
        let mut id = base.to_owned();
        let mut number = 1;
        while !anchors.insert(id.clone()) {
            number += 1;
            id = format!("{base}-{number}");
        }
        let mut term = Self { id, forms: vec![name.clone()], name, meaning: String::new(), basis: None, own: None };
        term.redefine(row, definition);
        term
    }

    /// Takes over what the administration says of it.
    pub(super) fn redefine(&mut self, row: usize, definition: &Definition) {
        self.meaning.clone_from(&definition.meaning.value);
        self.basis = definition.basis.as_ref().map(|basis| basis.value.clone());
        self.forms.extend(definition.forms.iter().map(|form| form.value.clone()));
        self.own = Some(row);
    }

    /// Letters that stand for several words.
    pub(super) fn acronym(acronym: &Acronym) -> Self {
        Self {
            id: acronym.letters.to_lowercase(),
            name: format!("{} – {}", acronym.letters, acronym.expansion),
            forms: vec![acronym.letters.to_owned()],
            meaning: acronym.meaning.to_owned(),
            basis: acronym.law.map(str::to_owned),
            own: None,
        }
    }

    /// A term of the program in the words of an edition, with what it means in an edition of a body of this sector.
    pub(super) fn known(
        entry: &GlossaryEntry,
        words: &Words,
        meaning: String,
        sector: Option<BargainingSector>,
    ) -> Self {
        let forms = entry.forms.iter().map(|form| words.say(form)).filter(|form| !form.is_empty());
        Self {
            id: entry.id.to_owned(),
            name: words.say(entry.name).to_owned(),
            forms: forms.map(str::to_owned).collect(),
            meaning,
            basis: entry.basis.and_then(|basis| basis.cited(sector)).map(str::to_owned),
            own: None,
        }
    }
}

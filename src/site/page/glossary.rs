use super::Composed;
use crate::model::Scope;
use crate::routes::Section;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::escape::escaped_text;
use crate::site::glossary::{TermLinks, Terms, with_laws};
use crate::site::view::{Meaning, Passage, Remarks};
use crate::trouble::Trouble;
use serde::Serialize;

/// The words of the field and what they mean.
#[derive(Debug, Serialize)]
struct GlossaryPage<'s> {
    terms: Vec<TermView<'s>>,
    /// The marks of the administration's own definitions.
    marks: Vec<Meaning>,
}

#[derive(Debug, Serialize)]
struct TermView<'s> {
    id: &'s str,
    name: &'s str,
    meaning: Passage,
    /// An example from the data of the edition.
    example: Option<String>,
    /// What the meaning rests on, without a full stop.
    basis: Option<Passage>,
    remarks: Remarks,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>) -> Result<Composed<'s>, Trouble> {
    let definitions = &context.edition.definitions;
    let terms = context.terms.iter().flat_map(|terms| terms.all.iter().enumerate().map(move |pair| (terms, pair)));
    let terms = terms.map(|(terms, (number, term))| TermView {
        id: &term.id,
        name: &term.name,
        meaning: meaning(terms, number),
        example: if term.id == "codice" && term.own.is_none() { code(context) } else { None },
        basis: term.basis.as_deref().map(|basis| cited(basis.trim_end_matches('.'))),
        remarks: term
            .own
            .map_or_else(Remarks::default, |row| Remarks::of(&definitions.rows[row].annotations, &definitions.marks)),
    });
    let page = GlossaryPage { terms: terms.collect(), marks: definitions.marks.iter().map(Meaning::from).collect() };
    let description = format!(
        "Che cosa vogliono dire le parole del lavoro agile usate nel documento «{}», edizione {}.",
        context.edition.title.value,
        context.edition.id.as_str()
    );
    let meta = PageMeta::of_section(context, Section::Glossary, description);
    Ok((meta, Box::new(page), "glossario.html"))
}

/// A meaning with links to the other terms that it uses.
fn meaning(terms: &Terms, number: usize) -> Passage {
    let text = terms.all[number].meaning.as_str();
    let mut links = TermLinks::new(terms, "");
    links.skip(number);
    links.linked(text).map_or_else(|| Passage::plain(text), |html| Passage::markup(&html))
}

/// What a meaning rests on, the laws linked.
fn cited(basis: &str) -> Passage {
    with_laws(basis, escaped_text).map_or_else(|| Passage::plain(basis), |html| Passage::markup(&html))
}

/// The first code whose three parts can all be told.
fn code(context: &EditionContext<'_>) -> Option<String> {
    let services = &context.edition.services.rows;
    context.edition.codes_in_parts().find_map(|(_, process, code)| {
        let (prefix, number) = (code.prefix()?, code.number()?);
        let risk = process.risk.as_ref().filter(|risk| code.risk_letter() == Some(risk.letter()))?;
        let service = services.iter().find(|service| service.prefix.as_ref().is_some_and(|own| own.value == prefix))?;
        matches!(process.scope, Some(Scope::Teams(_) | Scope::Services(_))).then(|| {
            context.edition.model.words.fill(
                "Per esempio, nel codice {} il prefisso {} è quello [del servizio] «{}», {} è il numero e {} indica \
                 [il rischio corruttivo][:@rischio] {}.",
                &[&code.as_str(), &prefix, &service.name.value, &number, &risk.value.letter(), &risk.value.word],
            )
        })
    })
}

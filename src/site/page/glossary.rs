use super::Composed;
use crate::model::Scope;
use crate::site::frame::Frame;
use crate::site::glossary::{ENTRIES, TermLinks};
use crate::site::value;
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;
use tera::Value;

/// The words of the field and what they mean.
#[derive(Debug, Serialize)]
struct GlossaryPage {
    terms: Vec<TermView>,
}

#[derive(Debug, Serialize)]
struct TermView {
    id: &'static str,
    name: &'static str,
    meaning: Value,
    /// An example from the data of the edition.
    example: Option<String>,
    basis: Option<&'static str>,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>) -> Result<Composed<'s>, Trouble> {
    let terms = ENTRIES.iter().map(|entry| TermView {
        id: entry.id,
        name: entry.name,
        meaning: meaning(volume, entry.id, entry.meaning),
        example: if entry.id == "codice" { code(volume) } else { None },
        basis: entry.basis,
    });
    let page = GlossaryPage { terms: terms.collect() };
    let frame = Frame {
        title: "Glossario".to_owned(),
        description: format!(
            "Che cosa vogliono dire le parole del lavoro agile usate nel documento «{}», edizione {}.",
            volume.edition.title.value,
            volume.edition.id.as_str()
        ),
        section: "glossario",
        is_section: true,
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "glossario.html"))
}

/// A meaning with links to the other terms that it uses.
fn meaning(volume: &Volume<'_>, id: &'static str, text: &'static str) -> Value {
    let linked = volume.terms.as_ref().and_then(|terms| {
        let mut links = TermLinks::new(terms, "");
        links.skip(id);
        links.linked(text)
    });
    linked.map_or_else(|| Value::from(text), |html| Value::safe_string(&html))
}

/// The first code whose three parts can all be told.
fn code(volume: &Volume<'_>) -> Option<String> {
    let services = &volume.edition.services.rows;
    volume.edition.processes.rows.iter().find_map(|process| {
        let code = &process.code.value;
        let (prefix, number) = (code.prefix()?, code.number()?);
        let risk = process.risk.as_ref().filter(|risk| code.risk() == Some(risk.value))?;
        let service = services.iter().find(|service| service.prefix.as_ref().is_some_and(|own| own.value == prefix))?;
        matches!(process.scope, Some(Scope::Teams(_) | Scope::Services(_))).then(|| {
            format!(
                "Per esempio, nel codice {} il prefisso {prefix} è quello del servizio «{}», {number} è il numero e {} \
                 indica il rischio corruttivo {}.",
                code.as_str(),
                service.name.value,
                risk.value.letter(),
                crate::model::Word::word(risk.value)
            )
        })
    })
}

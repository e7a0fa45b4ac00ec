use super::Composed;
use crate::model::{Answer, TableName};
use crate::site::agile_day::AgileDay;
use crate::site::chart::Charts;
use crate::site::edition_context::EditionContext;
use crate::site::page_meta::PageMeta;
use crate::site::view::{Chip, Fact, Link, Part, quantity};
use crate::site::{doubts, total_note, value};
use crate::trouble::Trouble;
use serde::Serialize;

/// The first page of an edition: figures, chapters, tables.
#[derive(Debug, Serialize)]
struct EditionPage {
    figures: Vec<Fact>,
    agile_day: Option<AgileDay>,
    charts: Charts,
    chapters: Vec<Link>,
    tables: Vec<Card>,
}

/// A page that the edition has, with what it holds.
#[derive(Debug, Serialize)]
struct Card {
    link: Link,
    text: &'static str,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>) -> Result<Composed<'s>, Trouble> {
    let edition = context.edition;
    let page = EditionPage {
        figures: figures(context),
        agile_day: AgileDay::of(context),
        charts: Charts::of(context),
        chapters: (0..edition.chapters.len()).map(|row| context.chapter_link(row)).collect(),
        tables: cards(context),
    };
    let meta = PageMeta {
        title: format!("{}, edizione {}", edition.title.value, edition.id.as_str()),
        description: format!(
            "{}: in sintesi, capitoli e tavole dell'allegato {} del {}.",
            edition.title.value, edition.annex.value, edition.plan.value
        ),
        section: "sintesi",
        is_section: true,
        print: Some("stampa/allegato/index.html".to_owned()),
        pdf: context.pdf_of("allegato"),
        approved: context.approved(),
        ..PageMeta::default()
    };
    Ok((meta, value(&page)?, "edizione.html"))
}

/// The figures of an edition.
pub(super) fn figures(context: &EditionContext<'_>) -> Vec<Fact> {
    let totals = &context.totals;
    let fact = |label: &str, value: usize, detail: Option<String>, path: &str| Fact {
        detail,
        path: Some(format!("{path}/index.html")),
        ..Fact::of(label, &value)
    };
    let part = |answer, count| Part { chip: Chip::from(answer), count };
    let smartability = vec![
        part(Answer::Yes, totals.processi_si),
        part(Answer::Partly, totals.processi_in_parte),
        part(Answer::No, totals.processi_no),
    ];
    let mut figures = vec![
        Fact {
            parts: smartability,
            ..fact(
                "Processi",
                totals.processi,
                Some("quanti si possono svolgere in modalità agile".to_owned()),
                "processi",
            )
        },
        fact("Smart team", totals.smart_team, Some("gruppi di lavoro".to_owned()), "smart-team"),
        fact("Aree", totals.aree, None, "aree"),
        fact("Servizi", totals.servizi, None, "servizi"),
    ];
    if context.has(TableName::Adoption) {
        let day = context.edition.adoption.date.as_ref();
        let day = day.map(|date| format!(", {}", date.value.at())).unwrap_or_default();
        figures.push(Fact {
            detail: Some(format!("su {}{day}", quantity(totals.dipendenti.into(), "dipendente", "dipendenti"))),
            path: Some("attuazione/index.html".to_owned()),
            footnote: total_note::agile(totals),
            ..Fact::of("Lavoratrici e lavoratori agili", &totals.agili)
        });
    }
    if context.has(TableName::Software) {
        figures.push(fact("Programmi informatici", totals.software, None, "software"));
    }
    if context.has(TableName::Training) {
        figures.push(fact("Moduli formativi", totals.moduli, None, "formazione"));
    }
    figures
}

fn cards(context: &EditionContext<'_>) -> Vec<Card> {
    let card = |name, folder: &str, text| Card { link: Link::to(name, format!("{folder}/index.html")), text };
    let mut cards = vec![
        card(
            "Tavola 1 – Mappatura dei processi",
            "processi",
            "Che cosa fa ogni ufficio, e che cosa si può fare in modalità agile.",
        ),
        card("Aree", "aree", "Le parti dell'organizzazione."),
        card("Servizi", "servizi", "I servizi di ogni area."),
        card("Smart team", "smart-team", "I gruppi di lavoro, con i loro processi."),
    ];
    let optional = [
        (
            TableName::Software,
            card("Elenco dei programmi informatici", "software", "I programmi in uso e a che cosa servono."),
        ),
        (TableName::Training, card("Piano formativo", "formazione", "I moduli e a chi sono destinati.")),
        (TableName::Adoption, card("Stato di attuazione", "attuazione", "Quante persone lavorano in modalità agile.")),
        (
            TableName::ExpectedBehaviours,
            card("Comportamenti e competenze attesi", "valutazione", "Che cosa ci si attende da ogni ruolo."),
        ),
    ];
    cards.extend(optional.into_iter().filter(|(table, _)| context.has(*table)).map(|(_, card)| card));
    if context.terms.is_some() {
        cards.push(card("Glossario", "glossario", "Che cosa vogliono dire le parole del documento."));
    }
    if context.doubts > 0 {
        cards.push(card(
            "Da verificare",
            doubts::FOLDER,
            "I punti del testo pubblicato che non si leggono con certezza.",
        ));
    }
    cards.push(card("Dati aperti", "dati", "Le tavole da scaricare e riusare."));
    cards
}

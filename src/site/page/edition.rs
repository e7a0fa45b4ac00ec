use super::Composed;
use crate::model::{Concept, EditionVersion, TableName, Text};
use crate::routes::{PrintPage, Section};
use crate::site::component::agile_day::AgileDay;
use crate::site::component::chart::Charts;
use crate::site::component::matrix::Matrix;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::{Day, Fact, Link};
use crate::trouble::Trouble;
use serde::Serialize;

/// The first page of an edition: figures, chapters, tables.
#[derive(Debug, Serialize)]
struct EditionPage<'s> {
    figures: Vec<Fact>,
    agile_day: Option<AgileDay>,
    matrix: Option<Matrix>,
    charts: Charts,
    chapters: Vec<Link>,
    tables: Vec<Card<'s>>,
    versions: Vec<Version>,
    /// Whether no other edition holds any of them.
    is_alone: bool,
}

/// A version of the edition, the newest first.
#[derive(Debug, Serialize)]
struct Version {
    number: u32,
    /// The edition that holds it, where that is another one.
    edition: Option<String>,
    date: Option<Day>,
    act: Option<String>,
    reason: Option<String>,
}

/// A page that the edition has, with what it holds.
#[derive(Debug, Serialize)]
struct Card<'s> {
    link: Link,
    text: &'s str,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>) -> Result<Composed<'s>, Trouble> {
    let edition = context.edition;
    let versions: Vec<Version> = edition.versions.iter().rev().map(|of| version(context, of)).collect();
    let page = EditionPage {
        figures: edition_facts(context),
        agile_day: AgileDay::of(context),
        matrix: Matrix::of(context),
        charts: Charts::of(context),
        chapters: (0..edition.chapters.len()).map(|row| context.chapter_link(row)).collect(),
        tables: cards(context),
        is_alone: versions.iter().all(|version| version.edition.is_none()),
        versions,
    };
    let meta = PageMeta {
        title: format!("{}, edizione {}", edition.title.value, edition.id.as_str()),
        description: format!(
            "{}: in sintesi, capitoli e tavole dell'{}.",
            edition.title.value,
            edition.annex_of_plan()
        ),
        section: "sintesi",
        is_section: true,
        print: Some(PrintPage::Annex.page_path()),
        pdf: context.pdf_of(PrintPage::Annex),
        word: context.word(),
        approved: context.approved(),
        ..PageMeta::default()
    };
    Ok((meta, Box::new(page), "edizione.html"))
}

fn version(context: &EditionContext<'_>, version: &EditionVersion) -> Version {
    let id = &context.edition.id;
    let holder = id.of_version(version.number.value);
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    Version {
        number: version.number.value,
        edition: (holder != id.as_str() && context.routes.page(&format!("{holder}/index.html")).is_some())
            .then_some(holder),
        date: version.date.as_ref().map(|date| date.value.into()),
        act: text(&version.act),
        reason: text(&version.reason),
    }
}

/// What the edition holds, in figures; what is known of its offices the matrix says.
fn edition_facts(context: &EditionContext<'_>) -> Vec<Fact> {
    let totals = &context.totals;
    let words = &context.edition.model.words;
    let fact = |label: &str, value: usize, detail: Option<String>, section: Section| Fact {
        detail,
        path: Some(section.path()),
        ..Fact::of(label, &value)
    };
    let mut figures = vec![fact(words.say("[Processi]"), totals.processi, None, Section::Processes)];
    let offices = [
        (
            context.edition.has_teams(),
            "[+Smart team]",
            totals.smart_team,
            Some(if totals.smart_team == 1 { "gruppo di lavoro" } else { "gruppi di lavoro" })
                .filter(|_| !words.has_own(Concept::Team)),
            Section::Teams,
        ),
        (context.edition.has_areas(), "[Aree]", totals.aree, None, Section::Areas),
        (context.edition.has_services(), "[Servizi]", totals.servizi, None, Section::Services),
    ];
    let offices = offices.into_iter().filter(|(is_there, ..)| *is_there);
    figures.extend(
        offices.map(|(_, label, value, detail, section)| {
            fact(words.say(label), value, detail.map(str::to_owned), section)
        }),
    );
    if context.has(TableName::Software) {
        figures.push(fact("Programmi informatici", totals.software, None, Section::Software));
    }
    if context.has(TableName::Training) {
        figures.push(fact("Moduli formativi", totals.moduli, None, Section::Training));
    }
    if context.has(TableName::Indicators) {
        figures.push(fact("Indicatori", totals.indicatori, None, Section::Indicators));
    }
    figures
}

/// The pages of the edition, the open data last.
fn cards<'s>(context: &'s EditionContext<'_>) -> Vec<Card<'s>> {
    let mut sections: Vec<Section> = context.sections().collect();
    sections.sort_by_key(|section| *section == Section::Data);
    let card = |section: Section| {
        let card = section.entry().card?;
        Some(Card {
            link: Link::to(card.name(section, context.edition), section.path()),
            text: card.text(section, context.edition),
        })
    };
    sections.into_iter().filter_map(card).collect()
}

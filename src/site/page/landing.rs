use super::Composed;
use super::starting_points::{StartingPoint, starting_points};
use crate::model::EditionState;
use crate::routes::PrintPage;
use crate::site::component::agile_day::AgileDay;
use crate::site::component::matrix::Matrix;
use crate::site::context::{PageMeta, SiteContext};
use crate::site::view::{Day, Link, PaperItem};
use crate::tables::PROCESSES;
use crate::trouble::Trouble;
use serde::Serialize;

/// The first page: the current edition at a glance, and every edition.
#[derive(Debug, Serialize)]
struct Landing<'s> {
    current: Option<Glance<'s>>,
    editions: Vec<Item<'s>>,
}

/// The current edition.
#[derive(Debug, Serialize)]
struct Glance<'s> {
    id: &'s str,
    /// What its state is, before its name: `edizione vigente`.
    called: &'static str,
    /// The edition that holds while this one is not approved.
    instead: Option<Instead<'s>>,
    title: &'s str,
    annex: &'s str,
    plan: &'s str,
    /// `allegato 2A del Piano…`
    annex_of_plan: String,
    /// The document that was approved, and the PDF of the annex, where they are published.
    papers: Vec<PaperItem>,
    starting_points: Vec<StartingPoint>,
    agile_day: Option<AgileDay>,
    matrix: Option<Matrix>,
    chapters: Vec<Link>,
    /// `un processo`, in its words.
    a_process: &'s str,
    /// Whether its processes have codes, by which they can be looked for.
    has_codes: bool,
}

/// The edition that holds while the current one is not approved.
#[derive(Debug, Serialize)]
struct Instead<'s> {
    id: &'s str,
    /// Whether it is in force beyond doubt; else it is only the last one that was approved.
    in_force: bool,
}

/// An edition in the list.
#[derive(Debug, Serialize)]
struct Item<'s> {
    id: &'s str,
    title: &'s str,
    plan: &'s str,
    /// Whether readers of the others are led to it.
    leading: bool,
    /// In two words.
    state: &'static str,
    public_until: Option<Day>,
}

pub(super) fn compose<'s>(site: &'s SiteContext<'_>) -> Result<Composed<'s>, Trouble> {
    let current = site.current.map(|number| glance(site, number));
    // The newest first.
    let editions = site.editions.iter().enumerate().rev().map(|(number, context)| Item {
        id: context.edition.id.as_str(),
        title: &context.edition.title.value,
        plan: &context.edition.plan.value,
        leading: site.leading == Some(number),
        state: site.states[number].label(),
        public_until: context.edition.public_until().map(Day::from),
    });
    let page = Landing { current, editions: editions.collect() };
    let meta = PageMeta {
        title: "Lavoro agile".to_owned(),
        description: format!(
            "{}: la disciplina del lavoro agile, in tutte le edizioni.",
            site.administration.name.value
        ),
        ..PageMeta::default()
    };
    Ok((meta, Box::new(page), "landing.html"))
}

/// An edition at a glance.
fn glance<'s>(site: &'s SiteContext<'_>, number: usize) -> Glance<'s> {
    let context = &site.editions[number];
    let agile_day = AgileDay::of(context);
    Glance {
        id: context.edition.id.as_str(),
        called: match site.states[number] {
            EditionState::InForce => "edizione vigente",
            EditionState::InPreparation => "edizione in preparazione",
            _ => "edizione",
        },
        instead: site.leading.filter(|leading| *leading != number).map(|leading| Instead {
            id: site.editions[leading].edition.id.as_str(),
            in_force: site.states[leading] == EditionState::InForce,
        }),
        title: &context.edition.title.value,
        annex: &context.edition.annex.value,
        plan: &context.edition.plan.value,
        annex_of_plan: context.edition.annex_of_plan(),
        papers: context.approved().into_iter().chain(context.pdf_of(PrintPage::Annex)).collect(),
        starting_points: starting_points(context, agile_day.as_ref()),
        agile_day,
        matrix: Matrix::brief(context),
        a_process: context.edition.model.words.say("[un processo]"),
        has_codes: context.columns.shows(&PROCESSES, "codice"),
        chapters: (0..context.edition.chapters.len()).map(|row| context.chapter_link(row)).collect(),
    }
}

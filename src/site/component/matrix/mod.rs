//! «A colpo d'occhio»: who may work in agile mode, for how many days, how many do, and what of their processes allows it, office by
//! office, area by area.
//!
//! The offices are the smart teams, and the services that have none; where an edition has neither, they are its areas. A column is there
//! where the edition knows something to say in it.

mod group;
mod line;
mod remark;

pub(in crate::site) use remark::closed_with_agile_processes;

use crate::model::{OfficeKind, TableName};
use crate::site::component::chart::{Series, people_legend};
use crate::site::component::office_figures;
use crate::site::context::EditionContext;
use crate::site::view::Link;
use crate::site::view::Tally;
use crate::site::words::total_note;
use crate::tables::{ADOPTION, TEAMS};
use group::Group;
use line::Line;
use serde::Serialize;

/// With more offices than these the areas alone are shown: nobody takes in hundreds of rows at a glance.
const MOST: usize = 150;

/// Its title and its place on a page.
const TITLE: &str = "A colpo d'occhio";
const ANCHOR: &str = "colpo-d-occhio";

/// The offices of an edition with what is known of each.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Matrix {
    /// What it shows, before its day: `Smart team, area per area`.
    caption: String,
    /// What the offices are called.
    heading: String,
    smartability: Option<String>,
    days: Option<&'static str>,
    /// ` al 31 dicembre 2024` where people are counted.
    people: Option<String>,
    processes: String,
    /// How many columns it has.
    columns: usize,
    /// `7 in comune a tutti`, which each office has beside its own.
    in_common: Option<String>,
    people_legend: Vec<Series>,
    groups: Vec<Group>,
    common: Option<Line>,
    total: Line,
    notes: Vec<String>,
    /// The page that has all the offices, where not all are here.
    more: Option<Link>,
}

impl Matrix {
    /// Every office; nothing where the edition has none.
    pub(in crate::site) fn of(context: &EditionContext<'_>) -> Option<Self> {
        let groups = group::all(context);
        let rows: usize = groups.iter().map(Group::len).sum();
        if rows > MOST { Self::brief(context) } else { Self::new(context, groups) }
    }

    /// The areas alone, or the services that are no part of others where there are none, with the way to what is left out.
    pub(in crate::site) fn brief(context: &EditionContext<'_>) -> Option<Self> {
        let more = Link::to(TITLE, format!("index.html#{ANCHOR}"));
        Some(Self { more: Some(more), ..Self::new(context, vec![group::largest(context)])? })
    }

    fn new(context: &EditionContext<'_>, groups: Vec<Group>) -> Option<Self> {
        let edition = context.edition;
        let words = &edition.model.words;
        let kind = groups.iter().find_map(Group::kind)?;
        let has_teams = kind == OfficeKind::Team;
        let people = context.counts_people().then(|| context.adoption_day());
        let shows = |key| context.columns.shows(&ADOPTION, key);
        let has_days = has_teams && context.has(TableName::Adoption) && (shows("giorni_settimana") || shows("giorni"));
        let days = if shows("giorni") { "Giorni" } else { "Giorni a settimana" };
        let heading = match kind {
            OfficeKind::Team => "[Smart team]",
            OfficeKind::Service => "[Servizio]",
            OfficeKind::Area => "[Area]",
        };
        let smartability = (has_teams && context.columns.shows(&TEAMS, "smartabilita")).then_some("[Smartabilità]");
        let common = &context.graph.common_processes;
        let has_outside = people.is_some() && context.workforce.closed.contains(&true);
        let columns = 5 + usize::from(smartability.is_some()) + usize::from(has_days) + usize::from(people.is_some());
        Some(Self {
            caption: caption(context, kind, groups.iter().any(Group::is_named)),
            heading: words.say(heading).to_owned(),
            smartability: smartability.map(|text| words.say(text).to_owned()),
            days: has_days.then_some(days),
            processes: words.say("[Processi propri]").to_owned(),
            columns,
            in_common: context.in_common(),
            people_legend: if people.is_some() { people_legend(has_outside) } else { Vec::new() },
            notes: notes(context, kind),
            common: (!common.is_empty()).then(|| {
                let name = words.fill("[Comuni|processi] a {}", &[&context.everyone()]);
                Line::bare(Link::to(name, context.common_path()), Tally::of(edition, common))
            }),
            total: Line::total(context),
            groups,
            people,
            more: None,
        })
    }
}

/// What the rows are, and by what they are grouped.
fn caption(context: &EditionContext<'_>, kind: OfficeKind, is_grouped: bool) -> String {
    let text = match (kind, is_grouped) {
        (OfficeKind::Team, true) => "[Gli smart team], [area] per [area]",
        (OfficeKind::Team, false) => "[Gli smart team]",
        (OfficeKind::Service, true) => "[I servizi], [area] per [area]",
        (OfficeKind::Service, false) => "[I servizi]",
        (OfficeKind::Area, _) => "[Le aree]",
    };
    format!("{}, edizione {}", context.edition.model.words.say(text), context.edition.id.as_str())
}

/// What is to be known of the figures.
fn notes(context: &EditionContext<'_>, kind: OfficeKind) -> Vec<String> {
    let words = &context.edition.model.words;
    let is_common = |row: usize| context.graph.common_processes.binary_search(&row).is_ok();
    let several = |offices: &[Vec<usize>]| (0..offices.len()).any(|row| offices[row].len() > 1 && !is_common(row));
    let repeated = match kind {
        OfficeKind::Team if several(&context.graph.process_teams) => Some(
            "[Un processo] di [più smart team] è [contato|processo] per [ciascuno|smart team], e una volta sola nel totale.",
        ),
        OfficeKind::Service if several(&context.graph.process_services) => Some(
            "[Un processo] di [più servizi] è [contato|processo] per [ciascuno|servizio], e una volta sola nel totale.",
        ),
        _ => None,
    };
    let mut notes: Vec<String> = repeated.map(|text| words.say(text).to_owned()).into_iter().collect();
    if context.has(TableName::Adoption) {
        let totals = &context.totals;
        notes.extend([total_note::employees(totals), total_note::agile(totals)].into_iter().flatten());
        notes.extend(office_figures::undivided(context, kind));
        notes.extend(context.workforce.ended.iter().map(|row| office_figures::ended(context, *row)));
    }
    notes
}

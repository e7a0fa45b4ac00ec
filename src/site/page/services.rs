use super::Composed;
use crate::model::People;
use crate::routes::{Part, Section};
use crate::site::component::filters::{Selection, own_keys};
use crate::site::component::office_figures::{ended, shared};
use crate::site::component::own_filter::OwnKey;
use crate::site::component::paging::Paging;
use crate::site::component::table::{PlainCell, own_cells};
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::context::workforce::Staff;
use crate::site::view::Tally;
use crate::site::view::{Link, Remarks};
use crate::site::words::total_note;
use crate::tables::{SERVICES, own_kind};
use crate::trouble::Trouble;
use serde::Serialize;
use std::collections::BTreeSet;

/// Every service with its figures, area by area.
#[derive(Debug, Serialize)]
struct ServicesPage<'s> {
    caption: String,
    groups: Vec<Group<'s>>,
    /// Every process once.
    total: Tally,
    /// Where the edition has teams.
    teams: Option<usize>,
    /// How many columns the table has.
    columns: usize,
    /// Where the state of adoption counts people.
    people: Option<PeopleView>,
    /// What is to be known of the figures.
    remarks: Vec<String>,
    /// Of the rows of people that are in no single service.
    notes: Vec<String>,
    paging: Option<Paging>,
    /// The headings of the columns that the administration adds.
    own: Vec<&'s str>,
    /// For each of them, whether its column holds numbers.
    own_numbers: Vec<bool>,
    /// How its rows are chosen.
    #[serde(flatten)]
    selection: Selection,
}

/// The services of an area.
#[derive(Debug, Serialize)]
struct Group<'s> {
    /// Nothing where the services name none.
    area: Option<Link>,
    rows: Vec<Row<'s>>,
}

/// How far in a service may stand, in levels: as far as the stylesheet goes (`73-misure.css`).
const DEEPEST: usize = 6;

/// A service with its figures.
#[derive(Debug, Serialize)]
pub(super) struct Row<'s> {
    service: Link,
    /// How many services it is below; the deepest stand as far in as the sixth.
    depth: usize,
    teams: Vec<Link>,
    /// How many teams its parts have.
    teams_of_parts: usize,
    prefix: Option<&'s str>,
    remarks: Remarks,
    tally: Tally,
    /// Employees and agile workers; nothing where no row continues here alone.
    staff: Option<[People; 2]>,
    /// Whether a row continues here and elsewhere.
    shared: bool,
    /// Whether a row that continues nowhere names it.
    ended: bool,
    /// Its cells in the columns that the administration adds.
    own: Vec<PlainCell>,
    /// By what it is found, where the rows can be chosen.
    keys: Vec<OwnKey>,
}

/// The published totals of employees and agile workers.
#[derive(Debug, Serialize)]
pub(super) struct PeopleView {
    day: String,
    employees: People,
    agile: People,
    footnote: Option<String>,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>, part: Part) -> Result<Composed<'s>, Trouble> {
    let edition = context.edition;
    let words = &edition.model.words;
    let ordered = in_order(context);
    let mut groups: Vec<Group<'_>> = Vec::new();
    for services in part.of(&ordered).chunk_by(|one, other| one.0 == other.0) {
        let area = services.first().and_then(|(area, _)| *area).map(|area| context.area_link(area));
        let keys = own_keys(context, &SERVICES, services.iter().map(|(_, service)| *service));
        let keys = keys.into_iter().chain(std::iter::repeat(Vec::new()));
        let rows = services.iter().zip(keys).map(|((_, service), keys)| Row { keys, ..Row::of(context, *service) });
        let rows = rows.collect();
        groups.push(Group { area, rows });
    }
    let shown: Vec<usize> = part.of(&ordered).iter().map(|(_, service)| *service).collect();
    let name = |at: usize| context.labels.services[ordered[at].1].clone();
    let all: Vec<usize> = (0..edition.processes.rows.len()).collect();
    let page = ServicesPage {
        caption: words.fill("[Servizi] in cifre, edizione {}", &[&edition.id.as_str()]),
        groups,
        total: Tally::of(edition, &all),
        teams: edition.has_teams().then_some(edition.teams.rows.len()),
        columns: 5
            + 2 * usize::from(context.counts_people())
            + usize::from(edition.has_teams())
            + usize::from(context.columns.shows(&SERVICES, "prefisso"))
            + context.columns.own(edition, &SERVICES).len(),
        people: PeopleView::of(context),
        remarks: remarks(context),
        notes: uncounted_rows(context, &shown),
        paging: Paging::of(part, &Section::Services.path(), ordered.len(), name).map(Paging::of_table),
        own: own_headings(context),
        own_numbers: own_numbers(context),
        selection: Selection::of(context, &SERVICES, Some(Section::Services), "elenco_servizi".to_owned(), part),
    };
    let of_areas = if edition.has_areas() { " di [ogni area]" } else { "" };
    let counted = match (edition.has_teams(), context.counts_people()) {
        (true, true) => "[+smart team], [processi] e persone",
        (true, false) => "[+smart team] e [processi]",
        (false, true) => "[processi] e persone",
        (false, false) => "[processi]",
    };
    let description = words.fill(
        "[I servizi]{}, con {}, edizione {}.",
        &[&words.say(of_areas), &words.say(counted), &edition.id.as_str()],
    );
    let meta = PageMeta::of_section(context, Section::Services, description);
    Ok((meta, Box::new(page), "servizi.html"))
}

/// Every service after its area, those of none at the end.
fn in_order(context: &EditionContext<'_>) -> Vec<(Option<usize>, usize)> {
    let graph = &context.graph;
    let of = |area: Option<usize>, services: &[usize]| {
        graph.hierarchy.in_order(services).into_iter().map(|service| (area, service)).collect::<Vec<_>>()
    };
    let lost: Vec<usize> =
        (0..context.edition.services.rows.len()).filter(|service| graph.service_area(*service).is_none()).collect();
    let areas = graph.area_services.iter().enumerate();
    areas.flat_map(|(area, services)| of(Some(area), services)).chain(of(None, &lost)).collect()
}

impl<'s> Row<'s> {
    pub(super) fn of(context: &'s EditionContext<'_>, number: usize) -> Self {
        let edition = context.edition;
        let service = &edition.services.rows[number];
        let staff = &context.workforce.services[number];
        let own = &context.graph.service_teams[number];
        Self {
            service: context.service_link(number),
            depth: context.graph.hierarchy.depth(number).min(DEEPEST),
            teams: own.iter().map(|team| context.team_link(*team)).collect(),
            teams_of_parts: context.graph.teams_within(number).len() - own.len(),
            prefix: service.prefix.as_ref().map(|prefix| prefix.value.as_str()),
            remarks: Remarks::of(&service.annotations, &edition.services.marks),
            tally: Tally::of(edition, &context.membership.services[number]),
            staff: (staff.rows > 0).then_some([staff.employees, staff.agile]),
            shared: !staff.shared.is_empty(),
            ended: !staff.ended.is_empty(),
            own: own_cells(context, &context.columns.own(edition, &SERVICES), service),
            keys: Vec::new(),
        }
    }
}

/// For each column that the administration adds to the services, whether it holds numbers.
pub(super) fn own_numbers(context: &EditionContext<'_>) -> Vec<bool> {
    context.columns.own(context.edition, &SERVICES).into_iter().map(|column| own_kind(column).is_number()).collect()
}

/// The headings of those columns.
pub(super) fn own_headings<'s>(context: &'s EditionContext<'_>) -> Vec<&'s str> {
    let own = context.columns.own(context.edition, &SERVICES).into_iter();
    own.map(|column| SERVICES.added_heading(context.edition, column)).collect()
}

impl PeopleView {
    /// The totals, where the state of adoption says them.
    pub(super) fn of(context: &EditionContext<'_>) -> Option<Self> {
        let totals = &context.totals;
        let notes: Vec<String> =
            [total_note::employees(totals), total_note::agile(totals)].into_iter().flatten().collect();
        context.counts_people().then(|| Self {
            day: context.adoption_day(),
            employees: totals.dipendenti,
            agile: totals.agili,
            footnote: (!notes.is_empty()).then(|| notes.join(" ")),
        })
    }
}

fn remarks(context: &EditionContext<'_>) -> Vec<String> {
    let words = &context.edition.model.words;
    let mut remarks = Vec::new();
    let common = context.graph.common_processes.len();
    let everyone = context.everyone();
    match common {
        0 => {}
        1 => remarks
            .push(words.fill("[Il processo comune] a {} è [contato|processo] soltanto nel totale.", &[&everyone])),
        _ => remarks.push({
            let text = "[I|processi] {} [processi comuni] a {} sono [contati|processi] soltanto nel totale.";
            words.fill(text, &[&common, &everyone])
        }),
    }
    if context.graph.hierarchy.parts.iter().any(|parts| !parts.is_empty()) {
        remarks.push(
            words
                .say("[Un servizio] conta anche ciò che è [dei servizi] che ne fanno parte; il totale conta tutto una volta sola.")
                .to_owned(),
        );
    }
    if context.graph.process_services.iter().any(|services| services.len() > 1) {
        remarks.push(
            words
                .say("[Un processo] che riguarda [più servizi] è [contato|processo] in [ciascuno|servizio], e una volta sola nel totale.")
                .to_owned(),
        );
    }
    let named = |row: &usize| context.workforce.services.iter().any(|staff| staff.ended.contains(row));
    let nowhere = context.workforce.ended.iter().filter(|row| !named(row));
    remarks.extend(nowhere.map(|row| ended(context, *row)));
    remarks
}

/// Why some people are counted in none of these services.
pub(super) fn uncounted_rows(context: &EditionContext<'_>, services: &[usize]) -> Vec<String> {
    let rows = |of: fn(&Staff) -> &Vec<usize>| -> BTreeSet<usize> {
        services.iter().flat_map(|service| of(&context.workforce.services[*service]).iter().copied()).collect()
    };
    let shared = rows(|staff| &staff.shared).into_iter().map(|row| shared(context, row, " di [servizi diversi]"));
    shared.chain(rows(|staff| &staff.ended).into_iter().map(|row| ended(context, row))).collect()
}

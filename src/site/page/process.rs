use super::Composed;
use crate::model::{Scope, TableName};
use crate::routes::{PrintPage, Section};
use crate::site::component::table::PlainFact;
use crate::site::component::table::{ProcessRow, facts};
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::Link;
use crate::site::words::sentence::ProcessSentences;
use crate::tables::Headings;
use crate::trouble::Trouble;
use serde::Serialize;

/// A process as a list: easier to read, and to hear, than a row of eleven columns.
#[derive(Debug, Serialize)]
struct ProcessPage<'s> {
    process: ProcessRow<'s>,
    /// What the row says, in plain Italian.
    sentences: String,
    headings: &'s Headings<'s>,
    /// The services of its teams, or those that its row names.
    services: Vec<Link>,
    /// The teams that it concerns; empty for a common process.
    teams: Vec<Link>,
    /// Whether it concerns every team.
    common: bool,
    /// What the first part of its code stands for, where that is no single service.
    prefix_meaning: Option<&'s str>,
    previous_code: Option<&'s str>,
    /// The other columns that its row fills.
    facts: Vec<PlainFact<'s>>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// `room` is how many characters its description has.
pub(super) fn compose<'s>(context: &'s EditionContext<'_>, row: usize, room: usize) -> Result<Composed<'s>, Trouble> {
    let edition = context.edition;
    let process = &edition.processes.rows[row];
    let teams = &context.graph.process_teams[row];
    let services = &context.graph.process_services[row];
    let prefix = process.code.as_ref().filter(|_| context.has_codes_in_parts).and_then(|code| code.value.prefix());
    let meaning = edition.shared_prefixes.iter().flatten().find(|shared| prefix == Some(shared.prefix.value.as_str()));
    let sentences = context.asked.sentences.then(|| ProcessSentences::of(context, row));
    let neighbour = |row: usize| Link::to(edition.processes.rows[row].label(), context.process_path(row));
    let page = ProcessPage {
        process: ProcessRow::of(context, row),
        sentences: sentences.as_ref().map(ProcessSentences::text).unwrap_or_default(),
        headings: &context.process_headings,
        services: services.iter().map(|service| context.service_link(*service)).collect(),
        teams: teams.iter().map(|team| context.team_link(*team)).collect(),
        common: matches!(process.scope, Some(Scope::Everyone(_))),
        prefix_meaning: meaning.map(|shared| shared.meaning.value.as_str()),
        previous_code: process.previous_code.as_ref().map(|code| code.value.as_str()),
        facts: facts(context, process),
        previous: row.checked_sub(1).map(neighbour),
        next: (row + 1 < edition.processes.rows.len()).then(|| neighbour(row + 1)),
    };
    let meta = PageMeta {
        title: context.process_titles[row].clone(),
        description: sentences.map(|sentences| sentences.description(room)).unwrap_or_default(),
        trail: vec![context.process_crumb(row)],
        section: Section::Processes.entry().folder,
        print: Some(PrintPage::Table(TableName::Processes).page_path()),
        ..PageMeta::default()
    };
    Ok((meta, Box::new(page), "processo.html"))
}

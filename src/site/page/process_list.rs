use super::Composed;
use crate::routes::{Part, ProcessSubset, Section};
use crate::site::component::paging::Paging;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::{Link, ProcessItem};
use crate::trouble::Trouble;
use serde::Serialize;

/// The processes that have an answer in common.
#[derive(Debug, Serialize)]
struct ProcessList<'s> {
    /// Those of this page.
    processes: Vec<ProcessItem<'s>>,
    /// How many there are.
    count: usize,
    paging: Option<Paging>,
    /// The whole table.
    table: Link,
    /// The other lists.
    others: Vec<Link>,
    /// Whether the list is one by risk.
    by_risk: bool,
}

pub(super) fn compose<'s>(
    context: &'s EditionContext<'_>,
    cut: ProcessSubset,
    part: Part,
) -> Result<Composed<'s>, Trouble> {
    let rows = context.edition.processes.rows.iter().enumerate();
    let rows: Vec<usize> = rows.filter(|(_, process)| cut.holds(process)).map(|(row, _)| row).collect();
    let others = ProcessSubset::of(context.edition).into_iter().filter(|other| *other != cut);
    let page = ProcessList {
        processes: part.of(&rows).iter().map(|row| context.process_item(*row)).collect(),
        count: rows.len(),
        paging: Paging::of(part, &cut.path(context.edition), rows.len(), |at| context.process_label(rows[at])),
        table: context.crumb(Section::Processes),
        others: others.map(|other| Link::to(other.title(context.edition), other.path(context.edition))).collect(),
        by_risk: matches!(cut, ProcessSubset::Risk(_)),
    };
    let meta = PageMeta {
        title: cut.title(context.edition),
        description: format!("{}, edizione {}.", cut.title(context.edition), context.edition.id.as_str()),
        trail: vec![context.crumb(Section::Processes)],
        section: Section::Processes.entry().folder,
        ..PageMeta::default()
    };
    Ok((meta, Box::new(page), "processi-elenco.html"))
}

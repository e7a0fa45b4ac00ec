use super::Composed;
use crate::model::{Keyword, TableName};
use crate::site::edition_context::EditionContext;
use crate::site::guide::Guide;
use crate::site::page_meta::PageMeta;
use crate::site::table::TablePlace;
use crate::site::value;
use crate::site::view::Fact;
use crate::tables::title;
use crate::trouble::Trouble;
use serde::Serialize;

/// A page that is all about one table.
#[derive(Debug, Serialize)]
struct TablePage {
    table: TablePlace,
    /// The figures of the table, where it has some.
    figures: Vec<Fact>,
    guide: Guide,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>, table: TableName) -> Result<Composed<'s>, Trouble> {
    let page = TablePage {
        table: TablePlace::alone(context, table)?,
        figures: figures(context, table),
        guide: Guide::of(context, table),
    };
    let template = match table {
        TableName::Teams => "smart-team-elenco.html",
        TableName::Software => "software.html",
        TableName::Training => "formazione.html",
        TableName::ExpectedBehaviours => "valutazione.html",
        _ => "attuazione.html",
    };
    Ok((meta(context, table), value(&page)?, template))
}

/// The page of a table, from the folder of the edition.
pub(in crate::site) fn path(table: TableName) -> String {
    format!("{}/index.html", table.keyword())
}

/// What stands around the page of a table.
pub(super) fn meta<'s>(context: &'s EditionContext<'_>, table: TableName) -> PageMeta<'s> {
    let edition = context.edition;
    PageMeta {
        title: title(table).to_owned(),
        description: format!("{}. {}, edizione {}.", title(table), edition.title.value, edition.id.as_str()),
        section: table.keyword(),
        is_section: true,
        print: Some(format!("stampa/{}/index.html", table.keyword())),
        pdf: context.pdf_of(table.keyword()),
        files: context.files_of(table.keyword()),
        chapter: context.chapter_link_showing(table),
        ..PageMeta::default()
    }
}

/// The figures of a table.
pub(super) fn figures(context: &EditionContext<'_>, table: TableName) -> Vec<Fact> {
    let totals = &context.totals;
    let fact = |label: &str, value: usize| Fact::of(label, &value);
    match table {
        TableName::Processes => vec![
            fact("Processi", totals.processi),
            fact("Smartabili", totals.processi_si),
            fact("Smartabili in parte", totals.processi_in_parte),
            fact("Non smartabili", totals.processi_no),
            fact("Con supporti cartacei", totals.processi_cartacei),
            fact("Comuni a tutti gli smart team", totals.processi_comuni),
        ],
        TableName::Teams => vec![
            fact("Smart team", totals.smart_team),
            fact("Smartabili", totals.smart_team_smartabili),
            fact("Parzialmente smartabili", totals.smart_team_parzialmente_smartabili),
            fact("Non smartabili", totals.smart_team_non_smartabili),
        ],
        _ => Vec::new(),
    }
}

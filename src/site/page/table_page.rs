use super::Composed;
use crate::model::TableName;
use crate::routes::{Part, Section};
use crate::site::component::paging::Paging;
use crate::site::component::table::TablePlace;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::Fact;
use crate::site::words::guide::Guide;
use crate::trouble::Trouble;
use serde::Serialize;

/// A page that is all about one table.
#[derive(Debug, Serialize)]
struct TablePage<'s> {
    table: TablePlace<'s>,
    /// The figures of the table, where it has some.
    figures: Vec<Fact>,
    guide: Guide,
    paging: Option<Paging>,
}

pub(super) fn compose<'s>(
    context: &'s EditionContext<'_>,
    section: Section,
    part: Part,
) -> Result<Composed<'s>, Trouble> {
    let table = section.entry().table.unwrap_or(TableName::Adoption);
    let page = TablePage {
        table: TablePlace::alone(context, table, part),
        figures: table_facts(context, table),
        guide: Guide::of(context, table),
        paging: Paging::of_section(context, section, part),
    };
    let template = match table {
        TableName::Teams => "smart-team-elenco.html",
        TableName::Software => "software.html",
        TableName::Training => "formazione.html",
        TableName::ExpectedBehaviours => "valutazione.html",
        TableName::Indicators => "indicatori.html",
        _ => "attuazione.html",
    };
    Ok((meta(context, section), Box::new(page), template))
}

/// What stands around the page of a table.
pub(super) fn meta<'s>(context: &'s EditionContext<'_>, section: Section) -> PageMeta<'s> {
    let edition = context.edition;
    let description = format!("{}. {}, edizione {}.", section.title(edition), edition.title.value, edition.id.as_str());
    PageMeta::of_section(context, section, description)
}

/// The figures of a table; nothing of what it has none.
pub(super) fn table_facts(context: &EditionContext<'_>, table: TableName) -> Vec<Fact> {
    let counted = counts(context, table).into_iter().filter(|(_, count)| *count > 0);
    counted.map(|(label, count)| Fact::of(context.edition.model.words.say(label), &count)).collect()
}

fn counts(context: &EditionContext<'_>, table: TableName) -> Vec<(&'static str, usize)> {
    let totals = &context.totals;
    match table {
        TableName::Processes => vec![
            ("[Processi]", totals.processi),
            ("[Smartabili!smartabilità][In modalità agile@smartabilità]", totals.processi_si),
            ("[Smartabili in parte!smartabilità][In parte in modalità agile@smartabilità]", totals.processi_in_parte),
            ("[Non smartabili!smartabilità][Non in modalità agile@smartabilità]", totals.processi_no),
            ("Con supporti cartacei", totals.processi_cartacei),
            (
                "[Comuni|processi] a [tutti gli smart team]",
                if context.edition.has_teams() { totals.processi_comuni } else { 0 },
            ),
        ],
        TableName::Teams => vec![
            ("[+Smart team]", totals.smart_team),
            ("[Smartabili!smartabilità][In modalità agile@smartabilità]", totals.smart_team_smartabili),
            (
                "[Parzialmente smartabili!smartabilità][In parte in modalità agile@smartabilità]",
                totals.smart_team_parzialmente_smartabili,
            ),
            ("[Non smartabili!smartabilità][Non in modalità agile@smartabilità]", totals.smart_team_non_smartabili),
        ],
        _ => Vec::new(),
    }
}

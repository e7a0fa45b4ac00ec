use super::Composed;
use crate::model::TableName;
use crate::routes::{Part, Section};
use crate::site::component::paging::Paging;
use crate::site::component::table::TablePlace;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::Fact;
use crate::site::view::value;
use crate::site::words::guide::Guide;
use crate::tables::{PROCESSES, TEAMS};
use crate::trouble::Trouble;
use serde::Serialize;

/// A page that is all about one table.
#[derive(Debug, Serialize)]
struct TablePage {
    table: TablePlace,
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
        table: TablePlace::alone(context, table, part)?,
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
    Ok((meta(context, section), value(&page)?, template))
}

/// What stands around the page of a table.
pub(super) fn meta<'s>(context: &'s EditionContext<'_>, section: Section) -> PageMeta<'s> {
    let edition = context.edition;
    let description = format!("{}. {}, edizione {}.", section.title(edition), edition.title.value, edition.id.as_str());
    PageMeta::of_section(context, section, description)
}

/// The figures of a table.
pub(super) fn table_facts(context: &EditionContext<'_>, table: TableName) -> Vec<Fact> {
    let totals = &context.totals;
    let has = |table, column| context.columns.shows(table, column);
    let fact = |label: &'static str, value: usize| Fact::of(context.edition.model.words.say(label), &value);
    match table {
        TableName::Processes => vec![
            fact("[Processi]", totals.processi),
            fact("[Smartabili!smartabilità][In modalità agile@smartabilità]", totals.processi_si),
            fact(
                "[Smartabili in parte!smartabilità][In parte in modalità agile@smartabilità]",
                totals.processi_in_parte,
            ),
            fact("[Non smartabili!smartabilità][Non in modalità agile@smartabilità]", totals.processi_no),
        ]
        .into_iter()
        .chain(has(&PROCESSES, "supporti_cartacei").then(|| fact("Con supporti cartacei", totals.processi_cartacei)))
        .chain(
            context
                .edition
                .has_teams()
                .then(|| fact("[Comuni|processi] a [tutti gli smart team]", totals.processi_comuni)),
        )
        .collect(),
        TableName::Teams if !has(&TEAMS, "smartabilita") => vec![fact("[+Smart team]", totals.smart_team)],
        TableName::Teams => vec![
            fact("[+Smart team]", totals.smart_team),
            fact("[Smartabili!smartabilità][In modalità agile@smartabilità]", totals.smart_team_smartabili),
            fact(
                "[Parzialmente smartabili!smartabilità][In parte in modalità agile@smartabilità]",
                totals.smart_team_parzialmente_smartabili,
            ),
            fact("[Non smartabili!smartabilità][Non in modalità agile@smartabilità]", totals.smart_team_non_smartabili),
        ],
        _ => Vec::new(),
    }
}

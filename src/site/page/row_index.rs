//! The rows of a table that stands on several pages as a script, by which the first of these answers for all of them.

use super::processes::long_lists;
use crate::model::Answer;
use crate::output::Output;
use crate::routes::Section;
use crate::site::component::filters::{Filter, own_lists};
use crate::site::component::own_filter::OwnFilter;
use crate::site::component::table::RowKeys;
use crate::site::context::EditionContext;
use crate::site::view::Chip;
use crate::tables::{ADOPTION, PROCESSES, SERVICES, SOFTWARE, TEAMS, TableDescription};
use serde::Serialize;
use std::collections::BTreeMap;

/// Its name, beside the page of the table.
const FILE: &str = "elenco.js";

/// The script of the theme that reads it; a site without it has no use for the other.
pub(in crate::site) const READER: &str = "risorse/pagine.js";

/// What the script holds.
#[derive(Debug, Serialize)]
struct RowIndex {
    /// By what a row is found.
    #[serde(rename = "chiavi")]
    keys: Vec<String>,
    /// The questions whose choices are too many for the page.
    #[serde(rename = "scelte")]
    questions: Vec<Question>,
    /// Of Tavola 1 alone.
    #[serde(rename = "gettoni", skip_serializing_if = "Option::is_none")]
    chips: Option<Chips>,
    /// Of Tavola 1 the folder of its page, where that is not its code in lower case, its code, its name; of others its address, nothing,
    /// its name; then the values of the keys.
    #[serde(rename = "righe")]
    rows: Vec<Vec<String>>,
}

#[derive(Debug, Serialize)]
struct Question {
    #[serde(rename = "chiave")]
    key: String,
    /// Values and names.
    #[serde(rename = "voci")]
    choices: Vec<[String; 2]>,
}

/// How the values of the scales look.
#[derive(Debug, Serialize)]
struct Chips {
    #[serde(rename = "smartabilita")]
    answers: BTreeMap<&'static str, Chip>,
    #[serde(rename = "rischio")]
    risks: Option<BTreeMap<String, Chip>>,
}

/// The tables that may stand on several pages, each with its page.
const DIVIDED: [(Section, &TableDescription); 5] = [
    (Section::Processes, &PROCESSES),
    (Section::Services, &SERVICES),
    (Section::Teams, &TEAMS),
    (Section::Software, &SOFTWARE),
    (Section::Adoption, &ADOPTION),
];

/// Whether some table with filters stands on several pages.
pub(in crate::site) fn is_needed(context: &EditionContext<'_>) -> bool {
    DIVIDED.into_iter().any(|(section, table)| has_script(context, section, table))
}

/// Whether a table stands on several pages, the first with filters: Tavola 1 always has some.
fn has_script(context: &EditionContext<'_>, section: Section, table: &'static TableDescription) -> bool {
    let is_divided = context.part_holding(section, 0).count() > 1 && context.has_section(section);
    let has_filters = || context.asked.row_keys && !OwnFilter::all(context, table).is_empty();
    is_divided && (section == Section::Processes || has_filters())
}

/// The scripts of the tables that stand on several pages. A file of data could not be read from `file://`.
pub(in crate::site) fn scripts(context: &EditionContext<'_>) -> Vec<Output> {
    let needed = DIVIDED.into_iter().filter(|(section, table)| has_script(context, *section, table));
    let script = |(section, table): (Section, &'static TableDescription)| {
        let index = match section {
            Section::Processes => RowIndex::of_processes(context),
            _ => RowIndex::of(context, section, table),
        };
        // Texts always have a form in JSON; two line ends of Unicode would end a line of a script.
        let text = serde_json::to_string(&index).unwrap_or_default();
        let text = text.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
        let folder = section.entry().folder;
        Output::new(format!("{}/{folder}/{FILE}", context.edition.id.as_str()), format!("piaoElenco({text});\n"))
    };
    needed.map(script).collect()
}

impl RowIndex {
    fn of_processes(context: &EditionContext<'_>) -> Self {
        let own = OwnFilter::all(context, &PROCESSES);
        let keys = |row| RowKeys::of(context, &own, row).into_pairs();
        let rows = 0..context.edition.processes.rows.len();
        Self {
            keys: rows.clone().next().map(keys).into_iter().flatten().map(|(key, _)| key).collect(),
            questions: questions(long_lists(context)),
            chips: Some(Chips::of(context)),
            rows: rows
                .map(|row| {
                    start(context, row).into_iter().chain(keys(row).into_iter().map(|(_, value)| value)).collect()
                })
                .collect(),
        }
    }

    /// The rows of another table by the columns that the administration adds.
    fn of(context: &EditionContext<'_>, section: Section, table: &'static TableDescription) -> Self {
        let own = OwnFilter::all(context, table);
        let folder = format!("{}/", section.entry().folder);
        let row = |row: usize| {
            let (path, name) = named(context, section, row);
            let path = path.strip_prefix(&folder).map_or_else(|| format!("../{path}"), str::to_owned);
            [path, String::new(), name].into_iter().chain(own.iter().map(|filter| filter.key_of(row).values)).collect()
        };
        Self {
            keys: own.iter().map(OwnFilter::key).collect(),
            questions: questions(own_lists(context, table).into_iter().filter(Filter::is_long)),
            chips: None,
            rows: (0..section.rows(context.edition)).map(row).collect(),
        }
    }
}

/// Questions with their answers.
fn questions(lists: impl IntoIterator<Item = Filter>) -> Vec<Question> {
    let question = |filter: Filter| Question {
        key: filter.key.into_owned(),
        choices: filter.choices.into_iter().map(|choice| [choice.value, choice.name]).collect(),
    };
    lists.into_iter().map(question).collect()
}

/// Where a row of such a table is, from the folder of the edition, and what it is called.
fn named(context: &EditionContext<'_>, section: Section, row: usize) -> (String, String) {
    match section {
        Section::Services => (context.service_path(row), context.labels.services[row].clone()),
        Section::Teams => (context.team_path(row), context.labels.teams[row].clone()),
        Section::Software => (context.row_path(section, row), context.edition.software.rows[row].name.value.clone()),
        _ => {
            // The smallest office comes first; those that it belongs to tell homonyms apart.
            let of = &context.edition.adoption.rows.rows[row];
            let offices = [&of.team, &of.service, &of.area].into_iter().flatten();
            let mut names: Vec<&str> = offices.map(|name| name.value.as_str()).collect();
            names.dedup();
            (context.row_path(section, row), names.join(", "))
        }
    }
}

/// Where the page of a process is, and what it is called.
fn start(context: &EditionContext<'_>, row: usize) -> [String; 3] {
    let process = &context.edition.processes.rows[row];
    let path = context.process_path(row);
    let folder = path.split('/').nth(1).unwrap_or_default();
    let code = process.code().unwrap_or_default();
    let folder = if code.to_lowercase() == folder { "" } else { folder };
    [folder, code, &process.name.value].map(str::to_owned)
}

impl Chips {
    fn of(context: &EditionContext<'_>) -> Self {
        let risks = context.edition.risks();
        let name = |step| context.edition.model.scales.risk_name(step);
        let risks = risks.iter().map(|risk| (name(risk.step), Chip::of_risk(risk, risks.len()))).collect();
        Self {
            answers: [("si", Answer::Yes), ("in-parte", Answer::Partly), ("no", Answer::No)]
                .map(|(value, answer)| (value, Chip::from(answer)))
                .into(),
            risks: context.columns.shows(&PROCESSES, "rischio").then_some(risks),
        }
    }
}

//! The rows of Tavola 1 as a script, by which the first of its pages answers for all of them.

use super::processes::long_lists;
use crate::model::Answer;
use crate::output::Output;
use crate::routes::Section;
use crate::site::component::own_filter::OwnFilter;
use crate::site::component::table::RowKeys;
use crate::site::context::EditionContext;
use crate::site::view::Chip;
use crate::tables::PROCESSES;
use serde::Serialize;
use std::collections::BTreeMap;

/// Its name, beside the page of the processes.
const FILE: &str = "elenco.js";

/// The script of the theme that reads it; a site without it has no use for the other.
pub(in crate::site) const READER: &str = "risorse/pagine.js";

/// What the script holds.
#[derive(Debug, Serialize)]
struct ProcessIndex {
    /// By what a row is found.
    #[serde(rename = "chiavi")]
    keys: Vec<String>,
    /// The questions whose choices are too many for the page.
    #[serde(rename = "scelte")]
    questions: Vec<Question>,
    #[serde(rename = "gettoni")]
    chips: Chips,
    /// The folder of its page, where that is not its code in lower case; its code; its name; then the values of the keys.
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

/// Whether the table stands on several pages.
pub(in crate::site) fn is_needed(context: &EditionContext<'_>) -> bool {
    context.part_holding(Section::Processes, 0).count() > 1 && context.has_section(Section::Processes)
}

/// The script, where the table stands on several pages. A file of data could not be read from `file://`.
pub(in crate::site) fn script(context: &EditionContext<'_>) -> Option<Output> {
    if !is_needed(context) {
        return None;
    }
    // Texts always have a form in JSON; two line ends of Unicode would end a line of a script.
    let text = serde_json::to_string(&ProcessIndex::of(context)).unwrap_or_default();
    let text = text.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    let folder = Section::Processes.entry().folder;
    Some(Output::new(format!("{}/{folder}/{FILE}", context.edition.id.as_str()), format!("piaoElenco({text});\n")))
}

impl ProcessIndex {
    fn of(context: &EditionContext<'_>) -> Self {
        let own = OwnFilter::all(context);
        let keys = |row| RowKeys::of(context, &own, row).into_pairs();
        let rows = 0..context.edition.processes.rows.len();
        Self {
            keys: rows.clone().next().map(keys).into_iter().flatten().map(|(key, _)| key).collect(),
            questions: long_lists(context)
                .into_iter()
                .map(|filter| Question {
                    key: filter.key.into_owned(),
                    choices: filter.choices.into_iter().map(|choice| [choice.value, choice.name]).collect(),
                })
                .collect(),
            chips: Chips::of(context),
            rows: rows
                .map(|row| {
                    start(context, row).into_iter().chain(keys(row).into_iter().map(|(_, value)| value)).collect()
                })
                .collect(),
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

use crate::model::Edition;
use crate::output::Output;
use crate::routes::Section;

/// Its name, beside the page of the processes.
pub(in crate::site) const FILE: &str = "righe.js";

/// The open data of Tavola 1 as a script, from which the page of the processes takes the rows that were chosen.
///
/// The page asks for it only when somebody downloads; a file of data could not be read from `file://`.
pub(in crate::site) fn script(edition: &Edition, rows: &[u8]) -> Output {
    // A text always has a form in JSON; two line ends of Unicode would end a line of a script.
    let text = serde_json::to_string(&String::from_utf8_lossy(rows)).unwrap_or_default();
    let text = text.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    Output::new(
        format!("{}/{}/{FILE}", edition.id.as_str(), Section::Processes.entry().folder),
        format!("piaoRighe({text});\n"),
    )
}

use super::counted::Counted;
use super::template_message::italian as message;
use super::template_nesting::{misplaced, unclosed};
use std::collections::BTreeMap;
use tera::{Error, ErrorKind};

/// Where in a template an error was met, where that is known.
pub(super) fn place(error: &Error, templates: &BTreeMap<String, Counted>) -> Option<String> {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else { return None };
    let (span, file) = (report.span(), report.filename());
    let column = templates.get(file).map_or(span.start_col, |file| file.column(span.start_line, span.start_col));
    Some(format!("in `{file}`, riga {}, colonna {}", span.start_line, column + 1))
}

/// What is wrong with a template and where, in Italian.
pub(super) fn words(error: &Error, templates: &BTreeMap<String, Counted>) -> String {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            if let Some(words) = left_open(report.filename(), report.message(), templates) {
                return words;
            }
            let place = place(error, templates).unwrap_or_default();
            let out_of_place = || misplaced(&templates.get(report.filename())?.text, report.span().start_line);
            let said = report.message().starts_with("Unknown tag").then(out_of_place).flatten();
            format!("{place}: {}", said.unwrap_or_else(|| message(report.message())))
        }
        ErrorKind::MissingParent { current, parent } => format!("`{current}` estende `{parent}`, che non c'è"),
        ErrorKind::TemplateNotFound(name) => format!("il modello `{name}` non c'è"),
        ErrorKind::ComponentNotFound(name) => format!("il componente `{name}` non c'è"),
        ErrorKind::CircularExtend { tpl, .. } => {
            format!("`{tpl}` estende sé stesso, direttamente o attraverso altri modelli")
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            format!("`{tpl}` include sé stesso, direttamente o attraverso altri modelli")
        }
        // What several templates have in common is told as a text, its place on a line of its own.
        ErrorKind::Msg(report) => {
            let place = report.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
            let said = message(report.strip_prefix("error: ").unwrap_or(report));
            match place.map(|place| place.splitn(3, ':').collect::<Vec<_>>()).as_deref() {
                Some([file, line, column]) => {
                    let given = |file: &Counted| {
                        Some(file.column(line.parse().ok()?, column.trim().parse::<usize>().ok()?.checked_sub(1)?) + 1)
                    };
                    let right = templates.get(*file).and_then(given);
                    let column = right.map_or_else(|| (*column).to_owned(), |column| column.to_string());
                    format!("in `{file}`, riga {line}, colonna {column}: {said}")
                }
                _ => said,
            }
        }
        _ => "un valore non è del genere che il modello si aspetta".to_owned(),
    }
}

/// The beginnings of what the library says at the end of a template, or of a line, where something is still open.
const LEFT_OPEN: [&str; 4] = ["Unexpected end", "Unclosed", "Closing comment tag", "unexpected end of raw block"];

/// What a template leaves open, at the place where it begins: the library says where it ends.
fn left_open(file: &str, message: &str, templates: &BTreeMap<String, Counted>) -> Option<String> {
    if !LEFT_OPEN.iter().any(|beginning| message.starts_with(beginning)) {
        return None;
    }
    let template = templates.get(file)?;
    let (at, words) = unclosed(&template.text)?;
    let before = &template.text[..at];
    let line = 1 + before.matches('\n').count();
    let column = before.rsplit('\n').next().map_or(0, |text| text.chars().count());
    Some(format!("in `{file}`, riga {line}, colonna {}: {words}", template.column(line, column) + 1))
}

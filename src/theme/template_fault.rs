use super::counted::Counted;
use super::template_message::italian as message;
use super::template_nesting::misplaced;
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

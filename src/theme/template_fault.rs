use super::counted::Counted;
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
            format!("{place}: {}", message(report.message()))
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

/// The first words of the messages of the library, and what they say; the name that follows them stays.
const MESSAGES: [(&str, &str); 13] = [
    ("Maximum render recursion", "un componente chiama sé stesso troppe volte"),
    ("Unknown filter", "il filtro {} non esiste"),
    ("Unknown test", "la prova {} non esiste"),
    ("Unknown function", "la funzione {} non esiste"),
    ("Unknown component", "il componente {} non esiste"),
    ("Unknown tag", "l'istruzione {} non esiste"),
    ("Field", "{} non esiste"),
    ("Variable", "{} non esiste"),
    ("Found", "qui non può stare {}"),
    ("Unexpected end", "il modello finisce prima del previsto: manca una chiusura"),
    ("Iteration not possible", "qui ci vuole un elenco"),
    ("Template", "il modello {} non si può usare"),
    ("Missing", "manca {}"),
];

fn message(english: &str) -> String {
    let known = MESSAGES.iter().find(|(first, _)| english.starts_with(first));
    let named = english.split('`').nth(1).or_else(|| english.split('\'').nth(1));
    match (known, named) {
        (Some((_, italian)), Some(name)) => italian.replace("{}", &format!("`{name}`")),
        (Some((_, italian)), None) if !italian.contains("{}") => (*italian).to_owned(),
        (_, Some(name)) => format!("qui c'è qualcosa che non va, accanto a `{name}`"),
        _ => "qui c'è qualcosa che non va".to_owned(),
    }
}

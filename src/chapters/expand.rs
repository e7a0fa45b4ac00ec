use super::block::{MARK, Manuscript, place_of};
use super::values::values;
use crate::model::{Administration, Chapter, Date, Edition, Keyword, TableName};
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use std::ops::Range;

/// An expression of a chapter that cannot be replaced.
#[derive(Debug)]
pub struct Mistake {
    /// Its bytes, from the start of the chapter's Markdown.
    pub range: Range<usize>,
    /// What is wrong, in Italian.
    pub message: String,
    /// The names that could have been meant: fields of the same object, or the names that exist.
    pub known: Vec<String>,
    /// The name that was not found, where it is a matter of a name.
    pub name: Option<String>,
}

/// Steps that the expressions of one chapter may take: a loop over every process of a large municipality fits, an endless one ends.
const FUEL: u64 = 5_000_000;

/// Puts the figures into the chapters of an edition: one manuscript a chapter, with the expressions that could not be replaced.
pub fn expand(administration: &Administration, edition: &Edition) -> Vec<(Manuscript, Vec<Mistake>)> {
    let figures = values(administration, edition);
    let environment = environment(edition);
    edition.chapters.iter().map(|chapter| expand_chapter(&environment, &figures, chapter)).collect()
}

fn environment(edition: &Edition) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_debug(true);
    environment.set_formatter(print);
    environment.add_filter("data", |text: String| match Date::parse(&text) {
        Some(date) => Ok(date.long()),
        None => Err(Error::new(ErrorKind::InvalidOperation, format!("`{text}` non è una data"))),
    });
    environment
        .add_filter("parola", |number: i64| number_in_words(number).map_or_else(|| number.to_string(), str::to_owned));
    let present: Vec<TableName> =
        TableName::KEYWORDS.iter().map(|(_, table)| *table).filter(|table| edition.has(*table)).collect();
    environment.add_function("tabella", move |name: String| {
        let table = TableName::KEYWORDS.iter().find(|(word, _)| *word == name).map(|(_, table)| *table);
        match table {
            Some(table) if present.contains(&table) => Ok(Value::from_safe_string(place_of(table))),
            Some(_) => {
                Err(Error::new(ErrorKind::InvalidOperation, format!("in questa edizione non c'è la tabella `{name}`")))
            }
            None => {
                let known: Vec<_> = TableName::KEYWORDS.iter().map(|(word, _)| *word).collect();
                let message = format!("la tabella `{name}` non esiste; le tabelle sono {}", known.join(", "));
                Err(Error::new(ErrorKind::InvalidOperation, message))
            }
        }
    });
    environment
}

/// Prints a value as plain Markdown text: whatever stands in the data, it can neither open a link nor begin a list.
fn print(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let text = match value.kind() {
        ValueKind::Undefined => return Err(Error::from(ErrorKind::UndefinedError)),
        ValueKind::String if value.is_safe() => value.to_string(),
        ValueKind::None => String::new(),
        ValueKind::Bool => if value.is_true() { "si" } else { "no" }.to_owned(),
        ValueKind::Number => value.to_string().replace('.', ","),
        ValueKind::String => plain(&value.to_string()),
        _ => {
            return Err(Error::new(
                ErrorKind::InvalidOperation,
                "qui ci vuole un solo valore, non un elenco o un gruppo",
            ));
        }
    };
    out.write_str(&text).map_err(|_| Error::from(ErrorKind::WriteFailure))
}

fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().filter(|c| *c != MARK) {
        if c == '\n' || c == '\r' {
            escaped.push(' ');
            continue;
        }
        if c.is_ascii_punctuation() && !matches!(c, ',' | '\'' | '"' | '(' | ')' | '/' | ';') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn expand_chapter(
    environment: &Environment<'_>,
    figures: &serde_json::Value,
    chapter: &Chapter,
) -> (Manuscript, Vec<Mistake>) {
    let mut source = chapter.body.value.replace(MARK, " ");
    let mut mistakes = Vec::new();
    // A template stops at its first mistake: the expression is blanked and the rest is tried again, so that all are found.
    loop {
        match environment.render_named_str(&chapter.slug, &source, Value::from(Serde(figures))) {
            Ok(markdown) => return (Manuscript { markdown }, mistakes),
            Err(error) => {
                let range = whole_letters(&source, error.range().unwrap_or(0..0));
                let expression = enclosing_expression(&source, &range);
                mistakes.push(mistake(&error, &source, range, expression.as_ref(), figures));
                match expression {
                    Some(expression) if mistakes.len() < 100 => {
                        source.replace_range(expression.clone(), &" ".repeat(expression.len()));
                    }
                    _ => return (Manuscript::default(), mistakes),
                }
            }
        }
    }
}

/// A range that may begin or end inside a letter, stretched to the whole of it: the templates count bytes.
fn whole_letters(source: &str, range: Range<usize>) -> Range<usize> {
    source.floor_char_boundary(range.start)..source.ceil_char_boundary(range.end)
}

/// The `{{ … }}` that holds a range.
fn enclosing_expression(source: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let start = source
        .get(..range.start.max(2).min(source.len()))?
        .rfind("{{")
        .or_else(|| source.get(range.start..)?.starts_with("{{").then_some(range.start))?;
    let end = start + source.get(start..)?.find("}}")? + 2;
    (end >= range.end && !source[start..end].contains('\n')).then_some(start..end)
}

fn mistake(
    error: &Error,
    source: &str,
    range: Range<usize>,
    expression: Option<&Range<usize>>,
    figures: &serde_json::Value,
) -> Mistake {
    let shown = expression.unwrap_or(&range).clone();
    let path = expression.map(|expression| source[expression.clone()].trim_matches(['{', '}', ' ', '-']).to_owned());
    let detail = error.detail().unwrap_or("").to_owned();
    let simple = |message: String| Mistake { range: shown.clone(), message, known: Vec::new(), name: None };
    match error.kind() {
        ErrorKind::UndefinedError => {
            let expression = path.unwrap_or_else(|| source.get(range.clone()).unwrap_or("").to_owned());
            let (name, known) = undefined_name(&expression, figures);
            Mistake { range: shown, message: format!("il nome `{name}` non è definito"), known, name: Some(name) }
        }
        ErrorKind::UnknownFunction => simple("questa funzione non esiste: l'unica è `tabella(\"nome\")`".to_owned()),
        ErrorKind::UnknownFilter => {
            simple("questo filtro non esiste; fra gli altri ci sono `data` e `parola`".to_owned())
        }
        ErrorKind::OutOfFuel => simple("le espressioni del capitolo non finiscono mai".to_owned()),
        ErrorKind::SyntaxError => simple(format!("l'espressione non è scritta bene ({detail})")),
        ErrorKind::InvalidOperation if !detail.is_empty() => simple(detail),
        kind => simple(format!(
            "l'espressione non si può calcolare ({kind}{}{detail})",
            if detail.is_empty() { "" } else { ": " }
        )),
    }
}

/// The first part of a dotted name that does not exist, and the names that exist in its place.
fn undefined_name(expression: &str, figures: &serde_json::Value) -> (String, Vec<String>) {
    let path = expression.split('|').next().unwrap_or("").trim();
    let mut here = figures;
    let mut so_far: Vec<&str> = Vec::new();
    for part in path.split('.') {
        so_far.push(part);
        match here.get(part) {
            Some(next) => here = next,
            None => break,
        }
    }
    let prefix = so_far[..so_far.len().saturating_sub(1)].join(".");
    let keys = here.as_object().map(|object| object.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let known = keys.into_iter().map(|key| if prefix.is_empty() { key } else { format!("{prefix}.{key}") }).collect();
    (so_far.join("."), known)
}

fn number_in_words(number: i64) -> Option<&'static str> {
    const KEYWORDS: [&str; 11] =
        ["zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"];
    usize::try_from(number).ok().and_then(|index| KEYWORDS.get(index)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expand_text(text: &str) -> (String, Vec<Mistake>) {
        use crate::model::Spanned;
        use crate::source::{SourceId, Span};
        let place = Span::whole(SourceId::default());
        let chapter = Chapter {
            slug: "prova".to_owned(),
            title: Spanned::new("Prova".to_owned(), place),
            order: Spanned::new(1, place),
            number: None,
            covers: Vec::new(),
            rules: Vec::new(),
            body: Spanned::new(text.to_owned(), place),
        };
        let figures = serde_json::json!({
            "totali": { "processi": 59, "processi_si": 18 },
            "ente": { "denominazione": "Comune *di* [Prova](javascript:x)" },
            "limiti": { "giorni": 0.5 },
        });
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(10_000));
        environment.set_debug(true);
        environment.set_formatter(print);
        let (manuscript, mistakes) = expand_chapter(&environment, &figures, &chapter);
        (manuscript.markdown, mistakes)
    }

    #[test]
    fn figures_take_the_place_of_expressions() {
        assert_eq!(expand_text("{{ totali.processi }} e {{ limiti.giorni }}").0, "59 e 0,5");
    }

    #[test]
    fn data_is_text_and_never_markdown() {
        let (markdown, _) = expand_text("{{ ente.denominazione }}");
        let manuscript = Manuscript { markdown };
        let (blocks, _) = manuscript.blocks();
        let super::super::Block::Text(events) = &blocks[0] else { panic!("text expected") };
        assert!(!events.iter().any(|event| matches!(
            event,
            pulldown_cmark::Event::Start(pulldown_cmark::Tag::Link { .. } | pulldown_cmark::Tag::Emphasis)
        )));
    }

    #[test]
    fn every_undefined_name_is_found_where_it_stands() {
        let text = "Uno {{ totali.procesi }} due {{ totali.processi }} tre {{ entee.nome }}.";
        let (_, mistakes) = expand_text(text);
        let names: Vec<_> =
            mistakes.iter().map(|m| (m.name.as_deref().unwrap_or(""), &text[m.range.clone()])).collect();
        assert_eq!(names, [("totali.procesi", "{{ totali.procesi }}"), ("entee", "{{ entee.nome }}")]);
        assert!(mistakes[0].known.contains(&"totali.processi".to_owned()));
    }

    #[test]
    fn endless_work_ends() {
        let (_, mistakes) =
            expand_text("{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}");
        assert_eq!(mistakes.len(), 1);
    }

    #[test]
    fn a_mistake_never_begins_inside_a_letter() {
        for text in ["{{ è }}", "{{ a è }}", "{% è %}", "{{ “a” }}", "è {{ “ }} ù"] {
            for mistake in expand_text(text).1 {
                assert!(text.get(mistake.range.clone()).is_some(), "{text}: {:?}", mistake.range);
            }
        }
    }
}

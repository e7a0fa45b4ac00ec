use super::build::{MARK, build, place_of};
use super::limit::{self, FUEL, STACK};
use super::mistake::{Mistake, Several, Stop, said, stop};
use super::named::Named;
use super::origin::ExpandedText;
use super::tree::ChapterTree;
use super::typed::{Typed, typed};
use super::undecided::BLANK;
use super::values::values;
use crate::model::{Administration, Annex, Chapter, Date, Edition, Keyword, TableName, grouped_count};
use minijinja::value::{Rest, Serde, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Output, OutputSpan, State, UndefinedBehavior};
use std::ops::{Range, RangeInclusive};
use std::panic::resume_unwind;
use std::thread::Builder;

/// Numbers that an author may have worked out as years: a count of as many is right without a point, too.
const YEARS: RangeInclusive<u64> = 1900..=2100;

/// Bytes that one expression may print.
const LONGEST: usize = 64 * 1024;

/// A chapter with the figures in place.
#[derive(Debug)]
pub struct ExpandedChapter {
    written: ChapterTree,
    typed: Typed,
    /// The expressions that could not be replaced.
    pub mistakes: Vec<Mistake>,
}

impl ExpandedChapter {
    /// The chapter as readers see it; `None` if one of its expressions could not be replaced.
    pub fn tree(&self) -> Option<&ChapterTree> {
        self.mistakes.is_empty().then_some(&self.written)
    }

    /// The chapter as far as its author wrote it, for the rules: an expression that could not be replaced is a gap in it.
    pub fn written(&self) -> &ChapterTree {
        &self.written
    }

    /// What of the chapter readers see just as it was typed, for the rules on marks that failed.
    pub fn typed(&self) -> &Typed {
        &self.typed
    }
}

/// Puts the figures into the chapters: for each edition, one expanded chapter a chapter.
///
/// Where `data/ente.yaml` could not be read, the expressions that name it are mistakes like any other.
pub fn expand(annex: &Annex) -> Vec<Vec<ExpandedChapter>> {
    let all = || annex.editions.iter().map(|edition| expand_edition(annex.administration.as_ref(), edition)).collect();
    // The engine is recursive: it works on a stack of known size, whoever calls it.
    std::thread::scope(|scope| match Builder::new().stack_size(STACK).spawn_scoped(scope, all) {
        Ok(worker) => worker.join().unwrap_or_else(|panic| resume_unwind(panic)),
        Err(_) => all(),
    })
}

/// The chapters of every edition as readers see them; `None` if an expression of one of them could not be replaced.
pub fn whole(chapters: &[Vec<ExpandedChapter>]) -> Option<Vec<Vec<&ChapterTree>>> {
    chapters.iter().map(|chapters| chapters.iter().map(ExpandedChapter::tree).collect()).collect()
}

/// The chapters of an edition with the figures of another: what they would say if the data alone had changed.
pub fn expand_with(
    administration: Option<&Administration>,
    data: &Edition,
    chapters: &[Chapter],
) -> Vec<ExpandedChapter> {
    let all = || expand_chapters(administration, data, chapters);
    std::thread::scope(|scope| match Builder::new().stack_size(STACK).spawn_scoped(scope, all) {
        Ok(worker) => worker.join().unwrap_or_else(|panic| resume_unwind(panic)),
        Err(_) => all(),
    })
}

fn expand_edition(administration: Option<&Administration>, edition: &Edition) -> Vec<ExpandedChapter> {
    expand_chapters(administration, edition, &edition.chapters)
}

fn expand_chapters(
    administration: Option<&Administration>,
    edition: &Edition,
    chapters: &[Chapter],
) -> Vec<ExpandedChapter> {
    let named = Named::of(chapters.iter().map(|chapter| chapter.body.value.as_str()));
    let figures = Figures::of(values(administration, edition, &named));
    let environment = environment(edition);
    chapters.iter().map(|chapter| expand_chapter(&environment, &figures, chapter)).collect()
}

/// What the expressions can name.
struct Figures {
    known: serde_json::Value,
    /// The same, for the engine.
    engine: Value,
}

impl Figures {
    fn of(known: serde_json::Value) -> Self {
        Self { engine: Value::from(Serde(&known)), known }
    }
}

fn environment(edition: &Edition) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_debug(true);
    environment.set_formatter(print);
    let present = TableName::KEYWORDS.iter().map(|(_, table)| *table).filter(|table| edition.has(*table)).collect();
    add_functions(&mut environment, present);
    environment
}

/// Adds what is this program's own; `present` are the tables that the edition has.
fn add_functions(environment: &mut Environment<'static>, present: Vec<TableName>) {
    // One shows the engine's own state, the other could gather without end.
    for name in ["debug", "namespace"] {
        environment.add_function(name, |_: Rest<Value>| Err::<Value, _>(Error::from(ErrorKind::UnknownFunction)));
    }
    environment.add_filter("data", |text: String| match Date::parse(&text) {
        Some(date) => Ok(date.long()),
        None => Err(said(format!("`{text}` non è una data"))),
    });
    environment.add_filter("parola", |value: Value| match value.as_str() {
        Some(BLANK) => Ok(value),
        _ => i64::try_from(value.clone()).map(|number| number_in_words(number).map_or(value, Value::from)),
    });
    environment.add_function("tabella", move |name: Value| {
        let name = name.as_str().ok_or_else(|| Error::from(ErrorKind::InvalidOperation))?;
        let table = TableName::KEYWORDS.iter().find(|(word, _)| *word == name).map(|(_, table)| *table);
        match table {
            Some(table) if present.contains(&table) => Ok(Value::from_safe_string(place_of(table))),
            Some(_) => Err(said(format!("in questa edizione non c'è la tabella `{name}`"))),
            None => Err(said(format!("la tabella `{name}` non esiste; le tabelle sono {}", TableName::list()))),
        }
    });
}

/// Prints a value as plain Markdown text: whatever stands in the data, it can neither open a link nor begin a list.
fn print(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let text = match value.kind() {
        _ if value.as_str().is_some_and(|text| text.len() > LONGEST) => return Err(said("il testo è troppo lungo")),
        ValueKind::Undefined => return Err(Error::from(ErrorKind::UndefinedError)),
        ValueKind::String if value.is_safe() => value.to_string(),
        ValueKind::None => String::new(),
        ValueKind::Bool => if value.is_true() { "si" } else { "no" }.to_owned(),
        ValueKind::Number => number(&value.to_string()),
        ValueKind::String => plain(&value.to_string()),
        _ => return Err(Several::error(value)),
    };
    out.write_str(&text).map_err(|_| Error::from(ErrorKind::WriteFailure))
}

/// A number as Italian readers write it: a decimal comma, and a point between thousands but in what may be a year.
fn number(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(whole, decimals)| (whole, Some(decimals)));
    let is_plain = whole.bytes().all(|digit| digit.is_ascii_digit());
    match whole.parse::<u64>().ok().filter(|_| is_plain) {
        Some(number) if decimals.is_some() || !YEARS.contains(&number) => {
            let decimals = decimals.map(|decimals| format!(",{decimals}")).unwrap_or_default();
            format!("{sign}{}{decimals}", grouped_count(number))
        }
        _ => text.replace('.', ","),
    }
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

fn expand_chapter(environment: &Environment<'_>, figures: &Figures, chapter: &Chapter) -> ExpandedChapter {
    // As many bytes as the mark had, so that every other byte stays in its place.
    let mut source = chapter.body.value.replace(MARK, &" ".repeat(MARK.len_utf8()));
    let mut mistakes = Vec::new();
    let mut gaps = Vec::new();
    let most = (limit::REREAD / source.len().max(1)).clamp(1, 100);
    // A template stops at its first mistake: the expression is crossed out and the rest is tried again, so that all are found.
    let expanded = loop {
        match render(environment, figures, &chapter.slug, &source) {
            Ok((text, spans)) => {
                gaps.sort_by_key(|gap: &Range<usize>| gap.start);
                break ExpandedText::of(text, &spans, &source, &gaps);
            }
            Err(stop) => {
                let Stop { mistake, gaps: stopped } = *stop;
                let is_last = stopped.is_empty() || mistake.is_excess;
                mistakes.push(mistake);
                if is_last || mistakes.len() >= most {
                    break ExpandedText::unexpanded(&chapter.body.value);
                }
                for gap in &stopped {
                    blank(&mut source, gap);
                }
                gaps.extend(stopped);
            }
        }
    };
    let (written, too_deep) = build(&expanded);
    mistakes.extend(too_deep.map(|place| limit::too_deep(&chapter.body.value, &place)));
    ExpandedChapter { written, typed: typed(&expanded, &chapter.body.value), mistakes }
}

/// Puts letters in the place of some bytes: spaces could begin a block of code. Line ends stay.
fn blank(source: &mut String, gap: &Range<usize>) {
    let letters: String = source[gap.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { 'x' }).collect();
    source.replace_range(gap.clone(), &letters);
}

fn render(
    environment: &Environment<'_>,
    figures: &Figures,
    name: &str,
    source: &str,
) -> Result<(String, Vec<OutputSpan>), Box<Stop>> {
    if let Some(stop) = limit::before(source) {
        return Err(Box::new(stop));
    }
    let template = environment.template_from_named_str(name, source);
    let rendered = template.and_then(|template| template.render_with_spans(figures.engine.clone()));
    let (text, spans) = rendered.map_err(|error| Box::new(stop(&error, source, &figures.known)))?;
    match limit::after(&text, &spans, source) {
        Some(mistake) => Err(Box::new(Stop { mistake, gaps: Vec::new() })),
        None => Ok((text, spans)),
    }
}

fn number_in_words(number: i64) -> Option<&'static str> {
    const KEYWORDS: [&str; 11] =
        ["zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"];
    usize::try_from(number).ok().and_then(|index| KEYWORDS.get(index)).copied()
}

#[cfg(test)]
pub(super) mod tests;

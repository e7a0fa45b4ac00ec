use super::build::{MARK, build, place_of};
use super::mistake::{Mistake, Stop, said, stop};
use super::origin::ExpandedText;
use super::tree::ChapterTree;
use super::typed::{Typed, typed};
use super::values::values;
use crate::model::{Administration, Annex, Chapter, Date, Edition, Keyword, TableName};
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Output, OutputSpan, State, UndefinedBehavior};
use std::ops::Range;

/// Steps that the expressions of one chapter may take: a loop over every process of a large municipality fits, an endless one ends.
const FUEL: u64 = 5_000_000;
const LONGEST: usize = 64 * 1024; // bytes that one expression may print

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
    annex.editions.iter().map(|edition| expand_edition(annex.administration.as_ref(), edition)).collect()
}

/// The chapters of every edition as readers see them; `None` if an expression of one of them could not be replaced.
pub fn whole(chapters: &[Vec<ExpandedChapter>]) -> Option<Vec<Vec<&ChapterTree>>> {
    chapters.iter().map(|chapters| chapters.iter().map(ExpandedChapter::tree).collect()).collect()
}

fn expand_edition(administration: Option<&Administration>, edition: &Edition) -> Vec<ExpandedChapter> {
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
    let present = TableName::KEYWORDS.iter().map(|(_, table)| *table).filter(|table| edition.has(*table)).collect();
    add_functions(&mut environment, present);
    environment
}

/// Adds what is this program's own; `present` are the tables that the edition has.
fn add_functions(environment: &mut Environment<'static>, present: Vec<TableName>) {
    environment.add_filter("data", |text: String| match Date::parse(&text) {
        Some(date) => Ok(date.long()),
        None => Err(said(format!("`{text}` non è una data"))),
    });
    environment
        .add_filter("parola", |number: i64| number_in_words(number).map_or_else(|| number.to_string(), str::to_owned));
    environment.add_function("tabella", move |name: String| {
        let table = TableName::KEYWORDS.iter().find(|(word, _)| *word == name).map(|(_, table)| *table);
        match table {
            Some(table) if present.contains(&table) => Ok(Value::from_safe_string(place_of(table))),
            Some(_) => Err(said(format!("in questa edizione non c'è la tabella `{name}`"))),
            None => {
                let known: Vec<_> = TableName::KEYWORDS.iter().map(|(word, _)| *word).collect();
                Err(said(format!("la tabella `{name}` non esiste; le tabelle sono {}", known.join(", "))))
            }
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
        ValueKind::Number => value.to_string().replace('.', ","),
        ValueKind::String => plain(&value.to_string()),
        _ => return Err(said("qui ci vuole un solo valore, non un elenco o un gruppo")),
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

fn expand_chapter(environment: &Environment<'_>, figures: &serde_json::Value, chapter: &Chapter) -> ExpandedChapter {
    // As many bytes as the mark had, so that every other byte stays in its place.
    let mut source = chapter.body.value.replace(MARK, &" ".repeat(MARK.len_utf8()));
    let mut mistakes = Vec::new();
    let mut gaps = Vec::new();
    // A template stops at its first mistake: the expression is crossed out and the rest is tried again, so that all are found.
    let expanded = loop {
        match render(environment, figures, &chapter.slug, &source) {
            Ok((text, spans)) => {
                gaps.sort_by_key(|gap: &Range<usize>| gap.start);
                break ExpandedText::of(text, &spans, &source, &gaps);
            }
            Err(error) => {
                let Stop { mistake, gaps: stopped } = stop(&error, &source, figures);
                mistakes.push(mistake);
                if stopped.is_empty() || mistakes.len() >= 100 {
                    break ExpandedText::unexpanded(&chapter.body.value);
                }
                for gap in &stopped {
                    blank(&mut source, gap);
                }
                gaps.extend(stopped);
            }
        }
    };
    ExpandedChapter { written: build(&expanded), typed: typed(&expanded, &chapter.body.value), mistakes }
}

/// Puts letters in the place of some bytes: spaces could begin a block of code. Line ends stay.
fn blank(source: &mut String, gap: &Range<usize>) {
    let letters: String = source[gap.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { 'x' }).collect();
    source.replace_range(gap.clone(), &letters);
}

fn render(
    environment: &Environment<'_>,
    figures: &serde_json::Value,
    name: &str,
    source: &str,
) -> Result<(String, Vec<OutputSpan>), Error> {
    environment.template_from_named_str(name, source)?.render_with_spans(Value::from(Serde(figures)))
}

fn number_in_words(number: i64) -> Option<&'static str> {
    const KEYWORDS: [&str; 11] =
        ["zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"];
    usize::try_from(number).ok().and_then(|index| KEYWORDS.get(index)).copied()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::chapters::{Block, Passage, plain as plain_text};

    pub(in crate::chapters) fn expand_text(text: &str) -> ExpandedChapter {
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
            "ente": { "denominazione": "Comune *di* [Prova](javascript:x)", "nulla": null },
            "limiti": { "giorni": 0.5 },
            "aree": ["una", "due"],
        });
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(10_000));
        environment.set_debug(true);
        environment.set_formatter(print);
        add_functions(&mut environment, vec![TableName::Processes]);
        expand_chapter(&environment, &figures, &chapter)
    }

    /// The words of the first paragraph.
    fn words(chapter: &ExpandedChapter) -> String {
        match &chapter.tree().expect("the chapter is whole").blocks[0] {
            Block::Paragraph(line) => plain_text(line),
            other => panic!("a paragraph is expected: {other:?}"),
        }
    }

    #[test]
    fn figures_take_the_place_of_expressions() {
        assert_eq!(words(&expand_text("{{ totali.processi }} e {{ limiti.giorni }}")), "59 e 0,5");
    }

    #[test]
    fn data_is_text_and_never_markdown() {
        let chapter = expand_text("{{ ente.denominazione }}");
        assert_eq!(words(&chapter), "Comune *di* [Prova](javascript:x)");
        assert!(chapter.written().links().is_empty());
    }

    #[test]
    fn every_undefined_name_is_found_where_it_stands() {
        let text = "Uno {{ totali.procesi }} due {{ totali.processi }} tre {{ entee.nome }}.";
        let chapter = expand_text(text);
        let names: Vec<_> =
            chapter.mistakes.iter().map(|m| (m.name.as_deref().unwrap_or(""), &text[m.range.clone()])).collect();
        assert_eq!(names, [("totali.procesi", "{{ totali.procesi }}"), ("entee", "{{ entee.nome }}")]);
        assert!(chapter.mistakes[0].known.contains(&"totali.processi".to_owned()));
        assert!(chapter.tree().is_none());
    }

    #[test]
    fn endless_work_ends() {
        let chapter = expand_text("{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}");
        assert_eq!(chapter.mistakes.len(), 1);
    }

    #[test]
    fn a_mistake_never_begins_inside_a_letter() {
        for text in ["{{ è }}", "{{ a è }}", "{% è %}", "{{ “a” }}", "è {{ “ }} ù"] {
            for mistake in expand_text(text).mistakes {
                assert!(text.get(mistake.range.clone()).is_some(), "{text}: {:?}", mistake.range);
            }
        }
    }

    /// The passages of a chapter, each with the Markdown that its words stand in.
    fn passages(text: &str) -> Vec<(String, &str)> {
        let whole = |passage: Passage| {
            let range = passage.range(0..passage.text.len());
            (passage.text, &text[range])
        };
        expand_text(text).written().passages().into_iter().map(whole).collect()
    }

    #[test]
    fn words_after_a_figure_stand_where_they_were_written() {
        let text = "I processi sono {{ totali.processi }}, cioè  molti.\n\nPoi altro.\n";
        let found = passages(text);
        assert_eq!(found[0].1, "I processi sono {{ totali.processi }}, cioè  molti.");
        assert_eq!(found[1], ("Poi altro.".to_owned(), "Poi altro."));
        assert_eq!(found[0].0.len(), found[0].1.len());
    }

    #[test]
    fn what_leaves_nothing_counts_as_a_number() {
        // Neither a value that is nothing nor a mistake makes two spaces in a row.
        for text in ["Uno {{ ente.nulla }} due.", "Uno {{ ente.niente }} due.", "Uno {# nota #} due."] {
            assert!(!passages(text)[0].0.contains("  "), "{text}");
        }
    }

    #[test]
    fn a_loop_is_read_once() {
        let found = passages("{% for area in aree %}\n- Nell'area {{ area }} si lavora.\n{% endfor %}\n");
        assert_eq!(found.len(), 1);
        assert!(found[0].1.starts_with("Nell'area") && found[0].1.ends_with("lavora."), "{found:?}");
    }

    #[test]
    fn a_chapter_that_cannot_be_expanded_is_read_as_it_was_written() {
        let text = "Uno {% se %} [due](tre.md)\n";
        let chapter = expand_text(text);
        assert!(chapter.tree().is_none());
        assert_eq!(passages(text)[0].1, "Uno {% se %} [due](tre.md)".trim_end_matches("](tre.md)"));
    }

    #[test]
    fn a_destination_made_by_an_expression_is_written_nowhere() {
        let text = "{{ totali.processi }} [uno](a/{{ totali.processi }}/) [due](b/)\n";
        let chapter = expand_text(text);
        let places: Vec<_> =
            chapter.written().links().into_iter().map(|link| (link.target.as_str(), link.written.clone())).collect();
        let second = text.find("b/").expect("it is there");
        assert_eq!(places, [("a/59/", None), ("b/", Some(second..second + 2))]);
    }
}

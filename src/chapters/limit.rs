//! What a chapter may ask of the template engine and of this program, whatever its author wrote.
//!
//! Owns the limits on depth, work and output, and finds where a chapter goes over one. The engine's parser is recursive, so
//! depth is measured on its tokens before it sees them; work is measured by the engine itself, in units of fuel; output is
//! measured when it is there, for fuel bounds it already.

use super::build::MARK;
use super::mistake::{Mistake, Stop};
use minijinja::OutputSpan;
use minijinja::machinery::{Span, Token, tokenize};
use std::collections::HashMap;
use std::ops::Range;

/// Steps that the expressions of one chapter may take: a loop over every process of a large municipality fits, an endless one
/// ends. 64 bytes of output, or of a text that an expression makes, count as one step.
pub(super) const FUEL: u64 = 1_000_000;

/// Bytes of stack that the engine has: many times what the deepest chapter within the limits needs.
pub(super) const STACK: usize = 64 * 1024 * 1024;

/// Blocks and spans of Markdown that may stand one inside the other.
pub(super) const NESTING: usize = 64;

/// Names, signs and values of one expression or command.
const PARTS: usize = 1_000;

/// Expressions and commands of one chapter.
const TAGS: usize = 20_000;

/// Commands, brackets and `elif` that may stand one inside the other.
const DEPTH: usize = 100;

/// Bytes that the expressions of a chapter may add to it.
const OUTPUT: usize = 1024 * 1024;

/// Bytes that may be read again and again to find all the mistakes of one chapter.
pub(super) const REREAD: usize = 2 * 1024 * 1024;

/// How often a chapter may show the same table of the data.
const TABLES: usize = 3;

/// Where a chapter is too deep or too long for the engine; `None` if it may be given to it.
pub(super) fn before(source: &str) -> Option<Stop> {
    let mut measure = Measure::default();
    for token in tokenize(source, false, minijinja::syntax::SyntaxConfig::default()) {
        // Where the lexer stops, the engine stops as well, and says why.
        let Ok((token, span)) = token else { break };
        if let Some(excess) = measure.take(&token, span) {
            return Some(Stop { mistake: measure.mistake(source, excess), gaps: Vec::new() });
        }
    }
    None
}

/// Where a chapter became too long; `None` if it did not.
pub(super) fn after(text: &str, spans: &[OutputSpan], source: &str) -> Option<Mistake> {
    let place = |at: usize| {
        let index = spans.partition_point(|span| span.output_range().end <= at);
        let written = spans.get(index).map_or(0..source.len().min(2), OutputSpan::source_range);
        opening(source, &super::mistake::enclosing_expression(source, &written).unwrap_or(written))
    };
    if text.len() > source.len() + OUTPUT {
        let words = "le espressioni del capitolo scrivono troppo testo: oltre 1 MiB";
        return Some(Mistake::excess(place(source.len() + OUTPUT), words, "togliere o accorciare i cicli"));
    }
    let mut times: HashMap<&str, usize> = HashMap::new();
    let mut marks = text.match_indices(MARK);
    while let (Some((from, _)), Some((to, _))) = (marks.next(), marks.next()) {
        let name = &text[from + MARK.len_utf8()..to];
        let time = times.entry(name).or_default();
        *time += 1;
        if *time > TABLES {
            let words = format!("il capitolo mostra la tabella `{name}` più di {TABLES} volte");
            let help = "mostrarla una volta sola, fuori dai cicli, e poi rimandare a quella";
            return Some(Mistake::excess(place(from), words, help));
        }
    }
    None
}

/// The place where the Markdown of a chapter goes too deep.
pub(super) fn too_deep(source: &str, place: &Range<usize>) -> Mistake {
    let words = format!("più di {NESTING} elenchi, citazioni o segni stanno uno dentro l'altro");
    Mistake::excess(opening(source, place), words, "chiudere ciò che è aperto, e togliere i segni che non servono")
}

/// What is measured of a chapter, token by token.
#[derive(Default)]
struct Measure {
    /// Where the tag that is open begins.
    start: usize,
    /// Tags so far, and parts of the one that is open.
    tags: usize,
    parts: usize,
    /// Brackets that are open.
    brackets: usize,
    /// The commands that are open, and for each how many `elif` it has: each stands inside the one before it.
    blocks: Vec<usize>,
    depth: usize,
    /// Whether the next word is the name of a command.
    is_command: bool,
}

/// The limit that is exceeded.
#[derive(Clone, Copy)]
enum Excess {
    Tags,
    Parts,
    Brackets,
    Blocks,
}

impl Measure {
    fn take(&mut self, token: &Token<'_>, span: Span) -> Option<Excess> {
        let is_command = std::mem::take(&mut self.is_command);
        self.parts += 1;
        match token {
            Token::TemplateData(_) => self.parts = 0,
            Token::VariableStart | Token::BlockStart => {
                self.start = usize::try_from(span.start_offset).unwrap_or_default();
                self.tags += 1;
                (self.parts, self.brackets) = (0, 0);
                self.is_command = matches!(token, Token::BlockStart);
            }
            Token::BracketOpen | Token::ParenOpen | Token::BraceOpen => self.brackets += 1,
            Token::BracketClose | Token::ParenClose | Token::BraceClose => {
                self.brackets = self.brackets.saturating_sub(1);
            }
            Token::Ident(word) if is_command => self.command(word),
            _ => {}
        }
        [
            (self.tags > TAGS, Excess::Tags),
            (self.parts > PARTS, Excess::Parts),
            (self.brackets > DEPTH / 2, Excess::Brackets),
            (self.depth > DEPTH, Excess::Blocks),
        ]
        .into_iter()
        .find_map(|(over, excess)| over.then_some(excess))
    }

    fn command(&mut self, word: &str) {
        if word == "elif" {
            if let Some(block) = self.blocks.last_mut() {
                *block += 1;
            }
            self.depth += 1;
        } else if word.starts_with("end") {
            self.depth -= self.blocks.pop().unwrap_or_default();
        } else if !matches!(word, "else" | "set" | "break" | "continue" | "do") {
            self.blocks.push(1);
            self.depth += 1;
        }
    }

    fn mistake(&self, source: &str, excess: Excess) -> Mistake {
        let place = opening(source, &(self.start..source.len()));
        let (words, help) = match excess {
            Excess::Tags => (
                format!("il capitolo ha più di {TAGS} espressioni e comandi"),
                "dividerlo in più capitoli, o scrivere i valori come testo",
            ),
            Excess::Parts => (
                format!("l'espressione è troppo lunga: ha più di {PARTS} nomi, segni e valori"),
                "scrivere il nome di un solo dato, o dividere il calcolo in più espressioni",
            ),
            Excess::Brackets => (
                format!("nell'espressione più di {} parentesi stanno una dentro l'altra", DEPTH / 2),
                "togliere le parentesi che non servono",
            ),
            Excess::Blocks => (
                format!("più di {DEPTH} comandi stanno uno dentro l'altro"),
                "chiudere ciascun comando prima di aprirne un altro",
            ),
        };
        Mistake::excess(place, words, help)
    }
}

/// The first letters of a range: a place that can be shown, however long the range is.
fn opening(source: &str, range: &Range<usize>) -> Range<usize> {
    let line = source[range.start..].find('\n').map_or(source.len(), |at| range.start + at);
    let end = range.end.min(line.max(range.start + 1)).min(range.start + 24).min(source.len());
    source.floor_char_boundary(range.start)..source.ceil_char_boundary(end)
}

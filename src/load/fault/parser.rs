//! The parser's own reason, in plain words: for what nobody has supposed.

use super::Fault;
use super::opening::{Opening, opening};
use crate::load::syntax::parse;
use crate::source::{Position, Source};
use serde_saphyr::granit_parser::{ErrorKind, Parser, ScanError};
use std::cell::Cell;

/// What is wrong, and what to do.
type Words = (&'static str, &'static str);

const UNCLOSED_QUOTES: Words = ("le virgolette aperte qui non sono mai chiuse", "aggiungere le virgolette di chiusura");
const UNCLOSED_BRACKET: Words = (
    "una parentesi di elenco non è chiusa, o manca una virgola",
    "ogni «[» vuole la sua «]», ogni «{» la sua «}», e fra una voce e l'altra ci vuole una virgola",
);
const TABULATION: Words = ("il rientro è fatto con il tasto di tabulazione", "usare soltanto spazi, due per livello");

/// How many bytes of a text can be read; nothing where its syntax is right.
pub(super) fn reached(text: &str) -> Option<usize> {
    scan(text).map(|error| offset(text, &error))
}

/// How many bytes of a text are enough for the parser to refuse it, whatever follows them; nothing where it takes the text, or where the
/// reason is an anchor that may stand elsewhere.
pub(in crate::load) fn refused_after(text: &str) -> Option<usize> {
    let read = Cell::new(0);
    let counted = text.chars().inspect(|c| read.set(read.get() + c.len_utf8()));
    let error = Parser::new_from_iter(counted).find_map(Result::err)?;
    match error.kind() {
        ErrorKind::UnknownAnchor => None,
        // It is looked for to the end; without its end, each beginning is refused in which the quote is.
        ErrorKind::UnclosedQuotedScalar => text.char_indices().nth(error.marker().index() + 1).map(|(at, _)| at),
        _ => Some(read.get()),
    }
}

/// What the parser found in `text`, which begins at byte `base` of its file.
pub(in crate::load) fn fault(text: &str, base: usize) -> Fault {
    match scan(text) {
        Some(error) => told(text, base, offset(text, &error), wording(error.kind())),
        None => refused(text, base, parse(text).err()),
    }
}

/// A fault of `text` that is none of its syntax, by the error with which it was refused.
pub(in crate::load) fn refused(text: &str, base: usize, error: Option<serde_saphyr::Error>) -> Fault {
    told(text, base, error.as_ref().map_or(0, |error| place(text, error)), other(error))
}

/// The fault that the parser met at byte `at` of `text`, with its words for it.
fn told(text: &str, base: usize, at: usize, met: Words) -> Fault {
    // An error at the end of the text is shown at the last thing that was written.
    let at = if text[at..].trim().is_empty() { last(text) } else { at };
    let (at, (message, help)) = match opening(text, at).filter(|_| met != TABULATION) {
        Some(Opening::Quote(at)) => (at, UNCLOSED_QUOTES),
        Some(Opening::Bracket(at)) => (at, UNCLOSED_BRACKET),
        None => (at, met),
    };
    let length = text[at..].chars().next().map_or(0, |c| if c == '\n' { 0 } else { c.len_utf8() });
    Fault { range: base + at..base + at + length, message: message.to_owned(), help: help.to_owned(), fix: None }
}

/// Where the last character begins that is no white space.
fn last(text: &str) -> usize {
    text.trim_end().char_indices().next_back().map_or(0, |(at, _)| at)
}

fn offset(text: &str, error: &ScanError) -> usize {
    Source::new("", text).offset(Position { line: error.marker().line(), column: error.marker().col() + 1 })
}

/// The byte at which the parser gave up.
pub(in crate::load) fn place(text: &str, error: &serde_saphyr::Error) -> usize {
    let position = error.location().and_then(|location| {
        let line = usize::try_from(location.line()).ok()?;
        Some(Position { line, column: usize::try_from(location.column()).ok()? })
    });
    position.map_or(0, |position| Source::new("", text).offset(position))
}

/// Reads the text again as bare events, to learn the exact kind of the error.
fn scan(text: &str) -> Option<ScanError> {
    Parser::new_from_str(text).find_map(Result::err)
}

fn other(error: Option<serde_saphyr::Error>) -> Words {
    let error = match error {
        // What is wrong with an alias is told of the place where it stands, too.
        Some(serde_saphyr::Error::AliasError { error, .. }) => Some(*error),
        other => other,
    };
    match error {
        Some(serde_saphyr::Error::MultipleDocuments { .. }) => {
            ("il file contiene più documenti YAML", "togliere la riga «---» che li separa, o dividerli in più file")
        }
        Some(error) if is_replay(&error) => (
            "il file richiama se stesso troppe volte, con i segni «&» e «*» di YAML",
            "scrivere per esteso i valori ripetuti",
        ),
        _ => ("il testo non è YAML leggibile", "confrontare il punto con le altre voci del file"),
    }
}

/// Whether the values that are called again by an alias are too many.
pub(in crate::load) fn is_replay(error: &serde_saphyr::Error) -> bool {
    use serde_saphyr::Error;
    match error {
        Error::AliasError { error, .. } => is_replay(error),
        Error::Budget { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. } => true,
        _ => false,
    }
}

fn wording(kind: &ErrorKind) -> Words {
    match kind {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => UNCLOSED_QUOTES,
        ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::MismatchedFlowCollectionEnd { .. } => UNCLOSED_BRACKET,
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => TABULATION,
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidMappingValueWhitespace => (
            "i due punti non sono ammessi qui",
            "se fanno parte del testo, mettere tutto il testo fra virgolette doppie",
        ),
        ErrorKind::UnexpectedCharacter { .. } | ErrorKind::PlainScalarStartsWithDashFlowIndicator => {
            ("un testo non può cominciare con questo segno", "mettere tutto il testo fra virgolette doppie")
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => (
            "dopo le virgolette di chiusura c'è altro testo",
            "racchiudere tutto il testo fra una sola coppia di virgolette; dentro le virgolette semplici l'apostrofo si scrive due volte",
        ),
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => (
            "dopo la barra rovesciata c'è un segno che non ha significato",
            "scrivere la barra rovesciata due volte, o usare le virgolette semplici",
        ),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidIndentation
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey => (
            "il rientro di questa riga non corrisponde a quello delle righe vicine, o manca un «:»",
            "allineare la riga alle altre chiavi della stessa voce",
        ),
        ErrorKind::UnknownAnchor => {
            ("il richiamo YAML «*» non corrisponde a nessun «&»", "se è un asterisco, metterlo fra virgolette")
        }
        ErrorKind::MissingAnchorOrAliasName => {
            ("qui un asterisco o una «&» vanno fra virgolette", "scrivere \"*\" fra virgolette doppie")
        }
        ErrorKind::MultipleDocumentsUnsupported => {
            ("il file contiene più documenti YAML", "togliere la riga «---» che li separa")
        }
        ErrorKind::BomInsideDocument => {
            ("c'è un segno invisibile (BOM) in mezzo al testo", "cancellare e riscrivere la riga")
        }
        _ => ("il testo non è YAML leggibile", "confrontare il punto con le altre voci del file"),
    }
}

use super::opening::{Opening, indenting_tab, opening};
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::{Position, Source, SourceId, Span};
use serde_saphyr::granit_parser::{ErrorKind, Parser, ScanError};

/// What is wrong, and what to do.
type Words = (&'static str, &'static str);

const UNCLOSED_QUOTES: Words = ("le virgolette aperte qui non sono mai chiuse", "aggiungere le virgolette di chiusura");
const UNCLOSED_BRACKET: Words = (
    "una parentesi di elenco non è chiusa, o manca una virgola",
    "ogni «[» vuole la sua «]», ogni «{» la sua «}», e fra una voce e l'altra ci vuole una virgola",
);
const TABULATION: Words = ("il rientro è fatto con il tasto di tabulazione", "usare soltanto spazi, due per livello");

/// A file, or a record of it, that is not YAML.
pub(crate) static RULE: Rule = Rule {
    code: "LA001",
    name: "yaml-illeggibile",
    severity: Severity::Error,
    summary: "Il testo non è scritto secondo la sintassi YAML.",
    why: "Ciò che non si può leggere non si può né controllare né pubblicare. Le altre voci del file sono lette comunque.",
    remedy: "Guardare il punto indicato: di solito manca la virgoletta o la parentesi di chiusura, un testo con «: » non è fra \
             virgolette, oppure il rientro è fatto con il tasto di tabulazione invece che con spazi.",
    basis: "YAML 1.2.2.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "input: [Atto adottato]", "input: [Atto adottato")]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "processo: Pubblicazione degli atti",
            "processo: \"Pubblicazione degli atti",
        )]),
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Ufficio: Tributi")]),
    ],
    passing: &[Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: \"Ufficio: Tributi\"")])],
};

/// What the parser found in `text`, which begins at byte `base` of `file`.
pub(in crate::load) fn finding(
    id: SourceId,
    file: &Source,
    text: &str,
    base: usize,
    error: &serde_saphyr::Error,
) -> Finding {
    let scanned = scan(text);
    let place = scanned.as_ref().map(|error| (error.marker().line(), error.marker().col() + 1)).or_else(|| {
        let location = error.location()?;
        Some((usize::try_from(location.line()).ok()?, usize::try_from(location.column()).ok()?))
    });
    let part = Source::new("", text);
    let offset = place.map_or(0, |(line, column)| part.offset(Position { line, column }));
    // An error at the end of the text is shown at the last thing that was written.
    let offset = if text[offset..].trim().is_empty() { text.trim_end().len() } else { offset };
    let (message, help) = match scanned.as_ref().map(ScanError::kind) {
        Some(kind) => wording(kind),
        None => other(error),
    };
    let (offset, message, help) =
        cause(text, offset, &(message, help)).map_or((offset, message, help), |(at, words)| (at, words.0, words.1));
    let offset = offset + base;
    let length =
        file.slice(offset..file.text().len()).chars().next().map_or(0, |c| if c == '\n' { 0 } else { c.len_utf8() });
    let span = Span::new(id, offset, offset + length);
    let finding = Finding::new(&RULE, span, message).label("la lettura si è fermata qui");
    if help.is_empty() { finding } else { finding.help(help) }
}

/// The place at which the fault that was met at `offset` began, and its words, where that is another place.
fn cause(text: &str, offset: usize, met: &Words) -> Option<(usize, Words)> {
    if *met == TABULATION {
        return indenting_tab(text, offset).map(|at| (at, TABULATION));
    }
    Some(match opening(text, offset)? {
        Opening::Quote(at) => (at, UNCLOSED_QUOTES),
        Opening::Bracket(at) => (at, UNCLOSED_BRACKET),
    })
}

/// Reads the text again as bare events, to learn the exact kind of the error.
fn scan(text: &str) -> Option<ScanError> {
    Parser::new_from_str(text).find_map(Result::err)
}

fn other(error: &serde_saphyr::Error) -> Words {
    match error {
        serde_saphyr::Error::MultipleDocuments { .. } => {
            ("il file contiene più documenti YAML", "togliere la riga «---» che li separa, o dividerli in più file")
        }
        _ => ("il testo non è YAML leggibile", "confrontare il punto con le altre voci del file"),
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

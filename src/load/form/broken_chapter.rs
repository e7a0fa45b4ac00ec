use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Safety, Severity};
use crate::source::{SourceId, Span};
use std::ops::Range;

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";

/// A chapter without its heading.
pub(crate) static RULE: Rule = Rule {
    code: "LA014",
    name: "capitolo-senza-intestazione",
    severity: Severity::Error,
    summary: "Un capitolo non comincia con la sua intestazione fra due righe di tre trattini.",
    why: "L'intestazione dà al capitolo il titolo e il posto nell'indice.",
    remedy: "Cominciare il file con una riga «---», poi `titolo:` e `ordine:`, poi un'altra riga «---».",
    correction: None,
    basis: "Struttura dei capitoli di piao.",
    failing: &[
        Example::new(&[Edit::new(CHAPTER, "---\ntitolo: Premessa\nordine: 1\nnumero: \"1\"\n---\n", "")]),
        Example::new(&[Edit::new(CHAPTER, "numero: \"1\"\n---\n", "numero: \"1\"\n")]),
    ],
    passing: &[],
};

/// A chapter whose name is that of another page.
pub(crate) static RESERVED: Rule = Rule {
    code: "LA022",
    name: "nome-di-capitolo-riservato",
    severity: Severity::Error,
    summary: "Un capitolo ha il nome di una pagina che il programma scrive da sé, come `processi`, oppure non ha nome.",
    why: "Il nome del file dà l'indirizzo del capitolo: due pagine non possono avere lo stesso.",
    remedy: "Dare al file un altro nome, per esempio `03-i-processi.md` al posto di `03-processi.md`.",
    correction: None,
    basis: "Struttura dei capitoli di piao.",
    failing: &[Example::new(&[Edit::new(
        "/content/2026-2028/03-processi.md",
        "",
        "---\ntitolo: Processi\nordine: 3\n---\n",
    )])],
    passing: &[Example::new(&[Edit::new(
        "/content/2026-2028/03-i-processi.md",
        "",
        "---\ntitolo: I processi\nordine: 3\n---\n",
    )])],
};

/// What is wrong with the front matter of a chapter, and where.
#[derive(Debug)]
pub(in crate::load) struct Fault {
    pub(in crate::load) range: Range<usize>,
    pub(in crate::load) message: String,
    help: &'static str,
    /// Where the text of the chapter begins.
    related: Option<Range<usize>>,
    mend: Option<Mend>,
}

/// A correction of the front matter.
#[derive(Debug)]
pub(in crate::load) struct Mend {
    range: Range<usize>,
    replacement: &'static str,
    safety: Safety,
}

impl Mend {
    pub(in crate::load) fn certain(range: Range<usize>, replacement: &'static str) -> Self {
        Self { range, replacement, safety: Safety::Certain }
    }

    pub(in crate::load) fn guess(range: Range<usize>, replacement: &'static str) -> Self {
        Self { range, replacement, safety: Safety::Guess }
    }
}

impl Fault {
    pub(in crate::load) fn new(range: Range<usize>, message: impl Into<String>, help: &'static str) -> Self {
        Self { range, message: message.into(), help, related: None, mend: None }
    }

    pub(in crate::load) fn mend(self, mend: Mend) -> Self {
        Self { mend: Some(mend), ..self }
    }

    pub(in crate::load) fn related(self, range: Range<usize>) -> Self {
        Self { related: Some(range), ..self }
    }
}

/// The front matter of a chapter is not there, or is not written as it should be.
pub(in crate::load) fn finding(id: SourceId, fault: Fault) -> Finding {
    let span = |range: &Range<usize>| Span::new(id, range.start, range.end);
    let finding =
        Finding::new(&RULE, span(&fault.range), fault.message).label("intestazione del capitolo").help(fault.help);
    let fix = fault.mend.map(|mend| Fix {
        span: span(&mend.range),
        replacement: mend.replacement.to_owned(),
        safety: mend.safety,
    });
    let finding = finding.fix(fix);
    match fault.related {
        Some(text) => finding.related(span(&text), "qui comincia il testo: la riga dei tre trattini va prima"),
        None => finding,
    }
}

/// The name of the chapter is the name of another page, or none.
pub(in crate::load) fn reserved(id: SourceId, path: &str, slug: &str) -> Finding {
    if slug.is_empty() {
        let message = format!("il capitolo `{path}` non ha un nome da cui fare il suo indirizzo");
        return Finding::new(&RESERVED, Span::whole(id), message)
            .help("dare al file un nome fatto di lettere, per esempio `03-mappatura.md`");
    }
    let message = format!("il capitolo `{path}` avrebbe l'indirizzo `{slug}/`, che è già di un'altra pagina");
    Finding::new(&RESERVED, Span::whole(id), message)
        .help(format!("dare al file un altro nome, per esempio `capitolo-{slug}.md`"))
}

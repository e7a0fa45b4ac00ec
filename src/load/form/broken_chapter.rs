use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::{SourceId, Span};

/// A chapter without its heading.
pub(crate) static RULE: Rule = Rule {
    code: "LA014",
    name: "capitolo-senza-intestazione",
    severity: Severity::Error,
    summary: "Un capitolo non comincia con la sua intestazione fra due righe di tre trattini.",
    why: "L'intestazione dà al capitolo il titolo e il posto nell'indice.",
    remedy: "Cominciare il file con una riga «---», poi `titolo:` e `ordine:`, poi un'altra riga «---».",
    basis: "Struttura dei capitoli di piao.",
    failing: &[Example::new(&[Edit::new(
        "/content/2026-2028/01-premessa.md",
        "---\ntitolo: Premessa\nordine: 1\nnumero: \"1\"\n---\n",
        "",
    )])],
    passing: &[],
};

/// The chapter has no front matter, or one that never ends.
pub(in crate::load) fn finding(id: SourceId, path: &str) -> Finding {
    Finding::new(&RULE, Span::whole(id), format!("il capitolo `{path}` non ha l'intestazione"))
        .help("cominciare il file con una riga «---», poi `titolo: …` e `ordine: …`, poi un'altra riga «---»")
}

/// The name of the chapter is the name of another page.
pub(in crate::load) fn reserved(id: SourceId, path: &str, slug: &str) -> Finding {
    Finding::new(
        &RULE,
        Span::whole(id),
        format!("il capitolo `{path}` avrebbe l'indirizzo `{slug}/`, che è già di un'altra pagina"),
    )
    .help("dare al file un altro nome")
}

use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::NameFault;
use crate::source::{SourceId, Span};

/// A name that some system does not take for a folder.
pub(crate) static RULE: Rule = Rule {
    code: "LA023",
    name: "nome-di-sistema",
    severity: Severity::Error,
    summary: "Un identificativo, un codice o un capitolo ha un nome che non tutti i sistemi accettano per una cartella.",
    why: "Il nome diventa una cartella del sito: con `con`, `nul` o `com1`, o con un nome lunghissimo, il sito non si copia su un computer o un server Windows.",
    remedy: "Cambiare il nome, per esempio da `con` a `contabilita`, o accorciarlo.",
    correction: None,
    basis: "Regole dei nomi di file di Windows.",
    failing: &[
        Example::new(&[Edit::new(
            "smart-team.yaml",
            "  - id: tributi",
            "  - { id: con, nome: Contratti, servizio: tributi, smartabilita: smartabile }\n  - id: tributi",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/03-aux.md",
            "",
            "---\ntitolo: Ausili\nordine: 3\n---\n\nTesto.\n",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "/content/2026-2028/03-ausili.md",
        "",
        "---\ntitolo: Ausili\nordine: 3\n---\n\nTesto.\n",
    )])],
};

/// The identifier or the code at a place cannot be the name of a folder.
pub(in crate::load) fn value(span: Span, name: &str, fault: NameFault) -> Finding {
    let name = shortened(name);
    Finding::new(&RULE, span, format!("`{name}` {}", fault.words()))
        .label("diventa il nome di una cartella del sito")
        .help("scegliere un altro nome, breve e che dica di che si tratta")
}

/// The chapter in a file would have an address that cannot be the name of a folder.
pub(in crate::load) fn chapter(id: SourceId, path: &str, slug: &str, fault: NameFault) -> Finding {
    let slug = shortened(slug);
    let message = format!("il capitolo `{path}` avrebbe l'indirizzo `{slug}/`, che {}", fault.words());
    Finding::new(&RULE, Span::whole(id), message).help("dare al file un altro nome, per esempio `03-mappatura.md`")
}

/// The beginning of a name, which may be a page long.
fn shortened(name: &str) -> String {
    const SHOWN: usize = 40;
    if name.chars().count() <= SHOWN { name.to_owned() } else { name.chars().take(SHOWN).chain(['…']).collect() }
}

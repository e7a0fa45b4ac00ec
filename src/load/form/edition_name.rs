use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::{SourceId, Span};

/// A folder of an edition that cannot be an address.
pub(crate) static RULE: Rule = Rule {
    code: "LA015",
    name: "nome-di-edizione",
    severity: Severity::Error,
    summary: "Il nome della cartella di un'edizione non può stare in un indirizzo, o non è il suo soltanto.",
    why: "Il nome della cartella diventa l'indirizzo delle pagine, che resta pubblico per anni.",
    remedy: "Usare solo lettere senza accento, cifre e trattini, per esempio 2025-2027.",
    correction: None,
    basis: "RFC 3986.",
    failing: &[
        Example::new(&[Edit::new("/data/2026 2028/edizione.yaml", "", "titolo: Prova\n")]),
        Example::new(&[Edit::new("/data/risorse/edizione.yaml", "", "titolo: Prova\n")]),
    ],
    passing: &[],
};

/// `folder` is no name for an edition.
pub(in crate::load) fn finding(id: SourceId, folder: &str) -> Finding {
    Finding::new(&RULE, Span::whole(id), format!("la cartella `{folder}` non ha un nome adatto a un'edizione"))
        .help("usare solo lettere senza accento, cifre e trattini, per esempio `2025-2027`, e non il nome di una cartella del sito, come `risorse`")
}

/// `folder` is the name of another edition, `other`, in other capitals.
pub(in crate::load) fn same(id: SourceId, folder: &str, other: &str) -> Finding {
    let message = format!("le cartelle `{folder}` e `{other}` differiscono solo per le maiuscole");
    Finding::new(&RULE, Span::whole(id), message)
        .help("dare a una delle due un altro nome: molti sistemi non distinguono le maiuscole, e i due siti finirebbero in uno")
}

use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::{SourceId, Span};

/// A folder of an edition that cannot be an address.
pub(crate) static RULE: Rule = Rule {
    code: "LA015",
    name: "nome-di-edizione",
    severity: Severity::Error,
    summary: "Il nome della cartella di un'edizione non può stare in un indirizzo.",
    why: "Il nome della cartella diventa l'indirizzo delle pagine, che resta pubblico per anni.",
    remedy: "Usare solo lettere senza accento, cifre e trattini, per esempio 2025-2027.",
    basis: "RFC 3986.",
    failing: &[Example::new(&[Edit::new("/data/2026 2028/edizione.yaml", "", "titolo: Prova\n")])],
    passing: &[],
};

/// `folder` is no name for an edition.
pub(in crate::load) fn finding(id: SourceId, folder: &str) -> Finding {
    Finding::new(&RULE, Span::whole(id), format!("la cartella `{folder}` non ha un nome adatto a un'edizione"))
        .help("usare solo lettere senza accento, cifre e trattini, per esempio `2025-2027`")
}

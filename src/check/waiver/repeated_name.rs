use super::FILE;
use super::unneeded::listed;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::Text;

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA907",
    name: "accettazione-di-nome-ripetuto",
    severity: Severity::Error,
    summary: "Un'accettazione indica con il solo nome una voce che ha lo stesso nome di un'altra.",
    why: "Non si sa quale delle voci sia accettata, e una voce nuova con lo stesso nome sarebbe accettata senza che nessuno la abbia guardata.",
    remedy: "Scrivere dopo il nome, fra parentesi, ciò a cui la voce appartiene; per accettarne più d'una, scriverle tutte.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[
        Edit::new("software.yaml", "    scopo: Registrazione dei documenti", SAME_NAME),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA314\n    dove: software/Protocollo informatico\n    motivo: Come nel testo pubblicato\n",
        ),
    ])],
    passing: &[Example::new(&[
        Edit::new("software.yaml", "    scopo: Registrazione dei documenti", SAME_NAME),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA314\n    dove:\n      - software/Protocollo informatico (Registrazione dei documenti)\n      - software/Protocollo informatico (Gestione degli appuntamenti)\n    motivo: Come nel testo pubblicato\n",
        ),
    ])],
};

const SAME_NAME: &str =
    "    scopo: Registrazione dei documenti\n  - nome: Protocollo informatico\n    scopo: Gestione degli appuntamenti";

/// `count` records have the name; `names` are the right ones, of those that can be told apart.
pub(super) fn finding(place: &Text, count: usize, names: &[String]) -> Finding {
    let message = format!("`{}` può essere una di {count} voci con lo stesso nome", place.value);
    let finding = Finding::new(&RULE, place.span, message).label("quale?");
    if names.is_empty() {
        return finding.help("le voci sono uguali in tutto: dare a ciascuna un nome suo");
    }
    finding.help(format!("scrivere quale, o tutte quelle che si accettano: {}", listed(names)))
}

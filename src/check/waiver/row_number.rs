use super::FILE;
use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity};
use crate::model::Text;
use crate::source::Sources;

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA906",
    name: "accettazione-per-numero-di-riga",
    severity: Severity::Error,
    summary: "Un'accettazione indica una voce con il suo numero di riga.",
    why: "Il numero cambia con ogni riga aggiunta, tolta o spostata: l'accettazione passerebbe in silenzio a un'altra voce, e un'altra persona o un altro ufficio erediterebbe ciò che era stato deciso per la prima.",
    remedy: "Scrivere al posto del numero l'identificativo, il codice o il nome della voce.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[
        Edit::new("software.yaml", "scopo: Registrazione dei documenti", "scopo: Registrazione entro XXX giorni"),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA505\n    dove: software/1/scopo\n    motivo: Come nel testo pubblicato\n",
        ),
    ])],
    passing: &[Example::new(&[
        Edit::new("software.yaml", "scopo: Registrazione dei documenti", "scopo: Registrazione entro XXX giorni"),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA505\n    dove: software/Protocollo informatico/scopo\n    motivo: Come nel testo pubblicato\n",
        ),
    ])],
};

/// `names` are the right names of the rows that have this number, where they can be named.
pub(super) fn finding(sources: &Sources, place: &Text, row: usize, names: &[Option<String>]) -> Finding {
    let finding = Finding::new(&RULE, place.span, format!("`{}` indica una voce con il numero di riga", place.value))
        .label("il numero cambia con ogni riga aggiunta o tolta");
    match names {
        [] => finding.help(format!("la riga {row} non c'è; scrivere l'identificativo, il codice o il nome della voce")),
        [Some(name)] => {
            let fix = Fix::scalar(sources.get(place.span.source), place.span, place, name);
            finding.help(format!("la riga {row} è oggi `{name}`")).fix(fix)
        }
        [None] => finding.help(format!(
            "la riga {row} non ha un nome che la distingua dalle altre: darle un `id`, o un nome suo, e scriverlo qui"
        )),
        _ => finding.remedy(),
    }
}

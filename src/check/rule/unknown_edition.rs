use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity, Suggestion, nearest};
use crate::model::Annex;
use crate::source::Sources;

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA204",
    name: "edizione-sconosciuta",
    severity: Severity::Error,
    summary: "L'edizione corrente non ha una cartella.",
    why: "La pagina iniziale non saprebbe quale edizione è vigente.",
    remedy: "Scrivere in `edizione_corrente` il nome di una delle cartelle di data/.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(
        "/data/ente.yaml",
        "edizione_corrente: 2026-2028",
        "edizione_corrente: 2026-2029",
    )])],
    passing: &[],
};

/// Looks at the whole annex, not at one edition.
pub(in crate::check) fn check(annex: &Annex, sources: &Sources, findings: &mut Findings) {
    let Some(administration) = &annex.administration else { return };
    let wanted = &administration.current_edition;
    if wanted.value.is_empty() || annex.current().is_some() {
        return;
    }
    let known: Vec<&str> = annex.editions.iter().map(|edition| edition.id.as_str()).collect();
    let finding = Finding::new(&RULE, wanted.span, format!("l'edizione `{}` non esiste", wanted.value))
        .label("edizione sconosciuta");
    findings.push(match nearest(wanted, known.iter().copied()) {
        Some(near) => finding.suggest(Suggestion::new(sources, wanted.span, wanted, near)),
        None if known.is_empty() => finding.help("in `data` non c'è ancora nessuna cartella di edizione"),
        None => finding.help(format!("le edizioni presenti in `data` sono {}", known.join(", "))),
    });
}

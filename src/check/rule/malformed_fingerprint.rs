use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA115",
    name: "impronta-malformata",
    severity: Severity::Error,
    summary: "L'impronta SHA-256 del documento approvato non ha 64 cifre esadecimali.",
    why: "Con quell'impronta nessuno può verificare che il documento pubblicato sia quello approvato.",
    remedy: "Ricopiare per intero l'impronta: 64 caratteri fra le cifre da 0 a 9 e le lettere da a ad f.",
    correction: None,
    basis: "FIPS 180-4 (SHA-256); d.lgs. 33/2013, art. 6: conformità all'originale.",
    failing: &[Example::new(&[
        Edit::new(
            "edizione.yaml",
            "stato: bozza",
            "stato: bozza\ndocumento_approvato: { file: atti/allegato.pdf, sha256: 12ab }",
        ),
        Edit::new("/atti/allegato.pdf", "", "%PDF-1.7\n"),
    ])],
    passing: &[Example::new(&[Edit::new(
        "edizione.yaml",
        "stato: bozza",
        "stato: bozza\ndocumento_approvato: { file: atti/allegato.pdf, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 }",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let Some(document) = &context.edition.approved_document else { return };
    let sum = &document.sha256;
    let length = sum.value.chars().count();
    if length != 64 {
        let letters = if length == 1 { "carattere" } else { "caratteri" };
        let message = format!("l'impronta del documento approvato ha {length} {letters}, e non 64");
        findings.push(Finding::new(&RULE, sum.span, message).label("impronta incompleta o troppo lunga").remedy());
    } else if let Some(odd) = sum.value.chars().find(|c| !c.is_ascii_hexdigit()) {
        let message = format!("nell'impronta del documento approvato c'è «{odd}», che non è una cifra esadecimale");
        findings.push(Finding::new(&RULE, sum.span, message).label("carattere estraneo").remedy());
    }
}

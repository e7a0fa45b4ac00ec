use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::digest::Sha256;
use crate::model::{Seal, Text};
use crate::source::{Source, SourceId, Sources, Span};
use std::collections::BTreeMap;

/// A file of a sealed edition that is not as it was sealed.
pub(crate) static RULE: Rule = Rule {
    code: "LA027",
    name: "sigillo-rotto",
    severity: Severity::Error,
    summary: "Un file di un'edizione sigillata non è più com'era.",
    why: "Un'edizione chiusa con `piao sigilla` è quella che è stata pubblicata: chi la consulta deve trovarla com'era.",
    remedy: "Rimettere il file com'era; oppure riaprire l'edizione con `piao sigilla EDIZIONE --dissigilla --motivo \"…\"`, e sigillarla di nuovo dopo averla cambiata.",
    correction: None,
    basis: "D.lgs. 33/2013, artt. 6 e 8: integrità e durata di ciò che si pubblica.",
    failing: &[Example::new(&[Edit::new(
        "sigillo.yaml",
        "",
        "impronte:\n  data/2026-2028/software.yaml: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\nregistro:\n  - { data: 2026-01-10, azione: sigillata }\n",
    )])],
    passing: &[Example {
        caption: "Un'edizione riaperta si può cambiare",
        edits: &[Edit::new(
            "sigillo.yaml",
            "",
            "registro:\n  - { data: 2026-01-10, azione: sigillata }\n  - { data: 2026-02-01, azione: dissigillata, motivo: Errata corrige }\n",
        )],
    }],
};

/// Holds the files of an edition against its seal; `sigillo.yaml` itself is no part of them.
pub(in crate::load) fn check(
    seal: &Seal,
    files: &BTreeMap<String, Vec<u8>>,
    sources: &mut Sources,
    findings: &mut Vec<Finding>,
) {
    let Some(fingerprints) = &seal.fingerprints else { return };
    let sealed: BTreeMap<&str, (&Text, &Text)> =
        fingerprints.iter().map(|(path, sha256)| (path.value.as_str(), (path, sha256))).collect();
    for (path, bytes) in files.iter().filter(|(path, _)| !is_seal(path)) {
        match sealed.get(path.as_str()) {
            Some((_, sha256)) if sha256.eq_ignore_ascii_case(&Sha256::of(bytes)) => {}
            Some((at, _)) => {
                let message = format!("`{path}` è cambiato dopo che l'edizione è stata sigillata");
                let finding = Finding::new(&RULE, Span::whole(source(sources, path)), message);
                findings.push(finding.label("cambiato").related(at.span, "l'impronta di allora è qui").remedy());
            }
            None => {
                let message = format!("`{path}` è stato aggiunto dopo che l'edizione è stata sigillata");
                let finding = Finding::new(&RULE, Span::whole(source(sources, path)), message);
                findings.push(finding.label("aggiunto").remedy());
            }
        }
    }
    for (path, (at, _)) in sealed.into_iter().filter(|(path, _)| !files.contains_key(*path)) {
        let message = format!("`{path}` non c'è più, ma l'edizione è sigillata");
        findings.push(Finding::new(&RULE, at.span, message).label("file tolto").remedy());
    }
}

/// Whether a path is that of the seal.
pub(in crate::load) fn is_seal(path: &str) -> bool {
    path.starts_with("data/") && path.ends_with("/sigillo.yaml")
}

/// The source of a path; one that is no text is added by its name alone.
fn source(sources: &mut Sources, path: &str) -> SourceId {
    let known = sources.find(path);
    known.unwrap_or_else(|| sources.add(Source::unread(path)))
}

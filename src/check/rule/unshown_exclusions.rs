use crate::chapters::ExpandedChapter;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::TableName;

pub(super) static RULE: Rule = Rule {
    code: "LA714",
    name: "esclusioni-non-mostrate",
    severity: Severity::Warning,
    summary: "Le esclusioni ci sono, e nessun capitolo ne mostra la tavola.",
    why: "Le esclusioni non hanno una pagina loro: chi legge il sito, o cerca, non viene a sapere chi è escluso dal lavoro agile.",
    remedy: "Scrivere `{{ tabella(\"esclusioni\") }}` nel capitolo che ne parla.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza dei dati pubblicati.",
    failing: &[Example::new(&[Edit::new(PREAMBLE, "{{ tabella(\"esclusioni\") }}\n", "")])],
    passing: &[Example::new(&[
        Edit::new(PREAMBLE, "{{ tabella(\"esclusioni\") }}\n", ""),
        Edit::new(
            "esclusioni.yaml",
            "esclusioni:\n  - lettera: a\n    profili: [Operatori di sportello]\n    dove: Sportello al pubblico\n",
            "esclusioni: []\n",
        ),
    ])],
};

const PREAMBLE: &str = "/content/2026-2028/01-premessa.md";

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let exclusions = &context.edition.exclusions;
    let shows = |chapter: &ExpandedChapter| {
        !chapter.mistakes.is_empty() || chapter.written().tables().contains(&TableName::Exclusions)
    };
    // An edition without chapters has a finding of its own; what a broken chapter shows is not known.
    let is_silent = exclusions.rows.is_empty() || context.chapters.is_empty() || context.chapters.iter().any(shows);
    let Some(first) = exclusions.rows.first().filter(|_| !is_silent) else { return };
    let message = "nessun capitolo mostra la tavola delle esclusioni, che sul sito non ha una pagina sua";
    findings.push(Finding::new(&RULE, first.span, message).label("nessun capitolo le mostra").remedy());
}

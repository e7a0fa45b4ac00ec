use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{OutlineEntry, Text};

pub(super) static RULE: Rule = Rule {
    code: "LA210",
    name: "richiamo-non-dichiarato",
    severity: Severity::Error,
    summary: "Una voce porta un richiamo, come un asterisco, che le note del file non dichiarano.",
    why: "Chi legge vede un segno accanto al nome e non trova la nota.",
    remedy: "Dichiarare il richiamo nella chiave `note` del file; se il testo della nota non è stato pubblicato, con un testo vuoto.",
    correction: None,
    basis: "WCAG 2.1, criterio 1.3.1.",
    failing: &[Example::new(&[Edit::new(
        "smart-team.yaml",
        "    nome: Tributi\n",
        "    nome: Tributi\n    richiami: [\"*\"]\n",
    )])],
    passing: &[Example::new(&[
        Edit::new("smart-team.yaml", "    nome: Tributi\n", "    nome: Tributi\n    richiami: [\"*\"]\n"),
        Edit::new("smart-team.yaml", "smart_team:\n", "note: { \"*\": Dipende dal dirigente }\nsmart_team:\n"),
    ])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    context.edition.each_annotation(&mut |annotations, declared| {
        let may_be_declared = |mark: &Text| declared.is_empty() && may_be_unread(context, mark);
        let is_declared = |mark: &Text| declared.iter().any(|note| note.mark.value == mark.value);
        for mark in annotations.marks.iter().filter(|mark| !is_declared(mark) && !may_be_declared(mark)) {
            findings.push(
                Finding::new(&RULE, mark.span, format!("il richiamo `{}` non ha una nota in questo file", mark.value))
                    .label("richiamo non dichiarato")
                    .help(format!("aggiungere in testa al file `note: {{ \"{}\": … }}`", mark.value)),
            );
        }
    });
}

/// Whether the file of a mark says what its marks mean in a way that could not be read: that has a finding of its own.
fn may_be_unread(context: &RuleContext<'_>, mark: &Text) -> bool {
    let says = |entry: &OutlineEntry| entry.name.is_file() && entry.keys().any(|(_, key)| key == "note");
    context.faulty.contains(&mark.span.source) && context.annex.outline.around(mark.span).any(says)
}

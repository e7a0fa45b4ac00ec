use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

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
        for mark in annotations.marks.iter().filter(|mark| !declared.iter().any(|note| note.mark.value == mark.value)) {
            findings.push(
                Finding::new(&RULE, mark.span, format!("il richiamo `{}` non ha una nota in questo file", mark.value))
                    .label("richiamo non dichiarato")
                    .help(format!("aggiungere in testa al file `note: {{ \"{}\": … }}`", mark.value)),
            );
        }
    });
}

use crate::check::rule_context::RuleContext;
use crate::check::texts;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA212",
    name: "richiamo-senza-testo",
    severity: Severity::Warning,
    summary: "Un richiamo, come un asterisco, è dichiarato ma la sua nota non ha testo.",
    why: "Chi legge vede un segno accanto al nome e non trova che cosa vuol dire.",
    remedy: "Scrivere il testo della nota; se non è stato pubblicato, accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza dei dati pubblicati.",
    failing: &[Example::new(&[
        Edit::new("smart-team.yaml", "    nome: Tributi\n", "    nome: Tributi\n    richiami: [\"*\"]\n"),
        Edit::new("smart-team.yaml", "smart_team:\n", "note: { \"*\": \"\" }\nsmart_team:\n"),
    ])],
    passing: &[Example::new(&[
        Edit::new("smart-team.yaml", "    nome: Tributi\n", "    nome: Tributi\n    richiami: [\"*\"]\n"),
        Edit::new("smart-team.yaml", "smart_team:\n", "note: { \"*\": Dipende dal dirigente }\nsmart_team:\n"),
    ])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for note in texts::each_mark(context.edition).filter(|note| note.text.is_none()) {
        findings.push(
            Finding::new(&RULE, note.mark.span, format!("la nota del richiamo `{}` non ha testo", note.mark.value))
                .label("che cosa vuol dire?")
                .remedy(),
        );
    }
}

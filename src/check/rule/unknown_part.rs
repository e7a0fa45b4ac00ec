use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity, Suggestion, nearest};
use crate::model::{Keyword, RequiredPart};

pub(super) static RULE: Rule = Rule {
    code: "LA702",
    name: "parte-del-piano-sconosciuta",
    severity: Severity::Error,
    summary: "La chiave `copre` di un capitolo nomina una parte del Piano che non esiste.",
    why: "Il capitolo sembra contenere una parte obbligatoria, ma il programma non sa quale.",
    remedy: "Scrivere una delle parole elencate nel messaggio.",
    correction: None,
    basis: "D.M. 132/2022, art. 4 c. 1 lett. b.",
    failing: &[Example::new(&[Edit::new(
        "/content/2026-2028/01-premessa.md",
        "ordine: 1",
        "ordine: 1\ncopre: [servizi-ai-cittadini]",
    )])],
    passing: &[Example::new(&[Edit::new(
        "/content/2026-2028/01-premessa.md",
        "ordine: 1",
        "ordine: 1\ncopre: [servizi-agli-utenti, rotazione-e-prevalenza, strumenti-e-riservatezza, smaltimento-arretrato, dotazioni-del-personale]",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for part in context.edition.chapters.iter().flat_map(|chapter| &chapter.covers) {
        if RequiredPart::parse(part).is_some() {
            continue;
        }
        let known = RequiredPart::KEYWORDS.iter().map(|(word, _)| *word);
        let finding = Finding::new(&RULE, part.span, format!("`{}` non è una parte del Piano", part.value))
            .label("parola sconosciuta");
        findings.push(match nearest(part, known.clone()) {
            Some(near) => finding.suggest(Suggestion::new(context.sources, part.span, part, near)),
            None => finding.help(format!("le parole possibili sono: {}", known.collect::<Vec<_>>().join(", "))),
        });
    }
}

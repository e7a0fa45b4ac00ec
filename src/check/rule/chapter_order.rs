use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::Chapter;

pub(super) static RULE: Rule = Rule {
    code: "LA110",
    name: "capitoli-in-conflitto",
    severity: Severity::Error,
    summary: "Due capitoli hanno lo stesso numero d'ordine, oppure lo stesso indirizzo.",
    why: "Il numero d'ordine dà il posto nell'indice, il nome del file dà l'indirizzo: devono essere unici.",
    remedy: "Cambiare `ordine`, o il nome del file.",
    correction: None,
    basis: "Struttura dei capitoli di piao.",
    failing: &[
        Example::new(&[Edit::new("/content/2026-2028/02-stato-di-attuazione.md", "ordine: 2", "ordine: 1")]),
        Example::new(&[Edit::new(
            "/content/2026-2028/03-premessa.md",
            "",
            "---\ntitolo: Altra premessa\nordine: 3\n---\n",
        )]),
    ],
    passing: &[Example::new(&[Edit::new("/content/2026-2028/02-stato-di-attuazione.md", "ordine: 2", "ordine: 7")])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    // By the names of their files: the order of the edition is the one that is in doubt.
    let mut chapters: Vec<&Chapter> = context.edition.chapters.iter().collect();
    chapters.sort_by_key(|chapter| context.sources.get(chapter.body.span.source).path());
    for (number, chapter) in chapters.iter().copied().enumerate() {
        // An order that could not be read has its own finding.
        let same_order =
            |other: &&&Chapter| other.order.value == chapter.order.value && chapter.order.value != i64::MAX;
        if let Some(first) = chapters[..number].iter().find(same_order) {
            findings.push(
                Finding::new(
                    &RULE,
                    chapter.order.span,
                    format!("il numero d'ordine {} è già di un altro capitolo", chapter.order.value),
                )
                .label("seconda volta")
                .related(first.order.span, "la prima volta è qui")
                .help("dare a ogni capitolo il suo numero d'ordine"),
            );
        }
        if let Some(first) = chapters[..number].iter().find(|other| other.slug == chapter.slug) {
            findings.push(
                Finding::new(
                    &RULE,
                    chapter.title.span,
                    format!("due capitoli hanno lo stesso indirizzo `{}/`", chapter.slug),
                )
                .label("secondo capitolo")
                .related(first.title.span, "il primo è questo")
                .help("l'indirizzo è il nome del file senza il numero: cambiare nome a uno dei due file"),
            );
        }
    }
}

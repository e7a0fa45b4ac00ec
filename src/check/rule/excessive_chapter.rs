use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA213",
    name: "capitolo-oltre-i-limiti",
    severity: Severity::Error,
    summary: "Un capitolo chiede troppo: cicli senza fine, espressioni lunghissime, segni annidati a centinaia, la stessa tabella mostrata molte volte.",
    why: "Il sito non si potrebbe generare, o avrebbe pagine che nessun navigatore apre.",
    remedy: "Accorciare il ciclo o l'espressione indicata; un capitolo molto lungo si divide in più capitoli.",
    correction: None,
    basis: "Limiti di piao, molto più larghi di quanto serve a un allegato.",
    failing: &[
        Example::new(&[Edit::new(
            "/content/2026-2028/02-stato-di-attuazione.md",
            "{{ totali.agili }}",
            "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/02-stato-di-attuazione.md",
            "{{ tabella(\"attuazione\") }}",
            "{% for a in range(5) %}{{ tabella(\"attuazione\") }}{% endfor %}",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "/content/2026-2028/02-stato-di-attuazione.md",
        "{{ totali.agili }}",
        "{% for a in range(9) %}{{ totali.agili }} {% endfor %}",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for (chapter, expanded) in context.edition.chapters.iter().zip(context.chapters) {
        for excess in expanded.mistakes.iter().filter(|mistake| mistake.is_excess) {
            let span = chapter.body.span.part(excess.range.start, excess.range.end);
            let finding = Finding::new(&RULE, span, &excess.message).label("da qui è oltre il limite");
            findings.push(match &excess.help {
                Some(help) => finding.help(help),
                None => finding.remedy(),
            });
        }
    }
}

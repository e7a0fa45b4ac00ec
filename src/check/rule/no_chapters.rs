use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA708",
    name: "edizione-senza-capitoli",
    severity: Severity::Warning,
    summary: "L'edizione non ha nessun capitolo.",
    why: "La disciplina del lavoro agile è nei capitoli: senza, si pubblicano solo tabelle.",
    remedy: "Mettere i capitoli in `content/`, in una cartella con lo stesso nome dell'edizione.",
    correction: None,
    basis: "D.M. 132/2022, art. 4 c. 1 lett. b.",
    failing: &[Example::new(&[
        Edit::new("/content/2026-2028/01-premessa.md", "", ""),
        Edit::new("/content/2026-2028/02-stato-di-attuazione.md", "", ""),
    ])],
    passing: &[Example::new(&[Edit::new("/content/2026-2028/02-stato-di-attuazione.md", "", "")])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let folder = format!("content/{}/", edition.id.as_str());
    let unread = context.faulty.iter().any(|source| context.sources.get(*source).path().starts_with(&folder));
    if edition.chapters.is_empty() && !unread {
        let message = format!("l'edizione `{}` non ha capitoli", edition.id.as_str());
        findings.push(Finding::new(&RULE, edition.span, message).help(format!("mettere i capitoli in `{folder}`")));
    }
}

//! A record whose identifier was changed in one place: what refers to it is one fault, told once with its places.

use super::{Named, Reference, all, written};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::Finding;

/// How many references to what does not exist are no slips of the pen any more.
const MANY: usize = 2;
/// How many places one finding shows.
const SHOWN: usize = 20;

/// The findings, those of many references to one identifier joined into the first of them.
pub(super) fn told_once(context: &RuleContext<'_>, named: Named, found: Vec<(Reference<'_>, Finding)>) -> Vec<Finding> {
    let mut groups: Vec<Vec<(Reference<'_>, Finding)>> = Vec::new();
    for (reference, finding) in found {
        match groups.iter_mut().find(|group| group[0].0.id.value == reference.id.value) {
            Some(group) => group.push((reference, finding)),
            None => groups.push(vec![(reference, finding)]),
        }
    }
    let mut told = Vec::new();
    for group in groups {
        let slip = group.iter().any(|(_, finding)| is_slip(context, named, finding))
            || group.len() == MANY && group.iter().any(|(_, finding)| finding.fix.is_some());
        if group.len() < MANY || slip {
            told.extend(group.into_iter().map(|(_, finding)| finding));
        } else {
            told.extend(joined(context, named, group));
        }
    }
    told
}

/// Whether each reference has a certain correction of its own, into an identifier that others write right.
fn is_slip(context: &RuleContext<'_>, named: Named, finding: &Finding) -> bool {
    let Some(fix) = finding.fix.as_ref().filter(|fix| fix.is_certain()) else { return false };
    all(context.edition, context.graph).iter().any(|other| other.named == named && other.id.value == fix.replacement)
}

fn joined(context: &RuleContext<'_>, named: Named, group: Vec<(Reference<'_>, Finding)>) -> Option<Finding> {
    let count = group.len();
    let mut group = group.into_iter();
    let (reference, first) = group.next()?;
    let written = written(context.sources, reference.id);
    let message =
        format!("{} `{written}` non esiste, ma {count} voci vi rimandano", named.with_article(context.edition));
    let change = format!(
        "se il suo `id` è cambiato, o la voce è stata tolta per errore, rimettere `{written}` in `{}`: da un anno all'altro cambia soltanto `nome`",
        named.file()
    );
    let help = match &first.help {
        Some(help) => format!("{help}; {change}"),
        None => change,
    };
    let finding = Finding { message, ..first }.help(help).fix(None);
    Some(group.take(SHOWN).fold(finding, |finding, (other, _)| finding.related(other.id.span, "anche qui")))
}

use super::rule_context::RuleContext;
use crate::model::Process;

/// A process as messages name it, after `il processo` or `i processi`: by its code, else by its name, else by the line of its row.
pub(super) fn process_noun(context: &RuleContext<'_>, process: &Process) -> String {
    if let Some(code) = process.code() {
        return format!("`{code}`");
    }
    if !process.name.value.is_empty() {
        return format!("«{}»", process.name.value);
    }
    let line = context.sources.get(process.span.source).position(process.span.range().start).line;
    format!("della riga {line}")
}

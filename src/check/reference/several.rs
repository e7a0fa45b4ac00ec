use super::meaning::is_called;
use super::{Named, Place, Reference};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Fix, Safety};
use crate::model::Edition;

/// Signs that part one identifier from the next where no list is written.
const SEPARATORS: [char; 7] = [',', ';', '/', '|', '+', '&', ':'];

/// What to do where several identifiers are written as one text, such as `a, b`; the correction where each of them exists.
pub(super) fn several(
    context: &RuleContext<'_>,
    reference: Reference<'_>,
    written: &str,
) -> Option<(String, Option<Fix>)> {
    let signs = written.contains(SEPARATORS);
    let parts: Vec<&str> = if signs {
        written.trim_matches(['[', ']', '{', '}', '(', ')']).split(SEPARATORS).map(str::trim).collect()
    } else {
        written.split_whitespace().filter(|word| !is_and(word)).collect()
    };
    let known: Vec<String> = parts.iter().filter_map(|part| only(context.edition, reference.named, part)).collect();
    if parts.len() < 2 || known.is_empty() || (!signs && known.len() < parts.len()) {
        return None;
    }
    let list = known.join(", ");
    if matches!(reference.place, Place::One | Place::Key) {
        let help = format!("qui ci vuole un solo identificativo: {}", known.join(" oppure "));
        return Some((help, None));
    }
    if known.len() < parts.len() {
        let help = format!("se sono più di uno, scrivere un elenco fra parentesi quadre, come `[{list}, …]`");
        return Some((help, None));
    }
    let help = format!("scrivere un elenco, `[{list}]`, o una voce per riga");
    let fix = replacement(context, reference, written, &list);
    // A word is left out.
    let guess = !signs && written.split_whitespace().any(is_and);
    Some((help, if guess { fix.map(Fix::guess) } else { fix }))
}

/// Whether a word only joins two names.
fn is_and(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "e" | "ed")
}

/// The identifier of the only record that is called so.
fn only(edition: &Edition, named: Named, part: &str) -> Option<String> {
    let targets = named.targets(edition);
    let mut ids = targets.iter().filter(|target| is_called(target, part)).filter_map(|target| target.id);
    let first = ids.next().filter(|id| !id.value.is_empty())?;
    ids.all(|id| id.value == first.value).then(|| first.value.clone())
}

/// The list in the place of the text; none where an item of a list on lines of its own would have to become two.
fn replacement(context: &RuleContext<'_>, reference: Reference<'_>, written: &str, list: &str) -> Option<Fix> {
    let span = reference.id.span;
    let file = context.sources.get(span.source);
    let whole = file.slice(span.range());
    if whole.trim_matches(['"', '\'']).trim() != written {
        return None;
    }
    let line = file.line_start(file.position(span.range().start).line);
    let before = file.slice(line..span.range().start).trim_end();
    let replacement = match before.chars().next_back() {
        Some(':') => format!("[{list}]"),
        Some('[' | ',') => list.to_owned(),
        _ => return None,
    };
    Some(Fix { span, replacement, safety: Safety::Certain })
}

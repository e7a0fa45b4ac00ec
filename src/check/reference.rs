use super::rule_context::RuleContext;
use crate::diagnostic::{Finding, Fix, Rule, nearest};
use crate::model::{Office, Table, Text, fold, slug};

/// A row that other rows refer to.
pub(super) struct Target<'a> {
    /// Its identifier.
    pub(super) id: &'a Text,
    /// Its name.
    pub(super) name: &'a Text,
    /// Its other names.
    pub(super) aliases: &'a [Text],
}

impl<'a> From<Office<'a>> for Target<'a> {
    fn from(office: Office<'a>) -> Self {
        Self { id: office.id, name: office.name, aliases: office.aliases }
    }
}

/// What a kind of target is called in messages.
pub(super) struct Noun {
    /// `lo smart team`.
    pub(super) with_article: &'static str,
    /// `smart team sconosciuto`.
    pub(super) unknown: &'static str,
    /// The file where they are defined.
    pub(super) file: &'static str,
}

/// Says that `id` refers to nothing, and what was meant where that is clear.
///
/// Nothing is said where the row may be one that could not be read.
pub(super) fn unknown<'a, T>(
    context: &RuleContext<'_>,
    rule: &'static Rule,
    noun: &Noun,
    table: &'a Table<T>,
    targets: impl Iterator<Item = Target<'a>> + Clone,
    id: &Text,
) -> Option<Finding> {
    if table.may_hold(id) || id.value.is_empty() {
        return None;
    }
    // A row whose identifier is missing or malformed has a finding of its own, and is probably the one that is meant.
    let nameless = |target: &Target<'_>| target.id.value.is_empty() && slug(target.name).contains(&id.value);
    if targets.clone().any(|target| nameless(&target)) {
        return None;
    }
    let message = format!("{} `{}` non esiste", noun.with_article, id.value);
    let finding = Finding::new(rule, id.span, message).label(noun.unknown);
    let named = |target: &Target<'_>| {
        let names = std::iter::once(target.name).chain(target.aliases);
        names.into_iter().any(|name| fold(name) == fold(&id.value))
    };
    let same = targets.clone().find(named);
    // Another name of the row is certain, a near identifier nearly always.
    let mend = if same.is_some() { Fix::scalar } else { Fix::near };
    let meant = same.or_else(|| {
        let near = nearest(id, targets.clone().map(|target| target.id.value.as_str()))?;
        targets.clone().find(|target| target.id.value == near)
    });
    Some(match meant {
        Some(target) => {
            let written = context.sources.slice(id.span).trim_matches(['"', '\'']).to_owned();
            let fix = mend(context.sources.get(id.span.source), id.span, &written, target.id);
            finding
                .related(target.id.span, "il più vicino è definito qui")
                .help(format!("forse si intendeva `{}`", target.id.value))
                .fix(fix)
        }
        None => finding.help(known(noun, targets.map(|target| target.id.value.as_str()))),
    })
}

fn known<'a>(noun: &Noun, ids: impl Iterator<Item = &'a str>) -> String {
    let ids: Vec<&str> = ids.filter(|id| !id.is_empty()).collect();
    match ids.len() {
        0 => format!("in `{}` non ne è definito nessuno", noun.file),
        1..=12 => format!("quelli definiti in `{}` sono {}", noun.file, ids.join(", ")),
        _ => format!("gli identificativi possibili sono in `{}`", noun.file),
    }
}

//! References from one record to another: which there are, which lead nowhere, and what to say of these.
//!
//! Owns the search for what was meant by an identifier that does not exist. Each kind of reference has a rule of its own.

mod meaning;
mod named;
mod renamed;
mod several;

pub(super) use named::Named;

use super::rule_context::RuleContext;
use crate::diagnostic::{Finding, Rule};
use crate::model::{Edition, Graph, OfficeKind, OwnValue, Scope, Text, TrainingCode, counted_kind, slug};
use crate::source::Sources;
use crate::tables;
use meaning::{meaning, unexplained};
use named::Target;

/// The identifier of another record, where it is written.
#[derive(Clone, Copy)]
pub(super) struct Reference<'a> {
    named: Named,
    /// The identifier as it was read.
    pub(super) id: &'a Text,
    place: Place,
}

impl Reference<'_> {
    /// Whether it leads to an area or a service.
    pub(super) fn is_of_office(&self) -> bool {
        matches!(self.named, Named::Area | Named::Service)
    }
}

/// What may stand where a reference is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// One identifier.
    One,
    /// One, or a list of them.
    List,
    /// Whom a process concerns: a list under the key of teams or of services.
    Scope,
    /// A key, whose value is something else.
    Key,
}

/// Every reference of an edition that leads nowhere.
pub(super) fn unresolved<'a>(edition: &'a Edition, graph: &Graph<'_>) -> Vec<Reference<'a>> {
    let mut references = all(edition, graph);
    references.retain(|reference| !reference.named.is_known(edition, graph, &reference.id.value));
    references
}

/// Whether some reference to a kind of record leads nowhere.
pub(super) fn any_unresolved(context: &RuleContext<'_>, named: Named) -> bool {
    context.unresolved.iter().any(|reference| reference.named == named)
}

/// What is said of the references to one kind of record that lead nowhere.
pub(super) fn unknown(context: &RuleContext<'_>, rule: &'static Rule, named: Named) -> Vec<Finding> {
    let references = context.unresolved.iter().copied();
    // Each is held against every record to find what was meant; where very many lead nowhere, a whole table is missing.
    let explained = COMPARISONS / context.edition.teams.rows.len().max(1);
    let found = references
        .filter(|reference| reference.named == named)
        .enumerate()
        .filter_map(|(at, reference)| Some((reference, said(context, rule, reference, at < explained)?)));
    renamed::told_once(context, named, found.collect())
}

/// Nothing is said where the row may be one that could not be read.
/// How many records are looked at in all to find what the references that lead nowhere meant.
const COMPARISONS: usize = 300_000;

fn said(context: &RuleContext<'_>, rule: &'static Rule, reference: Reference<'_>, explain: bool) -> Option<Finding> {
    let Reference { named, id, .. } = reference;
    if named.may_be_unread(context.edition, &id.value) || id.value.is_empty() {
        return None;
    }
    // A row whose identifier is missing or malformed has a finding of its own, and is probably the one that is meant.
    let nameless = |target: &Target<'_>| {
        target.id.is_some_and(|id| id.value.is_empty()) && slug(target.name).contains(&slug(&id.value))
    };
    if named.targets(context.edition).iter().any(nameless) {
        return None;
    }
    let written = written(context.sources, id);
    let message = format!("{} `{written}` non esiste", named.with_article(context.edition));
    let meaning = if explain { meaning(context, reference, written) } else { unexplained(context, reference) };
    let mut finding =
        Finding::new(rule, id.span, message).label(named.unknown(context.edition)).help(meaning.help).fix(meaning.fix);
    if is_taken(context.edition, reference, &finding) {
        finding.fix = None;
    }
    if let Some((span, words)) = meaning.related {
        finding = finding.related(span, words);
    }
    Some(finding)
}

/// Whether the correction of a key would write one that stands beside it.
fn is_taken(edition: &Edition, reference: Reference<'_>, finding: &Finding) -> bool {
    let Some(fix) = finding.fix.as_ref().filter(|_| reference.place == Place::Key) else { return false };
    let mut modules = edition.training.groups.rows.iter().flat_map(|group| &group.modules);
    let is_own = |cell: &TrainingCode| cell.audience.span == reference.id.span;
    let own = modules.find(|module| module.cells.iter().any(is_own));
    own.is_some_and(|module| module.cells.iter().any(|cell| cell.audience.value == fix.replacement))
}

/// A reference as it stands in its file, without quotes; as it was read where it is written otherwise.
fn written<'a>(sources: &'a Sources, id: &'a Text) -> &'a str {
    let bare = sources.slice(id.span).trim_matches(['"', '\'']).trim();
    if slug(bare) == slug(&id.value) && !bare.contains('\n') { bare } else { &id.value }
}

fn all<'a>(edition: &'a Edition, graph: &Graph<'_>) -> Vec<Reference<'a>> {
    let mut references = Vec::new();
    let mut add = |named, place, id| references.push(Reference { named, id, place });
    for service in &edition.services.rows {
        service.area.iter().for_each(|id| add(Named::Area, Place::One, id));
        service.parent.iter().for_each(|id| add(Named::Service, Place::One, id));
    }
    for team in &edition.teams.rows {
        team.service.iter().for_each(|id| add(Named::Service, Place::One, id));
    }
    for process in &edition.processes.rows {
        process.areas.iter().for_each(|id| add(Named::Area, Place::List, id));
        process.software.iter().for_each(|id| add(Named::Program, Place::List, id));
        match &process.scope {
            Some(Scope::Teams(ids)) => ids.iter().for_each(|id| add(Named::Team, Place::Scope, id)),
            Some(Scope::Services(ids)) => ids.iter().for_each(|id| add(Named::Service, Place::Scope, id)),
            Some(Scope::Areas | Scope::Everyone(_)) | None => {}
        }
    }
    for row in &edition.adoption.rows.rows {
        // The people of a row without a team may have gone to a service.
        // A team that could not be read is one, too, unless a service has that name.
        let is_team =
            |id: &Text| graph.team(id).is_some() || edition.teams.may_hold(&id.value) && graph.service(id).is_none();
        let of_team = counted_kind(edition, row) == OfficeKind::Team;
        let named = |id: &Text| if of_team || is_team(id) { Named::Team } else { Named::Service };
        row.continues_in.iter().for_each(|id| add(named(id), Place::List, id));
    }
    for exclusion in &edition.exclusions.rows {
        exclusion.teams.iter().for_each(|id| add(Named::Team, Place::List, id));
    }
    for indicator in &edition.indicators.rows {
        indicator.teams.iter().for_each(|id| add(Named::Team, Place::List, id));
    }
    let modules = edition.training.groups.rows.iter().flat_map(|group| &group.modules);
    for cell in modules.flat_map(|module| &module.cells) {
        add(Named::Audience, Place::Key, &cell.audience);
    }
    for row in tables::rows(edition) {
        for entry in row.annotations.into_iter().flat_map(|annotations| &annotations.own) {
            if let OwnValue::References(target, ids) = &entry.value {
                for id in ids {
                    add(Named::from(*target), Place::List, id);
                }
            }
        }
    }
    references
}

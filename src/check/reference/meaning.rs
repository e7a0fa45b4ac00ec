use super::several::several;
use super::{Named, Place, Reference, Target};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Fix, Suggestion, nearest};
use crate::model::{fold, is_respelling, slug};
use crate::source::Span;

/// What was probably meant by a reference that leads nowhere, and what to do.
pub(super) struct Meaning {
    pub(super) help: String,
    pub(super) related: Option<(Span, &'static str)>,
    pub(super) fix: Option<Fix>,
}

impl Meaning {
    fn only(help: impl Into<String>) -> Self {
        Self { help: help.into(), related: None, fix: None }
    }
}

/// What was meant by `written`, from what is nearly certain to what is only possible.
pub(super) fn meaning(context: &RuleContext<'_>, reference: Reference<'_>, written: &str) -> Meaning {
    let targets = reference.named.targets(context.edition);
    by_name(context, reference, written, &targets)
        .or_else(|| everyone(context, reference, written))
        .or_else(|| several(context, reference, written).map(|(help, fix)| Meaning { help, related: None, fix }))
        .or_else(|| without_id(reference, written, &targets))
        .or_else(|| of_another_kind(context, reference, written))
        .or_else(|| near(context, reference, written, &targets))
        .unwrap_or_else(|| Meaning::only(known(context, reference.named, &targets)))
}

/// What is said where it is not asked what was meant.
pub(super) fn unexplained(context: &RuleContext<'_>, reference: Reference<'_>) -> Meaning {
    Meaning::only(known(context, reference.named, &reference.named.targets(context.edition)))
}

/// Whether a record has this identifier or name in another spelling.
pub(super) fn is_called(target: &Target<'_>, written: &str) -> bool {
    let id = target.id.is_some_and(|id| !id.value.is_empty() && slug(written) == id.value);
    id || std::iter::once(target.name).chain(target.aliases).any(|name| is_respelling(name, written))
}

/// The name of a record where its identifier is wanted.
fn by_name(
    context: &RuleContext<'_>,
    reference: Reference<'_>,
    written: &str,
    targets: &[Target<'_>],
) -> Option<Meaning> {
    let called = targets.iter().filter(|target| is_called(target, written)).filter_map(|target| target.id);
    let called: Vec<_> = called.filter(|id| !id.value.is_empty()).collect();
    let first = called.first()?;
    if called.iter().any(|id| id.value != first.value) {
        let ids: Vec<String> = called.iter().map(|id| format!("`{}`", id.value)).collect();
        return Some(Meaning::only(format!(
            "più d'uno si chiama così: scrivere l'identificativo, {}",
            ids.join(" o ")
        )));
    }
    let span = reference.id.span;
    let fix = Fix::scalar(context.sources.get(span.source), span, written, first);
    // A sign that no name has, such as an asterisk, may mean something. Who wrote an identifier wrote no name: it may be the record that is
    // called wrongly.
    let is_identifier = slug(written) == written && !is_respelling(first, written);
    let certain = !is_identifier && targets.iter().any(|target| is_called_just_so(target, written));
    let help = if is_identifier {
        format!("si chiama così la voce `{0}`: scrivere `{0}`, o correggere l'identificativo della voce", first.value)
    } else {
        format!("forse si intendeva `{}`", first.value)
    };
    let fix = if certain { fix } else { fix.map(Fix::guess) };
    Some(Meaning { help, related: Some((first.span, "il più vicino è definito qui")), fix })
}

fn is_called_just_so(target: &Target<'_>, written: &str) -> bool {
    let names = std::iter::once(target.name).chain(target.aliases).chain(target.id);
    names.into_iter().any(|name| is_respelling(name, written))
}

/// The word `tutti`, or one like it, where it has no meaning.
fn everyone(context: &RuleContext<'_>, reference: Reference<'_>, written: &str) -> Option<Meaning> {
    let word = fold(written);
    let all = matches!(word.split(' ').next(), Some("tutti" | "tutte" | "tutto" | "tutta" | "ogni"));
    let in_process = reference.place == Place::Scope;
    (all && in_process).then(|| {
        Meaning::only(
            context.say("per dire [tutti gli smart team] si scrive `smart_team: tutti`, e nient'altro accanto"),
        )
    })
}

/// A program that is on the list, but has no identifier.
fn without_id(reference: Reference<'_>, written: &str, targets: &[Target<'_>]) -> Option<Meaning> {
    let named = |target: &&Target<'_>| {
        target.id.is_none() && (fold(target.name) == fold(written) || slug(target.name) == slug(written))
    };
    let target = targets.iter().find(named).filter(|_| reference.named == Named::Program)?;
    let id = slug(target.name);
    let help = format!(
        "il programma «{}» è nell'elenco ma non ha un `id`: aggiungere `id: {id}` alla sua voce in `software.yaml`, e scrivere qui `{id}`",
        target.name.value
    );
    Some(Meaning { help, related: Some((target.name.span, "il programma senza `id` è qui")), fix: None })
}

/// The identifier or the name of a record of another kind.
fn of_another_kind(context: &RuleContext<'_>, reference: Reference<'_>, written: &str) -> Option<Meaning> {
    let offices = [Named::Service, Named::Team, Named::Area];
    let wanted = reference.named;
    let (other, target) =
        offices.into_iter().filter(|other| *other != wanted && offices.contains(&wanted)).find_map(|other| {
            let target = other.targets(context.edition).into_iter().find(|target| is_called(target, written))?;
            Some((other, target))
        })?;
    let id = target.id?;
    let is = format!("`{written}` è {}", other.one(context.edition));
    let help = match (reference.place, wanted, other) {
        (Place::Scope, Named::Team, Named::Service) => {
            context.fill("{}: scrivere `servizio: {}`, che comprende [tutti i suoi smart team]", &[&is, &id.value])
        }
        (Place::Scope, Named::Service, Named::Team) => format!("{is}: scrivere `smart_team: {}`", id.value),
        (_, Named::Team, _) => {
            format!("{is}, e qui ci vuole {}{}", wanted.one(context.edition), teams_of(context, other, &id.value))
        }
        _ => format!("{is}, e qui ci vuole {}", wanted.one(context.edition)),
    };
    Some(Meaning { help, related: Some((id.span, "è definito qui")), fix: None })
}

/// The smart teams of a service or of an area, for a message.
fn teams_of(context: &RuleContext<'_>, kind: Named, id: &str) -> String {
    let graph = context.graph;
    let rows = context.edition.teams.rows.iter().enumerate();
    let belongs = |team: usize| match kind {
        Named::Service => graph.team_service[team] == graph.service(id),
        _ => graph.team_area(team) == graph.area(id),
    };
    let ids: Vec<String> =
        rows.filter(|(team, _)| belongs(*team)).map(|(_, row)| format!("`{}`", row.id.value)).collect();
    match ids.len() {
        1 => format!(": il suo è {}", ids[0]),
        2..=12 => format!(": i suoi sono {}", ids.join(", ")),
        _ => String::new(),
    }
}

/// The identifier that is written nearly so.
fn near(context: &RuleContext<'_>, reference: Reference<'_>, written: &str, targets: &[Target<'_>]) -> Option<Meaning> {
    let ids = || targets.iter().filter_map(|target| target.id).filter(|id| !id.value.is_empty());
    let near = nearest(written, ids().map(|id| id.value.as_str()))
        .or_else(|| nearest(&slug(written), ids().map(|id| id.value.as_str())))?;
    let target = ids().find(|id| id.value == near)?;
    let Suggestion { help, fix } = Suggestion::new(context.sources, reference.id.span, written, near);
    Some(Meaning { help, related: Some((target.span, "il più vicino è definito qui")), fix })
}

fn known(context: &RuleContext<'_>, named: Named, targets: &[Target<'_>]) -> String {
    let ids = targets.iter().filter_map(|target| target.id).map(|id| id.value.as_str());
    let ids: Vec<&str> = ids.filter(|id| !id.is_empty()).collect();
    match ids.len() {
        0 if named == Named::Program => format!("in `{}` nessuno ha un `id`: aggiungerlo al programma", named.file()),
        0 => {
            let none = match named {
                Named::Area => "in `{}` non ne è [definita|area] [nessuna|area]",
                Named::Service => "in `{}` non ne è [definito|servizio] [nessuno|servizio]",
                Named::Team => "in `{}` non ne è [definito|smart team] [nessuno|smart team]",
                Named::Program | Named::Audience => "in `{}` non ne è definito nessuno",
            };
            context.fill(none, &[&named.file()])
        }
        1..=12 => {
            let all = match named {
                Named::Area => "[quelle|aree] [definite|aree] in `{}` sono {}",
                Named::Service => "[quelli|servizi] [definiti|servizi] in `{}` sono {}",
                Named::Team => "[quelli|+smart team] [definiti|+smart team] in `{}` sono {}",
                Named::Program | Named::Audience => "quelli definiti in `{}` sono {}",
            };
            context.fill(all, &[&named.file(), &ids.join(", ")])
        }
        _ => format!("gli identificativi possibili sono in `{}`", named.file()),
    }
}

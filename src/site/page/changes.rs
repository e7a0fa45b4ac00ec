mod others;

use super::Composed;
use crate::comparison::{Comparison, Field, Figure, Records};
use crate::model::{Concept, Edition, Gender, Number, capital, grouped_count};
use crate::routes::{Part, Section};
use crate::site::component::paging::Paging;
use crate::site::context::PageMeta;
use crate::site::context::{EditionContext, SiteContext, changes_title};
use crate::site::view::{Link, ProcessItem};
use crate::tables::{AREAS, SERVICES, TEAMS, TableDescription};
use crate::trouble::Trouble;
use others::{Other, others, recomputed};
use serde::Serialize;
use std::cmp::Ordering;

/// What is different from the edition before.
#[derive(Debug, Serialize)]
struct ChangesPage<'s> {
    earlier: &'s str,
    /// Whether the page has the beginning of every list.
    is_first: bool,
    paging: Option<Paging>,
    /// How many records differ, in words; nothing where none does.
    summary: Vec<String>,
    /// The figures that changed.
    figures: Vec<FigureView>,
    /// The others.
    same: Vec<FigureView>,
    /// Areas, services and teams, those without changes left out.
    offices: Vec<Offices>,
    /// What the organisation is made of: `Aree, servizi e smart team`.
    organisation: String,
    /// Whether those words are ours, which are masculine together.
    organisation_ours: bool,
    added: Vec<ProcessItem<'s>>,
    removed: Vec<Gone<'s>>,
    changed: Vec<Changed>,
    /// Whether organisation and processes are the same.
    nothing: bool,
    /// The other tables, the settings and the chapters, those without changes left out.
    others: Vec<Other>,
    /// The paragraphs of the chapters in which only figures that come from the data differ.
    recomputed: Vec<Changed>,
}

/// A figure with its difference, signed.
#[derive(Debug, Serialize)]
struct FigureView {
    label: String,
    before: usize,
    after: usize,
    difference: String,
}

#[derive(Debug, Serialize)]
struct Offices {
    id: &'static str,
    title: String,
    added: Vec<Link>,
    removed: Vec<Link>,
    changed: Vec<Changed>,
}

/// A process that is no longer there.
#[derive(Debug, Serialize)]
struct Gone<'s> {
    /// Its code, or its name where it has none.
    link: Link,
    /// Its name beside its code.
    name: Option<&'s str>,
}

/// A record that is there in both editions.
#[derive(Debug, Serialize)]
struct Changed {
    link: Link,
    name: Option<String>,
    fields: Vec<FieldView>,
}

#[derive(Debug, Serialize)]
struct FieldView {
    label: String,
    before: Vec<String>,
    after: Vec<String>,
}

/// The link to the page of an office, by its row.
type OfficeLink = fn(&EditionContext<'_>, usize) -> Link;

pub(super) fn compose<'s>(
    site: &'s SiteContext<'_>,
    later: &'s EditionContext<'_>,
    part: Part,
) -> Result<Composed<'s>, Trouble> {
    let earlier = &site.editions[later.number.saturating_sub(1)];
    let comparison = site.compared(later.number);
    let processes = &comparison.processes;
    let all = figure_views(comparison).into_iter().filter(|_| part.is_first());
    let (same, figures) = all.partition(|figure| figure.before == figure.after);
    let page = ChangesPage {
        earlier: earlier.edition.id.as_str(),
        is_first: part.is_first(),
        paging: Paging::of_lists(part, &Section::Changes.path()),
        summary: if part.is_first() { summary(later, comparison, &organisation(earlier, later)) } else { Vec::new() },
        figures,
        same,
        offices: offices(earlier, later, comparison, part),
        organisation: organisation(earlier, later),
        organisation_ours: !has_own_offices(later),
        added: part.of(&processes.added).iter().map(|row| later.process_item(*row)).collect(),
        removed: part.of(&processes.removed).iter().map(|row| gone(earlier, *row)).collect(),
        changed: part
            .of(&processes.changed)
            .iter()
            .map(|change| {
                let process = &later.edition.processes.rows[change.after];
                let link = Link::to(process.label(), later.process_path(change.after));
                let name = process.code().map(|_| process.name.value.clone());
                Changed { name, ..changed(&change.fields, link) }
            })
            .collect(),
        nothing: part.is_first() && comparison.is_empty(),
        others: others(comparison, part),
        recomputed: recomputed(comparison, part),
    };
    let title = changes_title(earlier.edition);
    let description = format!(
        "{title}: cifre, organizzazione e {} del documento «{}», edizione {}.",
        later.edition.model.words.say("[processi]"),
        later.edition.title.value,
        later.edition.id.as_str()
    );
    let meta = PageMeta { title, ..PageMeta::of_section(later, Section::Changes, description) };
    Ok((meta, Box::new(page), "cambiamenti.html"))
}

/// How many records differ: the processes, then the offices.
fn summary(later: &EditionContext<'_>, comparison: &Comparison, organisation: &str) -> Vec<String> {
    let offices = [&comparison.areas, &comparison.services, &comparison.teams];
    let words = &later.edition.model.words;
    let of = |concept| words.own(concept).and_then(|noun| noun.gender(Number::Many));
    let processes = of(Concept::Process).unwrap_or(Gender::Masculine);
    let others = others(comparison, Part::WHOLE);
    if comparison.is_empty() && others.is_empty() {
        return Vec::new();
    }
    vec![
        counted(words.say("[Processi]"), Some(processes), &[&comparison.processes]),
        counted(organisation, (!has_own_offices(later)).then_some(Gender::Masculine), &offices),
        others::counted(&others),
    ]
}

/// Whether kinds of office have words of the administration's own: together they may be of any gender, and nothing agrees with them.
fn has_own_offices(context: &EditionContext<'_>) -> bool {
    let words = &context.edition.model.words;
    [Concept::Area, Concept::Service, Concept::Team].into_iter().any(|concept| words.has_own(concept))
}

/// The kinds of office that one of the two editions has.
fn organisation(earlier: &EditionContext<'_>, later: &EditionContext<'_>) -> String {
    let has = |there: fn(&Edition) -> bool| there(earlier.edition) || there(later.edition);
    let kinds = [
        (has(Edition::has_areas), "[aree]"),
        (has(Edition::has_services), "[servizi]"),
        (has(Edition::has_teams), "[+smart team]"),
    ];
    let names: Vec<&str> = kinds
        .into_iter()
        .filter(|(is_there, _)| *is_there)
        .map(|(_, name)| later.edition.model.words.say(name))
        .collect();
    let said = match names.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} e {last}", first.join(", ")),
        other => other.concat(),
    };
    if said.is_empty() { "Uffici".to_owned() } else { capital(&said) }
}

fn counted(what: &str, gender: Option<Gender>, records: &[&Records]) -> String {
    let sum = |of: fn(&Records) -> usize| records.iter().map(|records| of(records)).sum::<usize>();
    let (new, changed) = match gender {
        Some(Gender::Masculine) => (["nuovo", "nuovi"], ["cambiato", "cambiati"]),
        Some(Gender::Feminine) => (["nuova", "nuove"], ["cambiata", "cambiate"]),
        None => (["in più", "in più"], ["con differenze", "con differenze"]),
    };
    let counts = [
        (sum(|records| records.added.len()), new),
        (sum(|records| records.removed.len()), ["non più presente", "non più presenti"]),
        (sum(|records| records.changed.len()), changed),
    ];
    let said = counts.into_iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> =
        said.map(|(count, [one, many])| format!("{count} {}", if count == 1 { one } else { many })).collect();
    let said = if said.is_empty() { "nessuna differenza".to_owned() } else { said.join(", ") };
    format!("{what}: {said}.")
}

fn figure_views(comparison: &Comparison) -> Vec<FigureView> {
    let view = |figure: &Figure| FigureView {
        label: figure.label.clone(),
        before: figure.before,
        after: figure.after,
        difference: match figure.after.cmp(&figure.before) {
            Ordering::Equal => "nessuna".to_owned(),
            Ordering::Greater => format!("+{}", grouped_count((figure.after - figure.before) as u64)),
            Ordering::Less => format!("−{}", grouped_count((figure.before - figure.after) as u64)),
        },
    };
    comparison.figures.iter().map(view).collect()
}

fn offices(
    earlier: &EditionContext<'_>,
    later: &EditionContext<'_>,
    comparison: &Comparison,
    part: Part,
) -> Vec<Offices> {
    let kinds: [(&TableDescription, _, OfficeLink); 3] = [
        (&AREAS, &comparison.areas, |context, row| context.area_link(row)),
        (&SERVICES, &comparison.services, |context, row| context.service_link(row)),
        (&TEAMS, &comparison.teams, |context, row| context.team_link(row)),
    ];
    let kinds = kinds.into_iter().filter(|(_, records, _)| !records.is_empty());
    kinds
        .map(|(table, records, link)| Offices {
            id: table.name,
            title: table.data_title(later.edition).to_owned(),
            added: part.of(&records.added).iter().map(|row| link(later, *row)).collect(),
            removed: part.of(&records.removed).iter().map(|row| abroad(earlier, link(earlier, *row))).collect(),
            changed: part
                .of(&records.changed)
                .iter()
                .map(|change| changed(&change.fields, link(later, change.after)))
                .collect(),
        })
        .filter(|kind: &Offices| !(kind.added.is_empty() && kind.removed.is_empty() && kind.changed.is_empty()))
        .collect()
}

fn changed(fields: &[Field], link: Link) -> Changed {
    let view = |field: &Field| FieldView {
        label: field.label.clone(),
        before: field.before.clone(),
        after: field.after.clone(),
    };
    Changed { link, name: None, fields: fields.iter().map(view).collect() }
}

fn gone<'s>(context: &'s EditionContext<'_>, row: usize) -> Gone<'s> {
    let process = &context.edition.processes.rows[row];
    let link = Link::to(process.label(), context.process_path(row));
    Gone { link: abroad(context, link), name: process.code().map(|_| process.name.value.as_str()) }
}

/// A link to a page of another edition, from the folder of this one; the name alone where that page is not made.
fn abroad(context: &EditionContext<'_>, link: Link) -> Link {
    let made = link.path.filter(|path| context.is_published(path));
    Link { path: made.map(|path| format!("../{}/{path}", context.edition.id.as_str())), ..link }
}

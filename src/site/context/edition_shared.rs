//! What header and footer of the pages show of an edition: made once for each.

use crate::model::{Approval, Concept, Edition, EditionState, Keyword, Status, WordForms};
use crate::output::size;
use crate::routes::{PrintPage, Section};
use crate::site::address;
use crate::site::context::EditionContext;
use crate::site::escape::escaped_text;
use crate::site::view::{Day, Link, PaperItem};
use crate::tables::{PROCESSES, SERVICES, TEAMS};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use tera::Value;

/// An act in one line.
#[derive(Debug, Serialize)]
struct Act {
    text: String,
    address: Option<String>,
}

/// What every page of an edition shows.
#[derive(Debug, Serialize)]
pub(in crate::site) struct EditionShared<'a> {
    id: &'a str,
    title: &'a str,
    annex: &'a str,
    plan: &'a str,
    /// `allegato 2A del Piano…`
    annex_of_plan: String,
    section: &'a str,
    /// What is said of its state on every page: that it is in preparation, still to come, or past.
    remark: Option<&'static str>,
    /// What is printed across every page: draft or proposal.
    band: Option<&'static str>,
    /// Its state of approval in words.
    status: &'static str,
    approval: Option<String>,
    approval_address: Option<String>,
    /// The acts that changed it later, with their addresses.
    later_acts: Vec<Act>,
    updated: Option<Day>,
    published: Option<Day>,
    public_until: Option<Day>,
    data: Option<OpenData>,
    /// The PDF of the whole annex, where there is one.
    pdf: Option<PaperItem>,
    /// The whole annex as a Word document, where there is one.
    word: Option<PaperItem>,
    /// The document that was approved, where it is published.
    approved: Option<PaperItem>,
    nav: Vec<NavItem>,
    /// The pages that share an entry of the menu, for each that has several.
    groups: Vec<MenuGroup>,
    /// Whether it has a glossary to which terms lead.
    glossary: bool,
    /// What it calls the things of which it speaks, by the keys of `parole`.
    words: BTreeMap<&'static str, BTreeMap<String, Value>>,
    /// What its table of processes is called, after an article.
    process_table: Cow<'static, str>,
    /// What it is made of: what it does not have is nowhere spoken of.
    has: Parts,
    /// The page that compares it with the edition before.
    changes: Option<Link>,
    /// Whether no edition of the site comes before it.
    first: bool,
    /// The style of the pages made for paper, from the folder of the edition.
    sheet: String,
}

/// Of what an edition is made: whether it has areas, services, teams, and some columns of which many pages speak; whether it calls by our
/// word what an adjective of ours, or a sentence on what it means, would stand beside.
type Parts = BTreeMap<&'static str, bool>;

/// The open data of an edition, together.
#[derive(Debug, Serialize)]
struct OpenData {
    /// How many files.
    count: usize,
    size: String,
}

/// An entry of the edition's navigation.
#[derive(Debug, Serialize)]
struct NavItem {
    key: &'static str,
    /// The sections of pages that belong to it.
    sections: Vec<&'static str>,
    name: String,
    path: String,
}

/// The pages that share an entry of the menu.
#[derive(Debug, Serialize)]
struct MenuGroup {
    name: String,
    /// The sections of the pages among which they are offered.
    sections: Vec<&'static str>,
    items: Vec<NavItem>,
}

impl MenuGroup {
    /// Those of the entry of a section; `None` where there is one page at most.
    fn of(context: &EditionContext<'_>, whole: Section) -> Option<Self> {
        let edition = context.edition;
        let own = |section: &Section| *section == whole || section.entry().menu_of == Some(whole);
        let name = |section: Section| {
            let menu = section.menu(edition).filter(|_| section != whole);
            menu.unwrap_or_else(|| section.short(edition))
        };
        let items: Vec<_> = context.sections().filter(own).map(|section| NavItem::of(section, name(section))).collect();
        let sections = items.iter().map(|item| item.key).collect();
        (items.len() > 1).then(|| Self { name: whole.menu(edition).unwrap_or_default().to_owned(), sections, items })
    }
}

impl NavItem {
    /// The entry of a section.
    fn of(section: Section, name: &str) -> Self {
        let key = section.entry().folder;
        Self { key, sections: vec![key], name: name.to_owned(), path: section.path() }
    }

    /// The entry in the menu that leads to a section: its own, which is that of others, too, or that of a section which the edition does
    /// not have, where this is the first of those others. `None` if it has none.
    fn in_menu(context: &EditionContext<'_>, section: Section) -> Option<Self> {
        let whole = section.entry().menu_of.unwrap_or(section);
        let of_whole = |other: &Section| *other == whole || other.entry().menu_of == Some(whole);
        let first = if context.has_section(whole) { Some(whole) } else { context.sections().find(of_whole) };
        let mut item = Self::of(section, whole.menu(context.edition).filter(|_| first == Some(section))?);
        let others = Section::ALL.iter().filter(|other| **other != section && of_whole(other));
        item.sections.extend(others.map(|other| other.entry().folder));
        Some(item)
    }
}

impl<'a> EditionShared<'a> {
    /// What the pages show of this edition in its state; `earlier` is the one before.
    pub(in crate::site) fn of(context: &EditionContext<'a>, state: EditionState, earlier: Option<&Edition>) -> Self {
        let edition = context.edition;
        let id = edition.id.as_str();
        Self {
            id,
            title: &edition.title.value,
            annex: &edition.annex.value,
            plan: &edition.plan.value,
            annex_of_plan: edition.annex_of_plan(),
            section: &edition.section.value,
            remark: state.remark(),
            band: edition.status.as_ref().and_then(|status| band(status.value)),
            status: edition.status.as_ref().map_or("non indicato", |status| status.value.keyword()),
            approval: approval(&edition.approval),
            approval_address: edition.approval.url.as_ref().and_then(|url| address::web(&url.value)),
            later_acts: edition.later_acts.iter().filter_map(Act::of).collect(),
            updated: edition.updated.as_ref().map(|date| date.value.into()),
            published: edition.published.as_ref().map(|date| date.value.into()),
            public_until: edition.public_until().map(Day::from),
            data: data(context),
            pdf: context.pdf_of(PrintPage::Annex),
            word: context.word(),
            approved: context.approved(),
            nav: nav(context),
            groups: [Section::Areas, Section::Data].iter().filter_map(|whole| MenuGroup::of(context, *whole)).collect(),
            glossary: context.terms.is_some(),
            words: word_forms(edition),
            process_table: edition.process_table(),
            has: parts(context),
            changes: earlier
                .filter(|_| context.has_section(Section::Changes))
                .map(|earlier| Link::to(changes_title(earlier), Section::Changes.path())),
            first: earlier.is_none(),
            sheet: PrintPage::style_path(),
        }
    }
}

/// The forms of the words, safe in texts and between double quotes; an apostrophe stands as the templates write their own.
fn word_forms(edition: &Edition) -> BTreeMap<&'static str, BTreeMap<String, Value>> {
    let safe = |form: String| Value::safe_string(&escaped_text(&form).replace('"', "&quot;"));
    let forms = |forms: WordForms| forms.into_iter().map(|(name, form)| (name, safe(form))).collect();
    edition.model.words.forms().into_iter().map(|(key, words)| (key, forms(words))).collect()
}

fn parts(context: &EditionContext<'_>) -> Parts {
    let edition = context.edition;
    let is_ours = |concept| !edition.model.words.has_own(concept);
    BTreeMap::from([
        ("our_services", is_ours(Concept::Service)),
        ("our_teams", is_ours(Concept::Team)),
        ("our_processes", is_ours(Concept::Process)),
        ("our_smartability", is_ours(Concept::Smartability)),
        ("our_risk", is_ours(Concept::Risk)),
        ("areas", edition.has_areas()),
        ("services", edition.has_services()),
        ("teams", edition.has_teams()),
        ("prefixes", context.columns.shows(&SERVICES, "prefisso")),
        ("codes", context.columns.shows(&PROCESSES, "codice")),
        ("risk", context.columns.shows(&PROCESSES, "rischio")),
        ("team_smartability", context.columns.shows(&TEAMS, "smartabilita")),
    ])
}

/// The title of the page that compares with this edition.
pub(in crate::site) fn changes_title(earlier: &Edition) -> String {
    format!("Cosa cambia rispetto al {}", earlier.id.as_str())
}

pub(super) fn band(status: Status) -> Option<&'static str> {
    match status {
        Status::Draft => Some("Bozza"),
        Status::Proposed => Some("Proposta"),
        Status::Approved => None,
    }
}

impl Act {
    fn of(act: &Approval) -> Option<Self> {
        Some(Self { text: approval(act)?, address: act.url.as_ref().and_then(|url| address::web(&url.value)) })
    }
}

/// The act of approval in one line; nothing where no part of it is known.
fn approval(approval: &Approval) -> Option<String> {
    let number = approval.number.as_ref().map(|number| format!("n. {}", number.value));
    let date = approval.date.as_ref().map(|date| date.value.of());
    let act = approval.act.as_ref().map(|act| act.value.clone());
    let body = approval.body.as_ref().map(|body| body.value.clone());
    let act: Vec<String> = [act, number, date].into_iter().flatten().collect();
    let parts: Vec<String> = [body, (!act.is_empty()).then(|| act.join(" "))].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The open data; nothing where the site has none, or no page that lists them.
fn data(context: &EditionContext<'_>) -> Option<OpenData> {
    let files = &context.files.data;
    let shown = !files.is_empty() && context.has_section(Section::Data);
    let total: usize = files.iter().map(crate::open_data::File::size).sum();
    shown.then(|| OpenData { count: files.len(), size: size(total as u64) })
}

fn nav(context: &EditionContext<'_>) -> Vec<NavItem> {
    let item = |key, name, path| NavItem { key, sections: vec![key], name, path };
    let summary = item("sintesi", "In sintesi".to_owned(), "index.html".to_owned());
    let first = (!context.edition.chapters.is_empty())
        .then(|| item("documento", "Documento".to_owned(), context.chapter_path(0)));
    // A theme may render some kinds of page only.
    let own = [Some(summary), first].into_iter().flatten().filter(|item| context.is_published(&item.path));
    own.chain(context.sections().filter_map(|section| NavItem::in_menu(context, section))).collect()
}

use super::template_tags::{Tag, piece};
use crate::routes::PageKind;
use std::collections::{BTreeMap, BTreeSet};

/// The template of the sheet that goes with an archive: it is no page of a site, and every theme has it.
const COVER_SHEET: &str = "leggimi.html";

/// Which templates of a theme something is made of.
pub(super) struct Used<'t> {
    /// Those that are needed at all: what is wrong in the others hinders nothing.
    pub(super) templates: BTreeSet<&'t str>,
    /// Those of the pages of its site.
    pub(super) by_pages: BTreeSet<&'t str>,
}

/// The templates that a theme needs to render the pages of some kinds only, of all that it has, each with its tags. `None` = all kinds: then
/// each of its templates is needed.
///
/// A template called like a kind of page is for that kind; it needs those on which it stands, those that stand in it, and those that hold
/// the pieces which it calls.
pub(super) fn used<'n>(templates: &BTreeMap<&'n str, Vec<Tag<'n>>>, pages: Option<&BTreeSet<PageKind>>) -> Used<'n> {
    let looked_at: BTreeMap<&str, Names<'_>> = templates.iter().map(|(name, tags)| (*name, Names::of(tags))).collect();
    let mut homes: BTreeMap<&str, &'n str> = BTreeMap::new();
    for (template, names) in &looked_at {
        homes.extend(names.pieces.iter().map(|piece| (*piece, *template)));
    }
    let from = |first: Vec<&'n str>| {
        let mut found = first;
        let mut used = BTreeSet::new();
        while let Some(template) = found.pop() {
            let Some(names) = looked_at.get(template) else { continue };
            if used.insert(template) {
                found.extend(
                    names.templates.iter().filter_map(|name| templates.get_key_value(name)).map(|(name, _)| *name),
                );
                found.extend(names.calls.iter().filter_map(|piece| homes.get(piece)));
            }
        }
        used
    };
    let is_of_page = |template: &&str| {
        let kind = template.strip_suffix(".html").and_then(PageKind::named);
        kind.is_some_and(|kind| pages.is_none_or(|pages| pages.contains(&kind)))
    };
    let first: Vec<&str> = templates.keys().copied().filter(is_of_page).collect();
    let by_pages = from(first);
    let sheet = templates.get_key_value(COVER_SHEET).map(|(name, _)| *name);
    let templates = match pages {
        Some(_) => by_pages.union(&from(sheet.into_iter().collect())).copied().collect(),
        None => templates.keys().copied().collect(),
    };
    Used { templates, by_pages }
}

/// What a template names.
struct Names<'t> {
    /// The templates on which it stands, and those that stand in it.
    templates: Vec<&'t str>,
    /// The pieces that it holds.
    pieces: Vec<&'t str>,
    /// The pieces that it may call.
    calls: Vec<&'t str>,
}

impl<'t> Names<'t> {
    fn of(tags: &[Tag<'t>]) -> Self {
        let others = tags.iter().filter(|tag| matches!(tag.word(), "extends" | "include" | "import"));
        let quoted = others.filter_map(|tag| tag.rest().strip_prefix(['"', '\'', '`']));
        Self {
            templates: quoted.filter_map(|rest| rest.split(['"', '\'', '`']).next()).collect(),
            pieces: tags.iter().filter(|tag| tag.word() == "component").map(|tag| piece(tag.rest())).collect(),
            calls: tags.iter().flat_map(calls).collect(),
        }
    }
}

/// The names behind each `<` of a tag; what is only smaller than something else is among them.
fn calls<'t>(tag: &Tag<'t>) -> Vec<&'t str> {
    let text = tag.text;
    tag.signs().filter(|(_, c)| *c == '<').map(|(at, _)| piece(&text[at + 1..])).collect()
}

#[cfg(test)]
mod tests {
    use super::super::template_tags::tags;
    use super::*;

    #[test]
    fn what_no_page_needs_is_left_out() {
        let templates = [
            ("base.html", "{% include \"capo.html\" %}"),
            ("capo.html", ""),
            ("leggimi.html", "{{ <vie.via /> }}"),
            ("pezzi.html", "{% component p(a) %}{% if a <q %}{% endif %}{% endcomponent p %}"),
            ("altri.html", "{% component q() %}{{ <p a={1} /> }}{% endcomponent q %}"),
            ("vie.html", "{% component vie.via() %}{% endcomponent vie.via %}"),
            ("muti.html", "{% component muto() %}{{ {% endcomponent muto %}"),
            ("processi.html", "{% extends \"base.html\" %}{% include \"filtri.html\" %}"),
            ("filtri.html", "{{ "),
            ("processo.html", "{% extends \"base.html\" %}{% set x = <p a={2} /> %}"),
        ];
        let templates: BTreeMap<&str, Vec<Tag<'_>>> = templates.map(|(name, text)| (name, tags(text))).into();
        let of = |pages: Option<&[PageKind]>| {
            let pages = pages.map(|pages| pages.iter().copied().collect());
            let Used { templates, by_pages } = used(&templates, pages.as_ref());
            [templates, by_pages].map(|some| some.into_iter().collect::<Vec<_>>().join(" "))
        };
        let [all, by_pages] = of(None);
        assert_eq!(all.split(' ').count(), templates.len());
        assert_eq!(by_pages, "altri.html base.html capo.html filtri.html pezzi.html processi.html processo.html");
        let [all, by_pages] = of(Some(&[PageKind::Process]));
        assert_eq!(all, "altri.html base.html capo.html leggimi.html pezzi.html processo.html vie.html");
        assert_eq!(by_pages, "altri.html base.html capo.html pezzi.html processo.html");
        assert_eq!(of(Some(&[])), ["leggimi.html vie.html", ""]);
    }
}

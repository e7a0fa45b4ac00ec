use super::template_tags::tags;
use crate::routes::PageKind;
use std::collections::{BTreeMap, BTreeSet};

/// The templates that a theme needs to render the pages of some kinds only (`None` = all): the others are not looked at, so that what is
/// wrong in them hinders no page that is made.
///
/// A template called like a kind of page is for that kind alone. One that stands inside others is needed where one of those is; one that
/// stands in no other, such as a file of components, always.
pub(super) fn used<'t>(
    templates: &'t BTreeMap<&str, std::borrow::Cow<'_, str>>,
    pages: Option<&BTreeSet<PageKind>>,
) -> BTreeSet<&'t str> {
    let Some(pages) = pages else { return templates.keys().copied().collect() };
    let others: BTreeMap<&str, Vec<&str>> = templates.iter().map(|(name, text)| (*name, others(text))).collect();
    let inside: BTreeSet<&str> = others.values().flatten().copied().collect();
    let is_first = |name: &str| match name.strip_suffix(".html").and_then(PageKind::named) {
        Some(kind) => pages.contains(&kind),
        None => !inside.contains(name),
    };
    let mut found: Vec<&str> = templates.keys().copied().filter(|name| is_first(name)).collect();
    let mut used = BTreeSet::new();
    while let Some(name) = found.pop() {
        if templates.contains_key(name) && used.insert(name) {
            found.extend(others.get(name).into_iter().flatten());
        }
    }
    used
}

/// The templates that one names: those on which it stands, and those that stand in it.
fn others(text: &str) -> Vec<&str> {
    let named = tags(text).into_iter().filter(|tag| matches!(tag.word(), "extends" | "include" | "import"));
    let quoted = named.filter_map(|tag| tag.rest().strip_prefix(['"', '\'', '`']));
    quoted.filter_map(|rest| rest.split(['"', '\'', '`']).next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    #[test]
    fn what_no_page_needs_is_left_out() {
        let templates = [
            ("base.html", "{% include \"capo.html\" %}"),
            ("capo.html", ""),
            ("pezzi.html", "{% component p() %}{% endcomponent p %}"),
            ("processi.html", "{% extends \"base.html\" %}{% include \"filtri.html\" %}"),
            ("filtri.html", "{{ "),
            ("processo.html", "{% extends \"base.html\" %}"),
        ];
        let templates: BTreeMap<&str, Cow<'_, str>> = templates.map(|(name, text)| (name, text.into())).into();
        let of = |pages: Option<&[PageKind]>| {
            let pages = pages.map(|pages| pages.iter().copied().collect());
            used(&templates, pages.as_ref()).into_iter().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(of(None).split(' ').count(), templates.len());
        assert_eq!(of(Some(&[PageKind::Process])), "base.html capo.html pezzi.html processo.html");
        assert_eq!(of(Some(&[])), "pezzi.html");
    }
}

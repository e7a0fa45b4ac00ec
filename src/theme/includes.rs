use super::template_tags::Tag;
use std::collections::BTreeMap;

/// How many templates may be inside each other.
const DEEPEST: usize = 8;

/// Of some templates with their tags, one inside which too many others stand, each inside the one before; circles are told by the library.
pub(super) fn too_deep<'n>(templates: &BTreeMap<&'n str, Vec<Tag<'_>>>) -> Option<&'n str> {
    let included: BTreeMap<&str, Vec<&str>> = templates
        .iter()
        .map(|(name, tags)| (*name, tags.iter().filter_map(|tag| include(tag.word(), tag.rest())).collect()))
        .collect();
    // How deep each is at least grows by one a round: after so many rounds only circles and what is too deep still grow.
    let mut depths: BTreeMap<&str, usize> = templates.keys().map(|name| (*name, 0)).collect();
    for _ in 0..=DEEPEST {
        let deeper = |name: &&str| {
            let inner = included.get(name).into_iter().flatten().filter_map(|inner| depths.get(inner)).max();
            inner.map_or(0, |depth| depth + 1)
        };
        depths = templates.keys().map(|name| (*name, deeper(name))).collect();
    }
    depths.into_iter().find(|(_, depth)| *depth > DEEPEST).map(|(name, _)| name)
}

/// The name of the template that an instruction puts in.
fn include<'t>(word: &str, rest: &'t str) -> Option<&'t str> {
    let quoted = rest.strip_prefix(['"', '\'', '`']).filter(|_| word == "include")?;
    quoted.split(['"', '\'', '`']).next()
}

#[cfg(test)]
mod tests {
    use super::super::template_tags::tags;
    use super::*;

    #[test]
    fn templates_inside_each_other_are_counted() {
        let chain = |length: usize| {
            let names: Vec<String> = (0..=length).map(|number| format!("t{number}")).collect();
            let texts: Vec<String> = (1..=length).map(|number| format!("{{% include \"t{number}\" %}}")).collect();
            let templates = names.iter().zip(texts.iter().map(String::as_str).chain([""]));
            too_deep(&templates.map(|(name, text)| (name.as_str(), tags(text))).collect()).map(str::to_owned)
        };
        assert_eq!(chain(DEEPEST), None);
        assert_eq!(chain(DEEPEST + 1).as_deref(), Some("t0"));
    }
}

use super::package::{Package, parse};
use crate::trouble::Trouble;
use std::collections::BTreeMap;

/// What a part refers to.
#[derive(Debug, Default)]
pub(super) struct Relations {
    /// Identifier → kind and target.
    all: BTreeMap<String, (String, String)>,
}

impl Relations {
    /// Those of a part; those of the package without a name.
    pub(super) fn of(package: &Package<'_>, part: &str) -> Result<Self, Trouble> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = format!("{folder}/_rels/{file}.rels");
        let Some(text) = package.part(name.trim_start_matches('/'))? else { return Ok(Self::default()) };
        let xml = parse(&package.shown, &text)?;
        let all = xml.root_element().children().filter_map(|node| {
            let kind = node.attribute("Type")?.rsplit('/').next()?.to_owned();
            Some((node.attribute("Id")?.to_owned(), (kind, node.attribute("Target")?.to_owned())))
        });
        Ok(Self { all: all.collect() })
    }

    /// The target with an identifier.
    pub(super) fn target(&self, id: &str) -> Option<&str> {
        self.all.get(id).map(|(_, target)| target.as_str())
    }

    /// The target of a kind.
    pub(super) fn of_type(&self, kind: &str) -> Option<&str> {
        self.all.values().find(|(own, _)| own == kind).map(|(_, target)| target.as_str())
    }
}

/// A target as the name of a part, seen from the folder of the main part.
pub(super) fn part_name(main: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

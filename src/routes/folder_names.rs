use crate::model::slug;
use std::collections::HashSet;

/// The name of the folder of each row of a table: its identifier where that is safe as one, a plain form of it otherwise; never twice the same.
pub(super) fn folder_names<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    folder_names_besides(&[], ids)
}

/// The same, where some names are those of other pages.
pub(super) fn folder_names_besides<'a>(others: &[&str], ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken: HashSet<String> = others.iter().map(|name| (*name).to_owned()).collect();
    let mut names = Vec::new();
    for id in ids {
        let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        let base = if !id.is_empty() && id.chars().all(safe) { id.to_owned() } else { slug(id) };
        let base = if base.is_empty() { "senza-nome".to_owned() } else { base };
        let mut name = base.clone();
        let mut number = 1;
        while !taken.insert(name.clone()) {
            number += 1;
            name = format!("{base}-{number}");
        }
        names.push(name);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_safe_and_never_the_same() {
        let names = folder_names(["linfa", "../x", "linfa", "500/1/B", ""].into_iter());
        assert_eq!(names, ["linfa", "x", "linfa-2", "500-1-b", "senza-nome"]);
        assert_eq!(folder_names_besides(&["uno"], ["uno"].into_iter()), ["uno-2"]);
    }
}

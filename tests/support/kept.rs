//! What a certain correction keeps: every word character that was written, or its equal, every sign that may mean something, and
//! every record to which a reference led.

use piao::fix::CorrectedFile;
use piao::load::Loaded;
use piao::model::{Edition, Graph, Scope, Text, fold, latin};
use std::collections::BTreeMap;

/// Signs that call a note or tell a doubt.
const SIGNS: [char; 6] = ['*', '?', '†', '§', '°', '²'];

/// Letters that were read in the wrong encoding, and what they were.
const HALVES: [(&str, &str); 7] =
    [("Ã\u{a0}", "à"), ("Ã\u{ad}", "í"), ("Ã¨", "è"), ("Ã\u{88}", "È"), ("â€™", "’"), ("â€", "â€"), ("\u{92}", "’")];

/// Every line keeps its letters, digits and signs.
pub fn every_letter(files: &[CorrectedFile]) {
    for file in files {
        for (old, new) in file.before.split('\n').zip(file.after.split('\n')) {
            let (had, has) = (counts(old), counts(new));
            let lost: Vec<_> = had.iter().filter(|(c, times)| has.get(c).copied().unwrap_or(0) < **times).collect();
            assert!(lost.is_empty(), "{lost:?} lost in {}:\n{old}\n{new}", file.path);
        }
    }
}

/// How often each letter, each digit and each sign stands in a line; a doubled letter counts once, a spelling like another.
fn counts(line: &str) -> BTreeMap<char, usize> {
    let line = HALVES.iter().fold(line.to_owned(), |line, (wrong, right)| line.replace(wrong, right));
    let mut counts = BTreeMap::new();
    let mut last = None;
    for c in fold(&latin(&line)).chars() {
        if c.is_ascii_digit() || (c != ' ' && last != Some(c)) {
            *counts.entry(c).or_insert(0) += 1;
        }
        last = Some(c);
    }
    for sign in line.chars().filter(|c| SIGNS.contains(c)) {
        *counts.entry(sign).or_insert(0) += 1;
    }
    counts
}

/// Every reference that led somewhere leads there still.
pub fn every_reference(before: &Loaded, after: &Loaded) {
    let had = references(before);
    let mut has = references(after);
    for reference in had {
        let place = has.iter().position(|other| *other == reference);
        assert!(
            place.is_some(),
            "{reference:?} is not among {:#?}",
            has.iter().filter(|(path, line, _)| (path, line) == (&reference.0, &reference.1)).collect::<Vec<_>>()
        );
        has.swap_remove(place.expect("a place"));
    }
}

/// Path, line and identifier of every reference that leads to a record.
fn references(loaded: &Loaded) -> Vec<(String, usize, String)> {
    let place = |id: &Text| {
        let source = loaded.sources.get(id.span.source);
        (source.path().to_owned(), source.position(id.span.start as usize).line, id.value.clone())
    };
    loaded.annex.editions.iter().flat_map(resolved).map(place).collect()
}

fn resolved(edition: &Edition) -> Vec<&Text> {
    let graph = Graph::new(edition);
    let mut found: Vec<&Text> = Vec::new();
    found
        .extend(edition.services.rows.iter().filter_map(|row| row.area.as_ref()).filter(|id| graph.area(id).is_some()));
    found.extend(
        edition.teams.rows.iter().filter_map(|row| row.service.as_ref()).filter(|id| graph.service(id).is_some()),
    );
    for process in &edition.processes.rows {
        found.extend(process.areas.iter().filter(|id| graph.area(id).is_some()));
        found.extend(process.software.iter().filter(|id| graph.program(id).is_some()));
        match &process.scope {
            Some(Scope::Teams(ids)) => found.extend(ids.iter().filter(|id| graph.team(id).is_some())),
            Some(Scope::Services(ids)) => found.extend(ids.iter().filter(|id| graph.service(id).is_some())),
            _ => {}
        }
    }
    let continued = edition.adoption.rows.rows.iter().flat_map(|row| &row.continues_in);
    let excluded = edition.exclusions.rows.iter().flat_map(|exclusion| &exclusion.teams);
    found.extend(continued.chain(excluded).filter(|id| graph.team(id).is_some()));
    found
}

use crate::diagnostic::nearest;
use crate::model::fold;

/// How many names are compared in search of those that acceptances may have meant: beyond, none is guessed.
const COMPARED: usize = 300_000;

/// The places of the findings of a rule that nothing accepts.
pub(super) struct OpenPlaces {
    paths: Vec<String>,
    folded: Vec<String>,
    /// How many names were compared so far.
    compared: usize,
}

impl OpenPlaces {
    pub(super) fn new(paths: Vec<String>) -> Self {
        let folded = paths.iter().map(|path| fold(path)).collect();
        Self { paths, folded, compared: 0 }
    }

    /// They themselves, in the order of the findings.
    pub(super) fn paths(&self) -> &[String] {
        &self.paths
    }

    /// The one of them that is near to what is written: by its spelling, or in the same record.
    pub(super) fn meant(&mut self, place: &str) -> Option<&str> {
        self.compared += self.paths.len();
        if self.compared > COMPARED {
            return None;
        }
        let written = fold(place);
        let near = nearest(&written, self.folded.iter().map(String::as_str));
        let mut same = self.paths.iter().zip(&self.folded).filter(|(_, own)| near == Some(own.as_str()));
        if let (Some((path, _)), None) = (same.next(), same.next()) {
            return Some(path);
        }
        let record = |path: &str| path.rsplit_once('/').map(|(record, _)| fold(record));
        let own = [Some(written.clone()), record(place)];
        let mut beside =
            self.paths.iter().filter(|path| record(path).is_some_and(|record| own.contains(&Some(record))));
        let only = beside.next().filter(|path| path.matches('/').count() > 1)?;
        beside.next().is_none().then_some(only)
    }
}

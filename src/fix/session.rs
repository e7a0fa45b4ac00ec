use super::patch::{Patch, Patched};
use crate::chapters::expand;
use crate::check::{Settings, check};
use crate::diagnostic::{Finding, Safety, Severity};
use crate::load::{Overlay, load_with};
use crate::source::Sources;
use crate::trouble::Trouble;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

/// Rounds after which corrections that still change the texts are taken to alternate for ever.
const ROUNDS: usize = 12;

/// Tries corrections on texts in memory.
pub(super) struct FixSession<'a> {
    pub(super) root: &'a Path,
    /// The texts as they are on disk.
    pub(super) original: &'a Sources,
    pub(super) settings: Settings,
    pub(super) safety: Safety,
}

/// Texts at one step of the corrections: only the files that were touched.
#[derive(Clone, Default)]
pub(super) struct State {
    pub(super) texts: BTreeMap<String, Patched>,
}

impl State {
    /// The paths of the files that were touched, with their texts.
    fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.text()))
    }
}

/// The identity of a correction across steps: file, line, old text and new text. Corrections never add or take lines.
type Key = (String, usize, String, String);

/// What a check of the texts found.
struct Look {
    sources: Sources,
    /// The corrections that may be applied.
    fixes: Vec<(Key, Patch)>,
    errors: Errors,
}

/// How many errors of each rule stand in each file, and where.
#[derive(Debug, PartialEq, Eq)]
struct Errors(BTreeMap<(&'static str, String), Vec<Range<usize>>>);

/// What may be wrong with a value, whatever the correction of a line beside it did: an error of these rules in a record that could
/// not be read was there before.
const OF_VALUES: [&str; 10] =
    ["LA010", "LA011", "LA012", "LA101", "LA201", "LA202", "LA203", "LA205", "LA206", "LA207"];

/// The rule of what cannot be read at all.
const UNREADABLE: &str = "LA001";

impl Errors {
    fn of(sources: &Sources, findings: &[Finding]) -> Self {
        let mut counts: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for finding in findings.iter().filter(|finding| finding.severity == Severity::Error) {
            let place = (finding.rule.code, sources.get(finding.span.source).path().to_owned());
            counts.entry(place).or_default().push(finding.span.range());
        }
        Self(counts)
    }

    /// How many errors of a rule stand in a file.
    fn count(&self, place: &(&'static str, String)) -> usize {
        self.0.get(place).map_or(0, Vec::len)
    }

    /// Whether there is an error that was not there `before`. One in a value that was not touched, in a file of which more can be
    /// read now, was there and could not be seen.
    fn exceed(&self, before: &Self, texts: &BTreeMap<String, Patched>) -> bool {
        self.0.iter().filter(|(place, found)| found.len() > before.count(place)).any(|(place, found)| {
            let (code, path) = place;
            let unreadable = (UNREADABLE, path.clone());
            let more_is_read = self.count(&unreadable) < before.count(&unreadable);
            let touched = |place| texts.get(path).is_some_and(|text| text.is_touched(place));
            !(more_is_read && OF_VALUES.contains(code) && !found.iter().any(touched))
        })
    }
}

impl FixSession<'_> {
    /// Every text at one step, so that no file is opened again.
    pub(super) fn overlay(&self, state: &State) -> Overlay {
        // An empty text may stand for a file that is not there.
        let read = self.original.iter().filter(|source| !source.text().is_empty());
        let mut overlay: Overlay = read.map(|source| (source.path().to_owned(), source.text().to_owned())).collect();
        overlay.extend(state.texts().map(|(path, text)| (path.to_owned(), text.to_owned())));
        overlay
    }

    /// Corrects until nothing changes, so that correcting once more would change nothing either.
    pub(super) fn apply_until_stable(&self) -> Result<State, Trouble> {
        let mut state = State::default();
        for _ in 0..ROUNDS {
            let next = self.improve(&state)?;
            if next.texts().eq(state.texts()) {
                break;
            }
            state = next;
        }
        Ok(state)
    }

    /// Applies every correction that makes no new error.
    fn improve(&self, state: &State) -> Result<State, Trouble> {
        let look = self.look(state)?;
        let keys: Vec<Key> =
            look.fixes.iter().map(|(key, _)| key.clone()).collect::<BTreeSet<_>>().into_iter().collect();
        if keys.is_empty() {
            return Ok(state.clone());
        }
        if let Some(next) = self.try_without(state, &look.errors, &BTreeSet::new())? {
            return Ok(next);
        }
        // Some correction makes a new error: find it by bisection, and leave it out.
        let mut refused: BTreeSet<Key> = keys.iter().cloned().collect();
        self.admit(state, &look.errors, &keys, &mut refused)?;
        Ok(self.try_without(state, &look.errors, &refused)?.unwrap_or_else(|| state.clone()))
    }

    /// Takes out of `refused` the corrections among `keys` that make no new error.
    fn admit(&self, state: &State, before: &Errors, keys: &[Key], refused: &mut BTreeSet<Key>) -> Result<(), Trouble> {
        let mut fewer = refused.clone();
        fewer.retain(|key| !keys.contains(key));
        if self.try_without(state, before, &fewer)?.is_some() {
            *refused = fewer;
        } else if keys.len() > 1 {
            let (first, second) = keys.split_at(keys.len() / 2);
            self.admit(state, before, first, refused)?;
            self.admit(state, before, second, refused)?;
        }
        Ok(())
    }

    /// Applies all corrections but the refused ones until none is left; `None` if that makes a new error or never ends.
    fn try_without(&self, state: &State, before: &Errors, refused: &BTreeSet<Key>) -> Result<Option<State>, Trouble> {
        let mut state = state.clone();
        for _ in 0..ROUNDS {
            let look = self.look(&state)?;
            let mut patches: BTreeMap<String, Vec<Patch>> = BTreeMap::new();
            for (key, patch) in look.fixes.into_iter().filter(|(key, _)| !refused.contains(key)) {
                patches.entry(key.0).or_default().push(patch);
            }
            if patches.is_empty() {
                return Ok((!look.errors.exceed(before, &state.texts)).then_some(state));
            }
            for (path, patches) in patches {
                let Some(id) = look.sources.find(&path) else { continue };
                let text = state.texts.entry(path).or_insert_with(|| Patched::new(look.sources.get(id).text()));
                text.apply(patches);
            }
        }
        Ok(None)
    }

    fn look(&self, state: &State) -> Result<Look, Trouble> {
        let loaded = load_with(self.root, &self.overlay(state))?;
        let findings = check(&loaded, &expand(&loaded.annex), self.settings);
        let mut fixes = Vec::new();
        for finding in findings.iter().filter(|finding| finding.is_open()) {
            let Some(fix) = finding.fix.as_ref().filter(|fix| fix.safety <= self.safety) else { continue };
            let source = loaded.sources.get(fix.span.source);
            let written = source.slice(fix.span.range());
            if written == fix.replacement {
                continue;
            }
            let line = source.position(fix.span.range().start).line;
            let key = (source.path().to_owned(), line, written.to_owned(), fix.replacement.clone());
            fixes.push((key, Patch { range: fix.span.range(), replacement: fix.replacement.clone() }));
        }
        let errors = Errors::of(&loaded.sources, &findings);
        Ok(Look { sources: loaded.sources, fixes, errors })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;
    use crate::model::Date;

    /// Files are read once: what becomes of them on the disk meanwhile is not seen.
    #[test]
    fn no_file_is_opened_again() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        crate::scaffold::create(&folder.path().join("ente"), crate::model::BodyKind::default()).expect("the starter");
        let root = folder.path().join("ente");
        let path = root.join("data").join(crate::scaffold::EDITION).join("processi.yaml");
        let wrong =
            std::fs::read_to_string(&path).expect("the starter's file").replace("rischio: medio", "rischio: MEDIO");
        std::fs::write(&path, &wrong).expect("a file");
        let loaded = load(&root).expect("the folder can be read");
        std::fs::write(&path, "processi: [").expect("a file");
        let today = Date::new(2026, 1, 15).expect("a day");
        let settings = Settings { today, waivers: true };
        let session = FixSession { root: &root, original: &loaded.sources, settings, safety: Safety::Certain };
        let state = session.apply_until_stable().expect("the folder can be read");
        let texts: Vec<&str> = state.texts.values().map(Patched::text).collect();
        assert_eq!(texts, [wrong.replace("rischio: MEDIO", "rischio: medio")]);
    }
}

use super::patch::{Patch, Patched};
use crate::chapters::expand;
use crate::check::{Settings, check};
use crate::diagnostic::{Finding, Safety, Severity};
use crate::load::{Loaded, Overlay, load_with};
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

/// The identity of a correction across steps: file, line, old text and new text. Corrections never add or take lines.
type Key = (String, usize, String, String);

/// Texts at one step of the corrections, and what a check found in them.
pub(super) struct Step {
    /// Only the files that were touched, by their paths.
    pub(super) texts: BTreeMap<String, Patched>,
    pub(super) loaded: Loaded,
    pub(super) findings: Vec<Finding>,
    /// The corrections that may be applied.
    fixes: Vec<(Key, Patch)>,
    errors: Errors,
}

impl Step {
    /// Whether the files say the same as at another step.
    fn says_the_same(&self, other: &Self) -> bool {
        let text = |(path, text): (&String, &Patched)| (path.clone(), text.text().to_owned());
        self.texts.iter().map(text).eq(other.texts.iter().map(text))
    }

    /// The texts after every correction but the refused ones; `None` if there is none to apply.
    fn corrected(&self, refused: &BTreeSet<Key>) -> Option<BTreeMap<String, Patched>> {
        let mut patches: BTreeMap<&str, Vec<Patch>> = BTreeMap::new();
        for (key, patch) in self.fixes.iter().filter(|(key, _)| !refused.contains(key)) {
            patches.entry(&key.0).or_default().push(patch.clone());
        }
        if patches.is_empty() {
            return None;
        }
        let sources = &self.loaded.sources;
        let mut texts = self.texts.clone();
        for (path, patches) in patches {
            let Some(id) = sources.find(path) else { continue };
            texts.entry(path.to_owned()).or_insert_with(|| Patched::new(sources.get(id).text())).apply(patches);
        }
        Some(texts)
    }
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
    /// Corrects until nothing changes, so that correcting once more would change nothing either.
    pub(super) fn apply_until_stable(&self) -> Result<Step, Trouble> {
        let mut step = self.look(BTreeMap::new())?;
        for _ in 0..ROUNDS {
            match self.improve(&step)? {
                Some(next) if !next.says_the_same(&step) => step = next,
                _ => break,
            }
        }
        Ok(step)
    }

    /// Applies every correction that makes no new error; `None` if there is none.
    fn improve(&self, step: &Step) -> Result<Option<Step>, Trouble> {
        let keys: BTreeSet<Key> = step.fixes.iter().map(|(key, _)| key.clone()).collect();
        if let Some(next) = self.try_without(step, &BTreeSet::new())? {
            return Ok(Some(next));
        }
        // Some correction makes a new error: find it by bisection, and leave it out.
        let mut refused = keys.clone();
        self.admit(step, &keys.into_iter().collect::<Vec<_>>(), &mut refused)?;
        self.try_without(step, &refused)
    }

    /// Takes out of `refused` the corrections among `keys` that make no new error.
    fn admit(&self, step: &Step, keys: &[Key], refused: &mut BTreeSet<Key>) -> Result<(), Trouble> {
        let mut fewer = refused.clone();
        fewer.retain(|key| !keys.contains(key));
        if self.try_without(step, &fewer)?.is_some() {
            *refused = fewer;
        } else if keys.len() > 1 {
            let (first, second) = keys.split_at(keys.len() / 2);
            self.admit(step, first, refused)?;
            self.admit(step, second, refused)?;
        }
        Ok(())
    }

    /// Applies all corrections but the refused ones until none is left; `None` if there is none, if that makes a new error or never
    /// ends.
    fn try_without(&self, from: &Step, refused: &BTreeSet<Key>) -> Result<Option<Step>, Trouble> {
        let mut made: Option<Step> = None;
        for _ in 0..ROUNDS {
            match made.as_ref().unwrap_or(from).corrected(refused) {
                Some(texts) => made = Some(self.look(texts)?),
                None => return Ok(made.filter(|made| !made.errors.exceed(&from.errors, &made.texts))),
            }
        }
        Ok(None)
    }

    /// What a check finds in the texts that are read; no file is opened again.
    fn look(&self, texts: BTreeMap<String, Patched>) -> Result<Step, Trouble> {
        let read = self.original.iter().filter(|source| source.is_read());
        let mut overlay: Overlay = read.map(|source| (source.path().to_owned(), source.text().to_owned())).collect();
        overlay.extend(texts.iter().map(|(path, text)| (path.clone(), text.text().to_owned())));
        let loaded = load_with(self.root, &overlay)?;
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
        Ok(Step { texts, loaded, findings, fixes, errors })
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes a folder")]
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
        let step = session.apply_until_stable().expect("the folder can be read");
        let texts: Vec<&str> = step.texts.values().map(Patched::text).collect();
        assert_eq!(texts, [wrong.replace("rischio: MEDIO", "rischio: medio")]);
    }
}

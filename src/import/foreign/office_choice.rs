//! Of which kind an office is that a name may mean: that of its column, unless one of another kind has the very name.

use super::known_offices::MANY;
use super::names::Likeness;
use super::offices::{Found, Meant, Offices};
use crate::model::OfficeKind;

/// A name, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'n> {
    /// The row, from 0.
    pub(super) row: usize,
    /// The column, from 0.
    pub(super) column: usize,
    /// The kind of the offices of its column.
    pub(super) kind: OfficeKind,
    /// Whether the heading says that kind, so that a name without a word of its own is one of it.
    pub(super) says_kind: bool,
    /// The word for an office with which the heading of its column begins, so that a name need not have one of its own.
    pub(super) noun: Option<&'static str>,
    pub(super) name: &'n str,
}

/// The offices of one kind that a name may mean.
struct Candidates {
    /// The ones most like it, all as much.
    offices: Vec<Found>,
    likeness: Likeness,
    /// Why it is none of them for sure, whatever the name.
    doubt: Option<&'static str>,
}

impl Offices<'_> {
    /// The office of the edition that a name means; `None` if it has none.
    pub(super) fn of_edition(&self, asked: &Asked<'_>, within: Option<&Found>) -> Option<Meant> {
        let all = self.candidates(asked, within);
        let first = all.first()?;
        let nearer = all.iter().filter(|other| other.doubt.is_none() && other.likeness > first.likeness);
        let nearest = nearer.min_by_key(|other| std::cmp::Reverse(other.likeness));
        // `Ufficio Tributi` is not `Servizio Tributi` where there is one that is called so; `Tributi` is, under the heading `Servizio`.
        let is_meant = first.likeness >= Likeness::Bare && asked.says_kind;
        let is_called = all.iter().flat_map(|other| &other.offices).any(|found| self.is_called(found, asked.name));
        let named = self.called_in_full(asked, within).filter(|_| !is_meant && !is_called);
        Some(self.choice(named.as_ref().or(nearest.filter(|_| !is_meant)).unwrap_or(first)))
    }

    /// The offices whose very name is the word of the heading with what stands below it: `Ufficio Ragioneria` for `Ragioneria` under `Ufficio`.
    fn called_in_full(&self, asked: &Asked<'_>, within: Option<&Found>) -> Option<Candidates> {
        let name = format!("{} {}", asked.noun?, asked.name);
        let all = self.candidates(&Asked { name: &name, noun: None, ..*asked }, within);
        all.into_iter().find(|found| found.likeness == Likeness::Same && found.doubt.is_none())
    }

    /// The offices that a name may mean, kind by kind: that of its column first, and those within what stands beside it before others.
    fn candidates(&self, asked: &Asked<'_>, within: Option<&Found>) -> Vec<Candidates> {
        let others = [OfficeKind::Team, OfficeKind::Service, OfficeKind::Area];
        let kinds = std::iter::once(asked.kind).chain(others.into_iter().filter(|other| *other != asked.kind));
        let elsewhere = Some("appartiene a un altro ufficio di quello scritto accanto");
        let elsewhere = elsewhere.filter(|_| !self.is_ceased(within));
        let mut all = Vec::new();
        for kind in kinds {
            let outside = within.map(|_| (None, elsewhere));
            for (inside, doubt) in std::iter::once((within, None)).chain(outside) {
                let best = self.best(kind, asked.name, inside);
                if let Some((_, likeness)) = best.first() {
                    let likeness = *likeness;
                    all.push(Candidates {
                        offices: best.into_iter().map(|(found, _)| found).collect(),
                        likeness,
                        doubt,
                    });
                    break;
                }
            }
        }
        all
    }

    /// What a name means that means one of these.
    fn choice(&self, candidates: &Candidates) -> Meant {
        let [found] = candidates.offices.as_slice() else {
            let named = candidates.offices.iter().take(MANY - 1).map(|found| format!("`{}`", found.id));
            let more = if candidates.offices.len() < MANY { "" } else { " e altri" };
            return Meant::Unknown(format!(
                "più uffici si chiamano così: {}{more}",
                named.collect::<Vec<_>>().join(", ")
            ));
        };
        let label = self.label(found);
        match (candidates.likeness, candidates.doubt) {
            (_, Some(doubt)) => Meant::Perhaps(found.clone(), format!("«{label}» {doubt}")),
            (Likeness::Same | Likeness::Bare | Likeness::Renamed, None) => Meant::Sure(found.clone()),
            (Likeness::Shortened | Likeness::Near, None) => {
                Meant::Perhaps(found.clone(), format!("è stato inteso «{label}»"))
            }
        }
    }
}

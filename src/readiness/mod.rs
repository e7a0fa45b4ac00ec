//! Whether an edition may be published, and what is still missing.
//!
//! Owns what publication asks for. Reports only what the data do not state; the findings of the rules are passed in.

mod findings;
mod places;
mod statement;

use crate::diagnostic::Finding;
use crate::model::{Annex, Date, Edition};
use crate::source::Sources;

/// The result, point by point.
#[derive(Debug)]
pub struct Readiness {
    /// Which edition of whom: `2025-2027, Disciplina del Lavoro Agile`; `None` if it is not known.
    pub edition: Option<String>,
    /// The points, in the order in which they are to be read.
    pub points: Vec<Point>,
}

/// One thing that publication asks for.
#[derive(Debug)]
pub struct Point {
    /// Its status.
    pub status: PointStatus,
    /// What it is: `Atto di approvazione`.
    pub name: &'static str,
    /// Its state in Italian.
    pub state: String,
    /// More lines, if there is more to read.
    pub details: Vec<String>,
    /// What is to be written so that it is as it should be: names of files of settings without their ending, and keys.
    pub asks: Vec<(&'static str, &'static str)>,
    /// Its state for who sees no files, where that is to be said otherwise.
    pub plain: Option<&'static str>,
    /// Whether it counts findings, and writes some of them out: whoever lists them all need not.
    pub counts_findings: bool,
}

/// An approved document that cannot be published: it is not there, cannot be read, or is another than the data say.
#[derive(Debug)]
pub struct DocumentFault {
    /// The edition that names it.
    pub edition: String,
    /// What is wrong and what to do, in Italian.
    pub message: String,
}

/// What a build would stop at, beside the data.
#[derive(Debug, Default)]
pub struct Obstacles {
    /// Approved documents, of all editions.
    pub documents: Vec<DocumentFault>,
    /// Why theme or coat of arms cannot be used, in Italian.
    pub appearance: Option<String>,
}

/// The status of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointStatus {
    /// As it should be.
    Done,
    /// Keeps the edition from being published.
    Missing,
    /// Only to be known: it does not keep the edition from being published.
    Information,
}

impl Point {
    fn new(status: PointStatus, name: &'static str, state: impl Into<String>) -> Self {
        Self {
            status,
            name,
            state: state.into(),
            details: Vec::new(),
            asks: Vec::new(),
            plain: None,
            counts_findings: false,
        }
    }

    fn details(mut self, details: Vec<String>) -> Self {
        self.details = details;
        self
    }

    fn asks(mut self, keys: impl IntoIterator<Item = (&'static str, &'static str)>) -> Self {
        self.asks = keys.into_iter().collect();
        self
    }

    fn plain(self, state: &'static str) -> Self {
        Self { plain: Some(state), ..self }
    }
}

impl Readiness {
    /// Looks at an edition as it stands on `today` (`None` = it is not known which); `obstacles` is what a build would stop at.
    pub fn of(
        annex: &Annex,
        edition: Option<&Edition>,
        sources: &Sources,
        findings: &[Finding],
        obstacles: &Obstacles,
        today: Date,
    ) -> Self {
        let (Some(administration), Some(edition)) = (&annex.administration, edition) else {
            let state = "`data/ente.yaml` o l'edizione che nomina alla chiave `edizione_corrente` non si leggono";
            let mut points = vec![Point::new(PointStatus::Missing, "Edizione vigente", state)];
            points.extend(findings::points(sources, findings, None));
            return Self { edition: None, points };
        };
        let mut points = findings::points(sources, findings, Some(edition.id.as_str()));
        // What is to be done comes before waivers and doubts.
        let information =
            points.iter().position(|point| point.status == PointStatus::Information).unwrap_or(points.len());
        let known = points.split_off(information);
        points.extend(statement::of_edition(edition, &obstacles.documents, today));
        points.extend(statement::of_administration(administration));
        let stopped = obstacles.appearance.as_ref();
        points.extend(stopped.map(|why| Point::new(PointStatus::Missing, "Stemma e aspetto", why.as_str())));
        points.extend(places::points(administration, edition, &obstacles.documents));
        points.extend(known);
        let name = format!("{}, {} ({})", edition.id.as_str(), edition.title.value, administration.name.value);
        Self { edition: Some(name), points }
    }

    /// Whether nothing keeps the edition from being published.
    pub fn is_ready(&self) -> bool {
        self.missing() == 0
    }

    /// How many points keep it from being published.
    pub fn missing(&self) -> usize {
        self.points.iter().filter(|point| point.status == PointStatus::Missing).count()
    }
}

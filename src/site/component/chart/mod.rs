//! The charts: typed views with numbers and lengths, which the template `grafici.html` draws as SVG.
//!
//! Every chart has its table, and says in words what it shows. Nothing is drawn of what was never published.

mod bar;
mod bar_chart;
mod risk;
mod smartability;
mod workers;

pub(in crate::site) use bar::Bar;

use crate::site::context::EditionContext;
use bar_chart::BarChart;
use risk::RiskMatrix;
use serde::Serialize;

/// The charts of an edition; nothing where there is nothing to draw.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Charts {
    by_area: Option<BarChart>,
    by_team: Option<BarChart>,
    risk: Option<RiskMatrix>,
    workers: Option<BarChart>,
    /// Whether there is one at all.
    any: bool,
}

impl Charts {
    /// Draws an edition.
    pub(in crate::site) fn of(context: &EditionContext<'_>) -> Self {
        let by_area = smartability::by_area(context).or_else(|| smartability::by_service(context));
        let by_team = smartability::by_team(context);
        let risk = RiskMatrix::of(context);
        let workers = workers::by_service(context);
        let any = by_area.is_some() || by_team.is_some() || risk.is_some() || workers.is_some();
        Self { by_area, by_team, risk, workers, any }
    }
}

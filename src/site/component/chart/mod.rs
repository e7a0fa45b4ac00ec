//! The charts: typed views with numbers and shares, which the template `grafici.html` draws as SVG.
//!
//! Every bar shows the parts of a whole and is as long as the others; every chart goes from the largest share to the smallest, has its
//! table, and says in words what it shows. Nothing is drawn of what was never published.

mod bar;
mod bar_chart;
mod people_bar;
mod risk;
mod smartability;
mod workers;

pub(in crate::site) use bar::Bar;
pub(in crate::site) use bar_chart::Series;
pub(in crate::site) use people_bar::{Shares, legend as people_legend};

use crate::site::context::EditionContext;
use bar_chart::BarChart;
use risk::RiskFigures;
use serde::Serialize;

/// The charts of an edition; nothing where there is nothing to draw.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Charts {
    by_area: Option<BarChart>,
    workers: Option<BarChart>,
    risk: Option<RiskFigures>,
    /// Whether there is one at all.
    any: bool,
}

impl Charts {
    /// Draws an edition.
    pub(in crate::site) fn of(context: &EditionContext<'_>) -> Self {
        let by_area = smartability::by_area(context).or_else(|| smartability::by_service(context));
        let workers = workers::by_service(context);
        let any = by_area.is_some() || workers.is_some();
        Self { by_area, workers, risk: RiskFigures::of(context), any }
    }
}

//! What the pages of a site and of an edition share, worked out once and in one step.

mod asked;
mod branding;
mod compared;
mod edition_context;
mod edition_shared;
mod feedback;
mod inputs;
mod offices;
mod page_meta;
mod site_context;
mod site_shared;
pub(super) mod workforce;

pub(super) use branding::Branding;
pub use compared::changed_rows;
pub(super) use edition_context::EditionContext;
pub(super) use edition_shared::{EditionShared, changes_title};
pub(super) use feedback::address as feedback_address;
pub use inputs::SiteInputs;
pub(super) use offices::CEASED;
pub(super) use page_meta::PageMeta;
pub(super) use site_context::SiteContext;
pub(super) use site_shared::SiteShared;

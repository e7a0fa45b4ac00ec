//! What the pages of a site and of an edition share, worked out once and in one step.

mod branding;
mod edition_context;
mod feedback;
mod inputs;
pub(super) mod membership;
mod offices;
mod page_meta;
mod shared;
mod site_context;
pub(super) mod workforce;

pub(super) use branding::Branding;
pub(super) use edition_context::EditionContext;
pub(super) use feedback::address as feedback_address;
pub use inputs::SiteInputs;
pub(super) use offices::CEASED;
pub(super) use page_meta::PageMeta;
pub(super) use shared::{EditionShared, SiteShared, changes_title};
pub(super) use site_context::SiteContext;

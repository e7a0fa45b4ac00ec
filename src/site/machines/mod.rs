//! What the site says to programs: schema.org, the files for search engines, the rows of Tavola 1 as a script.

pub(super) mod linked_data;
pub(super) mod print_style;
pub(super) mod process_rows;
pub(super) mod sitemap;

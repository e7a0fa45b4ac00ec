//! The site that is built: read back as a browser, a search engine or a script would.

mod answers;
pub mod built;
mod charts;
mod empty_tables;
mod filters;
mod machines;
mod map;
mod menu;
mod one;
mod pages;
mod parts;
mod pictures;
mod policy;
mod small;
mod states;
mod words;

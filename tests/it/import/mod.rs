//! Spreadsheets that come in: our own that come back, in whose YAML nothing changes but what people changed, and those of others.

mod damaged;
mod foreign;
mod into_data;
mod merge;
mod own;

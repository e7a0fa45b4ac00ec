//! Workbooks that come back: what people changed in them is changed in the YAML, and nothing else is.

mod merge;
mod own;

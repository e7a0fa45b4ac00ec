//! Spreadsheets that come in: our own that come back, in whose YAML nothing changes but what people changed, and those of others.

mod adoption;
mod answers_file;
mod as_kept;
mod below;
mod bodies;
mod damaged;
mod decided;
mod exclusions;
mod foreign;
mod head_of_table;
mod into_data;
mod letters;
mod merge;
mod own;
mod own_again;
mod own_beside;
mod own_formulas;
mod own_mixed;
mod own_since;
mod own_unread;
mod programs;
mod rows;
mod same_column;
mod told;
mod training;
mod whom;

//! The shape of the repository: what its documents say of the code is held against the code.

mod files;

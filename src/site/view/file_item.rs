use crate::open_data::File;
use crate::output::size;
use serde::Serialize;

/// A file of open data, as it is listed.
#[derive(Clone, Debug, Serialize)]
pub(in crate::site) struct FileItem<'a> {
    name: &'a str,
    label: &'a str,
    size: String,
}

impl<'a> From<&'a File> for FileItem<'a> {
    fn from(file: &'a File) -> Self {
        Self { name: file.name(), label: file.label(), size: size(file.size() as u64) }
    }
}

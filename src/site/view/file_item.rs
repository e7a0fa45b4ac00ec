use crate::site::DataFile;
use serde::Serialize;

/// A file of open data, as it is listed.
#[derive(Clone, Debug, Serialize)]
pub(in crate::site) struct FileItem<'a> {
    name: &'a str,
    label: &'a str,
    size: String,
}

impl<'a> From<&'a DataFile> for FileItem<'a> {
    fn from(file: &'a DataFile) -> Self {
        Self { name: &file.name, label: file.label, size: size(file.size as u64) }
    }
}

/// A size as people say it.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1000 => format!("{bytes} byte"),
        1000..1_000_000 => format!("{} kB", (bytes + 500) / 1000),
        _ => format!("{},{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_short() {
        assert_eq!(size(999), "999 byte");
        assert_eq!(size(12_700), "13 kB");
        assert_eq!(size(2_560_000), "2,5 MB");
    }
}

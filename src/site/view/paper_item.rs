use crate::output::size;
use serde::Serialize;

/// A file made to be kept or printed, as it is offered.
#[derive(Clone, Debug, Serialize)]
pub(in crate::site) struct PaperItem {
    /// The file, from the folder of the edition.
    path: String,
    /// What its link says.
    text: &'static str,
    /// What it is in, for people: `PDF`.
    format: String,
    size: String,
}

impl PaperItem {
    /// How the file of this name and size is offered.
    pub(in crate::site) fn of(name: &str, bytes: u64, text: &'static str) -> Self {
        Self { text, path: format!("stampa/{name}"), format: format(name), size: size(bytes) }
    }
}

/// The format of a file, told from the ending of its name; one that is signed says so.
fn format(name: &str) -> String {
    let mut endings = name.split('.').skip(1).map(str::to_uppercase);
    match (endings.next(), endings.next()) {
        (Some(ending), Some(signature)) if signature == "P7M" => format!("{ending} firmato, P7M"),
        (Some(ending), _) if ending == "P7M" => "file firmato, P7M".to_owned(),
        (Some(ending), _) if ending == "DOCX" => "Word, DOCX".to_owned(),
        (Some(ending), _) => ending,
        (None, _) => "file".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::format;

    #[test]
    fn the_format_is_told_from_the_name() {
        for (name, expected) in [
            ("processi.pdf", "PDF"),
            ("allegato.docx", "Word, DOCX"),
            ("documento-approvato.pdf.p7m", "PDF firmato, P7M"),
            ("documento-approvato.p7m", "file firmato, P7M"),
            ("documento-approvato", "file"),
        ] {
            assert_eq!(format(name), expected, "{name}");
        }
    }
}

use super::decode;
use super::disk::{Disk, Overlay};
use super::memory::Recall;
use super::reader::Reader;
use super::source_files::SourceFiles;
use crate::model::Outline;
use std::path::Path;

/// The name of the theme that a folder asks for, known before the rest of it is read; `None` where it cannot be read.
///
/// It is foreseen and nothing else: what is wrong with the file is said by whoever reads the folder.
pub fn stated_theme(root: &Path) -> Option<String> {
    let overlay = Overlay::new();
    let disk = Disk::new(root, &overlay);
    let mut files = SourceFiles::new(&disk);
    let administration = files.place("data/ente", true).ok()?;
    files.parse(&Recall::default());
    let (sources, mut documents, mut findings) = files.into_parts();
    let mut outline = Outline::default();
    let mut reader = Reader::new(&sources, &mut findings, &mut outline);
    decode::administration(&documents.take(administration), &mut reader)
        .map(|administration| administration.theme.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::USUAL_THEME;
    use std::fs;

    #[test]
    fn the_theme_is_the_one_that_the_settings_name() {
        let root = tempfile::tempdir().expect("a temporary folder");
        assert_eq!(stated_theme(root.path()), None);
        fs::create_dir(root.path().join("data")).expect("a folder");
        let named = |text: &str| {
            fs::write(root.path().join("data/ente.yaml"), text).expect("the file is written");
            stated_theme(root.path())
        };
        let whole = "denominazione: Comune di Prova\nedizione_corrente: 2025-2027\n";
        assert_eq!(named(whole).as_deref(), Some(USUAL_THEME));
        assert_eq!(named(&format!("{whole}aspetto: mio\n")).as_deref(), Some("mio"));
        assert_eq!(named("aspetto: [\n"), None);
    }
}

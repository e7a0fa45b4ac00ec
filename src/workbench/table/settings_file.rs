use super::model_sections;
use super::rows::{FileText, Rows};
use super::settings::{MODEL, Section, sections, settings_of};
use crate::edit::Written;
use crate::model::Edition;
use crate::tables::Home;
use crate::workbench::bench::Bench;

/// A file whose settings are edited: who publishes, the edition, or what stands beside the rows of a table.
#[derive(Debug)]
pub(in crate::workbench) struct SettingsFile<'a> {
    /// What its settings are called by the program: the name of the file.
    name: &'static str,
    /// Where it is edited.
    pub(in crate::workbench) address: String,
    pub(in crate::workbench) title: String,
    pub(in crate::workbench) file: FileText<'a>,
    edition: Option<&'a Edition>,
    editions: Vec<String>,
}

impl<'a> SettingsFile<'a> {
    /// The file of an address: `ente`, `edizione`, `modello`, or `impostazioni` and the name of a table.
    pub(in crate::workbench) fn at(bench: &Bench<'a>, parts: &[&str]) -> Option<Self> {
        let annex = bench.annex.ok()?.annex();
        let edition = bench.edition();
        let editions = annex.editions.iter().map(|edition| edition.id.as_str().to_owned()).collect();
        let (name, title, file) = match parts {
            ["ente"] => ("ente", "L'ente".to_owned(), FileText::of(bench, "data/ente.yaml")?),
            ["edizione"] => {
                let id = edition?.id.as_str();
                let file = FileText::of(bench, &format!("data/{id}/edizione.yaml"))?;
                ("edizione", format!("L'edizione {id}"), file)
            }
            ["modello"] => {
                let id = edition?.id.as_str();
                let path = format!("data/{id}/{MODEL}.yaml");
                let file = FileText::of(bench, &path).unwrap_or_else(|| FileText::absent(path));
                (MODEL, format!("Il modello dell'edizione {id}"), file)
            }
            ["impostazioni", table] => {
                let (home, edition) = (Home::named(table).filter(|home| home.file != "edizione")?, edition?);
                let title = format!("{}: ciò che riguarda tutta la tavola", home.title_in(edition));
                (home.file, title, Rows::of(bench, edition, home).files.into_iter().next()?)
            }
            _ => return None,
        };
        Some(Self { name, address: format!("/banco/{}/", parts.join("/")), title, file, edition, editions })
    }

    /// Those that stand in a file of the administration or of the edition that is worked on.
    pub(in crate::workbench) fn holding(bench: &Bench<'a>, path: &str) -> Option<Self> {
        let folder = format!("data/{}/", bench.edition()?.id.as_str());
        let name = path.strip_prefix(&folder).or_else(|| path.strip_prefix("data/"))?.strip_suffix(".yaml")?;
        match name {
            "ente" | "edizione" | MODEL => Self::at(bench, &[name]),
            _ => Self::at(bench, &["impostazioni", Home::every().find(|home| home.file == name)?.table]),
        }
    }

    /// What it says.
    pub(in crate::workbench) fn read(&self) -> Written {
        self.file.document().map_or(Written::Nothing, |document| document.read().clone())
    }

    /// The order of its keys.
    pub(in crate::workbench) fn order(&self) -> Vec<&'static str> {
        if self.name == MODEL {
            return model_sections::ORDER.to_vec();
        }
        settings_of(self.name).into_iter().map(|setting| setting.key).collect()
    }

    /// The sections of its form.
    pub(in crate::workbench) fn sections(&self) -> Vec<Section> {
        if let Some(edition) = self.edition.filter(|_| self.name == MODEL) {
            return model_sections::sections(&self.read(), edition);
        }
        sections(&settings_of(self.name), &self.read(), self.edition, &self.editions)
    }
}

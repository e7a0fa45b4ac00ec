use super::column_sections::{self, OwnColumns};
use super::field::Field;
use super::rows::{FileText, Rows};
use super::settings::{CONTROLS, MODEL, Section, sections, settings_of};
use super::{control_sections, model_sections};
use crate::edit::Step;
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
    /// The columns that it adds to a table, where the form is about these alone.
    columns: Option<OwnColumns<'a>>,
}

impl<'a> SettingsFile<'a> {
    /// The file of an address: `ente`, `edizione`, `modello`, `controlli`, or `impostazioni` or `colonne` and the name of a table.
    pub(in crate::workbench) fn at(bench: &Bench<'a>, parts: &[&str]) -> Option<Self> {
        let annex = bench.annex.ok()?.annex();
        let edition = bench.edition();
        let editions = annex.editions.iter().map(|edition| edition.id.as_str().to_owned()).collect();
        let mut columns = None;
        let model = |id: &str| {
            let path = format!("data/{id}/{MODEL}.yaml");
            FileText::of(bench, &path).unwrap_or_else(|| FileText::absent(path))
        };
        let (name, title, file) = match parts {
            ["ente"] => ("ente", "L'ente".to_owned(), FileText::of(bench, "data/ente.yaml")?),
            ["edizione"] => {
                let id = edition?.id.as_str();
                let file = FileText::of(bench, &format!("data/{id}/edizione.yaml"))?;
                ("edizione", format!("L'edizione {id}"), file)
            }
            ["modello"] => {
                let id = edition?.id.as_str();
                (MODEL, format!("Il modello dell'edizione {id}"), model(id))
            }
            ["controlli"] => {
                let path = format!("data/{CONTROLS}.yaml");
                let file = FileText::of(bench, &path).unwrap_or_else(|| FileText::absent(path));
                (CONTROLS, "I controlli: quanto pesano, e le soglie".to_owned(), file)
            }
            ["colonne", table] => {
                let (home, edition) = (Home::named(table).filter(|home| home.description.is_some())?, edition?);
                columns = Some(OwnColumns { home, edition });
                (MODEL, format!("{}: le colonne dell'ente", home.title_in(edition)), model(edition.id.as_str()))
            }
            ["impostazioni", table] => {
                let (home, edition) = (Home::named(table).filter(|home| home.file != "edizione")?, edition?);
                let title = format!("{}: ciò che riguarda tutta la tavola", home.title_in(edition));
                (home.file, title, Rows::of(bench, edition, home).files.into_iter().next()?)
            }
            _ => return None,
        };
        Some(Self { name, address: format!("/banco/{}/", parts.join("/")), title, file, edition, editions, columns })
    }

    /// Those that stand in a file of the administration or of the edition that is worked on.
    pub(in crate::workbench) fn holding(bench: &Bench<'a>, path: &str) -> Option<Self> {
        let folder = format!("data/{}/", bench.edition()?.id.as_str());
        let name = path.strip_prefix(&folder).or_else(|| path.strip_prefix("data/"))?.strip_suffix(".yaml")?;
        match name {
            "ente" | "edizione" | MODEL | CONTROLS => Self::at(bench, &[name]),
            _ => Self::at(bench, &["impostazioni", Home::every().find(|home| home.file == name)?.table]),
        }
    }

    /// What it says.
    pub(in crate::workbench) fn read(&self) -> Written {
        self.file.document().map_or(Written::Nothing, |document| document.read().clone())
    }

    /// The order of its keys.
    pub(in crate::workbench) fn order(&self) -> Vec<&'static str> {
        match self.name {
            MODEL if self.columns.is_some() => return column_sections::ORDER.to_vec(),
            MODEL => return model_sections::ORDER.to_vec(),
            CONTROLS => return control_sections::ORDER.to_vec(),
            _ => {}
        }
        settings_of(self.name).into_iter().map(|setting| setting.key).collect()
    }

    /// The sections of its form.
    pub(in crate::workbench) fn sections(&self) -> Vec<Section> {
        if let Some(columns) = &self.columns {
            return columns.sections(&self.read());
        }
        if self.name == CONTROLS {
            return control_sections::sections();
        }
        if let Some(edition) = self.edition.filter(|_| self.name == MODEL) {
            return model_sections::sections(&self.read(), edition);
        }
        sections(&settings_of(self.name), &self.read(), self.edition, &self.editions)
    }

    /// The table whose columns of the administration's own its form is about.
    pub(in crate::workbench) fn table(&self) -> Option<&'static Home> {
        self.columns.as_ref().map(|columns| columns.home)
    }

    /// How many columns of the administration's own there are.
    pub(in crate::workbench) fn own_columns(&self) -> usize {
        self.columns.as_ref().map_or(0, |columns| columns.standing(&self.read()).len())
    }

    /// A column of the administration's own: the way to it, and its heading.
    pub(in crate::workbench) fn own_column(&self, key: &str) -> Option<(Vec<Step>, String)> {
        let (columns, whole) = (self.columns.as_ref()?, self.read());
        let (_, title) = columns.standing(&whole).into_iter().find(|(known, _)| known == key)?;
        Some((columns.path(&whole, key), title))
    }

    /// The heading of the column that a form adds, and its fields; nothing where the form adds none.
    ///
    /// # Errors
    ///
    /// Why there can be no such column.
    pub(in crate::workbench) fn added_column(
        &self,
        form: &[(String, String)],
    ) -> Result<Option<(String, Vec<Field>)>, String> {
        self.columns.as_ref().map_or(Ok(None), |columns| columns.added(&self.read(), form))
    }
}

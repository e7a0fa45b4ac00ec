//! What the files of tables say beside their records, as the rows of a sheet of its own: the day and the premise of the state of adoption, the total
//! that was published, the legend of the training plan, the texts of marks.

use super::cell::encode;
use super::column::{ColumnKind, SheetColumn};
use super::grid::{Grid, GridRow};
use super::names::RecordLabels;
use crate::edit::{Ledger, Written};
use crate::model::Edition;
use crate::tables::{HOMES, Home};

/// The sheet.
pub static SETTINGS: Home = Home::of_workbook("impostazioni", "Voci accanto alle tabelle");
/// The key of its column that is filled in.
pub const VALUE: &str = "valore";

/// Something that a file says at its top.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The table in whose file it stands.
    pub home: &'static Home,
    /// Its key, its heading and its kind.
    pub column: SheetColumn,
}

impl Setting {
    /// Everything that the files of an edition say, or may say, beside their records.
    pub fn all(edition: &Edition, ledger: &Ledger) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for home in HOMES.iter().filter(|home| home.description.is_some()) {
            let Some(top) = ledger.top(home.file).filter(|_| !all.iter().any(|known| known.home.file == home.file))
            else {
                continue;
            };
            let title = home.title_in(edition);
            let setting = |path: &[&str], label: &str, kind: ColumnKind| Self {
                home,
                column: SheetColumn {
                    path: path.iter().map(|key| (*key).to_owned()).collect(),
                    heading: format!("{title}: {label}"),
                    meaning: String::new(),
                    kind,
                },
            };
            if home.file == "attuazione" {
                all.extend([
                    setting(&["data"], "giorno", ColumnKind::Date),
                    setting(&["premessa"], "premessa", ColumnKind::Text),
                    setting(&["totale_dichiarato", "etichetta"], "nome del totale pubblicato", ColumnKind::Text),
                    setting(
                        &["totale_dichiarato", "dipendenti"],
                        "dipendenti del totale pubblicato",
                        ColumnKind::People(false),
                    ),
                    setting(
                        &["totale_dichiarato", "agili"],
                        "lavoratori agili del totale pubblicato",
                        ColumnKind::People(false),
                    ),
                ]);
            }
            for (group, label) in [("legenda", "legenda di"), ("note", "testo del richiamo")] {
                let entries = top.get(group).map(Written::entries).unwrap_or_default();
                let marks = entries.iter().map(|(mark, _)| mark.as_str());
                all.extend(marks.map(|mark| setting(&[group, mark], &format!("{label} «{mark}»"), ColumnKind::Text)));
            }
        }
        all
    }

    /// What it is called among those of its file.
    pub fn label(&self) -> &str {
        self.column.heading.split_once(": ").map_or(&self.column.heading, |(_, label)| label)
    }

    /// The key of its row: `attuazione/data`.
    pub fn key(&self) -> String {
        format!("{}/{}", self.home.file, self.column.key())
    }
}

/// The sheet with the settings of an edition.
pub(super) fn grid(edition: &Edition, ledger: &Ledger, labels: &RecordLabels) -> Grid {
    let column = |key: &str, heading: &str, meaning: &str| SheetColumn {
        path: vec![key.to_owned()],
        heading: heading.to_owned(),
        meaning: meaning.to_owned(),
        kind: ColumnKind::Text,
    };
    let row = |(number, setting): (usize, Setting)| {
        let (place, top) = (ledger.top_place(setting.home.file)?, ledger.top(setting.home.file)?);
        let (label, text) = (setting.column.heading.clone(), encode(&setting.column, top, labels));
        let value =
            vec![("voce".to_owned(), Written::text(label.clone())), (VALUE.to_owned(), Written::text(text.clone()))];
        Some(GridRow { key: setting.key(), place, value: Written::Group(value), cells: vec![label, text], number })
    };
    let columns = vec![
        column("voce", "Voce", "Che cosa dice la riga; non si cambia."),
        column(VALUE, "Valore", "Quello che vale. Una cella vuota toglie la voce."),
    ];
    let rows = Setting::all(edition, ledger).into_iter().enumerate().filter_map(row).collect();
    Grid::new(&SETTINGS, SETTINGS.title_in(edition).to_owned(), columns, rows)
}

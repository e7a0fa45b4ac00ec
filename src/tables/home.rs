use super::column::Column;
use super::description::columns;
use super::table::TableDescription;
use super::{
    ADOPTION, AREAS, EXCLUSIONS, EXPECTED_BEHAVIOURS, INDICATORS, PROCESSES, REFERENCES, SERVICES, SOFTWARE, TEAMS,
    TRAINING,
};
use crate::model::{Audience, Edition};

/// Where the records of a table stand in the files of an edition, and what tells them apart.
#[derive(Debug)]
pub struct Home {
    /// The name of the table: that of its description, or `destinatari` for the audiences of the training plan.
    pub table: &'static str,
    /// The file, without its ending; a folder of that name may stand for it.
    pub file: &'static str,
    /// The key of its list.
    pub list: &'static str,
    /// The key of the list within each record of that list, where the rows are in there: the modules of the groups.
    pub inner: Option<&'static str>,
    /// The keys that tell a record from the others.
    pub names: Names,
    /// Its description, where it is published as a table.
    pub description: Option<&'static TableDescription>,
    /// What it is called, where it is not.
    title: &'static str,
    columns: fn() -> Vec<&'static Column>,
}

/// The keys that tell the records of a table apart.
#[derive(Clone, Copy, Debug)]
pub enum Names {
    /// The first of these that a record has.
    First(&'static [&'static str]),
    /// All of these that it has.
    All(&'static [&'static str]),
}

impl Names {
    /// The keys.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Self::First(keys) | Self::All(keys) => keys,
        }
    }
}

impl Home {
    /// The home of a table by its name.
    pub fn of(table: &str) -> Option<&'static Self> {
        HOMES.iter().find(|home| home.table == table)
    }

    /// The title of the table in an edition.
    pub fn title_in<'a>(&self, edition: &'a Edition) -> &'a str {
        self.description.map_or(self.title, |table| table.title_in(edition))
    }

    /// The columns of its records, in the order of the data.
    pub fn columns(&self) -> Vec<&'static Column> {
        (self.columns)()
    }

    /// The heading of one of them.
    pub fn heading<'a>(&self, edition: &'a Edition, column: &Column) -> &'a str {
        self.description.map_or(column.heading, |table| table.heading(edition, column))
    }
}

const fn home(description: &'static TableDescription, file: &'static str, list: &'static str, names: Names) -> Home {
    let (table, columns) = (description.name, description.columns);
    Home { table, file, list, inner: None, names, description: Some(description), title: description.title, columns }
}

/// Every table with its home, in the order in which people fill them in.
pub static HOMES: [Home; 12] = [
    home(&AREAS, "servizi", "aree", Names::First(&["id"])),
    home(&SERVICES, "servizi", "servizi", Names::First(&["id"])),
    home(&TEAMS, "smart-team", "smart_team", Names::First(&["id"])),
    home(&PROCESSES, "processi", "processi", Names::First(&["codice", "processo"])),
    home(&SOFTWARE, "software", "software", Names::First(&["id", "nome"])),
    Home {
        table: "destinatari",
        file: "formazione",
        list: "destinatari",
        inner: None,
        names: Names::First(&["id"]),
        description: None,
        title: "Destinatari della formazione",
        columns: columns::<Audience>,
    },
    Home { inner: Some("moduli"), ..home(&TRAINING, "formazione", "gruppi", Names::All(&["gruppo", "nome"])) },
    home(&ADOPTION, "attuazione", "righe", Names::All(&["area", "servizio", "smart_team"])),
    home(&EXPECTED_BEHAVIOURS, "valutazione", "ruoli", Names::First(&["nome"])),
    home(&EXCLUSIONS, "esclusioni", "esclusioni", Names::All(&["lettera", "dove"])),
    home(&INDICATORS, "indicatori", "indicatori", Names::First(&["id", "indicatore"])),
    home(&REFERENCES, "edizione", "riferimenti", Names::First(&["atto"])),
];

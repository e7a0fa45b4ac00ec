use super::column::Column;
use super::description::{Described, columns};
use super::kind::{Kind, Target};
use super::table::TableDescription;
use super::{
    ADOPTION, AREAS, EXCLUSIONS, EXPECTED_BEHAVIOURS, INDICATORS, PROCESSES, REFERENCES, SERVICES, SOFTWARE, TEAMS,
    TRAINING,
};
use crate::model::{
    AdoptionRow, Area, Audience, Definition, Edition, Exclusion, ExpectedBehaviour, Indicator, LegalReference, Module,
    Process, Service, SmartTeam, Software, Waiver,
};

/// Where the records of a table stand in the files of an edition, and what tells them apart.
#[derive(Debug)]
pub struct Home {
    /// The name of the table: that of its description, or `destinatari`.
    pub table: &'static str,
    /// The file, without its ending; a folder of that name may stand for it.
    pub file: &'static str,
    /// The key of its list.
    pub list: &'static str,
    /// The key of the list within each record of that list, where the rows are in there: the modules of the groups.
    pub inner: Option<&'static str>,
    /// The keys that tell a record from the others.
    pub names: Names,
    /// What other records call it when they refer to it.
    pub target: Option<Target>,
    /// Its description, where it is published as a table.
    pub description: Option<&'static TableDescription>,
    /// What it is called, where it is not.
    title: &'static str,
    /// What a record of it is, with its article.
    what: fn() -> &'static str,
    columns: fn() -> Vec<&'static Column>,
}

/// How a value names records of another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// It is the identifier of one, or those of several.
    Value,
    /// Its keys are their identifiers.
    Key,
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

    /// Every table whose records people write, in the order in which they fill them in.
    pub fn every() -> impl Iterator<Item = &'static Self> {
        HOMES.iter().chain(&BESIDE)
    }

    /// The home of any of them, by its name as addresses or as keys write it.
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::every().find(|home| home.table == name || home.table.replace('-', "_") == name)
    }

    /// What a record is, without its article: `processo`.
    pub fn singular(&self) -> &'static str {
        let what = (self.what)();
        ["il ", "lo ", "la ", "l'"].iter().find_map(|article| what.strip_prefix(article)).unwrap_or(what)
    }

    /// The same in the words of an edition: `attività`.
    pub fn singular_in<'a>(&self, edition: &'a Edition) -> &'a str {
        let words = &edition.model.words;
        match self.table {
            "aree" => words.say("[area]"),
            "servizi" => words.say("[servizio]"),
            "smart-team" => words.say("[smart team]"),
            "processi" => words.say("[processo]"),
            _ => self.singular(),
        }
    }

    /// A table that only a workbook has, whose rows stand in no list of the files.
    pub const fn of_workbook(table: &'static str, title: &'static str) -> Self {
        Self {
            table,
            file: "",
            list: "",
            inner: None,
            names: Names::First(&["voce"]),
            description: None,
            title,
            columns: Vec::new,
            target: None,
            what: || "la voce",
        }
    }

    /// The title of the table in an edition.
    pub fn title_in<'a>(&self, edition: &'a Edition) -> &'a str {
        self.description.map_or(self.title, |table| table.title_in(edition))
    }

    /// The columns of its records, in the order of the data.
    pub fn columns(&self) -> Vec<&'static Column> {
        (self.columns)()
    }

    /// How values of a kind name records of this table; `None` if they do not.
    pub fn named_by(&self, kind: Kind) -> Option<Naming> {
        match kind {
            Kind::Reference(target) | Kind::References(target) => {
                (self.target == Some(target)).then_some(Naming::Value)
            }
            Kind::Marks => (self.table == AUDIENCES).then_some(Naming::Key),
            _ => None,
        }
    }

    /// The heading of one of them.
    pub fn heading<'a>(&self, edition: &'a Edition, column: &Column) -> &'a str {
        self.description.map_or(column.heading, |table| table.heading(edition, column))
    }
}

fn what<R: Described>() -> &'static str {
    R::description().what
}

/// A published table, whose records are of a kind.
const fn home<R: Described>(
    description: &'static TableDescription,
    file: &'static str,
    list: &'static str,
    names: Names,
) -> Home {
    let (table, columns, title) = (description.name, columns::<R>, description.title);
    Home {
        table,
        file,
        list,
        inner: None,
        names,
        target: None,
        description: Some(description),
        title,
        what: what::<R>,
        columns,
    }
}

/// A table that is published as no table: its file and its list are named like it.
const fn unpublished<R: Described>(table: &'static str, title: &'static str, names: Names) -> Home {
    Home {
        table,
        file: table,
        list: table,
        inner: None,
        names,
        target: None,
        description: None,
        title,
        what: what::<R>,
        columns: columns::<R>,
    }
}

/// The same, to whose records others refer.
const fn referred<R: Described>(
    target: Target,
    description: &'static TableDescription,
    (file, list): (&'static str, &'static str),
    names: Names,
) -> Home {
    Home { target: Some(target), ..home::<R>(description, file, list, names) }
}

/// The table of the audiences of the training plan, which the marks of its modules name.
const AUDIENCES: &str = "destinatari";

/// Every table with its home, in the order in which people fill them in.
pub static HOMES: [Home; 12] = [
    referred::<Area>(Target::Area, &AREAS, ("servizi", "aree"), Names::First(&["id"])),
    referred::<Service>(Target::Service, &SERVICES, ("servizi", "servizi"), Names::First(&["id"])),
    referred::<SmartTeam>(Target::Team, &TEAMS, ("smart-team", "smart_team"), Names::First(&["id"])),
    home::<Process>(&PROCESSES, "processi", "processi", Names::First(&["codice", "processo"])),
    referred::<Software>(Target::Software, &SOFTWARE, ("software", "software"), Names::First(&["id", "nome"])),
    Home {
        file: "formazione",
        ..unpublished::<Audience>(AUDIENCES, "Destinatari della formazione", Names::First(&["id"]))
    },
    Home {
        inner: Some("moduli"),
        ..home::<Module>(&TRAINING, "formazione", "gruppi", Names::All(&["gruppo", "nome"]))
    },
    home::<AdoptionRow>(&ADOPTION, "attuazione", "righe", Names::All(&["area", "servizio", "smart_team"])),
    home::<ExpectedBehaviour>(&EXPECTED_BEHAVIOURS, "valutazione", "ruoli", Names::First(&["nome"])),
    home::<Exclusion>(&EXCLUSIONS, "esclusioni", "esclusioni", Names::All(&["lettera", "dove"])),
    home::<Indicator>(&INDICATORS, "indicatori", "indicatori", Names::First(&["id", "indicatore"])),
    home::<LegalReference>(&REFERENCES, "edizione", "riferimenti", Names::First(&["atto"])),
];

/// The tables that speak of the annex itself: no workbook carries them.
static BESIDE: [Home; 2] = [
    unpublished::<Definition>("glossario", "Glossario", Names::First(&["termine"])),
    unpublished::<Waiver>("accettazioni", "Accettazioni", Names::First(&["controllo"])),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_has_a_name_of_its_own_and_names_its_records_by_its_columns() {
        let all: Vec<&Home> = Home::every().collect();
        for (number, home) in all.iter().enumerate() {
            assert!(all[..number].iter().all(|other| other.table != home.table), "{}", home.table);
            let keys: Vec<&str> = home.columns().iter().map(|column| column.key).collect();
            for name in home.names.keys().iter().filter(|name| home.inner.is_none() || **name != "gruppo") {
                assert!(keys.contains(name), "{}: {name}", home.table);
            }
            assert!(!home.singular().contains('\'') && home.singular() != (home.what)(), "{}", home.table);
        }
        assert!(Home::named("smart_team").is_some_and(|home| home.table == "smart-team"));
        assert!(Home::named("indicatori").is_some() && Home::named("nulla").is_none());
    }
}

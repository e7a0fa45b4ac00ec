//! The tables of the data as they are edited: in which file their records stand, under which key, and with which fields.

mod field;
mod place;
mod references;
mod rows;
mod value;

pub(super) use field::{Choice as FieldOption, Field, FieldKind, fields, records};
pub(super) use place::Places;
pub(super) use references::{Mention, mentions};
pub(super) use rows::{Row, Rows};
pub(super) use value::{Intent, intent, items_of, shown, typed};

use crate::model::{
    AdoptionRow, Area, Audience, Definition, Edition, Exclusion, ExpectedBehaviour, LegalReference, Module,
    OutlineEntry, Process, Service, SmartTeam, Software, Waiver,
};
use crate::tables::{
    ADOPTION, AREAS, Column, Described, EXCLUSIONS, EXPECTED_BEHAVIOURS, PROCESSES, REFERENCES, SERVICES, SOFTWARE,
    TEAMS, TRAINING, TableDescription, Target, columns,
};

/// A table of the data.
#[derive(Debug)]
pub(super) struct DataTable {
    /// Its name in addresses.
    pub(super) name: &'static str,
    /// Its usual title.
    title: &'static str,
    /// Its description as a published table.
    pub(super) described: Option<&'static TableDescription>,
    /// The stem of its file, below the folder of the edition.
    pub(super) file: &'static str,
    /// The key under which its records stand.
    pub(super) list: &'static str,
    /// The key inside each of these under which they stand, where they stand in groups.
    pub(super) inner: Option<&'static str>,
    /// Its columns, annotations left out.
    pub(super) columns: fn() -> Vec<&'static Column>,
    /// What a record is, with its article.
    what: fn() -> &'static str,
    /// Whether an entry of the outline is one of its records.
    outlined: fn(&OutlineEntry) -> bool,
    /// The keys by which a record is known; the first that is filled counts.
    pub(super) names: &'static [&'static str],
    /// What other records call it when they refer to it.
    pub(super) target: Option<Target>,
}

fn what<R: Described>() -> &'static str {
    R::description().what
}

/// Whether an entry is a row of a table that has the file for itself.
fn is_row(entry: &OutlineEntry, table: &str) -> bool {
    entry.table == table && entry.name.row.is_some() && entry.name.list.is_none()
}

macro_rules! data_table {
    ($name:literal, $title:literal, $record:ident, $file:literal, $list:literal, $names:expr, $outlined:expr $(, described = $described:ident)? $(, target = $target:ident)? $(, inner = $inner:literal)?) => {
        DataTable {
            name: $name,
            title: $title,
            described: data_table!(@some $($described)?),
            file: $file,
            list: $list,
            inner: data_table!(@text $($inner)?),
            columns: columns::<$record>,
            what: what::<$record>,
            outlined: $outlined,
            names: $names,
            target: data_table!(@target $($target)?),
        }
    };
    (@some) => { None };
    (@some $described:ident) => { Some(&$described) };
    (@text) => { None };
    (@text $inner:literal) => { Some($inner) };
    (@target) => { None };
    (@target $target:ident) => { Some(Target::$target) };
}

/// Every table, in the order of the menu.
pub(super) static ALL: [DataTable; 13] = [
    data_table!(
        "processi",
        "Tavola 1",
        Process,
        "processi",
        "processi",
        &["codice", "processo"],
        |it| is_row(it, "processi"),
        described = PROCESSES
    ),
    data_table!(
        "smart-team",
        "Smart team",
        SmartTeam,
        "smart-team",
        "smart_team",
        &["id", "nome"],
        |it| is_row(it, "smart-team"),
        described = TEAMS,
        target = Team
    ),
    data_table!(
        "servizi",
        "Servizi",
        Service,
        "servizi",
        "servizi",
        &["id", "nome"],
        |it| is_row(it, "servizi"),
        described = SERVICES,
        target = Service
    ),
    data_table!(
        "aree",
        "Aree",
        Area,
        "servizi",
        "aree",
        &["id", "nome"],
        |it| is_row(it, "aree"),
        described = AREAS,
        target = Area
    ),
    data_table!(
        "software",
        "Programmi informatici",
        Software,
        "software",
        "software",
        &["id", "nome"],
        |it| is_row(it, "software"),
        described = SOFTWARE,
        target = Software
    ),
    data_table!(
        "formazione",
        "Piano formativo",
        Module,
        "formazione",
        "gruppi",
        &["nome"],
        |it| it.table == "formazione" && it.name.row.is_some() && it.name.list.as_deref() != Some("gruppi"),
        described = TRAINING,
        inner = "moduli"
    ),
    data_table!(
        "destinatari",
        "Destinatari della formazione",
        Audience,
        "formazione",
        "destinatari",
        &["id", "nome"],
        |it| it.table == "formazione" && it.name.row.is_none() && it.name.list.is_none() && it.name.id.is_some()
    ),
    data_table!(
        "attuazione",
        "Stato di attuazione",
        AdoptionRow,
        "attuazione",
        "righe",
        &["smart_team", "servizio", "area"],
        |it| is_row(it, "attuazione"),
        described = ADOPTION
    ),
    data_table!(
        "valutazione",
        "Comportamenti attesi",
        ExpectedBehaviour,
        "valutazione",
        "ruoli",
        &["nome"],
        |it| is_row(it, "valutazione"),
        described = EXPECTED_BEHAVIOURS
    ),
    data_table!(
        "esclusioni",
        "Esclusioni",
        Exclusion,
        "esclusioni",
        "esclusioni",
        &["lettera", "profili", "attivita"],
        |it| is_row(it, "esclusioni"),
        described = EXCLUSIONS
    ),
    data_table!(
        "riferimenti",
        "Riferimenti normativi",
        LegalReference,
        "edizione",
        "riferimenti",
        &["atto"],
        |it| it.name.list.as_deref() == Some("riferimenti"),
        described = REFERENCES
    ),
    data_table!("glossario", "Glossario", Definition, "glossario", "glossario", &["termine"], |it| is_row(
        it,
        "glossario"
    )),
    data_table!("accettazioni", "Accettazioni", Waiver, "accettazioni", "accettazioni", &["controllo"], |it| is_row(
        it,
        "accettazioni"
    )),
];

impl DataTable {
    /// The table of this name, as addresses or as keys write it.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|table| table.name == name || table.name.replace('-', "_") == name)
    }

    /// Its title in an edition.
    pub(super) fn title_in<'a>(&self, edition: &'a Edition) -> &'a str {
        match self.described {
            Some(described) => described.title_in(edition),
            None => self.title,
        }
    }

    /// What a record is, without its article: `processo`.
    pub(super) fn singular(&self) -> &'static str {
        let what = (self.what)();
        ["il ", "lo ", "la ", "l'"].iter().find_map(|article| what.strip_prefix(article)).unwrap_or(what)
    }

    /// The heading of a column in an edition.
    pub(super) fn heading<'a>(&self, edition: &'a Edition, column: &Column) -> &'a str {
        self.described.map_or(column.heading, |described| described.heading(edition, column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_has_a_name_of_its_own_and_names_its_records_by_its_columns() {
        for (number, table) in ALL.iter().enumerate() {
            assert!(ALL[..number].iter().all(|other| other.name != table.name), "{}", table.name);
            let keys: Vec<&str> = (table.columns)().iter().map(|column| column.key).collect();
            for name in table.names {
                assert!(keys.contains(name), "{}: {name}", table.name);
            }
            assert!(!table.singular().contains('\'') && table.singular() != (table.what)(), "{}", table.name);
        }
        assert!(DataTable::named("smart_team").is_some() && DataTable::named("nulla").is_none());
    }
}

//! What the columns of each table are called, in our words and in those of others.

use super::heading::words;
use super::role::{Reads, Role};
use super::synonyms::{OFFICES, SYNONYMS};
use super::value::share::Whole;
use crate::model::{Edition, Period};
use crate::tables::{Column, Kind, TABLES, TableDescription, Target, Words};
use std::sync::LazyLock;

/// The tables that a foreign sheet may hold: name, and groups of keys of which each must be there.
const ANCHORS: [(&str, &[&[&str]]); 10] = [
    ("processi", &[&["processo"]]),
    ("attuazione", &[&["dipendenti", "agili", "donne", "uomini"]]),
    ("smart-team", &[&["nome"], &["smartabilita", "servizio"]]),
    ("indicatori", &[&["indicatore"], &["obiettivi", "consuntivo", "base"]]),
    ("software", &[&["nome"], &["scopo", "fornitore"]]),
    ("formazione", &[&["nome"]]),
    ("valutazione", &[&["nome"], &["voci"]]),
    ("esclusioni", &[&["profili", "attivita"]]),
    ("servizi", &[&["nome"], &["area", "prefisso", "parte_di"]]),
    ("aree", &[&["nome"]]),
];

/// The roles of a table.
#[derive(Clone, Debug)]
pub(super) struct Vocabulary {
    /// The name of the table.
    pub(super) table: &'static str,
    /// Its roles.
    pub(super) roles: Vec<Role>,
    anchors: &'static [&'static [&'static str]],
}

impl Vocabulary {
    /// Those of every table, the likeliest first.
    pub(super) fn all(edition: &Edition) -> Vec<Self> {
        ANCHORS.iter().filter_map(|(name, _)| Self::of(edition, name)).collect()
    }

    /// That of a table.
    pub(super) fn of(edition: &Edition, name: &str) -> Option<Self> {
        let description = TABLES.iter().find(|table| table.is_called(name))?;
        let (_, anchors) = ANCHORS.iter().find(|(table, _)| *table == description.name)?;
        let mut roles = described(edition, description);
        roles.extend(added(edition, description));
        roles.extend(beside(description.name));
        Some(Self { table: description.name, roles, anchors })
    }

    /// Whether keys are those without which a sheet does not hold the table.
    pub(super) fn is_anchored(&self, keys: &[&str]) -> bool {
        self.anchors.iter().all(|group| group.iter().any(|key| keys.contains(key)))
    }
}

/// The keys of the columns of a table that these headings name, in our words, in those of the administration or in others' that are known; `None`
/// for one that names no column.
pub fn heading_keys(edition: &Edition, table: &str, headings: &[String]) -> Vec<Option<String>> {
    let roles = Vocabulary::of(edition, table).map_or_else(Vec::new, |vocabulary| vocabulary.roles);
    let key = |heading: &String| {
        let said = words(heading);
        let named = |role: &&Role| !said.is_empty() && !role.key.is_empty() && role.words.contains(&said);
        roles.iter().find(named).map(|role| role.key.clone())
    };
    headings.iter().map(key).collect()
}

/// Our words, in which a sheet from before may name its columns.
static OUR_WORDS: LazyLock<crate::model::Words> = LazyLock::new(crate::model::Words::default);

/// The roles of the columns of the description.
fn described(edition: &Edition, table: &TableDescription) -> Vec<Role> {
    let role = |column: &&'static Column| {
        let reads = reads(table.name, column)?;
        let own = table.own_heading(edition, column.published);
        // Both the words of the administration and ours: the sheet may be older than they are.
        let ours = |heading| OUR_WORDS.say(heading);
        let own_words = |heading| edition.model.words.say(heading);
        let [printed, data] = [column.heading, column.data_heading()];
        let said = [own_words(printed), own_words(data), ours(printed), ours(data), column.key, column.published];
        let headings = own.into_iter().chain(said);
        let mut known: Vec<String> = headings.map(words).collect();
        // The name of a group of modules stands in a column of the same table as that of a module.
        let key = if column.published == "gruppo" { column.published } else { column.key };
        known.retain(|words| key != "gruppo" || words != "nome");
        known.extend(synonyms(table.name, key).map(words));
        Some(Role { key: key.to_owned(), reads, words: known })
    };
    (table.columns)().iter().filter_map(role).collect()
}

fn synonyms(table: &str, key: &str) -> impl Iterator<Item = &'static str> {
    let lists = SYNONYMS.iter().filter(move |(of, of_key, _)| (*of == table || of.is_empty()) && *of_key == key);
    lists.flat_map(|(_, _, words)| words.split('|'))
}

fn reads(table: &str, column: &Column) -> Option<Reads> {
    Some(match (table, column.key, column.kind) {
        ("attuazione", "area", _) => Reads::Office(2),
        ("attuazione", "servizio", _) => Reads::Office(4),
        ("attuazione", "smart_team", _) => Reads::Office(7),
        ("attuazione", "giorni", _) => Reads::Days(Period::Month),
        (_, "smartabilita", Kind::Word(_)) => Reads::Grade,
        (_, _, Kind::Id | Kind::Text | Kind::Address | Kind::Rule) => Reads::Text,
        (_, _, Kind::Texts) => Reads::List,
        (_, _, Kind::Reference(Target::Software) | Kind::References(Target::Software)) => Reads::Programs,
        (_, _, Kind::Reference(target) | Kind::References(target)) => Reads::Office(match target {
            Target::Area => 2,
            Target::Service => 4,
            _ => 7,
        }),
        (_, _, Kind::Word(list)) if list.list() == Words::of::<bool>().list() => Reads::YesNo,
        (_, _, Kind::Word(list)) => Reads::Word(list),
        (_, _, Kind::Risk) => Reads::Risk,
        (_, _, Kind::Answer) => Reads::Verdict,
        (_, _, Kind::Code) => Reads::Code,
        (_, _, Kind::Number | Kind::Count) => Reads::Number,
        (_, _, Kind::Percentage) => Reads::Percentage(Whole::default()),
        (_, _, Kind::Headcount) => Reads::Count,
        (_, _, Kind::Date) => Reads::Date,
        (_, _, Kind::Days | Kind::PeriodDays) => Reads::Days(Period::Week),
        (_, _, Kind::Genders | Kind::Modules | Kind::Marks | Kind::Baseline | Kind::Years) => return None,
    })
}

/// The roles of the columns that the edition adds.
fn added(edition: &Edition, table: &TableDescription) -> Vec<Role> {
    let own = edition.model.columns_of(table.name).map(|column| {
        let headings = [column.key.value.as_str(), column.title.value.as_str(), table.added_heading(edition, column)];
        Role {
            key: column.key.value.clone(),
            reads: Reads::Own(column.kind.clone()),
            words: headings.map(words).to_vec(),
        }
    });
    let audiences = edition.training.audiences.iter().filter(|_| table.name == "formazione").map(|audience| {
        let group = audience.group.as_ref().map_or("", |group| &group.value);
        let headings =
            [format!("{group} {}", audience.name.value), audience.name.value.clone(), audience.id.value.clone()];
        Role {
            key: audience.id.value.clone(),
            reads: Reads::Audience,
            words: headings.iter().map(|text| words(text)).collect(),
        }
    });
    own.chain(audiences).collect()
}

/// The roles that no column of the description has: offices in the words of others, notes, shares that follow from numbers.
fn beside(table: &str) -> Vec<Role> {
    let role = |key: &str, reads: Reads, names: &[&str]| Role {
        key: key.to_owned(),
        reads,
        words: names.iter().map(|name| words(name)).collect(),
    };
    let mut roles = vec![
        role("nota", Reads::Text, &["note", "nota", "annotazioni", "osservazioni", "note e osservazioni"]),
        role("da_verificare", Reads::Text, &["da verificare"]),
        role("", Reads::Ordinal, &["progressivo", "n. progressivo", "ord", "n. ordine", "riga"]),
    ];
    if matches!(table, "processi" | "attuazione" | "smart-team" | "servizi") {
        roles.extend(OFFICES.iter().map(|(rank, names)| {
            let names: Vec<&str> = names.split('|').collect();
            role("", Reads::Office(*rank), &names)
        }));
    }
    if table == "attuazione" {
        let share = [
            "percentuale",
            "% sul totale",
            "% sul tot.",
            "% agili",
            "incidenza",
            "incidenza %",
            "percentuale agili",
            "% di agili",
            "% smart worker",
            "% lavoratori agili",
            "% adesione",
            "tasso di adesione",
            "rapporto",
        ];
        roles.push(role("", Reads::Derived, &share));
        for (period, names) in [
            (
                Period::Month,
                &["giorni mese", "giorni mensili", "giorni al mese", "giornate mensili", "quota max mese"][..],
            ),
            (
                Period::Quarter,
                &[
                    "quota max trimestre",
                    "quota trimestre",
                    "giorni trimestre",
                    "giorni al trimestre",
                    "quota massima trimestre",
                    "quota",
                ][..],
            ),
            (
                Period::Year,
                &[
                    "giorni anno",
                    "giorni annui",
                    "giorni all'anno",
                    "quota max anno",
                    "giornate annue",
                    "giornate anno",
                ][..],
            ),
        ] {
            roles.push(role("giorni", Reads::Days(period), names));
        }
    }
    roles
}

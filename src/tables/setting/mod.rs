//! The keys of the files that hold no table, and those that stand beside the rows of one: what each is called, what it means, what may
//! stand there. The schemas and the forms of the workbench are made of them.

mod administration;
mod beside_rows;
mod edition;

pub use administration::ADMINISTRATION;
pub use beside_rows::{ADOPTION_SETTINGS, TABLE_SETTINGS, TRAINING_SETTINGS};
pub use edition::EDITION_SETTINGS;

use super::kind::{Kind, Words};
use crate::model::Keyword;

/// A key.
#[derive(Debug)]
pub struct Setting {
    /// The key of the data.
    pub key: &'static str,
    /// What people call it.
    pub heading: &'static str,
    /// What it is, as an editor shows it.
    pub meaning: &'static str,
    /// What may stand there.
    pub kind: SettingKind,
    /// Whether it must be there.
    pub required: bool,
}

/// What may stand under a key.
#[derive(Debug)]
pub enum SettingKind {
    /// A value of the kind that a column may have.
    One(Kind),
    /// A SHA-256, in hexadecimal digits.
    Fingerprint,
    /// Keys that the administration chooses, each with a text; `true` where the text may be missing.
    Pairs(bool),
    /// These keys.
    Group(&'static [Setting]),
    /// These keys, or several such groups.
    GroupOrList(&'static [Setting]),
    /// The first keys, or several groups of the second.
    GroupOrOthers(&'static [Setting], &'static [Setting]),
    /// Several groups of these keys.
    List(&'static [Setting]),
    /// The headings of the columns, table by table.
    Headings,
    /// The rows of a table, which has a description of its own.
    Rows,
}

const fn one(key: &'static str, heading: &'static str, meaning: &'static str, kind: Kind) -> Setting {
    other(key, heading, meaning, SettingKind::One(kind))
}

const fn text(key: &'static str, heading: &'static str, meaning: &'static str) -> Setting {
    one(key, heading, meaning, Kind::Text)
}

const fn day(key: &'static str, heading: &'static str, meaning: &'static str) -> Setting {
    one(key, heading, meaning, Kind::Date)
}

const fn word<K: Keyword>(key: &'static str, heading: &'static str, meaning: &'static str) -> Setting {
    one(key, heading, meaning, Kind::Word(Words::of::<K>()))
}

const fn other(key: &'static str, heading: &'static str, meaning: &'static str, kind: SettingKind) -> Setting {
    Setting { key, heading, meaning, kind, required: false }
}

impl Setting {
    /// The keys inside it.
    pub fn inside(&self) -> &'static [Setting] {
        match self.kind {
            SettingKind::Group(inside)
            | SettingKind::GroupOrList(inside)
            | SettingKind::GroupOrOthers(inside, _)
            | SettingKind::List(inside) => inside,
            _ => &[],
        }
    }

    /// The same, which must be there.
    const fn required(self) -> Self {
        Self { required: true, ..self }
    }
}

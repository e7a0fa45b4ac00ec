use super::choice::Choice;
use super::field::{Field, FieldKind, to_decide};
use super::value::shown;
use crate::edit::{Step, Written};
use crate::model::Edition;
use crate::tables::{
    ADMINISTRATION, ADOPTION_SETTINGS, Column, EDITION_SETTINGS, HOMES, Kind, Setting, SettingKind, TABLE_SETTINGS,
    TO_DECIDE, TRAINING_SETTINGS,
};

/// The file of what an edition adds to the usual annex.
pub(super) const MODEL: &str = "modello";

/// The file in which the office sets the checks.
pub(super) const CONTROLS: &str = "controlli";

/// What a form shows under one heading.
#[derive(Clone, Debug)]
pub(in crate::workbench) struct Section {
    /// Its heading; empty for the keys that stand alone.
    pub(in crate::workbench) title: String,
    pub(in crate::workbench) fields: Vec<Field>,
    /// The list whose items these fields are.
    pub(in crate::workbench) list: Option<FieldList>,
    /// The column of the administration's own of which they are the settings.
    pub(in crate::workbench) column: Option<SectionColumn>,
}

/// A column of the administration's own in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::workbench) enum SectionColumn {
    /// One that is there, by its key.
    Standing(String),
    /// One that is to be added.
    New,
}

impl Section {
    /// Fields that stand alone.
    pub(super) fn of(title: impl Into<String>, fields: Vec<Field>) -> Self {
        Self { title: title.into(), fields, list: None, column: None }
    }

    /// What stands in its fields, where the file says `whole`.
    pub(in crate::workbench) fn values(&self, whole: &Written) -> Vec<String> {
        let Some(list) = &self.list else {
            return self.fields.iter().map(|field| shown(field.value_in(whole))).collect();
        };
        let items = list.items(whole);
        let each = (1..=items.len() + 1).flat_map(|place| {
            let item = items.get(place - 1);
            list.fields(place).into_iter().map(move |field| shown(item.and_then(|item| field.value_in(item))))
        });
        each.collect()
    }
}

/// A list of groups of keys.
#[derive(Clone, Debug)]
pub(in crate::workbench) struct FieldList {
    pub(in crate::workbench) key: &'static str,
    pub(in crate::workbench) heading: &'static str,
    settings: &'static [Setting],
    /// Whether one alone stands without a list.
    pub(in crate::workbench) alone: bool,
}

impl FieldList {
    /// The fields of the item at a place, counted from 1; their ways begin at the item.
    pub(in crate::workbench) fn fields(&self, place: usize) -> Vec<Field> {
        let field = |setting: &Setting| {
            let key = if self.alone && place == 1 {
                format!("{}.{}", self.key, setting.key)
            } else {
                format!("{}.{place}.{}", self.key, setting.key)
            };
            let heading = if place == 1 && self.alone {
                setting.heading.to_owned()
            } else {
                format!("{} {place}: {}", self.heading, lower(setting.heading))
            };
            Field { path: vec![Step::from(setting.key)], ..Field::new(&key, &heading, setting.meaning, kind(setting)) }
        };
        self.settings.iter().map(field).collect()
    }

    /// What stands there now, as items.
    pub(in crate::workbench) fn items<'w>(&self, whole: &'w Written) -> &'w [Written] {
        match whole.get(self.key) {
            Some(value @ Written::Group(_)) if self.alone => std::slice::from_ref(value),
            Some(value) => value.items(),
            None => &[],
        }
    }
}

fn lower(heading: &str) -> String {
    let mut letters = heading.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The settings of a file by its name.
pub(in crate::workbench) fn settings_of(file: &str) -> Vec<&'static Setting> {
    match file {
        // Their forms are made of the edition, or of the rules, not of keys alone.
        MODEL | CONTROLS => Vec::new(),
        "ente" => ADMINISTRATION.iter().collect(),
        "edizione" => EDITION_SETTINGS.iter().collect(),
        "attuazione" => ADOPTION_SETTINGS.iter().chain(&TABLE_SETTINGS).collect(),
        "formazione" => TRAINING_SETTINGS.iter().chain(&TABLE_SETTINGS).collect(),
        _ => TABLE_SETTINGS.iter().collect(),
    }
}

/// The sections of the form of a file that says `whole`; `editions` are those that may be in force.
pub(in crate::workbench) fn sections(
    settings: &[&'static Setting],
    whole: &Written,
    edition: Option<&Edition>,
    editions: &[String],
) -> Vec<Section> {
    let mut alone = Section::of("", Vec::new());
    let mut others = Vec::new();
    for setting in settings {
        let is_list = whole.get(setting.key).is_some_and(|value| matches!(value, Written::List(_)));
        match setting.kind {
            SettingKind::Rows => {}
            SettingKind::Group(group) => others.push(group_section(setting, group)),
            SettingKind::GroupOrOthers(group, _) if !is_list => others.push(group_section(setting, group)),
            SettingKind::GroupOrList(items) => others.push(list_section(setting, items, true, whole)),
            SettingKind::List(items) | SettingKind::GroupOrOthers(_, items) => {
                others.push(list_section(setting, items, false, whole));
            }
            SettingKind::Headings => {
                others.extend(edition.into_iter().flat_map(|edition| headings(setting, whole, edition)));
            }
            _ if setting.key == "edizione_corrente" => {
                let options = editions.iter().map(|id| Choice::new(id.as_str(), id.as_str())).collect();
                alone.fields.push(Field { kind: FieldKind::Choice(options), ..field(setting) });
            }
            _ => alone.fields.push(field(setting)),
        }
    }
    // It is said where it is written: nobody looks for it elsewhere.
    if whole.get(TO_DECIDE).is_some() {
        alone.fields.push(to_decide());
    }
    [alone].into_iter().filter(|section| !section.fields.is_empty()).chain(others).collect()
}

fn field(setting: &Setting) -> Field {
    Field::new(setting.key, setting.heading, setting.meaning, kind(setting)).required(setting.required)
}

fn group_section(setting: &Setting, group: &[Setting]) -> Section {
    let field = |inner: &Setting| {
        let key = format!("{}.{}", setting.key, inner.key);
        Field::new(&key, inner.heading, inner.meaning, kind(inner))
    };
    Section::of(setting.heading, group.iter().map(field).collect())
}

/// The items that are there, and one more.
fn list_section(setting: &Setting, settings: &'static [Setting], alone: bool, whole: &Written) -> Section {
    let list = FieldList { key: setting.key, heading: setting.heading, settings, alone };
    let count = list.items(whole).len();
    let fields = (1..=count + 1).flat_map(|place| list.fields(place)).collect();
    Section { list: Some(list), ..Section::of(setting.heading, fields) }
}

/// The headings of the columns of each table.
fn headings<'s>(
    setting: &'s Setting,
    whole: &'s Written,
    edition: &'s Edition,
) -> impl Iterator<Item = Section> + use<'s> {
    let tables = HOMES.iter().filter_map(|home| Some((home, home.description?)));
    tables.map(move |(home, description)| {
        // A table may be called as its key is.
        let other = home.table.replace('-', "_");
        let is_other = whole.get(setting.key).is_some_and(|tables| tables.get(&other).is_some());
        let table = if is_other { other } else { home.table.to_owned() };
        let field = |column: &&Column| {
            let key = format!("{}.{table}.{}", setting.key, column.published);
            let usual = edition.model.words.say(column.heading);
            Field::new(&key, usual, "L'intestazione stampata, se è un'altra.", FieldKind::Line)
        };
        let title = format!("{}: {}", setting.heading, home.title_in(edition));
        Section::of(title, (description.columns)().iter().map(field).collect())
    })
}

fn kind(setting: &Setting) -> FieldKind {
    match &setting.kind {
        SettingKind::One(Kind::Text) => FieldKind::Prose,
        SettingKind::One(Kind::Word(words)) => FieldKind::Choice(Choice::words(words.list())),
        SettingKind::One(Kind::Date | Kind::Number | Kind::Count | Kind::Headcount | Kind::PeriodDays) => {
            FieldKind::Number
        }
        SettingKind::Pairs(_) => FieldKind::Pairs,
        _ => FieldKind::Line,
    }
}

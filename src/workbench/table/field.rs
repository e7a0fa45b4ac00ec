use super::DataTable;
use crate::model::{
    Annotations, Answer, Audience, Edition, Graph, Keyword as _, OfficeLabels, OwnColumn, OwnKind, Text,
};
use crate::tables::{Column, Kind, RecordNames, Target, columns, own_kind};

/// A field of a form: a key of a record, or one inside it (`donne.agili`).
#[derive(Clone, Debug)]
pub(in crate::workbench) struct Field {
    /// The key; a full stop leads into a group.
    pub(in crate::workbench) key: String,
    pub(in crate::workbench) heading: String,
    pub(in crate::workbench) meaning: String,
    pub(in crate::workbench) kind: FieldKind,
    pub(in crate::workbench) required: bool,
}

/// How a value is typed.
#[derive(Clone, Debug)]
pub(in crate::workbench) enum FieldKind {
    /// In a line.
    Line,
    /// In a line, as a number or a day.
    Number,
    /// In several lines that are one text.
    Prose,
    /// One item a line.
    Items,
    /// One of these.
    Choice(Vec<Choice>),
    /// Some of these.
    Choices(Vec<Choice>),
}

/// What may be chosen: the word of the data, and what people read.
#[derive(Clone, Debug, serde::Serialize)]
pub(in crate::workbench) struct Choice {
    pub(in crate::workbench) value: String,
    pub(in crate::workbench) label: String,
}

impl Choice {
    fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// The fields of the records of a table in an edition.
pub(in crate::workbench) fn fields(edition: &Edition, table: &DataTable) -> Vec<Field> {
    let mut fields = Vec::new();
    for column in (table.columns)() {
        let heading = table.heading(edition, column);
        match column.kind {
            Kind::Modules => {}
            Kind::Marks => fields.extend(marks(edition, column)),
            Kind::Genders => fields.extend(counts(column, heading)),
            kind => fields.push(Field {
                key: column.key.to_owned(),
                heading: heading.to_owned(),
                meaning: column.meaning.to_owned(),
                kind: self::kind(edition, table, column.key, kind),
                required: column.is_required(),
            }),
        }
    }
    fields.extend(own(edition, table));
    fields.extend(columns::<Annotations>().into_iter().map(|column| Field {
        key: column.key.to_owned(),
        heading: column.heading.to_owned(),
        meaning: column.meaning.to_owned(),
        kind: kind(edition, table, column.key, column.kind),
        required: false,
    }));
    fields
}

fn own(edition: &Edition, table: &DataTable) -> Vec<Field> {
    let Some(described) = table.described else { return Vec::new() };
    let column = |column: &OwnColumn| Field {
        key: column.key.value.clone(),
        heading: described.added_heading(edition, column).to_owned(),
        meaning: column.explanation.as_ref().map(|words| words.value.clone()).unwrap_or_default(),
        kind: match &column.kind {
            OwnKind::Choice(words) => {
                FieldKind::Choice(words.iter().map(|word| Choice::new(&*word.value, &*word.value)).collect())
            }
            _ => kind(edition, table, &column.key.value, own_kind(column)),
        },
        required: column.required,
    };
    edition.model.columns_of(described.name).map(column).collect()
}

fn kind(edition: &Edition, table: &DataTable, key: &str, kind: Kind) -> FieldKind {
    match kind {
        Kind::Text => FieldKind::Prose,
        Kind::Texts => FieldKind::Items,
        Kind::Reference(target) => FieldKind::Choice(records(edition, target)),
        Kind::References(target) => {
            let mut options = Vec::new();
            if table.name == "processi" && key == "smart_team" {
                options.push(Choice::new("tutti", edition.everyone()));
            }
            options.extend(records(edition, target));
            FieldKind::Choices(options)
        }
        Kind::Word(words) => {
            FieldKind::Choice(words.list().into_iter().map(|word| Choice::new(word, spoken(word))).collect())
        }
        Kind::Risk => FieldKind::Choice(
            edition.model.scales.risk_words().into_iter().map(|word| Choice::new(word, word)).collect(),
        ),
        Kind::Answer => FieldKind::Choice(answers(edition)),
        Kind::Number
        | Kind::Percentage
        | Kind::Count
        | Kind::Headcount
        | Kind::Date
        | Kind::Days
        | Kind::PeriodDays => FieldKind::Number,
        _ => FieldKind::Line,
    }
}

/// The answers of smartability, and the administration's own words for them.
fn answers(edition: &Edition) -> Vec<Choice> {
    let mut options: Vec<Choice> = Answer::KEYWORDS.iter().map(|(word, _)| Choice::new(*word, spoken(word))).collect();
    for (_, word) in &edition.model.scales.answers {
        options.push(Choice::new(&*word.value, &*word.value));
    }
    options
}

/// A word as people read it.
fn spoken(word: &str) -> String {
    if word == "si" { "sì".to_owned() } else { word.to_owned() }
}

/// The records to which a column may refer, by name.
pub(in crate::workbench) fn records(edition: &Edition, target: Target) -> Vec<Choice> {
    let graph = Graph::new(edition);
    let labels = OfficeLabels::of(edition, &graph);
    let names = RecordNames { edition, graph: &graph, labels: &labels };
    let option = |id: &Text| Choice::new(&*id.value, names.of(target, id));
    let mut options: Vec<Choice> = match target {
        Target::Area => edition.areas.rows.iter().map(|row| option(&row.id)).collect(),
        Target::Service => edition.services.rows.iter().map(|row| option(&row.id)).collect(),
        Target::Team => edition.teams.rows.iter().map(|row| option(&row.id)).collect(),
        Target::Software => edition.software.rows.iter().filter_map(|row| row.id.as_ref()).map(option).collect(),
    };
    options.sort_by_key(|option| option.label.to_lowercase());
    options
}

/// A choice for each audience of the training plan.
fn marks(edition: &Edition, column: &Column) -> Vec<Field> {
    let legend: Vec<Choice> =
        edition.training.legend.iter().map(|entry| Choice::new(&*entry.mark.value, &*entry.mark.value)).collect();
    let field = |audience: &Audience| {
        let group = audience.group.as_ref().map(|group| format!("{} – ", group.value)).unwrap_or_default();
        Field {
            key: format!("{}.{}", column.key, audience.id.value),
            heading: format!("{group}{}", audience.name.value),
            meaning: column.meaning.to_owned(),
            kind: FieldKind::Choice(legend.clone()),
            required: false,
        }
    };
    edition.training.audiences.iter().map(field).collect()
}

/// Two counts: of the employees, and of those who work in agile mode.
fn counts(column: &Column, heading: &str) -> Vec<Field> {
    let count = |key: &str, words: &str| Field {
        key: format!("{}.{key}", column.key),
        heading: format!("{heading}: {words}"),
        meaning: column.meaning.to_owned(),
        kind: FieldKind::Number,
        required: false,
    };
    vec![count("dipendenti", "fra i dipendenti"), count("agili", "fra chi lavora in modalità agile")]
}

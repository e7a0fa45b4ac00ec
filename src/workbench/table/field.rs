use super::choice::{Choice, answers, records};
use super::collision::DOUBT;
use crate::edit::Step;
use crate::model::{Annotations, Audience, Edition, OwnColumn, OwnKind};
use crate::tables::{Column, Home, Kind, TO_DECIDE, TO_DECIDE_HEADING, TO_DECIDE_MEANING, columns, own_kind};
use crate::workbench::plain_words::keyed;

/// A field of a form: a key of a record, or one inside it (`donne.agili`).
#[derive(Clone, Debug)]
pub(in crate::workbench) struct Field {
    /// Its name in the form: the key; a full stop leads into a group.
    pub(in crate::workbench) key: String,
    /// The way from the record to the value.
    pub(in crate::workbench) path: Vec<Step>,
    pub(in crate::workbench) heading: String,
    pub(in crate::workbench) meaning: String,
    pub(in crate::workbench) kind: FieldKind,
    pub(in crate::workbench) required: bool,
    /// Where one value may stand in the place of a group: the key that the value has in the group.
    pub(in crate::workbench) alone: Option<&'static str>,
    /// Whether the record has a place for doubts, in which another value of it can be kept.
    pub(in crate::workbench) doubts: bool,
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
    /// A key and what it means on each line: `2026: 1400`.
    Pairs,
    /// The same with a year and its value.
    Years,
}

impl Field {
    /// A field of a key.
    pub(in crate::workbench) fn new(key: &str, heading: &str, meaning: &str, kind: FieldKind) -> Self {
        Self {
            key: key.to_owned(),
            path: key.split('.').map(Step::from).collect(),
            heading: heading.to_owned(),
            meaning: meaning.to_owned(),
            kind,
            required: false,
            alone: None,
            doubts: false,
        }
    }

    pub(in crate::workbench) fn required(self, required: bool) -> Self {
        Self { required, ..self }
    }

    /// Whether its items stand one a line.
    pub(in crate::workbench) fn is_list(&self) -> bool {
        matches!(self.kind, FieldKind::Items | FieldKind::Choices(_))
    }

    /// Whether it is typed in a single line.
    pub(super) fn is_line(&self) -> bool {
        matches!(self.kind, FieldKind::Line | FieldKind::Number)
    }

    /// The key of the record under which its value stands.
    pub(in crate::workbench) fn first_key(&self) -> Option<&str> {
        match self.path.first() {
            Some(Step::Key(key)) => Some(key),
            _ => None,
        }
    }

    /// What may be chosen; nothing where it is typed.
    pub(in crate::workbench) fn options(&self) -> &[Choice] {
        match &self.kind {
            FieldKind::Choice(options) | FieldKind::Choices(options) => options,
            _ => &[],
        }
    }
}

/// The fields of the records of a table in an edition.
pub(in crate::workbench) fn fields(edition: &Edition, home: &Home) -> Vec<Field> {
    let mut fields = Vec::new();
    for column in home.columns() {
        let heading = home.heading(edition, column);
        match column.kind {
            Kind::Modules => {}
            Kind::Marks => fields.extend(marks(edition, column)),
            Kind::Genders => fields.extend(counts(column, heading)),
            Kind::Baseline => fields.extend(baseline(column, heading)),
            kind => {
                // Of identifiers people see the names.
                let meaning = match kind {
                    Kind::Reference(_) => "Si sceglie dall'elenco.",
                    Kind::References(_) => "Si sceglie dall'elenco; se sono più d'uno, uno per riquadro.",
                    _ => &keyed(edition, home.table, edition.model.words.say(column.meaning)),
                };
                let kind = self::kind(edition, home, column.key, kind);
                fields.push(Field::new(column.key, heading, meaning, kind).required(column.is_required()));
            }
        }
    }
    fields.extend(own(edition, home));
    fields.extend(columns::<Annotations>().into_iter().map(|column| {
        let meaning = keyed(edition, home.table, column.meaning);
        Field::new(column.key, column.heading, &meaning, kind(edition, home, column.key, column.kind))
    }));
    fields.push(to_decide());
    for field in &mut fields {
        field.doubts = field.key != DOUBT;
    }
    fields
}

/// What is still to be decided of a record, or of a file: a decision that was taken is removed.
pub(super) fn to_decide() -> Field {
    Field::new(TO_DECIDE, TO_DECIDE_HEADING, TO_DECIDE_MEANING, FieldKind::Items)
}

fn own(edition: &Edition, home: &Home) -> Vec<Field> {
    let Some(described) = home.description else { return Vec::new() };
    let column = |column: &OwnColumn| {
        let kind = match &column.kind {
            OwnKind::Choice(words) => {
                FieldKind::Choice(words.iter().map(|word| Choice::new(&*word.value, &*word.value)).collect())
            }
            _ => kind(edition, home, &column.key.value, own_kind(column)),
        };
        let meaning = column.explanation.as_ref().map(|words| words.value.as_str()).unwrap_or_default();
        let heading = described.added_heading(edition, column);
        // A key of the administration's own may hold a full stop.
        let path = vec![Step::from(column.key.value.as_str())];
        Field { path, ..Field::new(&column.key.value, heading, meaning, kind).required(column.required) }
    };
    edition.model.columns_of(described.name).map(column).collect()
}

fn kind(edition: &Edition, home: &Home, key: &str, kind: Kind) -> FieldKind {
    match kind {
        Kind::Text => FieldKind::Prose,
        Kind::Texts => FieldKind::Items,
        Kind::Reference(target) => FieldKind::Choice(records(edition, target)),
        Kind::References(target) => {
            let mut options = Vec::new();
            if home.table == "processi" && key == "smart_team" {
                options.push(Choice::new("tutti", edition.everyone()));
            }
            options.extend(records(edition, target));
            FieldKind::Choices(options)
        }
        Kind::Word(words) => FieldKind::Choice(Choice::words(words.list())),
        Kind::Years => FieldKind::Years,
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

/// A choice for each audience of the training plan.
fn marks(edition: &Edition, column: &Column) -> Vec<Field> {
    let legend: Vec<Choice> =
        edition.training.legend.iter().map(|entry| Choice::new(&*entry.mark.value, &*entry.mark.value)).collect();
    let field = |audience: &Audience| {
        let group = audience.group.as_ref().map(|group| format!("{} – ", group.value)).unwrap_or_default();
        let (key, heading) =
            (format!("{}.{}", column.key, audience.id.value), format!("{group}{}", audience.name.value));
        let path = vec![Step::from(column.key), Step::from(audience.id.value.as_str())];
        Field { path, ..Field::new(&key, &heading, column.meaning, FieldKind::Choice(legend.clone())) }
    };
    edition.training.audiences.iter().map(field).collect()
}

/// Two counts: of the employees, and of those who work in agile mode.
fn counts(column: &Column, heading: &str) -> Vec<Field> {
    let count = |key: &str, words: &str| {
        let (key, heading) = (format!("{}.{key}", column.key), format!("{heading}: {words}"));
        Field::new(&key, &heading, column.meaning, FieldKind::Number)
    };
    vec![count("dipendenti", "fra i dipendenti"), count("agili", "fra chi lavora in modalità agile")]
}

/// A value, and its day: without a day the value stands alone.
fn baseline(column: &Column, heading: &str) -> Vec<Field> {
    let (day, meaning) = (format!("{heading}: giorno"), "Il giorno a cui si riferisce il valore di partenza.");
    let value = Field::new(column.key, heading, column.meaning, FieldKind::Number);
    let day = Field::new(&format!("{}.al", column.key), &day, meaning, FieldKind::Number);
    [value, day].into_iter().map(|field| Field { alone: Some("valore"), ..field }).collect()
}

use crate::edit::{Ledger, Written};
use crate::model::{Annotations, Answer, Edition, Keyword as _, OwnColumn, OwnKind};
use crate::tables::{Home, Kind, TO_DECIDE, TO_DECIDE_HEADING, TO_DECIDE_MEANING, Target, columns};

/// A column of a sheet.
#[derive(Clone, Debug)]
pub struct SheetColumn {
    /// The key of the data that it holds; several where it is a key within a group of keys.
    pub path: Vec<String>,
    /// Its heading.
    pub heading: String,
    /// What it means.
    pub meaning: String,
    /// What its cells hold.
    pub kind: ColumnKind,
}

/// What the cells of a column hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// A text.
    Text,
    /// Several texts, one a line.
    Texts,
    /// A number.
    Number,
    /// A value of an indicator: a number, or a text in its place.
    Measure,
    /// How many people: a whole number, or a class; `true` where each record has to say it.
    People(bool),
    /// Days of agile work a week.
    Days,
    /// A share in hundredths.
    Percentage,
    /// A day.
    Date,
    /// One of these words.
    Word(Vec<String>),
    /// One of these marks, or another.
    Mark(Vec<String>),
    /// The name of a record.
    Reference(Target),
    /// The names of records, one a line; `true` where the word `tutti` may stand in their place.
    References(Target, bool),
}

impl SheetColumn {
    /// Its key as the hidden row holds it: `donne/dipendenti`.
    pub fn key(&self) -> String {
        self.path.join("/")
    }

    /// The keys that lead to its value.
    pub fn keys(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }

    /// Whether its cells may be numbers.
    pub fn is_numeric(&self) -> bool {
        use ColumnKind::{Days, Measure, Number, People, Percentage};
        matches!(self.kind, Number | Measure | Percentage | People(_) | Days)
    }

    /// Its value in a record.
    pub fn value<'a>(&self, record: &'a Written) -> Option<&'a Written> {
        self.path.iter().try_fold(record, |value, key| value.get(key))
    }

    /// The columns of a table in an edition whose records these are: ours, the administration's own, those for notes, then whatever else
    /// the records hold.
    pub fn all(home: &Home, edition: &Edition, ledger: &Ledger, records: &[Written]) -> Vec<Self> {
        let mut all = Vec::new();
        if home.inner.is_some() {
            let meaning = "Il nome del gruppo di moduli.".to_owned();
            let path = vec!["gruppo".to_owned()];
            all.push(Self { path, heading: "Gruppo".to_owned(), meaning, kind: ColumnKind::Text });
        }
        for column in home.columns() {
            let heading = home.heading(edition, column).to_owned();
            let whole = Self {
                path: vec![column.key.to_owned()],
                heading,
                meaning: edition.model.words.say(column.meaning).to_owned(),
                kind: kind(column.kind, column.key, edition),
            };
            match parts(column.key, column.kind, edition, ledger, records) {
                Some(parts) => all.extend(parts.into_iter().map(|part| whole.part(part))),
                None => all.push(whole),
            }
        }
        all.extend(edition.model.columns_of(home.table).map(|column| own(column, home, edition)));
        let notes = columns::<Annotations>().into_iter().filter(|_| home.table != "destinatari");
        all.extend(notes.map(|column| Self {
            path: vec![column.key.to_owned()],
            heading: column.heading.to_owned(),
            meaning: edition.model.words.say(column.meaning).to_owned(),
            kind: kind(column.kind, column.key, edition),
        }));
        let others = others(&all, records);
        all.extend(others);
        all
    }

    /// A key within its group of keys.
    fn part(&self, (key, heading, kind): (String, String, ColumnKind)) -> Self {
        let path = self.path.iter().cloned().chain([key]).collect();
        Self { path, heading: format!("{}: {heading}", self.heading), meaning: self.meaning.clone(), kind }
    }
}

/// The keys within a group of keys, with their headings.
fn parts(
    key: &str,
    kind: Kind,
    edition: &Edition,
    ledger: &Ledger,
    records: &[Written],
) -> Option<Vec<(String, String, ColumnKind)>> {
    let of = |keys: &[(&str, &str, ColumnKind)]| {
        keys.iter().map(|(key, heading, kind)| ((*key).to_owned(), (*heading).to_owned(), kind.clone())).collect()
    };
    let people = ColumnKind::People(false);
    let usual: Vec<(String, String, ColumnKind)> = match (kind, key) {
        (Kind::Genders, _) => of(&[("dipendenti", "dipendenti", people.clone()), ("agili", "agili", people)]),
        (Kind::Marks, _) => {
            let marks: Vec<String> = edition.training.legend.iter().map(|entry| entry.mark.value.clone()).collect();
            let audience = |(id, name): (String, String)| (id, name, ColumnKind::Mark(marks.clone()));
            audiences(ledger).into_iter().map(audience).collect()
        }
        (_, "base") => of(&[("valore", "valore", ColumnKind::Measure), ("al", "al giorno", ColumnKind::Date)]),
        (_, "obiettivi" | "consuntivo") => {
            years(edition).into_iter().map(|year| (year.clone(), year, ColumnKind::Measure)).collect()
        }
        _ => Vec::new(),
    };
    let mut found = usual;
    for record in records {
        let Some(Written::Group(entries)) = record.get(key) else { continue };
        for (part, _) in entries {
            if !found.iter().any(|(known, ..)| known == part) {
                found.push((part.clone(), part.clone(), ColumnKind::Text));
            }
        }
    }
    (!found.is_empty()).then_some(found)
}

/// The audiences of the training plan, with their headings.
fn audiences(ledger: &Ledger) -> Vec<(String, String)> {
    let items = ledger.items("formazione", "destinatari");
    let audience = |value: &Written| {
        let text = |key: &str| value.get(key).and_then(Written::scalar).unwrap_or_default().to_owned();
        let heading = [text("gruppo"), text("nome")].into_iter().filter(|part| !part.is_empty());
        (text("id"), heading.collect::<Vec<_>>().join(" – "))
    };
    items.into_iter().map(|(_, value)| audience(value)).filter(|(id, _)| !id.is_empty()).collect()
}

/// The years of an edition, as its name says them.
fn years(edition: &Edition) -> Vec<String> {
    let ends: Vec<i32> =
        edition.id.as_str().split('-').filter(|year| year.len() == 4).filter_map(|y| y.parse().ok()).collect();
    match ends.as_slice() {
        [first, last, ..] if first <= last && last - first < 10 => {
            (*first..=*last).map(|year| year.to_string()).collect()
        }
        _ => Vec::new(),
    }
}

fn own(column: &OwnColumn, home: &Home, edition: &Edition) -> SheetColumn {
    let heading = home.description.map_or(&column.title.value[..], |table| table.added_heading(edition, column));
    let meaning = column.explanation.as_ref().map(|words| words.value.clone());
    let kind = match &column.kind {
        OwnKind::Text | OwnKind::Address => ColumnKind::Text,
        OwnKind::Texts => ColumnKind::Texts,
        OwnKind::YesNo => ColumnKind::Word(vec!["si".to_owned(), "no".to_owned()]),
        OwnKind::Number => ColumnKind::Number,
        OwnKind::Date => ColumnKind::Date,
        OwnKind::Choice(words) => ColumnKind::Word(words.iter().map(|word| word.value.clone()).collect()),
        OwnKind::References(target) => ColumnKind::References(*target, false),
    };
    SheetColumn {
        path: vec![column.key.value.clone()],
        heading: heading.to_owned(),
        meaning: meaning.unwrap_or_else(|| "Una colonna dell'amministrazione.".to_owned()),
        kind,
    }
}

/// What the records hold beside the known columns.
fn others(known: &[SheetColumn], records: &[Written]) -> Vec<SheetColumn> {
    let mut others: Vec<SheetColumn> = Vec::new();
    let column = |path: Vec<String>, value: &Written| {
        let (heading, meaning) = match path.join("/").as_str() {
            TO_DECIDE => (TO_DECIDE_HEADING.to_owned(), TO_DECIDE_MEANING),
            _ => (path.join(": "), "Una chiave dei dati che il programma non conosce."),
        };
        let kind = if matches!(value, Written::List(_)) { ColumnKind::Texts } else { ColumnKind::Text };
        SheetColumn { path, heading, meaning: meaning.to_owned(), kind }
    };
    for record in records {
        for (key, value) in record.entries() {
            let paths = match value {
                Written::Group(parts) => {
                    parts.iter().map(|(part, value)| (vec![key.clone(), part.clone()], value)).collect()
                }
                _ => vec![(vec![key.clone()], value)],
            };
            for (path, value) in paths {
                if !known.iter().chain(&others).any(|column| column.path == path || column.path == path[..1]) {
                    others.push(column(path, value));
                }
            }
        }
    }
    others
}

fn kind(kind: Kind, key: &str, edition: &Edition) -> ColumnKind {
    let words = |words: Vec<&str>| ColumnKind::Word(words.into_iter().map(str::to_owned).collect());
    match kind {
        Kind::Texts => ColumnKind::Texts,
        Kind::Percentage => ColumnKind::Percentage,
        Kind::Number | Kind::Count => ColumnKind::Number,
        Kind::Headcount => ColumnKind::People(matches!(key, "dipendenti" | "agili")),
        Kind::Days => ColumnKind::Days,
        Kind::Date => ColumnKind::Date,
        Kind::Word(list) => words(list.list()),
        Kind::Risk => words(edition.model.scales.risk_words()),
        Kind::Answer => {
            let own = edition.model.scales.answers.iter().map(|(_, word)| word.value.as_str());
            let usual = Answer::KEYWORDS.iter().map(|(word, _)| *word);
            words(own.chain(usual).collect())
        }
        Kind::Reference(target) => ColumnKind::Reference(target),
        Kind::References(target) => ColumnKind::References(target, target == Target::Team && key == "smart_team"),
        _ => ColumnKind::Text,
    }
}

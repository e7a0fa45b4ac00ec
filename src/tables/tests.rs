use super::{Column, Described, Entry, Kind, Need, TABLES, Value};
use crate::model::{
    AdoptionRow, Annotations, Answer, Area, Audience, Baseline, Date, Days, Definition, Exclusion, ExpectedBehaviour,
    Headcount, Indicator, LegalReference, Measure, Module, ModuleGroup, PeriodDays, Process, ProcessCode, Risk,
    Service, SmartTeam, Software, Spanned, Waiver, Words, YearMeasure,
};
use crate::source::Span;
use std::collections::BTreeSet;

/// Something that a column may hold, and how it is read aloud.
fn example(column: &Column) -> Option<(Entry, Vec<String>)> {
    let span = Span::default();
    let text = |text: &str| Spanned::new(text.to_owned(), span);
    let one = |entry, spoken: &str| Some((entry, vec![spoken.to_owned()]));
    match column.kind {
        Kind::Text | Kind::Rule | Kind::Address | Kind::Id | Kind::Reference(_) => {
            one(Entry::Text(text("prova")), "prova")
        }
        Kind::Texts | Kind::References(_) => {
            let texts = Entry::Texts(Spanned::new(vec![text("uno"), text("due")], span));
            Some((texts, vec!["uno".to_owned(), "due".to_owned()]))
        }
        Kind::Word(words) => {
            let word = *words.list().last().expect("a word");
            one(Entry::Word(Spanned::new(word, span)), word)
        }
        Kind::Risk => one(Entry::Risk(Spanned::new(Risk { word: "alto".to_owned(), step: 2 }, span)), "alto"),
        Kind::Answer => {
            one(Entry::Answer(Spanned::new(Answer::Partly, span), Some("Prevalente".to_owned())), "Prevalente")
        }
        Kind::Code => one(Entry::Code(Spanned::new(ProcessCode::parse("1-2-B"), span)), "1-2-B"),
        Kind::Number | Kind::Percentage => one(Entry::Number(Spanned::new(12.5, span)), "12,5"),
        Kind::Headcount => one(Entry::Headcount(Spanned::new(Headcount::Exactly(7), span)), "7"),
        Kind::Count => one(Entry::Count(Spanned::new(7, span)), "7"),
        Kind::Date => one(Entry::Date(Spanned::new(Date::new(2025, 3, 5)?, span)), "5 marzo 2025"),
        Kind::PeriodDays => {
            let days = PeriodDays::parse("8 al mese").expect("days");
            one(Entry::PeriodDays(Spanned::new(days, span)), "8 al mese")
        }
        Kind::Days => one(Entry::Days(Spanned::new(Days::Between(0.5, 1.0), span)), "0,5-1"),
        Kind::Baseline => {
            let base = Baseline {
                value: Measure::of(text("1250")),
                at: Date::new(2025, 12, 31).map(|day| Spanned::new(day, span)),
            };
            one(Entry::Baseline(base), "1.250 al 31 dicembre 2025")
        }
        Kind::Years => {
            let year = YearMeasure { year: Spanned::new(2026, span), value: Measure::of(text("≥ 1500")) };
            one(Entry::Years(vec![year]), "2026: ≥ 1.500")
        }
        Kind::Modules | Kind::Marks | Kind::Genders => None,
    }
}

fn every_column_holds_what_is_stored<R: Described>() {
    let mut keys = BTreeSet::new();
    for field in R::description().fields {
        let column = &field.column;
        assert!(keys.insert(column.key), "`{}` stands twice", column.key);
        assert!(column.meaning.ends_with('.') && !column.heading.is_empty(), "`{}`", column.key);
        if column.need == Need::Special {
            continue;
        }
        let mut record = R::default();
        let (entry, spoken) = example(column).expect("an example");
        field.set(&mut record, entry);
        assert_eq!(field.get(&record).spoken(), spoken, "`{}`", column.key);
        field.set(&mut record, Entry::Missing(Span::default()));
        let empty = field.get(&record).spoken();
        assert!(empty.is_empty() || empty == [""] || empty == ["0"], "`{}` keeps {empty:?}", column.key);
    }
}

#[test]
fn what_is_stored_in_a_column_is_what_is_read_from_it() {
    every_column_holds_what_is_stored::<Annotations>();
    every_column_holds_what_is_stored::<Area>();
    every_column_holds_what_is_stored::<Service>();
    every_column_holds_what_is_stored::<SmartTeam>();
    every_column_holds_what_is_stored::<Process>();
    every_column_holds_what_is_stored::<Software>();
    every_column_holds_what_is_stored::<Audience>();
    every_column_holds_what_is_stored::<ModuleGroup>();
    every_column_holds_what_is_stored::<Module>();
    every_column_holds_what_is_stored::<AdoptionRow>();
    every_column_holds_what_is_stored::<ExpectedBehaviour>();
    every_column_holds_what_is_stored::<Indicator>();
    every_column_holds_what_is_stored::<Exclusion>();
    every_column_holds_what_is_stored::<LegalReference>();
    every_column_holds_what_is_stored::<Definition>();
    every_column_holds_what_is_stored::<Waiver>();
}

#[test]
fn an_entry_of_another_kind_changes_nothing() {
    let mut process = Process::default();
    let mut fields = Process::description().fields.iter();
    let field = fields.find(|field| field.column.key == "motivazione").expect("the column");
    field.set(&mut process, Entry::Number(Spanned::new(1.0, Span::default())));
    assert!(matches!(field.get(&process), Value::Absent));
}

#[test]
fn the_published_names_of_a_table_are_all_different() {
    for table in TABLES {
        let names: Vec<&str> = (table.columns)().iter().map(|column| column.published).collect();
        let distinct: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(distinct.len(), names.len(), "{}", table.name);
        assert_eq!(table.data_columns().is_empty(), table.data.is_none(), "{}", table.name);
    }
}

#[test]
fn the_dictionary_says_the_heading_where_it_has_no_words_of_its_own() {
    let words = |key| {
        let column = Process::description().fields.iter().find(|field| field.column.key == key);
        column.map(|field| field.column.dictionary(&Words::default()))
    };
    assert_eq!(words("finalita").as_deref(), Some("finalità"));
    assert_eq!(words("percentuale").as_deref(), Some("quota smartabile, da 0 a 100"));
}

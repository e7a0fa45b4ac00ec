//! One sheet, from its headings to what its rows state.

use super::Context;
use super::audiences;
use super::by_values::{self, is_office};
use super::catalogue::repeats_names;
use super::derived;
use super::given_up;
use super::grid::Grid;
use super::header::{self, Header};
use super::heading::words;
use super::levels;
use super::missing;
use super::offices::Offices;
use super::organigram;
use super::own_column;
use super::role::Reads;
use super::rows;
use super::sheet_column::SheetColumn;
use super::surroundings;
use super::table_title;
use super::value::{Read, date, days, is_undecided, states_nothing};
use super::vocabulary::Vocabulary;
use crate::edit::Written;
use crate::import::answers::SheetAnswers;
use crate::import::reading::{ColumnReading, Doubt, How, Question, SheetReading};
use crate::model::{Period, fold};
use crate::sheet::Sheet;
use std::collections::{BTreeSet, HashSet};

/// What was understood of a sheet.
pub(super) fn read<'a>(
    sheet: &Sheet,
    vocabularies: &[Vocabulary],
    (context, answers): (Context<'a>, &SheetAnswers<'a>),
    offices: &mut Offices<'a>,
) -> SheetReading {
    let grid = Grid::new(sheet);
    let mut reading = SheetReading { name: sheet.name.clone(), ..SheetReading::default() };
    let found = header::find(&grid, vocabularies, answers);
    let found = found.map(|(number, header)| (&vocabularies[number], header));
    let retold = |found| table_title::retold((&grid, &sheet.name), vocabularies, answers, found);
    let listed = |found| organigram::retold((&grid, &sheet.name), vocabularies, (context.edition, answers), found);
    let found = found.map(retold).map(listed).filter(|(vocabulary, header)| !is_form(&grid, vocabulary, header));
    let found = found.or_else(|| without_header(&grid, vocabularies, (context, answers)));
    let found = found.and_then(|(vocabulary, mut header)| {
        given_up::settle(&mut header, &grid, vocabulary, (context.edition, answers));
        let is_open = vocabularies.len() > 1;
        let counts_nobody =
            vocabulary.table == "attuazione" && !vocabulary.is_anchored(&header.keys().collect::<Vec<_>>());
        let is_catalogue = vocabulary.table == "servizi" && repeats_names(&grid, &header);
        (!is_open || !counts_nobody && !is_catalogue).then_some((vocabulary, header))
    });
    let Some((vocabulary, mut header)) = found else {
        let message = match vocabularies {
            _ if turned(sheet, vocabularies, answers) => "le intestazioni sono nella prima colonna, una voce per colonna: girare la tabella (Copia, Incolla speciale, Trasponi) e importarla di nuovo".to_owned(),
            [vocabulary] => missing::message(&grid, vocabulary, answers),
            _ => "non si riconosce nessuna delle tavole dell'allegato: se ne contiene una, va detto quale".to_owned(),
        };
        let row = (0..grid.height()).find(|row| !grid.filled(*row).is_empty()).unwrap_or_default();
        let (text, understood, row) = (grid.shown(row), String::new(), row + 1);
        reading.not_understood.push(Doubt { row, column: 0, text, understood, message, question: Question::None });
        return reading;
    };
    let first = header.rows.last().map_or(0, |last| last + 1);
    by_values::number_rows(&mut header.columns, &grid, first);
    by_values::assign(&mut header.columns, &grid, first, vocabulary, context.edition);
    own_column::find_kinds(&mut header.columns, &grid, first, vocabulary);
    by_values::measure_shares(&mut header.columns, &grid, first);
    by_values::hold_days(&mut header.columns, &grid, first);
    derived::find_shares(&mut header.columns, &grid, first);
    if vocabulary.table == "attuazione" {
        derived::give_up_shares(&mut header.columns);
    }
    if matches!(vocabulary.table, "processi" | "attuazione") {
        by_values::name_teams(&mut header.columns, &grid, first, context.edition);
    }
    audiences::doubt_audiences(&mut header.columns, context.edition);
    let levels = levels::assign(&mut header.columns, vocabulary.table, context.edition);
    beside_the_table(&mut header.columns, vocabulary.table, context);
    reading.table = Some(vocabulary.table.to_owned());
    reading.header_rows = header.rows.iter().map(|row| row + 1).collect();
    let around = surroundings::offices(&grid, &header, &levels, vocabulary.table, offices, &mut reading);
    rows::read(&grid, &header, (&levels, around), vocabulary.table, (context, answers), offices, &mut reading);
    doubts_beside(&grid, &header, &mut reading, context);
    doubts_of_columns(&header, &mut reading);
    if vocabulary.table == "attuazione" {
        tell_unstated(&grid, &header, &mut reading);
    }
    if vocabulary.table == "formazione" {
        audiences::add_audiences(&header, &mut reading);
    }
    // A title is read again for each of the rows below it.
    once(&mut reading.doubts);
    once(&mut reading.not_understood);
    reading.columns = header.columns.iter().map(|column| column_reading(column, &header.rows)).collect();
    reading.settings.extend(day_of(&grid, &header, vocabulary.table));
    reading
}

/// Most cells of a side of a sheet of which it is asked whether it is a table when rows and columns change places.
const TURNED: usize = 200;

/// Whether the rows of a sheet are the columns of a table.
fn turned(sheet: &Sheet, vocabularies: &[Vocabulary], answers: &SheetAnswers<'_>) -> bool {
    let (height, width) = (sheet.rows.len(), sheet.width());
    if height.max(width) > TURNED {
        return false;
    }
    let column = |at: usize| (0..height).map(|row| sheet.cell(row, at).clone()).collect();
    let other = Sheet { name: sheet.name.clone(), rows: (0..width).map(column).collect(), ..Sheet::default() };
    let found = header::find(&Grid::new(&other), vocabularies, answers);
    found.is_some_and(|(number, header)| header.stands_alone(&vocabularies[number]))
}

/// Whether a sheet is the form of one record, the headings one below the other: most names in it are headings of the table.
fn is_form(grid: &Grid<'_>, vocabulary: &Vocabulary, header: &Header) -> bool {
    let first = header.rows.last().map_or(0, |last| last + 1);
    let is_name = |key: &str| matches!(key, "processo" | "nome" | "indicatore");
    let column = header.columns.iter().find(|column| column.role.as_ref().is_some_and(|role| is_name(&role.key)));
    let Some(at) = column.map(|column| column.at) else { return false };
    let names: Vec<String> =
        (first..grid.height()).map(|row| words(grid.text(row, at))).filter(|name| !name.is_empty()).collect();
    let headings: HashSet<&str> = vocabulary.roles.iter().flat_map(|role| &role.words).map(String::as_str).collect();
    let found = names.iter().filter(|name| headings.contains(name.as_str())).collect::<HashSet<_>>().len();
    found > 2 && found * 2 >= names.len()
}

/// A table without headings, where its values say what its columns are.
fn without_header<'v>(
    grid: &Grid<'_>,
    vocabularies: &'v [Vocabulary],
    (context, answers): (Context<'_>, &SheetAnswers<'_>),
) -> Option<(&'v Vocabulary, Header)> {
    let vocabulary = vocabularies.iter().find(|vocabulary| vocabulary.table == "processi")?;
    let blank = |at| SheetColumn::new(at, String::new()).answered(&[], vocabulary, answers);
    let mut header = Header { columns: (0..grid.width()).map(blank).collect(), ..Header::default() };
    by_values::assign(&mut header.columns, grid, 0, vocabulary, context.edition);
    let known =
        |key: &str| header.columns.iter().any(|column| column.role.as_ref().is_some_and(|role| role.key == key));
    (known("smartabilita") && (known("codice") || known("rischio"))).then_some((vocabulary, header))
}

/// Columns that the table has not and yet are understood: days of agile work beside a process.
fn beside_the_table(columns: &mut [SheetColumn], table: &str, context: Context<'_>) {
    let Some(adoption) = Vocabulary::of(context.edition, "attuazione").filter(|_| table != "attuazione") else {
        return;
    };
    for column in columns.iter_mut().filter(|column| column.how == How::None) {
        let heading = words(&column.heading);
        let role =
            adoption.roles.iter().find(|role| matches!(role.reads, Reads::Days(_)) && role.words.contains(&heading));
        if let Some(role) = role {
            column.counts_days = true;
            column.remark = Some(format!(
                "giorni di lavoro agile, che questa tavola non ha: con le risposte può diventare una colonna propria, `{}`",
                role.key
            ));
        }
    }
}

/// Doubts on the values of columns that are understood, but that the table has not.
fn doubts_beside(grid: &Grid<'_>, header: &Header, reading: &mut SheetReading, context: Context<'_>) {
    for column in header.columns.iter().filter(|column| column.how == How::None && column.counts_days) {
        for row in reading.drafts.iter().map(|draft| draft.row).collect::<Vec<_>>() {
            let text = grid.text(row - 1, column.at);
            let answered = |word: &str| context.answers.word(word).map(str::to_owned);
            if let Read::Doubtful(stated, message) =
                days::read(text, Period::Week, grid.is_day(row - 1, column.at), answered)
            {
                reading.doubts.push(Doubt {
                    row,
                    column: column.at,
                    text: text.to_owned(),
                    understood: stated.text,
                    message,
                    question: Question::Word,
                });
            }
        }
    }
    reading.doubts.sort_by_key(|doubt| (doubt.row, doubt.column));
}

/// Doubts on columns whose headings do not say what they were taken for, each at its heading.
fn doubts_of_columns(header: &Header, reading: &mut SheetReading) {
    let row = header.rows.last().map_or(1, |last| last + 1);
    for column in header.columns.iter().filter(|column| column.is_supposed) {
        let understood = column.role.as_ref().map(|role| role.key.clone()).unwrap_or_default();
        let (text, message) = (column.heading.clone(), column.remark.clone().unwrap_or_default());
        reading.doubts.push(Doubt { row, column: column.at, text, understood, message, question: Question::None });
    }
    reading.doubts.sort_by_key(|doubt| (doubt.row, doubt.column));
}

/// Says of which records the sheet does not state how many people there are, though something stands there: `n.d.`, a dash.
fn tell_unstated(grid: &Grid<'_>, header: &Header, reading: &mut SheetReading) {
    for column in &header.columns {
        let Some(role) = column.role.as_ref().filter(|role| matches!(role.reads, Reads::Count)) else { continue };
        let is_unstated = |row: &usize| {
            let text = grid.text(row - 1, column.at);
            !text.is_empty() && states_nothing(text) && !is_undecided(text)
        };
        let rows: Vec<String> =
            reading.drafts.iter().map(|draft| draft.row).filter(is_unstated).map(|row| row.to_string()).collect();
        if !rows.is_empty() {
            let noun = if rows.len() == 1 { "riga" } else { "righe" };
            let rows = rows.join(", ");
            reading.remarks.push(format!(
                "{noun} {rows}: la colonna «{}» non dice `{}`: il dato non è stato scritto, e va chiesto",
                column.heading, role.key
            ));
            reading.lacks_counts = true;
        }
    }
}

/// Leaves of each doubt only the first.
fn once(doubts: &mut Vec<Doubt>) {
    let mut seen = HashSet::new();
    doubts.retain(|doubt| seen.insert((doubt.row, doubt.column, doubt.text.clone(), doubt.message.clone())));
}

fn column_reading(column: &SheetColumn, rows: &[usize]) -> ColumnReading {
    let (key, remark) = match &column.role {
        Some(role) if matches!(role.reads, Reads::Derived) => {
            (None, Some("percentuale che si ricava dagli altri numeri: controllata, non registrata".to_owned()))
        }
        Some(_) if column.explains => (None, column.remark.clone()),
        Some(role) if matches!(role.reads, Reads::Ordinal) => (None, Some("numero di riga: non registrato".to_owned())),
        Some(role) if is_office(role) && role.key.is_empty() => (None, None),
        Some(role) => (Some(role.key.clone()), column.remark.clone()),
        None if column.how == How::Answer => (None, Some("tralasciata, come dicono le risposte".to_owned())),
        None => (None, column.remark.clone()),
    };
    let part = column.role.as_ref().and_then(|role| match &role.reads {
        Reads::Gender(_, part) => Some((*part).to_owned()),
        Reads::Measure(part, _) if role.key != "base" => Some(part.clone()),
        _ => None,
    });
    let is_list = column.role.as_ref().is_some_and(|role| matches!(role.reads, Reads::List));
    ColumnReading {
        column: column.at,
        heading: column.heading.clone(),
        cell: column.cell(rows),
        key,
        part,
        how: column.how,
        is_list,
        remark,
    }
}

/// The day that the headings of the table of adoption name: `Dip. al 31.12.2025`; else the titles above it.
fn day_of(grid: &Grid<'_>, header: &Header, table: &str) -> Option<(String, Written)> {
    let days = |is_known: bool| -> BTreeSet<String> {
        let columns = header.columns.iter().filter(|column| !is_known || column.role.is_some());
        columns.filter_map(|column| date::find(&column.heading)).collect()
    };
    // Those of columns that are read, before those of past years.
    let known = days(true);
    let of_headings = if known.is_empty() { days(false) } else { known };
    let days = Vec::from_iter(if of_headings.is_empty() { days_of_titles(grid, header) } else { of_headings });
    match days.as_slice() {
        [day] if table == "attuazione" => Some(("data".to_owned(), Written::Number(day.clone()))),
        _ => None,
    }
}

/// The days that titles above the headings name, when something is as it is told: `Personale in lavoro agile al 31.12.2025`.
fn days_of_titles(grid: &Grid<'_>, header: &Header) -> BTreeSet<String> {
    let above = 0..header.rows.first().copied().unwrap_or_default();
    // The day may stand in the cell beside its words: `Dati al` and `31/12/2025`.
    let titles = above.flat_map(|row| {
        let texts: Vec<String> = grid.filled(row).into_iter().map(|at| grid.text(row, at).to_owned()).collect();
        let beside = texts.windows(2).filter(|pair| fold(&pair[0]).split(' ').next_back() == Some("al"));
        let beside: Vec<String> = beside.map(|pair| pair.join(" ")).collect();
        texts.into_iter().chain(beside)
    });
    let says_when = |title: &String| {
        let folded = fold(title);
        let is_other = ["aggiorn", "estra", "stamp", "approv", "delib"];
        folded.split(' ').any(|word| word == "al")
            && !folded.split(' ').any(|word| is_other.iter().any(|o| word.starts_with(o)))
    };
    titles.filter(says_when).filter_map(|title| date::find(&title)).collect()
}

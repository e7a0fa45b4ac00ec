use super::cell::number;
use super::column::ColumnKind;
use super::grid::Grid;
use super::guidance;
use super::names::RecordLabels;
use super::scope::Scope;
use crate::model::{Administration, Edition, Graph};
use crate::tables::Target;

/// The version of the hidden sheets.
pub(super) const VERSION: &str = "1";
/// The hidden sheets.
pub(super) const IDENTITY: &str = "piao";
pub(super) const ORIGIN: &str = "piao-origine";
pub(super) const LISTS: &str = "piao-elenchi";
/// The visible ones that are no tables.
pub(super) const GUIDANCE: &str = "Istruzioni";
pub(super) const CONFIRMATION: &str = "Conferma";
/// What the first cell of the hidden sheet says.
pub(super) const MARK: &str = "piao-foglio";
/// What the first cell of the row of keys of a table says before the name of the table.
pub(super) const TABLE_MARK: &str = "piao:";
/// Rows beside those in use that have drop-down lists.
pub(super) const SPARE_ROWS: usize = 300;

/// A workbook of an edition, whatever its format.
#[derive(Clone, Debug)]
pub struct Book {
    /// Its title.
    pub title: String,
    /// The administration.
    pub author: String,
    /// The day that its properties give: never the clock's.
    pub day: (u16, u8, u8),
    /// The lines of the first sheet.
    pub guidance: Vec<String>,
    /// Whether it has a sheet by which a manager confirms it.
    pub has_confirmation: bool,
    /// The tables.
    pub sheets: Vec<BookSheet>,
    /// What it is: names and values of the hidden sheet.
    pub identity: Vec<(String, String)>,
    /// The lists from which cells are chosen: a title and the words.
    pub lists: Vec<(String, Vec<String>)>,
}

/// A sheet with the records of a table.
#[derive(Clone, Debug)]
pub struct BookSheet {
    /// Its name: at most 31 letters, no other sheet's.
    pub name: String,
    /// The name of the table.
    pub table: &'static str,
    /// Its columns.
    pub columns: Vec<BookColumn>,
    /// The keys of the records, and the texts of their cells.
    pub rows: Vec<(String, Vec<String>)>,
}

/// A column of a sheet, as it is drawn.
#[derive(Clone, Debug)]
pub struct BookColumn {
    /// The key of the data.
    pub key: String,
    /// The heading.
    pub heading: String,
    /// The note on the heading.
    pub note: String,
    /// The number of the list from which its cells are chosen.
    pub list: Option<usize>,
    /// Whether another word than those of the list may stand in a cell: several names, for instance.
    pub is_open: bool,
    /// Its width in letters.
    pub width: u16,
    /// Whether its cells may be numbers.
    pub is_number: bool,
}

impl Book {
    /// The workbook of an edition, or of an office of it.
    pub fn of(
        administration: Option<&Administration>,
        edition: &Edition,
        graph: &Graph<'_>,
        (grids, labels): (&[Grid], &RecordLabels),
        scope: &Scope,
    ) -> Self {
        let author = administration.map(|ente| ente.name.value.clone()).unwrap_or_default();
        let mut lists: Vec<(String, Vec<String>)> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        let grids = scope.filter(grids, edition, graph);
        let sheets = grids.iter().map(|grid| sheet(grid, labels, &mut lists, &mut names)).collect();
        let words = [
            (MARK, VERSION),
            ("edizione", edition.id.as_str()),
            ("ambito", scope.kind.map_or("tutto", super::scope::ScopeKind::word)),
            ("id", &scope.id),
            ("nome", &scope.name),
        ];
        let place = if scope.name.is_empty() { String::new() } else { format!(" – {}", scope.name) };
        Self {
            title: format!("{} {}{place}", edition.title.value, edition.id.as_str()),
            guidance: guidance::lines(&author, edition, scope),
            author,
            day: day(edition),
            has_confirmation: scope.kind.is_some(),
            sheets,
            identity: words.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            lists,
        }
    }

    /// What every cell holds: table, record, column and text, without the empty ones.
    pub(super) fn origin(&self) -> Vec<[&str; 4]> {
        let mut origin = Vec::new();
        for sheet in &self.sheets {
            for (key, cells) in &sheet.rows {
                origin.push([sheet.table, key.as_str(), "", ""]);
                for (column, text) in sheet.columns.iter().zip(cells).filter(|(_, text)| !text.is_empty()) {
                    origin.push([sheet.table, key, &column.key, text]);
                }
            }
        }
        origin
    }
}

impl BookColumn {
    /// The number that the cell of a text is to hold.
    pub(super) fn number(&self, text: &str) -> Option<f64> {
        let kind = if self.is_number { ColumnKind::Number } else { ColumnKind::Text };
        number(&kind, text)
    }
}

/// The first day of the edition's first year, so that the same data give the same bytes.
fn day(edition: &Edition) -> (u16, u8, u8) {
    let year = edition.id.as_str().split('-').find_map(|part| part.parse::<u16>().ok());
    (year.filter(|year| (1900..=9999).contains(year)).unwrap_or(2000), 1, 1)
}

fn sheet(
    grid: &Grid,
    labels: &RecordLabels,
    lists: &mut Vec<(String, Vec<String>)>,
    names: &mut Vec<String>,
) -> BookSheet {
    let columns = grid.columns.iter().enumerate().map(|(at, column)| {
        let (list, is_open) = match &column.kind {
            ColumnKind::Word(words) => (Some(words.clone()), false),
            ColumnKind::Mark(marks) => (Some(marks.clone()), true),
            ColumnKind::Reference(target) => (Some(named(labels, *target)), false),
            ColumnKind::References(target, everyone) => {
                let everyone = everyone.then(|| "tutti".to_owned());
                (Some(named(labels, *target).into_iter().chain(everyone).collect()), true)
            }
            _ => (None, true),
        };
        let list = list.filter(|words: &Vec<String>| !words.is_empty());
        let list = list.map(|words| place(lists, &column.heading, words));
        let texts = grid.rows.iter().filter_map(|row| row.cells.get(at));
        BookColumn {
            key: column.key(),
            heading: column.heading.clone(),
            note: note(&column.meaning, &column.kind),
            list,
            is_open,
            width: width(&column.heading, texts),
            is_number: column.is_numeric(),
        }
    });
    let rows = grid.rows.iter().map(|row| (row.key.clone(), row.cells.clone())).collect();
    let name = sheet_name(&grid.title, names);
    names.push(name.clone());
    BookSheet { name, table: grid.home.table, columns: columns.collect(), rows }
}

fn named(labels: &RecordLabels, target: Target) -> Vec<String> {
    labels.list(target).iter().map(|(_, name)| name.clone()).collect()
}

/// The number of a list of words, which is added where there is none like it.
fn place(lists: &mut Vec<(String, Vec<String>)>, title: &str, words: Vec<String>) -> usize {
    let known = lists.iter().position(|(_, known)| *known == words);
    known.unwrap_or_else(|| {
        lists.push((title.to_owned(), words));
        lists.len() - 1
    })
}

/// The note on a heading: what it means, and how several values are written.
fn note(meaning: &str, kind: &ColumnKind) -> String {
    // In the cells records are called by name.
    let meaning =
        meaning.replace("L'id ", "Il nome ").replace("Gli id ", "I nomi ").replace("un elenco di id", "più nomi");
    let meaning = meaning.replace('`', "«").replace("« ", "» ");
    let meaning = closed(&meaning);
    match kind {
        ColumnKind::Texts => format!("{meaning} Una voce per riga nella stessa cella."),
        ColumnKind::References(_, true) => {
            format!("{meaning} Si sceglie dall'elenco; più nomi si scrivono uno per riga, oppure la parola «tutti».")
        }
        ColumnKind::References(..) => format!("{meaning} Si sceglie dall'elenco; più nomi si scrivono uno per riga."),
        ColumnKind::Word(words) => format!("{meaning} Si sceglie fra: {}.", words.join(", ")),
        ColumnKind::Date => format!("{meaning} Un giorno, come 31/12/2025 o 2025-12-31."),
        _ => meaning,
    }
}

/// Every second of a text's opening marks, closed.
fn closed(text: &str) -> String {
    let mut open = false;
    let close = |c: char| match c {
        '«' if open => {
            open = false;
            '»'
        }
        '«' => {
            open = true;
            c
        }
        '»' => {
            open = false;
            c
        }
        c => c,
    };
    text.chars().map(close).collect()
}

/// A name that a sheet may have and no other has.
fn sheet_name(title: &str, names: &[String]) -> String {
    let clean: String =
        title.chars().map(|c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { ' ' } else { c }).collect();
    let clean = clean.trim_matches(['\'', ' ']).to_owned();
    let short = |room: usize| clean.chars().take(room).collect::<String>().trim_end().to_owned();
    let taken = |name: &str| {
        let reserved = [IDENTITY, ORIGIN, LISTS, GUIDANCE, CONFIRMATION];
        name.is_empty()
            || names.iter().any(|other| other.to_lowercase() == name.to_lowercase())
            || reserved.iter().any(|other| other.eq_ignore_ascii_case(name))
    };
    let first = short(31);
    if !taken(&first) {
        return first;
    }
    let numbered = (2..).map(|number| format!("{} {number}", short(27)));
    numbered.into_iter().find(|name| !taken(name)).unwrap_or(first)
}

/// Wide enough for most of the column, within bounds that keep the sheet readable.
fn width<'a>(heading: &str, texts: impl Iterator<Item = &'a String>) -> u16 {
    let longest_word = heading.split(' ').map(|word| word.chars().count()).max().unwrap_or_default() + 2;
    let line = |text: &String| text.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    let mut lines: Vec<usize> = texts.map(line).filter(|length| *length > 0).collect();
    lines.sort_unstable();
    // The longest tenth may wrap.
    let usual = lines.get(lines.len().saturating_sub(1) * 9 / 10).copied().unwrap_or_default();
    u16::try_from((usual + 2).max(longest_word).clamp(10, 46)).unwrap_or(20)
}

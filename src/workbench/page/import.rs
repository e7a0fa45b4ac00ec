use super::Chrome;
use super::chrome::counted;
use super::import_question::Known;
use super::import_sheet::FileView;
use crate::import::{Deed, DeedKind, FieldChange, Problem};
use crate::model::Edition;
use crate::tables::Home;
use crate::workbench::bench::Bench;
use crate::workbench::intake::Intake;
use crate::workbench::look;
use crate::workbench::plain_words::{heading, keyed, spoken};
use crate::workbench::session::Session;
use crate::workbench::visit::Visit;
use crate::year::ImportReading;
use serde::Serialize;

/// How many records of a table, and how many problems, are shown.
const SHOWN: usize = 300;

#[derive(Serialize)]
struct Page {
    chrome: Chrome,
    notice: Option<String>,
    /// Tells the sheets and the decisions from others.
    sheets: String,
    /// Tells what was understood from what would be of other data.
    read: String,
    edition: String,
    files: Vec<FileView>,
    /// What was decided until now.
    decided: Vec<Decided>,
    remarks: Vec<String>,
    tables: Vec<TableView>,
    problems: Vec<String>,
    more_problems: usize,
    /// Why nothing would be, where that is so.
    unchanged: &'static str,
    /// Whether the edition is sealed, so that nothing can be.
    sealed: bool,
    /// How much would be written: `12 voci in 2 file`; empty where nothing would.
    size: String,
    warning: Option<String>,
    /// Whether something is still to be said.
    open: bool,
}

#[derive(Serialize)]
struct Decided {
    what: String,
    answer: String,
}

#[derive(Serialize)]
struct TableView {
    title: String,
    deeds: Vec<DeedView>,
    more: usize,
}

#[derive(Serialize)]
struct DeedView {
    kind: &'static str,
    record: String,
    fields: Vec<FieldView>,
}

#[derive(Serialize)]
struct FieldView {
    label: String,
    before: String,
    after: String,
}

/// What was understood of the spreadsheets that were handed in; `None` if there are none.
pub(in crate::workbench) fn page(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    notice: Option<String>,
) -> Option<String> {
    let intake = session.intake()?;
    let understood = intake.understood(bench);
    let reading = understood.reading.as_ref().ok();
    let why = understood.reading.as_ref().err().cloned();
    let edition = intake.incoming.edition(None).ok().flatten().map(str::to_owned);
    let edition = edition.or_else(|| bench.edition().map(|edition| edition.id.as_str().to_owned())).unwrap_or_default();
    let found = bench.annex.ok().and_then(|annex| annex.edition(Some(&edition)).ok());
    let page = Page {
        chrome: Chrome::of(bench, session, visit, "Importa", "fogli"),
        notice: notice.or(why),
        sheets: intake.fingerprint(),
        read: understood.fingerprint.clone(),
        files: reading.zip(found).map(|(reading, edition)| files(reading, edition, intake)).unwrap_or_default(),
        edition,
        decided: found.map(|edition| decisions(edition, intake)).unwrap_or_default(),
        remarks: reading.zip(found).map(|(reading, edition)| remarks(reading, edition)).unwrap_or_default(),
        tables: reading.zip(found).map(|(reading, edition)| tables(&reading.effect.deeds, edition)).unwrap_or_default(),
        problems: reading.zip(found).map(|(reading, edition)| problems(reading, edition)).unwrap_or_default(),
        more_problems: reading.map_or(0, |reading| reading.effect.problems.len().saturating_sub(SHOWN)),
        size: reading.map(size).unwrap_or_default(),
        unchanged: reading.map_or("i fogli non si possono leggere", ImportReading::why_unchanged),
        sealed: understood.is_sealed,
        warning: understood.warning.clone(),
        open: reading.is_some_and(ImportReading::is_open),
    };
    Some(look::shown("importa.html", &page))
}

fn files(reading: &ImportReading, edition: &Edition, intake: &Intake) -> Vec<FileView> {
    let mut known = Known::of(edition, intake.decisions());
    let own = reading.told.len() - reading.foreign.len();
    let told = reading.told.iter().enumerate();
    told.map(|(number, file)| FileView::of(file, edition, &mut known, (number, number < own))).collect()
}

/// What was decided until now, as the page asked it.
fn decisions(edition: &Edition, intake: &Intake) -> Vec<Decided> {
    let known = Known::of(edition, intake.decisions());
    let decided = |(question, answer): (&Vec<String>, &String)| {
        let what = match question.as_slice() {
            [group, file, sheet, heading] if group == "separatori" => {
                format!("voci della colonna «{heading}» del foglio «{sheet}» di «{file}»")
            }
            [group, file, sheet, part] if group == "fogli" => format!("tavola {part} del foglio «{sheet}» di «{file}»"),
            [_, file, sheet, heading] => format!("colonna «{heading}» del foglio «{sheet}» di «{file}»"),
            [_, file, sheet] => format!("foglio «{sheet}» di «{file}»"),
            [_, name] => format!("«{name}»"),
            _ => "uffici nuovi".to_owned(),
        };
        let group = question.first().map(String::as_str).unwrap_or_default();
        Decided { what, answer: answered(edition, &known, (group, answer)) }
    };
    intake.decisions().iter().map(decided).collect()
}

/// An answer as the page offers it.
fn answered(edition: &Edition, known: &Known<'_>, (group, answer): (&str, &str)) -> String {
    let offered = match (group, answer) {
        ("fogli" | "colonne" | "nomi", "ignora") => Some("da tralasciare".to_owned()),
        ("fogli", table) => Home::of(table).map(|home| home.title_in(edition).to_owned()),
        ("colonne", key) => heading(edition, "", key),
        ("nomi", "nuovo") => Some("un ufficio nuovo".to_owned()),
        ("nomi", id) => known.office(id).map(str::to_owned),
        ("uffici_nuovi", "si") => Some("si aggiungono".to_owned()),
        ("uffici_nuovi", "no") => Some("non si aggiungono".to_owned()),
        _ => None,
    };
    offered.unwrap_or_else(|| spoken(answer).to_owned())
}

fn remarks(reading: &ImportReading, edition: &Edition) -> Vec<String> {
    reading.effect.remarks.iter().map(|line| keyed(edition, "", line)).collect()
}

fn problems(reading: &ImportReading, edition: &Edition) -> Vec<String> {
    let line = |problem: &Problem| {
        let column = heading(edition, "", &problem.column).unwrap_or_else(|| problem.column.clone());
        keyed(edition, "", &Problem { column, ..problem.clone() }.line())
    };
    reading.effect.problems.iter().take(SHOWN).map(line).collect()
}

fn size(reading: &ImportReading) -> String {
    if reading.changed.is_empty() {
        return String::new();
    }
    format!(
        "{} in {}",
        counted(reading.effect.deeds.len(), "voce", "voci"),
        counted(reading.changed.len(), "file", "file")
    )
}

/// What is changed, table by table.
fn tables(deeds: &[Deed], edition: &Edition) -> Vec<TableView> {
    let mut tables: Vec<TableView> = Vec::new();
    for deed in deeds {
        let at = tables.iter().position(|table| table.title == deed.table).unwrap_or_else(|| {
            tables.push(TableView { title: deed.table.clone(), deeds: Vec::new(), more: 0 });
            tables.len() - 1
        });
        let table = &mut tables[at];
        if table.deeds.len() < SHOWN {
            table.deeds.push(view(deed, edition));
        } else {
            table.more += 1;
        }
    }
    tables
}

fn view(deed: &Deed, edition: &Edition) -> DeedView {
    let field = |field: &FieldChange| FieldView {
        label: heading(edition, "", &field.heading).unwrap_or_else(|| field.heading.clone()),
        before: field.before.replace('\n', "; "),
        after: field.after.replace('\n', "; "),
    };
    let kind = match deed.kind {
        DeedKind::Changed => "cambiata",
        DeedKind::Added => "aggiunta",
        DeedKind::Removed => "tolta",
    };
    DeedView { kind, record: deed.record.clone(), fields: deed.fields.iter().map(field).collect() }
}

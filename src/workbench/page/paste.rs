use super::Chrome;
use super::chrome::counted;
use crate::model::Edition;
use crate::tables::Home;
use crate::workbench::bench::Bench;
use crate::workbench::finding_item::FindingItem;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::table::{Cell, Field, FieldOption, Group, Line, Reading, Rows, Understood, fields};
use crate::workbench::visit::{Form, Visit, field};
use serde::Serialize;

/// How many findings are written out.
const SHOWN: usize = 50;

/// A block that was pasted.
#[derive(Debug)]
pub(in crate::workbench) struct Pasted<'p> {
    pub(in crate::workbench) form: &'p Form,
    /// What it was read as.
    pub(in crate::workbench) reading: Option<&'p Reading>,
    pub(in crate::workbench) notice: Option<String>,
    /// The folder as it would be.
    pub(in crate::workbench) next: Option<&'p Bench<'p>>,
}

#[derive(Serialize)]
struct PastePage {
    chrome: Chrome,
    table: &'static str,
    table_title: String,
    action: String,
    text: String,
    row: String,
    column: String,
    /// The address by which the rows were seen.
    view: String,
    seen_columns: String,
    group: String,
    rows: Vec<FieldOption>,
    columns: Vec<FieldOption>,
    groups: Vec<FieldOption>,
    notice: Option<String>,
    headings: Vec<String>,
    lines: Vec<LineItem>,
    /// Tells what is shown from what would be read of something else.
    fingerprint: String,
    summary: String,
    beyond: String,
    findings: Vec<FindingItem>,
    more: usize,
    is_read: bool,
}

#[derive(Serialize)]
struct LineItem {
    label: String,
    cells: Vec<CellItem>,
}

#[derive(Serialize)]
struct CellItem {
    /// `uguale`, `cambia`, `dubbio`, `no`.
    state: &'static str,
    before: String,
    after: String,
    why: String,
    /// The name of its choice, and what may be chosen.
    name: String,
    options: Vec<FieldOption>,
    chosen: String,
    heading: String,
}

/// Where a block is pasted, and what it was read as.
pub(in crate::workbench) fn page(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    (edition, home): (&Edition, &'static Home),
    pasted: Option<Pasted<'_>>,
) -> String {
    let rows = Rows::of(bench, edition, home);
    let all = fields(edition, home);
    let said = |name: &str| {
        let sent = pasted.as_ref().and_then(|pasted| field(pasted.form, name));
        sent.unwrap_or_else(|| visit.asked(name)).to_owned()
    };
    let reading = pasted.as_ref().and_then(|pasted| pasted.reading);
    let says = |(_, line): &(usize, &Line)| !line.cells.is_empty();
    let lines =
        |reading: &Reading| reading.lines.iter().enumerate().filter(says).map(|line| item(line, &all, &rows)).collect();
    let lines: Vec<LineItem> = reading.map(lines).unwrap_or_default();
    let next = pasted.as_ref().and_then(|pasted| pasted.next);
    let mut findings = next.map(|next| new_findings(bench, next)).unwrap_or_default();
    let more = findings.len().saturating_sub(SHOWN);
    findings.truncate(SHOWN);
    let page = PastePage {
        chrome: Chrome::of(bench, session, visit, "Incolla righe", "tavole"),
        table: home.table,
        table_title: home.title_in(edition).to_owned(),
        action: format!("/banco/{}/incolla/", home.table),
        text: said("testo"),
        row: said("_riga"),
        column: said("_campo"),
        view: said("_vista"),
        seen_columns: said("_colonne"),
        group: said("_gruppo"),
        rows: rows.rows.iter().map(|row| FieldOption::new(row.id.as_str(), row.label.as_str())).collect(),
        columns: all.iter().map(|field| FieldOption::new(field.key.as_str(), field.heading.as_str())).collect(),
        groups: rows.groups(home).iter().map(Group::choice).collect(),
        headings: reading.map(|reading| headings(reading, &all)).unwrap_or_default(),
        fingerprint: reading.map(|reading| reading.fingerprint.clone()).unwrap_or_default(),
        summary: summary(&lines, reading),
        beyond: reading.map(|reading| reading.beyond).filter(|count| *count > 0).map_or_else(String::new, |count| {
            let end = if count == 1 { "e non si scrive" } else { "e non si scrivono" };
            let cells = counted(count, "casella non sta", "caselle non stanno");
            format!("{cells} sotto nessuna colonna della tavola, {end}.")
        }),
        lines,
        findings,
        more,
        is_read: next.is_some(),
        notice: pasted.and_then(|pasted| pasted.notice),
    };
    look::shown("incolla.html", &page)
}

/// What would be said that is not said now.
fn new_findings(bench: &Bench<'_>, next: &Bench<'_>) -> Vec<FindingItem> {
    let known: Vec<String> = bench.findings().iter().map(|finding| finding.message.clone()).collect();
    let is_new = |finding: &&crate::diagnostic::Finding| finding.is_open() && !known.contains(&finding.message);
    let found = next.findings();
    let new = found.iter().copied().filter(is_new);
    new.map(|finding| FindingItem::of(next, finding).seen_from(bench)).collect()
}

fn headings(reading: &Reading, all: &[Field]) -> Vec<String> {
    let widest = reading.lines.iter().map(|line| line.cells.len()).max().unwrap_or_default();
    // A column of the block that is none of the table shows no cells either.
    let columns = reading.columns.iter().filter_map(|column| all.get(*column));
    columns.take(widest).map(|field| field.heading.clone()).collect()
}

fn item((number, line): (usize, &Line), all: &[Field], rows: &Rows<'_>) -> LineItem {
    let label =
        line.row.and_then(|row| rows.rows.get(row)).map_or_else(|| "voce nuova".to_owned(), |row| row.label.clone());
    let cells = line.cells.iter().enumerate().filter_map(|(place, (column, cell))| {
        Some(cell_item(all.get(*column)?, cell, format!("_cella.{number}.{place}")))
    });
    LineItem { label, cells: cells.collect() }
}

fn cell_item(field: &Field, cell: &Cell, name: String) -> CellItem {
    let spoken = |typed: &str| {
        let name = |line: &str| {
            let option = field.options().iter().find(|option| option.value == line);
            option.map_or_else(|| line.to_owned(), |option| option.label.clone())
        };
        typed.lines().map(name).collect::<Vec<_>>().join("; ")
    };
    let (state, typed, why) = match &cell.read {
        Understood::Sure(typed) if typed.trim() == cell.before.trim() => ("uguale", typed.as_str(), ""),
        Understood::Sure(typed) => ("cambia", typed.as_str(), ""),
        Understood::Perhaps(typed, why) => ("dubbio", typed.as_str(), why.as_str()),
        Understood::Not(why) => ("no", "", why.as_str()),
    };
    let is_open = matches!(state, "dubbio" | "no");
    CellItem {
        state,
        before: spoken(&cell.before),
        after: spoken(typed),
        why: why.to_owned(),
        name,
        options: if is_open { field.options().to_vec() } else { Vec::new() },
        chosen: typed.to_owned(),
        heading: field.heading.clone(),
    }
}

/// `5 righe: 4 voci che cambiano, 1 voce nuova; 1 casella non è stata capita e non si scrive`.
fn summary(lines: &[LineItem], reading: Option<&Reading>) -> String {
    let Some(reading) = reading else { return String::new() };
    let new = reading.lines.iter().filter(|line| line.row.is_none() && !line.cells.is_empty()).count();
    let of = |line: &LineItem, state: &str| line.cells.iter().filter(|cell| cell.state == state).count();
    let count = |state: &str| lines.iter().map(|line| of(line, state)).sum::<usize>();
    let standing = reading.lines.iter().filter(|line| !line.cells.is_empty()).map(|line| line.row.is_some());
    let standing = lines.iter().zip(standing).filter(|(_, is_there)| *is_there);
    let changed: usize = standing.map(|(line, _)| of(line, "cambia") + of(line, "dubbio")).sum();
    let mut parts = vec![counted(changed, "casella cambia", "caselle cambiano")];
    if new > 0 {
        parts.push(counted(new, "voce è nuova", "voci sono nuove"));
    }
    if count("dubbio") > 0 {
        parts.push(counted(count("dubbio"), "casella è dubbia", "caselle sono dubbie"));
    }
    if count("no") > 0 {
        parts.push(counted(
            count("no"),
            "casella non è stata capita e non si scrive",
            "caselle non sono state capite e non si scrivono",
        ));
    }
    format!("{}: {}.", counted(lines.len(), "riga", "righe"), parts.join(", "))
}

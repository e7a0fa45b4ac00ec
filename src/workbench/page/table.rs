use super::Chrome;
use super::chrome::counted;
use super::field::{FieldItem, FieldText, field_item};
use super::paging::{Paging, address};
use crate::diagnostic::Finding;
use crate::model::Edition;
use crate::tables::Home;
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::plain_words::quoted;
use crate::workbench::session::Session;
use crate::workbench::table::view::{self, DOWN, SORT, WAY};
use crate::workbench::table::{Field, FieldOption, Group, Row, Rows, fields, label_key, shown};
use crate::workbench::visit::Visit;
use serde::Serialize;

#[derive(Serialize)]
struct TablePage {
    chrome: Chrome,
    name: &'static str,
    title: String,
    singular: String,
    count: String,
    query: String,
    columns: Vec<ColumnItem>,
    /// What each record is called.
    name_key: &'static str,
    name_heading: String,
    /// The same as a column; nothing where no column names the records.
    naming: Option<ColumnItem>,
    /// How the cells of each column are edited.
    controls: Vec<FieldItem>,
    rows: Vec<RowItem>,
    /// Where not all rows stand on one page.
    paging: Option<Paging>,
    /// How it is sorted.
    sorting: Vec<(String, String)>,
    /// Whether something may be said of the table as a whole.
    has_settings: bool,
    /// Why its file cannot be changed by forms.
    broken: Vec<Broken>,
}

#[derive(Serialize)]
struct Broken {
    path: String,
    why: String,
    href: String,
}

#[derive(Serialize)]
struct ColumnItem {
    key: String,
    heading: String,
    filter: String,
    /// The words among which a filter chooses; none = it is typed.
    options: Vec<FieldOption>,
    sorted: &'static str,
    sort: String,
}

#[derive(Serialize)]
struct RowItem {
    id: String,
    href: String,
    label: String,
    /// The group that holds it.
    group: String,
    /// Tells what it says from what others say.
    record: String,
    /// Its name as it is typed.
    name: String,
    cells: Vec<CellItem>,
    findings: usize,
    worst: &'static str,
    findings_word: String,
}

#[derive(Serialize)]
struct CellItem {
    key: String,
    /// What people read.
    texts: Vec<String>,
    /// The same as it is typed.
    typed: String,
}

/// The rows of a table: sorted and filtered as the address says.
pub(super) fn page(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    edition: &Edition,
    home: &'static Home,
) -> String {
    let rows = Rows::of(bench, edition, home);
    let all = fields(edition, home);
    // What no record says is not worth a column, unless each must say it; what each is called stands first.
    let is_used = |field: &&Field| {
        let is_name = label_key(home) == field.key;
        !is_name && (field.required || rows.rows.iter().any(|row| field.value_in(&row.value).is_some()))
    };
    let used: Vec<&Field> = all.iter().filter(is_used).collect();
    let name = all.iter().find(|field| field.key == label_key(home));
    let seen: Vec<&Field> = name.into_iter().chain(used.iter().copied()).collect();
    let groups = rows.groups(home);
    let kept = view::rows(&visit.query, &seen, &rows);
    let found = kept.len();
    let paging = Paging::of(visit, found);
    let sorting = [SORT, WAY].map(|name| (name.to_owned(), visit.asked(name).to_owned()));
    let title = home.title_in(edition).to_owned();
    let findings: Vec<&Finding> = bench.findings().into_iter().filter(|finding| finding.is_open()).collect();
    let broken = rows.files.iter().filter_map(|file| {
        let why = quoted(&file.document().err()?.to_string());
        Some(Broken { href: format!("/banco/testo/{}", file.path), path: file.path.clone(), why })
    });
    let page = TablePage {
        chrome: Chrome::of(bench, session, visit, title.as_str(), "tavole"),
        name: home.table,
        title,
        singular: home.singular_in(edition).to_owned(),
        count: counted(found, "voce", "voci"),
        query: visit.asked("q").to_owned(),
        columns: used.iter().map(|field| column(visit, field)).collect(),
        has_settings: home.file != "edizione",
        name_key: name.map_or("", |_| label_key(home)),
        name_heading: name.map_or_else(|| "Voce".to_owned(), |field| field.heading.clone()),
        naming: name.map(|field| column(visit, field)),
        controls: seen.into_iter().map(control).collect(),
        rows: kept[paging.rows()]
            .iter()
            .map(|at| &rows.rows[*at])
            .map(|row| item(&findings, home, (name, &used), &groups, row))
            .collect(),
        paging: Some(paging).filter(Paging::has_others),
        sorting: sorting.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        broken: broken.collect(),
    };
    look::shown("tavola.html", &page)
}

fn column(visit: &Visit, field: &Field) -> ColumnItem {
    let is_sorted = visit.asked(SORT) == field.key;
    let down = visit.asked(WAY) == DOWN;
    ColumnItem {
        key: field.key.clone(),
        heading: field.heading.clone(),
        filter: visit.asked(&field.key).to_owned(),
        options: field.options().to_vec(),
        sorted: if !is_sorted {
            "none"
        } else if down {
            "descending"
        } else {
            "ascending"
        },
        sort: address(
            visit,
            &[("pagina", None), (SORT, Some(&field.key)), (WAY, (is_sorted && !down).then_some(DOWN))],
        ),
    }
}

/// How the cells of a column are edited.
fn control(field: &Field) -> FieldItem {
    field_item(field, FieldText::default(), Vec::new())
}

fn item(
    findings: &[&Finding],
    home: &Home,
    (name, fields): (Option<&Field>, &[&Field]),
    groups: &[Group],
    row: &Row<'_>,
) -> RowItem {
    let findings: Vec<_> = findings.iter().filter(|finding| row.holds(finding.span)).collect();
    RowItem {
        href: format!("/banco/{}/{}/", home.table, row.id),
        label: row.label.clone(),
        id: row.id.clone(),
        group: row.group(groups).map(|group| group.label.clone()).unwrap_or_default(),
        record: row.fingerprint(),
        name: name.map(|field| shown(field.value_in(&row.value))).unwrap_or_default(),
        cells: fields
            .iter()
            .map(|field| CellItem {
                key: field.key.clone(),
                texts: view::cell(field, row),
                typed: shown(field.value_in(&row.value)),
            })
            .collect(),
        findings: findings.len(),
        worst: findings.first().map_or("", |finding| finding.severity.italian()),
        findings_word: counted(findings.len(), "rilievo", "rilievi"),
    }
}

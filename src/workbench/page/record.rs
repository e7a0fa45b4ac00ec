use super::Chrome;
use crate::diagnostic::Finding;
use crate::edit::Written;
use crate::model::Edition;
use crate::workbench::bench::Bench;
use crate::workbench::finding_item::FindingItem;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::table::{
    DataTable, Field, FieldKind, FieldOption, Mention, Row, Rows, fields, items_of, mentions, records, shown, typed,
};
use crate::workbench::visit::{Form, Visit};
use serde::Serialize;

#[derive(Serialize)]
struct RecordPage {
    chrome: Chrome,
    table: &'static str,
    table_title: String,
    title: String,
    singular: &'static str,
    /// Where the form is sent.
    action: String,
    is_new: bool,
    fields: Vec<FieldItem>,
    findings: Vec<FindingItem>,
    mentions: Vec<MentionItem>,
    /// The public page of the record.
    preview: Option<String>,
    file: String,
    record: String,
    /// What is to be said above the form.
    notice: Option<String>,
    is_conflict: bool,
    /// Records with which those that name this one could be given to another.
    others: Vec<FieldOption>,
    asks_removal: bool,
}

#[derive(Serialize)]
struct FieldItem {
    key: String,
    id: String,
    heading: String,
    meaning: String,
    required: bool,
    /// `linea`, `testo`, `elenco`, `scelta`, `scelte`.
    kind: &'static str,
    value: String,
    /// For choices: what is chosen now, one blank at the end.
    chosen: Vec<String>,
    options: Vec<FieldOption>,
    lines: usize,
    findings: Vec<FindingItem>,
    /// What the file says by now, where that is something else.
    theirs: Option<String>,
}

#[derive(Serialize)]
struct MentionItem {
    href: String,
    words: String,
}

/// What is to be shown of a record besides what it says.
#[derive(Debug, Default)]
pub(in crate::workbench) struct Extra<'f> {
    /// What was typed, in the place of what the file says.
    pub(in crate::workbench) form: Option<&'f Form>,
    /// What is to be said above the form.
    pub(in crate::workbench) notice: Option<String>,
    /// Whether the file said something else when the form was read.
    pub(in crate::workbench) is_conflict: bool,
    /// Whether it is asked what becomes of those that name the record.
    pub(in crate::workbench) asks_removal: bool,
}

/// A record as a form.
pub(in crate::workbench) fn page(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    (edition, table): (&Edition, &'static DataTable),
    (rows, row): (&Rows<'_>, &Row<'_>),
    extra: Extra<'_>,
) -> String {
    let findings: Vec<&Finding> = bench.findings().into_iter().filter(|finding| row.holds(finding.span)).collect();
    let all = fields(edition, table);
    let key_of = |finding: &Finding| {
        let annex = bench.annex.ok()?;
        let key = annex.loaded().annex.outline.place(finding.span)?.key?;
        all.iter()
            .find(|field| field.key == key || field.key.split('.').next() == Some(key))
            .map(|field| field.key.clone())
    };
    let item = |finding: &&Finding| FindingItem::of(bench, finding);
    let of_field = |key: &str| {
        let own = findings.iter().filter(|finding| key_of(finding).as_deref() == Some(key));
        own.map(item).collect::<Vec<_>>()
    };
    let field_items = all.iter().map(|field| {
        let now = shown(row.value.at(&field.path()));
        let mine = extra.form.and_then(|form| typed(field, form));
        let theirs = mine.as_ref().filter(|mine| extra.is_conflict && **mine != now.trim()).map(|_| now.clone());
        field_item(field, mine.unwrap_or(now), of_field(&field.key), theirs)
    });
    let id = row.value.get("id").and_then(Written::scalar).unwrap_or(&row.id);
    let mentions = table.target.map(|target| mentions(bench, edition, target, id)).unwrap_or_default();
    let others = table.target.map(|target| records(edition, target)).unwrap_or_default();
    let file = &rows.files[row.file];
    let page = RecordPage {
        chrome: Chrome::of(bench, session, visit, row.label.as_str(), "tavole"),
        table: table.name,
        table_title: table.title_in(edition).to_owned(),
        title: row.label.clone(),
        singular: table.singular(),
        action: format!("/banco/{}/{}/", table.name, row.id),
        is_new: false,
        fields: field_items.collect(),
        findings: findings.iter().filter(|finding| key_of(finding).is_none()).map(item).collect(),
        mentions: mentions.iter().map(mention_item).collect(),
        preview: preview(bench, edition, table, row),
        file: file.fingerprint(),
        record: row.fingerprint(),
        notice: extra.notice,
        is_conflict: extra.is_conflict,
        others: others.into_iter().filter(|option| option.value != id).collect(),
        asks_removal: extra.asks_removal,
    };
    look::shown("voce.html", &page)
}

/// The form of a record that is not there yet; `like` is one from which it is copied.
pub(in crate::workbench) fn new_page(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    (edition, table): (&Edition, &'static DataTable),
    like: Option<&Row<'_>>,
    extra: Extra<'_>,
) -> String {
    let value = |field: &Field| {
        if let Some(form) = extra.form {
            return typed(field, form).unwrap_or_default();
        }
        let is_name = table.names.first() == Some(&field.key.as_str()) && table.names.len() > 1;
        like.filter(|_| !is_name).map(|row| shown(row.value.at(&field.path()))).unwrap_or_default()
    };
    let all = fields(edition, table);
    let title = format!("Nuova voce: {}", table.singular());
    let page = RecordPage {
        chrome: Chrome::of(bench, session, visit, title.as_str(), "tavole"),
        table: table.name,
        table_title: table.title_in(edition).to_owned(),
        title,
        singular: table.singular(),
        action: format!("/banco/{}/", table.name),
        is_new: true,
        fields: all.iter().map(|field| field_item(field, value(field), Vec::new(), None)).collect(),
        findings: Vec::new(),
        mentions: Vec::new(),
        preview: None,
        file: like.map(|row| row.id.clone()).unwrap_or_default(),
        record: String::new(),
        notice: extra.notice,
        is_conflict: false,
        others: Vec::new(),
        asks_removal: false,
    };
    look::shown("voce.html", &page)
}

fn field_item(field: &Field, value: String, findings: Vec<FindingItem>, theirs: Option<String>) -> FieldItem {
    let kind = match &field.kind {
        FieldKind::Line | FieldKind::Number => "linea",
        FieldKind::Prose => "testo",
        FieldKind::Items => "elenco",
        FieldKind::Choice(_) => "scelta",
        FieldKind::Choices(_) => "scelte",
    };
    let mut options = match &field.kind {
        FieldKind::Choice(options) | FieldKind::Choices(options) => options.clone(),
        _ => Vec::new(),
    };
    let mut chosen = if kind == "scelte" { items_of(&value) } else { Vec::new() };
    // What is written and is none of the words stays to be seen.
    let written = if kind == "scelte" { chosen.clone() } else { vec![value.trim().to_owned()] };
    for word in written.iter().filter(|word| !word.is_empty()) {
        if !options.is_empty() && options.iter().all(|option| option.value != *word) {
            options.push(FieldOption { value: word.clone(), label: format!("«{word}», che non c'è") });
        }
    }
    if kind == "scelte" {
        chosen.push(String::new());
    }
    let lines = value.lines().count().max(value.chars().count() / 70 + 1).max(if kind == "elenco" { 3 } else { 1 });
    FieldItem {
        id: format!("campo-{}", field.key.replace('.', "-")),
        key: field.key.clone(),
        heading: field.heading.clone(),
        meaning: field.meaning.clone(),
        required: field.required,
        kind,
        value: if kind == "scelta" { value.trim().to_owned() } else { value },
        chosen,
        options,
        lines,
        findings,
        theirs,
    }
}

fn mention_item(mention: &Mention) -> MentionItem {
    MentionItem {
        href: format!("/banco/{}/{}/#campo-{}", mention.table.name, mention.id, mention.key),
        words: format!("{} ({})", mention.label, mention.table.singular()),
    }
}

/// The public page of a record, if the site has one for it.
fn preview(bench: &Bench<'_>, edition: &Edition, table: &DataTable, row: &Row<'_>) -> Option<String> {
    let site = bench.site?;
    let folder = match table.name {
        name @ ("processi" | "aree" | "servizi" | "smart-team") => format!("{name}/{}/", row.id),
        name => format!("{name}/"),
    };
    let path = format!("/{}/{folder}", edition.id.as_str());
    site.has_page(&path).then_some(path)
}

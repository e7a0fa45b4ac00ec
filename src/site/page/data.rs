use super::Composed;
use crate::model::{Keyword as _, TableName};
use crate::open_data;
use crate::routes::Section;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::{FileItem, Link};
use crate::tables::{TABLES, TableDescription};
use crate::trouble::Trouble;
use serde::Serialize;
use std::borrow::Cow;

/// The open data of an edition.
#[derive(Debug, Serialize)]
struct DataPage<'s> {
    tables: Vec<Dataset<'s>>,
    /// Files of no single table.
    others: Vec<FileItem<'s>>,
}

/// A table with its files and columns.
#[derive(Debug, Serialize)]
struct Dataset<'s> {
    id: &'static str,
    name: &'s str,
    /// The name, with the page that shows the table where there is one.
    link: Link,
    rows: usize,
    files: Vec<FileItem<'s>>,
    columns: Vec<Column<'s>>,
}

/// A column of a table.
#[derive(Debug, Serialize)]
struct Column<'s> {
    key: Cow<'s, str>,
    meaning: String,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>) -> Result<Composed<'s>, Trouble> {
    let published = TABLES.into_iter().filter(|table| table.data.is_some());
    let edition = context.edition;
    let is_there = |table: &&TableDescription| match table.name {
        "aree" => edition.has_areas(),
        "servizi" => edition.has_services(),
        name => TableName::parse(name).is_none_or(|(name, _)| context.has(name)),
    };
    let present = published.clone().filter(is_there);
    let sheets = open_data::sheets(edition);
    let rows = |name: &str| sheets.iter().find(|sheet| sheet.name == name).map_or(0, |sheet| sheet.rows.len());
    let tables = present.map(|table| Dataset {
        id: table.name,
        name: table.listed(edition),
        link: page_of(table, context),
        rows: rows(table.name),
        files: context.files_of(table.name),
        columns: columns(table, context),
    });
    let known = |name: &str| published.clone().any(|table| table.name == name);
    let others = context.files.data.iter().filter(|file| !known(file.table)).map(FileItem::from);
    let page = DataPage { tables: tables.collect(), others: others.collect() };
    let description = format!("Le tavole dell'edizione {} da scaricare e riusare.", context.edition.id.as_str());
    let meta = PageMeta::of_section(context, Section::Data, description);
    Ok((meta, Box::new(page), "dati.html"))
}

/// The name of a table, with the page that shows it.
fn page_of(table: &'static TableDescription, context: &EditionContext<'_>) -> Link {
    let name = table.listed(context.edition);
    let section = Section::ALL.iter().find(|section| section.entry().folder == table.name);
    match section.filter(|section| context.has_section(**section)) {
        Some(section) => Link::to(name, section.path()),
        None => Link::none(name, None),
    }
}

/// The columns of a table, those that the edition adds last.
fn columns<'s>(table: &'static TableDescription, context: &'s EditionContext<'_>) -> Vec<Column<'s>> {
    let columns = context.columns.published(context.edition, table).into_iter();
    columns.map(|column| Column { key: column.key, meaning: column.dictionary }).collect()
}

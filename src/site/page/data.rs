use super::Composed;
use crate::model::{Keyword as _, TableName};
use crate::routes::Section;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::FileItem;
use crate::site::view::value;
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
    let tables = present.map(|table| Dataset {
        id: table.name,
        name: table.listed(edition),
        files: context.files_of(table.name),
        columns: columns(table, context),
    });
    let known = |name: &str| published.clone().any(|table| table.name == name);
    let others = context.files.data.iter().filter(|file| !known(file.table)).map(FileItem::from);
    let page = DataPage { tables: tables.collect(), others: others.collect() };
    let description = format!("Le tavole dell'edizione {} da scaricare e riusare.", context.edition.id.as_str());
    let meta = PageMeta::of_section(context, Section::Data, description);
    Ok((meta, value(&page)?, "dati.html"))
}

/// The columns of a table, those that the edition adds last.
fn columns<'s>(table: &'static TableDescription, context: &'s EditionContext<'_>) -> Vec<Column<'s>> {
    let columns = context.columns.published(context.edition, table).into_iter();
    columns.map(|column| Column { key: column.key, meaning: column.dictionary }).collect()
}

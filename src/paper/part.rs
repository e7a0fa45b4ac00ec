use super::Materials;
use super::level::{Levels, PartHeading};
use super::prose::{Block, Places, blocks};
use crate::model::{Edition, Keyword, TableName};
use crate::tables::title;
use serde::Serialize;

/// A piece of the document under a heading.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Part {
    /// A heading above chapters that has no text of its own.
    Heading { anchor: String, number: Option<String>, title: String, level: u8 },
    /// A chapter; those whose number continues another's are a level below it.
    Chapter { anchor: String, number: Option<String>, title: String, level: u8, blocks: Vec<Block> },
    /// A table that stands on its own.
    Table { anchor: String, table: &'static str, title: String },
}

/// The tables that close the annex, in the paper's order.
const LAST: [TableName; 2] = [TableName::Processes, TableName::Software];

/// The others, in the order in which they follow the chapters where no chapter shows them.
const IN_CHAPTERS: [TableName; 7] = [
    TableName::Adoption,
    TableName::Teams,
    TableName::Exclusions,
    TableName::ExpectedBehaviours,
    TableName::Indicators,
    TableName::Training,
    TableName::References,
];

impl Part {
    pub(crate) fn table(table: TableName, edition: &Edition) -> Self {
        Self::Table { anchor: Places::of_table(table), table: table.keyword(), title: titled(table, edition) }
    }
}

fn titled(table: TableName, edition: &Edition) -> String {
    match (table, &edition.adoption.date) {
        (TableName::Adoption, Some(date)) => format!("{} {}", title(edition, table), date.value.at()),
        _ => title(edition, table).to_owned(),
    }
}

/// The parts of the whole annex: the chapters, the tables that none of them shows, Tavola 1 and the software.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) parts: Vec<Part>,
}

impl Parts {
    pub(crate) fn of(materials: &Materials<'_>) -> Self {
        let (edition, trees) = (materials.edition, materials.chapters);
        let present: Vec<_> = IN_CHAPTERS.into_iter().chain(LAST).filter(|table| edition.has(*table)).collect();
        let mut places =
            Places::new(&present, materials.routes, materials.number, materials.album).titled(materials.edition);
        for (chapter, tree) in edition.chapters.iter().zip(trees) {
            places.add(&chapter.slug, &tree.headings());
        }
        let shown: Vec<TableName> = trees.iter().flat_map(|tree| tree.tables()).collect();
        let mut parts = Vec::new();
        let mut levels = Levels::default();
        for (row, (chapter, tree)) in edition.chapters.iter().zip(trees).enumerate() {
            let (heading, level) = levels.next(chapter);
            parts.extend(heading.map(|PartHeading { number, title, level }| {
                let anchor = format!("parte-{}", chapter.slug);
                Part::Heading { anchor, number, title, level }
            }));
            parts.push(Part::Chapter {
                anchor: Places::of_chapter(&chapter.slug),
                number: chapter.number.as_ref().map(|number| number.value.clone()),
                title: chapter.title.value.clone(),
                level,
                blocks: blocks(tree, level, &mut places.in_chapter(row, &chapter.title)),
            });
        }
        let alone = present.into_iter().filter(|table| LAST.contains(table) || !shown.contains(table));
        parts.extend(alone.map(|table| Part::table(table, edition)));
        Self { parts }
    }
}

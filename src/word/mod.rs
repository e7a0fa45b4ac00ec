//! The annex as a Word document, for the software of the acts: what the paper shows, on sheets that Word can change.
//!
//! Owns how each part of the paper becomes paragraphs and tables of a document; what the parts are is said by `paper`, how a
//! document is written by `docx`.

mod composer;
mod cover;
mod pictures;
mod prose;
mod rows;
mod table;

use crate::docx::{Block, ContentsEntry, Document, Paragraph, Piece, Properties, Running, Section, Sheet, Style};
use crate::model::Edition;
use crate::output::Output;
use crate::paper::{self, Cover, Materials, Part, Parts, Sources, Tables};
use crate::routes::PrintPage;
use crate::trouble::Trouble;
use composer::Composer;

/// The path of the document below the target.
pub fn path(edition: &Edition) -> String {
    format!("{}/{}", edition.id.as_str(), PrintPage::word_path())
}

/// The pictures that a Word document cannot show, as messages name them; in their place it has what they show in words.
pub fn left_out(materials: &Materials<'_>) -> Vec<String> {
    let emblem = materials.coat_of_arms.filter(|picture| pictures::ending(picture).is_none());
    let mut names: Vec<String> = emblem.map(|_| "lo stemma".to_owned()).into_iter().collect();
    for (link, _) in materials.chapters.iter().flat_map(|chapter| chapter.pictures()) {
        let picture = materials.album.get(&link.target);
        let name = format!("`{}`", link.target);
        if picture.is_some_and(|picture| pictures::ending(picture).is_none()) && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The whole annex of an edition.
///
/// # Errors
///
/// When the document cannot be put together.
pub fn annex(materials: &Materials<'_>) -> Result<Output, Trouble> {
    let cover = Cover::of(materials);
    let sources = Sources::of(materials.edition);
    let tables = Tables::all(&sources);
    let parts = Parts::of(materials);
    let mut composer = Composer::new(materials, &tables);
    let mut sections = vec![Section { sheet: Sheet::Portrait, blocks: composer.title_page(&cover) }];
    sections[0].blocks.extend(contents(&parts.parts));
    sections[0].blocks.extend(cover::limits(&cover));
    for part in &parts.parts {
        let sheet = sheet(part, &cover, &tables);
        let blocks = composer.part(part);
        // Chapters go on upon the sheets of those before them; a table begins its own.
        match sections.last_mut() {
            Some(last) if last.sheet == sheet && !is_first_part(part, &parts.parts) => last.blocks.extend(blocks),
            _ => sections.push(Section { sheet, blocks }),
        }
    }
    let colophon = cover::colophon(&cover);
    match sections.last_mut() {
        Some(last) if last.sheet == Sheet::Portrait => last.blocks.extend(colophon),
        _ => sections.push(Section { sheet: Sheet::Portrait, blocks: colophon }),
    }
    let document = Document {
        properties: properties(&cover),
        running: Some(running(&cover)),
        sections,
        lists: composer.lists,
        notes: composer.notes,
        pictures: composer.pictures.files,
    };
    Ok(Output::new(path(materials.edition), document.bytes()?))
}

fn is_first_part(part: &Part, parts: &[Part]) -> bool {
    parts.first().is_some_and(|first| std::ptr::eq(first, part))
}

/// The sheets on which a part stands: Tavola 1 lies, and so does a table of many columns.
fn sheet(part: &Part, cover: &Cover<'_>, tables: &Tables<'_>) -> Sheet {
    match part {
        Part::Heading { .. } | Part::Chapter { .. } => Sheet::Portrait,
        Part::Table { table, .. } if *table == "processi" => {
            if cover.sheet == "A3" {
                Sheet::WideLandscape
            } else {
                Sheet::Landscape
            }
        }
        Part::Table { table, .. } => {
            if table::is_wide(tables, table) {
                Sheet::Landscape
            } else {
                Sheet::Portrait
            }
        }
    }
}

fn properties(cover: &Cover<'_>) -> Properties {
    Properties {
        title: format!("{} – {} – {}", cover.running, cover.plan, cover.administration),
        subject: format!("{}, {}", cover.plan, cover.section),
        author: cover.administration.to_owned(),
        day: Some(cover.day.iso()),
        mark: None,
    }
}

fn running(cover: &Cover<'_>) -> Running {
    Running {
        left: match cover.standing.filter(|_| cover.state.is_none()) {
            Some(standing) => format!("{} – edizione {} ({standing})", cover.running, cover.edition),
            None => format!("{} – edizione {}", cover.running, cover.edition),
        },
        right: cover.administration.to_owned(),
        state: cover.state.map(str::to_uppercase),
        notice: cover.notice.map(str::to_owned),
        is_everywhere: false,
        first_page: Some(cover.first_page).filter(|first| *first > 1),
    }
}

/// The table of contents: the parts, and the sections of the chapters.
fn contents(parts: &[Part]) -> Vec<Block> {
    let mut entries = Vec::new();
    for part in parts {
        match part {
            Part::Table { anchor, title, .. } => {
                entries.push(ContentsEntry { level: 1, text: title.clone(), anchor: anchor.clone() });
            }
            Part::Heading { anchor, number, title, level } => {
                let text = composer::titled(number.as_deref(), title);
                entries.push(ContentsEntry { level: *level, text, anchor: anchor.clone() });
            }
            Part::Chapter { anchor, number, title, level: own, blocks } => {
                let text = composer::titled(number.as_deref(), title);
                entries.push(ContentsEntry { level: *own, text, anchor: anchor.clone() });
                entries.extend(blocks.iter().filter_map(|block| match block {
                    paper::Block::Heading { level, anchor, body } if *level == own + 1 => {
                        Some(ContentsEntry { level: *level, text: prose::words(body), anchor: anchor.clone() })
                    }
                    _ => None,
                }));
            }
        }
    }
    let title = Paragraph { starts_page: true, ..Paragraph::new(Style::ContentsTitle, vec![Piece::text("Indice")]) };
    vec![Block::Paragraph(title), Block::Contents(entries)]
}

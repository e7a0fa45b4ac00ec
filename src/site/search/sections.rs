use super::record::Record;
use crate::chapters::{Block, Heading};
use crate::site::edition_context::EditionContext;
use pulldown_cmark::{Event, Tag, TagEnd};

/// The sections of the chapters, each with its anchor; the text before the first heading is that of the chapter.
pub(super) fn records(context: &EditionContext<'_>) -> Vec<Record> {
    let chapters = context.manuscripts.iter().enumerate().take(context.edition.chapters.len());
    let mut records = Vec::new();
    for (row, manuscript) in chapters {
        let path = context.chapter_path(row);
        let name = context.chapter_link(row).name;
        let (blocks, headings) = manuscript.blocks();
        let mut sections = vec![Record { title: name.clone(), path: path.clone(), ..Record::default() }];
        let mut headings = headings.into_iter();
        let mut in_heading = false;
        for block in blocks {
            let Block::Text(events) = block else { continue };
            for event in events {
                match event {
                    Event::Start(Tag::Heading { .. }) => {
                        in_heading = true;
                        sections.extend(headings.next().map(|heading| section(heading, &path, &name)));
                    }
                    Event::End(TagEnd::Heading(_)) => in_heading = false,
                    other if !in_heading => write(&other, &mut sections),
                    _ => {}
                }
            }
        }
        records.extend(sections);
    }
    for record in &mut records {
        record.text = record.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    records
}

fn section(heading: Heading, path: &str, chapter: &str) -> Record {
    Record {
        title: heading.text,
        path: format!("{path}#{}", heading.id),
        place: chapter.to_owned(),
        text: String::new(),
    }
}

/// Adds the words of an event to the last section; where a paragraph or a cell ends, so does the word.
fn write(event: &Event<'_>, sections: &mut [Record]) {
    let Some(section) = sections.last_mut() else { return };
    match event {
        Event::Text(text) | Event::Code(text) => section.text.push_str(text),
        Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => {
            section.text.push(' ');
        }
        _ => {}
    }
}

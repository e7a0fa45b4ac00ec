use super::record::Record;
use crate::chapters::{Block, Heading, plain};
use crate::site::context::EditionContext;

/// The sections of the chapters, each with its anchor; the text before the first heading is that of the chapter.
pub(super) fn records(context: &EditionContext<'_>) -> Vec<Record> {
    let mut records = Vec::new();
    for (row, tree) in context.chapters.iter().enumerate() {
        let path = context.chapter_path(row);
        let name = context.chapter_link(row).name;
        let first = Record { title: name.clone(), path: path.clone(), ..Record::default() };
        let mut sections = Sections { chapter: &name, path: &path, records: vec![first] };
        sections.gather(&tree.blocks);
        records.extend(sections.records);
    }
    for record in &mut records {
        record.text = record.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    records
}

/// The sections of one chapter so far, the last of them still open.
struct Sections<'c> {
    chapter: &'c str,
    path: &'c str,
    records: Vec<Record>,
}

impl Sections<'_> {
    fn gather(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading, _) => self.open(heading),
                Block::Paragraph(line) | Block::Line(line) => self.write(&plain(line)),
                Block::List { items, .. } => items.iter().for_each(|item| self.gather(item)),
                Block::Quote(body) | Block::Note { body, .. } => self.gather(body),
                Block::Code { text, .. } => self.write(text),
                Block::Grid(grid) => {
                    let cells = grid.head.iter().chain(grid.rows.iter().flatten());
                    cells.for_each(|cell| self.write(&plain(cell)));
                }
                Block::Rule | Block::Data(_) => {}
            }
        }
    }

    fn open(&mut self, heading: &Heading) {
        self.records.push(Record {
            title: heading.text.clone(),
            path: format!("{}#{}", self.path, heading.id),
            place: self.chapter.to_owned(),
            ..Record::default()
        });
    }

    /// Adds words to the last section; where a block or a cell ends, so does the word.
    fn write(&mut self, words: &str) {
        if let Some(section) = self.records.last_mut() {
            section.text.extend([words, " "]);
        }
    }
}

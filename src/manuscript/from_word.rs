use super::Block;
use super::expressions::places;
use super::item_lists::Lists;
use super::line::{Line, Span, Words, normal, plain, without_bold};
use crate::docx::{self, ListKind, Look, Paragraph, Piece, Reading, Style, Target};

/// A document as a chapter: its title, and its blocks with the footnotes in the order of their calls.
#[derive(Clone, Debug, Default)]
pub struct Manuscript {
    /// The title that stands at its head.
    pub title: Option<String>,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its footnotes.
    pub notes: Vec<Vec<Block>>,
}

/// A document in the normal form. `known` are the addresses to which the chapter leads already: programs write them in full.
pub fn from_word(reading: &Reading, known: &[String]) -> Manuscript {
    let reader = Reader { reading, known };
    let mut made = Manuscript::default();
    let mut notes = Vec::new();
    let mut lists = Lists::default();
    for block in &reading.blocks {
        let Some(own) = reader.block(block, &mut lists, &mut notes) else { continue };
        match (block, own) {
            (docx::Block::Paragraph(paragraph), Block::Paragraph(line))
                if paragraph.style == Style::Title && made.title.is_none() && made.blocks.is_empty() =>
            {
                made.title = Some(plain(&line));
            }
            (docx::Block::Paragraph(paragraph), Block::Code(text)) if paragraph.style == Style::Code => {
                match made.blocks.last_mut() {
                    Some(Block::Code(before)) => {
                        before.push('\n');
                        before.push_str(&text);
                    }
                    _ => made.blocks.push(Block::Code(text)),
                }
            }
            (_, own) => made.blocks.push(own),
        }
    }
    // A document that begins with its one heading of the first level has its title there.
    let first = |block: &Block| matches!(block, Block::Heading(1, _));
    if made.title.is_none()
        && made.blocks.first().is_some_and(first)
        && made.blocks.iter().filter(|block| first(block)).count() == 1
    {
        made.title = Some(made.blocks.remove(0).words());
    }
    let shift = u8::from(made.blocks.iter().any(first));
    for block in &mut made.blocks {
        if let Block::Heading(level, _) = block {
            *level = (*level + shift).clamp(2, 6);
        }
    }
    made.notes = notes.into_iter().map(|number| reader.note(number)).collect();
    made
}

struct Reader<'r> {
    reading: &'r Reading,
    known: &'r [String],
}

impl Reader<'_> {
    fn block(&self, block: &docx::Block, lists: &mut Lists, notes: &mut Vec<usize>) -> Option<Block> {
        match block {
            docx::Block::Paragraph(paragraph) => self.paragraph(paragraph, lists, notes),
            docx::Block::Table(table) => {
                lists.interrupt();
                let mut row = |row: &docx::Row| -> Vec<Line> {
                    let cell = |cell: &docx::Cell| {
                        let lines = cell.paragraphs.iter().map(|paragraph| self.line(&paragraph.pieces, notes));
                        let lines: Vec<Line> = lines.filter(|line| !line.is_empty()).collect();
                        let space = Span::Words(Words { text: " ".to_owned(), ..Words::default() });
                        normal(lines.join(&space))
                    };
                    row.cells.iter().map(cell).collect()
                };
                let mut head: Vec<Line> =
                    table.head.first().map(&mut row).unwrap_or_default().into_iter().map(without_bold).collect();
                let mut rows: Vec<Vec<Line>> = table.head.iter().skip(1).chain(&table.rows).map(row).collect();
                for cells in std::iter::once(&mut head).chain(&mut rows) {
                    cells.resize(table.columns.len(), Line::new());
                }
                (!head.is_empty()).then_some(Block::Grid { head, rows })
            }
            docx::Block::Contents(_) => None,
        }
    }

    fn paragraph(&self, paragraph: &Paragraph, lists: &mut Lists, notes: &mut Vec<usize>) -> Option<Block> {
        if paragraph.style == Style::Code && paragraph.list.is_none() {
            lists.interrupt();
            return Some(Block::Code(typed(&paragraph.pieces)));
        }
        let line = self.line(&paragraph.pieces, notes);
        if let Some(place) = paragraph.list {
            let from = match self.reading.lists.get(place.list) {
                Some(ListKind::Numbered { start, .. }) => Some(*start),
                _ => None,
            };
            let (level, start) = lists.item(place, from);
            return Some(Block::Item { level, is_numbered: from.is_some(), start, goes_on: place.goes_on, line });
        }
        if line.is_empty() {
            return None;
        }
        lists.interrupt();
        Some(match paragraph.style {
            Style::Heading(level) => Block::Heading(level.clamp(1, 6), without_bold(line)),
            Style::Quote => Block::Quote(line),
            _ if plain(&line) == "* * *" => Block::Rule,
            _ => Block::Paragraph(line),
        })
    }

    fn note(&self, number: usize) -> Vec<Block> {
        let blocks = self.reading.notes.get(number).map(Vec::as_slice).unwrap_or_default();
        let mut lists = Lists::default();
        blocks.iter().filter_map(|block| self.block(block, &mut lists, &mut Vec::new())).collect()
    }

    fn line(&self, pieces: &[Piece], notes: &mut Vec<usize>) -> Line {
        let mut made = Line::new();
        self.pieces(pieces, None, &mut made, notes);
        expressed(normal(made))
    }

    fn pieces(&self, pieces: &[Piece], link: Option<&String>, made: &mut Line, notes: &mut Vec<usize>) {
        for piece in pieces {
            match piece {
                Piece::Text(text, look) => {
                    made.push(Span::Words(Words { text: text.clone(), look: *look, link: link.cloned() }));
                }
                Piece::Break => made.push(Span::Break),
                Piece::Note(number) => {
                    notes.push(*number);
                    made.push(Span::Note);
                }
                Piece::Link(target, inside) => {
                    let target = self.target(target);
                    self.pieces(inside, target.as_ref().or(link), made, notes);
                }
                Piece::PageOf(_) | Piece::Picture(_) => {}
            }
        }
    }

    /// Where a link leads, as the chapter writes it.
    fn target(&self, target: &Target) -> Option<String> {
        match target {
            Target::Inside(anchor) if anchor.starts_with('_') => None,
            Target::Inside(anchor) => Some(format!("#{anchor}")),
            Target::Outside(address) if address.starts_with("file:") => {
                let known = self.known.iter().find(|known| address.ends_with(&format!("/{known}")));
                Some(known.unwrap_or(address).clone())
            }
            Target::Outside(address) => Some(address.clone()),
        }
    }
}

/// The text of a paragraph as it was typed.
fn typed(pieces: &[Piece]) -> String {
    let text = pieces.iter().map(|piece| match piece {
        Piece::Text(text, _) => text.clone(),
        Piece::Break => "\n".to_owned(),
        Piece::Link(_, inside) => typed(inside),
        _ => String::new(),
    });
    text.collect()
}

/// The same with the expressions that were typed as words known as such; quotation marks that a program turned are straight again.
fn expressed(line: Line) -> Line {
    let mut made = Line::new();
    for span in line {
        match span {
            Span::Words(words) if !words.look.source && !words.look.code => {
                let mut from = 0;
                for place in places(&words.text) {
                    made.push(Span::Words(Words { text: words.text[from..place.start].to_owned(), ..words.clone() }));
                    let text =
                        words.text[place.clone()].replace(['“', '”', '„', '«', '»'], "\"").replace(['‘', '’'], "'");
                    let look = Look { source: true, ..words.look };
                    made.push(Span::Words(Words { text, look, link: words.link.clone() }));
                    from = place.end;
                }
                made.push(Span::Words(Words { text: words.text[from..].to_owned(), ..words }));
            }
            other => made.push(other),
        }
    }
    normal(made)
}

use super::composer::Composer;
use super::table;
use crate::docx::{Align, Block, Cell, ListKind, ListPlace, Look, Paragraph, Piece, Row, Style, Table, Target, Tint};
use crate::paper::{self, Inline};

/// Where the blocks of a chapter stand.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// The list, and how deep.
    list: Option<ListPlace>,
    is_quoted: bool,
    is_note: bool,
}

impl Composer<'_> {
    /// The blocks of a chapter.
    pub(super) fn blocks(&mut self, blocks: &[paper::Block]) -> Vec<Block> {
        self.placed(blocks, Place::default())
    }

    fn placed(&mut self, blocks: &[paper::Block], place: Place) -> Vec<Block> {
        let mut made = Vec::new();
        for block in blocks {
            match block {
                paper::Block::Heading { level, anchor, body } => {
                    let pieces = self.line(body, Look::default());
                    let anchors = vec![anchor.clone()];
                    made.push(Block::Paragraph(Paragraph {
                        anchors,
                        ..Paragraph::new(Style::Heading(*level), pieces)
                    }));
                }
                paper::Block::Paragraph { body } => {
                    let pieces = self.line(body, Look::default());
                    made.push(Block::Paragraph(place.paragraph(pieces)));
                }
                paper::Block::Figure { picture, caption } => made.extend(self.figure(picture, caption)),
                paper::Block::List { start, items } => made.extend(self.list(*start, items, place)),
                paper::Block::Quote { body } => made.extend(self.placed(body, Place { is_quoted: true, ..place })),
                paper::Block::Code { text } => {
                    let look = Look { code: true, ..Look::default() };
                    made.push(Block::Paragraph(Paragraph::new(Style::Code, vec![Piece::Text(text.clone(), look)])));
                }
                paper::Block::Rule => {
                    let paragraph = Paragraph::new(Style::Normal, vec![Piece::text("* * *")]);
                    made.push(Block::Paragraph(Paragraph { align: Some(Align::Centre), ..paragraph }));
                }
                paper::Block::Grid { align, head, rows } => made.extend(self.grid(align, head, rows)),
                paper::Block::Data { table, title, anchor, first, captioned } => {
                    let data =
                        if *first { self.data(table, title, anchor, *captioned) } else { vec![see(title, anchor)] };
                    made.extend(data);
                }
            }
        }
        made
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<paper::Block>], place: Place) -> Vec<Block> {
        let level = place.list.map_or(0, |outer| outer.level + 1);
        let list = match start {
            // The first of all lists is the one with signs.
            None => 0,
            Some(start) => {
                self.lists.push(ListKind::Numbered { start, level });
                self.lists.len() - 1
            }
        };
        let sign = ListPlace { list, level, goes_on: false };
        let mut made = Vec::new();
        for item in items {
            let begins = matches!(item.first(), Some(paper::Block::Paragraph { .. }));
            let (first, rest) = item.split_at(usize::from(begins));
            let own = Place { list: Some(sign), ..place };
            if begins {
                made.extend(self.placed(first, own));
            } else {
                made.push(Block::Paragraph(own.paragraph(Vec::new())));
            }
            made.extend(self.placed(rest, Place { list: Some(ListPlace { goes_on: true, ..sign }), ..place }));
        }
        made
    }

    fn figure(&mut self, picture: &paper::Picture, caption: &str) -> Vec<Block> {
        let centred = |style, pieces, with_next| {
            let paragraph = Paragraph::new(style, pieces);
            Block::Paragraph(Paragraph { align: Some(Align::Centre), with_next, ..paragraph })
        };
        let shown = self.pictures.shown(picture);
        let has_picture = shown.is_some();
        let mut made: Vec<Block> =
            shown.map(|shown| centred(Style::Normal, vec![Piece::Picture(shown)], true)).into_iter().collect();
        if !has_picture {
            made.push(centred(Style::Normal, vec![Piece::italic(format!("[Figura: {}]", picture.text))], true));
        }
        if !caption.is_empty() {
            made.push(centred(Style::Small, vec![Piece::text(caption)], false));
        }
        made
    }

    /// A table of the data below what it is called.
    fn data(&mut self, name: &str, title: &str, anchor: &str, captioned: bool) -> Vec<Block> {
        let mut made = Vec::new();
        if captioned {
            made.push(Block::Paragraph(Paragraph::new(Style::Caption, vec![Piece::text(title)])));
        }
        made.extend(table::set(self, name, title));
        if let Some(first) = made.iter_mut().find_map(first_paragraph) {
            first.anchors.push(anchor.to_owned());
        }
        made
    }

    /// A table that the chapter writes itself.
    fn grid(&mut self, align: &[Option<&'static str>], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Vec<Block> {
        self.cell = Style::Cell;
        let longest = |column: usize| {
            let cells = std::iter::once(head.get(column)).chain(rows.iter().map(move |row| row.get(column)));
            cells.flatten().map(|cell| words(cell).chars().count()).max().unwrap_or_default()
        };
        let columns = (0..align.len()).map(|column| u32::try_from(longest(column).clamp(7, 48)).unwrap_or(7)).collect();
        let mut row = |cells: &[Vec<Inline>], tint| Row {
            cells: (0..align.len()).map(|number| self.grid_cell(cells.get(number), align[number], tint)).collect(),
            may_split: false,
        };
        let head = vec![row(head, Tint::Head)];
        let rows = rows.iter().map(|cells| row(cells, Tint::Plain)).collect();
        vec![Block::Table(Table { title: String::new(), columns, head, rows }), table::after()]
    }

    fn grid_cell(&mut self, cell: Option<&Vec<Inline>>, align: Option<&'static str>, tint: Tint) -> Cell {
        let pieces = cell.map(|cell| self.line(cell, Look::default())).unwrap_or_default();
        let align = match align {
            Some("right") => Some(Align::Right),
            Some("center") => Some(Align::Centre),
            _ => None,
        };
        let paragraph = Paragraph { align, ..Paragraph::new(Style::Cell, pieces) };
        Cell { paragraphs: vec![paragraph], tint, ..Cell::default() }
    }

    /// The pieces of a line.
    fn line(&mut self, line: &[Inline], look: Look) -> Vec<Piece> {
        let mut made = Vec::new();
        for piece in line {
            match piece {
                Inline::Text { text } => made.push(Piece::Text(text.clone(), look)),
                Inline::Code { text } => made.push(Piece::Text(text.clone(), Look { code: true, ..look })),
                Inline::Emphasis { body } => made.extend(self.line(body, Look { italic: true, ..look })),
                Inline::Strong { body } => made.extend(self.line(body, Look { bold: true, ..look })),
                Inline::Strike { body } => made.extend(self.line(body, Look { strike: true, ..look })),
                Inline::Break => made.push(Piece::Break),
                Inline::Link { to, body } => {
                    let body = self.line(body, look);
                    match to {
                        paper::Target::Inside { anchor } => {
                            made.push(Piece::Link(Target::Inside(anchor.clone()), body));
                        }
                        paper::Target::Outside { address } => {
                            made.push(Piece::Link(Target::Outside(address.clone()), body));
                        }
                        paper::Target::Nowhere => made.extend(body),
                    }
                }
                Inline::Note { anchor, body } => made.extend(self.note_call(anchor, body)),
                Inline::Picture { picture } => match self.pictures.shown(picture) {
                    Some(shown) => made.push(Piece::Picture(shown)),
                    None => made.push(Piece::Text(format!("[Figura: {}]", picture.text), look)),
                },
            }
        }
        made
    }

    /// The call of a footnote; one that is called again is the same one.
    fn note_call(&mut self, anchor: &str, body: &[paper::Block]) -> Option<Piece> {
        if let Some(number) = self.placed.get(anchor) {
            return Some(Piece::Note(*number));
        }
        if body.is_empty() {
            return None;
        }
        let blocks = self.placed(body, Place { is_note: true, ..Place::default() });
        let number = self.note(blocks);
        self.placed.insert(anchor.to_owned(), number);
        Some(Piece::Note(number))
    }
}

impl Place {
    fn paragraph(self, pieces: Vec<Piece>) -> Paragraph {
        let style = match (self.list, self.is_quoted, self.is_note) {
            (_, _, true) => Style::Note,
            (Some(_), _, _) => Style::List,
            (None, true, _) => Style::Quote,
            (None, false, _) => Style::Normal,
        };
        Paragraph { list: self.list, ..Paragraph::new(style, pieces) }
    }
}

/// Where a table stands that was shown before.
fn see(title: &str, anchor: &str) -> Block {
    let link = Piece::Link(Target::Inside(anchor.to_owned()), vec![Piece::text(title)]);
    Block::Paragraph(Paragraph::new(Style::Normal, vec![Piece::text("Si veda: "), link, Piece::text(".")]))
}

fn first_paragraph(block: &mut Block) -> Option<&mut Paragraph> {
    match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(table) => table.head.first_mut()?.cells.first_mut()?.paragraphs.first_mut(),
        Block::Contents(_) => None,
    }
}

/// The words of a line alone.
pub(super) fn words(line: &[Inline]) -> String {
    let mut text = String::new();
    for piece in line {
        match piece {
            Inline::Text { text: words } | Inline::Code { text: words } => text.push_str(words),
            Inline::Emphasis { body }
            | Inline::Strong { body }
            | Inline::Strike { body }
            | Inline::Link { body, .. } => {
                text.push_str(&words(body));
            }
            Inline::Break => text.push(' '),
            Inline::Note { .. } | Inline::Picture { .. } => {}
        }
    }
    text
}

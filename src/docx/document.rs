use super::table::Table;

/// A document.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What is said of it.
    pub properties: Properties,
    /// What stands at the head and the foot of its sheets.
    pub running: Option<Running>,
    /// Its sections, each on sheets of its own.
    pub sections: Vec<Section>,
    /// The lists to which its paragraphs belong.
    pub lists: Vec<ListKind>,
    /// Its footnotes.
    pub notes: Vec<Vec<Block>>,
    /// The bytes of its pictures, each with the ending of its name.
    pub pictures: Vec<(&'static str, Vec<u8>)>,
}

/// What is said of a document.
#[derive(Clone, Debug, Default)]
pub struct Properties {
    /// Its title.
    pub title: String,
    /// Of what it speaks.
    pub subject: String,
    /// Who publishes it.
    pub author: String,
    /// Its day, as `2025-01-31`; the first day of the format without one.
    pub day: Option<String>,
    /// A property of its own by which it is known again: name and value.
    pub mark: Option<(String, String)>,
}

/// What stands at the head and the foot of every sheet.
#[derive(Clone, Debug, Default)]
pub struct Running {
    /// On the left of the head.
    pub left: String,
    /// On the right of the head.
    pub right: String,
    /// What the first sheet too says at its head; the others say it on the right.
    pub state: Option<String>,
    /// Below the number of the page.
    pub notice: Option<String>,
    /// The number of the first sheet, where it is not 1.
    pub first_page: Option<u32>,
    /// Whether the first sheet is like all others, and no title page.
    pub is_everywhere: bool,
}

/// A part of a document on sheets of one kind.
#[derive(Clone, Debug)]
pub struct Section {
    /// The sheets.
    pub sheet: Sheet,
    /// What stands on them.
    pub blocks: Vec<Block>,
}

/// A kind of sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A4, standing.
    Portrait,
    /// A4, lying.
    Landscape,
    /// A3, lying.
    WideLandscape,
}

/// A piece of a document on lines of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// The table of contents.
    Contents(Vec<ContentsEntry>),
}

/// A line of the table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentsEntry {
    /// The level of the heading.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// Its anchor.
    pub anchor: String,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    /// Its style.
    pub style: Style,
    /// Its place in a list.
    pub list: Option<ListPlace>,
    /// How it stands; as its style says without it.
    pub align: Option<Align>,
    /// The places of it that links lead to.
    pub anchors: Vec<String>,
    /// Whether it begins a sheet.
    pub starts_page: bool,
    /// Whether it stays on one sheet with what follows.
    pub with_next: bool,
    /// What it says.
    pub pieces: Vec<Piece>,
}

/// The styles of paragraphs, under names that Word says in the language of its user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Text.
    #[default]
    Normal,
    /// A heading, level 1 to 9.
    Heading(u8),
    /// The title of the document.
    Title,
    /// A line of the title page.
    Subtitle,
    /// A paragraph of a list.
    List,
    /// What is said of a table or a picture.
    Caption,
    /// A quotation.
    Quote,
    /// Text set as it was typed.
    Code,
    /// Text in a table.
    Cell,
    /// Text in a table of many columns.
    SmallCell,
    /// Text below a table.
    Small,
    /// The title of the table of contents.
    ContentsTitle,
    /// A footnote.
    Note,
}

/// The place of a paragraph in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListPlace {
    /// The number of the list in the document.
    pub list: usize,
    /// How deep it stands, from 0.
    pub level: u8,
    /// Whether it goes on with the item before it, without a sign of its own.
    pub goes_on: bool,
}

/// A kind of list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// With signs.
    Bulleted,
    /// With dashes close to the margin, in the cells of tables.
    Dashed,
    /// With numbers from this one on, at this level.
    Numbered {
        /// The number of the first item.
        start: u64,
        /// How deep it stands.
        level: u8,
    },
}

/// How lines stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// To the left.
    Left,
    /// In the middle.
    Centre,
    /// To the right.
    Right,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words.
    Text(String, Look),
    /// A line break.
    Break,
    /// A link.
    Link(Target, Vec<Piece>),
    /// A call of a footnote, by its number in the document.
    Note(usize),
    /// The number of the page on which an anchor stands.
    PageOf(String),
    /// A picture.
    Picture(Shown),
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An anchor of the document.
    Inside(String),
    /// An address.
    Outside(String),
}

/// A picture as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its number among those of the document.
    pub picture: usize,
    /// Its width in points.
    pub width: u64,
    /// Its height in points.
    pub height: u64,
    /// What it shows, for whoever does not see it.
    pub text: String,
}

/// How words look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of the format, and they go together freely")]
pub struct Look {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Struck out.
    pub strike: bool,
    /// As a program's words.
    pub code: bool,
    /// Raised.
    pub raised: bool,
    /// Written for a program to be read, and shown as it is written.
    pub source: bool,
}

impl Block {
    /// Its words alone.
    pub fn words(&self) -> String {
        let paragraphs: Vec<&Paragraph> = match self {
            Self::Paragraph(paragraph) => vec![paragraph],
            Self::Table(table) => table
                .head
                .iter()
                .chain(&table.rows)
                .flat_map(|row| &row.cells)
                .flat_map(|cell| &cell.paragraphs)
                .collect(),
            Self::Contents(_) => Vec::new(),
        };
        let words: Vec<String> = paragraphs.into_iter().map(|paragraph| words(&paragraph.pieces)).collect();
        words.join(" ").trim().to_owned()
    }
}

fn words(pieces: &[Piece]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Text(text, _) => text.clone(),
        Piece::Link(_, inside) => words(inside),
        Piece::Break => " ".to_owned(),
        Piece::Note(_) | Piece::PageOf(_) | Piece::Picture(_) => String::new(),
    });
    words.collect()
}

impl Paragraph {
    /// A paragraph of one style that says this.
    pub fn new(style: Style, pieces: Vec<Piece>) -> Self {
        Self { style, pieces, ..Self::default() }
    }
}

impl Piece {
    /// Plain words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into(), Look::default())
    }

    /// Bold words.
    pub fn bold(text: impl Into<String>) -> Self {
        Self::Text(text.into(), Look { bold: true, ..Look::default() })
    }

    /// Words in italics.
    pub fn italic(text: impl Into<String>) -> Self {
        Self::Text(text.into(), Look { italic: true, ..Look::default() })
    }
}

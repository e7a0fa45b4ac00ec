use serde::Serialize;

/// A piece of a chapter that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Block {
    /// A section's title.
    Heading { level: u8, anchor: String, body: Vec<Inline> },
    /// A paragraph.
    Paragraph { body: Vec<Inline> },
    /// A picture that stands alone, and what is said of it below.
    Figure { picture: Picture, caption: String },
    /// A list; `start` counts its items where it is numbered.
    List { start: Option<u64>, items: Vec<Vec<Block>> },
    /// A quotation.
    Quote { body: Vec<Block> },
    /// Text set as it was typed.
    Code { text: String },
    /// A line between two passages.
    Rule,
    /// A table written in the chapter.
    Grid { align: Vec<Option<&'static str>>, head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>> },
    /// A table of the data; the first time it carries its anchor, later it is only referred to.
    /// It has a caption unless the title above says the same.
    Data { table: &'static str, title: String, anchor: String, first: bool, captioned: bool },
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Inline {
    /// Words.
    Text { text: String },
    /// A program's words.
    Code { text: String },
    /// Emphasis.
    Emphasis { body: Vec<Inline> },
    /// Strong emphasis.
    Strong { body: Vec<Inline> },
    /// Struck out.
    Strike { body: Vec<Inline> },
    /// A link.
    Link { to: Target, body: Vec<Inline> },
    /// A footnote; `body` is empty where the same note has already been printed.
    Note { anchor: String, body: Vec<Block> },
    /// A line break that the author asked for.
    Break,
    /// A picture within a line.
    Picture { picture: Picture },
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Picture {
    /// Its file among those of the document.
    pub(crate) file: String,
    /// What it shows, for whoever does not see it.
    pub(crate) text: String,
    /// How wide it is at most, in points.
    pub(crate) width: u64,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Target {
    /// A place of the same document.
    Inside { anchor: String },
    /// An address.
    Outside { address: String },
    /// Nothing that is in the document: only its words are printed.
    Nowhere,
}

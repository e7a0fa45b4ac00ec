use super::{Date, Scales, Text, Words, keyword::keywords};

/// How the annex of an administration differs from the usual one: `modello.yaml`.
#[derive(Clone, Debug, Default)]
pub struct AnnexModel {
    /// The titles of its tables.
    pub titles: Vec<TableTitle>,
    /// The columns that it lists, of whatever table, in the order of page and paper.
    pub order: Vec<ListedColumn>,
    /// The columns that it adds to them, in their order.
    pub columns: Vec<OwnColumn>,
    /// The columns whose description has a fault: rows may have their keys, and nothing is read of them.
    pub unread: Vec<ListedColumn>,
    /// The tables of whose own columns nothing is known, as their description could not be read.
    pub unread_tables: Vec<&'static str>,
    /// Its words for what ours say on a scale.
    pub scales: Scales,
    /// What it calls the things of which the annex speaks.
    pub words: Words,
}

/// A column that an edition lists for a table.
#[derive(Clone, Debug)]
pub struct ListedColumn {
    /// The name of the table in addresses and files.
    pub table: &'static str,
    /// The name of the column.
    pub key: String,
}

/// The title that an edition gives to a table.
#[derive(Clone, Debug)]
pub struct TableTitle {
    /// The name of the table in addresses and files.
    pub table: &'static str,
    /// Its title.
    pub title: Text,
}

/// A column that an administration adds to a table: an ordinary key of its records.
#[derive(Clone, Debug)]
pub struct OwnColumn {
    /// The name of the table in addresses and files.
    pub table: &'static str,
    /// The key in the records.
    pub key: Text,
    /// The heading.
    pub title: Text,
    /// What its values are.
    pub kind: OwnKind,
    /// What it means.
    pub explanation: Option<Text>,
    /// Whether every record must have it.
    pub required: bool,
    /// Whether the rows of the table can be filtered by it.
    pub filter: bool,
    /// Where it shows.
    pub visibility: Visibility,
}

/// Where an own column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Wherever ours show.
    Everywhere,
    /// Wherever ours show but on paper.
    OffPaper,
    /// It is read and checked, and published nowhere.
    Nowhere,
}

/// What the values of an own column are.
#[derive(Clone, Debug)]
pub enum OwnKind {
    /// A text.
    Text,
    /// Several texts.
    Texts,
    /// Yes or no.
    YesNo,
    /// A number.
    Number,
    /// A day.
    Date,
    /// The address of a page.
    Address,
    /// One of these words.
    Choice(Vec<Text>),
    /// Identifiers of records.
    References(ReferenceTarget),
}

/// What `tipo` may say of an own column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // Each is the kind of value of that name.
pub enum OwnType {
    Text,
    Texts,
    YesNo,
    Number,
    Date,
    Address,
    Choice,
    Reference,
}

keywords!(OwnType {
    Text = "testo",
    Texts = "elenco",
    YesNo = "si-no",
    Number = "numero",
    Date = "data",
    Address = "indirizzo",
    Choice = "scelta",
    Reference = "riferimento",
});

/// What an identifier refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceTarget {
    /// An area.
    Area,
    /// A service.
    Service,
    /// A smart team.
    Team,
    /// A computer program.
    Software,
}

keywords!(ReferenceTarget { Area = "area", Service = "servizio", Team = "smart_team", Software = "software" });

/// The value of an own column in a record.
#[derive(Clone, Debug)]
pub struct OwnEntry {
    /// The key of the column.
    pub key: String,
    /// The value.
    pub value: OwnValue,
}

/// A value of an own column, by its kind.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // Each is a value of the kind of that name.
pub enum OwnValue {
    Text(Text),
    Texts(Vec<Text>),
    YesNo(bool),
    Number(f64),
    Date(Date),
    Address(Text),
    Choice(Text),
    References(ReferenceTarget, Vec<Text>),
}

impl OwnValue {
    /// Its words for people, which the rules on wording read and the search finds.
    pub fn prose(&self) -> &[Text] {
        match self {
            Self::Text(text) | Self::Choice(text) => std::slice::from_ref(text),
            Self::Texts(texts) => texts,
            Self::YesNo(_) | Self::Number(_) | Self::Date(_) | Self::Address(_) | Self::References(..) => &[],
        }
    }
}

impl OwnColumn {
    /// Whether it is published at all.
    pub fn is_published(&self) -> bool {
        self.visibility != Visibility::Nowhere
    }

    /// Whether it stands on paper.
    pub fn is_printed(&self) -> bool {
        self.visibility == Visibility::Everywhere
    }

    /// Whether its values are words by which a record is searched.
    pub fn is_searched(&self) -> bool {
        matches!(self.kind, OwnKind::Text | OwnKind::Texts | OwnKind::Choice(_))
    }
}

impl AnnexModel {
    /// The columns that it adds to a table.
    pub fn columns_of(&self, table: &str) -> impl Iterator<Item = &OwnColumn> {
        self.columns.iter().filter(move |column| column.table == table)
    }

    /// Those of them that are published.
    pub fn published_columns_of(&self, table: &str) -> impl Iterator<Item = &OwnColumn> {
        self.columns_of(table).filter(|column| column.is_published())
    }

    /// The place of a column among those that it lists; those that it does not list come after.
    pub fn rank(&self, table: &str, key: &str) -> usize {
        let listed = |column: &ListedColumn| column.table == table && column.key == key;
        self.order.iter().position(listed).unwrap_or(self.order.len())
    }

    /// Whether it lists columns of a table.
    pub fn orders(&self, table: &str) -> bool {
        self.order.iter().any(|column| column.table == table)
    }

    /// The title that it gives to a table.
    pub fn title_of(&self, table: &str) -> Option<&str> {
        self.titles.iter().find(|title| title.table == table).map(|title| title.title.value.as_str())
    }
}

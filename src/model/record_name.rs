/// How a record is called, so that an acceptance can name it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RecordName {
    /// The list inside its file that holds it, where the file has several, or the group: naming it names all that is in it.
    pub list: Option<Box<str>>,
    /// Its identifier or code, or the key that holds it: no other record of the table has the same.
    pub id: Option<Box<str>>,
    /// Its name, which another record may have as well.
    pub name: Option<Box<str>>,
    /// What it belongs to, or what else tells it from another of the same name; what tells most comes first.
    pub within: Vec<Box<str>>,
    /// Its place in the file, from 1: the name that earlier annexes used, which moves with every row that is added.
    pub row: Option<usize>,
}

impl RecordName {
    /// The whole of a file.
    pub fn file() -> Self {
        Self::default()
    }

    /// The part of a file under a key that is there once, such as `approvazione`.
    pub fn part(key: impl AsRef<str>) -> Self {
        Self::default().id(Some(key))
    }

    /// The record that stands at a place of a file.
    pub fn row(row: usize) -> Self {
        Self { row: Some(row), ..Self::default() }
    }

    /// Adds an identifier or a code.
    #[must_use]
    pub fn id(mut self, id: Option<impl AsRef<str>>) -> Self {
        self.id = id.and_then(held);
        self
    }

    /// Adds a name.
    #[must_use]
    pub fn named(mut self, name: impl AsRef<str>) -> Self {
        self.name = held(name);
        self
    }

    /// Adds the list that holds it.
    #[must_use]
    pub fn of_list(mut self, list: impl AsRef<str>) -> Self {
        self.list = held(list);
        self
    }

    /// Adds what it belongs to.
    #[must_use]
    pub fn within(mut self, owner: impl AsRef<str>) -> Self {
        if let Some(owner) = held(owner) {
            self.within.reserve_exact(1);
            self.within.push(owner);
        }
        self
    }

    /// Whether it is the name of a whole file.
    pub fn is_file(&self) -> bool {
        self.list.is_none() && self.id.is_none() && self.name.is_none() && self.row.is_none()
    }
}

/// A text that is not empty.
fn held(text: impl AsRef<str>) -> Option<Box<str>> {
    Some(text.as_ref()).filter(|text| !text.is_empty()).map(Into::into)
}

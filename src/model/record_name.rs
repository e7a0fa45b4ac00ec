/// How a record is called, so that an acceptance can name it.
#[derive(Clone, Debug, Default)]
pub struct RecordName {
    /// The list inside its file that holds it, where the file has several, or the group: naming it names all that is in it.
    pub list: Option<String>,
    /// Its identifier or code, or the key that holds it: no other record of the table has the same.
    pub id: Option<String>,
    /// Its name, which another record may have as well.
    pub name: Option<String>,
    /// What it belongs to, or what else tells it from another of the same name; what tells most comes first.
    pub within: Vec<String>,
    /// Its place in the file, from 1: the name that earlier annexes used, which moves with every row that is added.
    pub row: Option<usize>,
}

impl RecordName {
    /// The whole of a file.
    pub fn file() -> Self {
        Self::default()
    }

    /// The part of a file under a key that is there once, such as `approvazione`.
    pub fn part(key: impl Into<String>) -> Self {
        Self::default().id(Some(key))
    }

    /// The record that stands at a place of a file.
    pub fn row(row: usize) -> Self {
        Self { row: Some(row), ..Self::default() }
    }

    /// Adds an identifier or a code.
    #[must_use]
    pub fn id(mut self, id: Option<impl Into<String>>) -> Self {
        self.id = id.map(Into::into).filter(|id| !id.is_empty());
        self
    }

    /// Adds a name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into()).filter(|name| !name.is_empty());
        self
    }

    /// Adds the list that holds it.
    #[must_use]
    pub fn of_list(mut self, list: impl Into<String>) -> Self {
        self.list = Some(list.into()).filter(|list| !list.is_empty());
        self
    }

    /// Adds what it belongs to.
    #[must_use]
    pub fn within(mut self, owner: impl Into<String>) -> Self {
        self.within.extend(Some(owner.into()).filter(|owner| !owner.is_empty()));
        self
    }

    /// Whether it is the name of a whole file.
    pub fn is_file(&self) -> bool {
        self.list.is_none() && self.id.is_none() && self.name.is_none() && self.row.is_none()
    }
}

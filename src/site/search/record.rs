/// Something that can be found.
#[derive(Debug, Default)]
pub(super) struct Record {
    /// What it is called: its words count more than the others.
    pub(super) title: String,
    /// The code by which it is known.
    pub(super) code: Option<String>,
    /// Its address, from the folder of the edition.
    pub(super) path: String,
    /// What it belongs to.
    pub(super) place: String,
    /// What else is said of it.
    pub(super) text: String,
    /// Whether it can be done in agile work, in words; `None` where nothing says so.
    pub(super) answer: Option<String>,
}

/// What kind of thing a record is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RecordKind {
    /// The word beside a result.
    pub(super) one: String,
    /// The word for several.
    pub(super) many: String,
}

/// The records of an edition, those of a kind together: where two answer a question equally well, the first comes first.
#[derive(Debug, Default)]
pub(super) struct Records {
    /// The records.
    pub(super) all: Vec<Record>,
    /// Each kind with the number of its first record.
    pub(super) kinds: Vec<(RecordKind, usize)>,
}

impl Records {
    /// Adds the records of a kind; none, no kind.
    pub(super) fn add(&mut self, one: &str, many: &str, records: impl IntoIterator<Item = Record>) {
        let first = self.all.len();
        self.all.extend(records);
        if self.all.len() > first {
            let kind = RecordKind { one: one.to_owned(), many: many.to_owned() };
            self.kinds.push((kind, first));
        }
    }
}

/// The fields of a form, or of an address, in their order.
pub type Form = Vec<(String, String)>;

/// What is asked for below `/banco/`.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// The path below `/banco/`, decoded; empty = the first page.
    pub path: String,
    /// What follows the question mark.
    pub query: Form,
    /// Whether the visitor may change something.
    pub has_key: bool,
    /// The files that a form hands in.
    pub sent: Vec<Sent>,
}

/// A file that a form hands in.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// Its name, as whoever sends it writes it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Visit {
    /// The first value of a name in the address; empty where there is none.
    pub(super) fn asked(&self, name: &str) -> &str {
        field(&self.query, name).unwrap_or_default()
    }
}

/// The first value of a name in a form.
pub(super) fn field<'a>(form: &'a [(String, String)], name: &str) -> Option<&'a str> {
    form.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}

/// What comes of a visit.
#[derive(Debug)]
pub enum Shown {
    /// A page.
    Page(String),
    /// A page that shows what was typed beside what the file says by now.
    Conflict(String),
    /// A page that says why what was typed was not written, and keeps it.
    Refused(String),
    /// A page that says that there is nothing at this address.
    Missing(String),
    /// What is taken away as a file.
    File {
        /// Its name: letters, digits and hyphens.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// Another address is to be asked for.
    Elsewhere(String),
}

/// What comes of a form.
#[derive(Debug)]
pub struct Done {
    /// What is shown.
    pub shown: Shown,
    /// Whether the folder must be read again.
    pub changed: bool,
}

impl Done {
    /// Something was written: the page at this address shows it.
    pub(super) fn written(to: impl Into<String>) -> Self {
        Self { shown: Shown::Elsewhere(to.into()), changed: true }
    }

    /// The same, where it leads to a page that says what became of a form: the address names the sending of that form, so that the browser
    /// forgets what it kept of it, and of no other.
    pub(super) fn of_sending(mut self, sending: &str) -> Self {
        let is_name = !sending.is_empty() && sending.bytes().all(|c| c.is_ascii_alphanumeric());
        if let Shown::Elsewhere(to) = &mut self.shown
            && is_name
            && to.contains("fatto=")
        {
            to.push_str("&invio=");
            to.push_str(sending);
        }
        self
    }

    /// The same, and the folder is read again: it may be the reason.
    pub(super) fn reread(self) -> Self {
        Self { changed: true, ..self }
    }

    /// Nothing was written.
    pub(super) fn only(shown: Shown) -> Self {
        Self { shown, changed: false }
    }
}

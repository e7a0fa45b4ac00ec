use crate::theme::Theme;

/// Which of the values that cost most the templates of a theme ask for: a theme pays only for those.
///
/// A name that stands anywhere in them counts: what is asked for in a way that is not foreseen here is there all the same.
#[derive(Clone, Copy, Debug)]
pub(in crate::site) struct Asked {
    /// What a page says of itself to search engines.
    pub(in crate::site) linked_data: bool,
    /// A process in sentences, of which its description is made, too.
    pub(in crate::site) sentences: bool,
    /// By what the rows of Tavola 1 are found.
    pub(in crate::site) row_keys: bool,
}

impl Asked {
    /// What a theme asks for.
    pub(in crate::site) fn of(theme: &Theme) -> Self {
        Self {
            linked_data: theme.mentions("linked_data"),
            sentences: theme.mentions("sentences") || theme.mentions("description"),
            row_keys: theme.mentions("keys"),
        }
    }
}

use serde::Serialize;

/// The name of something, with the page that is about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::site) struct Link {
    /// Its name.
    pub(in crate::site) name: String,
    /// Its page, from the folder of the edition; nothing where there is none.
    pub(in crate::site) path: Option<String>,
    /// What is said after the name of something without a page.
    pub(in crate::site) remark: Option<&'static str>,
}

impl Link {
    /// A name with its page.
    pub(in crate::site) fn to(name: impl Into<String>, path: impl Into<String>) -> Self {
        Self { name: name.into(), path: Some(path.into()), remark: None }
    }

    /// A name without a page, and why.
    pub(in crate::site) fn none(name: impl Into<String>, remark: Option<&'static str>) -> Self {
        Self { name: name.into(), path: None, remark }
    }
}

use super::key::Key;
use crate::trouble::{Context as _, Trouble};
use serde::Serialize;
use std::fmt::Debug;
use tera::Value;

/// What a page shows: it becomes what its template reads, or says by what it is known.
pub(in crate::site) trait View: Debug {
    /// What the templates read.
    fn value(&self) -> Result<Value, Trouble>;

    /// Adds to a key all that the templates read. `None` where that cannot be told.
    fn add_to(&self, key: &mut Key) -> Option<()>;
}

impl<T: Serialize + Debug> View for T {
    fn value(&self) -> Result<Value, Trouble> {
        value(self)
    }

    fn add_to(&self, key: &mut Key) -> Option<()> {
        key.add(self)
    }
}

/// A view as the templates read it.
pub(in crate::site) fn value<T: Serialize + ?Sized>(view: &T) -> Result<Value, Trouble> {
    Value::try_from_serializable(view).trouble(
        || "una pagina non si può preparare".to_owned(),
        "è un difetto del programma: segnalarlo a chi lo cura",
    )
}

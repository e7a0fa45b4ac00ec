use crate::trouble::{Context as _, Trouble};
use serde::Serialize;
use tera::Value;

/// A view as the templates read it.
pub(in crate::site) fn value<T: Serialize + ?Sized>(view: &T) -> Result<Value, Trouble> {
    Value::try_from_serializable(view).trouble(
        || "una pagina non si può preparare".to_owned(),
        "è un difetto del programma: segnalarlo a chi lo cura",
    )
}

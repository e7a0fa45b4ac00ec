use super::Outcome;
use super::arguments::Schema;
use super::streams::{tell, write};
use crate::diagnostic::nearest;
use crate::model::AnnexModel;
use crate::trouble::Trouble;
use crate::{load, scaffold, schema};
use serde_json::{Map, Value};
use std::path::Path;

pub(super) fn run(options: &Schema) -> Result<Outcome, Trouble> {
    if let Some(folder) = &options.out {
        let files = schema::files(&models()?);
        scaffold::write_schemas(folder, &files)?;
        tell!("{} schemi scritti in `{}`.", files.len(), folder.display());
        return Ok(Outcome::Done);
    }
    let models = models()?;
    let asked = match options.name.as_deref() {
        Some(name) => schema::extended(name.trim_end_matches(".yaml"), &models).ok_or_else(|| unknown(name))?,
        None => Value::Object(
            schema::names()
                .filter_map(|name| Some((name.to_owned(), schema::extended(name, &models)?)))
                .collect::<Map<_, _>>(),
        ),
    };
    write(&format!("{asked:#}\n"))?;
    Ok(Outcome::Done)
}

/// The models of the editions of this folder, the last first; none where there are no data.
fn models() -> Result<Vec<AnnexModel>, Trouble> {
    let root = Path::new(".");
    if !root.join("data").is_dir() {
        return Ok(Vec::new());
    }
    let editions = load::load(root)?.annex.editions;
    Ok(editions.into_iter().rev().map(|edition| edition.model).collect())
}

fn unknown(name: &str) -> Trouble {
    let list = schema::names().collect::<Vec<_>>().join(", ");
    let advice = match nearest(name, schema::names()) {
        Some(near) => format!("forse si intendeva {near}; gli schemi sono: {list}"),
        None => format!("gli schemi sono: {list}"),
    };
    Trouble::new(format!("lo schema `{name}` non esiste"), advice)
}

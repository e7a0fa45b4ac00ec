use super::Outcome;
use super::arguments::Schema;
use super::streams::{tell, write};
use crate::diagnostic::nearest;
use crate::trouble::Trouble;
use crate::{scaffold, schema};
use serde_json::{Map, Value};

pub(super) fn run(options: &Schema) -> Result<Outcome, Trouble> {
    if let Some(folder) = &options.out {
        let count = scaffold::write_schemas(folder)?;
        tell!("{count} schemi scritti in `{}`.", folder.display());
        return Ok(Outcome::Done);
    }
    let asked = match options.name.as_deref() {
        Some(name) => schema::schema(name.trim_end_matches(".yaml")).ok_or_else(|| unknown(name))?,
        None => Value::Object(
            schema::names().filter_map(|name| Some((name.to_owned(), schema::schema(name)?))).collect::<Map<_, _>>(),
        ),
    };
    write(&format!("{asked:#}\n"))?;
    Ok(Outcome::Done)
}

fn unknown(name: &str) -> Trouble {
    let list = schema::names().collect::<Vec<_>>().join(", ");
    let advice = match nearest(name, schema::names()) {
        Some(near) => format!("forse si intendeva {near}; gli schemi sono: {list}"),
        None => format!("gli schemi sono: {list}"),
    };
    Trouble::new(format!("lo schema `{name}` non esiste"), advice)
}

use crate::trouble::{Context, Trouble};
use serde_json::Value;
use std::collections::HashMap;

/// The keys under which the descriptions of the open data name a file beside them: the catalogue, and the data package.
const KEYS: [&str; 2] = ["dcat:downloadURL", "path"];

/// A description of the open data, naming the files as they are called among the uploads: `names` has the new name of each.
///
/// # Errors
///
/// When it is no JSON, which would be a fault of this program.
pub(super) fn renamed(bytes: &[u8], names: &HashMap<&str, &str>) -> Result<Vec<u8>, Trouble> {
    let failed = || "non è possibile preparare il catalogo tra i file da caricare".to_owned();
    let advice = "segnalare l'errore a chi cura il programma";
    let mut value: Value = serde_json::from_slice(bytes).trouble(failed, advice)?;
    rename(&mut value, names);
    let mut renamed = serde_json::to_vec_pretty(&value).trouble(failed, advice)?;
    renamed.push(b'\n');
    Ok(renamed)
}

fn rename(value: &mut Value, names: &HashMap<&str, &str>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, names)),
        Value::Object(entries) => {
            for (key, value) in entries.iter_mut() {
                match value {
                    Value::Object(link) if KEYS.contains(&key.as_str()) && link.contains_key("@id") => {
                        link.values_mut().for_each(|address| name(address, names));
                    }
                    Value::String(_) if KEYS.contains(&key.as_str()) => name(value, names),
                    _ => rename(value, names),
                }
            }
        }
        _ => {}
    }
}

/// The new name of the file that an address, of whatever folder, ends with.
fn name(address: &mut Value, names: &HashMap<&str, &str>) {
    let file = address.as_str().and_then(|address| address.rsplit('/').next());
    if let Some(renamed) = file.and_then(|file| names.get(file)) {
        *address = Value::String((*renamed).to_owned());
    }
}

use crate::trouble::{Context, Trouble};
use serde_json::Value;
use std::collections::HashMap;

/// The keys under which the descriptions of the open data name a file beside them: the catalogue, and the data package.
const KEYS: [&str; 2] = ["dcat:downloadURL", "path"];

/// The page on which a file is offered, and that on which a table is presented: pages of the site, which are not among the uploads.
const PAGE_OF_FILE: &str = "dcat:accessURL";
const PAGE_OF_TABLE: &str = "dcat:landingPage";

/// A description of the open data, naming the files as they are called among the uploads: `names` has the new name of each. Where the site
/// has no address, the files themselves stand for the pages that offer them, and no page presents a table.
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
            if entries.get(PAGE_OF_TABLE).is_some_and(is_beside) {
                entries.shift_remove(PAGE_OF_TABLE);
            }
            if entries.get(PAGE_OF_FILE).is_some_and(is_beside)
                && let Some(file) = entries.get(KEYS[0]).cloned()
            {
                entries.insert(PAGE_OF_FILE.to_owned(), file);
            }
        }
        _ => {}
    }
}

/// Whether a link leads to a file beside the description, not to an address of the web.
fn is_beside(link: &Value) -> bool {
    link.get("@id").and_then(Value::as_str).is_some_and(|address| !address.contains("://"))
}

/// The new name of the file that an address, of whatever folder, ends with.
fn name(address: &mut Value, names: &HashMap<&str, &str>) {
    let file = address.as_str().and_then(|address| address.rsplit('/').next());
    if let Some(renamed) = file.and_then(|file| names.get(file)) {
        *address = Value::String((*renamed).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::renamed;
    use serde_json::{Value, json};
    use std::collections::HashMap;

    #[test]
    fn no_page_is_named_that_is_not_among_the_uploads() {
        let names = HashMap::from([("aree.csv", "allegato-aree.csv")]);
        let catalogue = |base: &str, file: &str| {
            json!({
                "dcat:landingPage": { "@id": format!("{base}index.html"), "@type": "foaf:Document" },
                "dcat:distribution": [{ "dcat:accessURL": { "@id": format!("{base}index.html") }, "dcat:downloadURL": { "@id": file } }],
            })
        };
        let read = |value: &Value| -> Value {
            serde_json::from_slice(&renamed(value.to_string().as_bytes(), &names).expect("a catalogue")).expect("JSON")
        };
        let file = json!({ "@id": "allegato-aree.csv" });
        let distribution = json!([{ "dcat:accessURL": file, "dcat:downloadURL": file }]);
        assert_eq!(read(&catalogue("", "aree.csv")), json!({ "dcat:distribution": distribution }));
        let base = "https://esempio.it/dati/";
        assert_eq!(read(&catalogue(base, &format!("{base}aree.csv"))), catalogue(base, "allegato-aree.csv"));
    }
}

//! The JSON Schemas, held against what the loader asks for.

mod validity;

use crate::folder::{Folder, repository};
use piao::check::catalogue;
use piao::diagnostic::Finding;
use piao::load::{Overlay, load_with};
use piao::schema;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

/// Every record that a file may hold: the file, the place of its schema, and a text in which the record has nothing but a key that does not exist.
const RECORDS: &[(&str, &str, &str)] = &[
    ("ente", "", "zzzzzzzz: x"),
    ("ente", "/contatti", "contatti: { zzzzzzzz: x }"),
    ("controlli", "", "zzzzzzzz: x"),
    ("controlli", "/soglie", "soglie: { zzzzzzzz: x }"),
    ("edizione", "", "zzzzzzzz: x"),
    ("edizione", "/approvazione", "approvazione: { zzzzzzzz: x }"),
    ("edizione", "/documento_approvato", "documento_approvato: { zzzzzzzz: x }"),
    ("edizione", "/riferimenti", "riferimenti: [{ zzzzzzzz: x }]"),
    ("edizione", "/limiti", "limiti: { zzzzzzzz: x }"),
    ("edizione", "/versioni", "versioni: [{ zzzzzzzz: x }]"),
    ("modello", "", "zzzzzzzz: x"),
    ("modello", "/scale", "scale: { zzzzzzzz: x }"),
    ("modello", "/scale/smartabilita", "scale: { smartabilita: { zzzzzzzz: x } }"),
    ("modello", "/parole", "parole: { zzzzzzzz: x }"),
    ("modello", "/parole/area", "parole: { area: { zzzzzzzz: x } }"),
    ("modello", "/parole/servizio", "parole: { servizio: { zzzzzzzz: x } }"),
    ("modello", "/parole/smart_team", "parole: { smart_team: { zzzzzzzz: x } }"),
    ("modello", "/parole/processo", "parole: { processo: { zzzzzzzz: x } }"),
    ("modello", "/parole/smartabilita", "parole: { smartabilita: { zzzzzzzz: x } }"),
    ("modello", "/parole/rischio", "parole: { rischio: { zzzzzzzz: x } }"),
    ("servizi", "", "zzzzzzzz: x"),
    ("servizi", "/aree", "aree: [{ zzzzzzzz: x }]"),
    ("servizi", "/servizi", "servizi: [{ zzzzzzzz: x }]"),
    ("smart-team", "", "zzzzzzzz: x"),
    ("smart-team", "/smart_team", "smart_team: [{ zzzzzzzz: x }]"),
    ("processi", "", "zzzzzzzz: x"),
    ("processi", "/processi", "processi: [{ zzzzzzzz: x }]"),
    ("software", "", "zzzzzzzz: x"),
    ("software", "/software", "software: [{ zzzzzzzz: x }]"),
    ("formazione", "", "zzzzzzzz: x"),
    ("formazione", "/destinatari", "destinatari: [{ zzzzzzzz: x }]"),
    ("formazione", "/gruppi", "gruppi: [{ zzzzzzzz: x }]"),
    ("formazione", "/gruppi/moduli", "gruppi: [{ nome: G, moduli: [{ zzzzzzzz: x }] }]"),
    ("attuazione", "", "zzzzzzzz: x"),
    ("attuazione", "/righe", "righe: [{ zzzzzzzz: x }]"),
    ("attuazione", "/righe/donne", "righe: [{ donne: { zzzzzzzz: x } }]"),
    ("attuazione", "/righe/uomini", "righe: [{ uomini: { zzzzzzzz: x } }]"),
    ("attuazione", "/totale_dichiarato", "totale_dichiarato: { zzzzzzzz: x }"),
    ("valutazione", "", "zzzzzzzz: x"),
    ("valutazione", "/ruoli", "ruoli: [{ zzzzzzzz: x }]"),
    ("indicatori", "", "zzzzzzzz: x"),
    ("indicatori", "/indicatori", "indicatori: [{ zzzzzzzz: x }]"),
    ("indicatori", "/indicatori/base", "indicatori: [{ base: { zzzzzzzz: x } }]"),
    ("esclusioni", "", "zzzzzzzz: x"),
    ("esclusioni", "/esclusioni", "esclusioni: [{ zzzzzzzz: x }]"),
    ("glossario", "", "zzzzzzzz: x"),
    ("glossario", "/glossario", "glossario: [{ zzzzzzzz: x }]"),
    ("accettazioni", "", "zzzzzzzz: x"),
    ("accettazioni", "/accettazioni", "accettazioni: [{ zzzzzzzz: x }]"),
    ("sigillo", "", "zzzzzzzz: x"),
    ("sigillo", "/registro", "registro: [{ zzzzzzzz: x }]"),
];

fn path(name: &str) -> String {
    match name {
        "ente" | "controlli" => format!("data/{name}.yaml"),
        _ => format!("data/{}/{name}.yaml", piao::scaffold::EDITION),
    }
}

/// What the loader says of a file of the starter whose text is `text`.
fn read(starter: &Folder, name: &str, text: &str) -> Vec<Finding> {
    load_with(starter.root(), &Overlay::from([(path(name), text.to_owned())])).expect("the folder").findings
}

/// The records of a schema: the places of all objects with keys of their own.
fn records(place: &str, schema: &Value, found: &mut Vec<(String, Value)>) {
    if let Some(items) = schema.get("items") {
        records(place, items, found);
    }
    for choice in schema.get("anyOf").and_then(Value::as_array).into_iter().flatten() {
        records(place, choice, found);
    }
    // The codes of rules are no keys that the loader asks for; a test of its own looks at them.
    if place == "/gravita" {
        return;
    }
    if let Some(keys) = schema.get("properties").and_then(Value::as_object) {
        assert_eq!(schema["additionalProperties"], false, "{place}: other keys are allowed");
        found.push((place.to_owned(), schema.clone()));
        keys.iter().for_each(|(key, value)| records(&format!("{place}/{key}"), value, found));
    }
}

/// The texts between backquotes or after the colon of a message.
fn set<'a>(words: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    words.map(|word| word.trim().to_owned()).collect()
}

#[test]
fn every_record_has_the_keys_that_the_loader_asks_for() {
    let starter = Folder::starter();
    for (name, place, text) in RECORDS {
        let mut all = Vec::new();
        records("", &schema::schema(name).expect("a schema"), &mut all);
        let (_, shape) =
            all.iter().find(|(at, _)| at == place).unwrap_or_else(|| panic!("{name}{place} has no schema"));
        let findings = read(&starter, name, text);
        let unknown = findings.iter().find(|finding| finding.rule.code == "LA007").expect("a key that does not exist");
        let help = unknown.help.as_deref().expect("help");
        let known = set(help.split_once(": ").expect("a list").1.split(", "));
        let described = set(shape["properties"].as_object().expect("keys").keys().map(String::as_str));
        assert_eq!(described, known, "keys of {name}{place}");

        let what = unknown.message.split_once("per ").expect("what it is").1;
        let lacking = findings.iter().filter(|finding| finding.rule.code == "LA008" && finding.message.ends_with(what));
        let mut needed = set(lacking.filter_map(|finding| finding.message.split('`').nth(1)));
        if *place == "/accettazioni" {
            // Its absence is a finding of the rule on acceptances.
            needed.insert("motivo".to_owned());
        }
        let required = shape.pointer("/allOf/0/anyOf/0/required").and_then(Value::as_array).into_iter().flatten();
        assert_eq!(set(required.filter_map(Value::as_str)), needed, "required keys of {name}{place}");
    }
}

#[test]
fn every_record_of_every_schema_is_held_against_the_loader() {
    for name in schema::names() {
        let mut all = Vec::new();
        records("", &schema::schema(name).expect("a schema"), &mut all);
        let described: BTreeSet<String> = all.into_iter().map(|(place, _)| place).collect();
        let tried =
            RECORDS.iter().filter(|(file, ..)| *file == name).map(|(_, place, _)| (*place).to_owned()).collect();
        assert_eq!(described, tried, "{name}");
    }
}

#[test]
fn every_key_has_words_for_people() {
    for name in schema::names() {
        let root = schema::schema(name).expect("a schema");
        assert_eq!(root["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let mut all = Vec::new();
        records("", &root, &mut all);
        for (place, shape) in all {
            for (key, value) in shape["properties"].as_object().expect("keys") {
                let words = value["description"].as_str().unwrap_or_default();
                assert!(words.ends_with('.') && words.len() > 6, "{name}{place}/{key}: «{words}»");
            }
        }
    }
}

/// Hands every part of a schema to `look`, with its place.
fn parts(place: &str, schema: &Value, look: &mut impl FnMut(&str, &Value)) {
    look(place, schema);
    match schema {
        Value::Object(keys) => keys.iter().for_each(|(key, part)| parts(&format!("{place}/{key}"), part, look)),
        Value::Array(items) => items.iter().for_each(|part| parts(place, part, look)),
        _ => {}
    }
}

#[test]
fn editors_offer_the_words_of_the_annex_and_no_others() {
    for name in schema::names() {
        let root = schema::schema(name).expect("a schema");
        parts(name, &root, &mut |place, part| {
            let Value::Object(keys) = part else { return };
            // An editor offers the words of a list and of a type, and takes a title, or what is required beside the keys, for one more key.
            let words = keys.get("enum").and_then(Value::as_array).into_iter().flatten();
            assert!(words.into_iter().all(Value::is_string), "{place}: {part}");
            assert!(!keys.get("title").is_some_and(Value::is_string), "{place} has a title");
            assert!(!(keys.contains_key("properties") && keys.contains_key("required")), "{place}");
            if place.ends_with("/not") {
                return;
            }
            let kinds = keys.get("type").map(Value::to_string).unwrap_or_default();
            assert!(!kinds.contains("null") && !kinds.contains("boolean"), "{place}: {kinds}");
        });
    }
    let process = schema::schema("processi").expect("a schema");
    assert_eq!(
        process["properties"]["processi"]["items"]["properties"]["smartabilita"]["enum"],
        serde_json::json!(["si", "in parte", "no"])
    );
}

#[test]
fn editors_offer_the_rules_that_an_office_may_accept_or_change() {
    let adjustable: Vec<_> = catalogue().into_iter().filter(|rule| rule.is_adjustable()).collect();
    let acceptances = schema::schema("accettazioni").expect("a schema");
    let rule = &acceptances["properties"]["accettazioni"]["items"]["properties"]["controllo"];
    let codes: Vec<_> = adjustable.iter().map(|rule| rule.code).collect();
    assert_eq!(rule["enum"], serde_json::json!(codes));
    let meanings: Vec<_> = adjustable.iter().map(|rule| format!("{}: {}", rule.name, rule.summary)).collect();
    assert_eq!(rule["enumDescriptions"], serde_json::json!(meanings));

    let controls = schema::schema("controlli").expect("a schema");
    let levels = &controls["properties"]["gravita"]["properties"];
    assert_eq!(levels.as_object().expect("codes").len(), codes.len());
    for (code, meaning) in codes.iter().zip(&meanings) {
        assert_eq!(levels[code]["description"], **meaning);
        assert_eq!(levels[code]["enum"], serde_json::json!(["errore", "avviso", "nota", "spento"]));
    }
    assert!(codes.contains(&"LA304") && !codes.contains(&"LA201") && !codes.contains(&"LA904"), "{codes:?}");
}

#[test]
fn an_editor_finds_the_schema_of_files_that_do_not_name_it() {
    let written = fs::read_to_string(repository().join(".vscode/settings.json")).expect("the settings");
    assert_eq!(written, schema::editor_settings());
    let settings: Value = serde_json::from_str(&written).expect("JSON");
    let files = &settings["yaml.schemas"];
    assert_eq!(files.as_object().expect("schemas").len(), schema::names().count());
    assert_eq!(files["./schemi/processi.json"], serde_json::json!(["data/*/processi.yaml", "data/*/processi/*.yaml"]));
    assert_eq!(files["./schemi/controlli.json"], serde_json::json!(["data/controlli.yaml", "data/controlli/*.yaml"]));
}

#[test]
fn the_folder_of_schemas_is_up_to_date() {
    let folder = repository().join("schemi");
    let mut there: Vec<String> = fs::read_dir(&folder)
        .expect("schemi/")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    there.sort();
    let mut names: Vec<String> = schema::names().map(|name| format!("{name}.json")).collect();
    names.sort();
    assert_eq!(there, names);
    for (name, text) in schema::files(&[]) {
        let written = fs::read_to_string(folder.join(&name)).expect("a schema");
        assert_eq!(written, text, "{name} is old: run `cargo run -- schema --out schemi`");
    }
}

#[test]
fn the_command_shows_one_all_or_writes_them() {
    let folder = Folder::empty();
    let out = folder.piao(["schema", "smart-team"]).err("").run().out;
    assert_eq!(serde_json::from_str::<Value>(&out).ok(), schema::schema("smart-team"));
    let out = folder.piao(["schemi"]).run().out;
    let all: Value = serde_json::from_str(&out).expect("JSON");
    assert!(all.as_object().expect("an object").keys().map(String::as_str).eq(schema::names()));
    folder.piao(["schema", "--uscita", "schemi"]).out("").err("16 schemi scritti in `schemi`.\n").run();
    assert_eq!(fs::read_dir(folder.path("/schemi")).expect("the folder").count(), 16);
    let err = folder.piao(["schema", "processo"]).status(2).run().err;
    assert!(err.starts_with("errore: lo schema `processo` non esiste\naiuto: forse si intendeva processi"), "{err}");
}

#[test]
fn a_new_folder_has_its_schemas() {
    let folder = Folder::empty();
    folder.piao(["init", "ente"]).run();
    for (name, text) in schema::files(&[]) {
        assert_eq!(folder.read(&format!("/ente/schemi/{name}")), text);
    }
    assert_eq!(folder.read("/ente/.vscode/settings.json"), schema::editor_settings());
}

//! The JSON Schemas, held against what the loader asks for and tried on real and broken data with an independent validator.

use crate::folder::{Folder, repository};
use crate::found::checked;
use jsonschema::Validator;
use piao::diagnostic::Finding;
use piao::load::{Overlay, load_with};
use piao::schema;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

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
    ("attuazione", "/totale_dichiarato", "totale_dichiarato: { zzzzzzzz: x }"),
    ("valutazione", "", "zzzzzzzz: x"),
    ("valutazione", "/ruoli", "ruoli: [{ zzzzzzzz: x }]"),
    ("esclusioni", "", "zzzzzzzz: x"),
    ("esclusioni", "/esclusioni", "esclusioni: [{ zzzzzzzz: x }]"),
    ("glossario", "", "zzzzzzzz: x"),
    ("glossario", "/glossario", "glossario: [{ zzzzzzzz: x }]"),
    ("accettazioni", "", "zzzzzzzz: x"),
    ("accettazioni", "/accettazioni", "accettazioni: [{ zzzzzzzz: x }]"),
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
        let required = shape.get("required").and_then(Value::as_array).into_iter().flatten();
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
        assert_eq!(root["title"], format!("{name}.yaml"));
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

fn validator(name: &str) -> Validator {
    let schema = schema::schema(name).unwrap_or_else(|| panic!("no schema for {name}"));
    jsonschema::draft202012::new(&schema).expect("a valid schema")
}

fn value(text: &str) -> Value {
    serde_saphyr::from_str(text).expect("YAML")
}

fn errors(name: &str, text: &str) -> Vec<String> {
    let value = value(text);
    validator(name).iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The data files below a folder: name and text.
fn data(root: &Path) -> Vec<(String, String)> {
    let files =
        walkdir::WalkDir::new(root.join("data")).sort_by_file_name().into_iter().map(|entry| entry.expect("an entry"));
    let yaml = files.filter(|file| file.path().extension().is_some_and(|ending| ending == "yaml"));
    let read = |file: walkdir::DirEntry| {
        let stem = file.path().file_stem().expect("a name").to_string_lossy().into_owned();
        (stem, fs::read_to_string(file.path()).expect("a text"))
    };
    yaml.map(read).collect()
}

#[test]
fn the_real_data_and_the_starter_are_valid_and_name_their_schema() {
    let starter = Folder::starter();
    for root in [repository(), starter.root()] {
        for (name, text) in data(root) {
            assert_eq!(errors(&name, &text), Vec::<String>::new(), "{name}.yaml in {}", root.display());
            let up = if name == "ente" { "../" } else { "../../" };
            let first = text.lines().next().unwrap_or_default();
            assert_eq!(first, format!("# yaml-language-server: $schema={up}schemi/{name}.json"));
        }
    }
}

/// Texts that the program accepts in other forms than the usual one: file, what is changed in the starter, and into what.
const ODD: &[(&str, &str, &str)] = &[
    ("processi", "smart_team: [tributi]", "smart_team: tributi"),
    ("processi", "smart_team: [tributi]", "smart_team: tutti"),
    ("processi", "smart_team: [tributi]", "servizio: tributi"),
    ("processi", "smart_team: [tributi]", "servizio: [tributi]\n    smart_team:"),
    ("processi", "smartabilita: si", "smartabilita: no"),
    ("processi", "smartabilita: si", "smartabilita: \"no\""),
    ("processi", "supporti_cartacei: si", "supporti_cartacei: no\n    percentuale: \"12,5\""),
    (
        "processi",
        "supporti_cartacei: si",
        "percentuale: 50\n    codice_precedente: 100-3-B\n    nota: 2\n    richiami:",
    ),
    ("processi", "input: [Atto adottato]", "input: []"),
    ("processi", "input: [Atto adottato]", "input:\n      - No\n      - 3"),
    ("edizione", "allegato: 2A", "allegato: 2"),
    (
        "edizione",
        "stato: bozza",
        "stato: approvata\napprovazione: { numero: 3, data: 2026-01-10 }\npubblicato_il: 2026-01-12",
    ),
    ("servizi", "nome: Risorse", "nome: Risorse\n    cessata: no\n    alias: Entrate"),
    ("servizi", "prefisso: \"200\"", "prefisso: 200"),
    ("attuazione", "giorni_settimana: \"0,5-1\"", "giorni_settimana: non smartabile"),
    ("attuazione", "giorni_settimana: \"0,5-1\"", "giorni_settimana: 0.5"),
    ("attuazione", "giorni_settimana: \"0,5-1\"", "continua_in: [tributi]"),
    ("ente", "licenza: CC BY 4.0", "licenza:\nbase_url: \"\"\npdf: no"),
];

#[test]
fn whatever_the_program_accepts_is_valid() {
    let starter = Folder::starter();
    let files = data(starter.root());
    for (name, replace, with) in ODD {
        let text = &files.iter().find(|(file, _)| file == name).expect("the file").1;
        assert_eq!(text.matches(replace).count(), 1, "«{replace}» in {name}");
        let text = text.replacen(replace, with, 1);
        let wrong: Vec<_> = read(&starter, name, &text).into_iter().map(|finding| finding.message).collect();
        assert!(wrong.is_empty(), "{with}: {wrong:?}");
        assert_eq!(errors(name, &text), Vec::<String>::new(), "{with}");
    }
}

/// Faults that an editor should underline: file, what is changed in the starter, and into what.
const BROKEN: &[(&str, &str, &str)] = &[
    ("ente", "denominazione: Comune di Esempio", "nome: Comune di Esempio"),
    ("ente", "edizione_corrente: 2026-2028", "edizione_corrente: 2026/2028"),
    ("ente", "licenza: CC BY 4.0", "contatti: { telefax: \"1\" }"),
    ("ente", "licenza: CC BY 4.0", "pdf: forse"),
    ("edizione", "titolo: Disciplina del Lavoro Agile", "titolo: \"\""),
    ("edizione", "stato: bozza", "stato: provvisoria"),
    ("edizione", "data: 2017-05-22", "data: 22/05/2017"),
    ("edizione", "data: 2017-05-22", "data: 2017-13-22"),
    ("edizione", "giorni_settimana_max: 1", "giorni_settimana_max: uno"),
    ("edizione", "stato: bozza", "documento_approvato: { file: a.pdf }"),
    ("edizione", "stato: bozza", "documento_approvato: { file: a.pdf, sha256: abc }"),
    ("servizi", "id: affari-generali", "id: Affari Generali"),
    ("servizi", "    area: risorse\n", ""),
    ("servizi", "aree:", "area:"),
    ("smart-team", "smartabilita: parzialmente smartabile", "smartabilita: in parte"),
    ("smart-team", "nome: Tributi", "nome: [Tributi]"),
    ("processi", "codice: 200-1-M", "codice: 200-1"),
    ("processi", "rischio: medio", "rischio: moderato"),
    ("processi", "rischio: medio", "richio: medio"),
    ("processi", "smart_team: [tributi]", "smart_team: [tributi]\n    servizio: tributi"),
    ("processi", "    smart_team: [tributi]\n", ""),
    ("processi", "smart_team: [tributi]", "smart_team: []"),
    ("processi", "supporti_cartacei: si", "supporti_cartacei: in parte"),
    ("processi", "supporti_cartacei: si", "percentuale: 120"),
    ("processi", "supporti_cartacei: si", "percentuale: \"101\""),
    ("processi", "    finalita: Recuperare i tributi non versati\n", ""),
    ("software", "scopo: Registrazione dei documenti", "scopo:"),
    ("formazione", "nome: Nuovi assunti", "titolo: Nuovi assunti"),
    ("formazione", "dipendenti: X,", "dipendenti: [X],"),
    ("attuazione", "agili: 4", "agili: -4"),
    ("attuazione", "dipendenti: 9", "dipendenti: nove"),
    ("attuazione", "giorni_settimana: \"0,5-1\"", "giorni_settimana: spesso"),
    ("valutazione", "    voci: [Definizione degli obiettivi, Capacità di delega]\n", ""),
    ("esclusioni", "profili: [Operatori di sportello]", "profilo: Operatori di sportello"),
];

#[test]
fn broken_data_is_refused_by_the_schema_and_by_the_program() {
    let starter = Folder::starter();
    let files = data(starter.root());
    for (name, replace, with) in BROKEN {
        let text = &files.iter().find(|(file, _)| file == name).expect("the file").1;
        assert_eq!(text.matches(replace).count(), 1, "«{replace}» in {name}");
        let text = text.replacen(replace, with, 1);
        assert!(!errors(name, &text).is_empty(), "{name}: «{with}» is valid");
        let (_, findings) = checked(starter.root(), &Overlay::from([(path(name), text)]));
        assert!(!findings.is_empty(), "{name}: «{with}» has no finding");
    }
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
    for (name, text) in schema::files() {
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
    folder.piao(["schema", "--uscita", "schemi"]).out("").err("13 schemi scritti in `schemi`.\n").run();
    assert_eq!(fs::read_dir(folder.path("/schemi")).expect("the folder").count(), 13);
    let err = folder.piao(["schema", "processo"]).status(2).run().err;
    assert!(err.starts_with("errore: lo schema `processo` non esiste\naiuto: forse si intendeva processi"), "{err}");
}

#[test]
fn a_new_folder_has_its_schemas() {
    let folder = Folder::empty();
    folder.piao(["init", "ente"]).run();
    for (name, text) in schema::files() {
        assert_eq!(folder.read(&format!("/ente/schemi/{name}")), text);
    }
}

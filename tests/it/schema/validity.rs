//! The schemas tried on real, odd and broken data with an independent validator.

use super::{path, read};
use crate::folder::{Folder, repository};
use crate::found::checked;
use jsonschema::Validator;
use piao::load::Overlay;
use piao::schema;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn validator(name: &str) -> Validator {
    let schema = schema::schema(name).unwrap_or_else(|| panic!("no schema for {name}"));
    jsonschema::draft202012::new(&schema).expect("a valid schema")
}

fn value(text: &str) -> Value {
    // As editors read it, by YAML 1.2: `no` is a word.
    let options = serde_saphyr::options! { strict_booleans: true };
    serde_saphyr::from_str_with_options(text, options).expect("YAML")
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
    ("ente", "licenza: CC BY 4.0", "licenza:\nbase_url: \"\"\npdf: no\ndocx: no"),
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
    ("servizi", "    nome: Risorse\n", ""),
    ("servizi", "aree:", "area:"),
    ("smart-team", "smartabilita: parzialmente smartabile", "smartabilita: in parte"),
    ("smart-team", "nome: Tributi", "nome: [Tributi]"),
    ("processi", "codice: 200-1-M", "codice: 200;1"),
    ("processi", "rischio: medio", "rischio: moderato"),
    ("processi", "rischio: medio", "richio: medio"),
    ("processi", "smart_team: [tributi]", "smart_team: [tributi]\n    servizio: tributi"),
    ("processi", "    area: [risorse]\n    smart_team: [tributi]\n", ""),
    ("processi", "smart_team: [tributi]", "smart_team: []"),
    ("processi", "supporti_cartacei: si", "supporti_cartacei: in parte"),
    ("processi", "supporti_cartacei: si", "percentuale: 120"),
    ("processi", "supporti_cartacei: si", "percentuale: \"101\""),
    ("processi", "    processo: Accertamento dei tributi\n", ""),
    ("software", "scopo: Registrazione dei documenti", "scopo:"),
    ("formazione", "nome: Nuovi assunti", "titolo: Nuovi assunti"),
    ("formazione", "dipendenti: X", "dipendenti: [X]"),
    ("attuazione", "agili: 4", "agili: -4"),
    ("attuazione", "dipendenti: 9", "dipendenti: nove"),
    ("attuazione", "giorni_settimana: \"0,5-1\"", "giorni_settimana: spesso"),
    ("valutazione", "    voci: [Definizione degli obiettivi, Capacità di delega]\n", ""),
    ("esclusioni", "profili: [Operatori di sportello]", "profilo: Operatori di sportello"),
    ("esclusioni", "    profili: [Operatori di sportello]\n", ""),
    ("esclusioni", "    dove:", "    attivita: [Sportelli]\n    dove:"),
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

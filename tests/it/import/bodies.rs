//! Sheets of bodies that are made otherwise than a municipality.

use crate::folder::Folder;
use serde_json::{Value, json};

/// What is understood of the sheets of a text.
fn read(folder: &Folder, text: &str) -> Vec<Value> {
    folder.write("/a.csv", text);
    let ran = folder.piao(["import", "a.csv", "--format", "json"]).any_status().run();
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}{}", ran.out, ran.err));
    report["files"][0]["sheets"].as_array().expect("sheets").clone()
}

#[test]
fn a_body_of_services_alone_gets_no_areas() {
    let folder = Folder::starter();
    folder.write(
        "/data/2026-2028/servizi.yaml",
        "aree: []\nservizi:\n  - { id: direzione-generale, nome: Direzione generale }\n",
    );
    for file in ["smart-team.yaml", "processi.yaml", "attuazione.yaml", "esclusioni.yaml"] {
        folder.remove(file);
    }
    folder.write("/data/2026-2028/smart-team.yaml", "smart_team: []\n");
    let sheet = "Direzione;Ufficio;Attività;Lavoro agile\nDirezione generale;Ufficio Concorsi;Bandi;si\nDirezione Personale;Ufficio Paghe;Cedolini;no\n";
    folder.write("/a.csv", sheet);
    folder.piao(["import", "a.csv", "--yes"]).any_status().run();
    let written = folder.read("servizi.yaml");
    assert!(written.contains("aree: []"), "{written}");
    assert!(written.contains("nome: Ufficio Paghe") && written.contains("parte_di: direzione-personale"), "{written}");
    assert!(
        written.contains("nome: Ufficio Concorsi") && written.contains("parte_di: direzione-generale"),
        "{written}"
    );
    assert!(!folder.read("processi.yaml").contains("area:"), "{}", folder.read("processi.yaml"));
}

#[test]
fn a_training_plan_beside_another_table_is_one_of_its_own() {
    let sheets = read(
        &Folder::starter(),
        "Personale al 31.12.2025;;;;Corsi 2026;;\nStruttura;Dip.;Agili;;Corso;Docenti;PTA\nServizio Tributi;20;12;;Sicurezza;X;X\nServizio Segreteria;30;9;;Privacy;;X\n",
    );
    let tables: Vec<&Value> = sheets.iter().map(|sheet| &sheet["table"]).collect();
    assert_eq!(tables, [&json!("attuazione"), &json!("formazione")], "{sheets:#?}");
    assert_eq!(sheets[0]["settings"]["data"], "2025-12-31");
}

//! The annexes that the tests publish.

use piao::load::{Loaded, load};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The annex in this repository.
pub fn real() -> Loaded {
    load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// An administration that writes what no spreadsheet likes, and all that a catalogue may say.
pub fn awkward() -> (TempDir, Loaded) {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("data/2025-2027");
    fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    fs::write(
        root.path().join("data/ente.yaml"),
        "denominazione: Comune di Prova\nedizione_corrente: 2025-2027\ncodice_ipa: c_x999\ncodice_istat: \"999999\"\nlicenza: Licenza di Prova\n\
         contatti: { ufficio: Ufficio Prova, email: prova@example.org }\n",
    )
    .unwrap();
    write(
        "edizione.yaml",
        "titolo: Prova\nallegato: 1\npiano: PIAO\nsezione: III\nultimo_aggiornamento: 2025-03-04\nstato: bozza\n\
         colonne: { smart_team: { nome: \"=Nome\" } }\n",
    );
    write(
        "servizi.yaml",
        "aree: [{ id: a, nome: \"@Area\" }]\nservizi: [{ id: s, nome: S, area: a, prefisso: \"007\" }]\n",
    );
    write("smart-team.yaml", "smart_team: [{ id: t, nome: \"+Team\", servizio: s, smartabilita: smartabile }]\n");
    let texts = [
        "=HYPERLINK(\"http://x\",\"y\")",
        "+39 051",
        "-1",
        "@SUM(A1)",
        "'=già con apostrofo",
        "una \"citazione\", con; segni",
        "prima riga\nseconda; riga",
        "1-2",
        "0123",
        "VERO",
        "＝1+1",
    ];
    let mut processes = "processi:\n".to_owned();
    for (number, text) in texts.iter().enumerate() {
        let text = serde_json::to_string(text).unwrap();
        let record = format!(
            "  - codice: 007-{number}-B\n    rischio: basso\n    processo: {text}\n    finalita: f\n    input: [{text}, x]\n    \
             fasi: [a]\n    output: [b]\n    smart_team: t\n    smartabilita: in parte\n    percentuale: 12.5\n"
        );
        processes.push_str(&record);
    }
    write("processi.yaml", &processes);
    let loaded = load(root.path()).unwrap();
    (root, loaded)
}

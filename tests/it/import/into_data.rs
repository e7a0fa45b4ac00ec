//! Spreadsheets of others, all the way into the YAML.

use crate::folder::Folder;
use crate::tree;

const TABLE: &str = "MAPPATURA DEI PROCESSI;;;;;\nCodice;Processo;Smart team;Smartabilità;Fasi;Rischio\n200-1-M;Accertamento dei tributi;Tributi;SI;Estrazione delle posizioni, Emissione dell'avviso;medio\n100-2-B;Protocollo;Segreteria;no;Registrazione, Assegnazione;basso\n";

#[test]
fn what_differs_is_changed_what_is_new_is_added_and_the_rest_is_left() {
    let starter = Folder::starter();
    starter.edit("processi.yaml", "    smartabilita: in parte\n", "    smartabilita: in parte # da rivedere\n");
    let before = starter.read("processi.yaml");
    starter.write("/tabella.csv", TABLE);
    let shown = starter.piao(["import", "tabella.csv"]).any_status().run();
    assert!(shown.out.contains("tabella.csv"), "{}", shown.out);
    assert!(shown.err.contains("nulla è stato scritto"), "{}", shown.err);
    assert_eq!(starter.read("processi.yaml"), before);
    let written = starter.piao(["importa", "tabella.csv", "--si"]).any_status().run();
    assert!(written.err.contains("Importato: 2 voci in 1 file."), "{}", written.err);
    let after = starter.read("processi.yaml");
    assert!(after.contains("    smartabilita: si # da rivedere\n"), "{after}");
    assert!(after.contains("  - codice: 100-2-B\n    rischio: basso\n    processo: Protocollo\n"), "{after}");
    assert!(after.contains("finalita: Recuperare i tributi non versati"), "{after}");
    // Once more, there is nothing left to do.
    let again = starter.piao(["import", "tabella.csv", "--yes"]).any_status().run();
    assert!(again.err.contains("Nulla da cambiare"), "{}", again.err);
    assert_eq!(starter.read("processi.yaml"), after);
}

#[test]
fn a_list_divided_otherwise_is_no_change() {
    let starter = Folder::starter();
    starter.edit(
        "processi.yaml",
        "fasi: [Verifica dell'atto, Pubblicazione all'albo]",
        "fasi: [Verifica dell'atto / Pubblicazione all'albo]",
    );
    let before = starter.read("processi.yaml");
    starter.write(
        "/tabella.csv",
        "Codice;Processo;Smart team;Smartabilità;Fasi\n100-1-B;Pubblicazione degli atti;Segreteria;SI;\"Verifica dell'atto\nPubblicazione all'albo\"\n",
    );
    let ran = starter.piao(["import", "tabella.csv", "--yes"]).any_status().run();
    assert!(ran.err.contains("Nulla da cambiare"), "{}{}", ran.out, ran.err);
    assert_eq!(starter.read("processi.yaml"), before);
}

#[test]
fn columns_unknown_to_the_table_become_own_ones_by_the_answers() {
    let starter = Folder::starter();
    starter.write("/tabella.csv", "Codice;Processo;Smart team;Smartabilità;Macroprocesso;Ore annue;Sportello;Ultima revisione;Uso interno\n100-1-B;Pubblicazione degli atti;Segreteria;SI;Governo;1.250;sì;31/12/2025;x\n200-1-M;Accertamento dei tributi;Tributi;in parte;Entrate;35,5;no;1.2.2025;y\n");
    starter.write("/risposte.yaml", "colonne:\n  Macroprocesso: nuova\n  Ore annue: Ore Annue\n  Sportello: sportello\n  Ultima revisione: ultima_revisione\n  Uso interno: ignora\n");
    let import = ["import", "tabella.csv", "--answers", "risposte.yaml", "--yes"];
    let ran = starter.piao(import).run();
    assert!(ran.err.contains("Importato: "), "{}", ran.err);
    let model = starter.read("modello.yaml");
    for line in [
        "      processo: Processo\n",
        "      macroprocesso: { titolo: Macroprocesso, tipo: testo }\n",
        "      ore_annue: { titolo: Ore annue, tipo: numero }\n",
        "      sportello: { titolo: Sportello, tipo: si-no }\n",
        "      ultima_revisione: { titolo: Ultima revisione, tipo: data }\n",
    ] {
        assert!(model.contains(line), "{line} in {model}");
    }
    let processes = starter.read("processi.yaml");
    let own = "    supporti_cartacei: si\n    macroprocesso: Entrate\n    ore_annue: 35.5\n    sportello: no\n    ultima_revisione: 2025-02-01\n";
    assert!(processes.contains(own), "{processes}");
    assert!(!processes.contains("interno"), "{processes}");
    starter.piao(["check", "--strict"]).run();
    starter.piao(["build"]).run();
    let data = starter.read("/public/2026-2028/dati/processi.csv");
    assert!(data.starts_with("codice,rischio,processo,") && data.contains(",macroprocesso,ore_annue,"), "{data}");
    // Ours stand before them, as they did.
    let page = starter.read("/public/2026-2028/processi/index.html");
    let at = |heading: &str| page.find(&format!(">{heading}")).unwrap_or_else(|| panic!("{heading}"));
    assert!(at("Codice") < at("Macroprocesso") && at("Smartabilità") < at("Macroprocesso"));
    let again = starter.piao(import).run();
    assert!(again.err.contains("Nulla da cambiare"), "{}{}", again.out, again.err);
}

#[test]
fn the_json_is_that_of_the_contract() {
    let starter = Folder::starter();
    starter.write("/tabella.csv", TABLE);
    let ran = starter.piao(["import", "tabella.csv", "--yes", "--format", "json"]).any_status().run();
    let object: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(object["version"], 1);
    let sheet = &object["files"][0]["sheets"][0];
    assert_eq!((&sheet["table"], &sheet["header_rows"]), (&"processi".into(), &serde_json::json!([2])));
    assert_eq!(sheet["rows"]["read"], 2);
    assert_eq!(sheet["records"][0]["codice"], "200-1-M");
    assert_eq!(object["written"], serde_json::json!(["data/2026-2028/processi.yaml"]));
    let own = starter.piao(["export"]).run();
    assert_eq!(own.out, "");
    let ran = starter.piao(["import", "piao-2026-2028.xlsx", "--formato", "json"]).run();
    let object: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(object["written"], serde_json::json!([]));
    assert!(object["files"][0]["sheets"].as_array().is_some_and(|sheets| sheets.len() > 5), "{object}");
}

#[test]
fn wrong_use_is_said_and_touches_nothing() {
    let starter = Folder::starter();
    let before = tree::files(&starter.path("/data"));
    starter.write("/tabella.csv", TABLE);
    for arguments in [
        vec!["import"],
        vec!["import", "manca.xlsx"],
        vec!["import", "tabella.csv", "--table", "processo"],
        vec!["import", "tabella.csv", "--edition", "2001-2003"],
        vec!["import", "tabella.csv", "--answers", "manca.yaml"],
    ] {
        let ran = starter.piao(arguments.clone()).status(2).run();
        assert!(!ran.err.is_empty(), "{arguments:?}");
    }
    assert_eq!(tree::files(&starter.path("/data")), before);
}

#[test]
fn a_team_that_a_sheet_calls_otherwise_keeps_its_name_and_that_is_said() {
    let starter = Folder::starter();
    starter.write("/gruppi.csv", "Smart team;Servizio;Smartabilità\nUff. Tributi;Servizio Tributi;Non smart.\nSEGRETERIA;Segreteria;smartabile\n");
    starter.edit("smart-team.yaml", "nome: Tributi\n", "nome: Ufficio Tributi\n");
    let ran = starter.piao(["import", "gruppi.csv", "--yes"]).run();
    assert!(
        ran.out.contains("«Uff. Tributi» è «Ufficio Tributi» (`tributi`): il nome resta quello dei dati"),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("SEGRETERIA» è"), "{}", ran.out);
    let teams = starter.read("smart-team.yaml");
    assert!(teams.contains("nome: Ufficio Tributi\n") && teams.contains("nome: Segreteria\n"), "{teams}");
    assert!(teams.contains("smartabilita: non smartabile\n"), "{teams}");
}

#[test]
fn a_sheet_of_rows_that_no_heading_explains_is_not_left_out_in_silence() {
    let starter = Folder::starter();
    starter.write("/una.csv", "Processo;Smart team;Smartabilità\nRuoli;Tributi;SI\n");
    starter.piao(["import", "una.csv"]).run();
    let rows = "Sportello;Tributi;NO\nBilancio;Tributi;SI\n";
    starter.write("/due.csv", rows);
    let ran = starter.piao(["import", "una.csv", "due.csv"]).status(1).run();
    assert!(ran.out.contains("non si riconosce nessuna delle tavole"), "{}", ran.out);
}

#[test]
fn a_program_that_a_process_names_gets_an_identifier() {
    let folder = Folder::starter();
    folder.write("/data/2026-2028/software.yaml", "software:\n  - { nome: Angolo, scopo: Presenze }\n");
    folder.write(
        "/a.csv",
        "Processo;Smart team;Smartabile;Applicativi\nPresenze;Tributi;SI;Angolo\nTurni;Tributi;SI;angolo\n",
    );
    folder.piao(["import", "a.csv", "--yes"]).run();
    assert!(folder.read("software.yaml").contains("id: angolo"), "{}", folder.read("software.yaml"));
    assert_eq!(
        folder.read("processi.yaml").matches("software: [angolo]").count(),
        2,
        "{}",
        folder.read("processi.yaml")
    );
    folder.piao(["check"]).run();
    let again = folder.piao(["import", "a.csv", "--yes"]).run();
    assert!(again.err.contains("Nulla da cambiare"), "{}{}", again.out, again.err);
}

//! What stands at the head of the table of adoption is said of all its rows: a sheet that holds some of them does not change it.

use crate::folder::Folder;

const HEADINGS: &str = "Area;Servizio;Smart team;Dip. al 31.12.2026;di cui agili\n";
const OLD: &str = "Affari Generali;Servizio Segreteria;Segreteria;13;7\nRisorse;Servizio Tributi;Tributi;9;4\n";
const NEW: &str = "Affari Generali;Servizio Demografico;Anagrafe;5;2\n";

fn imported(rows: &str) -> (Folder, String) {
    let starter = Folder::starter();
    starter.write("/tabella.csv", format!("{HEADINGS}{rows}"));
    let ran = starter.piao(["import", "tabella.csv", "--table", "attuazione", "--yes"]).any_status().run();
    (starter, ran.out)
}

#[test]
fn a_sheet_of_new_rows_leaves_the_total_and_the_day_and_says_both() {
    let (starter, said) = imported(&format!("{NEW}TOTALE GENERALE;;;5;2\n"));
    let after = starter.read("attuazione.yaml");
    assert!(after.contains("smart_team: Anagrafe"), "{after}");
    assert!(after.contains("data: 2025-12-31") && after.contains("dipendenti: 21\n  agili: 11"), "{after}");
    let total =
        "il foglio dice «TOTALE GENERALE, dipendenti 5, agili 2», e nei dati è «Totale, dipendenti 21, agili 11»";
    assert!(said.contains(total), "{said}");
    assert!(said.contains("il foglio dice «2026-12-31», e nei dati è «2025-12-31»"), "{said}");
}

#[test]
fn a_sheet_of_every_row_changes_them() {
    let (starter, said) = imported(&format!("{OLD}{NEW}TOTALE GENERALE;;;27;13\n"));
    let after = starter.read("attuazione.yaml");
    assert!(after.contains("data: 2026-12-31") && after.contains("dipendenti: 27\n  agili: 13"), "{said}{after}");
    assert!(said.contains("nome del totale pubblicato") && said.contains("giorno: 2025-12-31"), "{said}");
}

#[test]
fn two_sheets_that_hold_every_row_together_say_the_day_and_no_total() {
    let starter = Folder::starter();
    for (name, rows) in [("uno", OLD), ("due", NEW)] {
        let rows = format!("{HEADINGS}{rows}TOTALE GENERALE;;;{};1\n", rows.len());
        starter.write(&format!("/{name}.csv"), rows);
    }
    let ran = starter.piao(["import", "uno.csv", "due.csv", "--table", "attuazione", "--yes"]).any_status().run();
    let after = starter.read("attuazione.yaml");
    assert!(after.contains("data: 2026-12-31"), "{}{after}", ran.out);
    assert!(after.contains("dipendenti: 21\n  agili: 11"), "{}{after}", ran.out);
}

//! A table without rows: nothing is drawn, and one sentence says so.

use super::built::Site;
use crate::folder::Folder;

const SENTENCE: &str = "<p>Questa tavola non ha nessuna riga.</p>";

#[test]
fn a_table_without_rows_says_so_wherever_it_stands() {
    let starter = Folder::starter();
    starter.empty_tables();
    let site = Site::built(starter.root(), &[]);
    let optional = ["software", "formazione", "attuazione", "valutazione", "indicatori"];
    for table in optional.into_iter().chain(["processi"]) {
        for page in [table.to_owned(), format!("stampa/{table}")] {
            let text = site.text(&format!("2026-2028/{page}/index.html"));
            assert_eq!(text.matches(SENTENCE).count(), 1, "{page}");
            assert!(!text.contains("<table") && !text.contains("Come leggere"), "{page}");
            assert!(!text.contains("filtri"), "{page}: there is nothing to choose from");
        }
    }
    let premise = "<p class=\"premessa\">Solo chi è di ruolo.</p>";
    let caption = "<strong>Stato di attuazione del lavoro agile al 31 dicembre 2025</strong>";
    for (page, count) in [("stato-di-attuazione", 2), ("stampa/allegato", 8), ("attuazione", 1)] {
        let text = site.text(&format!("2026-2028/{page}/index.html"));
        assert_eq!(text.matches(SENTENCE).count(), count, "{page}");
        assert!(text.contains(premise) && text.contains(caption), "{page}");
    }
}

/// The total that was published stands without rows, too.
#[test]
fn a_total_without_rows_is_shown() {
    let starter = Folder::starter();
    starter.write(
        "attuazione.yaml",
        "data: 2025-12-31\nrighe: []\ntotale_dichiarato: { etichetta: Totale ente, dipendenti: 160, agili: 88 }\n",
    );
    let site = Site::built(starter.root(), &[]);
    let text = site.text("2026-2028/attuazione/index.html");
    assert!(text.contains("Totale ente") && text.contains("160") && !text.contains(SENTENCE), "{text}");
}

//! A year of a secretariat, from an empty folder to the package of the next edition, by commands alone: what is looked at after each step.

mod book;

use crate::folder::{Folder, repository};
use crate::run::Ran;
use crate::stand_in::{GOOD, StandIn};
use book::Workbook;
use std::fs;
use std::path::PathBuf;

/// The edition that `init` begins, and the one after it.
const FIRST: &str = "2026-2028";
const NEXT: &str = "2027-2029";

/// The folder of the administration, and the converter that stands in for the real one.
struct Office {
    folder: Folder,
    converter: StandIn,
}

impl Office {
    fn root(&self) -> PathBuf {
        self.folder.path("/ente")
    }

    /// A command in the folder of the administration, on a day.
    fn does(&self, day: &str, arguments: &[&str]) -> Ran {
        let all = arguments.iter().copied().chain(["--today", day]);
        self.converter.piao(&self.root(), all).any_status().run()
    }

    fn read(&self, file: &str) -> String {
        self.folder.read(&format!("/ente/{file}"))
    }

    fn edit(&self, file: &str, replace: &str, with: &str) {
        self.folder.edit(&format!("/ente/{file}"), replace, with);
    }
}

/// Holds that a command ended well and said these things.
#[track_caller]
fn said(ran: &Ran, status: i32, told: &[&str]) {
    let all = format!("{}{}", ran.out, ran.err);
    assert_eq!(ran.status, Some(status), "{all}");
    for text in told {
        assert!(all.contains(text), "«{text}» in\n{all}");
    }
}

#[test]
fn from_an_empty_folder_to_the_package_of_the_next_edition() {
    let office = Office { folder: Folder::empty(), converter: StandIn::new(GOOD) };
    begins(&office);
    takes_over_a_workbook(&office);
    publishes_and_seals(&office);
    prepares_the_next_edition(&office);
    asks_the_offices(&office);
    publishes_both(&office);
}

fn begins(office: &Office) {
    let ran = office.folder.piao(["init", "ente", "--tipo", "comune"]).run();
    said(&ran, 0, &["Cartella di partenza creata in `ente`."]);
    said(&office.does("2026-01-15", &["check", "--strict"]), 0, &["nessun errore, nessun avviso"]);
}

/// The workbook in which the office has kept its table so far: shown first, asked about, then written.
fn takes_over_a_workbook(office: &Office) {
    let workbook = fs::read(repository().join("tests/foreign/catalogo-unito.xlsx")).expect("a workbook");
    office.folder.write("/ente/catalogo.xlsx", workbook);
    let before = office.read(&format!("data/{FIRST}/processi.yaml"));
    let ran = office.does("2026-01-15", &["import", "catalogo.xlsx", "--answers-out", "risposte.yaml"]);
    said(
        &ran,
        1,
        &[
            "tavola `processi`, 3 righe lette; tralasciate: 1 totale, 2 titoli, 1 riga vuota",
            "Nuovo in `aree`: Servizi al Territorio",
            "Domande scritte in `risposte.yaml`",
            "nulla è stato scritto",
        ],
    );
    assert_eq!(office.read(&format!("data/{FIRST}/processi.yaml")), before);
    office.edit("risposte.yaml", "\"Servizi al Territorio\":", "\"Servizi al Territorio\": nuovo");
    let ran = office.does("2026-01-15", &["import", "catalogo.xlsx", "--answers", "risposte.yaml", "--yes"]);
    said(&ran, 0, &["Importato: 4 voci in 2 file."]);
    let processes = office.read(&format!("data/{FIRST}/processi.yaml"));
    assert!(processes.contains("  - codice: 300-1-A\n    processo: Sopralluoghi\n"), "{processes}");
    let organisation = office.read(&format!("data/{FIRST}/servizi.yaml"));
    assert!(organisation.contains("nome: Servizi al Territorio") && !organisation.contains("da_verificare"));
    let ran = office.does("2026-01-15", &["import", "catalogo.xlsx", "--answers", "risposte.yaml", "--yes"]);
    said(&ran, 0, &["Nulla da cambiare"]);
}

fn publishes_and_seals(office: &Office) {
    let file = format!("data/{FIRST}/processi.yaml");
    // What the sheet says otherwise than the organisation is told, and a slip of the hand is mended.
    said(&office.does("2026-01-20", &["check"]), 0, &["LA303", "nessun errore"]);
    office.edit(&file, "    area: [risorse]\n    smart_team: [segreteria]\n", "    smart_team: [segreteria]\n");
    office.edit(&file, "motivazione: firma in sede", "motivazione: firma in sede\n    rischio: MEDIO");
    said(&office.does("2026-01-20", &["check", "--fix"]), 0, &["nessun errore"]);
    assert!(office.read(&file).contains("rischio: medio\n"), "{}", office.read(&file));
    office.edit(
        &format!("data/{FIRST}/edizione.yaml"),
        "stato: bozza",
        "stato: approvata\napprovazione: { organo: Giunta comunale, atto: deliberazione, numero: \"8\", data: 2026-01-28 }",
    );
    said(&office.does("2026-01-30", &["build"]), 0, &["Sito scritto in `./public`"]);
    let page = office.read(&format!("public/{FIRST}/processi/100-2-m/index.html"));
    assert!(page.contains("Pagamenti") && page.contains("firma in sede"), "{page}");
    said(&office.does("2026-02-01", &["seal", FIRST]), 0, &["Edizione 2026-2028 sigillata: 11 file."]);
    said(&office.does("2026-02-01", &["check"]), 0, &["nessun errore"]);
}

fn prepares_the_next_edition(office: &Office) {
    let ran = office.does("2027-01-11", &["new-edition", NEXT]);
    said(
        &ran,
        0,
        &[
            "Edizione 2027-2029 preparata da 2026-2028: 11 file, 5 decisioni da prendere.",
            "da decidere: dipendenti, lavoratori agili e giorni alla settimana di Tributi al 31 dicembre 2026",
            "Ogni decisione da prendere è segnata con `da_decidere`",
            "piao esporta --edizione 2027-2029 --per servizio",
        ],
    );
    let settings = office.read(&format!("data/{NEXT}/edizione.yaml"));
    assert!(settings.contains("stato: bozza") && !settings.contains("\napprovazione:"), "{settings}");
    // The sealed edition is as it was.
    said(&office.does("2027-01-11", &["check"]), 0, &["LA710", "nessun errore"]);
}

/// Each manager gets a workbook, fills in the year that is over, changes an answer and confirms.
fn asks_the_offices(office: &Office) {
    let ran = office.does("2027-01-12", &["export", "--edition", NEXT, "--per", "servizio", "--out", "fogli"]);
    let left = "In nessuno dei fogli, perché non sono di un solo servizio: «Tavola 1 – Mappatura dei processi», 2 righe (100-2-M, 300-1-A).";
    said(&ran, 0, &["2 fogli di calcolo scritti in `fogli`", left]);
    let folder = office.root().join("fogli");
    for (file, who, days, people, agile) in
        [("segreteria.xlsx", "dott. Verdi", "1", "12", "9"), ("tributi.xlsx", "dott.ssa Neri", "1-2", "8", "5")]
    {
        let mut book = Workbook::open(&folder.join(file));
        book.fill("Stato di attuazione", 3, "Giorni alla settimana", days);
        book.fill("Stato di attuazione", 3, "Dipendenti", people);
        book.fill("Stato di attuazione", 3, "Lavoratrici e lavoratori agili", agile);
        if file == "tributi.xlsx" {
            book.fill("Tavola 1 – Mappatura dei proces", 3, "Smartabilità", "si");
        }
        book.put("Conferma", 3, 2, who);
        book.put("Conferma", 5, 2, "si");
        book.save();
    }
    let shown = office.does("2027-01-20", &["import", "fogli/segreteria.xlsx", "fogli/tributi.xlsx"]);
    said(
        &shown,
        0,
        &[
            "fogli/tributi.xlsx: Servizio Tributi, confermato (dott.ssa Neri)",
            "Smartabilità: in parte → si",
            "Lavoratrici e lavoratori agili: (vuoto) → 9",
            "Cambierebbero 3 voci in 2 file; nulla è stato scritto",
        ],
    );
    let ran = office.does("2027-01-20", &["import", "fogli/segreteria.xlsx", "fogli/tributi.xlsx", "--si"]);
    said(&ran, 0, &["Importato: 3 voci in 2 file."]);
    let adoption = office.read(&format!("data/{NEXT}/attuazione.yaml"));
    assert!(adoption.contains("dipendenti: 8") && adoption.contains("giorni_settimana: 1-2"), "{adoption}");
    // Of the year that is over only the total is left to be decided, nor does the day lie ahead.
    let total = "da_decidere: \"dire il totale, se anche questa edizione ne pubblica uno: in 2026-2028 era «Totale» (21 dipendenti, 11 lavoratori agili)\"\n";
    office.edit(&format!("data/{NEXT}/attuazione.yaml"), total, "");
    assert_eq!(adoption.matches("da_decidere").count(), 1, "{adoption}");
    assert!(office.read(&format!("data/{FIRST}/processi.yaml")).contains("smartabilita: in parte"));
}

fn publishes_both(office: &Office) {
    let ran = office.does("2027-01-21", &["diff", FIRST, NEXT]);
    said(
        &ran,
        0,
        &["~ 200-1-M – Accertamento dei tributi (cambiata)", "Smartabilità: in parte → sì", "Dipendenti: 9 → 8"],
    );
    office.edit("data/ente.yaml", &format!("edizione_corrente: {FIRST}"), &format!("edizione_corrente: {NEXT}"));
    said(&office.does("2027-01-21", &["build"]), 0, &["Sito scritto in `./public`"]);
    let changes = office.read(&format!("public/{NEXT}/cambiamenti/index.html"));
    assert!(changes.contains("200-1-M") && changes.contains("in parte"), "{changes}");
    let landing = office.read("public/index.html");
    assert!(landing.contains(FIRST) && landing.contains(NEXT), "{landing}");
    assert!(office.read(&format!("public/{FIRST}/attuazione/index.html")).contains("Tributi"));
    let ran = office.does("2027-01-28", &["package", "--out", "pacchetto.zip"]);
    said(&ran, 0, &["Pacchetto scritto in `pacchetto.zip`", "piao confeziona --verifica"]);
    office.folder.piao(["package", "--verify", "ente/pacchetto.zip"]).run();
    // The edition of last year is still the one that was sealed.
    said(&office.does("2027-01-28", &["seal", FIRST]), 0, &["è già sigillata, e nessun file è cambiato"]);
}

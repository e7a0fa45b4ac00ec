//! `indicatori.yaml`: read, checked, and shown wherever a table shows.

mod rules;

use crate::administrations::told::{row, rows, said};
use crate::folder::{Folder, repository};
use crate::run::Run;
use crate::site::built::{BASE, Site, attributes, select, words};
use std::path::PathBuf;
use std::sync::OnceLock;

const PAGE: &str = "2026-2028/indicatori/index.html";

fn folder() -> PathBuf {
    repository().join("tests/administrations/comune-con-indicatori")
}

/// A municipality with indicators in two editions.
fn municipality() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| {
        Run::new(&folder(), ["check", "--strict"]).err("nessun errore, nessun avviso, nessuna nota\n").run();
        Site::built(&folder(), &["--base-url", BASE])
    })
}

#[test]
fn each_indicator_is_a_row_with_its_texts_and_its_years() {
    let table = rows(municipality(), PAGE, ".tavola-indicatori");
    let head = ["Indicatore", "Andamento", "Base", "2025", "2026", "2027", "2028", "Smart team", "Responsabile"];
    assert_eq!(table[0], head);
    assert_eq!(table[1], ["Salute digitale"]);
    let laptops = row(&table, "Postazioni portatili");
    for said in
        ["Unità di misura: n.", "Formula: Numero di postazioni portatili assegnate", "Fonte: Inventario dei beni"]
    {
        assert!(laptops[0].contains(said), "{laptops:?}");
    }
    assert_eq!(laptops[2], "1.250al 31 dicembre 2025");
    assert_eq!(laptops[4..8], ["Obiettivo 1.400", "Obiettivo ≥ 1.500", "Obiettivo ≥ 1.500", "Reti e postazioni"]);
    let trained = row(&table, "Dipendenti formati");
    assert!(trained[2].starts_with("35,5 %") && trained[4] == "Obiettivo 50 %", "{trained:?}");
    // What is no number is shown as it was written.
    let access = row(&table, "Accesso da remoto");
    assert_eq!(access[4..6], ["Obiettivo in parte", "Obiettivo sì"]);
    assert_eq!(access[8], "Sistemi informativi");
    assert!(row(&table, "Spesa per energia")[0].contains("Al netto degli aumenti di prezzo"));
}

#[test]
fn an_indicator_runs_on_from_one_edition_to_the_other() {
    let site = municipality();
    // The later edition shows what the earlier said of its first year, and says whose words these are.
    let later = rows(site, PAGE, ".tavola-indicatori");
    let laptops = row(&later, "Postazioni portatili");
    assert_eq!(laptops[3], "Obiettivo 1.200 (edizione 2025-2027)Consuntivo 1.250 (edizione 2025-2027)");
    // The earlier edition has its own targets, and those of the year that only the later one has.
    let earlier = rows(site, "2025-2027/indicatori/index.html", ".tavola-indicatori");
    let laptops = row(&earlier, "Postazioni portatili");
    assert_eq!(laptops[4], "Obiettivo 1.300");
    assert_eq!(laptops[6], "Obiettivo ≥ 1.500 (edizione 2026-2028)");
    // Paper and data hold what the edition itself says.
    let paper = rows(site, "2026-2028/stampa/indicatori/index.html", ".tavola-indicatori");
    assert!(!paper[0].contains(&"2025".to_owned()), "{:?}", paper[0]);
    assert!(!site.text("2026-2028/dati/indicatori.csv").contains("consuntivo"));
}

#[test]
fn the_picture_says_in_words_what_it_shows() {
    let site = municipality();
    let page = site.page(PAGE);
    let said = attributes(&page, ".tavola-indicatori svg[role=img]", "aria-label");
    assert_eq!(
        said[0],
        "Postazioni portatili: base 1.250 al 31 dicembre 2025; 2025: obiettivo 1.200, consuntivo 1.250; 2026: obiettivo 1.400; \
         2027: obiettivo ≥ 1.500; 2028: obiettivo ≥ 1.500."
    );
    // An indicator without numbers has none.
    assert_eq!(said.len(), 3);
    // A bar for the base and one for each result, a line for each target; nothing that a strict policy forbids.
    let first = select(&page, ".tavola-indicatori svg[role=img]")[0];
    let count = |selector: &str| crate::site::built::within(&first, selector).len();
    assert_eq!((count("rect.base"), count("rect.consuntivo"), count("line.obiettivo")), (1, 1, 4));
    assert!(attributes(&page, "main [style]", "style").is_empty());
}

#[test]
fn the_data_have_the_columns_of_the_contract() {
    let site = municipality();
    let csv = site.text("2025-2027/dati/indicatori.csv");
    let mut lines = csv.lines();
    assert_eq!(
        lines.next(),
        Some(
            "id,dimensione,indicatore,formula,unita,base,base_al,obiettivo_2025,obiettivo_2026,obiettivo_2027,consuntivo_2025,fonte,smart_team"
        )
    );
    assert_eq!(
        lines.next(),
        Some(
            "portatili,Salute digitale,Postazioni portatili,Numero di postazioni portatili assegnate,n.,1100,2024-12-31,1200,1300,≥ 1400,1250,Inventario dei beni,reti"
        )
    );
    // A comma and a point are one number.
    assert!(lines.next().is_some_and(|line| line.contains(",%,30,2024-12-31,35.5,50,60,35.5,")), "{csv}");
    let excel = site.text("2026-2028/dati/indicatori-excel.csv");
    assert!(excel.contains(
        ";Base;Base: giorno;Obiettivo 2026;Obiettivo 2027;Obiettivo 2028;Fonte;Smart team;Nota;Responsabile"
    ));
    let json: serde_json::Value = serde_json::from_str(site.text("2026-2028/dati/indicatori.json")).expect("JSON");
    assert_eq!((&json[0]["base"], &json[0]["obiettivo_2027"]), (&1250.into(), &"≥ 1500".into()));
    assert_eq!(json[2]["smart_team"], serde_json::json!(["stipendi", "reti"]));
    assert!(json[3].get("base_al").is_none() && json[3].get("obiettivo_2028").is_none());
    let dictionary = said(site.text("2026-2028/dati/index.html"));
    assert!(
        dictionary.contains("valore da raggiungere nel 2027") && dictionary.contains("giorno del valore di partenza")
    );
    assert!(site.text("2026-2028/dati/catalogo.jsonld").contains("Gli indicatori del lavoro agile"));
}

#[test]
fn menu_card_search_and_chapters_know_them() {
    let site = municipality();
    let first = site.page("2026-2028/index.html");
    let data = site.page("2026-2028/dati/index.html");
    for (page, selector) in [(&data, ".sottomenu a"), (&first, ".schede a")] {
        assert!(select(page, selector).iter().map(words).any(|name| name == "Indicatori"), "{selector}");
    }
    let index = site.paths().filter(|path| path.starts_with("2026-2028/cerca/") && path.ends_with(".js"));
    assert!(index.map(|path| site.text(path)).any(|part| part.contains("Postazioni portatili")));
    let chapter = said(site.text("2026-2028/premessa/index.html"));
    assert!(chapter.contains("Il piano ha 4 indicatori"), "{chapter}");
    assert!(chapter.contains("Postazioni portatili (Salute digitale): da 1.250"), "{chapter}");
    assert!(!rows(site, "2025-2027/premessa/index.html", ".tavola-indicatori").is_empty());
}

#[test]
fn an_edition_without_the_file_says_nothing_of_indicators() {
    let folder = Folder::starter();
    let site = Site::built(folder.root(), &["--base-url", BASE]);
    crate::administrations::told::silent_of(&site, &["indicator"]);
    assert!(site.paths().all(|path| !path.contains("indicator")));
}

#[test]
fn an_acceptance_names_an_indicator_by_identifier_or_name() {
    for place in ["indicatori/carta/base", "indicatori/Fogli stampati", "indicatori/carta"] {
        let folder = Folder::starter();
        folder.write(
            "indicatori.yaml",
            "indicatori:\n  - { id: carta, dimensione: Costi, indicatore: Fogli stampati, base: { valore: XXX }, obiettivi: { 2026: 500 } }\n",
        );
        let codes = || crate::found::findings(folder.root()).into_iter().map(|found| found.code).collect::<Vec<_>>();
        assert_eq!(codes(), ["LA505"]);
        let accepted = "accettazioni:\n  - { controllo: LA505, dove: PLACE, motivo: Come nel piano approvato }\n";
        folder.write("accettazioni.yaml", accepted.replace("PLACE", place));
        assert_eq!(codes(), Vec::<&str>::new(), "{place}");
    }
}

#[test]
fn own_words_head_the_columns_everywhere() {
    let folder = Folder::starter();
    folder.write(
        "indicatori.yaml",
        "indicatori:\n  - { dimensione: Costi, indicatore: Fogli stampati, obiettivi: { 2026: 500 } }\n",
    );
    folder.write("modello.yaml", "tavole:\n  indicatori:\n    titolo: Misure\n    colonne: { obiettivi: Target }\n");
    let site = Site::built(folder.root(), &[]);
    let table = rows(&site, PAGE, ".tavola-indicatori");
    assert_eq!(table[2][1], "Target 500");
    assert!(site.text("2026-2028/dati/indicatori-excel.csv").contains(";Target 2026"));
    assert!(site.text(PAGE).contains("<h1>Misure</h1>"));
}

#[test]
fn two_editions_are_compared() {
    let page = said(municipality().text("2026-2028/cambiamenti/index.html"));
    for said in [
        "Accesso da remoto a tutti gli applicativi",
        "Postazioni portatili",
        "1.250 al 31 dicembre 2025",
        "2026: 1.400",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let diff = Run::new(&folder(), ["diff", "2025-2027", "2026-2028", "--format", "json"]).run().out;
    let diff: serde_json::Value = serde_json::from_str(&diff).expect("JSON");
    let changes = diff["changes"].as_array().into_iter().flatten();
    let own: Vec<_> = changes.filter(|change| change["table"] == "indicatori").collect();
    let kinds: Vec<_> = own.iter().map(|change| (change["kind"].as_str(), change["after"].as_str())).collect();
    assert!(kinds.contains(&(Some("changed"), Some("portatili"))), "{own:?}");
    assert!(kinds.contains(&(Some("added"), Some("rete"))), "{own:?}");
}

#[test]
fn what_came_of_a_target_is_said_where_the_values_tell_it() {
    let site = Site::built(&repository().join("tests/administrations/azienda-ospedaliera-con-colonne"), &[]);
    for path in ["2025-2027/indicatori/index.html", "2025-2027/stampa/indicatori/index.html"] {
        let table = rows(&site, path, ".tavola-indicatori");
        let at = table[0].iter().position(|heading| heading == "2025").expect("a year");
        for (name, said) in [
            ("Lavoratori agili", "Obiettivo ≥ 55 %Consuntivo 57,5 %obiettivo raggiunto"),
            ("Giorni di assenza", "Obiettivo ≤ 13Consuntivo 14obiettivo non raggiunto"),
            ("Referti digitali", "Obiettivo ≥ 900risultato non ancora disponibile"),
            // Nothing says whether more is better.
            ("Corsi tenuti", "Obiettivo 10Consuntivo 12"),
        ] {
            assert_eq!(row(&table, name)[at], said, "{path}");
        }
        // A year of which nobody tells a result is not waited for.
        assert_eq!(row(&table, "Referti digitali")[at + 1], "Obiettivo ≥ 1.000", "{path}");
    }
}

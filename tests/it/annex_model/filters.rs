//! The filters by own columns: one mechanism in every table, as long as it may be.

use crate::folder::{Folder, repository};
use crate::run::Run;
use crate::site::built::{Site, attributes, select, words};
use scraper::Html;
use std::fmt::Write as _;
use std::sync::OnceLock;

/// A hospital that adds a column to every table and asks for a filter by each.
fn hospital() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| {
        let folder = repository().join("tests/administrations/azienda-ospedaliera-con-colonne");
        Run::new(&folder, ["check", "--strict"])
            .err("nessun errore, nessun avviso, nessuna nota; 1 rilievo accettato\n")
            .run();
        Site::built(&folder, &[])
    })
}

fn choices(page: &Html, key: &str) -> Vec<String> {
    select(page, &format!("#filtri select[name='colonna-{key}'] option")).iter().map(words).collect()
}

/// The keys of the rows, in the order of the table.
fn keys(page: &Html, key: &str) -> Vec<String> {
    attributes(page, &format!("tr[data-colonna-{key}]"), &format!("data-colonna-{key}"))
}

#[test]
fn every_table_is_filtered_by_its_own_columns() {
    let site = hospital();
    for (folder, key, options, rows) in [
        ("aree", "polo", &["Nord (1)", "Sud (1)"][..], &["nord", "sud"][..]),
        (
            "servizi",
            "sedi",
            &["Palazzina A (1)", "Palazzina B (2)", "Palazzina C (1)"],
            &["palazzina-a palazzina-b", "palazzina-b", "palazzina-c"],
        ),
        ("smart-team", "turni", &["sì (1)", "no (2)"], &["no", "no", "si"]),
        // Signs tell two values apart.
        ("processi", "volume", &["< 10 (1)", "> 10 (2)"], &["10", "10-2", "10"]),
        // Numbers and days go from the first to the last.
        ("software", "licenze", &["35 (2)", "200 (1)"], &["200", "35", "35"]),
        ("formazione", "ore", &["2,5 (1)", "4 (2)"], &["4", "2-5", "4"]),
        (
            "attuazione",
            "rilevata",
            &["30 giugno 2024 (1)", "31 dicembre 2024 (2)"],
            &["31-dicembre-2024", "30-giugno-2024", "31-dicembre-2024"],
        ),
        (
            "valutazione",
            "contratto",
            &["Area della dirigenza (1)", "Comparto (1)"],
            &["area-della-dirigenza", "comparto"],
        ),
        (
            "indicatori",
            "presidio",
            &["UOC Archivio dei Referti (1)", "UOC Gestione del Personale (3)"],
            &[
                "uoc-gestione-del-personale",
                "uoc-gestione-del-personale",
                "uoc-archivio-dei-referti",
                "uoc-gestione-del-personale",
            ],
        ),
        ("esclusioni", "presenza", &["sì (2)", "no (1)"], &["si", "no", "si"]),
        ("riferimenti", "livello", &["aziendale (1)", "statale (1)"], &["statale", "aziendale"]),
    ] {
        let page = site.page(&format!("2025-2027/{folder}/index.html"));
        assert_eq!(choices(&page, key)[1..], *options, "{folder}");
        assert_eq!(keys(&page, key), rows, "{folder}");
        // The table that the form names is there, the result is announced, and what moves them is loaded.
        let [table] = &attributes(&page, "#filtri", "data-tabella")[..] else { panic!("{folder}") };
        assert_eq!(select(&page, &format!("table > caption#{table}")).len(), 1, "{folder}");
        let state = select(&page, "#filtri_stato[role=status]").iter().map(words).collect::<Vec<_>>();
        assert!(state[0].starts_with(&rows.len().to_string()), "{folder}: {state:?}");
        assert_eq!(select(&page, "script[src$='tavola.js']").len(), 1, "{folder}");
        for label in attributes(&page, "#filtri label[for]", "for") {
            assert_eq!(select(&page, &format!("#{label}")).len(), 1, "{folder}: {label}");
        }
    }
}

#[test]
fn what_cannot_be_chosen_has_no_form() {
    let site = hospital();
    for path in site.paths().filter(|path| path.starts_with("2025-2027/stampa/") && path.ends_with(".html")) {
        assert!(select(&site.page(path), "form, tr[data-colonna-ore]").is_empty(), "{path}");
    }
    // A body without own columns, and columns that no row fills.
    let folder = Folder::starter();
    folder.write("modello.yaml", "tavole: { software: { colonne: { licenze: { titolo: Licenze, filtro: si } } } }\n");
    let site = Site::built(folder.root(), &[]);
    for name in ["software", "smart-team", "servizi", "aree", "attuazione"] {
        assert!(select(&site.page(&format!("2026-2028/{name}/index.html")), "#filtri").is_empty(), "{name}");
    }
}

#[test]
fn names_of_rows_are_those_of_the_table() {
    let site = hospital();
    for (folder, names) in [
        ("aree", ["Dipartimento", "Dipartimenti"]),
        ("servizi", ["Unità operativa", "Unità operative"]),
        ("software", ["programma", "programmi"]),
    ] {
        let page = site.page(&format!("2025-2027/{folder}/index.html"));
        let said = ["data-voce", "data-voci"].map(|name| attributes(&page, "#filtri", name).concat());
        assert_eq!(said.map(|name| name.to_lowercase()), names.map(str::to_lowercase), "{folder}");
    }
}

/// The starter with more programs than a page holds, every third of another supplier.
fn many_programs() -> Site {
    let folder = Folder::starter();
    folder.write(
        "modello.yaml",
        "tavole: { software: { colonne: { rete: { titolo: Rete, filtro: si }, casa: { titolo: Casa, filtro: si } } } }\n",
    );
    let mut text = "software:\n".to_owned();
    for number in 0..250 {
        let net = if number % 3 == 0 { "interna" } else { "pubblica" };
        writeln!(text, "  - {{ nome: Programma {number}, scopo: Scopo {number}, rete: {net}, casa: Casa {number} }}")
            .expect("a line");
    }
    folder.write("software.yaml", &text);
    Site::built(folder.root(), &[])
}

#[test]
fn the_first_of_several_pages_answers_for_all_the_rows() {
    let site = many_programs();
    let first = site.page("2026-2028/software/index.html");
    assert_eq!(choices(&first, "rete"), ["Qualsiasi", "interna (84)", "pubblica (166)"]);
    // More choices than a page holds come with the rows.
    assert_eq!(choices(&first, "casa"), ["Qualsiasi"]);
    assert_eq!(attributes(&first, "#filtri", "data-tabella"), ["filtri_trovate"]);
    let heads: Vec<String> = select(&first, "#filtri_righe thead th").iter().map(words).collect();
    assert_eq!(heads, ["Nome", "Rete", "Casa"]);
    assert_eq!(select(&first, "script[src$='pagine.js']").len(), 1);
    assert_eq!(select(&first, "#pagina_qui").len(), 1);
    let second = site.page("2026-2028/software/pagina/2/index.html");
    assert!(select(&second, "#filtri").is_empty());
    let links = select(&second, "main a");
    let back = links.iter().find(|link| words(link) == "Filtra tutta la tabella").expect("a way to the form");
    assert_eq!(back.attr("href"), Some("../../../software/index.html"));
    let script = site.text("2026-2028/software/elenco.js");
    let text = script.strip_prefix("piaoElenco(").and_then(|text| text.strip_suffix(");\n")).expect("a call");
    let index: serde_json::Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(index["chiavi"], serde_json::json!(["colonna-rete", "colonna-casa"]));
    assert_eq!(index["righe"].as_array().map(Vec::len), Some(250));
    let last = ["pagina/2/index.html#tavola_software_250", "", "Programma 249", "interna", "casa-249"];
    assert_eq!(index["righe"][249], serde_json::json!(last));
    assert_eq!(index["scelte"][0]["voci"].as_array().map(Vec::len), Some(250));
    assert!(index.get("gettoni").is_none());
    assert!(site.has("risorse/pagine.js"));
}

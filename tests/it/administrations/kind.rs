//! `tipo` and `comparto` of `ente.yaml`: read, and what depends on them.

use crate::folder::Folder;
use crate::site::built::{BASE, Site};
use serde_json::Value;

const AGREEMENTS: [(&str, &str); 4] = [
    ("funzioni-locali", "del comparto Funzioni locali, 16 novembre 2022"),
    ("funzioni-centrali", "del comparto Funzioni centrali, 9 maggio 2022"),
    ("sanita", "del comparto Sanità, 2 novembre 2022"),
    ("istruzione-e-ricerca", "del comparto Istruzione e ricerca, 18 gennaio 2024"),
];

/// The glossary of the starter with this sector, or without one.
fn glossary(sector: Option<&str>) -> String {
    let folder = Folder::starter();
    let line = sector.map(|sector| format!("comparto: {sector}\n")).unwrap_or_default();
    folder.edit("/data/ente.yaml", "comparto: funzioni-locali\n", &line);
    let premise = "/content/2026-2028/01-premessa.md";
    let said = if sector.is_some() { "\nDecide chi ha un'elevata qualificazione.\n" } else { "" };
    let text = format!("{}\nLa fascia di contattabilità è di tre ore.\n{said}", folder.read(premise));
    folder.write(premise, text);
    Site::built(folder.root(), &["--base-url", BASE]).text("2026-2028/glossario/index.html").to_owned()
}

#[test]
fn the_glossary_cites_the_agreement_of_the_sector_and_no_other() {
    for (sector, agreement) in AGREEMENTS {
        let page = glossary(Some(sector));
        for (other, cited) in AGREEMENTS {
            assert_eq!(page.contains(cited), other == sector, "{sector}: {cited}");
        }
        assert!(page.contains("Fascia di contattabilità") && page.contains(agreement), "{sector}");
        // What the agreement of one sector calls by this name the others do not have.
        assert_eq!(page.contains("id=\"elevata-qualificazione\""), sector == "funzioni-locali", "{sector}");
    }
    let page = glossary(None);
    assert!(!page.contains("Contratto collettivo") && page.contains("Fascia di contattabilità"), "{page}");
    // Whose agreement is not known may give another meaning to it.
    assert!(!page.contains("id=\"elevata-qualificazione\"") && page.contains("Legge 22 maggio 2017 n. 81"), "{page}");
}

/// The findings of the starter with these lines in place of its `tipo`, each as rule and help.
fn findings(line: &str, edition: &str) -> Vec<(String, String)> {
    let folder = Folder::starter();
    folder.edit("/data/ente.yaml", "tipo: comune\n", line);
    folder.edit("edizione.yaml", "stato: bozza", edition);
    let said = folder.piao(["check", "--format", "json"]).any_status().run().out;
    let said: Value = serde_json::from_str(&said).expect("JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = said["diagnostics"].as_array().expect("findings");
    all.iter().map(|one| (text(&one["rule"]), text(&one["help"]))).collect()
}

#[test]
fn a_kind_or_a_sector_outside_its_list_is_an_error() {
    let found = findings("tipo: parrocchia\n", "stato: bozza");
    assert!(found.iter().any(|(_, help)| help.contains("citta-metropolitana") && help.contains("altro")), "{found:?}");
    // Case, accents and spaces are understood, and mended by the fixes.
    let folder = Folder::starter();
    folder.edit("/data/ente.yaml", "tipo: comune\ncomparto: funzioni-locali", "tipo: Università\ncomparto: Sanità");
    folder.piao(["check", "--fix"]).run();
    let text = folder.read("/data/ente.yaml");
    assert!(text.contains("\ntipo: universita\ncomparto: sanita\n"), "{text}");
}

#[test]
fn a_hint_names_the_organ_of_the_kind_of_body() {
    let without = "stato: approvata\napprovazione: { atto: delibera, numero: \"5\", data: 2026-01-10 }";
    for (line, organ) in [
        ("", Some("Giunta comunale")),
        ("tipo: universita\n", Some("Consiglio di amministrazione")),
        ("tipo: azienda-sanitaria\n", Some("Direttore generale")),
        ("tipo: citta-metropolitana\n", Some("Sindaco metropolitano")),
        ("tipo: altro\n", None),
    ] {
        let found = findings(line, without);
        let (_, help) = found.iter().find(|(rule, _)| rule == "LA704").expect("the finding");
        let named = help.split_once("; l'organo, per esempio: ").map(|(_, organ)| organ);
        assert_eq!(named, organ, "{line}");
    }
    let found = findings("tipo: universita\n", "stato: approvata\napprovazione: { organo: Rettore, atto: decreto }");
    let (_, help) = found.iter().find(|(rule, _)| rule == "LA704").expect("the finding");
    assert!(!help.contains("per esempio"), "{help}");
}

#[test]
fn chapters_may_name_the_kind_and_the_sector() {
    let folder = Folder::starter();
    let words = "Genere {{ ente.tipo }}, comparto {{ ente.comparto }}. Questo allegato descrive";
    folder.edit("/content/2026-2028/01-premessa.md", "Questo allegato descrive", words);
    let site = Site::built(folder.root(), &["--base-url", BASE]);
    assert!(site.text("2026-2028/premessa/index.html").contains("Genere comune, comparto funzioni-locali."));
}

/// What a text of the program says of a municipality, outside the data of a body of another kind.
#[test]
fn no_other_body_is_called_a_municipality() {
    for name in ["ateneo", "ateneo-con-modello", "citta-metropolitana", "ministero-con-parole"] {
        let site = Site::built(&super::folder(name), &["--base-url", BASE]);
        super::told::silent_of(
            &site,
            &["comune di", "del comune", "il comune", "comunale", "comunali", "cittadin", " giunta "],
        );
    }
}

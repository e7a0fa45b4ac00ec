//! What `catalogo.jsonld` says.

use super::folders::{awkward, real};
use super::reread::{bytes, made};
use crate::folder::Folder;
use piao::open_data::{FileKind, Format};
use serde_json::Value;

#[test]
fn nothing_points_to_the_site_when_its_address_is_not_known() {
    let loaded = real();
    let files = made(&loaded, None);
    let catalogue: Value = serde_json::from_slice(bytes(&files, "catalogo.jsonld")).unwrap();
    let address = |value: &Value| value["@id"].as_str().unwrap().to_owned();
    let distribution = &catalogue["dcat:dataset"][3]["dcat:distribution"][1];
    assert_eq!(address(&distribution["dcat:downloadURL"]), "processi-excel.csv");
    assert_eq!(address(&distribution["dcat:accessURL"]), "index.html");
    assert_eq!(address(&catalogue), "#catalogo");
    let known =
        ["http://publications.europa.eu/", "http://creativecommons.org/", "http://purl.org/", "https://www.iana.org/"];
    let names = [
        "http://www.w3.org/",
        "http://data.europa.eu/",
        "http://dati.gov.it/onto/",
        "http://xmlns.com/",
        "http://spdx.org/",
    ];
    each_text(&catalogue, &mut |text| {
        let absolute = text.contains("://");
        assert!(!absolute || known.iter().chain(&names).any(|start| text.starts_with(start)), "{text}");
    });
}

fn each_text(value: &Value, see: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => see(text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, see)),
        Value::Object(object) => object.values().for_each(|item| each_text(item, see)),
        _ => {}
    }
}

#[test]
fn the_catalogue_states_what_dcat_ap_it_asks_for_and_only_what_is_known() {
    let loaded = real();
    let files = made(&loaded, None);
    let catalogue: Value = serde_json::from_slice(bytes(&files, "catalogo.jsonld")).unwrap();
    for property in ["dct:title", "dct:description", "dct:publisher", "dcat:dataset"] {
        assert!(catalogue.get(property).is_some(), "{property}");
    }
    let datasets = catalogue["dcat:dataset"].as_array().unwrap();
    assert_eq!(datasets.len(), 8);
    for dataset in datasets {
        let asked = ["title", "description", "identifier", "rightsHolder", "accrualPeriodicity", "language"];
        assert!(asked.iter().all(|name| dataset.get(format!("dct:{name}")).is_some()), "{dataset}");
        assert!(dataset["dcat:theme"]["@id"].as_str().unwrap().ends_with("/data-theme/GOVE"));
        let distributions = dataset["dcat:distribution"].as_array().unwrap();
        assert_eq!(distributions.len(), 4);
        for (distribution, format) in distributions.iter().zip(Format::ALL) {
            let name = distribution["dcat:downloadURL"]["@id"].as_str().unwrap();
            assert!(name.ends_with(format.ending()));
            assert_eq!(distribution["dcat:byteSize"]["@value"], bytes(&files, name).len().to_string());
            assert_eq!(distribution["dct:license"]["@id"], "http://creativecommons.org/licenses/by/4.0/");
            assert_eq!(distribution["spdx:checksum"]["spdx:checksumValue"]["@value"].as_str().unwrap().len(), 64);
            assert!(distribution.get("dct:format").is_some() && distribution.get("dcat:accessURL").is_some());
        }
    }
    assert_eq!(datasets[3]["dct:temporal"]["dcat:startDate"]["@value"], "2025-01-01");
    assert_eq!(datasets[3]["dct:temporal"]["dcat:endDate"]["@value"], "2027-12-31");
    // The state of adoption is that of its day, whatever the years of the plan.
    assert_eq!(datasets[6]["dct:temporal"]["dcat:endDate"]["@value"], "2024-12-31");
    assert!(datasets.iter().all(|dataset| dataset["dcat:keyword"].as_array().is_some_and(|words| words.len() == 4)));
    assert_eq!(catalogue["dct:publisher"]["dct:type"]["@id"], "http://purl.org/adms/publishertype/LocalAuthority");
    assert_eq!(catalogue["dct:license"]["@id"], "http://creativecommons.org/licenses/by/4.0/");
    let distribution = &datasets[0]["dcat:distribution"][0];
    assert_eq!(distribution.get("dcatap:availability").is_some(), loaded.annex.editions[0].status.is_some());
    assert!(datasets[0].get("dct:modified").is_none() && datasets[0].get("dcat:contactPoint").is_none());
}

#[test]
fn absent_tables_have_no_files_and_known_facts_are_stated() {
    let (_root, loaded) = awkward();
    let files = made(&loaded, Some("https://www.example.org/agile"));
    let tables: Vec<_> =
        files.iter().filter(|file| file.kind == FileKind::Table(Format::Json)).map(|file| file.table).collect();
    assert_eq!(tables, ["aree", "servizi", "smart-team", "processi"]);
    let catalogue: Value = serde_json::from_slice(bytes(&files, "catalogo.jsonld")).unwrap();
    let dataset = &catalogue["dcat:dataset"][3];
    let folder = "https://www.example.org/agile/2025-2027/dati/";
    assert_eq!(dataset["@id"], format!("{folder}catalogo.jsonld#processi"));
    assert_eq!(dataset["dct:identifier"], "c_x999:lavoro-agile-2025-2027-processi");
    assert_eq!(dataset["dct:modified"]["@value"], "2025-03-04");
    assert_eq!(dataset["dct:rightsHolder"]["dct:identifier"], "c_x999");
    assert_eq!(dataset["dcat:contactPoint"]["vcard:hasEmail"]["@id"], "mailto:prova@example.org");
    let distribution = &dataset["dcat:distribution"][0];
    assert_eq!(distribution["dcat:accessURL"]["@id"], folder);
    assert_eq!(distribution["dcat:downloadURL"]["@id"], format!("{folder}processi.csv"));
    let availability = distribution["dcatap:availability"]["@id"].as_str().unwrap_or_default();
    assert!(availability.ends_with("/planned-availability/TEMPORARY"), "{availability}");
    assert_eq!(dataset["dct:spatial"]["dct:identifier"], "999999");
    // A licence that is not known by address has its name and nothing more.
    assert_eq!(distribution["dct:license"]["foaf:name"], "Licenza di Prova");
    assert!(distribution["dct:license"].get("dct:type").is_none());
}

/// What pages, the linked data in them and the catalogue say of a licence is the same.
#[test]
fn a_licence_is_known_everywhere_or_nowhere() {
    for (written, path) in [
        ("CC BY 4.0", Some("licenses/by/4.0/")),
        ("CC BY-SA 4.0", Some("licenses/by-sa/4.0/")),
        ("CC0", Some("publicdomain/zero/1.0/")),
        ("Creative Commons Attribuzione 4.0 Internazionale", Some("licenses/by/4.0/")),
        ("Licenza di prova", None),
    ] {
        let starter = Folder::starter();
        starter.edit("/data/ente.yaml", "licenza: CC BY 4.0", &format!("licenza: {written}"));
        starter.piao(["build", "--base-url", "https://www.example.org/"]).run();
        let catalogue: Value = serde_json::from_str(&starter.read("/public/2026-2028/dati/catalogo.jsonld")).unwrap();
        let licence = &catalogue["dcat:dataset"][0]["dcat:distribution"][0]["dct:license"];
        let page = starter.read("/public/2026-2028/processi/index.html");
        if let Some(path) = path {
            assert_eq!(licence["@id"], format!("http://creativecommons.org/{path}"), "{written}");
            assert!(page.contains(&format!("href=\"https://creativecommons.org/{path}deed.it\"")), "{written}");
            assert!(page.contains(&format!("\"license\":\"https://creativecommons.org/{path}\"")), "{written}");
        } else {
            assert_eq!(licence["foaf:name"], written);
            assert!(!page.contains("creativecommons.org"), "{written}");
        }
    }
}

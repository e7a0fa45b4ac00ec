//! `datapackage.json` against the files that it describes.

use super::folders::real;
use super::{bytes, made};
use serde_json::Value;

#[test]
fn every_csv_file_is_described_column_by_column() {
    let loaded = real();
    let files = made(&loaded, None);
    let package: Value = serde_json::from_slice(bytes(&files, "datapackage.json")).unwrap();
    assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), 8);
    for resource in resources {
        let file = bytes(&files, resource["path"].as_str().unwrap());
        assert_eq!(resource["bytes"], file.len());
        let mut reader = csv::Reader::from_reader(file);
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(reader.headers().unwrap(), names);
        assert!(fields.iter().all(|field| field["description"].as_str().is_some_and(|words| !words.is_empty())));
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        for (at, field) in fields.iter().enumerate() {
            let mut cells = rows.iter().map(|row| &row[at]).filter(|cell| !cell.is_empty());
            let is_right = match field["type"].as_str().unwrap() {
                "integer" => cells.all(|cell| cell.parse::<i64>().is_ok()),
                "number" => cells.all(|cell| cell.parse::<f64>().is_ok()),
                kind => kind == "string",
            };
            assert!(is_right, "{}: {}", resource["name"], field["name"]);
        }
    }
    let adoption = &resources[6]["schema"]["fields"];
    assert_eq!([&adoption[0]["type"], &adoption[5]["type"]], ["string", "integer"]);
}

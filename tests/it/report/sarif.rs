//! The findings in SARIF 2.1.0: its mandatory members, what code forges ask for besides, and that all of it agrees with the files.

use crate::folder::{Folder, repository};
use crate::run::Run;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};
use std::path::Path;

/// Every object that the program writes, after OASIS SARIF 2.1.0: what section 3 makes mandatory, what GitHub and GitLab
/// ask for besides (a message, a rule, a place with its region's start), and nothing that is not expected.
fn schema() -> Value {
    let object = |members: Value, required: &[&str]| json!({ "type": "object", "properties": members, "required": required, "additionalProperties": false });
    let list = |items: Value, least: usize| json!({ "type": "array", "items": items, "minItems": least });
    let text = json!({ "type": "string", "minLength": 1 });
    let level = json!({ "enum": ["none", "note", "warning", "error"] });
    let from_one = json!({ "type": "integer", "minimum": 1 });
    let message = object(json!({ "text": text }), &["text"]);
    let ends = ["startLine", "startColumn", "endLine", "endColumn"];
    let region = object(
        json!({ "startLine": from_one, "startColumn": from_one, "endLine": from_one, "endColumn": from_one }),
        &ends,
    );
    // A relative address (RFC 3986), below the folder that the run names.
    let uri = json!({ "type": "string", "pattern": "^([A-Za-z0-9._~/-]|%[0-9A-F]{2})+$", "not": { "pattern": "^/|\\.\\./" } });
    let artifact = object(json!({ "uri": uri, "uriBaseId": { "const": "%SRCROOT%" } }), &["uri", "uriBaseId"]);
    let physical = object(json!({ "artifactLocation": artifact, "region": region }), &["artifactLocation"]);
    let place = object(json!({ "physicalLocation": physical, "message": message }), &["physicalLocation"]);
    let related = object(
        json!({ "id": from_one, "physicalLocation": physical, "message": message }),
        &["id", "physicalLocation", "message"],
    );
    let inserted = object(json!({ "text": { "type": "string" } }), &["text"]);
    let replacement =
        object(json!({ "deletedRegion": region, "insertedContent": inserted }), &["deletedRegion", "insertedContent"]);
    let change = object(
        json!({ "artifactLocation": artifact, "replacements": list(replacement, 1) }),
        &["artifactLocation", "replacements"],
    );
    let fix = object(json!({ "description": message, "artifactChanges": list(change, 1) }), &["artifactChanges"]);
    let suppression = object(
        json!({ "kind": { "enum": ["inSource", "external"] }, "status": { "enum": ["accepted", "underReview", "rejected"] }, "justification": text }),
        &["kind", "justification"],
    );
    let result = object(
        json!({
            "ruleId": text, "ruleIndex": { "type": "integer", "minimum": 0 }, "level": level, "message": message,
            "locations": { "type": "array", "items": place, "minItems": 1, "maxItems": 1 },
            "relatedLocations": list(related, 1), "fixes": list(fix, 1), "suppressions": list(suppression, 0),
        }),
        &["ruleId", "ruleIndex", "level", "message", "locations", "suppressions"],
    );
    let rule = object(
        json!({
            "id": text, "name": text, "shortDescription": message, "fullDescription": message, "help": message,
            "defaultConfiguration": object(json!({ "level": level }), &["level"]),
        }),
        &["id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
    );
    let language = json!({ "type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$" });
    let driver = object(
        json!({ "name": text, "version": text, "language": language, "rules": list(rule, 1) }),
        &["name", "version", "language", "rules"],
    );
    let run = object(
        json!({
            "tool": object(json!({ "driver": driver }), &["driver"]),
            "language": language,
            "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
            "newlineSequences": { "type": "array", "items": { "enum": ["\r\n", "\n", "\r"] }, "minItems": 1, "uniqueItems": true },
            "originalUriBaseIds": object(json!({ "%SRCROOT%": object(json!({ "description": message }), &[]) }), &["%SRCROOT%"]),
            "invocations": list(object(json!({ "executionSuccessful": { "type": "boolean" } }), &["executionSuccessful"]), 1),
            "results": list(result, 0),
        }),
        &["tool", "columnKind", "originalUriBaseIds", "results"],
    );
    object(
        json!({ "$schema": { "type": "string", "pattern": "^https://.*sarif.*2\\.1\\.0.*\\.json$" }, "version": { "const": "2.1.0" }, "runs": list(run, 1) }),
        &["$schema", "version", "runs"],
    )
}

/// A starter with an error that has a cure and another end, a warning, a note, an accepted warning, and an error in a chapter.
fn faulty() -> Folder {
    let starter = Folder::starter();
    starter.edit("processi.yaml", "smart_team: [tributi]", "smart_team: [tributti]");
    starter.edit("processi.yaml", "smartabilita: si", "smartabilita: Sì");
    starter.edit("attuazione.yaml", "agili: 11", "agili: 10");
    let accepted = "accettazioni:\n  - { controllo: LA304, dove: attuazione, motivo: Come nel testo pubblicato }\n";
    starter.edit("accettazioni.yaml", "", accepted);
    starter.edit("processi.yaml", "rischio: medio", "rischio: alto");
    starter.edit("/data/ente.yaml", "edizione_corrente: 2026-2028", "edizione_corrente: 2026-2029");
    starter.edit("/content/2026-2028/01-premessa.md", "cioè", "cioè 😀 {{ niente }}");
    starter
}

fn log(root: &Path) -> Value {
    let ran = Run::new(root, ["check", "--format", "sarif"]).any_status().err("").run();
    serde_json::from_str(&ran.out).expect("JSON")
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a number")).expect("a small number")
}

/// Fails unless a region lies within the file at the address beside it, its columns counted in characters.
fn lies_within(root: &Path, artifact: &Value, region: &Value) {
    let uri = percent_decode_str(artifact["uri"].as_str().expect("an address")).decode_utf8().expect("UTF-8");
    let text = std::fs::read_to_string(root.join(&*uri)).unwrap_or_else(|_| panic!("no file `{uri}`"));
    if region.is_null() {
        return;
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let corner = |line: &str, column: &str| (number(&region[line]), number(&region[column]));
    let (start, end) = (corner("startLine", "startColumn"), corner("endLine", "endColumn"));
    assert!(start <= end, "{uri} {region}");
    for (line, column) in [start, end] {
        let length = lines.get(line - 1).unwrap_or_else(|| panic!("{uri} has no line {line}")).chars().count();
        assert!(column <= length + 1, "{uri}:{line} ends at {length}, {region}");
    }
}

#[test]
fn the_log_is_valid_and_agrees_with_the_files() {
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    let (faulty, starter) = (faulty(), Folder::starter());
    for (root, least) in [(faulty.root(), 6), (starter.root(), 0), (repository(), 1)] {
        let log = log(root);
        let wrong: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        let run = &log["runs"][0];
        assert!(run["columnKind"] == "unicodeCodePoints" && items(&run["results"]).len() >= least, "{run:#}");
        let rules = items(&run["tool"]["driver"]["rules"]);
        for result in items(&run["results"]) {
            assert_eq!(rules[number(&result["ruleIndex"])]["id"], result["ruleId"]);
            for place in items(&result["locations"]).iter().chain(items(&result["relatedLocations"])) {
                let place = &place["physicalLocation"];
                lies_within(root, &place["artifactLocation"], &place["region"]);
            }
            for change in items(&result["fixes"]).iter().flat_map(|fix| items(&fix["artifactChanges"])) {
                for replacement in items(&change["replacements"]) {
                    lies_within(root, &change["artifactLocation"], &replacement["deletedRegion"]);
                }
            }
        }
        let mut codes: Vec<&str> = rules.iter().filter_map(|rule| rule["id"].as_str()).collect();
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all, "two rules of one code");
    }
}

#[test]
fn the_schema_refuses_what_is_not_sarif() {
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    let faulty = faulty();
    let good = log(faulty.root());
    assert!(validator.is_valid(&good));
    for (pointer, wrong) in [
        ("/version", json!("2.0.0")),
        ("/runs", json!([])),
        ("/runs/0/columnKind", json!("bytes")),
        ("/runs/0/tool/driver/rules/0/help", json!("testo")),
        ("/runs/0/results/0/level", json!("avviso")),
        ("/runs/0/results/0/locations", json!([])),
        ("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri", json!("../a b.yaml")),
        ("/runs/0/results/0/message", json!({ "testo": "x" })),
    ] {
        let mut log = good.clone();
        *log.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = wrong;
        assert!(!validator.is_valid(&log), "{pointer}");
    }
}

#[test]
fn places_corrections_and_reasons_are_told() {
    let faulty = faulty();
    let log = log(faulty.root());
    let results = items(&log["runs"][0]["results"]);
    let result = |rule: &str| results.iter().find(|result| result["ruleId"] == rule).expect("a result");
    let unknown = result("LA201");
    assert_eq!(unknown["level"], "error");
    let place = &unknown["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "data/2026-2028/processi.yaml");
    assert_eq!(place["region"], json!({"startLine": 21, "startColumn": 18, "endLine": 21, "endColumn": 26}));
    assert_eq!(unknown["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "tributi");
    assert_eq!(unknown["relatedLocations"][0]["message"]["text"], "il più vicino è definito qui");
    assert_eq!(unknown["suppressions"], json!([]));
    assert_eq!(result("LA304")["suppressions"][0]["justification"], "Come nel testo pubblicato");
    assert_eq!(result("LA304")["suppressions"][0]["kind"], "external");
}

//! `piao diff`: what it names, how it says it, and how it ends.

mod edits;
mod formats;
mod identity;

use crate::folder::{Folder, repository};
use edits::{EDITS, Edit, change};
use piao::comparison::Comparison;
use piao::load;
use piao::scaffold::EDITION;
use serde_json::{Value, json};

/// The folder of the starter with the same edition one year before.
pub fn twice() -> Folder {
    let starter = Folder::starter();
    for (path, text) in piao::scaffold::files() {
        if path.contains(EDITION) {
            starter.write(&format!("/{}", path.replace(EDITION, "2025-2027")), text);
        }
    }
    starter
}

/// The changes between the two editions, as the JSON of the contract says them.
pub fn changes(folder: &Folder) -> Vec<Value> {
    let ran = folder.piao(["diff", "2025-2027", EDITION, "--format", "json"]).err("").run();
    let object: Value = serde_json::from_str(&ran.out).expect("JSON");
    let summary = object["summary"].as_object().expect("a summary");
    let changes = object["changes"].as_array().expect("changes").clone();
    for kind in ["added", "removed", "renamed", "moved", "changed"] {
        assert_eq!(summary[kind], changes.iter().filter(|change| change["kind"] == kind).count(), "{kind}");
    }
    changes
}

#[test]
fn every_edit_is_named_and_nothing_else() {
    // Each alone, all together, and some mixtures: bit `n` of a number says whether edit `n` is made.
    let alone = (0..EDITS.len()).map(|number| 1 << number);
    let all = (1_u32 << EDITS.len()) - 1;
    for mixture in alone.chain([all, 0, 0b1010_1010_1010_1010, 0b0110_1100_0111_0011]) {
        let starter = twice();
        let made: Vec<&Edit> = (0..).zip(&EDITS).filter(|(bit, _)| mixture >> bit & 1 == 1).map(|(_, it)| it).collect();
        for edit in &made {
            starter.edit(edit.file, edit.replace, edit.with);
        }
        let mut found = changes(&starter);
        let mut expected: Vec<Value> = made.iter().map(|edit| (edit.expected)()).collect();
        // The references stand in the same file as the settings, and tables have their own order.
        found.sort_by_key(Value::to_string);
        expected.sort_by_key(Value::to_string);
        // Who is renamed and moved at once is one record: such pairs are not among the edits.
        assert_eq!(found, expected, "mixture {mixture:b}");
    }
}

#[test]
fn the_other_way_round_it_says_the_contrary() {
    for edit in &EDITS {
        let starter = twice();
        starter.edit(edit.file, edit.replace, edit.with);
        let ran = starter.piao(["confronta", EDITION, "2025-2027", "--formato", "json"]).run();
        let object: Value = serde_json::from_str(&ran.out).expect("JSON");
        let (forth, back) = ((edit.expected)(), &object["changes"][0]);
        assert_eq!((&forth["before"], &forth["after"]), (&back["after"], &back["before"]), "{object}");
        let kind = match forth["kind"].as_str() {
            Some("added") => "removed",
            other => other.unwrap_or_default(),
        };
        assert_eq!(back["kind"], kind);
    }
}

#[test]
fn an_annex_does_not_differ_from_itself() {
    for root in ["", "ateneo", "ateneo-con-modello", "citta-metropolitana", "comune-senza-team", "unione-di-comuni"] {
        let root = if root.is_empty() {
            repository().to_owned()
        } else {
            repository().join("tests/administrations").join(root)
        };
        let annex = load::load(&root).expect("the folder").annex;
        let edition = annex.current().expect("an edition");
        let comparison = Comparison::between(edition, edition);
        assert_eq!(comparison.changes().next(), None, "{}", root.display());
        assert!(comparison.unchanged() > 5);
    }
}

#[test]
fn a_team_under_another_identifier_and_name_is_one_change() {
    let starter = twice();
    starter.edit(
        "smart-team.yaml",
        "id: tributi\n    nome: Tributi",
        "id: entrate\n    nome: Entrate\n    alias: [Tributi]",
    );
    starter.edit("processi.yaml", "smart_team: [tributi]", "smart_team: [entrate]");
    starter.edit("attuazione.yaml", "smart_team: Tributi", "smart_team: Tributi\n    continua_in: entrate");
    starter.edit(
        "/data/2025-2027/attuazione.yaml",
        "smart_team: Tributi",
        "smart_team: Tributi\n    continua_in: tributi",
    );
    let fields = json!([
        { "key": "id", "before": "tributi", "after": "entrate" },
        { "key": "nome", "before": "Tributi", "after": "Entrate" },
    ]);
    assert_eq!(changes(&starter), [change("smart-team", "renamed", Some("tributi"), Some("entrate"), &fields)]);
}

#[test]
fn chapters_are_compared_paragraph_by_paragraph() {
    let starter = twice();
    let chapter = "/content/2026-2028/02-stato-di-attuazione.md";
    let text = starter.read(chapter);
    starter.write(chapter, format!("{}\n\nUn paragrafo in più.\n", text.trim_end()));
    let fields = json!([{ "key": "paragrafo", "before": null, "after": "Un paragrafo in più." }]);
    let slug = Some("stato-di-attuazione");
    assert_eq!(changes(&starter), [change("capitoli", "changed", slug, slug, &fields)]);
}

#[test]
fn a_chapter_that_is_only_typed_otherwise_is_the_same() {
    let starter = twice();
    let chapter = "/content/2026-2028/01-premessa.md";
    starter.edit(chapter, " La materia è", "\nLa   materia è");
    starter.edit(chapter, "gruppi di lavoro che", "gruppi di\nlavoro che");
    starter.edit(chapter, "## I numeri", "I *numeri*\n----------");
    starter.edit(chapter, "[Tavola 1](processi/)", "[**Tavola 1**][tavola]");
    starter.write(chapter, format!("{}\n\n[tavola]: processi/\n", starter.read(chapter)));
    assert_eq!(changes(&starter), Vec::<Value>::new());
}

#[test]
fn figures_that_follow_from_the_data_are_told_apart_from_what_was_written() {
    let starter = twice();
    starter.edit("attuazione.yaml", "    agili: 7", "    agili: 6");
    starter.edit("attuazione.yaml", "  agili: 11", "  agili: 10");
    let ran = starter.piao(["diff", "2025-2027", EDITION, "--format", "json"]).run();
    let object: Value = serde_json::from_str(&ran.out).expect("JSON");
    let tables: Vec<&str> =
        object["changes"].as_array().expect("changes").iter().filter_map(|it| it["table"].as_str()).collect();
    assert!(!tables.is_empty() && tables.iter().all(|table| *table == "attuazione"), "{tables:?}");
    let recomputed = object["recomputed"].as_array().expect("a list");
    assert_eq!(recomputed.len(), 1, "{object}");
    assert_eq!(recomputed[0]["chapter"], "stato-di-attuazione");
    assert_ne!(recomputed[0]["before"], recomputed[0]["after"]);
    let ran = starter.piao(["diff", "2025-2027", EDITION]).run();
    assert!(ran.out.contains("\nCifre dei capitoli che vengono dai dati\n"), "{}", ran.out);
    // What its author writes in place of a figure is a change, though the figure was another one.
    starter.edit("/content/2026-2028/02-stato-di-attuazione.md", "{{ totali.agili }}", "tre");
    let changed = changes(&starter);
    let chapter = changed.iter().find(|change| change["table"] == "capitoli").expect("the chapter");
    assert!(chapter["fields"][0]["after"].as_str().is_some_and(|text| text.contains("erano tre su")), "{chapter}");
}

#[test]
fn two_folders_are_compared_by_their_current_editions_or_by_those_that_are_named() {
    let (mine, other) = (Folder::starter(), twice());
    other.edit("software.yaml", "scopo: Registrazione dei documenti", "scopo: Protocollo");
    let folder = other.root().to_string_lossy().into_owned();
    for (name, count) in [
        (folder.clone(), 1),
        (format!("{folder}#{EDITION}"), 1),
        (format!("{folder}/data/{EDITION}"), 1),
        (format!("{folder}#2025-2027"), 0),
    ] {
        let ran = mine.piao(["diff", ".", name.as_str(), "--format", "json"]).run();
        let object: Value = serde_json::from_str(&ran.out).expect("JSON");
        assert_eq!(object["summary"]["changed"], count, "{name}: {object}");
    }
}

#[test]
fn what_cannot_be_compared_is_said() {
    let starter = twice();
    let ran = starter.piao(["diff", "2025-2027", "2031-2033"]).status(2).out("").run();
    assert!(ran.err.starts_with("errore: `2031-2033` non è né un'edizione"), "{}", ran.err);
    let ran = starter.piao(["diff", ".#2031-2033", EDITION]).status(2).run();
    assert!(ran.err.contains("aiuto: le edizioni sono: 2025-2027, 2026-2028"), "{}", ran.err);
    starter.piao(["diff", "2025-2027"]).status(2).run();
    starter.piao(["diff", "2025-2027", EDITION, "--format", "pdf"]).status(2).run();
    // An error in one of the two stops it; one in another edition does not.
    starter.edit("/data/2025-2027/processi.yaml", "smart_team: [tributi]", "smart_team: [nessuno]");
    let ran = starter.piao(["diff", "2025-2027", EDITION]).status(1).out("").run();
    assert!(ran.err.contains("LA201") && ran.err.contains("Il confronto non è stato fatto"), "{}", ran.err);
    starter.piao(["diff", EDITION, EDITION]).run();
}

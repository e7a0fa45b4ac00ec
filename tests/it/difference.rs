//! `piao diff`: what it names, how it says it, and how it ends.

use crate::folder::{Folder, repository};
use calamine::{Reader as _, Xlsx, open_workbook_from_rs};
use piao::comparison::Comparison;
use piao::load;
use piao::scaffold::EDITION;
use serde_json::{Value, json};

/// The folder of the starter with the same edition one year before.
fn twice() -> Folder {
    let starter = Folder::starter();
    for (path, text) in piao::scaffold::files() {
        if path.contains(EDITION) {
            starter.write(&format!("/{}", path.replace(EDITION, "2025-2027")), text);
        }
    }
    starter
}

/// A change of the starter: the file, what stands there, what takes its place, and what the comparison must say of it.
struct Edit {
    file: &'static str,
    replace: &'static str,
    with: &'static str,
    expected: fn() -> Value,
}

fn change(table: &str, kind: &str, before: Option<&str>, after: Option<&str>, fields: Value) -> Value {
    json!({ "table": table, "kind": kind, "before": before, "after": after, "fields": fields })
}

/// Edits that do not touch each other.
const EDITS: [Edit; 16] = [
    Edit {
        file: "processi.yaml",
        replace: "smartabilita: si",
        with: "smartabilita: in parte",
        expected: || {
            let fields = json!([{ "key": "smartabilita", "before": "si", "after": "in parte" }]);
            change("processi", "changed", Some("100-1-B"), Some("100-1-B"), fields)
        },
    },
    Edit {
        file: "processi.yaml",
        replace: "codice: 200-1-M\n    rischio: medio",
        with: "codice: 200-1-A\n    rischio: alto",
        expected: || {
            let fields = json!([
                { "key": "codice", "before": "200-1-M", "after": "200-1-A" },
                { "key": "rischio", "before": "medio", "after": "alto" },
            ]);
            change("processi", "changed", Some("200-1-M"), Some("200-1-A"), fields)
        },
    },
    Edit {
        file: "servizi.yaml",
        replace: "id: risorse\n    nome: Risorse\n",
        with: "id: risorse\n    nome: Risorse e Bilancio\n",
        expected: || {
            let fields = json!([{ "key": "nome", "before": "Risorse", "after": "Risorse e Bilancio" }]);
            change("aree", "renamed", Some("risorse"), Some("risorse"), fields)
        },
    },
    Edit {
        file: "servizi.yaml",
        replace: "nome: Servizio Segreteria\n    area: affari-generali",
        with: "nome: Servizio Segreteria\n    area: risorse",
        expected: || {
            let fields = json!([{ "key": "area", "before": "affari-generali", "after": "risorse" }]);
            change("servizi", "moved", Some("segreteria"), Some("segreteria"), fields)
        },
    },
    Edit {
        file: "smart-team.yaml",
        replace: "  - id: segreteria\n    nome: Segreteria\n",
        with: "  - id: terzo\n    nome: Protocollo\n    servizio: segreteria\n  - id: segreteria\n    nome: Segreteria\n",
        expected: || change("smart-team", "added", None, Some("terzo"), json!([])),
    },
    Edit {
        file: "software.yaml",
        replace: "nome: Protocollo informatico\n",
        with: "nome: Protocollo informatico unico\n",
        expected: || {
            let (before, after) = ("Protocollo informatico", "Protocollo informatico unico");
            let fields = json!([{ "key": "nome", "before": before, "after": after }]);
            change("software", "renamed", Some(before), Some(after), fields)
        },
    },
    Edit {
        file: "formazione.yaml",
        replace: "\n          nuovi-assunti: X",
        with: "",
        expected: || {
            let fields = json!([{ "key": "nuovi-assunti", "before": "X", "after": null }]);
            let name = Some("Introduzione al lavoro agile");
            change("formazione", "changed", name, name, fields)
        },
    },
    Edit {
        file: "formazione.yaml",
        replace: "  - nome: Competenze digitali\n",
        with: "  - nome: Competenze digitali di base\n",
        expected: || {
            let (before, after) = ("Competenze digitali", "Competenze digitali di base");
            let fields = json!([{ "key": "nome", "before": before, "after": after }]);
            change("formazione", "renamed", Some(before), Some(after), fields)
        },
    },
    Edit {
        file: "attuazione.yaml",
        replace: "dipendenti: 12\n    agili: 7\n",
        with: "dipendenti: 13\n    agili: 7\n",
        expected: || {
            let fields = json!([{ "key": "dipendenti", "before": 12, "after": 13 }]);
            change("attuazione", "changed", Some("Segreteria"), Some("Segreteria"), fields)
        },
    },
    Edit {
        file: "attuazione.yaml",
        replace: "data: 2025-12-31\n",
        with: "data: 2026-12-31\n",
        expected: || {
            let fields = json!([{ "key": "data", "before": "2025-12-31", "after": "2026-12-31" }]);
            change("attuazione", "changed", Some("attuazione"), Some("attuazione"), fields)
        },
    },
    Edit {
        file: "valutazione.yaml",
        replace: "voci: [Definizione degli obiettivi, Capacità di delega]",
        with: "voci: [Definizione degli obiettivi]",
        expected: || {
            let before = json!(["Definizione degli obiettivi", "Capacità di delega"]);
            let fields = json!([{ "key": "voci", "before": before, "after": ["Definizione degli obiettivi"] }]);
            change("valutazione", "changed", Some("Dirigente"), Some("Dirigente"), fields)
        },
    },
    Edit {
        file: "esclusioni.yaml",
        replace: "dove: Sportello al pubblico",
        with: "dove: Anagrafe",
        expected: || {
            let fields = json!([{ "key": "dove", "before": "Sportello al pubblico", "after": "Anagrafe" }]);
            change("esclusioni", "changed", Some("a"), Some("a"), fields)
        },
    },
    Edit {
        file: "edizione.yaml",
        replace: "stato: bozza",
        with: "stato: proposta",
        expected: || {
            let fields = json!([{ "key": "stato", "before": "bozza", "after": "proposta" }]);
            change("edizione", "changed", Some("2025-2027"), Some(EDITION), fields)
        },
    },
    Edit {
        file: "edizione.yaml",
        replace: "    materia: lavoro agile\n",
        with: "    materia: lavoro agile\n  - { atto: Direttiva 29 dicembre 2023, materia: fragili }\n",
        expected: || {
            let act = Some("Direttiva 29 dicembre 2023");
            change("riferimenti", "added", None, act, json!([]))
        },
    },
    Edit {
        file: "/content/2026-2028/01-premessa.md",
        replace: "titolo: Premessa",
        with: "titolo: Introduzione",
        expected: || {
            let fields = json!([{ "key": "titolo", "before": "Premessa", "after": "Introduzione" }]);
            change("capitoli", "renamed", Some("premessa"), Some("premessa"), fields)
        },
    },
    Edit {
        file: "/content/2026-2028/03-nuovo.md",
        replace: "",
        with: "---\ntitolo: Un capitolo in più\nordine: 3\n---\n\nTesto.\n",
        expected: || change("capitoli", "added", None, Some("nuovo"), json!([])),
    },
];

/// The changes between the two editions, as the JSON of the contract says them.
fn changes(folder: &Folder) -> Vec<Value> {
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
        made.iter().for_each(|edit| starter.edit(edit.file, edit.replace, edit.with));
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
    assert_eq!(changes(&starter), [change("smart-team", "renamed", Some("tributi"), Some("entrate"), fields)]);
}

#[test]
fn chapters_are_compared_paragraph_by_paragraph() {
    let starter = twice();
    let chapter = "/content/2026-2028/02-stato-di-attuazione.md";
    let text = starter.read(chapter);
    starter.write(chapter, format!("{}\n\nUn paragrafo in più.\n", text.trim_end()));
    let fields = json!([{ "key": "paragrafo", "before": null, "after": "Un paragrafo in più." }]);
    let slug = Some("stato-di-attuazione");
    assert_eq!(changes(&starter), [change("capitoli", "changed", slug, slug, fields)]);
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

#[test]
fn the_text_reads_on_its_own() {
    let starter = twice();
    starter.edit("processi.yaml", "smartabilita: si", "smartabilita: \"no\"");
    let expected = "\
Dall'edizione 2025-2027 all'edizione 2026-2028: che cosa cambia
1 voce cambiata; 22 invariate.

Tavola 1 – Mappatura dei processi
  ~ 100-1-B – Pubblicazione degli atti (cambiata)
      Smartabilità: sì → no

Totali
    Processi smartabili: 1 → 0 (−1)
    Processi non smartabili: 0 → 1 (+1)
";
    starter.piao(["diff", "2025-2027", EDITION]).out(expected).err("").run();
}

#[test]
fn the_markdown_is_a_text_for_the_act() {
    let starter = twice();
    starter.edit("software.yaml", "nome: Protocollo informatico\n", "nome: Protocollo *unico* | nuovo\n");
    let ran = starter.piao(["diff", "2025-2027", EDITION, "--format", "markdown"]).run();
    assert!(
        ran.out
            .starts_with("# Dall'edizione 2025-2027 all'edizione 2026-2028: che cosa cambia\n\nComune di Esempio – ")
    );
    assert!(
        ran.out.contains("\n### Voci aggiunte\n\n- **Protocollo \\*unico\\* \\| nuovo** (aggiunta)\n"),
        "{}",
        ran.out
    );
}

#[test]
fn the_workbook_holds_a_line_for_each_field() {
    let starter = twice();
    starter.edit("processi.yaml", "finalita: Pubblicare gli atti nei tempi previsti", "finalita: =1+1");
    let ran = starter.piao(["diff", "2025-2027", EDITION, "--format", "xlsx", "--out", "confronto.xlsx"]).out("").run();
    assert!(ran.err.starts_with("Confronto scritto in `confronto.xlsx`: 1 voce cambiata"), "{}", ran.err);
    let bytes = std::fs::read(starter.root().join("confronto.xlsx")).expect("the file");
    let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes.clone())).expect("a workbook");
    let sheet = book.worksheet_range("Cambiamenti").expect("the sheet");
    let row: Vec<String> = sheet.rows().nth(1).expect("a row").iter().map(ToString::to_string).collect();
    let name = "100-1-B – Pubblicazione degli atti";
    let before = "Pubblicare gli atti nei tempi previsti";
    assert_eq!(row, ["Tavola 1 – Mappatura dei processi", "cambiata", name, name, "Finalità", before, "=1+1"]);
    assert_eq!(book.worksheet_range("Totali").expect("the totals").rows().count(), 13);
    // Again it takes its place, with the same bytes; it takes the place of nothing else.
    starter.piao(["diff", "2025-2027", EDITION, "--format", "xlsx", "--out", "confronto.xlsx"]).run();
    assert_eq!(std::fs::read(starter.root().join("confronto.xlsx")).expect("the file"), bytes);
    let ran = starter.piao(["diff", "2025-2027", EDITION, "--out", "confronto.xlsx"]).status(2).run();
    assert!(ran.err.contains("non è un confronto in questo formato"), "{}", ran.err);
    starter.piao(["diff", "2025-2027", EDITION, "--out", "data/ente.yaml"]).status(2).run();
}

#[test]
fn the_page_tells_the_other_tables_and_the_chapters() {
    let starter = twice();
    starter.edit("software.yaml", "scopo: Registrazione dei documenti", "scopo: Protocollo");
    starter.edit("/content/2026-2028/03-nuovo.md", "", "---\ntitolo: In più\nordine: 3\n---\n\nTesto.\n");
    let site = crate::site::built::Site::built(starter.root(), &[]);
    let html = site.text(&format!("{EDITION}/cambiamenti/index.html"));
    assert!(html.contains("Organizzazione e processi sono gli stessi nelle due edizioni."), "{html}");
    let place = html.find("id=\"altro\"").expect("the section");
    assert!(html[place..].contains("<td>Protocollo</td>") && html[place..].contains("In più"), "{html}");
}

//! Changes of the starter that do not touch each other, with what a comparison says of each.

use piao::scaffold::EDITION;
use serde_json::{Value, json};

/// A change of the starter: the file, what stands there, what takes its place, and what the comparison must say of it.
pub struct Edit {
    pub file: &'static str,
    pub replace: &'static str,
    pub with: &'static str,
    pub expected: fn() -> Value,
}

pub fn change(table: &str, kind: &str, before: Option<&str>, after: Option<&str>, fields: &Value) -> Value {
    json!({ "table": table, "kind": kind, "before": before, "after": after, "fields": fields })
}

/// Edits that do not touch each other.
pub const EDITS: [Edit; 16] = [
    Edit {
        file: "processi.yaml",
        replace: "smartabilita: si",
        with: "smartabilita: in parte",
        expected: || {
            let fields = json!([{ "key": "smartabilita", "before": "si", "after": "in parte" }]);
            change("processi", "changed", Some("100-1-B"), Some("100-1-B"), &fields)
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
            change("processi", "changed", Some("200-1-M"), Some("200-1-A"), &fields)
        },
    },
    Edit {
        file: "servizi.yaml",
        replace: "id: risorse\n    nome: Risorse\n",
        with: "id: risorse\n    nome: Risorse e Bilancio\n",
        expected: || {
            let fields = json!([{ "key": "nome", "before": "Risorse", "after": "Risorse e Bilancio" }]);
            change("aree", "renamed", Some("risorse"), Some("risorse"), &fields)
        },
    },
    Edit {
        file: "servizi.yaml",
        replace: "nome: Servizio Segreteria\n    area: affari-generali",
        with: "nome: Servizio Segreteria\n    area: risorse",
        expected: || {
            let fields = json!([{ "key": "area", "before": "affari-generali", "after": "risorse" }]);
            change("servizi", "moved", Some("segreteria"), Some("segreteria"), &fields)
        },
    },
    Edit {
        file: "smart-team.yaml",
        replace: "  - id: segreteria\n    nome: Segreteria\n",
        with: "  - id: terzo\n    nome: Protocollo\n    servizio: segreteria\n  - id: segreteria\n    nome: Segreteria\n",
        expected: || change("smart-team", "added", None, Some("terzo"), &json!([])),
    },
    Edit {
        file: "software.yaml",
        replace: "nome: Protocollo informatico\n",
        with: "nome: Protocollo informatico unico\n",
        expected: || {
            let (before, after) = ("Protocollo informatico", "Protocollo informatico unico");
            let fields = json!([{ "key": "nome", "before": before, "after": after }]);
            change("software", "renamed", Some(before), Some(after), &fields)
        },
    },
    Edit {
        file: "formazione.yaml",
        replace: "\n          nuovi-assunti: X",
        with: "",
        expected: || {
            let fields = json!([{ "key": "nuovi-assunti", "before": "X", "after": null }]);
            let name = Some("Introduzione al lavoro agile");
            change("formazione", "changed", name, name, &fields)
        },
    },
    Edit {
        file: "formazione.yaml",
        replace: "  - nome: Competenze digitali\n",
        with: "  - nome: Competenze digitali di base\n",
        expected: || {
            let (before, after) = ("Competenze digitali", "Competenze digitali di base");
            let fields = json!([{ "key": "nome", "before": before, "after": after }]);
            change("formazione", "renamed", Some(before), Some(after), &fields)
        },
    },
    Edit {
        file: "attuazione.yaml",
        replace: "dipendenti: 12\n    agili: 7\n",
        with: "dipendenti: 13\n    agili: 7\n",
        expected: || {
            let fields = json!([{ "key": "dipendenti", "before": 12, "after": 13 }]);
            change("attuazione", "changed", Some("Segreteria"), Some("Segreteria"), &fields)
        },
    },
    Edit {
        file: "attuazione.yaml",
        replace: "data: 2025-12-31\n",
        with: "data: 2026-12-31\n",
        expected: || {
            let fields = json!([{ "key": "data", "before": "2025-12-31", "after": "2026-12-31" }]);
            change("attuazione", "changed", Some("attuazione"), Some("attuazione"), &fields)
        },
    },
    Edit {
        file: "valutazione.yaml",
        replace: "voci: [Definizione degli obiettivi, Capacità di delega]",
        with: "voci: [Definizione degli obiettivi]",
        expected: || {
            let before = json!(["Definizione degli obiettivi", "Capacità di delega"]);
            let fields = json!([{ "key": "voci", "before": before, "after": ["Definizione degli obiettivi"] }]);
            change("valutazione", "changed", Some("Dirigente"), Some("Dirigente"), &fields)
        },
    },
    Edit {
        file: "esclusioni.yaml",
        replace: "dove: Sportello al pubblico",
        with: "dove: Anagrafe",
        expected: || {
            let fields = json!([{ "key": "dove", "before": "Sportello al pubblico", "after": "Anagrafe" }]);
            change("esclusioni", "changed", Some("a"), Some("a"), &fields)
        },
    },
    Edit {
        file: "edizione.yaml",
        replace: "stato: bozza",
        with: "stato: proposta",
        expected: || {
            let fields = json!([{ "key": "stato", "before": "bozza", "after": "proposta" }]);
            change("edizione", "changed", Some("2025-2027"), Some(EDITION), &fields)
        },
    },
    Edit {
        file: "edizione.yaml",
        replace: "    materia: lavoro agile\n",
        with: "    materia: lavoro agile\n  - { atto: Direttiva 29 dicembre 2023, materia: fragili }\n",
        expected: || {
            let act = Some("Direttiva 29 dicembre 2023");
            change("riferimenti", "added", None, act, &json!([]))
        },
    },
    Edit {
        file: "/content/2026-2028/01-premessa.md",
        replace: "titolo: Premessa",
        with: "titolo: Introduzione",
        expected: || {
            let fields = json!([{ "key": "titolo", "before": "Premessa", "after": "Introduzione" }]);
            change("capitoli", "renamed", Some("premessa"), Some("premessa"), &fields)
        },
    },
    Edit {
        file: "/content/2026-2028/03-nuovo.md",
        replace: "",
        with: "---\ntitolo: Un capitolo in più\nordine: 3\n---\n\nTesto.\n",
        expected: || change("capitoli", "added", None, Some("nuovo"), &json!([])),
    },
];

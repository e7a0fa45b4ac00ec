//! An annex with exactly one of each thing: no count of it disagrees with its noun.

use crate::folder::Folder;
use piao::scaffold::EDITION;
use std::fs;
use std::io::{Cursor, Read as _};

/// One area, service, team, process, program, module, role, exclusion, indicator, chapter, worker, day and doubt.
fn one_of_each() -> Folder {
    let starter = Folder::starter();
    let table = |name: &str, text: &str| starter.edit(&format!("{name}.yaml"), "", text);
    table(
        "servizi",
        "aree:\n  - { id: affari, nome: Affari Generali }\nservizi:\n  - { id: segreteria, nome: Servizio Segreteria, area: affari, prefisso: \"100\" }\n",
    );
    table(
        "smart-team",
        "smart_team:\n  - { id: segreteria, nome: Segreteria, servizio: segreteria, smartabilita: smartabile }\n",
    );
    table(
        "processi",
        "processi:\n  - codice: 100-1-B\n    rischio: basso\n    processo: Pubblicazione degli atti\n    finalita: Pubblicare gli atti nei tempi previsti\n    input: [Atto adottato]\n    fasi: [Verifica dell'atto]\n    output: [Atto pubblicato]\n    area: [affari]\n    smart_team: [segreteria]\n    software: [protocollo]\n    smartabilita: in parte\n    supporti_cartacei: si\n    nota: Una nota.\n    da_verificare: Il codice si legge male.\n",
    );
    table(
        "attuazione",
        "data: 2025-12-31\nrighe:\n  - area: Affari Generali\n    servizio: Servizio Segreteria\n    smart_team: Segreteria\n    giorni_settimana: 1\n    dipendenti: 1\n    agili: 1\n",
    );
    table(
        "software",
        "software:\n  - { id: protocollo, nome: Protocollo informatico, scopo: Registrazione dei documenti }\n",
    );
    table(
        "formazione",
        "legenda:\n  X: modulo previsto\ndestinatari:\n  - { id: dipendenti, nome: Tutti i dipendenti }\ngruppi:\n  - nome: Competenze digitali\n    moduli:\n      - nome: Introduzione al lavoro agile\n        destinatari: { dipendenti: X }\n",
    );
    table("valutazione", "ruoli:\n  - { nome: Dirigente, natura: competenze, voci: [Capacità di delega] }\n");
    table(
        "indicatori",
        "indicatori:\n  - { id: portatili, dimensione: Salute digitale, indicatore: Postazioni portatili, unita: n., base: { valore: 1, al: 2025-12-31 }, obiettivi: { 2026: 1 }, fonte: Inventario dei beni, smart_team: segreteria }\n",
    );
    starter.edit("edizione.yaml", "giorni_settimana_max: 1", "giorni_settimana_max: 1\n  giorni_aggiuntivi_anno: 1");
    let chapter = |name: &str| format!("/content/{EDITION}/{name}.md");
    starter.remove(&chapter("02-stato-di-attuazione"));
    starter.edit(
        &chapter("01-premessa"),
        "",
        "---\ntitolo: Premessa\nordine: 1\nnumero: \"1\"\n---\n\nIl lavoro agile è una misura dell'ente.\n",
    );
    starter
}

/// Tags that do not divide words.
const WITHIN: [&str; 10] = ["strong", "em", "b", "span", "a", "abbr", "w:r", "w:t", "w:rPr", "w:b"];

/// The words of a page or of a part of a document, a bar where a tag divides them; and what is heard of its attributes.
fn words(html: &str) -> String {
    let mut words = String::new();
    let mut heard = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        words.push_str(before);
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        if !WITHIN.contains(&name) {
            words.push_str(" | ");
        }
        for attribute in ["content=\"", "aria-label=\"", "title=\"", "alt=\"", "placeholder=\""] {
            let value = tag.split_once(attribute).and_then(|(_, value)| value.split_once('"'));
            heard.extend(value.map(|(value, _)| format!(" | {value}")));
        }
        let hidden = ["script", "style"].into_iter().find(|hidden| tag.starts_with(hidden));
        rest = hidden.and_then(|hidden| Some(after.split_once(&format!("</{hidden}"))?.1)).unwrap_or(after);
    }
    format!("{words}{rest}{heard}").replace(['\u{a0}', '\n'], " ").replace("&#x27;", "'")
}

/// Plurals that do not end in i.
const PLURALS: [&str; 14] = [
    "voci",
    "righe",
    "aree",
    "pagine",
    "note",
    "persone",
    "ore",
    "volte",
    "colonne",
    "caselle",
    "tavole",
    "parole",
    "modifiche",
    "differenze",
];

/// Nouns that are counted, as they are said of one.
const SINGLES: [&str; 15] = [
    "processo",
    "giorno",
    "gruppo",
    "servizio",
    "programma",
    "capitolo",
    "modulo",
    "indicatore",
    "dipendente",
    "errore",
    "avviso",
    "voce",
    "riga",
    "area",
    "nota",
];

/// What a text counts as one and says of many: `1 processi`, `un giorni`; or as none and says of one: `0 processo`.
fn disagreements(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let pairs = words.windows(2).filter(|pair| {
        let count = pair[0].trim_start_matches(['(', '«', '“', '"']).to_lowercase();
        let noun = pair[1].trim_end_matches([',', '.', ';', ':', ')', '»', '"', '!', '?']).to_lowercase();
        let is_word = noun.chars().all(char::is_alphabetic);
        // «Tavola 1 ogni riga», «pag. 1 di 3».
        let is_plural =
            noun.ends_with('i') && !["di", "ogni", "si"].contains(&noun.as_str()) || PLURALS.contains(&noun.as_str());
        match count.as_str() {
            "1" | "un" | "uno" => is_word && is_plural,
            "0" => SINGLES.contains(&noun.as_str()),
            _ => false,
        }
    });
    pairs.map(|pair| pair.join(" ")).collect()
}

#[test]
fn what_disagrees_is_found() {
    for text in ["1 processi", "Mostra 1 processi.", "(1 giorni)", "un giorni", "1 voci", "0 processo"] {
        assert_eq!(disagreements(text).len(), 1, "{text}");
    }
    for text in ["1 processo", "11 processi", "0 processi", "2,1 giorni", "100-1 voci", "pag. 1 di 3", "1 voce"] {
        assert_eq!(disagreements(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn one_of_each_is_counted_as_one_everywhere() {
    let folder = one_of_each();
    let mut said = folder.piao(["build", "--docx"]).status(0).run().err;
    for command in [
        &["check"][..],
        &["check", "--ready"],
        &["export", "--out", "fogli"],
        &["package", "--out", "pacchetto.zip"],
        &["package", "--verify", "pacchetto.zip"],
        &["explain"],
    ] {
        let ran = folder.piao(command).any_status().run();
        said.extend([" | ", &ran.out, " | ", &ran.err]);
    }
    assert_eq!(disagreements(&said.replace('\n', " | ")), Vec::<String>::new(), "{said}");
    let site = crate::tree::files(&folder.root().join("public"));
    let mut pages = 0;
    for (path, bytes) in &site {
        let texts = if path.ends_with(".docx") {
            let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
            let mut texts = Vec::new();
            for number in 0..archive.len() {
                let mut text = String::new();
                archive.by_index(number).expect("a part").read_to_string(&mut text).expect("text");
                texts.push(words(&text));
            }
            texts
        } else if [".html", ".json", ".xml", ".txt", ".csv", "indice.js"].iter().any(|ending| path.ends_with(ending)) {
            pages += usize::from(path.ends_with(".html"));
            vec![words(&String::from_utf8_lossy(bytes))]
        } else {
            Vec::new()
        };
        for text in texts {
            assert_eq!(disagreements(&text), Vec::<String>::new(), "{path}");
        }
    }
    assert!(pages > 30, "{pages}");
    let page = fs::read_to_string(folder.root().join(format!("public/{EDITION}/processi/index.html"))).expect("a page");
    assert!(words(&page).contains("Mostra 1 processo"), "{page}");
}

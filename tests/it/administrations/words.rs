//! An annex whose administration has a word of its own for everything: nowhere does one of ours stand.

use super::folder;
use super::told::{row, rows, said};
use crate::site::built::{BASE, Site};
use scraper::{Html, Node};

/// Its findings are true ones, so that pages tell of them.
fn ministry() -> Site {
    Site::built(&folder("ministero-con-parole"), &["--base-url", BASE])
}

/// Our words, and what a reader must not find in their place.
const OURS: [&str; 12] = [
    "area",
    "aree",
    "servizio",
    "servizi",
    "smart team",
    "smart-team",
    "processo",
    "processi",
    "smartabilità",
    "smartabili",
    "rischio",
    "rischi",
];

/// What people read of a page: its texts, and the attributes that are read aloud or shown.
pub fn read(page: &str) -> String {
    let page = Html::parse_document(page);
    let mut read = String::new();
    for node in page.tree.root().descendants() {
        let parent = node.parent().and_then(|parent| parent.value().as_element());
        let parent = parent.map(|element| (element.name(), element.attr("class").unwrap_or_default()));
        // The page of the data names the keys of the files.
        let is_key = node
            .ancestors()
            .any(|above| above.value().as_element().is_some_and(|cell| cell.attr("class") == Some("codice")));
        match node.value() {
            Node::Text(_) if is_key => {}
            Node::Text(text) if !matches!(parent, Some(("style" | "script" | "code", _))) => {
                read.extend([&**text, "\n"]);
            }
            Node::Element(element) => {
                let shown = ["title", "aria-label", "alt", "placeholder", "label", "data-nome", "data-voci"];
                let description = (element.name() == "meta").then(|| element.attr("content")).flatten();
                let description = description.filter(|content| !content.contains("://"));
                let attributes = element.attrs().filter(|(name, _)| shown.contains(name)).map(|(_, value)| value);
                attributes.chain(description).for_each(|text| read.extend([text, "\n"]));
            }
            _ => {}
        }
    }
    read
}

/// The texts of a file of JSON that are no addresses, no names of files and no keys.
fn texts(json: &serde_json::Value, found: &mut Vec<String>) {
    match json {
        serde_json::Value::String(text) if !text.contains('/') && !text.contains('.') || is_sentence(json) => {
            found.extend(json.as_str().map(str::to_owned));
        }
        serde_json::Value::Array(all) => all.iter().for_each(|one| texts(one, found)),
        serde_json::Value::Object(all) => all.values().for_each(|one| texts(one, found)),
        _ => {}
    }
}

fn is_sentence(json: &serde_json::Value) -> bool {
    json.as_str().is_some_and(|text| text.contains(' '))
}

/// One of our words that stands in a text as a word of its own.
pub fn ours(text: &str) -> Option<String> {
    let text = text.to_lowercase().replace(['\u{a0}', '\n'], " ");
    let is_letter =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || "-_".contains(letter));
    OURS.iter().find_map(|word| {
        let (at, _) = text.match_indices(word).find(|(at, _)| {
            !is_letter(text[..*at].chars().next_back()) && !is_letter(text[at + word.len()..].chars().next())
        })?;
        let start = text[..at].char_indices().rev().nth(50).map_or(0, |(start, _)| start);
        Some(format!("«{word}»: …{}…", text[start..].chars().take(120).collect::<String>()))
    })
}

/// What a file of the site says to people; nothing of files for programs alone.
fn spoken(site: &Site, path: &str) -> Option<String> {
    let text = || site.text(path);
    if path.ends_with(".html") {
        return Some(read(text()));
    }
    if path.ends_with("-excel.csv") {
        return text().lines().next().map(str::to_owned);
    }
    if path.ends_with(".jsonld") {
        let mut found = Vec::new();
        texts(&serde_json::from_str(text()).expect("JSON"), &mut found);
        return Some(found.join("\n"));
    }
    None
}

#[test]
fn our_words_stand_nowhere() {
    let site = ministry();
    let mut read = 0;
    for path in site.paths().collect::<Vec<_>>() {
        let Some(text) = spoken(&site, path) else { continue };
        read += 1;
        // The words of the answers for a group are those that its row has.
        let found = ours(&text);
        assert!(found.is_none(), "{path} says {}", found.unwrap_or_default());
    }
    assert!(read > 80, "{read}");
    let index = site.text("2026-2028/cerca/indice.js");
    for kind in [
        "\"Dipartimento\",\"Dipartimenti\"",
        "\"Ufficio\",\"Uffici\"",
        "\"Unità\",\"Unità\"",
        "\"Attività\",\"Attività\"",
    ] {
        assert!(index.contains(kind), "no {kind} in {}", &index[..400]);
    }
    assert!(!index.contains("\"Processo\"") && !index.contains("\"Servizio\""));
}

#[test]
fn addresses_and_keys_are_what_they_were() {
    let site = ministry();
    for path in ["aree/rilievi", "servizi/campo", "smart-team/restauro", "processi/10-1-b", "processi/per-rischio/alta"]
    {
        assert!(site.paths().any(|there| there == format!("2026-2028/{path}/index.html")), "{path}");
    }
    let head = site.text("2026-2028/dati/processi.csv").lines().next().unwrap_or_default();
    let keys = "codice,rischio,processo,finalita,input,fasi,output,area,smart_team,smartabilita,supporti_cartacei,servizio,\
                percentuale,software,presidio";
    assert_eq!(head, keys);
}

#[test]
fn sentences_agree_with_the_words() {
    let site = ministry();
    let page = |path: &str| said(site.text(&format!("2026-2028/{path}index.html")));
    for (path, sentence) in [
        (
            "processi/10-3-b/",
            "L'attività 10-3-B riguarda l'Ufficio di campo e l'Ufficio Rilievi di mare, con tutte le loro Unità, nel Dipartimento dei rilievi.",
        ),
        ("processi/20-1-a/", "l'Unità Restauro; la Tavola 1 attribuisce l'attività al Dipartimento dei rilievi."),
        (
            "processi/30-2-b/",
            "riguarda il Dipartimento Archivi. Non si può svolgere in modalità agile. Criticità: dato non indicato.",
        ),
        ("", "6 attività: 2 sì, 2 in parte, 2 no. La quota più alta di attività da svolgere in modalità agile"),
        (
            "",
            "Il Dipartimento è quello delle Unità nell'organizzazione. Per 1 attività la Tavola 1 ne indica un altro.",
        ),
        ("", "Un'attività di più Unità è contata per ciascuna, e una volta sola nel totale."),
        ("", "Attività proprie"),
        ("servizi/", "Un Ufficio conta anche ciò che è degli Uffici che ne fanno parte"),
        ("servizi/", "L'attività comune a tutte le Unità è contata soltanto nel totale."),
        ("processi/", "Nessun'attività ha insieme tutto ciò che è stato scelto."),
        ("processi/", "e chi la svolge."),
        ("smart-team/sondaggi/", "continua in più Unità"),
        ("cambiamenti/", "Attività cambiate"),
        ("cambiamenti/", "Che cosa è cambiato, attività per attività"),
        ("dati/", "«si» se il Dipartimento non c'è più"),
        ("glossario/", "Un'attività può avere più avvii."),
    ] {
        let text = page(path);
        assert!(text.contains(sentence), "{path}: no «{sentence}» in {text}");
    }
    let services = rows(&site, "2026-2028/servizi/index.html", ".servizi");
    assert_eq!(row(&services, "Ufficio")[..3], ["Ufficio", "Attività", "Persone al 31 dicembre 2025"]);
}

#[test]
fn our_words_stand_on_no_sheet() {
    for document in crate::pdf::documents_of(&folder("ministero-con-parole"), None) {
        let data = document.files.iter().find(|file| file.path == "data.json").expect("the data of a sheet");
        let mut found = Vec::new();
        texts(&serde_json::from_slice(&data.bytes).expect("JSON"), &mut found);
        // The names of tables and of columns stand beside their titles, for the templates.
        found.retain(|text| text.chars().next().is_some_and(|first| first.is_uppercase() || text.contains(' ')));
        let said = ours(&found.join("\n"));
        assert!(said.is_none(), "{}: {}", document.path, said.unwrap_or_default());
    }
}

#[test]
fn findings_speak_in_the_words_of_the_edition() {
    let found = crate::found::findings(&folder("ministero-con-parole"));
    let messages: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
    for said in [
        "l'attività `20-1-A` è messa nel Dipartimento «Dipartimento dei rilievi», ma le sue Unità sono in «Archivi»",
        "«Legatoria» non è il nome di nessun Ufficio",
        "manca `rischio` per l'attività `30-2-B`: la maggior parte delle altre righe lo dice",
    ] {
        assert!(messages.contains(&said), "no «{said}» in {messages:#?}");
    }
}

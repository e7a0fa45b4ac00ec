//! An annex whose administration has a word of its own for everything: nowhere does one of ours stand.

use super::folder;
use super::told::{row, rows, said};
use crate::site::built::{BASE, Site};
use piao::load::Overlay;
use scraper::{Html, Node};
use std::collections::BTreeSet;
use std::fs;

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
fn read(page: &str) -> String {
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
fn ours(text: &str) -> Option<String> {
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
        ("", "6 attività: 2 sì, 2 in parte, 2 no. Il Dipartimento che ne ha di più"),
        (
            "",
            "Il Dipartimento è quello delle Unità nell'organizzazione. Per 1 attività la Tavola 1 ne indica un altro.",
        ),
        ("", "Un'attività che riguarda più Unità è contata per ciascuna: "),
        ("", "Criticità: alta. 1 attività: 1 in parte."),
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
        "manca `rischio` per l'attività `30-2-B`: quasi tutte le altre righe lo dicono",
    ] {
        assert!(messages.contains(&said), "no «{said}» in {messages:#?}");
    }
}

/// Faults of every kind: the file of the edition, what stands in it, and what is put in its place.
const DAMAGES: &[(&str, &str, &str)] = &[
    ("processi", "smart_team: [topografi]", "smart_team: [topografi, topografi]"),
    ("processi", "smart_team: [topografi]", "smart_team: [topografo]"),
    ("processi", "smart_team: [topografi]", "smart_team: [campo]"),
    ("processi", "smart_team: [topografi]", "smart_team: [tutti, topografi]"),
    ("processi", "smart_team: [topografi]", "smart_team: [rilievi]"),
    ("processi", "    smart_team: [topografi]\n", ""),
    ("processi", "smart_team: [topografi]", "smart_team: [topografi]\n    servizio: campo"),
    ("processi", "servizio: [campo, mare]", "servizio: [campo, campo]"),
    ("processi", "servizio: [campo, mare]", "servizio: [campo, topografi]"),
    ("processi", "servizio: [campo, mare]", "servizio: [campo, marr]"),
    ("processi", "area: [archivi]", "area: [archivi, archivi]"),
    ("processi", "area: [archivi]", "area: [archivo]"),
    ("processi", "area: [archivi]", "area: [catasti]"),
    ("processi", "smart_team: [restauro]", "smart_team: [restauro, disegno]"),
    ("processi", "input: [Incarico]", "input: []"),
    ("processi", "fasi: [Disegno]", "fasi: []"),
    ("processi", "output: [Quote]", "output: []"),
    ("processi", "codice: 10-2-M", "codice: 10-1-B"),
    ("processi", "codice: 10-2-M", "codice: 10-01-B"),
    ("processi", "codice: 10-2-M", "codice: 10-9-M"),
    ("processi", "codice: 10-2-M", "codice: 99-2-M"),
    ("processi", "codice: 10-2-M", "codice: 20-2-M"),
    ("processi", "codice: 10-2-M", "codice: \"10?2\""),
    ("processi", "percentuale: 40", "percentuale: 140"),
    ("processi", "percentuale: 40", "percentuale: 100"),
    ("processi", "smartabilita: \"no\"", "smartabilita: si"),
    ("processi", "smartabilita: \"no\"", "smartabilita: forse"),
    ("processi", "rischio: alta", "rischio: altina"),
    ("processi", "    rischio: alta\n", ""),
    ("processi", "    processo: Turni in mare\n", ""),
    ("processi", "presidio: carte", "presidio: carta"),
    ("processi", "processo: Turni in mare", "processo: Relazioni In mare"),
    (
        "processi",
        "finalita: Coprire i turni",
        "finalita: &x Misurare con il teodolite antico le altitudini del promontorio settentrionale e delle isole",
    ),
    ("servizi", "area: archivi", "area: archivo"),
    ("servizi", "area: archivi", "area: catasti"),
    ("servizi", "parte_di: campo", "parte_di: mare"),
    ("servizi", "area: rilievi, prefisso: \"10\"", "parte_di: mare, prefisso: \"10\""),
    ("servizi", "prefisso: \"20\"", "prefisso: \"10\""),
    (
        "servizi",
        "  - { id: archivi, nome: Archivi }",
        "  - { id: archivi, nome: Archivi }\n  - { id: soli, nome: Soli }",
    ),
    ("servizi", "  - { id: archivi, nome: Archivi }", "  - { id: rilievi, nome: Archivi }"),
    ("servizi", "id: mare, nome: Rilievi di mare", "id: campo, nome: Ufficio di campi"),
    ("servizi", "nome: Rilievi di mare", "nome: Ufficio di campo"),
    ("servizi", "sede: Molo 4", "sede: Molo 4 }\n  - { id: vuoto, nome: Vuoto, area: archivi"),
    ("smart-team", "id: sondaggi, nome: Sondaggi", "id: disegno, nome: Sondaggi"),
    ("smart-team", "servizio: mare", "servizio: marr"),
    ("smart-team", "servizio: mare", "servizio: archivi"),
    ("smart-team", "nome: Sondaggi", "nome: Topografi"),
    (
        "smart-team",
        "nome: Unità Disegno, servizio: campo, smartabilita: smartabile",
        "nome: Unità Disegno, servizio: campo, smartabilita: non smartabile",
    ),
    ("smart-team", "note: {", "  - { id: soli, nome: Soli, servizio: mare, smartabilita: smartabile }\nnote: {"),
    ("attuazione", "smart_team: Restauro, dipendenti: 7", "smart_team: Restauri, dipendenti: 7"),
    ("attuazione", "servizio: Carte antiche, smart_team: Restauro", "servizio: Ufficio di campo, smart_team: Restauro"),
    ("attuazione", "area: Archivi, servizio: Carte antiche", "area: Archivio, servizio: Carte antike"),
    ("attuazione", "area: Archivi, servizio: Carte antiche, smart_team: Restauro, ", ""),
    ("attuazione", "continua_in: [disegno, sondaggi]", "continua_in: [disegno, disegno]"),
    ("attuazione", "continua_in: [disegno, sondaggi]", "continua_in: [disegni]"),
    (
        "attuazione",
        "smart_team: Topografi, giorni_settimana: 1",
        "smart_team: Topografi, giorni_settimana: non smartabile",
    ),
    ("attuazione", "smart_team: Topografi, giorni_settimana: 1", "smart_team: Topografi, giorni_settimana: boh"),
    ("attuazione", "smart_team: Legatoria, giorni", "smart_team: Restauro, giorni"),
    ("esclusioni", "smart_team: [sondaggi]", "smart_team: [sondaggi, sondaggi]"),
    ("esclusioni", "smart_team: [sondaggi]", "smart_team: [sondaggio]"),
    ("edizione", "\"30\": Comuni", "\"40\": Comuni"),
];

#[test]
fn no_finding_speaks_in_our_words() {
    let root = folder("ministero-con-parole");
    let mut rules = BTreeSet::new();
    let mut wrong = Vec::new();
    let mut messages = Vec::new();
    for (file, replace, with) in DAMAGES {
        let path = format!("data/2026-2028/{file}.yaml");
        let text = fs::read_to_string(root.join(&path)).expect("a file of the ministry");
        assert!(text.contains(replace), "{file}: no {replace}");
        let overlay = Overlay::from([(path, text.replacen(replace, with, 1))]);
        for finding in crate::found::checked(&root, &overlay).1 {
            rules.insert(finding.rule.code);
            let related = finding.related.iter().map(|label| label.message.as_str());
            let said = [finding.message.as_str(), &finding.label].into_iter().chain(finding.help.as_deref());
            // Keys stand between backticks, and files keep their names.
            let texts = said.chain(related).flat_map(|text| text.split('`').step_by(2));
            for text in texts {
                let text = text.replace("smart-team.yaml", "").replace("servizi.yaml", "");
                wrong.extend(ours(&text).map(|found| format!("{} of {with:?}: {found}", finding.rule.code)));
            }
            messages.push(finding.message);
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(rules.len() > 25, "{rules:?}");
    for said in [
        "l'Unità «topografi» è già in questo elenco",
        "l'attività non dice a chi compete: manca `smart_team`, `servizio` o `area`",
        "il codice `10-1-B` è già di un'altra attività",
        "l'identificativo `rilievi` è già di un altro Dipartimento",
        "la percentuale dell'attività `20-1-A` supera 100",
        "nessun'attività ha il prefisso comune `40`",
        "l'Ufficio «Rilievi di mare» è detto parte di sé stesso",
    ] {
        assert!(messages.iter().any(|message| message == said), "no «{said}» in {messages:#?}");
    }
}

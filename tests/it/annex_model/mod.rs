//! `modello.yaml`: what an administration adds to the usual annex, wherever it shows.

mod figures;
mod filters;
mod numbers;
mod order;
mod scale;
mod words;

use crate::folder::{Folder, repository};
use crate::found::findings;
use crate::run::Run;
use crate::site::built::{BASE, Site, select, within, words};
use piao::comparison::Comparison;
use piao::load::load;
use scraper::Html;

const PROCESSES: &str = "2026-2028/processi/index.html";

fn university() -> Site {
    let folder = repository().join("tests/administrations/ateneo-con-modello");
    Run::new(&folder, ["check", "--strict"]).err("nessun errore, nessun avviso, nessuna nota\n").run();
    Site::built(&folder, &["--base-url", BASE])
}

fn headings(site: &Site, path: &str, table: &str) -> Vec<String> {
    let page = Html::parse_document(site.text(path));
    let table = select(&page, table).into_iter().next().unwrap_or_else(|| panic!("{path} has no {table}"));
    within(&table, "thead th").iter().map(words).collect()
}

/// The starter with a model, and lines added to its first process.
fn starter(model: &str, lines: &str) -> Folder {
    let folder = Folder::starter();
    folder.write("modello.yaml", model);
    let text = folder.read("processi.yaml");
    let (head, tail) = text.split_once("    smartabilita: ").expect("a process");
    folder.write("processi.yaml", format!("{head}{lines}    smartabilita: {tail}"));
    folder
}

#[test]
fn own_columns_show_in_every_place() {
    let site = university();
    let table = headings(&site, PROCESSES, ".tavola-processi");
    let own = ["Area di rischio", "Macroprocesso", "Banche dati", "Con pubblico", "Durata in mesi", "Ultima revisione"];
    for heading in own.iter().chain(&["Codice PTPC", "Scheda", "Collabora con"]) {
        assert!(table.iter().any(|one| one.contains(heading)), "{heading}: {table:?}");
    }
    let page = site.text("2026-2028/processi/ar1-mp2-p3/index.html");
    for said in [
        "<dt>Con pubblico</dt><dd>Sì</dd>",
        "<dt>Durata in mesi</dt><dd>4,5</dd>",
        "15 gennaio 2026",
        "href=\"https://www.ateneo.esempio.it/concorsi\"",
        "servizi/risorse-umane/index.html\">Area Risorse Umane</a>",
        "<li>Portale concorsi</li>",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(site.text("2026-2028/servizi/concorsi/index.html").contains("<dt>Sede</dt><dd>Palazzo centrale</dd>"));
    let csv = site.text("2026-2028/dati/processi.csv");
    let head = "codice,rischio,processo,input,fasi,output,smartabilita,servizio,area_di_rischio,macroprocesso,banche_dati,pubblico,durata,ultima_revisione,scheda,collabora";
    assert_eq!(csv.lines().next(), Some(head));
    assert!(csv.contains(",Concorsi e selezioni,Reclutamento,Portale concorsi; Protocollo,si,4.5,2026-01-15,https://www.ateneo.esempio.it/concorsi,risorse-umane"), "{csv}");
    let json: serde_json::Value = serde_json::from_str(site.text("2026-2028/dati/processi.json")).expect("JSON");
    assert_eq!(json[0]["durata"], 4.5);
    assert_eq!(json[2]["collabora"], serde_json::json!(["concorsi", "risorse-umane"]));
    let data = site.text("2026-2028/dati/index.html");
    assert!(data.contains("Il macroprocesso a cui appartiene"), "{data}");
    assert!(data.contains("Area di rischio: Concorsi e selezioni, Studenti"), "{data}");
}

#[test]
fn what_is_not_for_paper_or_not_published_shows_nowhere_there() {
    let site = university();
    assert!(
        !headings(&site, "2026-2028/stampa/processi/index.html", ".tavola-processi").contains(&"Scheda".to_owned())
    );
    assert!(headings(&site, PROCESSES, ".tavola-processi").contains(&"Scheda".to_owned()));
    // The archive of the open data holds the same files.
    for path in site.paths().filter(|path| !path.ends_with(".xlsx") && !path.ends_with(".zip")) {
        let text = site.text(path);
        assert!(!text.contains("riservato") && !text.contains("valutatore"), "{path}");
    }
}

#[test]
fn rows_are_filtered_by_own_columns() {
    let site = university();
    let page = Html::parse_document(site.text(PROCESSES));
    let choices = |key: &str| -> Vec<String> {
        let found = select(&page, &format!("select[name='colonna-{key}'] option"));
        found.iter().map(words).collect()
    };
    assert_eq!(choices("area_di_rischio"), ["Qualsiasi", "Concorsi e selezioni (3)", "Studenti (1)"]);
    assert_eq!(choices("macroprocesso"), ["Qualsiasi", "Assegni (1)", "Carriere (1)", "Reclutamento (2)"]);
    assert_eq!(choices("pubblico"), ["Qualsiasi", "sì (1)", "no (1)"]);
    assert_eq!(choices("collabora"), ["Qualsiasi", "Area Risorse Umane (2)", "Unità Concorsi (1)"]);
    assert!(choices("durata").is_empty());
    let rows = select(&page, "tr[data-colonna-collabora='unita-concorsi area-risorse-umane']");
    assert_eq!(rows.len(), 1);
}

#[test]
fn the_title_of_a_table_is_its_name_everywhere() {
    let site = university();
    let title = "Mappatura dei processi di Ateneo";
    for path in [PROCESSES, "2026-2028/index.html", "2026-2028/dati/index.html", "2026-2028/cerca/index.html"] {
        let page = site.text(path);
        assert!(page.contains(title) && !page.contains("Tavola 1 –"), "{path}");
    }
    assert!(site.text("2026-2028/dati/catalogo.jsonld").contains(title));
    assert!(site.text("2026-2028/stampa/processi/index.html").contains(title));
}

#[test]
fn sentences_call_the_table_by_its_own_title() {
    let site = university();
    let glossary = site.text("2026-2028/glossario/index.html");
    assert!(
        glossary.contains("Nella tavola «Mappatura dei processi di Ateneo» ogni riga è un processo."),
        "{glossary}"
    );
    let folder = starter("tavole: { processi: { titolo: Catalogo dei procedimenti } }\n", "");
    folder.edit("/content/2026-2028/01-premessa.md", "[Tavola 1](processi/)", "[tavola](processi/)");
    let starter = Site::built(folder.root(), &[]);
    for (built, path) in [&site, &starter].into_iter().flat_map(|site| site.paths().map(move |path| (site, path))) {
        if path.ends_with("index.html") {
            assert!(!built.text(path).contains("Tavola 1"), "{path}");
        }
    }
}

#[test]
fn own_values_are_checked_like_ours() {
    let columns = "tavole: { processi: { colonne: { fascia: { titolo: Fascia, tipo: scelta, valori: [Alta, Bassa] }, mesi: { titolo: Mesi, tipo: numero }, dal: { titolo: Dal, tipo: data }, aperto: { titolo: Aperto, tipo: si-no }, pagina: { titolo: Pagina, tipo: indirizzo }, presso: { titolo: Presso, tipo: riferimento, a: area }, voci: { titolo: Voci, tipo: elenco }, testo: { titolo: Testo, tipo: testo } } } }\n";
    for (line, code) in [
        ("fascia: media", "LA101"),
        ("fascia: ALTA", "LA102"),
        ("mesi: molti", "LA012"),
        ("dal: 31/02/2026", "LA011"),
        ("aperto: forse", "LA101"),
        ("pagina: www.esempio.it", "LA112"),
        ("presso: inesistente", "LA203"),
        ("voci: [uno; due]", "LA108"),
        ("testo: [uno, due]", "LA006"),
        ("testo: Testo  con   spazi", "LA501"),
        ("fasca: Alta", "LA007"),
    ] {
        let folder = starter(columns, &format!("    {line}\n"));
        let found = findings(folder.root());
        let codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [code], "{line}: {found:#?}");
        assert!(found[0].file.ends_with("processi.yaml"), "{line}");
    }
    for line in ["fascia: Alta", "mesi: -2,5", "presso: risorse", "aperto: no", "testo: Un testo", "voci: []"] {
        let found = findings(starter(columns, &format!("    {line}\n")).root());
        assert!(found.is_empty(), "{line}: {found:#?}");
    }
}

#[test]
fn a_required_column_is_asked_of_every_record() {
    let model = "tavole: { processi: { colonne: { fascia: { titolo: Fascia, obbligatoria: si } } } }\n";
    let found = findings(starter(model, "    fascia: Alta\n").root());
    assert!(!found.is_empty() && found.iter().all(|finding| finding.code == "LA008"), "{found:#?}");
    assert!(found.iter().all(|finding| finding.message.contains("`fascia`")), "{found:#?}");
}

#[test]
fn mistakes_of_the_model_are_told_at_their_place() {
    let column = |text: &str| format!("tavole:\n  processi:\n    colonne:\n      {text}\n");
    for (model, line, code, said) in [
        ("tavole:\n  procesi: { titolo: Catalogo }\n".to_owned(), 2, "LA024", "la tavola `procesi` non esiste"),
        (column("finalita: { titolo: Scopo, tipo: elenco }"), 4, "LA024", "`finalita` è già una colonna"),
        (column("nota: { titolo: Nota, tipo: testo }"), 4, "LA024", "`nota` è già una colonna"),
        (column("fascia: { titolo: Fascia, tipo: scelta }"), 4, "LA024", "non ha `valori`"),
        (column("fascia: { titolo: Fascia, tipo: testo, valori: [a] }"), 4, "LA024", "`valori` ha senso"),
        (column("presso: { titolo: Presso, tipo: riferimento }"), 4, "LA024", "non ha `a`"),
        (column("Fascia A: { titolo: Fascia }"), 4, "LA024", "non può essere la chiave"),
        (column("fascia: Fascia"), 4, "LA024", "un testo solo non l'aggiunge"),
        (column("fascia: { titolo: Fascia, tipo: colore }"), 4, "LA101", "`colore`"),
        (column("fascia: { tipo: testo }"), 4, "LA008", "`titolo`"),
        (column("fascia: { titolo: Fascia, tippo: testo }"), 4, "LA007", "`tippo`"),
        ("scale: { smartabilita: { si: [Totale], no: [totale] } }\n".to_owned(), 1, "LA024", "sta due volte"),
        ("scale: { smartabilita: { si: [\"no\"] } }\n".to_owned(), 1, "LA024", "un'altra risposta"),
        ("scale: { smartabilita: { forse: [a] } }\n".to_owned(), 1, "LA007", "`forse`"),
        (
            "tavole: { formazione: { colonne: { dipendenti: { titolo: Ore } } } }\n".to_owned(),
            1,
            "LA024",
            "`dipendenti` è già una colonna",
        ),
        (column("fascia: { titolo: Fascia, filtro: si, pubblica: no }"), 4, "LA024", "la colonna non si pubblica"),
        ("scale: { rischio: [alto] }\n".to_owned(), 1, "LA024", "1 grado"),
        ("scale: { rischio: [a, b, c, d, e, f, g, h] }\n".to_owned(), 1, "LA024", "8 gradi"),
    ] {
        let found = findings(starter(&model, "").root());
        let [found] = found.as_slice() else { panic!("{model}: {found:#?}") };
        assert_eq!((found.code, found.line), (code, line), "{model}");
        assert!(found.message.contains(said) && found.file.ends_with("modello.yaml"), "{found:#?}");
    }
}

#[test]
fn two_editions_are_compared_by_their_own_columns() {
    let model = "tavole: { processi: { colonne: { fascia: { titolo: Fascia, tipo: testo } } } }\n";
    let (before, after) = (starter(model, "    fascia: Alta\n"), starter(model, "    fascia: Bassa\n"));
    let loaded = |folder: &Folder| load(folder.root()).expect("the folder").annex.editions.remove(0);
    let comparison = Comparison::between(&loaded(&before), &loaded(&after));
    let [change] = comparison.processes.changed.as_slice() else { panic!("{comparison:#?}") };
    assert_eq!(change.fields.len(), 1);
    let field = &change.fields[0];
    assert_eq!(
        (&*field.key, &*field.before, &*field.after),
        ("fascia", &["Alta".to_owned()][..], &["Bassa".to_owned()][..])
    );
}

#[test]
fn the_schema_knows_own_columns() {
    let folder = starter(
        "tavole: { processi: { colonne: { fascia: { titolo: Fascia, tipo: scelta, valori: [Alta] } } } }\n",
        "",
    );
    let out = folder.piao(["schema", "processi"]).run().out;
    let schema: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let key = &schema["properties"]["processi"]["items"]["properties"]["fascia"];
    assert!(key.to_string().contains("Alta"), "{key}");
}

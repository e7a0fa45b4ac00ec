//! Lists that are too long for one page.

use super::built::{Site, attributes, select, words};
use super::small::{pages_of, small};
use crate::folder::Folder;
use piao::routes::Part;
use piao::scaffold::EDITION;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::OnceLock;

/// How many processes and programs there are: two whole pages and half of a third.
const ROWS: usize = 2 * Part::ROWS + Part::ROWS / 2;

/// A small administration with many processes, all of one team, and many programs.
fn large() -> Folder {
    let folder = small();
    let mut processes = "processi:\n".to_owned();
    let mut programs = "software:\n".to_owned();
    for number in 1..=ROWS {
        let answer = if number % 5 == 0 { "no" } else { "si" };
        let _ = writeln!(
            processes,
            "  - {{ codice: 1-{number}-B, rischio: basso, processo: Processo {number}, finalita: F, input: [a], fasi: [b], \
             output: [c], smart_team: [team], smartabilita: {answer} }}"
        );
        let _ = writeln!(programs, "  - {{ nome: Programma {number}, scopo: S }}");
    }
    folder.write("/data/2025-2027/processi.yaml", processes);
    folder.write("/data/2025-2027/software.yaml", programs);
    let mut teams = folder.read("/data/2025-2027/smart-team.yaml");
    for number in 0..Part::ROWS {
        let _ = writeln!(
            teams,
            "  - {{ id: altro-{number}, nome: Altro {number}, servizio: serv, smartabilita: smartabile }}"
        );
    }
    folder.write("/data/2025-2027/smart-team.yaml", teams);
    folder.write(
        "/content/2025-2027/02-programmi.md",
        "---\ntitolo: Programmi\nordine: 2\n---\n\n{{ tabella(\"software\") }}\n",
    );
    folder
}

fn site() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| pages_of(&large()))
}

/// The pages of a list, from that of its first part.
fn parts(first: &str) -> Vec<String> {
    let folder = first.strip_suffix("index.html").expect("a page");
    let others = (2..).map(|number| format!("{folder}pagina/{number}/index.html"));
    [first.to_owned()].into_iter().chain(others).take_while(|path| site().has(path)).collect()
}

#[test]
fn a_long_list_is_divided_and_loses_no_row() {
    for (first, rows, links) in [
        ("2025-2027/software/index.html", ROWS, "tbody th"),
        ("2025-2027/processi/index.html", ROWS, ".apribile tbody th"),
        ("2025-2027/smart-team/index.html", Part::ROWS + 1, "tbody th"),
        ("2025-2027/processi/per-rischio/basso/index.html", ROWS, "tbody th"),
        ("2025-2027/processi/per-smartabilita/si/index.html", ROWS / 5 * 4, "tbody th"),
        ("2025-2027/smart-team/team/index.html", ROWS, ".elenco-processi tbody th"),
        ("2025-2027/servizi/serv/index.html", ROWS, ".elenco-processi tbody th"),
        ("2025-2027/aree/area-a/index.html", ROWS, ".elenco-processi tbody th"),
    ] {
        let pages = parts(first);
        assert_eq!(pages.len(), rows.div_ceil(Part::ROWS), "{first}");
        let mut found = Vec::new();
        for path in &pages {
            let page = site().page(path);
            let names: Vec<String> = select(&page, links).iter().map(words).collect();
            assert!(names.len() <= Part::ROWS, "{path}");
            found.extend(names);
        }
        assert_eq!(found.len(), rows, "{first}");
        assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), rows, "{first}: no row twice");
    }
}

#[test]
fn every_part_says_which_it_is_and_leads_to_the_others() {
    let first = "2025-2027/software/index.html";
    let pages = parts(first);
    let titles: BTreeSet<String> = pages.iter().map(|path| words(&select(&site().page(path), "title")[0])).collect();
    assert_eq!(titles.len(), pages.len(), "{titles:?}");
    for (number, path) in pages.iter().enumerate() {
        let page = site().page(path);
        let here = select(&page, "#pagine [aria-current='page']");
        let named: Vec<String> = here.iter().map(words).collect();
        let (from, to) = (number * Part::ROWS + 1, ((number + 1) * Part::ROWS).min(ROWS));
        assert_eq!(named, [format!("Da Programma {from} a Programma {to}")], "{path}");
        assert_eq!(words(&select(&page, "#pagine h2")[0]), "Pagine della tavola");
        for relation in ["prev", "next"] {
            let there = relation == "next" && number + 1 < pages.len() || relation == "prev" && number > 0;
            for place in ["link", "#pagine a"] {
                let found = attributes(&page, &format!("{place}[rel={relation}]"), "href");
                assert_eq!(found.len(), usize::from(there), "{path}: {place} {relation}");
            }
        }
        let folder = std::path::Path::new(path).parent().expect("a folder");
        for link in attributes(&page, "#pagine a", "href") {
            let mut whole = Vec::new();
            for part in folder.join(&link).components() {
                match part.as_os_str().to_str().expect("UTF-8") {
                    ".." => drop(whole.pop()),
                    part => whole.push(part.to_owned()),
                }
            }
            assert!(pages.contains(&whole.join("/")), "{path}: {link}");
        }
    }
    let second = site().page(&pages[1]);
    assert_eq!(words(&select(&second, "h1")[0]), "Elenco dei programmi informatici (software), pagina 2 di 3");
    assert!(select(&second, ".menu [aria-current='page']").is_empty(), "the menu leads to the first");
}

#[test]
fn a_row_keeps_its_number_on_the_page_that_holds_it() {
    let pages = parts("2025-2027/software/index.html");
    let row = 2 * Part::ROWS + 7;
    let page = site().page(&pages[2]);
    let found = select(&page, &format!("#tavola_software_{row} th"));
    assert_eq!(found.iter().map(words).collect::<Vec<_>>(), [format!("Programma {row}")]);
    let cards: Vec<&str> = site().paths().filter(|path| path.contains("/cerca/") && path.ends_with(".js")).collect();
    let led = |address: &str| cards.iter().any(|path| site().text(path).contains(address));
    assert!(led(&format!("software/pagina/3/index.html#tavola_software_{row}\"")), "the search leads there");
    assert!(!led(&format!("software/index.html#tavola_software_{row}\"")));
}

#[test]
fn a_chapter_has_the_beginning_and_paper_the_whole() {
    let chapter = site().page("2025-2027/programmi/index.html");
    assert_eq!(select(&chapter, "tbody tr").len(), Part::ROWS);
    let onward = attributes(&chapter, ".prosa p.nota a", "href");
    assert_eq!(onward, ["../software/index.html"]);
    for (paper, rows) in [
        ("2025-2027/stampa/software/index.html", "tr[id^='tavola_software_']"),
        ("2025-2027/stampa/allegato/index.html", "tr[id^='programmi--tavola_software_']"),
    ] {
        assert_eq!(select(&site().page(paper), rows).len(), ROWS, "{paper}");
    }
}

#[test]
fn the_first_page_of_the_processes_answers_for_all_of_them() {
    let first = site().page("2025-2027/processi/index.html");
    let counters: Vec<String> = select(&first, ".contatore .conto").iter().map(words).collect();
    assert_eq!(counters, [ROWS / 5 * 4, ROWS / 5].map(|count| count.to_string()), "no row is done in part");
    assert_eq!(attributes(&first, "main script[defer]", "src"), ["../../risorse/parole.js", "../../risorse/pagine.js"]);
    assert_eq!(attributes(&first, "#filtri", "data-tabella"), ["filtri_trovate"]);
    assert_eq!(select(&first, "#filtri_righe #filtri_trovate, #filtri_righe #filtri_tutti").len(), 2);

    let script = site().text("2025-2027/processi/elenco.js");
    let data = script.strip_prefix("piaoElenco(").and_then(|text| text.strip_suffix(");\n")).expect("a call");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(
        data["chiavi"],
        serde_json::json!(["area", "servizio", "smart-team", "smartabilita", "rischio", "carta"])
    );
    let rows = data["righe"].as_array().expect("rows");
    assert_eq!(rows.len(), ROWS);
    let expected = ["", "1-5-B", "Processo 5", "area-a", "serv", "team", "no", "basso", "non-indicato"];
    assert_eq!(rows[4], serde_json::json!(expected));
    // The choices that the page would grow with come with the rows; the others stand on it.
    let teams = &data["scelte"].as_array().expect("questions")[..];
    assert_eq!(teams.len(), 1);
    assert_eq!(
        (&teams[0]["chiave"], teams[0]["voci"].as_array().map(Vec::len)),
        (&"smart-team".into(), Some(Part::ROWS + 1))
    );
    assert_eq!(select(&first, "[name=smart-team] option").len(), 1);
    assert_eq!(select(&first, "[name=area] option").len(), 2);
}

#[test]
fn the_further_pages_lead_to_the_filters_and_a_process_to_its_row() {
    let third = site().page("2025-2027/processi/pagina/3/index.html");
    assert!(select(&third, "#filtri, script[src]").is_empty());
    assert_eq!(attributes(&third, "main > p a", "href")[0], "../../../processi/index.html");
    let number = 2 * Part::ROWS + 3;
    assert_eq!(select(&third, &format!("#tavola_processi_{number}")).len(), 1);
    let process = site().page(&format!("2025-2027/processi/1-{number}-b/index.html"));
    let back = attributes(&process, ".percorso a", "href");
    let row = format!("../../processi/pagina/3/index.html#tavola_processi_{number}");
    assert!(back.contains(&row), "{back:?}");
}

#[test]
fn a_theme_that_shows_no_ways_to_other_pages_has_whole_lists() {
    let folder = large();
    let ente = folder.read("/data/ente.yaml");
    folder.write("/data/ente.yaml", ente + "aspetto: mio\n");
    let rows = "{% for row in page.table.data.rows %}<p>{{ row.name }}</p>{% endfor %}";
    folder.write("/themes/mio/templates/software.html", rows);
    let site = pages_of(&folder);
    assert_eq!(select(&site.page("2025-2027/software/index.html"), "p").len(), ROWS);
    assert!(!site.has("2025-2027/software/pagina/2/index.html"), "the rows are all on the first");
    assert!(site.has("2025-2027/processi/pagina/2/index.html"), "the other lists are divided as usual");
    let chapter = site.page("2025-2027/programmi/index.html");
    assert_eq!((select(&chapter, "tbody tr").len(), select(&chapter, ".prosa p.nota a").len()), (ROWS, 0));
}

#[test]
fn a_list_that_fits_has_one_page() {
    let real = Site::real();
    let of_parts = |path: &str| path.contains("/pagina/") || path.ends_with("elenco.js") || path.ends_with("pagine.js");
    assert!(!real.paths().any(of_parts));
    assert!(real.pages().values().all(|page| select(page, "#pagine, [rel=prev], [rel=next]").is_empty()));
}

#[test]
fn what_changed_is_divided_like_any_long_list() {
    let starter = Folder::starter();
    for (path, text) in piao::scaffold::files() {
        if path.contains(EDITION) {
            starter.write(&format!("/{}", path.replace(EDITION, "2025-2027")), text);
        }
    }
    let programs: String =
        (1..=430).map(|number| format!("  - {{ nome: Programma {number}, scopo: Prova }}\n")).collect();
    let text = starter.read("software.yaml");
    starter.write("software.yaml", format!("{}\n{programs}", text.trim_end()));
    starter.piao(["build"]).run();
    let page = |path: &str| starter.read(&format!("/public/{EDITION}/cambiamenti/{path}index.html"));
    let (first, second, third) = (page(""), page("pagina/2/"), page("pagina/3/"));
    // The figures once, the index on the first, every program on one page alone.
    assert!(first.contains("<h2 id=\"cifre\">") && !second.contains("<h2 id=\"cifre\">"), "{second}");
    assert!(first.contains("430 voci nuove") && first.contains("pagina/3/index.html"), "{first}");
    for (number, holder) in [(1, &first), (200, &first), (201, &second), (400, &second), (401, &third), (430, &third)] {
        let name = format!("Programma {number}</li>");
        let holders = [&first, &second, &third].into_iter().filter(|page| page.contains(&name)).count();
        assert!(holder.contains(&name) && holders == 1, "{name}: {holders}");
    }
    assert!(!second.contains("sono gli stessi") && !third.contains("id=\"organizzazione\""), "{third}");
    assert!(!starter.path("public/2026-2028/cambiamenti/pagina/4").exists());
    let map = starter.read("/public/2026-2028/cambiamenti/pagina/2/index.html");
    assert!(map.contains("rel=\"prev\"") && map.contains("rel=\"next\""), "{map}");
}

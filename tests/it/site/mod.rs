//! Properties of the built site: the real annex whole, and small ones with something wrong in them.

pub mod built;
mod charts;
mod filters;
mod machines;
mod map;
mod menu;

use crate::folder::{Folder, repository};
use built::{BASE, Site, content, select, within, words};
use scraper::ElementRef;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;

/// A small administration, with one edition.
fn small() -> Folder {
    let folder = Folder::empty();
    folder.write("/data/ente.yaml", "denominazione: Comune di Prova\nedizione_corrente: 2025-2027\n");
    small_edition(&folder, "2025-2027");
    folder
}

fn small_edition(folder: &Folder, id: &str) {
    let data = |name: &str| format!("/data/{id}/{name}");
    folder.write(&data("edizione.yaml"), "titolo: Lavoro\nallegato: A\npiano: PIAO\nsezione: III\n");
    folder.write(
        &data("servizi.yaml"),
        "aree:\n  - { id: area-a, nome: Area A }\nservizi:\n  - { id: serv, nome: Servizio, area: area-a }\n",
    );
    folder.write(
        &data("smart-team.yaml"),
        "smart_team:\n  - { id: team, nome: Gruppo, servizio: serv, smartabilita: smartabile }\n",
    );
    folder.write(
        &data("processi.yaml"),
        "processi:\n  - { codice: 1-1-B, rischio: basso, processo: Uno, finalita: F, input: [a], fasi: [b], output: [c], \
         smart_team: [team], smartabilita: si }\n",
    );
    folder.write(
        &format!("/content/{id}/01-premessa.md"),
        "---\ntitolo: Premessa\nordine: 1\n---\n\n## Inizio\n\nTesto.\n",
    );
}

/// The pages of a folder whose data nobody has checked.
fn pages_of(folder: &Folder) -> Site {
    Site::unchecked(folder.root()).expect("the site")
}

#[test]
fn every_page_has_a_language_one_title_and_ordered_headings() {
    let site = Site::real();
    let mut titles = HashSet::new();
    for (path, page) in site.pages() {
        assert_eq!(select(&page, "html")[0].attr("lang"), Some("it"), "{path}");
        let title = content(&select(&page, "title")[0]);
        assert!(titles.insert(title.clone()), "{path}: the title «{title}» is not its own");
        assert_eq!(select(&page, "h1").len(), 1, "{path}");
        assert_eq!(select(&page, "main").len(), 1, "{path}");
        let mut last = 0;
        for heading in select(&page, "h1, h2, h3, h4, h5, h6") {
            let level: usize = heading.value().name()[1..].parse().expect("a level");
            assert!(level <= last + 1, "{path}: from level {last} to {level} at «{}»", content(&heading));
            last = level;
        }
        let robots = select(&page, "meta[name=robots]");
        assert!(robots.is_empty(), "{path} speaks to search engines");
    }
}

#[test]
fn every_link_leads_somewhere() {
    let site = Site::real();
    let pages = site.pages();
    let ids: HashMap<&str, HashSet<String>> = pages
        .iter()
        .map(|(path, page)| {
            let mut seen = HashSet::new();
            for element in select(page, "[id]") {
                let id = element.attr("id").unwrap_or_default().to_owned();
                assert!(!id.is_empty() && !id.contains(' '), "{path}: id «{id}»");
                assert!(seen.insert(id.clone()), "{path}: the id {id} is there twice");
            }
            (*path, seen)
        })
        .collect();
    for (path, page) in &pages {
        for element in select(page, "[href], [src]") {
            let target = element.attr("href").or(element.attr("src")).unwrap_or_default();
            if target.contains(':') {
                let own = target.strip_prefix(BASE).map(|path| format!("{path}index.html"));
                assert!(own.is_none_or(|own| site.has(&own)), "{path}: {target} is not there");
                let loaded = element.value().name() != "a" && element.attr("rel") != Some("canonical");
                assert!(!loaded || target == "data:,", "{path} loads {target}");
                continue;
            }
            let (file, anchor) = target.split_once('#').map_or((target, None), |(file, anchor)| (file, Some(anchor)));
            let reached = join(path, file);
            assert!(site.has(&reached), "{path}: {target} leads to {reached}, which is not there");
            if let Some(anchor) = anchor {
                assert!(ids[reached.as_str()].contains(anchor), "{path}: {target} has no such anchor");
            }
        }
        for element in select(page, "[aria-labelledby], [headers]") {
            let named = element.attr("aria-labelledby").or(element.attr("headers")).unwrap_or_default();
            for id in named.split_whitespace() {
                assert!(ids[path].contains(id), "{path}: {id} is named but is not there");
            }
        }
    }
}

/// Where a relative link leads.
fn join(from: &str, target: &str) -> String {
    if target.is_empty() {
        return from.to_owned();
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{from}: {target} leaves the site"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn tables_have_captions_headings_and_a_region_that_a_keyboard_scrolls() {
    let site = Site::real();
    for (path, page) in site.pages() {
        for table in select(&page, "table") {
            assert!(within(&table, "caption").first().is_some_and(|caption| !words(caption).is_empty()), "{path}");
            assert!(!within(&table, "tbody th[scope=row]").is_empty(), "{path}");
            let region = table.parent().and_then(ElementRef::wrap).expect("a parent");
            assert_eq!((region.attr("role"), region.attr("tabindex")), (Some("region"), Some("0")), "{path}");
        }
        for heading in select(&page, "thead th") {
            assert!(heading.attr("scope").is_some(), "{path}: {}", content(&heading));
        }
    }
}

#[test]
fn nothing_is_left_of_the_templates_and_no_script_stands_in_a_page() {
    let site = Site::real();
    for path in site.paths().filter(|path| path.ends_with("html")) {
        let html = site.text(path);
        for left in ["{{", "{%", "<script>", " onclick", " onload", "\u{e000}", "None", "undefined"] {
            assert!(!html.contains(left), "{path}: «{left}»");
        }
    }
}

#[test]
fn the_published_total_stands_with_its_footnote() {
    let site = Site::real();
    for path in [
        "index.html",
        "2025-2027/index.html",
        "2025-2027/attuazione/index.html",
        "2025-2027/stampa/attuazione/index.html",
    ] {
        let html = site.text(path);
        assert!(html.contains("Il totale pubblicato è 88; la somma delle righe è 89."), "{path}");
    }
    let training = site.text("2025-2027/formazione/index.html");
    assert!(training.contains("X, significato non indicato"));
    let processes = site.text("2025-2027/processi/index.html");
    assert!(processes.contains("(non più presente nell&#39;organizzazione)"));
    assert!(!site.has("2025-2027/aree/servizi-alla-persona/index.html"));
}

#[test]
fn two_builds_are_the_same() {
    let again = Site::built(repository(), &["--base-url", BASE]);
    assert!(again.0 == Site::real().0);
}

#[test]
fn absolute_addresses_need_a_base() {
    let without = Site::built(repository(), &[]);
    assert!(!without.has("sitemap.xml"));
    assert!(without.0.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("rel=\"canonical\"")));
    let with = Site::real();
    let process = with.text("2025-2027/processi/500-1-b/index.html");
    assert!(process.contains(&format!("href=\"{BASE}2025-2027/processi/500-1-b/\"")));
    assert!(with.text("sitemap.xml").contains(&format!("<loc>{BASE}2025-2027/processi/500-1-b/</loc>")));
    assert!(with.text("robots.txt").contains(&format!("Sitemap: {BASE}sitemap.xml")));
    assert!(with.text("404.html").contains(BASE));
}

#[test]
fn hostile_data_come_out_harmless() {
    let folder = small();
    folder.write(
        "/data/ente.yaml",
        "denominazione: 'Comune <script>alert(1)</script> \"di\" Prova'\nedizione_corrente: 2025-2027\n\
         privacy: 'javascript:alert(1)'\nnote_legali: 'https://x.it/\"onclick=\"y'\nsegnalazioni: urp@comune.it\n\
         stemma: a.png\n",
    );
    folder.write(        "/content/2025-2027/01-premessa.md",
        "---\ntitolo: 'P <b>\"'\nordine: 1\n---\n\n<script>alert(2)</script>\n\n[uno](javascript:alert) [due](../../../etc) \
         [tre](processi/1-1-b/) [quattro](https://x.it/?a=1&b=\"2) ![foto](https://x.it/a.png) \
         [cinque](01-premessa.md) [sei](processi/niente/)\n",
    );
    folder.write(        "/data/2025-2027/glossario.yaml",
        "glossario:\n  - { termine: '<b>Lavoro</b> \"agile\"', definizione: 'Uno <script>alert(3)</script> smart team.', \
         forme: ['<img src=x>'], fonte: '<b>' }\n",
    );
    let site = pages_of(&folder);
    for (path, page) in site.pages() {
        assert!(
            select(&page, "script:not([src], [type='application/ld+json']), img, b, [onclick]").is_empty(),
            "{path}"
        );
        for link in select(&page, "a[href]") {
            assert!(!link.attr("href").unwrap_or_default().starts_with("javascript"), "{path}");
        }
    }
    let chapter = site.text("2025-2027/premessa/index.html");
    assert!(chapter.contains("href=\"mailto:urp@comune.it?subject=Segnalazione%20di%20errore%3A%20P%20%3Cb%3E%22%20"));
    assert!(chapter.contains("<p>uno due <a href=\"../processi/1-1-b/index.html\">tre</a>"), "{chapter}");
    assert!(chapter.contains("<a href=\"../premessa/index.html\">cinque</a> sei"));
}

#[test]
fn a_past_edition_says_so_and_leads_to_the_one_in_force() {
    let folder = small();
    small_edition(&folder, "2024-2026");
    let site = pages_of(&folder);
    let past = site.text("2024-2026/processi/1-1-b/index.html");
    assert!(past.contains("non più vigente") && past.contains("../../../2025-2027/index.html"));
    assert!(!site.text("2025-2027/processi/1-1-b/index.html").contains("non più vigente"));
    let landing = site.text("index.html");
    assert!(landing.contains("2024-2026/index.html") && landing.contains("non più vigente"));
}

#[test]
fn a_draft_is_printed_across_every_page() {
    let folder = small();
    folder.write("/data/2025-2027/edizione.yaml", "titolo: L\nallegato: A\npiano: P\nsezione: S\nstato: bozza\n");
    let site = pages_of(&folder);
    for path in site.paths().filter(|path| path.starts_with("2025-2027/") && path.ends_with(".html")) {
        assert!(site.text(path).contains("Bozza: testo non approvato"), "{path}");
    }
    assert!(site.text("2025-2027/stampa/processi/index.html").contains("class=\"filigrana\""));
}

#[test]
fn absent_tables_have_neither_pages_nor_links() {
    let site = pages_of(&small());
    for (path, bytes) in &site.0 {
        for table in ["software", "formazione", "attuazione", "valutazione"] {
            assert!(!path.contains(table), "{path}");
            let link = format!("{table}/index.html");
            assert!(!String::from_utf8_lossy(bytes).contains(&link), "{path} leads to {table}");
        }
    }
}

#[test]
fn a_template_of_the_folder_stands_for_the_usual_one() {
    let folder = small();
    folder.write("/themes/istituzionale/templates/processo.html", "PROPRIO {{ page.process.code }}");
    let site = pages_of(&folder);
    assert_eq!(site.text("2025-2027/processi/1-1-b/index.html"), "PROPRIO 1-1-B");
    assert!(site.text("2025-2027/aree/index.html").contains("<h1>"));
}

#[test]
fn an_undefined_variable_is_trouble_that_names_the_template() {
    let folder = small();
    folder.write("/themes/istituzionale/templates/processo.html", "{{ page.inesistente }}");
    let trouble = Site::unchecked(folder.root()).err().expect("an undefined variable").to_string();
    assert!(trouble.contains("processo.html") && trouble.contains("istituzionale"), "{trouble}");
}

#[test]
fn a_theme_may_render_some_kinds_only() {
    let folder = small();
    folder.write("/themes/istituzionale/theme.yaml", "pages: [landing, processo]\n");
    let site = pages_of(&folder);
    let html: Vec<&str> = site.paths().filter(|path| path.ends_with("html")).collect();
    assert_eq!(html, ["2025-2027/processi/1-1-b/index.html", "index.html"]);
}

#[test]
fn the_first_page_leads_at_once_to_what_people_look_for() {
    let site = Site::real();
    let pages = site.pages();
    let first = &pages["index.html"];
    let led: BTreeSet<&str> = select(first, ".partenze a").iter().filter_map(|link| link.attr("href")).collect();
    for wanted in [
        "2025-2027/premessa/index.html",
        "2025-2027/cerca/index.html",
        "2025-2027/servizi/index.html",
        "2025-2027/index.html#giornata-agile",
        "2025-2027/condizioni-abilitanti/index.html#tavola_esclusioni",
        "2025-2027/da-verificare/index.html",
        "2025-2027/dati/index.html",
    ] {
        assert!(led.contains(wanted), "the first page does not lead to {wanted}: {led:?}");
    }
    let rules: Vec<String> = select(first, ".regole h3").iter().map(content).collect();
    assert_eq!(rules[0], "Giorni alla settimana");
    assert_eq!(rules.last().map(String::as_str), Some("Situazioni particolari"));
    let anchors: Vec<_> = select(first, ".regole h3 a").iter().filter_map(|link| link.attr("href")).collect();
    assert!(anchors.iter().all(|href| href.starts_with("2025-2027/gruppi-di-lavoro/index.html#")), "{anchors:?}");
}

#[test]
fn what_nobody_declares_is_not_on_the_first_page() {
    let folder = small();
    let site = pages_of(&folder);
    let first = site.text("index.html");
    assert!(!first.contains("giornata-agile") && !first.contains("da-verificare") && !first.contains("esclusi"));
    assert!(!site.paths().any(|path| path.contains("da-verificare")));
}

#[test]
fn every_doubt_is_gathered_and_leads_to_its_place() {
    let site = Site::real();
    let pages = site.pages();
    let gathered = select(&pages["2025-2027/da-verificare/index.html"], ".voci dd").len();
    let written: usize = fs::read_dir(repository().join("data/2025-2027"))
        .expect("the data")
        .map(|file| fs::read_to_string(file.expect("a file").path()).expect("a text"))
        .map(|text| text.lines().filter(|line| line.trim_start().starts_with("da_verificare:")).count())
        .sum();
    assert_eq!(gathered, written);
    assert!(written > 0);
}

#[test]
fn a_chapter_called_like_an_added_page_keeps_its_address() {
    let folder = small();
    folder.write("/data/2025-2027/software.yaml", "software:\n  - { nome: A, scopo: B, da_verificare: forse C }\n");
    folder.write("/content/2025-2027/02-da-verificare.md", "---\ntitolo: Verifiche\nordine: 2\n---\n\nTesto mio.\n");
    let site = pages_of(&folder);
    assert!(site.text("2025-2027/da-verificare/index.html").contains("Testo mio."));
}

#[test]
fn a_term_is_linked_where_a_page_first_uses_it_and_nowhere_else() {
    let folder = small();
    let text = "## Lo smart team\n\nVedi [smart team](#x), `smart team`.\n\n| smart team |\n|---|\n| smart team |\n\nUno \
                **Smart Team** e due smart team.\n";
    folder.write("/content/2025-2027/01-premessa.md", format!("---\ntitolo: Premessa\nordine: 1\n---\n\n{text}"));
    let site = pages_of(&folder);
    let html = site.text("2025-2027/premessa/index.html");
    let link = "<strong><a class=\"termine\" href=\"../glossario/index.html#smart-team\">Smart Team</a></strong>";
    assert!(html.contains(link), "{html}");
    assert_eq!(html.matches("class=\"termine\"").count(), 1, "{html}");
    let print = site.text("2025-2027/stampa/allegato/index.html");
    assert!(!print.contains("class=\"termine\""), "paper has no links to the glossary");
}

#[test]
fn the_page_of_each_table_says_how_to_read_it() {
    let site = Site::real();
    let pages = site.pages();
    for table in ["processi", "smart-team", "software", "formazione", "attuazione", "valutazione"] {
        let page = &pages[format!("2025-2027/{table}/index.html").as_str()];
        let points = select(page, "details.guida li").len();
        assert!((3..=8).contains(&points), "{table}: {points} sentences");
    }
    let guide = content(&select(&pages["2025-2027/processi/index.html"], "details.guida")[0]);
    assert!(guide.contains("non dice nulla del lavoro agile"), "{guide}");
}

#[test]
fn each_process_is_said_in_sentences_and_described_to_search_engines() {
    let site = Site::real();
    let pages = site.pages();
    let processes =
        pages.iter().filter(|(path, _)| path.starts_with("2025-2027/processi/") && path.matches('/').count() == 3);
    assert_eq!(processes.clone().count(), 59);
    for (path, page) in processes {
        let summary = content(&select(page, ".sommario")[0]);
        assert!(summary.contains("Il rischio corruttivo è"), "{path}: {summary}");
        let description = select(page, "meta[name=description]")[0].attr("content").unwrap_or_default();
        assert!(description.chars().count() <= 160 && description.starts_with(&summary[..20]), "{path}: {description}");
    }
}

#[test]
fn a_doubt_in_the_glossary_leads_to_its_term() {
    let folder = small();
    let text = "glossario:\n  - { termine: Facilitatore, definizione: Chi aiuta., da_verificare: forse altro }\n";
    folder.write("/data/2025-2027/glossario.yaml", text);
    let site = pages_of(&folder);
    let gathered = site.text("2025-2027/da-verificare/index.html");
    assert!(gathered.contains("href=\"../glossario/index.html#facilitatore\">Facilitatore</a>"), "{gathered}");
}

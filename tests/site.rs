//! Properties of the built site: the real annex whole, and small ones with something wrong in them.
#![allow(clippy::expect_used, clippy::panic)] // A test that cannot go on ends.

use piao::load;
use piao::narrative::{Manuscript, expand};
use piao::output::Output;
use piao::site::{DataFile, Settings, Site};
use piao::theme::Theme;
use piao::trouble::Trouble;
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::Path;

/// Builds the site of a folder in memory.
fn build(root: &Path, base_url: Option<&str>) -> Result<Vec<Output>, Trouble> {
    let loaded = load::load(root)?;
    let administration = loaded.annex.administration.as_ref().expect("the administration is there");
    let manuscripts: Vec<Vec<Manuscript>> = loaded
        .annex
        .editions
        .iter()
        .map(|edition| expand(administration, edition).into_iter().map(|(manuscript, _)| manuscript).collect())
        .collect();
    let theme = Theme::load(root, &administration.theme.value)?;
    let files = loaded.annex.editions.iter().map(|edition| {
        let file = DataFile {
            table: "processi",
            name: "processi.csv".to_owned(),
            label: "CSV",
            media_type: "text/csv",
            size: 10,
        };
        (edition.id.as_str().to_owned(), vec![file])
    });
    let settings = Settings { base_url: base_url.map(str::to_owned), files: files.collect(), ..Settings::default() };
    let site = Site::new(&loaded.annex, &manuscripts, &theme, settings)?;
    let mut outputs: Vec<Output> = site.pages().iter().map(|page| site.render(page)).collect::<Result<_, _>>()?;
    outputs.extend(site.assets()?);
    Ok(outputs)
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn pages(outputs: &[Output]) -> BTreeMap<&str, Html> {
    let html = outputs.iter().filter(|output| output.path.ends_with("html"));
    html.map(|output| (output.path.as_str(), Html::parse_document(text(output)))).collect()
}

fn text(output: &Output) -> &str {
    std::str::from_utf8(&output.bytes).expect("UTF-8")
}

fn page<'a>(outputs: &'a [Output], path: &str) -> &'a str {
    text(outputs.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("there is no {path}")))
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn content(element: &ElementRef<'_>) -> String {
    element.text().collect::<String>()
}

/// A small administration, whose files a test may change.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder"));
        folder.write("data/ente.yaml", "denominazione: Comune di Prova\nedizione_corrente: 2025-2027\n");
        folder.edition("2025-2027");
        folder
    }

    fn edition(&self, id: &str) {
        let data = |name: &str| format!("data/{id}/{name}");
        self.write(&data("edizione.yaml"), "titolo: Lavoro\nallegato: A\npiano: PIAO\nsezione: III\n");
        self.write(
            &data("servizi.yaml"),
            "aree:\n  - { id: area-a, nome: Area A }\nservizi:\n  - { id: serv, nome: Servizio, area: area-a }\n",
        );
        self.write(
            &data("smart-team.yaml"),
            "smart_team:\n  - { id: team, nome: Gruppo, servizio: serv, smartabilita: smartabile }\n",
        );
        self.write(
            &data("processi.yaml"),
            "processi:\n  - { codice: 1-1-B, rischio: basso, processo: Uno, finalita: F, input: [a], fasi: [b], output: [c], \
             smart_team: [team], smartabilita: si }\n",
        );
        self.write(
            &format!("content/{id}/01-premessa.md"),
            "---\ntitolo: Premessa\nordine: 1\n---\n\n## Inizio\n\nTesto.\n",
        );
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn build(&self) -> Result<Vec<Output>, Trouble> {
        build(self.0.path(), None)
    }
}

#[test]
fn every_page_has_a_language_one_title_and_ordered_headings() {
    let outputs = build(repository(), None).expect("the site");
    let mut titles = HashSet::new();
    for (path, page) in pages(&outputs) {
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
    let outputs = build(repository(), None).expect("the site");
    let pages = pages(&outputs);
    let files: BTreeSet<&str> = outputs.iter().map(|output| output.path.as_str()).collect();
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
                assert!(element.value().name() == "a" || target == "data:,", "{path} loads {target}");
                continue;
            }
            let (file, anchor) = target.split_once('#').map_or((target, None), |(file, anchor)| (file, Some(anchor)));
            let reached = join(path, file);
            if reached.contains("/dati/") && element.attr("download").is_some() {
                continue;
            }
            assert!(files.contains(reached.as_str()), "{path}: {target} leads to {reached}, which is not there");
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
    let outputs = build(repository(), None).expect("the site");
    for (path, page) in pages(&outputs) {
        for table in select(&page, "table") {
            let caption = table.select(&Selector::parse("caption").expect("a selector")).next();
            assert!(caption.is_some_and(|caption| !content(&caption).trim().is_empty()), "{path}");
            assert!(
                table.select(&Selector::parse("tbody th[scope=row]").expect("a selector")).next().is_some(),
                "{path}"
            );
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
    let outputs = build(repository(), None).expect("the site");
    for output in outputs.iter().filter(|output| output.path.ends_with("html")) {
        let html = text(output);
        for left in ["{{", "{%", "<script>", " onclick", " onload", "\u{e000}", "None", "undefined"] {
            assert!(!html.contains(left), "{}: «{left}»", output.path);
        }
    }
}

#[test]
fn the_published_total_stands_with_its_footnote() {
    let outputs = build(repository(), None).expect("the site");
    for path in [
        "index.html",
        "2025-2027/index.html",
        "2025-2027/attuazione/index.html",
        "2025-2027/stampa/attuazione/index.html",
    ] {
        let html = page(&outputs, path);
        assert!(html.contains("Il totale pubblicato è 88; la somma delle righe è 89."), "{path}");
    }
    let training = page(&outputs, "2025-2027/formazione/index.html");
    assert!(training.contains("X, significato non indicato"));
    let processes = page(&outputs, "2025-2027/processi/index.html");
    assert!(processes.contains("(non più presente nell&#39;organizzazione)"));
    assert!(!outputs.iter().any(|output| output.path == "2025-2027/aree/servizi-alla-persona/index.html"));
}

#[test]
fn two_builds_are_the_same() {
    let (one, two) = (build(repository(), None).expect("the site"), build(repository(), None).expect("the site"));
    assert!(one == two);
}

#[test]
fn absolute_addresses_need_a_base() {
    let without = build(repository(), None).expect("the site");
    assert!(!without.iter().any(|output| output.path == "sitemap.xml"));
    assert!(without.iter().all(|output| !String::from_utf8_lossy(&output.bytes).contains("rel=\"canonical\"")));
    let with = build(repository(), Some("https://esempio.it/lavoro/")).expect("the site");
    let process = page(&with, "2025-2027/processi/500-1-b/index.html");
    assert!(process.contains("href=\"https://esempio.it/lavoro/2025-2027/processi/500-1-b/\""));
    assert!(page(&with, "sitemap.xml").contains("<loc>https://esempio.it/lavoro/2025-2027/processi/500-1-b/</loc>"));
    assert!(page(&with, "robots.txt").contains("Sitemap: https://esempio.it/lavoro/sitemap.xml"));
    assert!(page(&with, "404.html").contains("https://esempio.it/lavoro/"));
}

#[test]
fn hostile_data_come_out_harmless() {
    let folder = Folder::new();
    folder.write(
        "data/ente.yaml",
        "denominazione: 'Comune <script>alert(1)</script> \"di\" Prova'\nedizione_corrente: 2025-2027\n\
         privacy: 'javascript:alert(1)'\nnote_legali: 'https://x.it/\"onclick=\"y'\nsegnalazioni: urp@comune.it\n\
         stemma: a.png\n",
    );
    folder.write(
        "content/2025-2027/01-premessa.md",
        "---\ntitolo: 'P <b>\"'\nordine: 1\n---\n\n<script>alert(2)</script>\n\n[uno](javascript:alert) [due](../../../etc) \
         [tre](processi/1-1-b/) [quattro](https://x.it/?a=1&b=\"2) ![foto](https://x.it/a.png) \
         [cinque](01-premessa.md) [sei](processi/niente/)\n",
    );
    folder.write(
        "data/2025-2027/glossario.yaml",
        "glossario:\n  - { termine: '<b>Lavoro</b> \"agile\"', definizione: 'Uno <script>alert(3)</script> smart team.', \
         forme: ['<img src=x>'], fonte: '<b>' }\n",
    );
    let outputs = folder.build().expect("the site");
    for (path, page) in pages(&outputs) {
        assert!(
            select(&page, "script:not([src], [type='application/ld+json']), img, b, [onclick]").is_empty(),
            "{path}"
        );
        for link in select(&page, "a[href]") {
            assert!(!link.attr("href").unwrap_or_default().starts_with("javascript"), "{path}");
        }
    }
    let chapter = page(&outputs, "2025-2027/premessa/index.html");
    assert!(chapter.contains("href=\"mailto:urp@comune.it?subject=Segnalazione%20di%20errore%3A%20P%20%3Cb%3E%22%20"));
    assert!(chapter.contains("<p>uno due <a href=\"../processi/1-1-b/index.html\">tre</a>"), "{chapter}");
    assert!(chapter.contains("<a href=\"../premessa/index.html\">cinque</a> sei"));
}

#[test]
fn a_past_edition_says_so_and_leads_to_the_one_in_force() {
    let folder = Folder::new();
    folder.edition("2024-2026");
    let outputs = folder.build().expect("the site");
    let past = page(&outputs, "2024-2026/processi/1-1-b/index.html");
    assert!(past.contains("non più vigente") && past.contains("../../../2025-2027/index.html"));
    assert!(!page(&outputs, "2025-2027/processi/1-1-b/index.html").contains("non più vigente"));
    let landing = page(&outputs, "index.html");
    assert!(landing.contains("2024-2026/index.html") && landing.contains("non più vigente"));
}

#[test]
fn a_draft_is_printed_across_every_page() {
    let folder = Folder::new();
    folder.write("data/2025-2027/edizione.yaml", "titolo: L\nallegato: A\npiano: P\nsezione: S\nstato: bozza\n");
    let outputs = folder.build().expect("the site");
    let pages = |output: &&Output| output.path.starts_with("2025-2027/") && output.path.ends_with(".html");
    for output in outputs.iter().filter(pages) {
        assert!(text(output).contains("Bozza: testo non approvato"), "{}", output.path);
    }
    assert!(page(&outputs, "2025-2027/stampa/processi/index.html").contains("class=\"filigrana\""));
}

#[test]
fn absent_tables_have_neither_pages_nor_links() {
    let outputs = Folder::new().build().expect("the site");
    for output in &outputs {
        for table in ["software", "formazione", "attuazione", "valutazione"] {
            assert!(!output.path.contains(table), "{}", output.path);
            let link = format!("{table}/index.html");
            assert!(!String::from_utf8_lossy(&output.bytes).contains(&link), "{} leads to {table}", output.path);
        }
    }
}

#[test]
fn a_template_of_the_folder_stands_for_the_usual_one() {
    let folder = Folder::new();
    folder.write("themes/istituzionale/templates/processo.html", "PROPRIO {{ page.process.code }}");
    let outputs = folder.build().expect("the site");
    assert_eq!(page(&outputs, "2025-2027/processi/1-1-b/index.html"), "PROPRIO 1-1-B");
    assert!(page(&outputs, "2025-2027/aree/index.html").contains("<h1>"));
}

#[test]
fn an_undefined_variable_is_trouble_that_names_the_template() {
    let folder = Folder::new();
    folder.write("themes/istituzionale/templates/processo.html", "{{ page.inesistente }}");
    let trouble = folder.build().expect_err("an undefined variable").to_string();
    assert!(trouble.contains("processo.html") && trouble.contains("istituzionale"), "{trouble}");
}

#[test]
fn a_theme_may_render_some_kinds_only() {
    let folder = Folder::new();
    folder.write("themes/istituzionale/theme.yaml", "pages: [landing, processo]\n");
    let outputs = folder.build().expect("the site");
    let html: Vec<&str> =
        outputs.iter().map(|output| output.path.as_str()).filter(|path| path.ends_with("html")).collect();
    assert_eq!(html, ["index.html", "2025-2027/processi/1-1-b/index.html"]);
}

#[test]
fn the_first_page_leads_at_once_to_what_people_look_for() {
    let outputs = build(repository(), None).expect("the site");
    let pages = pages(&outputs);
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
    let folder = Folder::new();
    let outputs = folder.build().expect("the site");
    let first = page(&outputs, "index.html");
    assert!(!first.contains("giornata-agile") && !first.contains("da-verificare") && !first.contains("esclusi"));
    assert!(!outputs.iter().any(|output| output.path.contains("da-verificare")));
}

#[test]
fn every_doubt_is_gathered_and_leads_to_its_place() {
    let outputs = build(repository(), None).expect("the site");
    let pages = pages(&outputs);
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
    let folder = Folder::new();
    folder.write("data/2025-2027/software.yaml", "software:\n  - { nome: A, scopo: B, da_verificare: forse C }\n");
    folder.write("content/2025-2027/02-da-verificare.md", "---\ntitolo: Verifiche\nordine: 2\n---\n\nTesto mio.\n");
    let outputs = folder.build().expect("the site");
    assert!(page(&outputs, "2025-2027/da-verificare/index.html").contains("Testo mio."));
}

#[test]
fn a_term_is_linked_where_a_page_first_uses_it_and_nowhere_else() {
    let folder = Folder::new();
    let text = "## Lo smart team\n\nVedi [smart team](#x), `smart team`.\n\n| smart team |\n|---|\n| smart team |\n\nUno \
                **Smart Team** e due smart team.\n";
    folder.write("content/2025-2027/01-premessa.md", &format!("---\ntitolo: Premessa\nordine: 1\n---\n\n{text}"));
    let outputs = folder.build().expect("the site");
    let html = page(&outputs, "2025-2027/premessa/index.html");
    let link = "<strong><a class=\"termine\" href=\"../glossario/index.html#smart-team\">Smart Team</a></strong>";
    assert!(html.contains(link), "{html}");
    assert_eq!(html.matches("class=\"termine\"").count(), 1, "{html}");
    let print = page(&outputs, "2025-2027/stampa/allegato/index.html");
    assert!(!print.contains("class=\"termine\""), "paper has no links to the glossary");
}

#[test]
fn the_page_of_each_table_says_how_to_read_it() {
    let outputs = build(repository(), None).expect("the site");
    let pages = pages(&outputs);
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
    let outputs = build(repository(), None).expect("the site");
    let pages = pages(&outputs);
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
    let folder = Folder::new();
    let text = "glossario:\n  - { termine: Facilitatore, definizione: Chi aiuta., da_verificare: forse altro }\n";
    folder.write("data/2025-2027/glossario.yaml", text);
    let outputs = folder.build().expect("the site");
    let gathered = page(&outputs, "2025-2027/da-verificare/index.html");
    assert!(gathered.contains("href=\"../glossario/index.html#facilitatore\">Facilitatore</a>"), "{gathered}");
}

//! Small administrations with something unusual in them.

use super::built::{Site, select};
use crate::folder::Folder;
use crate::found::findings;

/// A small administration, with one edition.
pub fn small() -> Folder {
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
pub fn pages_of(folder: &Folder) -> Site {
    Site::unchecked(folder.root()).expect("the site")
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
fn what_a_theme_leaves_out_is_named_without_a_link() {
    let folder = small();
    folder.write("/themes/istituzionale/theme.yaml", "pages: [landing, edizione, capitolo, processi, processo]\n");
    let site = pages_of(&folder);
    let html: Vec<&str> = site.paths().filter(|path| path.ends_with("html")).collect();
    assert!(html.len() > 3, "{html:?}");
    for (path, page) in site.pages() {
        for link in select(&page, "a[href]") {
            let target = link.attr("href").unwrap_or_default();
            let file = target.split('#').next().unwrap_or_default();
            let is_there = file.is_empty() || html.iter().any(|known| known.ends_with(file.trim_start_matches("../")));
            assert!(is_there || target.contains(':') || !file.ends_with("html"), "{path}: {target}");
        }
    }
    let left_out: usize = site.pages().values().map(|page| select(page, "a:not([href])").len()).sum();
    assert!(left_out > 0, "their words stay");
}

/// The names by which themes that draw little ask for the figures of an edition: they stay, whatever our own pages show.
#[test]
fn a_theme_of_few_words_finds_the_figures_of_the_edition() {
    let folder = Folder::starter();
    folder.write("/themes/istituzionale/theme.yaml", "pages: [edizione]\n");
    folder.write(
        "/themes/istituzionale/templates/edizione.html",
        "<p>{{ page.figures[0].value }}</p>{% for row in page.charts.risk.rows %}<i>{{ row.heading.total }}</i>{% endfor %}\
         <b>{{ page.charts.by_area.table.total.cells[0] }}</b>\n",
    );
    folder.piao(["build"]).run();
    let page = folder.read("/public/2026-2028/index.html");
    assert!(page.contains("<p>2</p><i>0</i><i>1</i><i>1</i><b>2</b>"), "{page}");
}

#[test]
fn the_marks_of_laws_have_their_meaning_in_the_settings_of_the_edition() {
    let folder = small();
    let laws = "riferimenti:\n  - { atto: Legge 22 maggio 2017 n. 81, richiami: [\"*\"], nota: Capo II }\nnote: { \"*\": Come modificata }\n";
    folder.edit("/data/2025-2027/edizione.yaml", "sezione: III\n", &format!("sezione: III\n{laws}"));
    folder.edit("/content/2025-2027/01-premessa.md", "Testo.\n", "Testo.\n\n{{ tabella(\"riferimenti\") }}\n");
    let found: Vec<_> = findings(folder.root()).into_iter().map(|found| found.code).collect();
    assert!(!found.contains(&"LA210") && !found.contains(&"LA007") && !found.contains(&"LA318"), "{found:?}");
    let site = pages_of(&folder);
    let chapter = site.page("2025-2027/premessa/index.html");
    assert_eq!(select(&chapter, ".tavola-riferimenti .richiamo").len(), 1);
    let text = site.text("2025-2027/premessa/index.html");
    assert!(text.contains("Come modificata") && text.contains("Capo II"), "{text}");
    folder.edit("/data/2025-2027/edizione.yaml", "Come modificata", "''");
    let untold: Vec<_> = findings(folder.root()).into_iter().filter(|found| found.code == "LA212").collect();
    assert_eq!(untold.len(), 1, "{untold:?}");
}

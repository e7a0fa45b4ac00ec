//! What holds of every page of the real annex.

use super::built::{BASE, Site, content, select, within, words};
use crate::folder::repository;
use scraper::ElementRef;
use std::collections::{HashMap, HashSet};

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

//! What the built site says to machines: titles, descriptions, cards for who shares a page, and the facts in JSON-LD.

use super::built::{BASE, Site};
use crate::folder::Folder;
use crate::tree;
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// The attribute of the one element that a selector finds; nothing where it finds none.
fn attribute(page: &Html, selector: &str, name: &str) -> Option<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let mut found = page.select(&selector);
    let value = found.next()?.attr(name).map(str::to_owned);
    assert!(found.next().is_none(), "more than one {selector:?}");
    value
}

/// The facts of a page.
fn facts(path: &str, page: &Html) -> Vec<Value> {
    let selector = Selector::parse("script[type='application/ld+json']").expect("a selector");
    let blocks: Vec<String> = page.select(&selector).map(|block| block.inner_html()).collect();
    assert!(blocks.len() <= 1, "{path}");
    let Some(block) = blocks.first() else { return Vec::new() };
    let value: Value = serde_json::from_str(block).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(value["@context"], "https://schema.org", "{path}");
    value["@graph"].as_array().unwrap_or_else(|| panic!("{path}: no graph")).clone()
}

/// What a property of a type may hold.
#[derive(Clone, Copy)]
enum Shape {
    Text,
    Count,
    Flag,
    Day,
    /// An address of the site, at which there is a page or a file.
    Own,
    /// An address.
    Address,
    /// One thing of this type, or several.
    Things(&'static str),
    /// An address or a thing of this type.
    AddressOr(&'static str),
    Texts,
}

/// The types that the site uses: property, whether it must be there, what it holds. Required are those that Google asks for.
fn properties(kind: &str) -> &'static [(&'static str, bool, Shape)] {
    use Shape::{Address, AddressOr, Count, Day, Flag, Own, Text, Texts, Things};
    match kind {
        "BreadcrumbList" => &[("itemListElement", true, Things("ListItem"))],
        "ListItem" => &[("position", true, Count), ("name", true, Text), ("item", false, Own)],
        "WebSite" => &[
            ("name", true, Text),
            ("url", true, Own),
            ("inLanguage", false, Text),
            ("publisher", false, Things("GovernmentOrganization")),
        ],
        "GovernmentOrganization" => &[
            ("@id", false, Address),
            ("name", true, Text),
            ("url", false, Address),
            ("logo", false, Own),
            ("identifier", false, Things("PropertyValue")),
            ("address", false, Text),
            ("memberOf", false, Things("GovernmentOrganization")),
            ("contactPoint", false, Things("ContactPoint")),
        ],
        "PropertyValue" => &[("propertyID", true, Text), ("value", true, Text)],
        "ContactPoint" => &[("contactType", false, Text), ("email", false, Text), ("telephone", false, Text)],
        "CreativeWork" => &[("name", true, Text)],
        "Dataset" => &[
            ("@id", false, Address),
            ("name", true, Text),
            ("description", true, Text),
            ("url", false, Own),
            ("license", true, AddressOr("CreativeWork")),
            ("isAccessibleForFree", true, Flag),
            ("inLanguage", false, Text),
            ("keywords", false, Texts),
            ("creator", true, Things("GovernmentOrganization")),
            ("publisher", true, Things("GovernmentOrganization")),
            ("version", false, Text),
            ("creativeWorkStatus", false, Text),
            ("datePublished", false, Day),
            ("dateModified", false, Day),
            ("temporalCoverage", false, Text),
            ("distribution", false, Things("DataDownload")),
            ("hasPart", false, Things("Dataset")),
        ],
        "DataDownload" => &[
            ("name", false, Text),
            ("encodingFormat", true, Text),
            ("contentUrl", true, Own),
            ("contentSize", true, Text),
        ],
        other => panic!("the type {other} is not one that the site uses"),
    }
}

/// Holds a thing against the shape of its type.
fn hold(thing: &Value, expected: Option<&str>, site: &Site, place: &str) {
    let kind = thing["@type"].as_str().unwrap_or_else(|| panic!("{place}: no type in {thing}"));
    assert!(expected.is_none_or(|expected| expected == kind), "{place}: a {kind}");
    let shapes = properties(kind);
    let object = thing.as_object().expect("an object");
    for name in object.keys().filter(|name| *name != "@type") {
        assert!(shapes.iter().any(|(known, ..)| known == name), "{place}: {kind} has no {name}");
    }
    for (name, required, shape) in shapes {
        match object.get(*name) {
            Some(value) => hold_value(value, *shape, site, &format!("{place}, {kind}.{name}")),
            None => assert!(!required, "{place}: {kind} without {name}"),
        }
    }
    if kind == "Dataset" {
        let length = thing["description"].as_str().expect("a text").chars().count();
        assert!((50..=5000).contains(&length), "{place}: a description of {length} characters");
    }
    if kind == "BreadcrumbList" {
        let items = thing["itemListElement"].as_array().expect("a list");
        assert!(items.len() >= 2, "{place}: {} steps", items.len());
        let positions: Vec<_> = items.iter().map(|item| item["position"].as_u64()).collect();
        assert_eq!(positions, (1..=items.len() as u64).map(Some).collect::<Vec<_>>(), "{place}");
    }
}

fn hold_value(value: &Value, shape: Shape, site: &Site, place: &str) {
    let text = || value.as_str().filter(|text| !text.trim().is_empty()).unwrap_or_else(|| panic!("{place}: {value}"));
    let absolute = |text: &str| text.starts_with("https://") && !text.contains([' ', '<', '"']);
    match shape {
        Shape::Text => drop(text()),
        Shape::Count => assert!(value.as_u64().is_some(), "{place}: {value}"),
        Shape::Flag => assert!(value.is_boolean(), "{place}: {value}"),
        Shape::Day => assert!(piao::model::Date::parse(text()).is_some(), "{place}: {value}"),
        Shape::Address => assert!(absolute(text()), "{place}: {value}"),
        Shape::Own => {
            let path = text().strip_prefix(BASE).unwrap_or_else(|| panic!("{place}: {value} is elsewhere"));
            let file =
                if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
            assert!(site.has(&file), "{place}: {file} is not there");
        }
        Shape::Things(kind) => match value {
            Value::Array(things) => things.iter().for_each(|thing| hold(thing, Some(kind), site, place)),
            thing => hold(thing, Some(kind), site, place),
        },
        Shape::AddressOr(kind) => match value {
            Value::String(address) => assert!(absolute(address), "{place}: {value}"),
            thing => hold(thing, Some(kind), site, place),
        },
        Shape::Texts => assert!(value.as_array().is_some_and(|list| list.iter().all(Value::is_string)), "{place}"),
    }
}

/// The types of the facts of a page, in their order.
fn kinds(path: &str, page: &Html) -> Vec<String> {
    facts(path, page).iter().map(|fact| fact["@type"].as_str().expect("a type").to_owned()).collect()
}

#[test]
fn every_fact_of_the_real_site_has_the_shape_of_its_type() {
    let site = Site::real();
    let pages = site.pages();
    for (path, page) in &pages {
        for fact in facts(path, page) {
            hold(&fact, None, site, path);
        }
    }
    let kinds = |path: &str| kinds(path, &pages[path]);
    assert_eq!(kinds("index.html"), ["WebSite", "GovernmentOrganization"]);
    assert_eq!(kinds("2025-2027/index.html"), ["BreadcrumbList", "GovernmentOrganization", "Dataset"]);
    assert_eq!(kinds("2025-2027/processi/500-1-b/index.html"), ["BreadcrumbList"]);
    assert_eq!(kinds("2025-2027/stampa/allegato/index.html"), ["BreadcrumbList"]);
    assert!(kinds("404.html").is_empty());
    for table in
        ["aree", "servizi", "smart-team", "processi", "software", "formazione", "attuazione", "valutazione", "dati"]
    {
        assert_eq!(kinds(&format!("2025-2027/{table}/index.html")), ["BreadcrumbList", "Dataset"], "{table}");
    }
    let data = facts("dati", &pages["2025-2027/dati/index.html"]);
    let parts = data[1]["hasPart"].as_array().expect("the tables");
    assert_eq!(parts.len(), 8);
    assert!(parts.iter().all(|part| part["distribution"].as_array().is_some_and(|files| files.len() == 4)));
    assert_eq!(data[1]["temporalCoverage"], "2025/2027");
    assert_eq!(data[1]["license"], "https://creativecommons.org/licenses/by/4.0/");
    let shown = Selector::parse(".percorso li").expect("a selector");
    for (path, page) in pages.iter().filter(|(path, _)| path.contains('/') && !path.contains("/stampa/")) {
        let trail: Vec<String> =
            page.select(&shown).map(|step| step.text().collect::<String>().trim().to_owned()).collect();
        let facts = facts(path, page);
        let items = facts[0]["itemListElement"].as_array().expect("the steps");
        let names: Vec<&str> = items.iter().map(|item| item["name"].as_str().expect("a name")).collect();
        assert_eq!(names, trail, "{path}: the trail that is shown is the one that is told");
    }
}

#[test]
fn titles_and_descriptions_are_of_one_page_only_and_of_the_right_length() {
    told_apart(&Site::real().pages());
    // A past edition has the same pages.
    let starter = Folder::starter();
    for folder in ["data", "content"] {
        for (path, bytes) in tree::files(&starter.root().join(folder).join("2026-2028")) {
            starter.write(&format!("/{folder}/2025-2027/{path}"), bytes);
        }
    }
    let site = Site::built(starter.root(), &[]);
    let pages = site.pages();
    assert!(pages.contains_key("2025-2027/processi/100-1-b/index.html"));
    told_apart(&pages);
}

fn told_apart(pages: &BTreeMap<&str, Html>) {
    let (mut titles, mut descriptions) = (HashMap::new(), HashMap::new());
    for (path, page) in pages {
        let title = page.select(&Selector::parse("title").expect("a selector")).next().expect("a title");
        let title: String = title.text().collect();
        let description = attribute(page, "meta[name=description]", "content").expect(path);
        let length = description.chars().count();
        assert!((50..=160).contains(&length), "{path}: «{description}» has {length} characters");
        let other = titles.insert(title, path);
        assert_eq!(other, None, "{path}: the same title");
        let other = descriptions.insert(description, path);
        assert_eq!(other, None, "{path}: the same description");
    }
}

#[test]
fn who_shares_a_page_finds_its_card_and_no_picture_is_made_up() {
    let pages = Site::real().pages();
    for (path, page) in pages.iter().filter(|(path, _)| **path != "404.html") {
        let meta = |name: &str| attribute(page, &format!("meta[property='{name}']"), "content");
        assert_eq!(meta("og:url"), attribute(page, "link[rel=canonical]", "href"), "{path}");
        assert_eq!(meta("og:url"), Some(format!("{BASE}{}", path.trim_end_matches("index.html"))), "{path}");
        assert_eq!(meta("og:description"), attribute(page, "meta[name=description]", "content"), "{path}");
        assert!(meta("og:title").is_some_and(|title| !title.is_empty()), "{path}");
        assert_eq!(meta("og:locale").as_deref(), Some("it_IT"), "{path}");
        assert_eq!(meta("og:site_name").as_deref(), Some("Comune di Casalecchio di Reno"), "{path}");
        assert!(["website", "article"].contains(&meta("og:type").unwrap_or_default().as_str()), "{path}");
        assert_eq!(meta("og:image"), None, "{path}");
        let colour = |scheme: &str| {
            attribute(page, &format!("meta[name='theme-color'][media='(prefers-color-scheme: {scheme})']"), "content")
        };
        assert!(colour("light").is_some() && colour("dark").is_some(), "{path}");
    }
}

#[test]
fn without_a_base_the_facts_hold_no_address() {
    let starter = Folder::starter();
    starter.edit("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: CC BY 4.0\nsito: https://www.comune.esempio.it");
    let site = Site::built(starter.root(), &[]);
    let pages = site.pages();
    for (path, page) in pages.iter().filter(|(path, _)| **path != "404.html") {
        let facts = facts(path, page);
        assert!(!facts.is_empty(), "{path}");
        let text = Value::from(facts).to_string();
        assert!(!text.contains("://") && !text.contains("\"url\""), "{path}: {text}");
        assert_eq!(attribute(page, "meta[property='og:url']", "content"), None, "{path}");
    }
}

#[test]
fn what_is_known_of_the_administration_is_told_and_nothing_ends_the_script() {
    let starter = Folder::starter();
    starter.edit(
        "/data/ente.yaml",
        "licenza: CC BY 4.0",
        "licenza: CC BY 4.0\nsito: https://www.comune.esempio.it\ncodice_istat: \"037011\"\nindirizzo: Piazza </script><b>1</b>",
    );
    let site = Site::built(starter.root(), &["--base-url", BASE]);
    let pages = site.pages();
    let landing = &pages["index.html"];
    assert!(landing.select(&Selector::parse("b").expect("a selector")).next().is_none());
    let facts = facts("index.html", landing);
    for fact in &facts {
        hold(fact, None, &site, "index.html");
    }
    assert_eq!(facts[1]["url"], "https://www.comune.esempio.it");
    assert_eq!(facts[1]["address"], "Piazza </script><b>1</b>");
    let codes = facts[1]["identifier"].as_array().expect("the codes");
    assert!(codes.iter().any(|code| code["propertyID"] == "Codice ISTAT" && code["value"] == "037011"));
}

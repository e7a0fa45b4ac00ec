//! What a strict Content-Security-Policy wants of every page: no style and no script but those of files, none in an attribute.

use super::built::{Site, select};
use crate::folder::{Folder, repository};
use crate::run::Run;
use piao::digest::Sha256;
use scraper::Html;
use std::fs;
use std::io::Read;

/// What in a page a server's policy would stop.
fn inline(page: &Html) -> Vec<String> {
    let mut found = Vec::new();
    for element in select(page, "*") {
        let name = element.value().name();
        let attributes = element.value().attrs().filter(|(key, _)| *key == "style" || key.starts_with("on"));
        found.extend(attributes.map(|(key, value)| format!("<{name} {key}=\"{value}\">")));
        let data = element.attr("type").is_some_and(|kind| kind == "application/ld+json");
        if name == "style" || name == "script" && element.attr("src").is_none() && !data {
            found.push(format!("<{name}>"));
        }
        let address = element.attr("href").or(element.attr("src")).or(element.attr("action")).unwrap_or_default();
        if address.trim_start().to_ascii_lowercase().starts_with("javascript:") {
            found.push(address.to_owned());
        }
    }
    found
}

/// The policy inside a page that brings its style along allows this style, pictures inside the page, and nothing else.
fn assert_own_policy(page: &Html) {
    let policy = select(page, "meta[http-equiv=Content-Security-Policy]")[0].attr("content").expect("a policy");
    let styles = select(page, "style");
    let [style] = styles.as_slice() else { panic!("{} styles", styles.len()) };
    let digest = Sha256::as_source(style.text().collect::<String>().as_bytes());
    assert_eq!(policy, format!("default-src 'none'; style-src '{digest}'; img-src data:"));
    assert_eq!(inline(page), ["<style>"]);
    assert!(select(page, "script[src], link[rel=stylesheet], iframe, object").is_empty());
}

#[test]
fn no_page_has_a_style_or_a_script_of_its_own() {
    for (path, page) in Site::real().pages() {
        if path == "404.html" {
            assert_own_policy(&page);
        } else {
            assert_eq!(inline(&page), Vec::<String>::new(), "{path}");
        }
    }
}

#[test]
fn neither_do_those_of_other_administrations() {
    let mut tried = 0;
    for administration in fs::read_dir(repository().join("tests/administrations")).expect("administrations") {
        let root = administration.expect("an administration").path();
        for (path, page) in Site::built(&root, &[]).pages() {
            assert!(path == "404.html" || inline(&page).is_empty(), "{}, {path}: {:?}", root.display(), inline(&page));
        }
        tried += 1;
    }
    assert!(tried > 3, "{tried}");
}

#[test]
fn the_pages_of_the_archive_allow_their_own_style_alone() {
    let folder = Folder::starter();
    let target = tempfile::tempdir().expect("a temporary folder");
    let out = target.path().join("pacchetto.zip");
    Run::new(folder.root(), ["package", "--out"]).arguments([&out]).run();
    let mut archive = zip::ZipArchive::new(fs::File::open(&out).expect("an archive")).expect("a zip");
    let count = archive.len();
    let mut path = |at| archive.by_index(at).expect("a file").name().expect("a name").into_owned();
    let paths: Vec<String> = (0..count).map(&mut path).collect();
    let mut sheets = 0;
    for path in paths.iter().filter(|path| path.ends_with(".html") && !path.starts_with("sito/")) {
        let mut text = String::new();
        archive.by_name(path).expect("the page").read_to_string(&mut text).expect("a text");
        let page = Html::parse_document(&text);
        assert_own_policy(&page);
        sheets += usize::from(select(&page, "style")[0].text().any(|style| style.contains("@page tavola")));
    }
    assert_eq!(sheets, 1, "{paths:?}");
}

/// Each class that says a measure has its rule in the stylesheet.
#[test]
fn each_measure_that_a_page_names_is_in_the_stylesheet() {
    let site = Site::real();
    let style = site.text("risorse/stile.css");
    let mut measures = 0;
    for (path, page) in site.pages() {
        for element in select(&page, "col[class], table[class], .fetta, th.parte") {
            for class in element.value().classes() {
                let (kind, number) = class.rsplit_once('-').unwrap_or_default();
                if ["l", "m", "di", "sotto"].contains(&kind) && number.bytes().all(|byte| byte.is_ascii_digit()) {
                    measures += 1;
                    assert!(path == "404.html" || style.contains(&format!(".{class} {{")), "{path}: {class}");
                }
            }
        }
    }
    assert!(measures > 10, "{measures}");
}

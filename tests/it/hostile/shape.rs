//! The shape of files: what programs find in them beside their texts.

use crate::site::built::{content, select};
use roxmltree::Document;
use scraper::{Html, Node};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Elements, their attributes and the kind of their addresses; parts of archives are looked at as files.
#[derive(Default)]
pub struct Shape(pub BTreeSet<String>);

impl Shape {
    /// Looks at a file, which must be what its name says.
    pub fn look(&mut self, path: &str, bytes: &[u8]) {
        let named = path.chars().all(|c| c.is_ascii_alphanumeric() || "._-/[] ".contains(c));
        assert!(named && !path.split('/').any(|part| part == ".."), "{path}");
        let ending = path.rsplit('.').next().unwrap_or_default();
        match ending {
            "html" => self.page(bytes),
            "xml" | "rels" | "svg" => self.xml(path, bytes),
            "zip" | "xlsx" | "ods" | "docx" => self.archive(path, bytes),
            "json" | "jsonld" => drop(
                serde_json::from_slice::<serde_json::Value>(bytes).unwrap_or_else(|error| panic!("{path}: {error}")),
            ),
            "csv" => table(path, bytes),
            _ => {}
        }
        if path.ends_with("-excel.csv") {
            no_formula(path, bytes);
        }
    }

    /// What a browser finds in a page.
    pub fn page(&mut self, bytes: &[u8]) {
        let page = Html::parse_document(std::str::from_utf8(bytes).expect("UTF-8"));
        for node in page.tree.values() {
            match node {
                Node::Element(element) => {
                    let name = element.name();
                    self.0.insert(format!("html <{name}>"));
                    for (attribute, value) in element.attrs() {
                        let scheme = scheme(attribute, value);
                        self.0.insert(format!("html <{name} {attribute}> {scheme}"));
                    }
                }
                Node::Comment(_) => drop(self.0.insert("html comment".to_owned())),
                _ => {}
            }
        }
        for script in select(&page, "script[type='application/ld+json']") {
            serde_json::from_str::<serde_json::Value>(&content(&script)).expect("linked data");
        }
    }

    fn xml(&mut self, path: &str, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let document = Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let place = path.rsplit(['/', '!']).next().unwrap_or_default();
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let name = node.tag_name().name();
            self.0.insert(format!("{place} <{name}>"));
            for attribute in node.attributes() {
                let scheme = scheme(&attribute.name().to_lowercase(), attribute.value());
                self.0.insert(format!("{place} <{name} {}> {scheme}", attribute.name()));
            }
        }
    }

    fn archive(&mut self, path: &str, bytes: &[u8]) {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap_or_else(|error| panic!("{path}: {error}"));
        for number in 0..archive.len() {
            let mut part = archive.by_index(number).expect("a part");
            let name = part.name().expect("a name").to_string();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("its bytes");
            if !name.ends_with('/') {
                self.look(&name, &bytes);
            }
        }
    }
}

/// Rows that all have as many cells as the heading.
fn table(path: &str, bytes: &[u8]) {
    let separator = if path.ends_with("-excel.csv") { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(bytes);
    for row in reader.records() {
        row.unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}

fn no_formula(path: &str, bytes: &[u8]) {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes);
    for row in reader.records() {
        for cell in &row.expect("a row") {
            let is_number = cell.replace(',', ".").parse::<f64>().is_ok();
            assert!(is_number || !cell.trim_start().starts_with(['=', '+', '-', '@']), "{path}: {cell:?}");
        }
    }
}

/// Where the value of an attribute leads, if it is an address.
fn scheme(attribute: &str, value: &str) -> String {
    if !matches!(attribute, "href" | "src" | "action" | "formaction" | "target" | "data" | "poster" | "srcset") {
        return String::new();
    }
    let value = value.trim_start();
    match value.split_once(':') {
        Some((scheme, _)) if scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c)) => {
            scheme.to_lowercase()
        }
        _ if value.starts_with("//") => "//".to_owned(),
        _ => String::new(),
    }
}

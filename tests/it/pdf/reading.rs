//! PDFs read with another library's eyes, and with `pdftotext`.

use lopdf::{Dictionary, Object};
use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

pub fn parsed(bytes: &[u8]) -> lopdf::Document {
    lopdf::Document::load_mem(bytes).expect("a PDF that another library can read")
}

/// A key of a dictionary, references followed.
pub fn get<'a>(document: &'a lopdf::Document, dictionary: &'a Dictionary, key: &str) -> &'a Object {
    let object = dictionary.get(key.as_bytes()).unwrap_or_else(|_| panic!("no {key} in {dictionary:?}"));
    document.dereference(object).expect("a reference to something").1
}

pub fn dict<'a>(document: &'a lopdf::Document, dictionary: &'a Dictionary, key: &str) -> &'a Dictionary {
    get(document, dictionary, key).as_dict().expect("a dictionary")
}

/// Text of a PDF page by page, in the order in which it is read.
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let mut child = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("manca pdftotext (pacchetto poppler-utils)");
    let mut input = child.stdin.take().unwrap();
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// Width and height of each page, in millimetres.
#[expect(clippy::cast_possible_truncation)] // Sheets are smaller than that.
pub fn sizes(document: &lopdf::Document) -> Vec<(i64, i64)> {
    let millimetres = |object: &Object| (object.as_float().expect("a number") * 25.4 / 72.0).round() as i64;
    let size = |id| {
        let page = document.get_dictionary(id).unwrap();
        let corners = get(document, page, "MediaBox").as_array().unwrap();
        (millimetres(&corners[2]), millimetres(&corners[3]))
    };
    document.get_pages().into_values().map(size).collect()
}

/// How many structure elements of each kind there are.
pub fn tags(document: &lopdf::Document) -> BTreeMap<String, usize> {
    let root = dict(document, document.catalog().unwrap(), "StructTreeRoot");
    let mut counts = BTreeMap::new();
    let mut waiting = vec![get(document, root, "K")];
    while let Some(object) = waiting.pop() {
        match document.dereference(object).unwrap().1 {
            Object::Array(kids) => waiting.extend(kids),
            Object::Dictionary(element) => {
                if let Ok(kind) = element.get(b"S").and_then(Object::as_name) {
                    *counts.entry(String::from_utf8_lossy(kind).into_owned()).or_insert(0) += 1;
                }
                waiting.extend(element.get(b"K").ok());
            }
            _ => {}
        }
    }
    counts
}

pub fn text(object: &Object) -> String {
    lopdf::decode_text_string(object).expect("a text")
}

/// The titles of the bookmarks, nested ones after their parents.
pub fn bookmarks(document: &lopdf::Document) -> Vec<String> {
    fn walk(document: &lopdf::Document, parent: &Dictionary, titles: &mut Vec<String>) {
        let mut next = parent.get(b"First").ok();
        while let Some(reference) = next {
            let item = document.dereference(reference).unwrap().1.as_dict().unwrap();
            titles.push(text(get(document, item, "Title")));
            walk(document, item, titles);
            next = item.get(b"Next").ok();
        }
    }
    let mut titles = Vec::new();
    walk(document, dict(document, document.catalog().unwrap(), "Outlines"), &mut titles);
    titles
}

/// A word that stands on one line: left, top, right and bottom in points, and its letters.
pub type Boxed = ([f64; 4], String);

/// The width of each page, and its words.
pub fn boxes(bytes: &[u8]) -> Vec<(f64, Vec<Boxed>)> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let output =
        Command::new("pdftotext").arg("-bbox").arg(file.path()).arg("-").stderr(Stdio::null()).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let number = |line: &str, key: &str| -> f64 {
        let value = line.split_once(&format!("{key}=\"")).unwrap().1;
        value[..value.find('"').unwrap()].parse().unwrap()
    };
    let mut pages = Vec::new();
    for line in text.lines().map(str::trim_start) {
        if line.starts_with("<page ") {
            pages.push((number(line, "width"), Vec::new()));
        } else if line.starts_with("<word ") {
            let corners = ["xMin", "yMin", "xMax", "yMax"].map(|key| number(line, key));
            let word = line.split_once('>').unwrap().1.trim_end_matches("</word>").to_owned();
            // A divided word is read whole, and its box is that of all its lines.
            if corners[3] - corners[1] < 16.0 {
                pages.last_mut().unwrap().1.push((corners, word));
            }
        }
    }
    pages
}

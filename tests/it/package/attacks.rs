//! Archives that are wrong on purpose: each is refused, or what is wrong with it is found; none is taken for a whole one.

use super::archive;
use piao::digest::Sha256;
use piao::package::{Change, verify};
use std::io::Cursor;

const LIST: &str = "distinta.csv";
const HEAD: &str = "percorso,dimensione,sha256,data,indirizzo\r\n";
const COVER: (&str, &[u8]) = ("LEGGIMI.html", b"<p>Leggimi</p>");
const PAGE: (&str, &[u8]) = ("sito/index.html", b"<p>Pagina, pagina, pagina, pagina</p>");

/// The list of some files, in the order of their paths.
fn list(files: &[(&str, &[u8])]) -> String {
    let mut rows: Vec<String> =
        files.iter().map(|(path, bytes)| format!("{path},{},{},,\r\n", bytes.len(), Sha256::of(bytes))).collect();
    rows.sort();
    HEAD.to_owned() + &rows.concat()
}

/// An archive of the cover, the page and some more files, with this list.
fn with_list(more: &[(&str, &[u8])], list: &str) -> Vec<u8> {
    archive([COVER, PAGE].into_iter().chain(more.iter().copied()).chain([(LIST, list.as_bytes())]))
}

/// The right archive.
fn right() -> Vec<u8> {
    with_list(&[], &list(&[COVER, PAGE]))
}

/// What is found in an archive, or why it is none.
fn found(bytes: &[u8]) -> Result<Vec<Change>, String> {
    verify(Cursor::new(bytes)).map(|verdict| verdict.changes).map_err(|trouble| trouble.to_string())
}

fn is_taken_for_whole(bytes: &[u8]) -> bool {
    found(bytes) == Ok(Vec::new())
}

fn places(bytes: &[u8], mark: &[u8]) -> Vec<usize> {
    (0..bytes.len()).filter(|at| bytes[*at..].starts_with(mark)).collect()
}

/// The page before its bytes, in the directory, and the end: where each begins, and how long it is.
fn headers(bytes: &[u8]) -> [(usize, usize); 3] {
    let (local, central) = (places(bytes, b"PK\x03\x04")[1], places(bytes, b"PK\x01\x02")[1]);
    [(local, 30 + PAGE.0.len()), (central, 46 + PAGE.0.len()), (bytes.len() - 22, 22)]
}

#[test]
fn no_bit_of_a_header_can_be_another() {
    let right = right();
    assert_eq!(found(&right), Ok(Vec::new()));
    for (start, length) in headers(&right) {
        for at in start..start + length {
            for bit in 0..8 {
                let mut wrong = right.clone();
                wrong[at] ^= 1 << bit;
                assert!(!is_taken_for_whole(&wrong), "byte {} of {length}, bit {bit}", at - start);
            }
        }
    }
}

/// Both headers of a file may agree, and yet be none that this program writes.
#[test]
fn no_field_can_be_another_in_both_headers() {
    let right = right();
    let [(local, _), (central, _), _] = headers(&right);
    let fields = [
        ("version", 4, 2),
        ("marks", 6, 2),
        ("method", 8, 2),
        ("time", 10, 4),
        ("sum", 14, 4),
        ("packed", 18, 4),
        ("size", 22, 4),
    ];
    for (name, at, length) in fields {
        for value in (0_u32..100).chain([0xff, 0x800, 0xffff, 0xffff_ffff]) {
            let mut wrong = right.clone();
            for place in [local + at, central + at + 2] {
                wrong[place..place + length].copy_from_slice(&value.to_le_bytes()[..length]);
            }
            assert!(wrong == right || !is_taken_for_whole(&wrong), "{name} {value}");
        }
    }
}

#[test]
fn what_is_cut_is_no_archive() {
    let right = right();
    for length in 0..right.len() {
        assert!(found(&right[..length]).is_err(), "cut at {length}");
    }
    for wrong in [b"altro".repeat(20_000), b"PK\x05\x06".repeat(20_000), [&right[1..], &right[..1]].concat()] {
        assert!(found(&wrong).is_err());
    }
    for wrong in [[&right[..], b"x"].concat(), [b"#!/bin/sh\n", &right[..]].concat(), right.repeat(2)] {
        assert!(found(&wrong).is_ok_and(|changes| changes.contains(&Change::Bytes)));
    }
}

#[test]
fn no_name_leads_out_or_means_two_things() {
    let long = format!("sito/{}", "a".repeat(60_000));
    for name in [
        "../fuori.html",
        "sito/../../fuori.html",
        "/etc/fuori.html",
        "//server/fuori.html",
        "C:/fuori.html",
        "C:\\fuori.html",
        "..\\fuori.html",
        "sito\\altro.html",
        "sito/index.html:x",
        "./sito/altro.html",
        "sito//altro.html",
        "sito/altro.",
        "sito/altro.html ",
        "sito/con",
        "sito/nul.html",
        "sito/a\u{1b}[31m.html",
        "sito/a\nb.html",
        "sito/a\0b.html",
        ".piao",
        &long,
    ] {
        let more: [(&str, &[u8]); 1] = [(name, b"x")];
        let unlisted = with_list(&more, &list(&[COVER, PAGE]));
        assert_eq!(found(&unlisted), Ok(vec![Change::Added(name.to_owned())]), "{name:.40}");
        let listed = with_list(&more, &list(&[COVER, PAGE, more[0]]));
        assert_eq!(found(&listed), Ok(vec![Change::Manifest]), "{name:.40}");
    }
    for twin in ["sito/INDEX.html", "sito/inde\u{301}x.html"] {
        let unlisted = with_list(&[(twin, b"x")], &list(&[COVER, PAGE]));
        assert_eq!(found(&unlisted), Ok(vec![Change::Added(twin.to_owned())]));
    }
}

/// A mode that is not that of a plain file: links, devices, programs.
#[test]
fn only_plain_files_are_in_it() {
    let right = right();
    let [_, (central, _), _] = headers(&right);
    for mode in [0o120_777_u32, 0o020_666, 0o060_666, 0o010_666, 0o140_666, 0o040_755, 0o104_755, 0o100_755, 0] {
        let mut wrong = right.clone();
        wrong[central + 38..central + 42].copy_from_slice(&(mode << 16).to_le_bytes());
        assert!(found(&wrong).is_ok_and(|changes| changes.contains(&Change::Attributes)), "{mode:o}");
    }
    for folder in [("sito/cartella/", &b""[..]), ("sito/cartella/", b"x")] {
        let changes = found(&with_list(&[folder], &list(&[COVER, PAGE])));
        assert_eq!(changes, Ok(vec![Change::Added(folder.0.to_owned())]));
    }
}

/// Some programs would unpack the one, some the other.
#[test]
fn no_file_is_in_it_twice() {
    let double = |name: &str, bytes: &[u8]| {
        let other = "x".repeat(name.len());
        let mut wrong = with_list(&[(&other, bytes)], &list(&[COVER, PAGE]));
        for place in places(&wrong, other.as_bytes()) {
            wrong[place..place + name.len()].copy_from_slice(name.as_bytes());
        }
        found(&wrong)
    };
    let empty = list(&[]);
    for (name, bytes) in [(PAGE.0, PAGE.1), (PAGE.0, b"altro"), (LIST, empty.as_bytes())] {
        assert!(double(name, bytes).is_ok_and(|changes| changes.len() > 1), "{name}");
    }
    // Many names of the same bytes.
    let right = right();
    let [_, (central, length), (end, _)] = headers(&right);
    let mut wrong = right[..central].to_vec();
    wrong.extend(right[central..central + length].repeat(1000));
    wrong.extend(&right[end..]);
    assert!(!is_taken_for_whole(&wrong));
}

#[test]
fn a_list_in_any_other_form_is_told() {
    let right = list(&[COVER, PAGE]);
    let page = Sha256::of(PAGE.1);
    let field = |from: &str, to: &str| right.replace(from, to);
    let rewritten = Change::Rewritten;
    let different = Change::Different(PAGE.0.to_owned());
    for (list, expected) in [
        (right.replace("\r\n", "\n"), vec![rewritten.clone()]),
        (format!("\u{feff}{right}"), vec![rewritten.clone()]),
        (field(&page, &page.to_uppercase()), vec![rewritten.clone()]),
        (field(",37,", ",+37,"), vec![rewritten.clone()]),
        (field(",37,", ",037,"), vec![rewritten]),
        (field(",37,", ",38,"), vec![different.clone()]),
        (field(",37,", ",18446744073709551615,"), Vec::new()),
        (field(&page, &"0".repeat(64)), vec![different]),
        (
            field(PAGE.0, "sito/altra.html"),
            vec![Change::Missing("sito/altra.html".to_owned()), Change::Added(PAGE.0.to_owned())],
        ),
        (HEAD.to_owned(), vec![Change::Added(COVER.0.to_owned()), Change::Added(PAGE.0.to_owned())]),
        (format!("{right}{}", &right[HEAD.len()..]), vec![Change::Manifest]),
        (format!("{right}a,-1,{page},,\r\n"), vec![Change::Manifest]),
        (format!("{right}a,1,{page},,,\r\n"), vec![Change::Manifest]),
        (format!("{right}a,1,{page},,=1+1\r\n"), vec![Change::Manifest]),
        (format!("{right}a,1,{page},,javascript:alert(1)\r\n"), vec![Change::Manifest]),
        (format!("{right}{}", ",".repeat(100_000)), vec![Change::Manifest]),
        (format!("{right}\"{}", "\"".repeat(100_000)), vec![Change::Manifest]),
    ] {
        let told = found(&with_list(&[], &list));
        if expected.is_empty() {
            assert!(told.is_err(), "{list:.200}: {told:?}");
        } else {
            assert_eq!(told, Ok(expected), "{list:.200}");
        }
    }
}

//! `piao package --verify`: every change is found, and what is no package is said to be none.

use super::{archive, files, listed, package};
use crate::folder::Folder;
use crate::stand_in::{GOOD, StandIn};
use piao::digest::Sha256;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Exit code and words of `--verify` on these bytes.
pub fn verified(bytes: &[u8]) -> (Option<i32>, String) {
    let stand_in = StandIn::new(GOOD);
    let path = stand_in.program().with_file_name("pacchetto.zip");
    fs::write(&path, bytes).unwrap();
    let ran = stand_in.piao(Path::new("/"), ["confeziona", "--verifica", path.to_str().unwrap()]).any_status().run();
    (ran.status, ran.err)
}

/// Something done to the files of an archive.
type Tamper = fn(&mut BTreeMap<String, Vec<u8>>, &str);

fn rewrite(files: &mut BTreeMap<String, Vec<u8>>, how: fn(&str) -> String) {
    let list = String::from_utf8(files["distinta.csv"].clone()).unwrap();
    let written = how(&list);
    assert_ne!(written, list);
    files.insert("distinta.csv".to_owned(), written.into_bytes());
}

#[test]
fn every_change_is_found() {
    let original = package(&Folder::starter());
    let (code, said) = verified(&original);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("corrisponde alla propria distinta"), "{said}");
    assert!(said.contains("lo prova soltanto l'impronta"), "{said}");
    let files = files(&original);
    let again = |files: &BTreeMap<String, Vec<u8>>| {
        verified(&archive(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))))
    };
    // Packed anew by somebody else, but nothing changed.
    assert_eq!(again(&files).0, Some(0), "{}", again(&files).1);
    let page = "sito/2026-2028/index.html";
    let table: [(Tamper, &str); 10] = [
        (|files, page| drop(files.remove(page)), "manca `sito/2026-2028/index.html`"),
        (|files, page| files.get_mut(page).unwrap()[40] ^= 1, "è cambiato `sito/2026-2028/index.html`"),
        (|files, page| files.get_mut(page).unwrap().push(b' '), "è cambiato `sito/2026-2028/index.html`"),
        (|files, page| files.get_mut(page).unwrap().truncate(40), "è cambiato `sito/2026-2028/index.html`"),
        (
            |files, _| drop(files.insert("sito/\u{1b}[31mnuovo.html".to_owned(), Vec::new())),
            "c'è in più `sito/<U+001B>[31mnuovo.html`",
        ),
        (
            |files, _| drop(files.insert("distinta.csv".to_owned(), b"percorso;x".to_vec())),
            "la distinta dei file non si legge più",
        ),
        // The same list in another form: line ends, quotes, capital digits.
        (|files, _| rewrite(files, |list| list.replace("\r\n", "\n")), "la distinta dei file è stata riscritta"),
        (|files, _| rewrite(files, |list| format!("{list}\r\n")), "la distinta dei file è stata riscritta"),
        (
            |files, _| rewrite(files, |list| list.replace("LEGGIMI.html,", "\"LEGGIMI.html\",")),
            "la distinta dei file è stata riscritta",
        ),
        (
            |files, page| {
                let bytes = files.remove(page).unwrap();
                files.insert("sito/2026-2028/Index.html".to_owned(), bytes);
            },
            "c'è in più `sito/2026-2028/Index.html`",
        ),
    ];
    for (tamper, expected) in table {
        let mut files = files.clone();
        tamper(&mut files, page);
        let (code, said) = again(&files);
        assert_eq!(code, Some(1), "{expected}: {said}");
        assert!(said.contains(expected), "{expected}: {said}");
    }
}

#[test]
fn a_file_hidden_in_the_archive_is_found() {
    let original = package(&Folder::starter());
    let files = listed(&original);
    // A second file of the same name: some programs would unpack the one, some the other.
    let mut twice = archive(
        files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).chain([("sito/inDex.html", &b"altro"[..])]),
    );
    let (from, to) = (b"sito/inDex.html", b"sito/index.html");
    while let Some(place) = twice.windows(from.len()).position(|window| window == from) {
        twice[place..place + to.len()].copy_from_slice(to);
    }
    let (code, said) = verified(&twice);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("file doppi, nascosti o sovrapposti"), "{said}");
}

#[test]
fn damage_is_never_taken_for_a_whole_archive() {
    let original = package(&Folder::starter());
    let length = original.len();
    for place in (0..length).step_by(length / 40) {
        let mut damaged = original.clone();
        damaged[place] ^= 0x41;
        let (code, said) = verified(&damaged);
        // Only what says nothing of any file, such as the version of the format, may go unnoticed.
        let same = || listed(&damaged) == listed(&original);
        assert!(matches!(code, Some(1 | 2)) || same(), "byte {place}: {said}");
        let (code, said) = verified(&original[..place]);
        assert_eq!(code, Some(2), "cut at {place}: {said}");
    }
}

/// The original with something done to the container: bytes before, between and behind, comments, days.
#[test]
fn what_is_not_in_any_file_is_found_too() {
    let original = package(&Folder::starter());
    let end = original.len() - 22;
    assert_eq!(&original[end..end + 4], b"PK\x05\x06");
    let directory = usize::try_from(u32::from_le_bytes(original[end + 16..end + 20].try_into().unwrap())).unwrap();
    let mut commented = original.clone();
    commented[end + 20] = 5;
    commented.extend(b"altro");
    let mut later = original.clone();
    // The hour of the first file, in its header and in the directory.
    later[10] = 1;
    later[directory + 12] = 1;
    let mut between = original.clone();
    between.splice(directory..directory, *b"nascosto");
    let moved = u32::try_from(directory + 8).unwrap().to_le_bytes();
    between[end + 8 + 16..end + 8 + 20].copy_from_slice(&moved);
    for (bytes, words) in [
        ([b"prima", original.as_slice()].concat(), "altri byte prima, dopo o in mezzo"),
        ([original.as_slice(), b"dopo"].concat(), "altri byte prima, dopo o in mezzo"),
        (between, "altri byte prima, dopo o in mezzo"),
        (commented, "c'è un commento"),
        (later, "le date o i permessi"),
    ] {
        let (code, said) = verified(&bytes);
        assert_eq!(code, Some(1), "{words}: {said}");
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn a_fingerprint_kept_elsewhere_proves_the_whole() {
    let bytes = package(&Folder::starter());
    let stand_in = StandIn::new(GOOD);
    let path = stand_in.program().with_file_name("pacchetto.zip");
    fs::write(&path, &bytes).unwrap();
    let verify = |option: &str, kept: &str| {
        let options = ["package", "--verify", path.to_str().unwrap(), option, kept];
        let ran = stand_in.piao(Path::new("/"), options).any_status().run();
        (ran.status, ran.err)
    };
    let fingerprint = Sha256::of(&bytes);
    let copied = format!(" {} {} ", &fingerprint[..32].to_uppercase(), &fingerprint[32..]);
    for kept in [fingerprint.as_str(), &copied] {
        let (code, said) = verify("--impronta", kept);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("è proprio quel pacchetto, byte per byte"), "{said}");
    }
    let (code, said) = verify("--fingerprint", &"0a".repeat(32));
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("non è quel pacchetto"), "{said}");
    let (code, said) = verify("--impronta", "0a0b");
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("64 cifre esadecimali"), "{said}");
}

#[test]
fn what_is_no_package_is_a_wrong_world() {
    let hash = "0a".repeat(32);
    let head = "percorso,dimensione,sha256,data,indirizzo\r\n";
    let enormous = format!("{head}a,18446744073709551615,{hash},,\r\nb,99,{hash},,\r\n");
    for (bytes, words) in [
        (b"ciao".to_vec(), "non è un archivio zip"),
        (Vec::new(), "non è un archivio zip"),
        (archive([("a.txt", &b"a"[..])]), "non c'è la distinta dei file"),
        (archive([("distinta.csv", &b"a,b\r\n"[..])]), "non è una distinta dei file"),
        (archive([("distinta.csv", enormous.as_bytes())]), "più grandi di quelli di qualunque allegato"),
    ] {
        let (code, said) = verified(&bytes);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(words), "{words}: {said}");
    }
    let said = StandIn::new(GOOD).piao(Path::new("/"), ["package", "--verify", "/non/esiste.zip"]).status(2).run().err;
    assert!(said.contains("/non/esiste.zip"), "{said}");
    // A list that leads out of the archive, or one file more swollen than it says.
    let outside = format!("{head}../a,1,{hash},,\r\n");
    assert_eq!(verified(&archive([("distinta.csv", outside.as_bytes()), ("../a", b"a")])).0, Some(1));
    let swollen = format!("{head}a,1,{hash},,\r\n");
    let zeros = vec![0; 50_000_000];
    let (code, said) = verified(&archive([("distinta.csv", swollen.as_bytes()), ("a", &zeros)]));
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("è cambiato `a`"), "{said}");
}

//! The program for the PDFs when it does not behave: missing, old, failing, hanging, killed, talking nonsense; and what is kept of its work.

use super::documents_of;
use crate::folder::Folder;
use crate::stand_in::{GOOD, StandIn, after_greeting, program};
use piao::pdf::Document;
use piao::pdf::typst::{Converter, Environment, make};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

fn documents() -> Vec<Document> {
    documents_of(Folder::starter().root(), None)
}

pub fn words(error: &piao::trouble::Trouble) -> String {
    format!("{error} | {}", error.advice())
}

#[test]
fn a_converter_that_was_named_must_be_good() {
    let folder = tempfile::tempdir().unwrap();
    let table = [
        ("vecchio", "echo 'typst 0.14.2 (prova)'", "è typst 0.14.2, troppo vecchio: serve 0.15"),
        ("altro", "echo 'GNU bash 5.2'", "non dice di essere typst: GNU bash 5.2"),
        ("muto", "exit 0", "non dice di essere typst: nessuna parola"),
        ("rotto", "echo 'manca una libreria' >&2; exit 127", "(codice 127):\nmanca una libreria"),
        ("ucciso", "kill -9 $$", "interrotto dall'esterno"),
    ];
    for (name, lines, expected) in table {
        let named = program(folder.path(), name, lines);
        let error = Converter::find(Some(&named), &Environment::default()).expect_err(name);
        assert!(words(&error).contains(expected), "{name}: {}", words(&error));
        assert!(words(&error).contains("piao installa-pdf"), "{name}: {}", words(&error));
        let surroundings = Environment { named: Some(named), ..Environment::default() };
        assert!(Converter::find(None, &surroundings).is_err(), "{name}");
    }
    let missing = Converter::find(Some(&folder.path().join("nulla")), &Environment::default()).expect_err("missing");
    assert!(words(&missing).contains("non esiste"), "{}", words(&missing));
    let plain = folder.path().join("testo");
    fs::write(&plain, "ciao").unwrap();
    let error = Converter::at(&plain).expect_err("no program");
    assert!(words(&error).contains("impossibile avviare"), "{}", words(&error));
}

#[test]
fn the_option_comes_before_the_variable_the_path_and_the_cache() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let answer = |version: &str| format!("echo 'typst {version}'");
    let option = program(&place("opzione"), "mio", &answer("0.15.2"));
    let named = program(&place("variabile"), "mio", &answer("0.15.3"));
    program(&place("vecchio"), "typst", &answer("0.13.0"));
    program(&place("percorso"), "typst", &answer("0.15.4"));
    program(&place("cache/typst-0.15.1/bin"), "typst", &answer("0.15.1"));
    let path = |folders: &[&str]| std::env::join_paths(folders.iter().map(|name| place(name))).unwrap();
    let all = Environment {
        named: Some(named),
        path: path(&["vecchio", "percorso"]),
        cache: Some(place("cache")),
        work: None,
    };
    let found = |option: Option<&Path>, surroundings: &Environment| {
        Converter::find(option, surroundings).unwrap().map(|converter| converter.version().to_string())
    };
    assert_eq!(found(Some(&option), &all).as_deref(), Some("0.15.2"));
    assert_eq!(found(None, &all).as_deref(), Some("0.15.3"));
    let unnamed = Environment { named: None, ..all };
    assert_eq!(found(None, &unnamed).as_deref(), Some("0.15.4"));
    let only_old = Environment { path: path(&["vecchio"]), ..unnamed };
    assert_eq!(found(None, &only_old).as_deref(), Some("0.15.1"));
    assert_eq!(found(None, &Environment { cache: None, ..only_old }), None);
}

#[test]
fn a_converter_that_fails_is_quoted_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let documents = documents();
    let table = [
        ("fallisce", "echo 'error: file not found' >&2; exit 1", "(codice 1):\nerror: file not found"),
        ("comandi", "printf 'error: \\033[31mrosso' >&2; exit 1", "error: [31mrosso"),
        ("ucciso", "kill -9 $$", "è stato interrotto dall'esterno"),
        ("niente", "exit 0", "ha finito senza lasciare un PDF"),
        (
            "insensato",
            "for last; do :; done; echo ciao > \"$last\"; echo 'tutto bene'",
            "senza lasciare un PDF:\ntutto bene",
        ),
        ("troncato", "for last; do :; done; printf '%%PDF-1.7 meta' > \"$last\"", "senza lasciare un PDF"),
        ("pieno", "echo 'error: No space left on device' >&2; exit 1", "liberare spazio sul disco"),
    ];
    for (name, lines, expected) in table {
        let converter = Converter::at(&program(folder.path(), name, &after_greeting(lines))).unwrap();
        let kept = folder.path().join(format!("tenuti-{name}"));
        let error = make(&converter, &documents, Some(&kept)).expect_err(name);
        let said = words(&error);
        assert!(
            said.contains(expected) && said.contains("/stampa/") && said.contains("non è stato prodotto"),
            "{name}: {said}"
        );
        assert!(!kept.exists(), "{name}");
    }
}

#[test]
fn a_converter_that_hangs_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    // The second leaves a child that outlives it and holds its output open.
    for (name, lines) in [("fermo", "exec sleep 60"), ("lascia", "sleep 8 & sleep 60")] {
        let converter = Converter::at(&program(folder.path(), name, &after_greeting(lines))).unwrap();
        let start = Instant::now();
        let error = converter.within(Duration::from_millis(300)).compile(&documents()[0]).expect_err(name);
        assert!(start.elapsed() < Duration::from_secs(5), "{name}: {:?}", start.elapsed());
        assert!(
            words(&error).contains("non ha finito entro 0.3 secondi ed è stato fermato"),
            "{name}: {}",
            words(&error)
        );
    }
}

#[test]
fn a_closed_temporary_folder_is_a_trouble_of_its_own() {
    let (starter, stand_in) = (Folder::starter(), StandIn::new(GOOD));
    let run = stand_in.piao(starter.root(), ["build", "--pdf"]).env("TMPDIR", starter.path("/manca"));
    let said = run.status(2).run().err;
    assert!(said.contains("impossibile scrivere nella cartella temporanea"), "{said}");
}

#[test]
fn a_pdf_is_made_again_only_when_what_it_shows_has_changed() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("tenuti");
    let converter = Converter::at(&program(folder.path(), "typst", &after_greeting(GOOD))).unwrap();
    let anew = |documents: &[Document]| make(&converter, documents, Some(&kept)).unwrap().anew;
    let first = documents();
    assert_eq!(anew(&first), first.len());
    assert_eq!(anew(&first), 0);
    let starter = Folder::starter();
    starter.edit("software.yaml", "", "software:\n  - { nome: Altro, scopo: Prova }\n");
    // The software stands in its own sheet and in the whole annex.
    assert_eq!(anew(&documents_of(starter.root(), None)), 2);
    let newer = after_greeting(GOOD).replace("0.15.1", "0.15.9");
    let newer = Converter::at(&program(folder.path(), "nuovo", &newer)).unwrap();
    assert_eq!(make(&newer, &first, Some(&kept)).unwrap().anew, first.len());
}

#[test]
fn what_is_kept_and_spoiled_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("tenuti");
    let converter = Converter::at(&program(folder.path(), "typst", &after_greeting(GOOD))).unwrap();
    let one = &documents()[..1];
    let spoil: [fn(Vec<u8>) -> Vec<u8>; 4] = [
        |_| Vec::new(),
        |bytes| bytes[..bytes.len() / 2].to_vec(),
        |bytes| bytes.into_iter().map(|byte| if byte == b'v' { b'w' } else { byte }).collect(),
        |_| b"nulla".to_vec(),
    ];
    for spoil in spoil {
        let good = make(&converter, one, Some(&kept)).unwrap().outputs;
        for entry in fs::read_dir(&kept).unwrap() {
            let path = entry.unwrap().path();
            let bytes = fs::read(&path).unwrap();
            fs::write(&path, spoil(bytes)).unwrap();
        }
        let again = make(&converter, one, Some(&kept)).unwrap();
        assert_eq!((again.anew, &again.outputs), (1, &good));
    }
    // A cache that cannot be written costs time, nothing else.
    let closed = folder.path().join("file");
    fs::write(&closed, "").unwrap();
    assert_eq!(make(&converter, one, Some(&closed.join("sotto"))).unwrap().anew, 1);
}

/// The converter is another program: no crate that sets or writes PDFs is part of this one.
#[test]
fn no_crate_that_makes_pdfs_is_part_of_the_program() {
    let mut tree = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    tree.args(["tree", "--locked", "--offline", "--edges", "normal", "--prefix", "none", "--manifest-path"]);
    let output = tree.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let crates: Vec<_> = text.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(crates.contains(&"piao") && crates.contains(&"pulldown-cmark"), "{text}");
    let forbidden = ["typst", "pdf", "krilla", "cairo", "wkhtml", "weasy"];
    let found: Vec<_> = crates.iter().filter(|name| forbidden.iter().any(|word| name.contains(word))).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_folders_of_killed_runs_are_removed_and_no_others() {
    let starter = Folder::starter();
    let stand_in = StandIn::new(GOOD);
    let temporary = tempfile::tempdir().unwrap();
    for name in ["piao-pdf-0123456789abcdef/fonti", "piao-pdf-appunti", "altrui"] {
        fs::create_dir_all(temporary.path().join(name)).unwrap();
        fs::write(temporary.path().join(name).join("a"), "a").unwrap();
    }
    let options = ["package", "--pdf", "--out", "p.zip"];
    stand_in.piao(starter.root(), options).env("TMPDIR", temporary.path()).run();
    let mut names: Vec<_> = fs::read_dir(temporary.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["altrui", "piao-pdf-appunti"]);
}

#[test]
fn whoever_stops_the_program_stops_the_converter() {
    let starter = Folder::starter();
    starter.piao(["build", "--no-pdf"]).run();
    let before = crate::tree::files(&starter.path("/public"));
    for signal in ["TERM", "INT", "HUP"] {
        let folder = tempfile::tempdir().unwrap();
        let lines = after_greeting("echo $$ >> \"$(dirname \"$0\")/avviati\"; exec sleep 60");
        let converter = program(folder.path(), "typst", &lines);
        let temporary = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_piao"));
        command.args(["build", "--pdf", "--typst"]).arg(&converter).current_dir(starter.root());
        command.env("TMPDIR", temporary.path()).env("XDG_CACHE_HOME", temporary.path().join("cache"));
        let mut child = command.stderr(std::process::Stdio::piped()).spawn().unwrap();
        let numbers = folder.path().join("avviati");
        while !numbers.exists() {
            std::thread::sleep(Duration::from_millis(10));
        }
        let kill = |arguments: &[&str]| Command::new("kill").args(arguments).output().unwrap().status.success();
        assert!(kill(&["-s", signal, &child.id().to_string()]));
        let status = child.wait().unwrap();
        let mut said = String::new();
        std::io::Read::read_to_string(child.stderr.as_mut().unwrap(), &mut said).unwrap();
        assert!(status.code() == Some(2) && said.contains("interrotto"), "{signal}: {status}: {said}");
        for number in fs::read_to_string(&numbers).unwrap().lines() {
            assert!(!kill(&["-0", number]), "{signal}: {number} still runs");
        }
        let left: Vec<_> = fs::read_dir(temporary.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.is_empty(), "{left:?}");
        assert!(crate::tree::files(&starter.path("/public")) == before);
        assert!(crate::tree::files(starter.root()).keys().all(|path| !path.contains(".piao-")));
    }
}

#[test]
fn another_build_of_the_same_version_makes_the_pdfs_anew() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("tenuti");
    let documents = documents();
    let anew = |converter: &Path| make(&Converter::at(converter).unwrap(), &documents, Some(&kept)).unwrap().anew;
    let stand_in = StandIn::new(GOOD);
    assert_eq!(anew(&stand_in.program()), documents.len());
    assert_eq!(anew(&stand_in.program()), 0);
    let other = folder.path().join("altra-build");
    fs::copy(stand_in.program(), &other).unwrap();
    assert_eq!(anew(&other), 0, "the same bytes elsewhere");
    let script = fs::read_to_string(&other).unwrap();
    fs::write(&other, format!("{script}\n# un'altra build\n")).unwrap();
    assert_eq!(anew(&other), documents.len());
}

//! Having the program for the PDFs: installed when asked, never otherwise, named from anywhere.

use super::typst::words;
use crate::folder::Folder;
use crate::stand_in::{GOOD, StandIn, program};
use piao::pdf::typst::{Converter, Environment, install};
use std::fs;
use std::process::Command;

#[test]
fn the_converter_is_installed_into_the_cache_and_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join("cache");
    let cargo = "while [ $# -gt 0 ]; do [ \"$1\" = --root ] && root=$2; echo \"$1\" >> \"$CARGO_DETTO\"; shift; done\n\
        mkdir -p \"$root/bin\"; printf '#!/bin/sh\\necho typst 0.15.1\\n' > \"$root/bin/typst\"; chmod +x \"$root/bin/typst\"";
    let told = folder.path().join("detto");
    program(&folder.path().join("bin"), "cargo", &cargo.replace("$CARGO_DETTO", &told.display().to_string()));
    let path = std::env::join_paths([folder.path().join("bin"), "/usr/bin".into(), "/bin".into()]).unwrap();
    let surroundings = Environment { named: None, path, cache: Some(cache.clone()), work: None };
    let converter = install(&surroundings).unwrap();
    assert!(converter.program().starts_with(&cache));
    let told = fs::read_to_string(told).unwrap();
    assert!(told.starts_with("install\n--locked\ntypst-cli\n--version\n=0.15.1\n--root\n"), "{told}");
    // The real one may stand in /usr/bin: only the cache is looked at here.
    let found = Converter::find(None, &Environment { path: "".into(), ..surroundings }).unwrap();
    assert_eq!(found.map(|found| found.program().to_owned()), Some(converter.program().to_owned()));
}

#[test]
fn without_cargo_the_line_of_the_system_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let surroundings = |manager: &str| {
        let bin = folder.path().join(manager);
        program(&bin, manager, "exit 1");
        Environment { named: None, path: bin.into(), cache: Some(folder.path().join("cache")), work: None }
    };
    for (manager, line) in [
        ("brew", "brew install typst"),
        ("winget", "winget install --id Typst.Typst"),
        ("apt-get", "https://rustup.rs"),
        ("altro", "https://github.com/typst/typst/releases"),
    ] {
        let error = install(&surroundings(manager)).expect_err(manager);
        assert!(words(&error).contains("manca cargo") && words(&error).contains(line), "{manager}: {}", words(&error));
    }
    let failing = folder.path().join("rotto");
    program(&failing, "cargo", "echo 'error: rete assente' >&2; exit 101");
    let error =
        install(&Environment { named: None, path: failing.into(), cache: Some(folder.path().join("c")), work: None })
            .expect_err("failing");
    assert!(words(&error).contains("cargo non è riuscito a installare typst 0.15.1"), "{}", words(&error));
}

/// What is tried is what runs, although it runs in another folder.
#[test]
fn a_converter_may_be_named_from_the_current_folder() {
    let starter = Folder::starter();
    let stand_in = StandIn::new(GOOD);
    fs::create_dir(starter.root().join("strumenti")).unwrap();
    fs::copy(stand_in.program(), starter.root().join("strumenti/typst-nostro")).unwrap();
    for named in ["strumenti/typst-nostro", "./strumenti/../strumenti/typst-nostro"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_piao"));
        command.current_dir(starter.root()).args(["build", "--pdf", "--typst", named]);
        let output = command.env("XDG_CACHE_HOME", starter.root().join("cache")).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{named}: {said}");
        assert!(starter.root().join("public/2026-2028/stampa/allegato.pdf").is_file(), "{said}");
        fs::remove_dir_all(starter.root().join("cache")).unwrap();
    }
}

/// `--pdf` without a converter says how to have one, those ways first that need no Rust; nothing is installed or written.
#[cfg(unix)]
#[test]
fn nothing_is_installed_without_being_asked() {
    let starter = Folder::starter();
    let folder = tempfile::tempdir().unwrap();
    let called = folder.path().join("chiamato");
    let bin = program(folder.path(), "cargo", &format!("touch '{}'", called.display())).parent().unwrap().to_owned();
    program(&bin, "brew", &format!("touch '{}'", called.display()));
    for command in ["build", "package"] {
        let mut piao = Command::new(env!("CARGO_BIN_EXE_piao"));
        piao.current_dir(starter.root()).args([command, "--pdf"]);
        let output = piao.env("PATH", &bin).env("XDG_CACHE_HOME", folder.path().join("cache")).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        let (brew, own) = (said.find("brew install typst"), said.find("piao installa-pdf"));
        assert!(brew.is_some() && brew < own, "{said}");
        assert!(!called.exists() && !starter.root().join("public").exists());
    }
}

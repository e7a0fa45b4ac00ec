//! Little memory, few threads, small files: the program does its work with what it has, or says why it does not.

use crate::folder::Folder;
use crate::run::program;
use std::process::{Command, Output};

/// The program in a folder, below limits that the shell sets.
fn limited(limits: &str, folder: &Folder, command: &[String]) -> Output {
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{limits}; exec \"$0\" \"$@\"")]).arg(program()).args(command);
    shell.current_dir(folder.root()).env("XDG_CACHE_HOME", folder.path("/cache")).output().expect("the program starts")
}

fn words(command: &str) -> Vec<String> {
    command.split(' ').map(str::to_owned).collect()
}

#[test]
fn where_no_thread_more_can_begin_one_does_the_work() {
    let starter = Folder::starter();
    let enti = Folder::empty();
    for office in ["a", "b"] {
        for (path, text) in piao::scaffold::files() {
            enti.write(&format!("/{office}/{path}"), text);
        }
    }
    let all = ["build", "--all", &enti.root().display().to_string(), "--no-pdf"].map(str::to_owned);
    let one = ["build", "--no-pdf"].map(str::to_owned);
    for command in [&one[..], &all[..]] {
        for kib in (200_000..=400_000).step_by(25_000) {
            let ran = limited(&format!("ulimit -v {kib}"), &starter, command);
            let (status, said) = (ran.status.code(), String::from_utf8_lossy(&ran.stderr));
            // Where there is not even room for the first bytes of a thread, the system ends the program; it is never one of ours that gives up.
            let is_ours = |line: &str| line.contains("panicked at") && !line.contains("/library/std/");
            let gave_up = said.lines().any(is_ours);
            assert!(matches!(status, Some(0 | 2) | None) && !gave_up, "{kib} KiB: {status:?}\n{said}");
            let site = starter.root().join("public");
            assert!(!site.exists() || site.join("404.html").exists(), "{kib} KiB: half a site");
        }
    }
}

#[test]
fn where_there_is_too_little_memory_each_command_says_so() {
    let starter = Folder::starter();
    let mut refused = 0;
    for command in ["check", "export --out e.xlsx", "package --no-pdf --out p.zip", "build --no-pdf", "serve --port 1"]
    {
        for kib in (100_000..=400_000).step_by(20_000) {
            let ran = limited(&format!("ulimit -v {kib}"), &starter, &words(command));
            let said = String::from_utf8_lossy(&ran.stderr);
            let is_refusal = ran.status.code() == Some(2) && said.contains("il sistema non concede a questo programma");
            assert!(is_refusal || ran.status.success() || command.starts_with("serve"), "{command}, {kib} KiB: {said}");
            assert!(!said.contains("panicked") && !said.contains("memory allocation"), "{command}, {kib} KiB: {said}");
            refused += usize::from(is_refusal);
        }
    }
    assert!(refused >= 5, "{refused}");
}

/// What is enough is not called too little.
#[test]
fn a_small_folder_is_checked_with_little_memory() {
    let starter = Folder::starter();
    let ran = limited("ulimit -v 360000", &starter, &words("check"));
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn a_file_that_may_not_be_so_large_is_trouble_and_nothing_is_left() {
    let starter = Folder::starter();
    let before = crate::tree::files(starter.root());
    for command in ["export --out e.xlsx", "package --no-pdf --out p.zip", "build --no-pdf", "init altra"] {
        let ran = limited("ulimit -f 1", &starter, &words(command));
        let said = String::from_utf8_lossy(&ran.stderr);
        assert_eq!(ran.status.code(), Some(2), "{command}: {said}");
        assert!(said.contains("più grande di quanto il disco o il sistema permette"), "{command}: {said}");
        let mut left = crate::tree::files(starter.root());
        left.retain(|path, _| !path.starts_with("cache/"));
        assert!(left.keys().eq(before.keys()), "{command}: {:?}", left.keys());
    }
    assert!(!starter.path("/public").exists() && !starter.path("/altra").exists());
}

#[test]
fn few_open_files_are_enough_or_trouble() {
    let starter = Folder::starter();
    for command in ["check", "export --out e.xlsx", "package --no-pdf --out p.zip", "build --no-pdf"] {
        for count in [4, 5, 6, 8, 12, 64] {
            let ran = limited(&format!("ulimit -n {count}"), &starter, &words(command));
            let said = String::from_utf8_lossy(&ran.stderr);
            let is_told = said.contains("il programma non può tenere aperti altri file");
            assert!(ran.status.success() || ran.status.code() == Some(2) && is_told, "{command}, {count}: {said}");
        }
    }
}

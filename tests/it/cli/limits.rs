//! Little memory: the program does its work with fewer threads, or says why it does not.

use crate::folder::Folder;
use crate::run::program;
use std::process::Command;

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
            let mut shell = Command::new("sh");
            shell.args(["-c", &format!("ulimit -v {kib}; exec \"$0\" \"$@\"")]).arg(program()).args(command);
            shell.current_dir(starter.root());
            let ran = shell.output().expect("the program starts");
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

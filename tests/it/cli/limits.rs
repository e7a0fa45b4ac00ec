//! Little memory: the program does its work with fewer threads, or says why it does not.

use crate::folder::Folder;
use crate::run::{Run, program};
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
            // Where there is not even room for the first bytes, the system ends the program itself.
            let ran = Run::of(shell).any_status().run();
            assert!(matches!(ran.status, Some(0 | 2) | None), "{kib} KiB: {:?}\n{}", ran.status, ran.err);
        }
    }
}

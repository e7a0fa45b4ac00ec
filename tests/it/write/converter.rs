//! An installation of the converter that is killed at any moment.

use super::kills::{at_every_moment, command, started};
use crate::folder::Folder;
use crate::stand_in::program;
use piao::pdf::typst::PINNED;

/// What stands in for cargo builds beside its place and moves there, as cargo does.
#[test]
fn a_converter_whose_installation_was_killed_is_installed_by_the_next_run() {
    let (folder, root) = (Folder::empty(), "while [ $# -gt 0 ]; do [ \"$1\" = --root ] && root=$2; shift; done");
    let build = "mkdir -p \"$root/bin\" && printf '#!/bin/sh\\necho typst 0.15.1\\n' > \"$root/bin/.new$$\"";
    let there = "chmod +x \"$root/bin/.new$$\" && mv \"$root/bin/.new$$\" \"$root/bin/typst\"";
    program(&folder.path("/bin"), "cargo", &format!("{root}\n{build} && {there}"));
    for needed in ["mkdir", "chmod", "mv"] {
        program(&folder.path("/bin"), needed, &format!("PATH=/usr/bin:/bin exec {needed} \"$@\""));
    }
    let setup = || {
        let mut setup = command(folder.root(), &["setup"]);
        setup.env("PATH", folder.path("/bin")).env("XDG_CACHE_HOME", folder.path("/cache")).env_remove("PIAO_TYPST");
        setup
    };
    let clear = || {
        let _ = std::fs::remove_dir_all(folder.path("/cache"));
    };
    at_every_moment(setup(), clear, |told| {
        let done = folder.path("/cache/piao").join(format!("typst-{PINNED}/bin/typst")).exists();
        assert!(started(&mut setup()).wait().expect("an end").success(), "{told}");
        assert!(folder.path("/cache/piao").join(format!("typst-{PINNED}/bin/typst")).exists(), "{told}");
        done
    });
}

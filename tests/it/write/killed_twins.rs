//! Builds of a large site, each made of the twin of the one before, that are killed at any moment.

use super::kills::{at_every_moment, command, started};
use crate::folder::Folder;
use crate::large::{beside, large_starter};
use crate::tree::files;
use std::process::Command;

#[test]
fn a_large_site_is_always_one_whole_site() {
    let (starter, cache) = (large_starter(), Folder::empty());
    let build = || {
        let mut command: Command = command(starter.root(), &["build", "--no-pdf"]);
        command.env("XDG_CACHE_HOME", cache.root());
        command
    };
    let whole_build = || assert!(started(&mut build()).wait().expect("an end").success());
    let write = |risk: &str| {
        let text = starter.read("processi.yaml");
        let text = text.replace("rischio: medio", risk).replace("rischio: alto", risk);
        starter.edit("processi.yaml", "", &text);
    };
    let mut sites = Vec::new();
    for risk in ["rischio: alto", "rischio: medio"] {
        write(risk);
        whole_build();
        sites.push(files(&starter.path("/public")));
    }
    assert!(sites[0] != sites[1] && beside(starter.root()).len() == 1);
    let mut turn = 0;
    at_every_moment(
        build(),
        || {
            // What a killed run left is put right, so that each run is made of a twin.
            write("rischio: medio");
            whole_build();
            write("rischio: alto");
            whole_build();
            turn += 1;
            write(if turn % 2 == 0 { "rischio: alto\n    # di nuovo" } else { "rischio: medio" });
        },
        |told| {
            let there = files(&starter.path("/public"));
            assert!(sites.contains(&there), "{told}");
            there == sites[1]
        },
    );
    write("rischio: medio");
    whole_build();
    assert!(files(&starter.path("/public")) == sites[1]);
    for left in beside(starter.root()) {
        assert!(files(&left) == sites[1], "{}", left.display());
    }
}

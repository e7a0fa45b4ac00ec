//! Kills of the commands that write several files, and of the rarer ones that write one.

use super::kills::{
    Tree, at_every_moment, command, each_file_old_or_new, left, one_whole_file, one_whole_site, risk, started,
};
use crate::folder::Folder;
#[cfg(unix)]
use crate::stand_in::program;
use crate::tree::files;
#[cfg(unix)]
use piao::pdf::typst::PINNED;

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";

#[test]
fn a_site_with_its_document_is_always_whole() {
    one_whole_site(&["build", "--no-pdf", "--docx"], |_| {});
}

#[test]
fn each_of_several_sites_is_always_whole() {
    let world = Folder::empty();
    for office in ["a", "b"] {
        for (path, text) in piao::scaffold::files() {
            world.write(&format!("/enti/{office}/{path}"), text);
        }
    }
    let path = |office: &str| format!("/enti/{office}/data/2026-2028/processi.yaml");
    let texts =
        ["alto", "medio"].map(|risk| world.read(&path("a")).replace("rischio: medio", &format!("rischio: {risk}")));
    assert!(texts[0] != texts[1]);
    let write = |turn: usize| ["a", "b"].iter().for_each(|office| world.write(&path(office), &texts[turn]));
    let sites = || ["a", "b"].map(|office| files(&world.path(&format!("/enti/{office}/public"))));
    let build = || command(world.root(), &["build", "--all", "enti", "--no-pdf"]);
    let whole: [[Tree; 2]; 2] = [0, 1].map(|turn| {
        write(turn);
        assert!(started(&mut build()).wait().expect("an end").success());
        sites()
    });
    let mut turn = 0;
    at_every_moment(
        build(),
        || {
            write(turn % 2);
            turn += 1;
        },
        |told| {
            let there = sites();
            for (number, site) in there.iter().enumerate() {
                assert!(whole.iter().any(|whole| whole[number] == *site), "{told}: {number}");
            }
            there == whole[usize::from(world.read(&path("a")) == texts[1])]
        },
    );
    write(1);
    assert!(started(&mut build()).wait().expect("an end").success());
    assert!(sites() == whole[1]);
    assert_eq!(left(world.root()), [""; 0]);
}

#[test]
fn workbooks_of_each_office_are_whole_or_not_there() {
    each_file_old_or_new(&Folder::starter(), &["export", "--per", "servizio", "--out", "uffici"]);
}

#[test]
fn a_workbook_of_open_office_is_the_old_one_or_the_new_one() {
    one_whole_file("/e.ods", &["export", "--edition", "2026-2028", "--out", "e.ods"], risk);
}

#[test]
fn chapters_for_word_are_whole_or_not_there() {
    each_file_old_or_new(&Folder::starter(), &["export", "--chapters", "capitoli"]);
}

#[test]
fn a_chapter_that_comes_from_word_is_the_old_one_or_the_new_one() {
    let starter = Folder::starter();
    let text = starter.read(CHAPTER);
    starter.write(CHAPTER, format!("{text}\nUn capoverso in più.\n"));
    starter.piao(["export", "--chapters", "capitoli"]).run();
    starter.write(CHAPTER, text);
    each_file_old_or_new(&starter, &["import", "capitoli/premessa.docx", "--chapter", "premessa", "--yes"]);
}

#[test]
fn questions_of_an_import_are_whole_or_not_there() {
    let starter = Folder::starter();
    starter.write("/a.csv", "Nome software;Scopo\nProtocollo Nuovo;Protocollo\n");
    each_file_old_or_new(&starter, &["import", "a.csv", "--answers-out", "r.yaml"]);
}

#[test]
fn comparisons_for_offices_are_the_old_ones_or_the_new_ones() {
    for (format, file) in [("docx", "/d.docx"), ("xlsx", "/d.xlsx")] {
        one_whole_file(file, &["diff", "2026-2028", "2027-2029", "--format", format, "--out", &file[1..]], risk);
    }
}

#[test]
fn a_seal_that_is_opened_is_the_old_one_or_the_new_one() {
    let starter = Folder::starter();
    starter.piao(["seal", "2026-2028"]).run();
    each_file_old_or_new(&starter, &["seal", "2026-2028", "--unseal", "--reason", "prova"]);
}

#[test]
fn schemas_are_whole_or_not_there() {
    each_file_old_or_new(&Folder::starter(), &["schema", "--out", "schemi-nuovi"]);
}

#[test]
fn files_of_a_theme_are_whole_or_not_there() {
    each_file_old_or_new(&Folder::starter(), &["theme", "copy", "templates/processo.html", "templates/base.html"]);
}

/// What stands in for cargo builds beside its place and moves there, as cargo does.
#[cfg(unix)]
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

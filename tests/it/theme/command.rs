//! `piao theme`: what it lists, shows and copies, and what it leaves alone.

use crate::folder::{Folder, repository};
use std::fs;

#[test]
fn the_files_of_the_program_are_listed_and_shown() {
    let starter = Folder::starter();
    let list = starter.piao(["theme"]).err("").run().out;
    assert_eq!(starter.piao(["aspetto", "elenca"]).run().out, list);
    let paths: Vec<&str> = list.lines().collect();
    for path in [
        "theme.yaml",
        "templates/piede.html",
        "stile/10-variabili.css",
        "static/ricerca.js",
        "print/tavole/processi.typ",
    ] {
        assert!(paths.contains(&path), "{path} in {list}");
    }
    let inside =
        fs::read_to_string(repository().join("themes/istituzionale/templates/piede.html")).expect("a template");
    starter.piao(["theme", "show", "templates/piede.html"]).out(&inside).err("").run();
    starter.piao(["aspetto", "mostra", "piede.html"]).out(&inside).run();
    Folder::empty().piao(["theme"]).out(&list).run();
    let ran = starter.piao(["theme", "show", "templates/pide.html"]).status(2).out("").run();
    assert!(ran.err.contains("forse si intendeva `templates/piede.html`"), "{}", ran.err);
    let ran = starter.piao(["theme", "show", "stile"]).status(2).out("").run();
    assert!(ran.err.contains("`stile` è una cartella"), "{}", ran.err);
}

#[test]
fn files_are_copied_where_the_theme_is_and_changed_ones_are_left() {
    let starter = Folder::starter();
    starter.edit("/data/ente.yaml", "aspetto: istituzionale", "aspetto: comune");
    let root = starter.root().to_str().expect("a path").to_owned();
    let elsewhere = Folder::empty();
    let copy = |files: &[&str]| elsewhere.piao(["theme", "copy", "--root", &root].iter().chain(files));
    let ran = copy(&["templates/piede.html", "theme.yaml"]).out("").run();
    assert!(ran.err.contains("`themes/comune/templates/piede.html` copiato."), "{}", ran.err);
    let inside =
        fs::read_to_string(repository().join("themes/istituzionale/templates/piede.html")).expect("a template");
    assert_eq!(starter.read("/themes/comune/templates/piede.html"), inside);
    // What is copied changes nothing of the site.
    let built = starter.piao(["build"]).run();
    assert!(!built.err.contains("avviso:"), "{}", built.err);
    assert!(starter.piao(["theme"]).run().out.contains("templates/piede.html  → themes/comune/templates/piede.html\n"));
    // Again: nothing to do. Changed: nothing is touched, and nothing else is copied.
    assert!(copy(&["piede.html"]).run().err.contains("c'è già, uguale"));
    starter.edit("/themes/comune/templates/piede.html", "", "mio");
    let ran = copy(&["stile", "templates/piede.html"]).status(2).run();
    assert!(ran.err.contains("`themes/comune/templates/piede.html` c'è già"), "{}", ran.err);
    assert_eq!(starter.read("/themes/comune/templates/piede.html"), "mio");
    assert!(!starter.path("/themes/comune/stile").exists());
    starter.piao(["aspetto", "copia", "stile", "--cartella", &root]).run();
    assert!(starter.path("/themes/comune/stile/80-piede.css").exists());
}

#[cfg(unix)]
#[test]
fn links_in_the_place_of_a_copy_are_left_alone() {
    let starter = Folder::starter();
    let elsewhere = Folder::empty();
    fs::create_dir_all(starter.path("/themes/istituzionale/templates")).expect("a folder");
    let link = starter.path("/themes/istituzionale/templates/piede.html");
    std::os::unix::fs::symlink(elsewhere.path("/niente"), &link).expect("a link");
    starter.piao(["theme", "copy", "piede.html"]).status(2).run();
    assert!(!elsewhere.path("/niente").exists() && link.is_symlink());
}

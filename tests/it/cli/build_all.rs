//! `piao build --all`: many folders in one run.

use crate::folder::Folder;
use crate::run::Run;
use crate::tree::files;

/// The program, with a cache of the world's own.
fn piao(world: &Folder, arguments: &[&str]) -> Run {
    world.piao(arguments).env("XDG_CACHE_HOME", world.path("/cache"))
}

/// Administrations below `enti/`, each the starter.
fn world(names: &[&str]) -> Folder {
    let folder = Folder::empty();
    for name in names {
        for (path, text) in piao::scaffold::files() {
            folder.write(&format!("/enti/{name}/{path}"), text);
        }
    }
    folder
}

#[test]
fn each_folder_below_has_the_site_that_it_would_have_alone() {
    let world = world(&["bologna/alfa", "beta"]);
    world.write("/enti/letture/appunti.txt", "nessun ente");
    let ran = piao(&world, &["build", "--all", "enti"]).run();
    let written = |name: &str| format!("enti/{name}: Sito scritto in `enti/{name}/public`: ");
    let lines: Vec<&str> = ran.err.lines().collect();
    assert!(lines.len() == 3 && lines[0].starts_with(&written("beta")), "{}", ran.err);
    assert!(lines[1].starts_with(&written("bologna/alfa")) && lines[2] == "2 cartelle: 2 siti scritti.", "{}", ran.err);
    piao(&world, &["build", "--root", "enti/beta", "--out", "solo"]).run();
    let alone = files(&world.path("/solo"));
    for name in ["bologna/alfa", "beta"] {
        assert!(files(&world.path(&format!("/enti/{name}/public"))) == alone, "{name}");
    }
    // A second run finds the same folders: published sites are none, whatever is in them.
    let again = piao(&world, &["genera", "--tutte", "enti"]).run();
    assert!(again.err.ends_with("2 cartelle: nessun sito scritto, 2 in cui nulla è cambiato.\n"), "{}", again.err);
}

#[test]
fn with_a_target_the_sites_stand_in_it_by_the_names_of_their_folders() {
    let world = world(&["bologna/alfa", "beta"]);
    piao(&world, &["build", "--all", "enti", "--out", "enti/siti"]).run();
    assert!(world.path("/enti/siti/beta/index.html").exists());
    assert!(world.path("/enti/siti/bologna/alfa/index.html").exists());
    assert!(!world.path("/enti/beta/public").exists());
    let again = piao(&world, &["build", "--all", "enti", "--out", "enti/siti"]).run();
    assert!(again.err.ends_with("2 cartelle: nessun sito scritto, 2 in cui nulla è cambiato.\n"), "{}", again.err);
}

#[test]
fn the_faults_of_one_folder_hinder_no_other_and_the_worst_decides() {
    let world = world(&["a", "b", "c", "d"]);
    let processes = format!("/enti/b/data/{}/processi.yaml", piao::scaffold::EDITION);
    world.edit(&processes, "rischio: medio", "rischio: moderato");
    let ran = piao(&world, &["build", "--all", "enti"]).status(1).run();
    let place = format!("enti/b/data/{}/processi.yaml:", piao::scaffold::EDITION);
    assert!(ran.err.contains(&place) && ran.err.contains("errore[LA101]"), "{}", ran.err);
    assert!(ran.err.ends_with("4 cartelle: 3 siti scritti, 1 con errori nei dati.\n"), "{}", ran.err);
    assert!(world.path("/enti/d/public/index.html").exists() && !world.path("/enti/b/public").exists());

    // Of those without errors nothing has changed.
    world.write("/enti/c/public/tesi.txt", "mia");
    let ran = piao(&world, &["build", "--all", "enti"]).status(2).run();
    assert!(ran.err.contains("\nenti/c: errore: nella cartella `enti/c/public` ci sono file"), "{}", ran.err);
    assert!(ran.err.contains("1 che non si è potuta generare.\n"), "{}", ran.err);
    assert_eq!(world.read("/enti/c/public/tesi.txt"), "mia");
}

#[test]
fn no_folder_below_is_wrong_use() {
    let starter = Folder::starter();
    let ran = starter.piao(["build", "--all", "."]).status(2).run();
    assert!(ran.err.contains("usare --cartella `.`"), "{}", ran.err);
    starter.piao(["build", "--all", "content"]).status(2).run();
    starter.piao(["build", "--all", "assente"]).status(2).run();
    starter.piao(["build", "--all", ".", "--root", "."]).status(2).run();
}

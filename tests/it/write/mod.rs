//! The published folder is replaced in one step, and nothing that is not ours is ever lost.

mod commands;
#[cfg(unix)]
mod converter;
#[cfg(target_os = "linux")]
mod faults;
#[cfg(target_os = "linux")]
mod killed_twins;
mod kills;
#[cfg(target_os = "linux")]
mod twins;
#[cfg(unix)]
mod unix;
#[cfg(target_os = "linux")]
mod whole_tree;
mod world;

use piao::output::Output;
use piao::write::Summary;
use std::fs;
use std::path::PathBuf;
use world::{NEW, OLD, World, contents, pages};

#[test]
fn a_site_replaces_the_one_before_with_its_stale_pages() {
    let world = World::new();
    let first = world.publish(&OLD).unwrap();
    assert_eq!(first, Summary { files: 2, bytes: 14, replaced: false, left_behind: None, standing: None });
    let second = world.publish(&NEW).unwrap();
    assert!(second.replaced && second.left_behind.is_none());
    assert_eq!(world.site(), pages(&NEW));
    assert!(!world.path("public/2024-2026").exists());
    assert_eq!(world.debris(), [""; 0]);
}

#[test]
fn the_marker_lists_the_files_and_says_in_italian_what_the_folder_is() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    let marker = fs::read_to_string(world.path("public/.piao")).unwrap();
    assert!(marker.starts_with("piao 1\n# Questa cartella è stata generata"), "{marker}");
    assert!(marker.ends_with("\n2024-2026/index.html\nindex.html\n"), "{marker}");
}

#[test]
fn missing_and_empty_targets_are_fine_and_so_are_missing_folders_above() {
    let mut world = World::new();
    world.target = world.path("a/b/public");
    world.publish(&NEW).unwrap();
    assert_eq!(world.site(), pages(&NEW));

    world.target = world.path("vuota");
    fs::create_dir(&world.target).unwrap();
    fs::write(world.path("vuota/.DS_Store"), "x").unwrap();
    let summary = world.publish(&NEW).unwrap();
    assert!(!summary.replaced && summary.left_behind.is_none());
    assert_eq!(world.site(), pages(&NEW));
    assert_eq!(world.debris(), [""; 0]);
}

#[test]
fn a_folder_of_someone_else_is_refused_untouched() {
    let world = World::new();
    fs::create_dir_all(world.path("public/foto")).unwrap();
    fs::write(world.path("public/foto/a.jpg"), "mia").unwrap();
    let trouble = world.publish(&NEW).unwrap_err();
    assert!(trouble.to_string().contains("non è stata scritta da questo programma"), "{trouble}");
    assert!(trouble.advice().contains("--uscita"));
    assert_eq!(contents(&world.target), pages(&[("foto/a.jpg", "mia")]));
    // A marker of a version that is not understood is no leave to replace.
    fs::write(world.path("public/.piao"), "piao 9\n").unwrap();
    assert!(world.publish(&NEW).is_err());
    assert_eq!(world.debris(), [""; 0]);
}

#[test]
fn an_added_file_is_named_and_never_lost_but_litter_is_no_hindrance() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    fs::write(world.path("public/2024-2026/Thumbs.db"), "x").unwrap();
    world.publish(&OLD).unwrap();
    for name in ["a.pdf", "b.pdf", "c.pdf", "d.pdf"] {
        fs::write(world.path("public").join(name), "mio").unwrap();
    }
    let trouble = world.publish(&NEW).unwrap_err();
    assert!(trouble.to_string().ends_with("`a.pdf`, `b.pdf`, `c.pdf` e altri"), "{trouble}");
    assert_eq!(world.site().len(), 6);
    assert_eq!(world.debris(), [""; 0]);
}

#[test]
fn a_file_added_while_the_site_is_being_written_is_not_lost_either() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    let staging = world.begin().unwrap();
    staging.put(&Output::new("index.html", "nuova")).unwrap();
    fs::write(world.path("public/mio.txt"), "mio").unwrap();
    assert!(staging.commit().unwrap_err().to_string().contains("`mio.txt`"));
    assert_eq!(world.site()["index.html"], "vecchia");
    assert_eq!(world.site()["mio.txt"], "mio");
    assert_eq!(world.debris(), [""; 0]);
}

#[test]
fn without_a_commit_the_old_site_stays_and_nothing_is_left() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    let staging = world.begin().unwrap();
    staging.put(&Output::new("index.html", "nuova")).unwrap();
    assert_eq!(world.debris().len(), 2);
    drop(staging);
    assert_eq!(world.site(), pages(&OLD));
    assert_eq!(world.debris(), [""; 0]);
}

#[test]
fn an_error_in_a_page_leaves_the_old_site() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    // The second file wants as a folder what the first one made a file.
    let trouble = world.publish(&[("a", "file"), ("a/b", "x")]).unwrap_err();
    assert!(trouble.to_string().contains("public/a/b"), "{trouble}");
    assert!(world.publish(&[("a", "x"), ("a", "y")]).unwrap_err().to_string().contains("stesso percorso"));
    assert_eq!(world.site(), pages(&OLD));
    assert_eq!(world.debris(), [""; 0]);
}

#[test]
fn unsafe_paths_are_refused() {
    let world = World::new();
    let staging = world.begin().unwrap();
    for path in ["../fuori", "/tmp/fuori", "a/../../fuori", "a\\b", "", "a//b", "C:a", ".piao", "a\nb"] {
        assert!(staging.put(&Output::new(path, "x")).is_err(), "{path:?}");
    }
    drop(staging);
    assert!(!world.path("fuori").exists());
}

#[test]
fn places_that_are_no_target_are_refused() {
    let mut world = World::new();
    fs::write(world.path("file"), "mio").unwrap();
    let outside = world.root.path().parent().unwrap().to_owned();
    let refused = [
        "",
        ".",
        "data",
        "data/x",
        "data/2025-2027",
        "content/x/y",
        "themes/z",
        "file",
        "nulla/../data",
        "data/../data/q",
    ];
    for below in refused {
        world.target = world.path(below);
        assert!(world.begin().is_err(), "{below}");
    }
    world.target = outside;
    assert!(world.begin().is_err());
    world.target = PathBuf::from("/");
    assert!(world.begin().is_err());
    assert_eq!(fs::read_to_string(world.path("file")).unwrap(), "mio");
    assert!(!world.path("data/x").exists() && !world.path("content/x").exists());
}

#[test]
fn a_run_that_was_interrupted_is_cleaned_up() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    let dead = world.path(".public.piao-4000001");
    fs::create_dir_all(dead.join("2025-2027")).unwrap();
    fs::write(dead.join(".piao"), "piao 1, generazione in corso").unwrap();
    fs::write(dead.join("2025-2027/index.html"), "a metà").unwrap();
    // The old site after an exchange, with a file that someone added at the last moment.
    let swapped = world.path(".public.piao-4000002");
    fs::create_dir(&swapped).unwrap();
    fs::write(swapped.join(".piao"), "piao 1\n# Distinta dei file:\nindex.html\n").unwrap();
    fs::write(swapped.join("index.html"), "vecchia").unwrap();
    fs::write(swapped.join("mio.txt"), "mio").unwrap();
    // A folder of someone else that only looks like ours, and a lock that nobody holds.
    fs::create_dir(world.path(".public.piao-77")).unwrap();
    fs::write(world.path(".public.piao-77/mio.txt"), "mio").unwrap();
    fs::write(world.path(".public.piao-lock"), "").unwrap();
    world.publish(&NEW).unwrap();
    assert!(!dead.exists());
    assert_eq!(contents(&swapped).keys().collect::<Vec<_>>(), [".piao", "mio.txt"]);
    assert!(world.path(".public.piao-77/mio.txt").exists());
    assert_eq!(world.site(), pages(&NEW));
}

#[test]
fn a_site_caught_between_two_renames_is_put_back() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    fs::rename(&world.target, world.path(".public.piao-4000003.old")).unwrap();
    drop(world.begin().unwrap());
    assert_eq!(world.site(), pages(&OLD));
    assert_eq!(world.debris(), [""; 0]);
}

#[test]
fn an_old_site_never_takes_the_place_of_the_one_that_is_there() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    fs::rename(&world.target, world.path("messa da parte")).unwrap();
    world.publish(&NEW).unwrap();
    let left = world.path(".public.piao-4000004.old");
    fs::rename(world.path("messa da parte"), &left).unwrap();
    drop(world.begin().unwrap());
    assert_eq!(world.site(), pages(&NEW));
    assert!(!left.exists());
}

#[test]
fn two_runs_at_once_do_not_mix() {
    let world = World::new();
    let first = world.begin().unwrap();
    let trouble = world.begin().unwrap_err();
    assert!(trouble.to_string().contains("un'altra generazione sta scrivendo"), "{trouble}");
    first.put(&Output::new("index.html", "prima")).unwrap();
    first.commit().unwrap();
    world.publish(&NEW).unwrap();
    assert_eq!(world.site(), pages(&NEW));
}

#[test]
fn many_threads_write_at_once() {
    let world = World::new();
    let staging = world.begin().unwrap();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let staging = &staging;
            scope.spawn(move || {
                for page in 0..200 {
                    staging.put(&Output::new(format!("e/p/{thread}-{page}/index.html"), "x")).unwrap();
                }
            });
        }
    });
    assert_eq!(staging.commit().unwrap().files, 1600);
    assert_eq!(world.site().len(), 1600);
}

#[test]
fn a_file_of_the_old_site_can_be_kept() {
    let world = World::new();
    world.publish(&[("index.html", "vecchia"), ("stampa/allegato.pdf", "%PDF")]).unwrap();
    let staging = world.begin().unwrap();
    assert_eq!(staging.previous_size("stampa/allegato.pdf"), Some(4));
    assert_eq!(staging.previous_size("stampa/processi.pdf"), None);
    assert!(staging.keep("stampa/allegato.pdf").unwrap());
    assert!(!staging.keep("../public/index.html").unwrap());
    assert!(!staging.keep("assente.pdf").unwrap());
    staging.put(&Output::new("index.html", "nuova")).unwrap();
    assert_eq!(staging.commit().unwrap().files, 2);
    assert_eq!(world.site(), pages(&[("index.html", "nuova"), ("stampa/allegato.pdf", "%PDF")]));
}

#[test]
fn an_unchanged_page_keeps_its_date_and_a_changed_one_of_the_same_size_does_not() {
    let world = World::new();
    world.publish(&[("a", "uguale"), ("b", "vecchia")]).unwrap();
    let date = |name: &str| fs::metadata(world.target.join(name)).unwrap().modified().unwrap();
    let before = (date("a"), date("b"));
    std::thread::sleep(std::time::Duration::from_millis(20));
    let pages_now = [("a", "uguale"), ("b", "vecchiA"), ("c", "uguale")];
    world.publish(&pages_now).unwrap();
    assert!(date("a") == before.0 && date("b") > before.1);
    world.publish(&pages_now).unwrap();
    assert_eq!(world.site(), pages(&pages_now));
}

#[test]
fn files_whose_names_differ_only_in_capitals_or_accents_are_refused() {
    let world = World::new();
    for other in ["risorse/LOGO.png", "Risorse/logo.png", "risorse/perch\u{e9}.txt"] {
        let staging = world.begin().unwrap();
        for path in ["risorse/logo.png", "risorse/perche\u{301}.txt"] {
            staging.put(&Output::new(path, "x")).unwrap();
        }
        let trouble = staging.put(&Output::new(other, "x")).unwrap_err();
        assert!(trouble.to_string().contains("differisce da un altro solo"), "{trouble}");
        drop(staging);
        let staging = world.begin().unwrap();
        staging.put(&Output::new(other, "x")).unwrap();
        let also =
            ["risorse/logo.png", "risorse/perche\u{301}.txt"].map(|path| staging.put(&Output::new(path, "x")).is_ok());
        assert_eq!(also.iter().filter(|is_put| **is_put).count(), 1, "{other}");
    }
}

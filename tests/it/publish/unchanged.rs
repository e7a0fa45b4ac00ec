//! A build of what has not changed: nothing is written, and whatever has changed makes a whole one.

use crate::folder::Folder;
use crate::run::{Ran, Run};
use crate::tree::files;
use std::fs;
use std::process::Command;
use tempfile::TempDir;

/// A folder with a cache of its own.
struct World {
    folder: Folder,
    cache: TempDir,
}

impl World {
    fn new() -> Self {
        let folder = Folder::starter();
        // Read by nobody, which is said.
        folder.write("software.yml", "software: []");
        folder.write("/themes/mio/static/nota.txt", "mia");
        folder.edit("/data/ente.yaml", "aspetto: istituzionale", "aspetto: mio\nstemma: stemma.svg");
        folder.write(
            "/stemma.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>",
        );
        Self { folder, cache: tempfile::tempdir().unwrap() }
    }

    #[track_caller]
    fn build(&self, options: &[&str]) -> Ran {
        self.folder.piao(["build"]).arguments(options).env("XDG_CACHE_HOME", self.cache.path()).run()
    }

    /// Builds, and says whether anything was done; the site is then what a build from nothing makes.
    #[track_caller]
    fn is_built(&self, options: &[&str]) -> bool {
        let before = identity(&self.folder);
        let ran = self.build(options);
        let built = ran.err.contains("Sito scritto in ");
        assert_ne!(built, ran.err.contains("Nulla è cambiato: il sito in `./public` è già questo, di "), "{}", ran.err);
        assert_eq!(built, before != identity(&self.folder));
        let elsewhere = tempfile::tempdir().unwrap();
        let target = elsewhere.path().join("sito");
        self.folder
            .piao(["build", "--out"])
            .arguments([&target])
            .arguments(options)
            .env("XDG_CACHE_HOME", "/dev/null")
            .run();
        assert!(files(&target) == files(&self.folder.path("/public")), "the site is not that of a build from nothing");
        built
    }
}

#[cfg(unix)]
fn identity(folder: &Folder) -> Option<(u64, i64, i64)> {
    use std::os::unix::fs::MetadataExt;
    let seen = fs::metadata(folder.path("/public")).ok()?;
    Some((seen.ino(), seen.ctime(), seen.ctime_nsec()))
}

#[test]
fn nothing_is_written_where_nothing_changed_and_the_same_is_said() {
    let world = World::new();
    let first = world.build(&[]);
    assert!(first.err.contains("avviso[LA") && !first.err.contains("Nulla è cambiato"), "{}", first.err);
    let standing = identity(&world.folder);
    let again = world.build(&[]);
    assert_eq!(identity(&world.folder), standing);
    let (said, last) = first.err.trim_end().rsplit_once('\n').unwrap();
    let (said_again, last_again) = again.err.trim_end().rsplit_once('\n').unwrap();
    assert_eq!(said, said_again);
    let number =
        last.strip_prefix("Sito scritto in `./public`: ").and_then(|rest| rest.strip_suffix(" file.")).unwrap();
    assert_eq!(last_again, format!("Nulla è cambiato: il sito in `./public` è già questo, di {number} file."));
    let names: Vec<_> = fs::read_dir(world.folder.root()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 5, "{names:?}");
}

#[test]
fn whatever_changes_makes_a_whole_build() {
    let world = World::new();
    let folder = &world.folder;
    assert!(world.is_built(&[]) && !world.is_built(&[]));
    folder.edit("processi.yaml", "rischio: medio", "rischio: basso");
    assert!(world.is_built(&[]) && !world.is_built(&[]));
    folder.edit("/content/2026-2028/01-premessa.md", "Questo allegato", "Quest'allegato");
    assert!(world.is_built(&[]));
    folder.write("/themes/mio/static/nota.txt", "tua");
    assert!(world.is_built(&[]));
    fs::remove_dir_all(folder.path("/themes/mio/static")).unwrap();
    assert!(world.is_built(&[]));
    folder.write(
        "/stemma.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8\"/></svg>",
    );
    assert!(world.is_built(&[]));
    folder.without_shown_exclusions();
    assert!(world.is_built(&[]) && !world.is_built(&[]));
    folder.remove("esclusioni.yaml");
    assert!(world.is_built(&[]) && !world.is_built(&[]));
    assert!(
        world.is_built(&["--base-url", "https://esempio.it/"])
            && !world.is_built(&["--base-url", "https://esempio.it/"])
    );
    assert!(world.is_built(&[]));
    assert!(world.is_built(&["--oggi", "2031-01-01"]), "an acceptance may be over by then");
    assert!(world.is_built(&["--no-pdf"]));
}

#[test]
fn whoever_touches_the_site_has_it_made_again() {
    let world = World::new();
    let page = world.folder.path("/public/index.html");
    assert!(world.is_built(&[]));
    let text = fs::read_to_string(&page).unwrap();
    let time = fs::metadata(&page).unwrap().modified().unwrap();
    // As long as before, and dated as before.
    fs::write(&page, text.replacen('<', ">", 1)).unwrap();
    fs::File::options().append(true).open(&page).unwrap().set_modified(time).unwrap();
    assert!(world.is_built(&[]));
    fs::remove_file(&page).unwrap();
    assert!(world.is_built(&[]) && !world.is_built(&[]));
    fs::write(world.folder.path("/public/Thumbs.db"), "x").unwrap();
    assert!(world.is_built(&[]));
    fs::write(world.folder.path("/public/2026-2028/tesi.txt"), "mia").unwrap();
    let ran = world.folder.piao(["build"]).env("XDG_CACHE_HOME", world.cache.path()).status(2).run();
    assert!(ran.err.contains("tesi.txt"), "{}", ran.err);
    fs::remove_file(world.folder.path("/public/2026-2028/tesi.txt")).unwrap();
    // What a killed run left is removed by the next one, which cannot have nothing to do.
    fs::create_dir(world.folder.path("/.public.piao-0123456789abcdef")).unwrap();
    assert!(world.is_built(&[]) && !world.folder.path("/.public.piao-0123456789abcdef").exists());
}

#[test]
fn another_program_builds_anew_and_so_does_a_damaged_note() {
    let world = World::new();
    assert!(world.is_built(&[]));
    let other = world.cache.path().join("altro");
    fs::copy(env!("CARGO_BIN_EXE_piao"), &other).unwrap();
    let mut command = Command::new(&other);
    command.arg("build").current_dir(world.folder.root()).env("XDG_CACHE_HOME", world.cache.path());
    assert!(Run::of(command).run().err.contains("Sito scritto in "));
    for (name, _) in files(&world.cache.path().join("piao/siti")) {
        fs::write(world.cache.path().join("piao/siti").join(name), "{").unwrap();
    }
    assert!(world.is_built(&[]) && !world.is_built(&[]));
}

#[test]
fn errors_in_the_data_are_told_each_time() {
    let world = World::new();
    assert!(world.is_built(&[]));
    let right = world.folder.read("processi.yaml");
    world.folder.edit("processi.yaml", "rischio: medio", "rischio: moderato");
    for _ in 0..2 {
        let ran = world.folder.piao(["build"]).env("XDG_CACHE_HOME", world.cache.path()).status(1).run();
        assert!(ran.err.contains("errore[LA101]"), "{}", ran.err);
    }
    world.folder.write("processi.yaml", right);
    assert!(!world.is_built(&[]), "it is again what was built");
}

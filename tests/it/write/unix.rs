//! What only systems with links and permissions can show.

use super::world::{NEW, OLD, World, contents, pages};
use piao::output::Output;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

#[test]
fn a_link_is_followed_and_stays() {
    let mut world = World::new();
    let real = world.path("vero");
    fs::create_dir(&real).unwrap();
    symlink(&real, world.path("public")).unwrap();
    world.publish(&OLD).unwrap();
    world.publish(&NEW).unwrap();
    assert!(fs::symlink_metadata(&world.target).unwrap().is_symlink());
    assert_eq!(contents(&real)["index.html"], "nuova");
    // Neither does a link lead into the data, nor a link that was added go unnoticed.
    symlink(world.path("data"), world.path("scorciatoia")).unwrap();
    world.target = world.path("scorciatoia/sito");
    assert!(world.begin().is_err());
    symlink("/etc", real.join("etc")).unwrap();
    world.target = real;
    assert!(world.begin().unwrap_err().to_string().contains("`etc`"));
    symlink("/non/esiste", world.path("rotto")).unwrap();
    world.target = world.path("rotto");
    assert!(world.begin().is_err());
}

#[test]
fn what_the_disk_refuses_is_a_trouble_with_its_cause() {
    // A path too long stands for a full disk: it is refused to everyone, root included.
    let world = World::new();
    world.publish(&OLD).unwrap();
    let trouble = world.publish(&[(&vec!["x".repeat(250); 20].join("/"), "x")]).unwrap_err();
    assert!(std::error::Error::source(&trouble).is_some() && trouble.advice().contains("spazio libero"));
    assert_eq!(world.site(), pages(&OLD));
}

#[test]
fn a_link_put_in_the_place_of_the_target_leaves_the_other_site_whole() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    let other = World::new();
    other.publish(&OLD).unwrap();
    let staging = world.begin().unwrap();
    staging.put(&Output::new("index.html", "nuova")).unwrap();
    fs::rename(&world.target, world.path("altrove")).unwrap();
    symlink(&other.target, &world.target).unwrap();
    let trouble = staging.commit().unwrap_err();
    assert!(trouble.to_string().contains("è stato messo altro"), "{trouble}");
    assert_eq!((other.site(), contents(&world.path("altrove")).len()), (pages(&OLD), 3));
    assert!(fs::symlink_metadata(&world.target).unwrap().is_symlink());
    assert_eq!(world.debris(), [""; 0]);
}

#[test]
fn another_folder_put_in_the_place_of_the_target_stays_too() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    let staging = world.begin().unwrap();
    staging.put(&Output::new("index.html", "nuova")).unwrap();
    fs::rename(&world.target, world.path("altrove")).unwrap();
    let mut other = World::new();
    other.target = world.target.clone();
    fs::create_dir(&other.target).unwrap();
    assert!(staging.commit().unwrap_err().to_string().contains("è stato messo altro"));
    assert_eq!(world.site(), pages(&[]));
    assert_eq!(world.debris(), [""; 0]);
}

#[test]
fn what_is_no_plain_file_is_no_lock_and_no_mark() {
    let world = World::new();
    let lock = world.path(".public.piao-lock");
    fs::write(world.path("altrui"), "mio").unwrap();
    symlink(world.path("altrui"), &lock).unwrap();
    assert!(world.begin().unwrap_err().to_string().contains("non è un file, ma un collegamento"));
    fs::remove_file(&lock).unwrap();
    fifo(&lock);
    assert!(world.begin().unwrap_err().to_string().contains("non è un file"));
    fs::remove_file(&lock).unwrap();
    fs::create_dir(&world.target).unwrap();
    fifo(&world.target.join(".piao"));
    assert!(world.begin().is_err());
    assert_eq!(fs::read_to_string(world.path("altrui")).unwrap(), "mio");
    assert_eq!(world.debris(), [""; 0]);
}

/// A FIFO, which whoever opens it without care waits for.
fn fifo(path: &std::path::Path) {
    let made = std::process::Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

#[test]
fn the_new_site_is_private_until_it_is_published_and_then_for_all() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let new = mode(&world.target);
    // As a first run under another mask would have left them.
    for (path, mode) in [("", 0o700), ("2024-2026", 0o700), ("index.html", 0o600)] {
        fs::set_permissions(world.target.join(path), fs::Permissions::from_mode(mode)).unwrap();
    }
    let staging = world.begin().unwrap();
    for (path, text) in OLD {
        staging.put(&Output::new(path, text)).unwrap();
    }
    let private = world.debris().into_iter().find(|name| !name.ends_with("lock")).unwrap();
    assert_eq!(mode(&world.path(&private)), 0o700);
    staging.commit().unwrap();
    assert_eq!((mode(&world.target), mode(&world.path("public/2024-2026"))), (new, new));
    assert_eq!(mode(&world.path("public/index.html")), new & 0o644);
}

#[test]
fn a_run_that_died_before_its_mark_was_whole_leaves_nothing() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    for (name, mark) in [("0123456789abcdef", None), ("fedcba9876543210", Some("")), ("4000009", Some("piao 1, gen"))] {
        let dead = world.path(&format!(".public.piao-{name}"));
        fs::create_dir(&dead).unwrap();
        if let Some(mark) = mark {
            fs::write(dead.join(".piao"), mark).unwrap();
        }
    }
    world.publish(&NEW).unwrap();
    assert_eq!((world.site(), world.debris()), (pages(&NEW), Vec::new()));
}

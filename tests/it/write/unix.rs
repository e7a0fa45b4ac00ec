//! What only systems with links and permissions can show.

use super::world::{NEW, OLD, World, contents, pages};
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
fn the_permissions_of_the_folder_stay() {
    let world = World::new();
    world.publish(&OLD).unwrap();
    fs::set_permissions(&world.target, fs::Permissions::from_mode(0o750)).unwrap();
    world.publish(&NEW).unwrap();
    assert_eq!(fs::metadata(&world.target).unwrap().permissions().mode() & 0o777, 0o750);
}

#[test]
fn what_the_disk_refuses_is_a_trouble_with_its_cause() {
    // A name too long stands for a full disk: it is refused to everyone, root included.
    let world = World::new();
    world.publish(&OLD).unwrap();
    let trouble = world.publish(&[(&"x".repeat(300), "x")]).unwrap_err();
    assert!(std::error::Error::source(&trouble).is_some() && trouble.advice().contains("spazio libero"));
    assert_eq!(world.site(), pages(&OLD));
}

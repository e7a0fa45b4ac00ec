//! A large site leaves a twin beside it, in which the next build changes what changed; whatever is not as it was left makes a whole one.

use super::world::{World, contents, pages};
use piao::output::Output;
use piao::write::{MARKER, Staging, StandingSite, Summary};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Enough files for a twin, all the same but for those given.
fn large(own: &[(&str, &str)]) -> BTreeMap<String, String> {
    // Few folders: what they cost is the time of these tests.
    let rest = (0..1_000).map(|number| (format!("p/{}/{}.html", number / 100, number % 100), "uguale".to_owned()));
    rest.chain(pages(own)).collect()
}

/// Writes a site after another, and says whether it was made of a twin.
fn publish(world: &World, site: &BTreeMap<String, String>, last: Option<&StandingSite>) -> (Summary, bool) {
    let staging = Staging::begin_after(world.root.path(), &world.target, last).unwrap();
    let on_twin = staging.is_on_twin();
    for (path, text) in site {
        if text != "uguale" || !staging.carry(path).unwrap() {
            staging.put(&Output::new(path.as_str(), text.as_str())).unwrap();
        }
    }
    let summary = staging.commit().unwrap();
    assert!(summary.left_behind.is_none());
    assert!(&world.site() == site, "the site is not what was written");
    (summary, on_twin)
}

fn twin(world: &World) -> PathBuf {
    let [name] = world.debris().try_into().expect("one folder beside the target");
    world.path(&name)
}

fn inode(path: &Path) -> u64 {
    fs::symlink_metadata(path).unwrap().ino()
}

/// A world with a site that has a twin.
fn with_twin() -> (World, Summary) {
    let world = World::new();
    let (first, _) = publish(&world, &large(&[("a/index.html", "1"), ("via/qui/index.html", "1")]), None);
    assert_eq!(world.debris(), [""; 0]);
    let site = large(&[("a/index.html", "2"), ("via/qui/index.html", "1")]);
    let (second, on_twin) = publish(&world, &site, first.standing.as_ref());
    assert!(!on_twin && world.debris().len() == 1);
    (world, second)
}

#[test]
fn what_changed_is_changed_in_the_twin_and_the_two_are_exchanged() {
    let (world, mut last) = with_twin();
    for turn in 0..3 {
        let (before, beside) = (inode(&world.target), inode(&twin(&world)));
        let kept = inode(&world.path("public/p/7/0.html"));
        let number = turn.to_string();
        let new = format!("nuova-{turn}/index.html");
        let (summary, on_twin) =
            publish(&world, &large(&[("a/index.html", &number), (&new, "n")]), last.standing.as_ref());
        assert!(on_twin && summary.files == 1_002 && summary.replaced);
        assert_eq!((inode(&world.target), inode(&twin(&world))), (beside, before));
        assert_eq!(inode(&world.path("public/p/7/0.html")), kept);
        assert!(!world.path("public/via").exists() && !world.path(&format!("public/nuova-{}", turn - 1)).exists());
        // The twin is the same site, for nobody else to enter, and its files are those of the site.
        assert!(contents(&twin(&world)) == contents(&world.target));
        assert_eq!(fs::metadata(twin(&world)).unwrap().permissions().mode() & 0o777, 0o700);
        assert_eq!(inode(&twin(&world).join("a/index.html")), inode(&world.path("public/a/index.html")));
        assert_eq!(fs::metadata(world.path("public")).unwrap().permissions().mode() & 0o700, 0o700);
        last = summary;
    }
}

#[test]
fn a_twin_or_a_site_that_somebody_touched_is_not_built_upon() {
    type Touch = fn(&World);
    let touches: [Touch; 6] = [
        |world| fs::write(twin(world).join("p/3/mia.txt"), "x").unwrap(),
        |world| fs::remove_file(twin(world).join("p/3/0.html")).unwrap(),
        |world| fs::remove_dir_all(twin(world)).unwrap(),
        |world| fs::write(world.path("public/p/3/0.html"), "altro!").unwrap(),
        |world| fs::remove_file(world.path("public/p/3/0.html")).unwrap(),
        |world| fs::write(world.path("public/p/3/Thumbs.db"), "x").unwrap(),
    ];
    for touch in touches {
        let (world, last) = with_twin();
        touch(&world);
        let (again, on_twin) = publish(&world, &large(&[("a/index.html", "3")]), last.standing.as_ref());
        assert!(!on_twin);
        // What holds somebody's file is never removed, and as long as it is there every build is a whole one.
        let is_foreign = |name: &String| world.path(name).join("p/3/mia.txt").exists();
        let (foreign, beside): (Vec<_>, Vec<_>) = world.debris().into_iter().partition(is_foreign);
        assert_eq!(again.standing.unwrap().still_stands(world.root.path(), &world.target), foreign.is_empty());
        assert!(beside.iter().all(|name| contents(&world.path(name)) == contents(&world.target)));
    }
}

#[test]
fn a_file_that_somebody_adds_meanwhile_is_never_lost() {
    let (world, last) = with_twin();
    let staging = Staging::begin_after(world.root.path(), &world.target, last.standing.as_ref()).unwrap();
    staging.put(&Output::new("a/index.html", "3")).unwrap();
    fs::write(world.path("public/p/3/mia.txt"), "mia").unwrap();
    assert!(staging.commit().unwrap_err().to_string().contains("`p/3/mia.txt`"));
    assert_eq!(fs::read_to_string(world.path("public/p/3/mia.txt")).unwrap(), "mia");
    assert_eq!(world.site()["a/index.html"], "2", "a twin is no way to the bytes of what is published");
    assert_eq!(world.debris(), [""; 0]);
}

#[test]
fn a_run_that_gives_up_or_knows_nothing_leaves_no_twin() {
    let (world, last) = with_twin();
    let staging = Staging::begin_after(world.root.path(), &world.target, last.standing.as_ref()).unwrap();
    staging.put(&Output::new("a/index.html", "3")).unwrap();
    assert!(staging.is_on_twin());
    drop(staging);
    assert!(world.site() == large(&[("a/index.html", "2"), ("via/qui/index.html", "1")]));
    assert_eq!(world.debris(), [""; 0]);
    // The links that are gone changed what the system says of the files.
    assert!(!last.standing.unwrap().still_stands(world.root.path(), &world.target));

    let (world, _) = with_twin();
    world.publish(&[("index.html", "piccola")]).unwrap();
    assert_eq!(world.debris(), [""; 0]);

    let (world, last) = with_twin();
    let (small, on_twin) = publish(&world, &pages(&[("index.html", "piccola")]), last.standing.as_ref());
    assert!(on_twin && small.files == 1);
    assert_eq!(world.debris(), [""; 0]);
    assert_eq!(fs::read_dir(&world.target).unwrap().count(), 2, "the page and {MARKER}");
}

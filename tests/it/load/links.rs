//! Nothing outside the folder of the administration is read, and nothing that is no file.

use crate::folder::Folder;
use std::fs;

#[test]
fn a_link_that_leads_out_of_the_folder_is_never_followed() {
    use std::os::unix::fs::symlink;
    let outside = Folder::empty();
    outside.write("/segreto.yaml", "software: []\n");
    outside.write("/cartella/segreto.md", "---\ntitolo: Segreto\nordine: 9\n---\n\nSegreto.\n");
    for (link, to) in [
        ("data/2026-2028/glossario.yaml", "segreto.yaml"),
        ("data/2026-2028/note", "cartella"),
        ("data/appunti.txt", "segreto.yaml"),
        ("content/2026-2028/09-segreto.md", "cartella/segreto.md"),
        ("content/2026-2028/immagini", "cartella"),
        ("content/2027", "cartella"),
        ("themes/istituzionale/static/segreto.txt", "segreto.yaml"),
        ("themes/istituzionale/static/altro", "cartella"),
        ("themes/istituzionale", "cartella"),
        ("themes", "."),
    ] {
        let starter = Folder::starter();
        let path = starter.path(&format!("/{link}"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        symlink(outside.root().join(to), &path).unwrap();
        if link == "themes" {
            outside.write("/istituzionale/static/a.txt", "a");
        }
        let ran = starter.piao(["build", "--out", "sito"]).status(2).run();
        assert!(ran.err.contains("porta fuori dalla cartella dell'ente"), "{link}: {}", ran.err);
        assert!(!starter.path("/sito").exists(), "{link}");
    }
    // One that stays inside is followed.
    let starter = Folder::starter();
    starter.write("/data/2026-2028/software/a.yaml", starter.read("software.yaml"));
    starter.remove("software.yaml");
    symlink("software/a.yaml", starter.path("software.yaml")).unwrap();
    fs::remove_file(starter.path("software.yaml")).unwrap();
    symlink("a.yaml", starter.path("software/b.txt")).unwrap();
    starter.piao(["check"]).run();
}

#[test]
fn what_is_neither_file_nor_folder_is_refused_and_not_waited_for() {
    for fifo in [
        "data/ente.yaml",
        "data/2026-2028/glossario.yaml",
        "data/2026-2028/software/a.yaml",
        "data/2026-2028/appunti",
        "content/2026-2028/07-altro.md",
        "themes/istituzionale/static/a.txt",
        "themes/istituzionale/theme.yaml",
        "stemma.png",
    ] {
        let starter = Folder::starter();
        let path = starter.path(&format!("/{fifo}"));
        let _ = fs::remove_file(&path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        if fifo == "stemma.png" {
            let administration = starter.read("/data/ente.yaml");
            starter.write("/data/ente.yaml", format!("{administration}\nstemma: stemma.png\n"));
        }
        let ran = starter.piao(["build", "--out", "sito"]).status(2).run();
        assert!(ran.err.contains("non è un file, ma una coda"), "{fifo}: {}", ran.err);
        assert!(!starter.path("/sito").exists(), "{fifo}");
    }
}

#[test]
fn a_link_that_leads_to_the_folder_in_which_it_stands_is_told_as_what_it_is() {
    use std::os::unix::fs::symlink;
    let starter = Folder::starter();
    symlink(".", starter.path("/data/2026-2028/giro")).unwrap();
    let ran = starter.piao(["check"]).status(2).run();
    assert!(ran.err.contains("`data/2026-2028/giro`: il collegamento porta a se stesso\n"), "{}", ran.err);
}

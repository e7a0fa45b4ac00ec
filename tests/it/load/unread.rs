//! What lies among data and chapters and is read by nobody is said, with the name that was meant.

use crate::folder::Folder;
use crate::found::{Found, findings};
use piao::diagnostic::Severity;
use std::fs;

const TEXT: &str = "qualcosa: di scritto\n";

/// What is said of the files that nobody reads.
fn unread(folder: &Folder) -> Vec<Found> {
    findings(folder.root()).into_iter().filter(|found| found.code == "LA017").collect()
}

/// A file is put into the starter: it is said at its beginning, as a warning that has the `right` name.
#[track_caller]
fn said(file: &str, right: &str) {
    let starter = Folder::starter();
    starter.write(file, TEXT);
    let path = starter.path(file).strip_prefix(starter.root()).unwrap().to_string_lossy().into_owned();
    let found = findings(starter.root());
    let [found] = found.as_slice() else { panic!("{file}: {found:#?}") };
    assert_eq!((found.code, found.severity, found.file.as_str(), found.line), ("LA017", Severity::Warning, &*path, 1));
    assert!(found.message.contains(&format!("`{right}`")), "{file}: {}", found.message);
}

#[test]
fn a_file_of_data_under_a_name_that_is_not_read() {
    for (file, right) in [
        ("glossario.yml", "glossario.yaml"),
        ("Glossario.yaml", "glossario.yaml"),
        ("GLOSSARIO.YAML", "glossario.yaml"),
        ("glosario.yaml", "glossario.yaml"),
        ("glossario.yaml.txt", "glossario.yaml"),
        ("glossario", "glossario.yaml"),
        ("accetazioni.yaml", "accettazioni.yaml"),
        ("accettazione.yaml", "accettazioni.yaml"),
        ("software.yml", "software.yaml"),
        ("formazone.yaml", "formazione.yaml"),
        ("smart_team.yaml", "smart-team.yaml"),
        ("processi (1).yaml", "processi.yaml"),
        ("processi - Copia.yaml", "processi.yaml"),
        ("Processi/b.yaml", "processi"),
        ("controlli.yaml", "data/controlli.yaml"),
        ("Controlli.yml", "data/controlli.yaml"),
        ("processi.xlsx", "processi.yaml"),
        ("premessa.md", "content/2026-2028/premessa.md"),
        ("/data/Ente.yml", "ente.yaml"),
        ("/data/contolli.yaml", "controlli.yaml"),
        ("/data/processi.yaml", "data/2026-2028/processi.yaml"),
    ] {
        if let Some((folder, _)) = file.split_once('/').filter(|(folder, _)| !folder.is_empty()) {
            let starter = Folder::starter();
            starter.write(file, TEXT);
            let found = unread(&starter);
            assert!(found.len() == 1 && found[0].file == format!("data/2026-2028/{folder}"), "{found:#?}");
            assert!(found[0].message.contains("la cartella"), "{}", found[0].message);
            assert!(found[0].message.contains(&format!("`{right}`")), "{}", found[0].message);
        } else {
            said(file, right);
        }
    }
}

#[test]
fn a_file_under_a_name_like_no_other_is_said_with_the_names_that_are_read() {
    let starter = Folder::starter();
    starter.write("appunti.yaml", TEXT);
    let text = starter.piao(["check", "--strict"]).status(1).run().err;
    assert!(text.contains("il file `data/2026-2028/appunti.yaml` non è letto"), "{text}");
    assert!(text.contains("qui si leggono soltanto `edizione.yaml`") && text.contains("e `sigillo.yaml`"), "{text}");
}

#[test]
fn a_chapter_under_a_name_that_is_not_read() {
    for (file, right) in [
        ("03-nuovo.MD", "03-nuovo.md"),
        ("03-nuovo.Md", "03-nuovo.md"),
        ("03-nuovo.markdown", "03-nuovo.md"),
        ("03-nuovo.md.txt", "03-nuovo.md"),
        ("03-nuovo.txt", "03-nuovo.md"),
        ("01-premessa.MD", "01-premessa.md"),
        ("parte/03-nuovo.md", "content/2026-2028/03-nuovo.md"),
        ("parte/altra/03-nuovo.MD", "content/2026-2028/03-nuovo.md"),
        ("sede.png", "content/2026-2028/immagini/sede.png"),
        ("processi.yaml", "data/2026-2028/processi.yaml"),
    ] {
        said(&format!("/content/2026-2028/{file}"), right);
    }
    said("/content/03-nuovo.md", "content/2026-2028/03-nuovo.md");
}

#[test]
fn chapters_of_an_edition_that_is_not_among_the_data() {
    let starter = Folder::starter();
    starter.write("/content/2026-2029/01-premessa.md", TEXT);
    starter.write("/content/2026-2029/02-altro.md", TEXT);
    let found = unread(&starter);
    let [found] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(found.file, "content/2026-2029");
    assert!(found.message.contains("`2026-2028`"), "{}", found.message);
}

#[test]
fn the_files_of_the_folder_of_a_table() {
    let starter = Folder::starter();
    let text = starter.read("processi.yaml");
    starter.remove("processi.yaml");
    starter.write("processi/a.yaml", &text);
    for file in ["b.yml", "c.YAML", "d.txt", "sotto/e.yaml", "f.ods"] {
        starter.write(&format!("processi/{file}"), TEXT);
    }
    let found = findings(starter.root());
    let places: Vec<_> = found.iter().map(|found| (found.code, found.file.rsplit_once('/').unwrap().1)).collect();
    assert_eq!(places, ["b.yml", "c.YAML", "d.txt", "f.ods", "sotto"].map(|file| ("LA017", file)));
    assert!(found[0].message.contains("`b.yaml`") && found[1].message.contains("`c.yaml`"), "{found:#?}");
}

#[test]
fn backups_and_files_of_the_system_are_left_alone() {
    let starter = Folder::starter();
    for file in [
        "processi.yaml~",
        ".processi.yaml.swp",
        "processi.yaml.bak",
        "#processi.yaml#",
        ".DS_Store",
        "Thumbs.db",
        "/data/desktop.ini",
        "/data/.gitkeep",
        "/content/.gitignore",
        "/content/2026-2028/01-premessa.md~",
        "/content/2026-2028/~$premessa.docx",
        "/content/2026-2028/immagini/sede.md.orig",
        "/README.md",
        "/themes/mio/README.md",
    ] {
        starter.write(file, TEXT);
    }
    fs::create_dir_all(starter.path("/content/bozze")).unwrap();
    fs::create_dir_all(starter.path("/data/vuota")).unwrap();
    assert_eq!(findings(starter.root()), []);
}

#[cfg(unix)]
#[test]
fn the_lock_of_an_editor_is_no_trouble() {
    let starter = Folder::starter();
    std::os::unix::fs::symlink("chi@computer.1234", starter.path(".#processi.yaml")).unwrap();
    assert_eq!(findings(starter.root()), []);
}

#[test]
fn what_the_data_name_is_read() {
    let starter = Folder::starter();
    starter.write("atti/allegato.pdf", TEXT);
    starter.write("/data/stemma.png", TEXT);
    assert_eq!(unread(&starter).len(), 2);
    let sha256 = piao::digest::Sha256::of(TEXT.as_bytes());
    starter.edit(
        "edizione.yaml",
        "stato: bozza",
        &format!("stato: bozza\ndocumento_approvato: {{ file: data/2026-2028/atti/allegato.pdf, sha256: {sha256} }}"),
    );
    starter.edit("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: CC BY 4.0\nstemma: data/stemma.png");
    assert_eq!(findings(starter.root()), []);
}

#[test]
fn chapters_of_other_years_lack_their_data() {
    let starter = Folder::starter();
    starter.write("/content/2023-2025/01-premessa.md", TEXT);
    let found = unread(&starter);
    let [found] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(
        found.message,
        "la cartella `content/2023-2025` non è letta: manca `data/2023-2025` con i dati di quell'edizione"
    );
}

#[test]
fn what_stands_too_high_belongs_to_the_edition_in_force() {
    let starter = Folder::starter();
    for (path, bytes) in crate::tree::files(&starter.path("/data/2026-2028")) {
        starter.write(&format!("/data/2027-2029/{path}"), bytes);
    }
    starter.write("/content/2027-2029/01-premessa.md", "---\ntitolo: Premessa\nordine: 1\n---\n\nTesto.\n");
    starter.write("/data/glossario.yml", TEXT);
    starter.write("/content/leggi.md", TEXT);
    let found: Vec<String> = unread(&starter).into_iter().map(|found| found.message).collect();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].ends_with("`content/2026-2028/leggi.md`"), "{found:?}");
    assert!(found[1].ends_with("`data/2026-2028/glossario.yaml`"), "{found:?}");
}

#[test]
fn a_folder_without_data_is_no_edition_and_blocks_nothing() {
    let starter = Folder::starter();
    starter.write("/data/archivio/README.md", "# Archivio\n");
    starter.write("/data/vecchie bozze/2023/processi.yaml", TEXT);
    let found = findings(starter.root());
    let places: Vec<_> = found.iter().map(|found| (found.code, found.file.as_str())).collect();
    assert_eq!(places, [("LA017", "data/archivio"), ("LA017", "data/vecchie bozze")]);
    starter.piao(["build", "--out", "sito"]).run();
}

#[test]
fn a_folder_with_data_is_an_edition_whatever_its_name() {
    let starter = Folder::starter();
    starter.write("/data/straordinaria/edizione.yml", TEXT);
    assert!(findings(starter.root()).iter().any(|found| found.code == "LA002"));
}

#[cfg(unix)]
#[test]
fn an_unreadable_folder_is_trouble_and_not_an_absent_one() {
    for folder in ["content", "content/2026-2028", "themes", "data/2026-2028"] {
        let starter = Folder::starter();
        let path = starter.path(&format!("/{folder}"));
        if path.exists() {
            fs::remove_dir_all(&path).unwrap();
        }
        // A link to itself: nobody can open it, whatever their rights.
        std::os::unix::fs::symlink(path.file_name().unwrap(), &path).unwrap();
        let ran = starter.piao(["build", "--out", "sito"]).status(2).run();
        assert!(ran.err.contains("impossibile leggere") && ran.err.contains(folder), "{folder}: {}", ran.err);
        assert!(!starter.path("/sito").exists(), "{folder}");
    }
}

#[test]
fn a_file_in_the_place_of_the_chapters_is_trouble() {
    let starter = Folder::starter();
    fs::remove_dir_all(starter.path("/content")).unwrap();
    starter.write("/content", TEXT);
    starter.piao(["build", "--out", "sito"]).status(2).run();
}

#[test]
fn a_folder_under_the_name_of_a_file_is_said_to_be_one() {
    let starter = Folder::starter();
    let text = starter.read("processi.yaml");
    starter.remove("processi.yaml");
    starter.write("processi.yaml/a.yaml", text);
    let found = findings(starter.root());
    let [found] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(found.code, "LA002");
    assert_eq!(found.message, "`data/2026-2028/processi.yaml` è una cartella, non un file");
}

#[test]
fn a_theme_under_another_name_is_said() {
    let starter = Folder::starter();
    starter.write("/themes/isituzionale/stile/colori.css", "");
    starter.write("/themes/leggimi.txt", "Gli aspetti dell'ente.");
    starter.write("/themes/prova/theme.yaml", "");
    starter.write("/themes/theme.yaml", "");
    let found = unread(&starter);
    let told: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(
        told,
        [
            "la cartella `themes/isituzionale` non è letta: il nome giusto è `istituzionale`",
            "il file `themes/theme.yaml` non è letto",
        ]
    );
    starter.write("/themes/istituzionale/leggimi.md", "");
    assert_eq!(unread(&starter).len(), 1, "an older copy beside the theme may well be kept");
}

//! The starter folders of `piao init`: one for each kind of body, valid, and silent of what such a body does not have.

use crate::administrations::told::{rows, silent_of};
use crate::folder::Folder;
use crate::site::built::{BASE, Site};
use piao::model::{BodyKind, Keyword};
use piao::scaffold::{EDITION, files, files_of};

/// The folder that a kind of body is given, and its site.
fn built(kind: &str) -> (Folder, Site) {
    let folder = Folder::empty();
    folder.piao(["crea", "--tipo", kind, "ente"]).run();
    let said = folder.piao(["check", "--strict", "--format", "short", "--root", "ente"]).run();
    assert_eq!(said.out.trim(), "", "{kind}: {}", said.out);
    assert!(said.err.contains("nessun errore, nessun avviso, nessuna nota"), "{kind}: {}", said.err);
    let site = Site::built(&folder.path("/ente"), &["--base-url", BASE]);
    (folder, site)
}

#[test]
fn every_kind_of_body_has_a_starter_that_says_what_it_is() {
    for (word, kind) in BodyKind::KEYWORDS {
        let (folder, site) = built(word);
        let text = folder.read("/ente/data/ente.yaml");
        assert!(text.contains(&format!("\ntipo: {word}\n")), "{text}");
        assert!(!text.contains('{') || text.contains("# contatti: {"), "{text}");
        assert!(site.text("index.html").contains(kind.example_name()), "{word}");
        assert_eq!(text.contains("\ncomparto: "), kind.sector().is_some(), "{text}");
        if *kind != BodyKind::Municipality {
            silent_of(&site, &["comune", "comunale", "smart team", "smart-team", "rischio", "supporti cartacei"]);
            assert!(site.text(&format!("{EDITION}/index.html")).contains("esempi da sostituire"), "{word}");
        }
        for (path, text) in files_of(*kind) {
            let comment = text.lines().any(|line| line.starts_with("# "));
            assert!(comment || path.ends_with(".md"), "{word}: {path} does not say what it is");
            assert!(*kind == BodyKind::Municipality || !text.to_lowercase().contains("comun"), "{word}: {path}");
        }
    }
}

#[test]
fn a_municipality_is_what_is_made_where_nothing_is_said() {
    let same: Vec<_> = files().into_iter().map(|(path, text)| (path, text.to_owned())).collect();
    assert_eq!(files_of(BodyKind::default()), same);
    let folder = Folder::empty();
    folder.piao(["init", "senza"]).run();
    folder.piao(["init", "con", "--kind", "comune"]).run();
    assert!(crate::tree::files(&folder.path("/senza")) == crate::tree::files(&folder.path("/con")));
    let refused = folder.piao(["init", "--tipo", "parrocchia", "altra"]).status(2).run().err;
    assert!(refused.starts_with("errore: `parrocchia` non è un valore possibile per `--kind <TIPO>`"), "{refused}");
    assert!(refused.contains("comune, unione, provincia, citta-metropolitana, regione, universita"), "{refused}");
    assert!(!folder.path("/altra").exists());
}

#[test]
fn a_starter_has_the_levels_of_its_kind() {
    let headings = |site: &Site| rows(site, "2026-2028/processi/index.html", ".tavola-processi").remove(0);
    let (_, university) = built("universita");
    // Of a structure without teams the search tells its processes, and the days of whatever period.
    let index = String::from_utf8_lossy(&university.0["2026-2028/cerca/indice.js"]).into_owned();
    assert!(index.contains("\"Processi: 1 sì, 1 in parte – giorni: 8 al mese\""), "{index}");
    assert_eq!(headings(&university), ["Codice Processo", "Servizio", "Smartabilità", "Altre voci", "Fasi"]);
    silent_of(&university, &["macro organizzazione", "prefisso"]);
    let unit = university.text("2026-2028/servizi/reclutamento/index.html");
    assert!(unit.contains("Area Risorse umane") && unit.contains("Direzione generale"), "{unit}");
    let (_, health) = built("azienda-sanitaria");
    assert_eq!(headings(&health)[..3], ["Processo", "Servizio", "Smartabilità"]);
    silent_of(&health, &["codic"]);
    assert!(health.text("2026-2028/attivita-escluse/index.html").contains("Assistenza diretta alla persona"));
    let (_, ministry) = built("ministero");
    assert_eq!(headings(&ministry), ["Processo", "Servizio", "Smartabilità"]);
    silent_of(&ministry, &["codic", "macro organizzazione"]);
    assert!(ministry.text("2026-2028/servizi/formazione/index.html").contains("Direzione generale del personale"));
    let (_, small) = built("altro");
    assert_eq!(headings(&small), ["Processo", "Servizio", "Smartabilità"]);
    let (_, region) = built("regione");
    assert_eq!(headings(&region), ["Processo", "Servizio", "Smartabilità", "Altre voci", "Area"]);
}

#[cfg(unix)]
#[test]
fn a_double_click_opens_the_workbench_of_its_folder() {
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;
    let folder = Folder::empty();
    folder.piao(["init", "l'ente di prova"]).run();
    let started = |name: &str| folder.path(&format!("/l'ente di prova/apri-il-banco.{name}"));
    let mode = |name: &str| std::fs::metadata(started(name)).expect("a file").permissions().mode();
    assert!(mode("command") & 0o100 != 0 && mode("desktop") & 0o100 != 0 && mode("bat") & 0o100 == 0);
    folder.write("/bin/piao", "#!/bin/sh\npwd\necho \"$@\"\n");
    std::fs::set_permissions(folder.path("/bin/piao"), PermissionsExt::from_mode(0o755)).expect("a mode");
    let path = format!("{}:/usr/bin:/bin", folder.path("/bin").display());
    let expected = format!("{}\nserve\n", folder.path("/l'ente di prova").canonicalize().expect("a path").display());
    let ran = |command: &mut Command| {
        let output = command.env("PATH", &path).current_dir("/").output().expect("a shell");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert_eq!(ran(&mut Command::new(started("command"))), expected);
    // What a desktop makes of the line: its own escapes first, then those of a quoted argument.
    let text = folder.read("/l'ente di prova/apri-il-banco.desktop");
    let line = text.lines().find_map(|line| line.strip_prefix("Exec=sh -c \"")).expect("what is started");
    let (script, rest) = line.rsplit_once("\" ").expect("a quoted argument");
    assert_eq!(rest, "sh %k");
    let script = script.replace("\\\\", "\\").replace("\\\"", "\"").replace("\\$", "$");
    let place = format!("file://{}", started("desktop").display());
    assert_eq!(ran(Command::new("sh").args(["-c", &script, "sh", &place])), expected);
}

//! Two editions side by side: what is different between them, and the pages that say so.

use crate::folder::Folder;
use crate::site::built::Site;
use piao::comparison::{ChangeKind, Comparison};
use piao::load;

/// The edition before that of the starter folder.
const EARLIER: &str = "2025-2027";
const LATER: &str = piao::scaffold::EDITION;

/// The starter folder with the same edition also one year before.
fn twice() -> Folder {
    let starter = Folder::starter();
    for (path, text) in piao::scaffold::files() {
        if path.contains(LATER) {
            starter.write(&format!("/{}", path.replace(LATER, EARLIER)), text);
        }
    }
    starter
}

fn compared(starter: &Folder) -> (load::Loaded, Comparison) {
    let loaded = load::load(starter.root()).expect("the folder");
    let [earlier, later] = &loaded.annex.editions[..] else { panic!("two editions") };
    let comparison = Comparison::between(earlier, later);
    (loaded, comparison)
}

fn build(starter: &Folder) -> Site {
    Site::built(starter.root(), &[])
}

#[test]
fn an_edition_does_not_differ_from_itself() {
    let (_, comparison) = compared(&twice());
    assert!(comparison.is_empty(), "{comparison:?}");
    assert!(comparison.figures.iter().all(|figure| figure.before == figure.after));
}

#[test]
fn the_page_says_that_nothing_changed() {
    let site = build(&twice());
    let html = site.text(&format!("{LATER}/cambiamenti/index.html"));
    assert!(html.contains("<h1>Cosa cambia rispetto al 2025-2027</h1>"));
    assert!(html.contains("Organizzazione e processi sono gli stessi nelle due edizioni."));
    let edition = site.text(&format!("{LATER}/index.html"));
    assert!(edition.contains("<a href=\"cambiamenti/index.html\">Cosa cambia rispetto al 2025-2027</a>"));
}

#[test]
fn the_first_edition_says_that_it_is_the_first() {
    let site = build(&twice());
    assert!(!site.has(&format!("{EARLIER}/cambiamenti/index.html")));
    let edition = site.text(&format!("{EARLIER}/index.html"));
    assert!(edition.contains("È la prima edizione pubblicata in questo sito."));
}

#[test]
fn processes_are_followed_by_their_code() {
    let starter = twice();
    // One changes, one takes another code, one is new under a code that another had.
    starter.edit("processi.yaml", "finalita: Pubblicare gli atti nei tempi previsti", "finalita: Pubblicare presto");
    starter.edit("processi.yaml", "codice: 200-1-M", "codice: 200-9-M\n    codice_precedente: 200-1-M");
    let text = starter.read("processi.yaml");
    let new = "  - { codice: 200-1-M, rischio: medio, processo: Rimborsi, finalita: F, input: [a], fasi: [b], output: [c], \
               servizio: tributi, smartabilita: no }\n";
    starter.write("processi.yaml", text + new);
    let (loaded, comparison) = compared(&starter);
    let code = |row: usize| loaded.annex.editions[1].processes.rows[row].label().to_owned();
    let processes = &comparison.processes;
    assert_eq!(processes.added.iter().map(|row| code(*row)).collect::<Vec<_>>(), ["200-1-M"]);
    assert!(processes.removed.is_empty());
    let keys: Vec<(String, Vec<&str>)> = processes
        .changed
        .iter()
        .map(|change| (code(change.after), change.fields.iter().map(|field| &*field.key).collect()))
        .collect();
    assert_eq!(keys, [("100-1-B".to_owned(), vec!["finalita"]), ("200-9-M".to_owned(), vec!["codice"])]);
    assert_eq!(processes.changed[0].fields[0].before, ["Pubblicare gli atti nei tempi previsti"]);
    assert_eq!(processes.changed[0].fields[0].after, ["Pubblicare presto"]);
    let count = comparison.figures.iter().find(|figure| figure.label == "Processi").expect("the processes");
    assert_eq!((count.before, count.after), (2, 3));
}

#[test]
fn a_process_that_lives_on_is_continued_by_no_other() {
    let starter = twice();
    starter.edit("processi.yaml", "codice: 200-1-M", "codice: 200-9-M\n    codice_precedente: 100-1-B");
    let (_, comparison) = compared(&starter);
    let processes = &comparison.processes;
    assert!(processes.added.is_empty() && processes.removed.is_empty(), "{processes:?}");
    let keys: Vec<&str> = processes.changed.iter().flat_map(|change| &change.fields).map(|field| &*field.key).collect();
    assert_eq!(keys, ["codice"]);
}

#[test]
fn an_office_with_a_new_name_is_the_same_and_changes_nothing_else() {
    let starter = twice();
    for (file, replace, with) in [
        // A new identifier, known by an alias.
        ("smart-team.yaml", "id: tributi\n    nome: Tributi", "id: entrate\n    nome: Entrate\n    alias: [Tributi]"),
        ("processi.yaml", "smart_team: [tributi]", "smart_team: [entrate]"),
        ("servizi.yaml", "nome: Risorse", "nome: Area Risorse"),
    ] {
        starter.edit(file, replace, with);
    }
    let (_, comparison) = compared(&starter);
    assert!(comparison.processes.is_empty() && comparison.services.is_empty(), "{comparison:?}");
    assert!(comparison.teams.added.is_empty() && comparison.teams.removed.is_empty());
    let fields = &comparison.teams.changed[0].fields;
    assert_eq!((fields.len(), &*fields[0].key), (1, "nome"));
    assert_eq!(comparison.areas.changed[0].fields[0].after, ["Area Risorse"]);
}

#[test]
fn offices_come_go_and_move() {
    let starter = twice();
    let services = "aree:\n  - { id: affari-generali, nome: Affari Generali }\n  - { id: nuova, nome: Nuova }\n  \
                    - { id: risorse, nome: Risorse, cessata: si }\nservizi:\n  - { id: segreteria, nome: Servizio \
                    Segreteria, area: nuova, prefisso: \"100\" }\n  - { id: tributi, nome: Servizio Tributi, area: \
                    affari-generali, prefisso: \"200\", alias: [Servizio Entrate] }\n";
    starter.edit("servizi.yaml", "", services);
    let (_, comparison) = compared(&starter);
    assert_eq!((comparison.areas.added.as_slice(), comparison.areas.removed.as_slice()), (&[1][..], &[1][..]));
    let moved: Vec<_> = comparison.services.changed.iter().map(|change| change.fields[0].after.concat()).collect();
    assert_eq!(moved, ["Nuova", "Affari Generali"]);
    let site = build(&starter);
    let html = site.text(&format!("{LATER}/cambiamenti/index.html"));
    assert!(html.contains("href=\"../aree/nuova/index.html\""), "{html}");
    assert!(html.contains("href=\"../../2025-2027/aree/risorse/index.html\""), "{html}");
}

#[test]
fn removed_processes_lead_to_the_edition_that_had_them() {
    let starter = twice();
    let text = starter.read("processi.yaml");
    let at = text.find("  - codice: 200-1-M").expect("the second");
    starter.write("processi.yaml", &text[..at]);
    let site = build(&starter);
    let html = site.text(&format!("{LATER}/cambiamenti/index.html"));
    assert!(html.contains("<a href=\"../../2025-2027/processi/200-1-m/index.html\">200-1-M</a>"), "{html}");
    assert!(html.contains("<td class=\"numero\">−1</td>"), "{html}");
}

#[test]
fn a_chapter_may_be_called_like_a_page_of_ours() {
    let starter = twice();
    let chapter =
        |name: &str| format!("---\ntitolo: {name} dell'ente\nordine: 90\n---\n\nLo smart team è un gruppo.\n");
    starter.edit(&format!("/content/{LATER}/90-glossario.md"), "", &chapter("Glossario"));
    starter.edit(&format!("/content/{LATER}/91-cambiamenti.md"), "", &chapter("Cambiamenti").replace("90", "91"));
    let site = build(&starter);
    for name in ["glossario", "cambiamenti"] {
        let html = site.text(&format!("{LATER}/{name}/index.html"));
        assert!(html.contains("dell&#39;ente</h1>"), "{html}");
    }
    for path in site.paths().filter(|path| path.starts_with(LATER) && path.ends_with(".html")) {
        assert!(!site.text(path).contains("class=\"termine\""), "{path} links a glossary that is not there");
    }
    let edition = site.text(&format!("{LATER}/index.html"));
    assert!(!edition.contains("Cosa cambia rispetto") && !edition.contains("prima edizione"), "{edition}");
}

/// What an edition leaves out is not nought, and what became of its records is not known.
#[test]
fn a_table_that_is_no_longer_there_is_told_once_and_counted_nowhere() {
    let starter = twice();
    for gone in ["software.yaml", "formazione.yaml", "attuazione.yaml", "valutazione.yaml"] {
        starter.remove(gone);
    }
    let (_, comparison) = compared(&starter);
    for key in ["software", "moduli", "dipendenti", "agili"] {
        assert!(comparison.figures.iter().all(|figure| figure.key != key), "{key}");
    }
    for table in ["software", "formazione", "attuazione", "valutazione"] {
        let of = comparison.tables.iter().find(|found| found.table == table).expect("the table");
        let [change] = &of.changes[..] else { panic!("{of:?}") };
        assert_eq!(change.kind, ChangeKind::Removed, "{table}");
        let before = change.before.as_ref().expect("it was there");
        assert_eq!((before.id.as_str(), before.name.as_str()), (table, "la tavola, con tutte le sue voci"));
        assert_eq!((&change.after, change.fields.len(), of.unchanged), (&None, 0, 0));
    }
    let exclusions = comparison.tables.iter().find(|table| table.table == "esclusioni").expect("the table");
    assert!(exclusions.changes.is_empty() && exclusions.unchanged > 0, "it is in both");
    // Where it is new, so are its records.
    let starter = twice();
    starter.remove(&format!("/data/{EARLIER}/software.yaml"));
    let (loaded, comparison) = compared(&starter);
    assert!(comparison.figures.iter().all(|figure| figure.key != "software"));
    let software = comparison.tables.iter().find(|table| table.table == "software").expect("the table");
    assert_eq!(software.changes.len(), loaded.annex.editions[1].software.rows.len());
    assert!(software.changes.iter().all(|change| change.kind == ChangeKind::Added));
}

#[test]
fn a_column_that_one_edition_does_not_fill_is_counted_in_neither() {
    let starter = twice();
    let without = |file: &str, key: &str| {
        let text = starter.read(file);
        let kept: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with(key)).collect();
        assert!(kept.len() < text.lines().count(), "{file}: {key}");
        starter.write(file, kept.join("\n") + "\n");
    };
    without("processi.yaml", "rischio:");
    without("smart-team.yaml", "smartabilita:");
    let (_, comparison) = compared(&starter);
    let keys: Vec<&str> = comparison.figures.iter().map(|figure| figure.key.as_str()).collect();
    assert!(keys.contains(&"processi_si") && keys.contains(&"smart_team"), "{keys:?}");
    assert!(!keys.iter().any(|key| key.starts_with("rischio_") || key.starts_with("smart_team_")), "{keys:?}");
}

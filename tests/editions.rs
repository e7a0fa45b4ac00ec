//! Two editions side by side: what is different between them, and the pages that say so.
#![allow(clippy::expect_used, clippy::panic)] // A test that cannot go on ends.

mod starter;

use piao::comparison::Comparison;
use piao::load;
use piao::narrative::{Manuscript, expand};
use piao::output::Output;
use piao::site::{Settings, Site};
use piao::theme::Theme;
use starter::Starter;
use std::fs;

/// The edition before that of the starter folder.
const EARLIER: &str = "2025-2027";
const LATER: &str = piao::scaffold::EDITION;

/// The starter folder with the same edition also one year before.
fn twice() -> Starter {
    let starter = Starter::new();
    for (path, text) in piao::scaffold::files() {
        if path.contains(LATER) {
            let path = starter.root().join(path.replace(LATER, EARLIER));
            fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            fs::write(path, text).expect("a file");
        }
    }
    starter
}

fn compared(starter: &Starter) -> (load::Loaded, Comparison) {
    let loaded = load::load(starter.root()).expect("the folder");
    let [earlier, later] = &loaded.annex.editions[..] else { panic!("two editions") };
    let comparison = Comparison::between(earlier, later);
    (loaded, comparison)
}

fn build(starter: &Starter) -> Vec<Output> {
    let loaded = load::load(starter.root()).expect("the folder");
    let administration = loaded.annex.administration.as_ref().expect("the administration");
    let chapters = |edition| expand(administration, edition).into_iter().map(|(manuscript, _)| manuscript).collect();
    let manuscripts: Vec<Vec<Manuscript>> = loaded.annex.editions.iter().map(chapters).collect();
    let theme = Theme::load(starter.root(), &administration.theme.value).expect("the theme");
    let site = Site::new(&loaded.annex, &manuscripts, &theme, Settings::default()).expect("the site");
    site.pages().iter().map(|page| site.render(page).expect("the page")).collect()
}

fn page(outputs: &[Output], path: &str) -> Option<String> {
    let output = outputs.iter().find(|output| output.path == path)?;
    Some(String::from_utf8(output.bytes.clone()).expect("UTF-8"))
}

#[test]
fn an_edition_does_not_differ_from_itself() {
    let (_, comparison) = compared(&twice());
    assert!(comparison.is_empty(), "{comparison:?}");
    assert!(comparison.figures.iter().all(|figure| figure.before == figure.after));
}

#[test]
fn the_page_says_that_nothing_changed() {
    let outputs = build(&twice());
    let html = page(&outputs, &format!("{LATER}/cambiamenti/index.html")).expect("the page");
    assert!(html.contains("<h1>Cosa cambia rispetto al 2025-2027</h1>"));
    assert!(html.contains("Organizzazione e processi sono gli stessi nelle due edizioni."));
    let edition = page(&outputs, &format!("{LATER}/index.html")).expect("the edition");
    assert!(edition.contains("<a href=\"cambiamenti/index.html\">Cosa cambia rispetto al 2025-2027</a>"));
}

#[test]
fn the_first_edition_says_that_it_is_the_first() {
    let outputs = build(&twice());
    assert_eq!(page(&outputs, &format!("{EARLIER}/cambiamenti/index.html")), None);
    let edition = page(&outputs, &format!("{EARLIER}/index.html")).expect("the edition");
    assert!(edition.contains("È la prima edizione pubblicata in questo sito."));
}

#[test]
fn processes_are_followed_by_their_code() {
    let starter = twice();
    // One changes, one takes another code, one is new under a code that another had.
    starter.edit("processi.yaml", "finalita: Pubblicare gli atti nei tempi previsti", "finalita: Pubblicare presto");
    starter.edit("processi.yaml", "codice: 200-1-M", "codice: 200-9-M\n    codice_precedente: 200-1-M");
    let text = fs::read_to_string(starter.path("processi.yaml")).expect("the processes");
    let new = "  - { codice: 200-1-M, rischio: medio, processo: Rimborsi, finalita: F, input: [a], fasi: [b], output: [c], \
               servizio: tributi, smartabilita: no }\n";
    fs::write(starter.path("processi.yaml"), text + new).expect("the processes");
    let (loaded, comparison) = compared(&starter);
    let code = |row: usize| loaded.annex.editions[1].processes.rows[row].code.value.as_str().to_owned();
    let processes = &comparison.processes;
    assert_eq!(processes.added.iter().map(|row| code(*row)).collect::<Vec<_>>(), ["200-1-M"]);
    assert!(processes.removed.is_empty());
    let keys: Vec<(String, Vec<&str>)> = processes
        .changed
        .iter()
        .map(|change| (code(change.after), change.fields.iter().map(|field| field.key).collect()))
        .collect();
    assert_eq!(keys, [("100-1-B".to_owned(), vec!["finalita"]), ("200-9-M".to_owned(), vec!["codice"])]);
    assert_eq!(processes.changed[0].fields[0].before, ["Pubblicare gli atti nei tempi previsti"]);
    assert_eq!(processes.changed[0].fields[0].after, ["Pubblicare presto"]);
    let count = comparison.figures.iter().find(|figure| figure.label == "Processi").expect("the processes");
    assert_eq!((count.before, count.after), (2, 3));
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
    assert_eq!((fields.len(), fields[0].key), (1, "nome"));
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
    let outputs = build(&starter);
    let html = page(&outputs, &format!("{LATER}/cambiamenti/index.html")).expect("the page");
    assert!(html.contains("href=\"../aree/nuova/index.html\""), "{html}");
    assert!(html.contains("href=\"../../2025-2027/aree/risorse/index.html\""), "{html}");
}

#[test]
fn removed_processes_lead_to_the_edition_that_had_them() {
    let starter = twice();
    let text = fs::read_to_string(starter.path("processi.yaml")).expect("the processes");
    let at = text.find("  - codice: 200-1-M").expect("the second");
    fs::write(starter.path("processi.yaml"), &text[..at]).expect("the processes");
    let outputs = build(&starter);
    let html = page(&outputs, &format!("{LATER}/cambiamenti/index.html")).expect("the page");
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
    let outputs = build(&starter);
    let paths = outputs.iter().filter(|output| output.path == format!("{LATER}/glossario/index.html"));
    assert_eq!(paths.count(), 1);
    for name in ["glossario", "cambiamenti"] {
        let html = page(&outputs, &format!("{LATER}/{name}/index.html")).expect("the chapter");
        assert!(html.contains("dell&#39;ente</h1>"), "{html}");
    }
    let of_edition = outputs.iter().filter(|output| output.path.starts_with(LATER));
    for output in of_edition {
        let html = String::from_utf8_lossy(&output.bytes);
        assert!(!html.contains("class=\"termine\""), "{} links a glossary that is not there", output.path);
    }
    let edition = page(&outputs, &format!("{LATER}/index.html")).expect("the edition");
    assert!(!edition.contains("Cosa cambia rispetto") && !edition.contains("prima edizione"), "{edition}");
}

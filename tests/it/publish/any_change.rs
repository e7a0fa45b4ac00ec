//! Whatever is changed in whatever order, the site that is built upon the last one is, byte for byte, the one that is built from nothing.
//!
//! `PIAO_CASES=500 cargo test --test it any_change` makes that many changes.

use crate::dice::Dice;
use crate::folder::Folder;
use crate::large::{beside, large_starter};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How many changes are made where nobody asks for more.
const USUAL: usize = 24;

/// Everything below a folder, folders too, with who may read it.
fn everything(folder: &Path) -> BTreeMap<String, (u32, Vec<u8>)> {
    use std::os::unix::fs::PermissionsExt;
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap());
    let seen = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        let bytes = if entry.file_type().is_dir() { Vec::new() } else { fs::read(entry.path()).unwrap() };
        (path, (entry.metadata().unwrap().permissions().mode(), bytes))
    };
    entries.map(seen).collect()
}

/// Replaces one text by another wherever it stands, or the other way round where it does not.
fn turn(folder: &Folder, file: &str, one: &str, other: &str) {
    let text = folder.read(file);
    let new = if text.contains(one) { text.replace(one, other) } else { text.replace(other, one) };
    assert_ne!(text, new, "neither «{one}» nor «{other}» in {file}");
    folder.write(file, new);
}

/// Makes a file, or removes it.
fn come_or_go(folder: &Folder, file: &str, text: &str) {
    if folder.path(file).exists() {
        folder.remove(file);
    } else {
        folder.write(file, text);
    }
}

/// A new process, or one less.
fn another_process(folder: &Folder) {
    const NEW: &str = "  - codice: 200-2-B\n    rischio: basso\n    processo: Rimborso dei tributi\n    finalita: Rimborsare\n    \
                       input: [Domanda]\n    fasi: [Verifica]\n    output: [Rimborso]\n    area: [risorse]\n    \
                       smart_team: [tributi]\n    smartabilita: si\n";
    let text = folder.read("processi.yaml");
    folder.write(
        "processi.yaml",
        if text.contains(NEW) { text.replace(NEW, "") } else { text.trim_end().to_owned() + "\n" + NEW },
    );
}

/// One of the changes that people make to a folder or to what was published.
fn change(folder: &Folder, cache: &Path, dice: &mut Dice) -> &'static str {
    let page = || folder.path("/public/2026-2028/processi/100-1-b/index.html");
    let turn = |file, one, other| turn(folder, file, one, other);
    let exclusions = piao::scaffold::files().into_iter().find(|(path, _)| path.ends_with("esclusioni.yaml")).unwrap().1;
    let changes: [(&str, &dyn Fn()); 19] = [
        ("nothing", &|| {}),
        ("a text as long as before", &|| turn("processi.yaml", "Atto pubblicato", "Atto pubblicatO")),
        ("a risk", &|| turn("processi.yaml", "rischio: medio", "rischio: alto")),
        ("a name that other pages show", &|| turn("processi.yaml", "Accertamento dei tributi", "Accertamenti")),
        ("a process", &|| another_process(folder)),
        ("the code of a process", &|| turn("processi.yaml", "codice: 100-1-B", "codice: 100-9-B")),
        ("a table", &|| come_or_go(folder, "esclusioni.yaml", exclusions)),
        ("a chapter", &|| turn("/content/2026-2028/01-premessa.md", "Questo allegato", "Quest'allegato")),
        ("another chapter", &|| {
            come_or_go(
                folder,
                "/content/2026-2028/09-note.md",
                "---\ntitolo: Note\nordine: 9\n---\n\nUn capitolo in più.\n",
            );
        }),
        ("the name of the administration", &|| turn("/data/ente.yaml", "Comune di Esempio\n", "Comune di Prova\n")),
        ("the address", &|| turn("/data/ente.yaml", "# base_url:", "base_url:")),
        ("a template", &|| {
            come_or_go(
                folder,
                "/themes/largo/templates/area.html",
                "<!doctype html><title>x</title>{{ frame.window }}",
            );
        }),
        ("the theme", &|| turn("/data/ente.yaml", "aspetto: largo", "aspetto: altro")),
        ("a file of the theme", &|| turn("/themes/largo/static/molti/7/0.txt", "uguale", "Uguale")),
        ("a file that becomes a folder", &|| {
            if folder.path("/themes/largo/static/nodo").is_dir() {
                fs::remove_dir_all(folder.path("/themes/largo/static/nodo")).unwrap();
                folder.write("/themes/largo/static/nodo", "file");
            } else {
                let _ = fs::remove_file(folder.path("/themes/largo/static/nodo"));
                folder.write("/themes/largo/static/nodo/f.txt", "cartella");
            }
        }),
        ("a date of a file", &|| {
            let text = folder.read("servizi.yaml");
            folder.write("servizi.yaml", text);
        }),
        ("a published page", &|| {
            if let Ok(text) = fs::read_to_string(page()) {
                fs::write(page(), text.replacen('<', ">", 1)).unwrap();
            }
        }),
        ("a published page that goes", &|| drop(fs::remove_file(page()))),
        ("what is known of the last build", &|| {
            for entry in walkdir::WalkDir::new(cache).into_iter().map(|entry| entry.unwrap()) {
                if entry.file_type().is_file() {
                    let text = fs::read_to_string(entry.path()).unwrap();
                    let version = concat!("\"", env!("CARGO_PKG_VERSION"), " ");
                    fs::write(entry.path(), text.replace(version, "\"0.0.1 ")).unwrap();
                }
            }
        }),
    ];
    let (what, make) = dice.pick(&changes);
    make();
    what
}

#[test]
fn what_is_built_upon_the_last_site_is_what_is_built_from_nothing() {
    let cases = std::env::var("PIAO_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(USUAL);
    let (folder, cache) = (large_starter(), Folder::empty());
    folder.without_shown_exclusions();
    folder.write("/themes/altro/static/altro.txt", "altro");
    // The same changes at every run of the suite, others whenever more are asked for.
    let mut dice = Dice::new(if cases == USUAL { 1 } else { u64::from(std::process::id()) });
    let (mut told, mut unchanged, mut twins) = (Vec::new(), 0, 0);
    for _ in 0..cases {
        // Only a large site has a twin, and it is large by its theme.
        if folder.read("/data/ente.yaml").contains("aspetto: altro") && dice.roll(4) > 0 {
            turn(&folder, "/data/ente.yaml", "aspetto: largo", "aspetto: altro");
        }
        let changes = dice.roll(4);
        told.push((0..changes).map(|_| change(&folder, cache.root(), &mut dice)).collect::<Vec<_>>().join(" and "));
        twins += usize::from(beside(folder.root()).len() == 1);
        let ran = folder.piao(["build"]).env("XDG_CACHE_HOME", cache.root()).run();
        unchanged += usize::from(ran.err.contains("Nulla è cambiato"));
        let elsewhere = tempfile::tempdir().unwrap();
        let target = elsewhere.path().join("sito");
        folder.piao(["build", "--out"]).arguments([&target]).env("XDG_CACHE_HOME", "/dev/null").run();
        assert!(everything(&target) == everything(&folder.path("/public")), "after {}", told.join(", then "));
        assert!(beside(folder.root()).len() <= 1, "{:?}", beside(folder.root()));
    }
    println!("{cases} builds: {unchanged} of what had not changed, {twins} with a twin beside");
    assert!(unchanged > 0 && twins > cases / 2);
}

//! `piao check` tells of every file at which `piao build` stops.

use crate::folder::Folder;
use piao::digest::Sha256;

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>\n";

/// The starter, whose administration has a coat of arms and whose edition an approved document.
fn complete() -> Folder {
    let starter = Folder::starter();
    starter.edit("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: CC BY 4.0\nstemma: immagini/stemma.svg");
    starter.write("/immagini/stemma.svg", DRAWING);
    let document = format!("documento_approvato: {{ file: atti/a.pdf, sha256: {} }}\n", Sha256::of(b"%PDF-1.7"));
    let text = starter.read("edizione.yaml");
    starter.write("edizione.yaml", text + &document);
    starter.write("/atti/a.pdf", "%PDF-1.7");
    starter
}

#[test]
fn a_folder_whose_files_are_all_there_passes() {
    complete().piao(["check"]).run();
}

#[test]
fn a_coat_of_arms_or_an_approved_document_that_is_not_there_is_an_error_at_its_line() {
    for (file, named, at) in [
        ("/immagini/stemma.svg", "immagini/stemma.svg", "data/ente.yaml:"),
        ("/atti/a.pdf", "atti/a.pdf", "data/2026-2028/edizione.yaml:"),
    ] {
        let folder = complete();
        folder.remove(file);
        let short = folder.piao(["check", "--format", "short"]).status(1).run().out;
        let line = short.lines().find(|line| line.contains("LA016")).expect("the finding");
        assert!(line.starts_with(at) && line.contains(&format!("il file `{named}` non c'è")), "{line}");
        let built = folder.piao(["build"]).status(1).run().err;
        assert!(built.contains(&format!("errore[LA016]: il file `{named}` non c'è")), "{built}");
        assert!(!folder.path("/public").exists());
    }
}

#[test]
fn what_stops_a_build_stops_a_check_in_the_same_words() {
    for (file, text) in [
        ("/themes/istituzionale/theme.yaml", "logo: altro.svg"),
        ("/themes/istituzionale/templates/processo.html", "{% if %}"),
        ("/immagini/stemma.svg", "non un'immagine"),
        ("/atti/a.pdf", "%PDF ritoccato"),
    ] {
        let folder = complete();
        folder.write(file, text);
        let trouble =
            |ran: String| ran.lines().skip_while(|line| !line.starts_with("errore: ")).map(str::to_owned).collect();
        let built: Vec<String> = trouble(folder.piao(["build"]).status(2).run().err);
        assert!(!built.is_empty(), "{file}");
        for options in [&["check"][..], &["check", "--fix"], &["check", "--diff"], &["check", "--publication"]] {
            let checked: Vec<String> = trouble(folder.piao(options).status(2).run().err);
            assert_eq!(checked, built, "{file} {options:?}");
        }
    }
}

#[test]
fn a_theme_without_a_folder_stops_a_check() {
    let folder = Folder::starter();
    folder.edit("/data/ente.yaml", "aspetto: istituzionale", "aspetto: moderno");
    let ran = folder.piao(["check"]).status(2).run();
    assert!(
        ran.err.contains("errore: l'aspetto `moderno` non esiste: non c'è la cartella `themes/moderno`"),
        "{}",
        ran.err
    );
}

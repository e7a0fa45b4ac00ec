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
fn a_file_that_cannot_be_published_is_an_error_at_its_place_for_every_command() {
    let print = Sha256::of(b"%PDF-1.7");
    let other = Sha256::of(b"%PDF ritoccato");
    let outside = "porta fuori dalla cartella dell'ente";
    for (file, expected, key) in [
        (
            "atti/a.pdf",
            format!("`atti/a.pdf` non è il documento approvato: la sua impronta SHA-256 è {other}"),
            "sha256: ",
        ),
        ("../../ente.yaml", format!("`../../ente.yaml` {outside}"), "file: "),
        ("/etc/passwd", format!("`/etc/passwd` {outside}"), "file: "),
        ("atti", "`atti` è una cartella, e non un file".to_owned(), "file: "),
        ("atti\\a.pdf", "in `atti\\a.pdf` le cartelle sono divise da barre rovesciate".to_owned(), "file: "),
    ] {
        let folder = complete();
        folder.write("/atti/a.pdf", "%PDF ritoccato");
        let whole = format!("{{ file: atti/a.pdf, sha256: {print} }}");
        folder.edit("edizione.yaml", &whole, &whole.replace("atti/a.pdf", file));
        let text = folder.read("edizione.yaml");
        let (line, written) = text.lines().enumerate().find(|(_, line)| line.contains(key)).expect("the key");
        let place = (line + 1, written.find(key).expect("the key") + key.len() + 1);
        let json = folder.piao(["check", "--format", "json"]).status(1).run().out;
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["summary"]["errors"], 1, "{file}");
        let errors = json["diagnostics"].as_array().expect("findings").iter();
        let error = errors.into_iter().find(|found| found["severity"] == "error").expect("the error");
        assert_eq!(error["rule"], "LA028", "{file}");
        assert_eq!(error["file"], "data/2026-2028/edizione.yaml", "{file}");
        assert_eq!(
            (error["line"].as_u64(), error["column"].as_u64()),
            (Some(place.0 as u64), Some(place.1 as u64)),
            "{file}"
        );
        assert!(error["message"].as_str().expect("a message").starts_with(&expected), "{error}");
        for format in ["github", "sarif", "short"] {
            let out = folder.piao(["check", "--format", format]).status(1).run().out;
            assert!(out.contains("LA028"), "{file} {format}: {out}");
        }
        for command in ["build", "package"] {
            let ran = folder.piao([command]).status(1).run();
            assert!(ran.err.contains("errore[LA028]"), "{file} {command}: {}", ran.err);
        }
        assert!(!folder.path("/public").exists());
    }
}

#[test]
fn a_path_with_backslashes_is_mended() {
    let folder = complete();
    folder.edit("edizione.yaml", "file: atti/a.pdf", "file: atti\\a.pdf");
    folder.piao(["check", "--fix"]).run();
    assert!(folder.read("edizione.yaml").contains("file: atti/a.pdf"));
}

#[test]
fn what_stops_a_build_stops_a_check_in_the_same_words() {
    for (file, text) in [
        ("/themes/istituzionale/theme.yaml", "logo: altro.svg"),
        ("/themes/istituzionale/templates/processo.html", "{% if %}"),
        ("/immagini/stemma.svg", "non un'immagine"),
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
fn a_theme_without_a_folder_is_an_error_of_the_data() {
    for (own, written, help) in [
        (
            None,
            "moderno",
            "scrivere `istituzionale`, che è l'aspetto del programma, o il nome di una cartella di `themes/`",
        ),
        (None, "istituzonale", "forse si intendeva `istituzionale`"),
        (Some("comunale"), "comunle", "forse si intendeva `comunale`"),
        (None, "../istituzionale", "forse si intendeva `istituzionale`"),
    ] {
        let folder = Folder::starter();
        if let Some(own) = own {
            folder.write(&format!("/themes/{own}/theme.yaml"), "colori: { fascia: '#0b438b' }\n");
        }
        folder.edit("/data/ente.yaml", "aspetto: istituzionale", &format!("aspetto: {written}"));
        let ran = folder.piao(["check", "--format", "json"]).status(1).run();
        let report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        let finding = &report["diagnostics"][0];
        assert_eq!(report["diagnostics"].as_array().map(Vec::len), Some(1), "{report:#}");
        assert_eq!((&finding["rule"], &finding["severity"]), (&"LA016".into(), &"error".into()), "{report:#}");
        assert_eq!(finding["message"], format!("l'aspetto `{written}` non c'è"));
        assert_eq!((finding["help"].as_str(), &finding["file"]), (Some(help), &"data/ente.yaml".into()));
        folder.piao(["build"]).status(1).run();
        assert!(!folder.root().join("public").exists());
    }
    let folder = Folder::starter();
    folder.edit("/data/ente.yaml", "aspetto: istituzionale", "aspetto: istituzonale");
    folder.piao(["check", "--fix"]).run();
    assert!(folder.read("/data/ente.yaml").contains("aspetto: istituzionale\n"));
}

//! What the loader makes of files that are not as they should be.

mod broken;
mod limits;
#[cfg(unix)]
mod links;
mod margin;
mod names;
mod spellings;
mod trap;
mod unread;

use crate::folder::{Folder, repository};
use piao::diagnostic::Severity;
use piao::load::load;
use std::fs;
use std::path::Path;

/// Code, file and line of every open finding below a folder.
fn findings(root: &Path) -> Vec<(&'static str, String, usize)> {
    let found = crate::found::findings(root);
    found.into_iter().map(|found| (found.code, found.file, found.line)).collect()
}

#[test]
fn a_byte_order_mark_and_windows_line_endings_change_nothing() {
    let starter = Folder::starter();
    let path = starter.path("processi.yaml");
    let text = fs::read_to_string(&path).unwrap().replace("rischio: medio", "rischio: moderato");
    let line = text.lines().position(|line| line.contains("moderato")).unwrap() + 1;
    fs::write(&path, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    let chapter = starter.path("/content/2026-2028/01-premessa.md");
    let text = fs::read_to_string(&chapter).unwrap();
    fs::write(&chapter, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    assert_eq!(findings(starter.root()), [("LA101", "data/2026-2028/processi.yaml".to_owned(), line)]);
}

#[test]
fn a_folder_may_stand_for_a_file() {
    let starter = Folder::starter();
    let text = starter.read("processi.yaml");
    starter.remove("processi.yaml");
    let (first, second) = text.split_at(text.find("  - codice: 200-1-M").unwrap());
    starter.edit("processi/a.yaml", "", first);
    starter.edit("processi/b.yaml", "", &format!("processi:\n{}", second.replace("rischio: medio", "rischio: boh")));
    assert_eq!(findings(starter.root()), [("LA101", "data/2026-2028/processi/b.yaml".to_owned(), 3)]);
    let loaded = load(starter.root()).unwrap();
    assert_eq!(loaded.annex.editions[0].processes.rows.len(), 2);
}

#[test]
fn a_code_written_in_two_files_of_a_folder_is_found() {
    let starter = Folder::starter();
    let text = starter.read("processi.yaml");
    starter.remove("processi.yaml");
    starter.edit("processi/a.yaml", "", &text);
    starter.edit("processi/b.yaml", "", &text[..text.find("  - codice: 200-1-M").unwrap()]);
    assert_eq!(findings(starter.root()), [("LA105", "data/2026-2028/processi/b.yaml".to_owned(), 4)]);
}

#[test]
fn every_file_of_a_folder_must_have_the_shape_of_the_file() {
    let starter = Folder::starter();
    fs::rename(starter.path("processi.yaml"), starter.path("p.tmp")).unwrap();
    fs::create_dir(starter.path("processi")).unwrap();
    fs::rename(starter.path("p.tmp"), starter.path("processi/a.yaml")).unwrap();
    starter.edit("processi/b.yaml", "", "- codice: 200-2-M\n");
    assert_eq!(findings(starter.root()), [("LA006", "data/2026-2028/processi/b.yaml".to_owned(), 1)]);
}

#[test]
fn a_record_is_named_with_its_article_and_a_key_as_it_is_written() {
    for (file, replace, with, told) in [
        ("software.yaml", "software:\n", "software:\n  - Firma\n", "per il programma ci vuole un gruppo di chiavi"),
        (
            "edizione.yaml",
            "stato: bozza",
            "stato: bozza\nriferimenti: Legge 81/2017",
            "per `riferimenti` ci vuole un elenco",
        ),
    ] {
        let starter = Folder::starter();
        starter.edit(file, replace, with);
        let loaded = load(starter.root()).expect("the folder can be read");
        let told_all: Vec<&str> = loaded.findings.iter().map(|finding| finding.message.as_str()).collect();
        assert!(told_all.iter().any(|message| message.starts_with(told)), "{told_all:?}");
    }
}

#[test]
fn bytes_that_are_no_text_are_reported_with_their_line() {
    let starter = Folder::starter();
    let mut bytes = fs::read(starter.path("software.yaml")).unwrap();
    bytes.extend(b"  - nome: Citt\xe0\n    scopo: x\n");
    starter.write("software.yaml", bytes);
    assert_eq!(findings(starter.root()), [("LA003", "data/2026-2028/software.yaml".to_owned(), 1)]);
}

#[test]
fn optional_tables_may_be_absent_one_by_one() {
    for file in ["software", "formazione", "attuazione", "valutazione", "esclusioni"] {
        let starter = Folder::starter();
        starter.remove(&format!("{file}.yaml"));
        assert_eq!(findings(starter.root()), [], "{file}");
    }
}

#[test]
fn an_enormous_file_is_not_read() {
    let starter = Folder::starter();
    let file = fs::File::create(starter.path("software.yaml")).unwrap();
    file.set_len(16 * 1024 * 1024 + 1).unwrap();
    assert_eq!(findings(starter.root()), [("LA004", "data/2026-2028/software.yaml".to_owned(), 1)]);
}

#[test]
fn a_broken_record_does_not_hide_the_others() {
    let starter = Folder::starter();
    starter.edit("processi.yaml", "input: [Atto adottato]", "input: [Atto adottato");
    starter.edit("processi.yaml", "rischio: medio", "rischio: moderato");
    let found = findings(starter.root());
    let codes: Vec<_> = found.iter().map(|(code, ..)| *code).collect();
    assert_eq!(codes, ["LA001", "LA101"]);
}

#[test]
fn an_empty_file_and_a_file_of_another_shape_are_no_panic() {
    for text in [
        "",
        "\n",
        "# solo un commento\n",
        "- 1\n- 2\n",
        "ciao\n",
        "processi: ciao\n",
        "processi:\n",
        "processi: [1, [2], {}]\n",
        "{}",
        "? [a]\n: b\n",
    ] {
        let starter = Folder::starter();
        starter.write("processi.yaml", text);
        let found = findings(starter.root());
        assert!(found.iter().any(|(_, file, _)| file.ends_with("processi.yaml")), "«{text}»: {found:?}");
    }
}

#[test]
fn yes_no_and_partly_are_understood_in_any_guise() {
    for (written, notes) in
        [("si", 0), ("\"si\"", 0), ("Sì", 1), ("SI", 1), ("'NO'", 1), ("no", 0), ("IN  PARTE", 1), ("in parte", 0)]
    {
        let starter = Folder::starter();
        starter.edit("processi.yaml", "smartabilita: si", &format!("smartabilita: {written}"));
        let found = findings(starter.root());
        assert_eq!(found.iter().filter(|(code, ..)| *code == "LA102").count(), notes, "{written}: {found:?}");
        assert!(found.iter().all(|(code, ..)| *code == "LA102"), "{written}: {found:?}");
    }
}

/// Twenty faults of different kinds in a copy of the real annex: each on its own line, all in one run.
#[test]
fn twenty_faults_are_reported_in_one_run() {
    let folder = Folder::real();
    // Writes a fault and says on which line.
    let break_it = |file: &str, replace: &str, with: &str| -> usize {
        let file = format!("/{file}");
        let text = folder.read(&file);
        let at = text.find(replace).unwrap_or_else(|| panic!("«{replace}» in {file}"));
        folder.write(&file, text.replacen(replace, with, 1));
        text[..at].matches('\n').count() + 1
    };
    let faults = [
        (
            "LA007",
            "processi.yaml",
            "    finalita: Assicurare la regolare e tempestiva rappresentanza",
            "    finalitta: Assicurare la regolare e tempestiva rappresentanza",
        ),
        ("LA101", "processi.yaml", "rischio: alto", "rischio: altissimo"),
        ("LA105", "processi.yaml", "codice: 500-2-B", "codice: 500 - 1 - B"),
        (
            "LA201",
            "processi.yaml",
            "smart_team: [comunicazione-e-relazioni-esterne]",
            "smart_team: [comunicazione-e-relazioni-esterna]",
        ),
        ("LA202", "processi.yaml", "servizio: [nuove-opere-e-patrimonio]", "servizio: [opere-vecchie]"),
        ("LA203", "processi.yaml", "area: [servizi-al-territorio]", "area: [servizi-al-mare]"),
        ("LA106", "processi.yaml", "codice: 220-9-B", "codice: 220/9/B"),
        ("LA102", "processi.yaml", "codice: 220-4-B", "codice: 220 - 4 -B"),
        ("LA302", "processi.yaml", "codice: 330-3-B", "codice: 999-3-B"),
        ("LA302", "processi.yaml", "codice: 100-1-M", "codice: 500-9-M"),
        ("LA001", "software.yaml", "    scopo: Firma digitale", "    scopo: \"Firma digitale"),
        ("LA010", "software.yaml", "scopo: Tesserini di caccia", "scopo:"),
        ("LA206", "formazione.yaml", "dipendenti-tutti: X", "dipendenti-tutti: W"),
        ("LA205", "formazione.yaml", "nuovi-successiva: O", "nuovi-successivi-assunti: O"),
        ("LA012", "attuazione.yaml", "dipendenti: 34", "dipendenti: trentaquattro"),
        ("LA305", "attuazione.yaml", "agili: 16", "agili: 61"),
        ("LA011", "edizione.yaml", "data: 2017-05-22", "data: 2017-02-30"),
        ("LA104", "smart-team.yaml", "  - id: linfa", "  - id: servizi-educativi-scolastici"),
        ("LA009", "servizi.yaml", "    prefisso: \"120\"", "    prefisso: \"120\"\n    prefisso: \"121\""),
        ("LA006", "valutazione.yaml", "natura: competenze", "natura: [competenze]"),
    ];
    let mut expected = Vec::new();
    for (code, file, replace, with) in faults {
        let file = format!("data/2025-2027/{file}");
        let line = break_it(&file, replace, with);
        // The second of two equal keys is the one that is wrong.
        let line = if code == "LA009" { line + 1 } else { line };
        expected.push((code, file, line));
    }
    let chapter = "content/2025-2027/02-stato-di-attuazione.md".to_owned();
    let line = break_it(&chapter, "{{ totali.dipendenti }}", "{{ totali.dipendneti }}");
    expected.push(("LA208", chapter, line));

    let found = findings(folder.root());
    for fault in &expected {
        assert!(found.contains(fault), "{fault:?} is not among {found:#?}");
    }
}

#[test]
fn the_real_annex_has_no_open_error_or_warning() {
    let mut open = crate::found::findings(repository());
    open.retain(|found| found.severity != Severity::Note);
    assert!(open.is_empty(), "{open:#?}");
}

#[test]
fn a_title_that_is_not_there_is_found_beside_faults_in_the_data() {
    let starter = Folder::starter();
    starter.edit("processi.yaml", "rischio: medio", "rischio: moderato");
    starter.edit("/content/2026-2028/01-premessa.md", "ordine: 1", "ordine: 1\nregole: [la-giornata]");
    let codes: Vec<_> = findings(starter.root()).into_iter().map(|(code, file, _)| (code, file)).collect();
    assert!(codes.contains(&("LA101", "data/2026-2028/processi.yaml".to_owned())), "{codes:?}");
    assert!(codes.contains(&("LA401", "content/2026-2028/01-premessa.md".to_owned())), "{codes:?}");
}

/// What the data name may be a link, but not one that leads elsewhere: it would publish a file of somebody else.
#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_is_not_followed() {
    use std::os::unix::fs::symlink;
    let elsewhere = Folder::empty();
    elsewhere.write("/segreto.svg", LOGO);
    for (key, link) in [("stemma: immagini/stemma.svg", "immagini/stemma.svg"), ("stemma: fuori/segreto.svg", "fuori")]
    {
        let starter = Folder::starter();
        starter.edit("/data/ente.yaml", "licenza: CC BY 4.0", &format!("licenza: CC BY 4.0\n{key}"));
        fs::create_dir(starter.path("/immagini")).unwrap();
        let target = if link == "fuori" { elsewhere.root().to_owned() } else { elsewhere.path("/segreto.svg") };
        symlink(target, starter.path(&format!("/{link}"))).unwrap();
        let ran = starter.piao(["build"]).status(2).run();
        assert!(ran.err.contains("porta fuori dalla cartella dell'ente"), "{}", ran.err);
        assert!(!starter.path("/public").exists());
    }
    // One that stays inside is followed.
    let starter = Folder::starter();
    starter.edit("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: CC BY 4.0\nstemma: stemma.svg");
    starter.write("/immagini/vero.svg", LOGO);
    symlink("immagini/vero.svg", starter.path("/stemma.svg")).unwrap();
    starter.piao(["build"]).run();
    assert_eq!(starter.read("/public/risorse/ente/stemma.svg"), LOGO);
}

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><path d=\"M0 0h20v10z\"/></svg>";

#[test]
fn files_that_came_after_a_reading_are_known_to_be_new() {
    for folder in [Folder::starter(), Folder::real()] {
        folder.write("/data/.processi.yaml", "nascosto: sì\n");
        folder.write("/data/2030-2032/bozze/altre/processi.yaml", "processi: []\n");
        let loaded = load(folder.root()).expect("a folder");
        let has_newcomers = || piao::load::has_newcomers(folder.root(), &loaded.sources);
        assert!(!has_newcomers(), "nothing came");
        folder.write("/data/note.txt", "niente");
        assert!(!has_newcomers(), "what is no text of the annex is not read");
        folder.write("/data/2029-2031/edizione.yaml", "titolo: Nuova\n");
        assert!(has_newcomers(), "an edition came");
    }
}

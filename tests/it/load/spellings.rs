//! A spelling that differs only in case, accents or spaces is understood, told as a note and mended, wherever it stands.

use crate::folder::Folder;
use crate::found::findings;
use piao::diagnostic::Severity;

/// File, what it says, and another spelling of that.
const CASES: &[(&str, &str, &str)] = &[
    ("formazione.yaml", "dipendenti: X", "dipendenti: x"),
    ("/data/ente.yaml", "edizione_corrente: 2026-2028", "edizione_corrente: 2026 - 2028"),
    ("/data/ente.yaml", "aspetto: istituzionale", "aspetto: Istituzionale"),
    ("attuazione.yaml", "giorni_settimana: non smartabile", "giorni_settimana: NON  SMARTABILE"),
    ("attuazione.yaml", "giorni: \"92 all'anno\"", "giorni: \"92 all’anno\""),
    ("attuazione.yaml", "giorni: \"92 all'anno\"", "giorni: '92 all’anno'"),
    ("accettazioni.yaml", "controllo: LA304", "controllo: la304"),
    ("attuazione.yaml", "giorni_settimana: \"0,5-1\"", "giorni_settimana: \"0,5 – 1\""),
    ("attuazione.yaml", "giorni_settimana: \"1\"", "giorni_settimana: \" 1\""),
    ("processi.yaml", "smartabilita: \"in parte\"", "smartabilita: \" in parte \""),
    ("processi.yaml", "smartabilita: 'no'", "smartabilita: 'no '"),
    ("smart-team.yaml", "servizio: 'tributi'", "servizio: 'tributi '"),
];

/// The starter with the right spelling in a file.
fn starter(file: &str, right: &str) -> Folder {
    let starter = Folder::starter();
    match file {
        "/data/controlli.yaml" => starter.write(file, right),
        "accettazioni.yaml" => {
            starter.edit("attuazione.yaml", "agili: 11", "agili: 10");
            let place = "dove: attuazione/totale_dichiarato/agili, motivo: Come nel testo pubblicato";
            starter.write(file, format!("accettazioni:\n  - {{ {right}, {place} }}\n"));
        }
        "attuazione.yaml" => starter.edit(file, "giorni_settimana: 1", right),
        "processi.yaml" => starter.edit(file, "smartabilita: in parte", right),
        "smart-team.yaml" => starter.edit(file, "servizio: tributi", right),
        _ => {}
    }
    starter
}

#[test]
fn a_spelling_is_understood_told_and_mended() {
    for (file, right, written) in CASES {
        let folder = starter(file, right);
        let before: Vec<_> = findings(folder.root()).into_iter().map(|found| found.message).collect();
        let text = folder.read(file);
        folder.write(file, text.replacen(right, written, 1));
        let found = findings(folder.root());
        let (spelling, rest): (Vec<_>, Vec<_>) = found.into_iter().partition(|found| found.code == "LA102");
        let [spelling] = spelling.as_slice() else { panic!("{written}: {spelling:?}, {rest:?}") };
        assert_eq!(spelling.severity, Severity::Note, "{written}");
        let rest: Vec<_> = rest.into_iter().map(|found| found.message).collect();
        assert_eq!(rest, before, "{written}");
        folder.piao(["check", "--fix"]).any_status().run();
        assert_eq!(folder.read(file), text, "{written}");
    }
}

#[test]
fn days_as_programs_write_them_are_mended() {
    for (written, is_certain) in [
        ("\"2025‑12‑31\"", true),
        ("20251231", true),
        ("2025-12-31T00:00:00", true),
        ("2025-12-31 00:00", true),
        ("2025-12-31T10:00:00", false),
        ("2025-12-31T00:00:00+02:00", false),
    ] {
        let starter = Folder::starter();
        starter.edit("attuazione.yaml", "data: 2025-12-31", &format!("data: {written}"));
        starter.piao(["check", "--fix"]).any_status().run();
        let is_mended = |text: &str| text.contains("data: 2025-12-31\n") || text.contains("data: \"2025-12-31\"\n");
        assert_eq!(is_mended(&starter.read("attuazione.yaml")), is_certain, "{written}");
        starter.piao(["check", "--unsafe-fixes"]).any_status().run();
        assert!(is_mended(&starter.read("attuazione.yaml")), "{written}");
    }
    for written in ["20252412", "20250230", "18991231", "2025-12-31T", "2025-12-31 ore 10"] {
        let starter = Folder::starter();
        starter.edit("attuazione.yaml", "data: 2025-12-31", &format!("data: {written}"));
        let text = starter.read("attuazione.yaml");
        starter.piao(["check", "--unsafe-fixes"]).any_status().run();
        assert_eq!(starter.read("attuazione.yaml"), text, "{written}");
    }
}

//! What could not be read has its finding; nothing is concluded from its absence.

use super::once::codes;
use crate::folder::Folder;
use crate::found::findings;
use piao::diagnostic::Edit;

#[test]
fn a_table_whose_rows_cannot_be_read_is_not_told_to_be_empty() {
    for rows in ["{}", "uno", "[uno]", "[[]]", "[~]"] {
        let rows = |file: &str, key: &str| {
            let folder = Folder::starter();
            folder.write(file, format!("{key}: {rows}\n"));
            findings(folder.root()).into_iter().map(|found| found.code).collect::<Vec<_>>()
        };
        for (file, key) in [("processi.yaml", "processi"), ("software.yaml", "software"), ("valutazione.yaml", "ruoli")]
        {
            assert_eq!(rows(file, key), ["LA006"], "{file}");
        }
        let teams = rows("smart-team.yaml", "smart_team");
        assert_eq!(teams, ["LA006"], "nothing is concluded from teams that are not known");
    }
}

#[test]
fn what_follows_from_a_value_of_another_kind_is_not_told() {
    const FORM: &str = "formazione.yaml";
    const MODEL: &str = "modello.yaml";
    const TEAMS: &str = "smart-team.yaml";
    const MARKED: Edit = Edit::new(TEAMS, "nome: Tributi\n", "nome: Tributi\n    richiami: [\"*\"]\n");
    const OWN: Edit = Edit::new("processi.yaml", "rischio: medio\n", "rischio: medio\n    fascia: Prima\n");
    const AUDIENCES: &str = "destinatari:\n  - id: dipendenti\n    nome: Tutti i dipendenti\n  - id: nuovi-assunti\n    nome: Nuovi assunti\n";
    let cases: &[(&[Edit], &str)] = &[
        (&[Edit::new(FORM, "legenda:\n  X: modulo previsto\n", "legenda: uno\n")], "LA006"),
        (&[Edit::new(FORM, "X: modulo previsto", "X: [uno]")], "LA006"),
        (&[Edit::new(FORM, AUDIENCES, "destinatari: uno\n")], "LA006"),
        (&[Edit::new(FORM, AUDIENCES, "destinatari: [uno]\n")], "LA006"),
        (&[Edit::new(FORM, AUDIENCES, "")], "LA008"),
        (&[Edit::new("servizi.yaml", "nome: Risorse", "nome: [Risorse]")], "LA006"),
        (&[Edit::new("servizi.yaml", "prefisso: \"200\"", "prefisso: [200]")], "LA006"),
        (&[MARKED, Edit::new(TEAMS, "smart_team:\n", "note: uno\nsmart_team:\n")], "LA006"),
        (&[MARKED, Edit::new(TEAMS, "smart_team:\n", "note: { \"*\": [uno] }\nsmart_team:\n")], "LA006"),
        (
            &[
                Edit::new(TEAMS, "nome: Tributi\n", "nome: Tributi\n    richiami: [[\"*\"]]\n"),
                Edit::new(TEAMS, "smart_team:\n", "note: { \"*\": Uno }\nsmart_team:\n"),
            ],
            "LA006",
        ),
        (&[OWN, Edit::new(MODEL, "", "tavole: uno\n")], "LA006"),
        (&[OWN, Edit::new(MODEL, "", "tavole: { processi: uno }\n")], "LA006"),
        (&[OWN, Edit::new(MODEL, "", "tavole: { processi: { colonne: [fascia] } }\n")], "LA006"),
        (&[OWN, Edit::new(MODEL, "", "tavole: { procesi: { colonne: { fascia: { titolo: Fascia } } } }\n")], "LA024"),
        (&[Edit::new(MODEL, "", "scale: { rischio: [[basso]] }\n")], "LA006"),
    ];
    for (edits, code) in cases {
        let with: Vec<&str> = edits.iter().map(|edit| edit.with).collect();
        assert_eq!(codes(edits), [*code], "{with:?}");
    }
}

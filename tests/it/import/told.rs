//! The last line of an import: what was done, would be, or why nothing is.

use crate::folder::Folder;
use crate::tree;

fn last_line(folder: &Folder, sheet: &str) -> String {
    folder.write("/a.csv", sheet);
    let ran = folder.piao(["import", "a.csv"]).any_status().run();
    ran.err.lines().filter(|line| line.contains("ambi") || line.contains("Nulla")).collect::<Vec<_>>().join("\n")
}

#[test]
fn one_record_takes_a_verb_of_one() {
    let folder = Folder::starter();
    let one = "Codice;Processo;Smart team;Smartabilità\n200-1-M;Accertamento dei tributi;Tributi;SI\n";
    let line = last_line(&folder, one);
    assert!(line.starts_with("Cambierebbe 1 voce in 1 file; nulla è stato scritto: per scrivere, "), "{line}");
    let two = format!("{one}100-1-B;Pubblicazione degli atti;Segreteria;no\n");
    assert!(last_line(&folder, &two).starts_with("Cambierebbero 2 voci in 1 file; "));
}

#[test]
fn where_nothing_changes_the_true_reason_is_said() {
    let folder = Folder::starter();
    let head = "Codice;Processo;Smart team;Smartabilità\n";
    for (sheet, why) in [
        (String::new(), "nei fogli non c'è nessuna riga da leggere"),
        (head.to_owned(), "nei fogli non c'è nessuna riga da leggere"),
        ("Uno;Due\nA;B\nC;D\n".to_owned(), "nei fogli non c'è nessuna riga che si sia capita"),
        (
            format!("{};Peso\n200-1-M;Accertamento dei tributi;Tributi;in parte;3\n", head.trim_end()),
            "ciò che si può scrivere, i dati lo dicono già",
        ),
        (
            format!("{head}200-1-M;Accertamento dei tributi;Tributi;boh\n"),
            "ciò che si può scrivere, i dati lo dicono già",
        ),
        (format!("{head}200-1-M;Accertamento dei tributi;Tributi;in parte\n"), "i dati dicono già lo stesso"),
    ] {
        assert_eq!(last_line(&folder, &sheet), format!("Nulla da cambiare: {why}."), "{sheet}");
    }
}

#[test]
fn a_count_that_the_sheet_does_not_state_is_said_and_is_not_all_understood() {
    let folder = Folder::starter();
    for (counts, status) in [("6;4", 0), ("6;n.d.", 1), ("-;4", 1), ("//;//", 1)] {
        folder.write("/a.csv", format!("Smart team;Dipendenti;Agili\nTributi;{counts}\n"));
        let ran = folder.piao(["import", "a.csv"]).status(status).run();
        assert_eq!(ran.out.contains("riga 2: la colonna «"), status == 1, "{counts}: {}", ran.out);
    }
}

#[test]
fn where_the_table_was_named_the_columns_that_are_missing_are_said() {
    let folder = Folder::starter();
    folder.write("/a.csv", "Modulo;Destinatari;Ore\nSicurezza informatica;Tutti;4\n");
    let ran = folder.piao(["import", "a.csv"]).status(1).run();
    assert!(ran.err.contains("aggiungere --tavola"), "{}", ran.err);
    let ran = folder.piao(["import", "a.csv", "--table", "formazione"]).status(1).run();
    assert!(!ran.err.contains("--tavola"), "{}", ran.err);
    let said = "le intestazioni non bastano per la tavola `formazione`: si capisce «Modulo», e non si capisce che cosa sono «Destinatari», «Ore»; mancano «Gruppo»";
    assert!(ran.out.contains(said), "{}", ran.out);
}

#[test]
fn a_place_that_cannot_take_the_answers_is_refused_before_anything_is_written() {
    let folder = Folder::starter();
    folder.write("/a.csv", "Codice;Processo;Smart team;Smartabilità\n200-1-M;Accertamento;Tributi;boh\n");
    folder.write("/c.yaml", "");
    let before = tree::files(folder.root());
    for place in ["data", "c.yaml", "data/r.yaml", "a.csv/r.yaml"] {
        folder.piao(["import", "a.csv", "--yes", "--answers-out", place]).status(2).run();
        assert_eq!(tree::files(folder.root()), before, "{place}");
    }
    folder.piao(["import", "a.csv", "--yes", "--answers-out", "r.yaml"]).status(1).run();
    assert!(folder.read("processi.yaml").contains("processo: Accertamento\n"));
    assert!(folder.read("/r.yaml").contains("boh"));
}

#[test]
fn the_answers_name_each_office_once() {
    let folder = Folder::starter();
    folder.write("/a.csv", "Processo;Smart team;Smartabilità\nRuoli;Ignoto;SI\n");
    folder.piao(["import", "a.csv", "--answers-out", "domande.yaml"]).any_status().run();
    let asked = folder.read("/domande.yaml");
    assert_eq!(asked.lines().filter(|line| line.starts_with("  # tributi:")).count(), 1, "{asked}");
}

#[test]
fn new_offices_and_audiences_are_told_by_their_names() {
    let folder = Folder::starter();
    folder.write(
        "/a.csv",
        "Codice;Area;Servizio;Processo;Smartabile\n;Nuova Area;Ufficio Economato;Cassa;SI\n\
         100-1-B;Nuova Area;Ufficio Economato;Pubblicazione degli atti;SI\n",
    );
    folder.write("/b.csv", "Corso;Dirigenti;Funzionari\nSicurezza;X;X\n");
    let ran = folder.piao(["import", "a.csv", "b.csv"]).any_status().run();
    for line in [
        "  + nuova voce: Ufficio Economato\n      Identificativo: ufficio-economato\n      Nome: Ufficio Economato\n      Area: Nuova Area\n",
        "  + nuova voce: Nuova Area\n",
        "      Processo: Cassa\n      Area: Nuova Area\n",
        "      Servizio: (vuoto) → Ufficio Economato\n",
        "      Servizio: Ufficio Economato\n",
        "  + nuova voce: Dirigenti\n",
        "      Destinatari: Dirigenti: X\n      Destinatari: Funzionari: X\n",
        "      Da verificare: Aggiunto perché",
    ] {
        assert!(ran.out.contains(line), "{line}{}", ran.out);
    }
}

//! One workbook, the whole edition.

use crate::folder::Folder;
use crate::workbook::desk::{Desk, Imported, add, table, write};
use piao::workbook::{BookFormat, Returned, Scope};
use similar::{ChangeTag, TextDiff};

/// The starter, its workbook changed, and what came of it.
fn imported(folder: &Folder, change: impl FnOnce(&mut Returned)) -> Imported {
    let desk = Desk::of(folder.root(), 0);
    let mut returned = desk.returned(BookFormat::Excel, &Scope::whole());
    change(&mut returned);
    desk.import(vec![("foglio.xlsx", returned)])
}

/// The lines that went and that came, of the one file that changed.
fn lines(imported: &Imported, file: &str) -> (Vec<String>, Vec<String>) {
    let [changed] = imported.changed.as_slice() else { panic!("{:?}", imported.changed) };
    assert_eq!(changed.path, format!("data/2026-2028/{file}"));
    let diff = TextDiff::from_lines(changed.before.as_deref().expect("it was there"), &changed.after);
    let of = |tag: ChangeTag| {
        let lines = diff.iter_all_changes().filter(|change| change.tag() == tag);
        lines.map(|change| change.value().trim_end().to_owned()).collect()
    };
    (of(ChangeTag::Delete), of(ChangeTag::Insert))
}

#[test]
fn a_changed_cell_is_one_changed_value() {
    let folder = Folder::starter();
    let code = "200-1-M";
    let cases = [
        ("smartabilita", "SI", "    smartabilita: in parte", "    smartabilita: si"),
        (
            "processo",
            "Accertamento: i tributi",
            "    processo: Accertamento dei tributi",
            "    processo: \"Accertamento: i tributi\"",
        ),
        (
            "fasi",
            "Estrazione delle posizioni\nVerifica",
            "    fasi: [Estrazione delle posizioni, Emissione dell'avviso]",
            "    fasi: [Estrazione delle posizioni, Verifica]",
        ),
        ("smart_team", "Segreteria\nTributi", "    smart_team: [tributi]", "    smart_team: [segreteria, tributi]"),
        ("codice", "200-2-M", "  - codice: 200-1-M", "  - codice: 200-2-M"),
    ];
    for (column, text, gone, come) in cases {
        let imported = imported(&folder, |book| write(book, "processi", code, column, text));
        assert_eq!(imported.effect.problems, [], "{column}");
        assert_eq!(lines(&imported, "processi.yaml"), (vec![gone.to_owned()], vec![come.to_owned()]), "{column}");
        assert_eq!((imported.effect.deeds.len(), imported.effect.deeds[0].fields.len()), (1, 1));
    }
    let emptied = imported(&folder, |book| write(book, "processi", code, "supporti_cartacei", ""));
    assert_eq!(lines(&emptied, "processi.yaml").1, Vec::<String>::new());
    let added = imported(&folder, |book| write(book, "processi", code, "percentuale", "12,5"));
    assert_eq!(lines(&added, "processi.yaml"), (vec![], vec!["    percentuale: 12.5".to_owned()]));
}

#[test]
fn what_cannot_be_read_is_not_written_and_said() {
    let folder = Folder::starter();
    for (column, text, message) in [
        ("smartabilita", "forse", "«forse» non è fra le parole di «Smartabilità»: si, in parte, no"),
        ("smart_team", "Anagrafe canina", "«Anagrafe canina» non è fra gli smart team di questa edizione"),
    ] {
        let imported = imported(&folder, |book| write(book, "processi", "200-1-M", column, text));
        assert_eq!(imported.changed, []);
        assert_eq!(imported.effect.problems.len(), 1);
        assert_eq!(imported.effect.problems[0].message, message);
        assert!(imported.effect.problems[0].row > 2, "{:?}", imported.effect.problems);
    }
}

#[test]
fn a_new_row_is_a_record_like_its_neighbours() {
    let folder = Folder::starter();
    let imported = imported(&folder, |book| {
        add(
            book,
            "processi",
            &[
                ("codice", "100-2-B"),
                ("rischio", "basso"),
                ("processo", "Protocollo"),
                ("finalita", "Registrare la posta"),
                ("fasi", "Registrazione\nAssegnazione"),
                ("smart_team", "Segreteria"),
                ("smartabilita", "no"),
            ],
        );
    });
    assert_eq!(imported.effect.problems, []);
    let after = &imported.changed[0].after;
    let expected = "    smartabilita: si\n  - codice: 100-2-B\n    rischio: basso\n    processo: Protocollo\n    finalita: Registrare la posta\n    fasi: [Registrazione, Assegnazione]\n    smart_team: [segreteria]\n    smartabilita: no\n  - codice: 200-1-M\n";
    assert!(after.contains(expected), "{after}");
}

#[test]
fn a_new_team_can_be_chosen_in_the_same_workbook() {
    let folder = Folder::starter();
    let imported = imported(&folder, |book| {
        add(book, "smart-team", &[("nome", "Anagrafe"), ("servizio", "Servizio Tributi")]);
        write(book, "processi", "200-1-M", "smart_team", "Tributi\nAnagrafe");
    });
    let problems = &imported.effect.problems;
    let is_known = !problems.iter().any(|problem| problem.message.contains("smart team"));
    assert!(is_known, "{problems:?}");
    assert!(
        imported.changed.iter().any(|file| file.after.contains("smart_team: [tributi, anagrafe]")),
        "{:?}",
        imported.changed
    );
    assert!(imported.changed.iter().any(|file| file.after.contains("id: anagrafe")), "{:?}", imported.changed);
}

#[test]
fn a_row_that_goes_is_a_record_that_goes() {
    let folder = Folder::starter();
    let imported = imported(&folder, |book| table(book, "processi").rows.retain(|row| row.key != "200-1-M"));
    assert_eq!(imported.effect.problems, []);
    let after = &imported.changed[0].after;
    assert!(!after.contains("200-1-M") && after.contains("100-1-B"), "{after}");
}

#[test]
fn an_identifier_that_changes_takes_its_references_along() {
    let folder = Folder::starter();
    let imported = imported(&folder, |book| write(book, "smart-team", "tributi", "id", "entrate"));
    assert_eq!(imported.effect.problems, []);
    let texts: String = imported.changed.iter().map(|file| file.after.clone()).collect();
    assert!(texts.contains("id: entrate") && texts.contains("smart_team: [entrate]"), "{texts}");
    assert!(!texts.contains("[tributi]"), "{texts}");
}

#[test]
fn what_changed_in_the_data_meanwhile_is_not_undone() {
    let folder = Folder::starter();
    let desk = Desk::of(folder.root(), 0);
    let untouched = desk.returned(BookFormat::Excel, &Scope::whole());
    let mut changed = untouched.clone();
    write(&mut changed, "processi", "200-1-M", "smartabilita", "no");
    folder.edit("processi.yaml", "smartabilita: in parte", "smartabilita: si # deciso in riunione");
    let desk = Desk::of(folder.root(), 0);
    assert_eq!(desk.import(vec![("foglio.xlsx", untouched)]).changed, []);
    let imported = desk.import(vec![("foglio.xlsx", changed)]);
    assert_eq!(imported.changed, []);
    assert!(imported.effect.problems[0].message.contains("nei dati ora c'è «si»"), "{:?}", imported.effect.problems);
}

#[test]
fn what_stands_beside_the_records_has_a_sheet() {
    let folder = Folder::starter();
    for (key, text, gone, come) in [
        ("attuazione/data", "30/06/2026", "data: 2025-12-31", "data: 2026-06-30"),
        ("attuazione/totale_dichiarato/agili", "13", "agili: 11", "agili: 13"),
        ("formazione/legenda/X", "modulo obbligatorio", "X:", "X: modulo obbligatorio"),
    ] {
        let imported = imported(&folder, |book| write(book, "impostazioni", key, "valore", text));
        assert_eq!(imported.effect.problems, [], "{key}");
        let [changed] = imported.changed.as_slice() else { panic!("{key}: {:?}", imported.changed) };
        assert!(changed.before.as_deref().is_some_and(|before| before.contains(gone)), "{:?}", changed.before);
        assert!(changed.after.contains(come), "{}", changed.after);
    }
    let premise =
        imported(&folder, |book| write(book, "impostazioni", "attuazione/premessa", "valore", "Senza i dirigenti"));
    let after = &premise.changed[0].after;
    assert!(after.contains("\npremessa: Senza i dirigenti\nrighe:"), "{after}");
    let wrong = imported(&folder, |book| {
        write(book, "impostazioni", "attuazione/data", "valore", "domani");
        write(book, "impostazioni", "attuazione/premessa", "voce", "Altro");
        table(book, "impostazioni").rows.retain(|row| row.key != "attuazione/totale_dichiarato/agili");
    });
    assert_eq!((wrong.changed, wrong.effect.problems.len()), (Vec::new(), 3), "{:?}", wrong.effect.problems);
}

#[test]
fn rows_may_be_sorted_and_copied_rows_are_new_ones() {
    let folder = Folder::starter();
    let sorted = imported(&folder, |book| book.tables.iter_mut().for_each(|table| table.rows.reverse()));
    assert_eq!(sorted.changed, []);
}

/// The starter with own columns of processes, one of each kind, filled in for one of them.
fn with_own_columns() -> Folder {
    let folder = Folder::starter();
    let columns = "ore: { titolo: Ore, tipo: numero }\n      sportello: { titolo: Sportello, tipo: si-no }";
    folder.write("modello.yaml", format!("tavole:\n  processi:\n    colonne:\n      {columns}\n"));
    folder.edit(
        "processi.yaml",
        "    supporti_cartacei: si\n",
        "    supporti_cartacei: si\n    ore: 10\n    sportello: no\n",
    );
    folder
}

#[test]
fn numbers_are_read_as_offices_write_them() {
    let folder = with_own_columns();
    for (text, number) in [
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1 234", "1234"),
        ("1.234", "1.234"),
        ("-0,5", "-0.5"),
        ("12", "12"),
    ] {
        let imported = imported(&folder, |book| write(book, "processi", "200-1-M", "ore", text));
        assert_eq!(lines(&imported, "processi.yaml").1, [format!("    ore: {number}")], "{text}");
        assert_eq!(imported.effect.deeds[0].fields[0].after, number, "as it is written");
    }
    let odd = imported(&folder, |book| write(book, "processi", "200-1-M", "ore", "1.23.4"));
    assert_eq!((odd.changed, odd.effect.problems.len()), (vec![], 1));
}

#[test]
fn another_spelling_of_a_value_is_no_change() {
    let folder = with_own_columns();
    for (column, text) in
        [("sportello", "NO "), ("ore", " 10"), ("smartabilita", "In  parte"), ("smart_team", "tributi")]
    {
        let imported = imported(&folder, |book| write(book, "processi", "200-1-M", column, text));
        assert_eq!((imported.changed.len(), imported.effect.deeds.len()), (0, 0), "{column}: {:?}", imported.effect);
    }
}

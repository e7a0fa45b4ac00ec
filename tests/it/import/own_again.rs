//! A workbook that is imported twice: the second time it changes nothing, whatever was changed in it.

use crate::folder::Folder;
use crate::workbook::desk::{Desk, Imported, add, table, write};
use piao::import::Problem;
use piao::workbook::{BookFormat, Returned, ReturnedRow, Scope};

const PROCESSES: &str = "/data/2025-2027/processi.yaml";

/// The workbook of the edition of a folder, changed.
pub fn returned(folder: &Folder, change: impl FnOnce(&mut Returned)) -> Returned {
    let mut returned = Desk::of(folder.root(), 0).returned(BookFormat::Excel, &Scope::whole());
    change(&mut returned);
    returned
}

/// Imports a workbook and writes what it changes.
pub fn import(folder: &Folder, returned: &Returned) -> Imported {
    let imported = Desk::of(folder.root(), 0).import(vec![("foglio.xlsx", returned.clone())]);
    for file in &imported.changed {
        folder.write(&format!("/{}", file.path), &file.after);
    }
    imported
}

/// Imports a changed workbook twice: what the first time did. The second time nothing is done and nothing else is said.
#[track_caller]
fn twice(folder: &Folder, change: impl FnOnce(&mut Returned)) -> Imported {
    let returned = returned(folder, change);
    let first = import(folder, &returned);
    let second = import(folder, &returned);
    assert_eq!(second.changed, []);
    assert_eq!(second.effect.deeds, []);
    let said = |imported: &Imported| {
        let mut lines: Vec<String> = imported.effect.problems.iter().map(Problem::line).collect();
        lines.sort();
        lines
    };
    assert_eq!(said(&second), said(&first));
    first
}

/// The same, where everything is understood.
#[track_caller]
fn settled(folder: &Folder, change: impl FnOnce(&mut Returned)) -> Imported {
    let first = twice(folder, change);
    assert_eq!(first.effect.problems, []);
    first
}

/// The codes and names of the processes of the real annex whose code begins so.
fn processes(folder: &Folder, prefix: &str) -> Vec<(String, String)> {
    let text = folder.read(PROCESSES);
    let value = |text: &str, key: &str| {
        let line = text.lines().find_map(|line| line.trim_start().strip_prefix(key));
        line.unwrap_or_default().trim().to_owned()
    };
    let records = text.split("\n  - codice: ").skip(1);
    let records =
        records.map(|record| (record.lines().next().unwrap_or_default().to_owned(), value(record, "processo:")));
    records.filter(|(code, _)| code.starts_with(prefix)).collect()
}

fn row<'a>(book: &'a mut Returned, name: &str, key: &str) -> &'a mut ReturnedRow {
    table(book, name).rows.iter_mut().find(|row| row.key == key).unwrap_or_else(|| panic!("{key}"))
}

#[test]
fn codes_that_all_move_on_by_one_move_on_once() {
    let folder = Folder::real();
    let before = processes(&folder, "120-");
    let first = settled(&folder, |book| {
        for number in 1..5 {
            write(book, "processi", &format!("120-{number}-M"), "codice", &format!("120-{}-M", number + 1));
        }
    });
    assert_eq!(first.effect.deeds.len(), 4);
    let moved = before.iter().enumerate().map(|(at, (_, name))| (format!("120-{}-M", at + 2), name.clone()));
    assert_eq!(processes(&folder, "120-"), moved.collect::<Vec<_>>());
}

#[test]
fn a_code_that_is_free_again_may_be_that_of_a_new_row() {
    let folder = Folder::real();
    settled(&folder, |book| {
        write(book, "processi", "120-1-M", "codice", "120-9-M");
        write(book, "processi", "120-1-M", "smartabilita", "no");
        add(book, "processi", &[("codice", "120-1-M"), ("processo", "Sgravi"), ("smart_team", "Servizio Tributi")]);
        table(book, "processi").rows.retain(|row| row.key != "120-2-M");
        add(book, "processi", &[("codice", "120-2-M"), ("processo", "Rimborsi"), ("smart_team", "Servizio Tributi")]);
    });
    let codes = processes(&folder, "120-");
    for (code, name) in
        [("120-1-M", "Sgravi"), ("120-2-M", "Rimborsi"), ("120-9-M", "Attività di controllo preliminare")]
    {
        assert!(codes.iter().any(|(own, called)| own == code && called.starts_with(name)), "{code}: {codes:?}");
    }
    assert_eq!(codes.len(), 5, "{codes:?}");
}

#[test]
fn two_codes_that_change_places_do_so_once() {
    let folder = Folder::real();
    let before = processes(&folder, "120-");
    settled(&folder, |book| {
        write(book, "processi", "120-1-M", "codice", "120-2-M");
        write(book, "processi", "120-2-M", "codice", "120-1-M");
    });
    let after = processes(&folder, "120-");
    assert_eq!((&after[0].1, &after[1].1), (&before[0].1, &before[1].1));
    assert_eq!((after[0].0.as_str(), after[1].0.as_str()), ("120-2-M", "120-1-M"));
}

/// Excel sorts the cells that are selected, and nobody selects a hidden column.
#[test]
fn rows_sorted_without_their_keys_are_the_same_rows() {
    let folder = Folder::real();
    let imported = settled(&folder, |book| {
        let rows = &mut table(book, "processi").rows;
        let mut cells: Vec<Vec<String>> = rows.iter().map(|row| row.cells.clone()).collect();
        cells.reverse();
        rows.iter_mut().zip(cells).for_each(|(row, cells)| row.cells = cells);
    });
    assert_eq!(imported.changed, []);
    // One of them changed as well: that one changes.
    let imported = settled(&folder, |book| {
        let rows = &mut table(book, "processi").rows;
        rows.rotate_left(1);
        let keys: Vec<String> = rows.iter().map(|row| row.key.clone()).collect();
        rows.rotate_right(1);
        rows.iter_mut().zip(keys).for_each(|(row, key)| row.key = key);
        let at = table(book, "processi").keys.iter().position(|key| key == "finalita").expect("a column");
        "Altra finalità".clone_into(&mut table(book, "processi").rows[3].cells[at]);
    });
    let [deed] = imported.effect.deeds.as_slice() else { panic!("{:?}", imported.effect.deeds) };
    assert_eq!(deed.fields.len(), 1, "{deed:?}");
}

#[test]
fn a_row_that_lost_its_key_is_still_its_record() {
    for change in ["", "smartabilita", "codice"] {
        let folder = Folder::real();
        let imported = settled(&folder, |book| {
            if !change.is_empty() {
                write(book, "processi", "220-3-B", change, if change == "codice" { "220-30-B" } else { "no" });
            }
            row(book, "processi", "220-3-B").key.clear();
        });
        let fields: usize = imported.effect.deeds.iter().map(|deed| deed.fields.len()).sum();
        assert_eq!(fields, usize::from(!change.is_empty()), "{change}: {:?}", imported.effect.deeds);
        let code = if change == "codice" { "220-30-B" } else { "220-3-B" };
        assert_eq!(processes(&folder, &code[..6]).iter().filter(|(own, _)| own == code).count(), 1, "{change}");
    }
}

#[test]
fn a_copied_row_is_a_new_one_above_its_model_and_below_it() {
    for above in [true, false] {
        let folder = Folder::real();
        let before = processes(&folder, "120-");
        let imported = settled(&folder, |book| {
            let columns = &table(book, "processi").keys;
            let place = |key: &str| columns.iter().position(|own| own == key).expect("a column");
            let (code, name) = (place("codice"), place("processo"));
            let rows = &mut table(book, "processi").rows;
            let at = rows.iter().position(|row| row.key == "120-2-M").expect("the model");
            let mut copy = rows[at].clone();
            (copy.cells[code], copy.cells[name]) = ("120-9-M".to_owned(), "Sgravi".to_owned());
            // Of two rows with one key the first bears it.
            if above {
                rows[at].key.clear();
            } else {
                copy.key.clear();
            }
            rows.insert(if above { at } else { at + 1 }, copy);
        });
        let [deed] = imported.effect.deeds.as_slice() else { panic!("{:?}", imported.effect.deeds) };
        assert_eq!(deed.record, "120-9-M");
        let after = processes(&folder, "120-");
        assert_eq!(after.len(), before.len() + 1);
        assert!(before.iter().all(|record| after.contains(record)), "{after:?}");
        assert!(after.contains(&("120-9-M".to_owned(), "Sgravi".to_owned())));
    }
}

#[test]
fn another_spelling_is_understood_and_nothing_to_decide_the_next_time() {
    let folder = Folder::real();
    let imported = settled(&folder, |book| {
        write(book, "processi", "120-1-M", "rischio", "ALTO");
        write(book, "processi", "120-2-M", "smartabilita", "Sì");
        write(book, "processi", "120-3-M", "fasi", "Uno\n\nDue ");
        write(book, "processi", "120-4-M", "processo", " Controllo delle agevolazioni");
        write(book, "impostazioni", "attuazione/data", "valore", "30/06/2026");
    });
    assert_eq!(imported.effect.deeds.len(), 5, "{:?}", imported.effect.deeds);
}

#[test]
fn new_rows_names_and_identifiers_are_taken_over_once() {
    let folder = Folder::starter();
    settled(&folder, |book| {
        add(
            book,
            "smart-team",
            &[("nome", "Anagrafe"), ("servizio", "Servizio Tributi"), ("smartabilita", "SMARTABILE")],
        );
        write(book, "smart-team", "tributi", "nome", "Entrate");
        write(book, "smart-team", "tributi", "id", "entrate");
        write(book, "processi", "200-1-M", "smart_team", "Entrate\nAnagrafe");
        write(book, "processi", "100-1-B", "smart_team", "Tributi");
        add(book, "software", &[("nome", "Posta elettronica"), ("scopo", "Messaggi")]);
        add(book, "processi", &[("processo", "Protocollo"), ("smart_team", "Tributi"), ("fasi", "Uno\n\nDue")]);
    });
    let (teams, processes) = (folder.read("smart-team.yaml"), folder.read("processi.yaml"));
    assert!(teams.contains("id: entrate") && teams.matches("nome: Anagrafe").count() == 1, "{teams}");
    assert!(processes.contains("smart_team: [entrate, anagrafe]"), "{processes}");
    assert_eq!(processes.matches("processo: Protocollo").count(), 1, "{processes}");
    assert!(!processes.contains("tributi]"), "{processes}");
}

#[test]
fn what_cannot_be_read_is_said_both_times_and_the_rest_is_written_once() {
    let folder = Folder::real();
    let imported = twice(&folder, |book| {
        write(book, "processi", "120-1-M", "codice", "120-7-M");
        write(book, "processi", "120-1-M", "smartabilita", "forse");
        add(
            book,
            "processi",
            &[
                ("codice", "120-8-M"),
                ("processo", "Sgravi"),
                ("smart_team", "Servizio Tributi"),
                ("smartabilita", "boh"),
            ],
        );
    });
    assert_eq!(imported.effect.problems.len(), 2, "{:?}", imported.effect.problems);
    assert_eq!(processes(&folder, "120-8").len(), 1);
}

#[test]
fn a_row_that_goes_does_not_take_what_has_changed_since() {
    let folder = Folder::real();
    settled(&folder, |book| table(book, "processi").rows.retain(|row| row.key != "120-4-M"));
    assert_eq!(processes(&folder, "120-").len(), 3);
    let without = returned(&folder, |book| table(book, "processi").rows.retain(|row| row.key != "120-3-M"));
    folder.edit(PROCESSES, "processo: Riscossione coattiva", "processo: Riscossione coattiva delle entrate");
    let imported = import(&folder, &without);
    assert_eq!(imported.changed, []);
    assert!(
        imported.effect.problems[0].message.contains("nei dati la voce è cambiata"),
        "{:?}",
        imported.effect.problems
    );
}

#[test]
fn two_identifiers_that_change_places_are_followed_once() {
    let folder = Folder::starter();
    settled(&folder, |book| {
        write(book, "smart-team", "segreteria", "id", "tributi");
        write(book, "smart-team", "tributi", "id", "segreteria");
    });
    let processes = folder.read("processi.yaml");
    let (first, second) = processes.split_once("codice: 200-1-M").expect("two processes");
    assert!(first.contains("smart_team: [tributi]") && second.contains("smart_team: [segreteria]"), "{processes}");
}

#[test]
fn each_of_very_many_offices_of_one_name_has_an_identifier() {
    let folder = Folder::starter();
    let returned = returned(&folder, |book| {
        for _ in 0..1005 {
            add(book, "smart-team", &[("nome", "Squadra"), ("servizio", "Servizio Tributi")]);
        }
    });
    let imported = import(&folder, &returned);
    assert_eq!((imported.effect.deeds.len(), imported.effect.problems.len()), (1005, 0));
    let teams = folder.read("smart-team.yaml");
    assert_eq!(teams.matches("- id: squadra").count(), 1005);
    assert!(teams.contains("id: squadra-1005\n"), "{teams}");
}

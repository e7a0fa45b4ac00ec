//! Rows of our own workbooks that are no records, and shares as people write them.

use crate::folder::Folder;
use crate::workbook::desk::{Desk, Imported, add, write};
use piao::model::Graph;
use piao::workbook::{BookFormat, Returned, Scope, ScopeKind};

fn imported(folder: &Folder, change: impl FnOnce(&mut Returned)) -> Imported {
    let desk = Desk::of(folder.root(), 0);
    let mut returned = desk.returned(BookFormat::Excel, &Scope::whole());
    change(&mut returned);
    desk.import(vec![("foglio.xlsx", returned)])
}

#[test]
fn totals_and_notes_below_a_table_are_no_records() {
    let folder = Folder::real();
    let imported = imported(&folder, |book| {
        add(book, "attuazione", &[("servizio", "TOTALE ENTE"), ("dipendenti", "160"), ("agili", "89")]);
        add(book, "attuazione", &[("area", "Nota: dati provvisori")]);
        add(book, "processi", &[("processo", "Totale processi"), ("percentuale", "60")]);
        add(book, "processi", &[("codice", "Totale"), ("processo", "60")]);
        add(book, "processi", &[("processo", "Note del dirigente: rivedere tutto")]);
        add(book, "software", &[("nome", "Il Dirigente")]);
    });
    assert_eq!((imported.changed, imported.effect.problems), (vec![], vec![]));
    let remarks = &imported.effect.remarks;
    assert_eq!(remarks.len(), 6, "{remarks:?}");
    for said in
        ["«TOTALE ENTE | 160 | 89» è un totale, non una voce", "«Nota: dati provvisori» è una nota, non una voce"]
    {
        assert!(remarks.iter().any(|remark| remark.contains(said)), "{said}: {remarks:?}");
    }
}

#[test]
fn a_record_with_a_code_or_with_its_words_is_a_record_whatever_it_is_called() {
    let folder = Folder::real();
    let team = ("smart_team", "Servizio Tributi");
    let imported = imported(&folder, |book| {
        add(book, "processi", &[("codice", "120-8-M"), ("processo", "Riepilogo presenze"), ("percentuale", "40")]);
        add(book, "processi", &[("processo", "Elaborazione dei cedolini"), team, ("smartabilita", "si")]);
    });
    assert_eq!(imported.effect.problems, []);
    assert_eq!((imported.effect.deeds.len(), imported.effect.remarks.len()), (2, 0), "{:?}", imported.effect.remarks);
}

#[test]
fn shares_are_read_as_in_the_sheets_of_others() {
    let folder = Folder::real();
    for (text, share) in [("40%", "40"), ("0.4", "40"), ("80", "80"), ("33,3 %", "33.3"), ("7%", "7"), ("12,5", "12.5")]
    {
        let imported = imported(&folder, |book| write(book, "processi", "120-1-M", "percentuale", text));
        assert_eq!(imported.effect.problems, [], "{text}");
        let after = &imported.changed[0].after;
        assert!(after.contains(&format!("\n    percentuale: {share}\n")), "{text}: {:?}", imported.effect.deeds);
    }
    for (text, why) in [
        ("1", "1 può essere tutto (100%) o l'uno per cento: si scrive con il segno «%»"),
        ("140%", "140% non è fra 0 e 100"),
        ("metà", "«metà» non è una percentuale fra 0 e 100"),
    ] {
        let imported = imported(&folder, |book| write(book, "processi", "120-1-M", "percentuale", text));
        let [problem] = imported.effect.problems.as_slice() else { panic!("{text}: {:?}", imported.effect.problems) };
        assert_eq!((problem.message.as_str(), imported.changed.len()), (why, 0));
    }
}

#[test]
fn the_workbook_of_an_office_says_that_it_removes_nothing() {
    let folder = Folder::starter();
    let desk = Desk::of(folder.root(), 0);
    let graph = Graph::new(desk.edition());
    let office = Scope::each(ScopeKind::Service, desk.edition(), &graph).into_iter().next().expect("an office");
    for (scope, says) in [(Scope::whole(), true), (office, false)] {
        let workbook =
            piao::sheet::parse("foglio", "foglio", desk.book(BookFormat::Excel, &scope)).expect("a workbook");
        let lines = workbook.sheets.iter().find(|sheet| sheet.name == "Istruzioni").expect("the instructions");
        let lines: Vec<&str> = lines.rows.iter().flatten().map(|cell| cell.text.as_str()).collect();
        let has = |words: &str| lines.iter().any(|line| line.contains(words));
        assert_eq!(has("Una voce si toglie eliminando l'intera riga."), says, "{lines:?}");
        assert_eq!(has("Da questo foglio le voci non si tolgono"), !says, "{lines:?}");
    }
}

#[test]
fn files_that_spell_one_value_in_two_ways_agree() {
    let folder = Folder::starter();
    let desk = Desk::of(folder.root(), 0);
    let spelled = |word: &str| {
        let mut returned = desk.returned(BookFormat::Excel, &Scope::whole());
        write(&mut returned, "processi", "200-1-M", "smartabilita", word);
        returned
    };
    let imported = desk.import(vec![("a.xlsx", spelled("SI")), ("b.xlsx", spelled("Sì"))]);
    assert_eq!((imported.effect.problems.len(), imported.changed.len()), (0, 1), "{:?}", imported.effect.problems);
}

//! Rows that were to be filled in: their mark goes once all that it asks for is there.

use crate::folder::Folder;
use crate::workbook::desk::{Desk, table, write};
use piao::workbook::{BookFormat, Scope};

#[test]
fn a_mark_goes_with_the_last_of_what_it_asks() {
    for (asked, cells, is_gone) in [
        ("dipendenti e lavoratori agili di Tributi", &[("dipendenti", "9"), ("agili", "4")][..], true),
        (
            "dipendenti, lavoratori agili e giorni alla settimana di Tributi",
            &[("dipendenti", "9"), ("agili", "4")],
            false,
        ),
        ("dipendenti, lavoratori agili e donne di Tributi", &[("dipendenti", "9"), ("agili", "4")], false),
    ] {
        let starter = Folder::starter();
        let row = "smart_team: Tributi\n    giorni_settimana: \"0,5-1\"\n    dipendenti: 9\n    agili: 4";
        starter.edit("attuazione.yaml", row, &format!("smart_team: Tributi\n    da_decidere: {asked}"));
        let desk = Desk::of(starter.root(), 0);
        let mut book = desk.returned(BookFormat::Excel, &Scope::whole());
        let record = table(&mut book, "attuazione").rows[1].key.clone();
        for (column, text) in cells {
            write(&mut book, "attuazione", &record, column, text);
        }
        let imported = desk.import(vec![("foglio.xlsx", book)]);
        assert_eq!(imported.effect.problems, [], "{asked}");
        assert_eq!(!imported.changed[0].after.contains("da_decidere"), is_gone, "{asked}");
    }
}

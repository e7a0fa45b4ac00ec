//! What spreadsheets cost that come in: new records, offices that none of them has yet, records that change, rows that go.

use super::{ALONE, SIZES, counted, faults, grown};
use piao::import::Answers;
use piao::load::load;
use piao::model::Graph;
use piao::sheet;
use piao::workbook::{Book, BookFormat, Returned, ReturnedTable, Scope};
use piao::year::{Desk, Incoming};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A spreadsheet of somebody else, with its table.
fn foreign(
    table: &'static str,
    heading: &str,
    count: usize,
    row: impl Fn(usize) -> String,
) -> (Option<&'static str>, Incoming) {
    let mut text = format!("{heading}\n");
    for number in 0..count {
        let _ = writeln!(text, "{}", row(number));
    }
    let mut incoming = Incoming::default();
    incoming.add("foglio.csv".to_owned(), sheet::parse("foglio.csv", "foglio", text.into_bytes()).expect("a sheet"));
    (Some(table), incoming)
}

/// Our own workbook, changed.
fn own(desk: Desk<'_>, change: impl FnOnce(&mut Returned)) -> (Option<&'static str>, Incoming) {
    let graph = Graph::new(desk.edition);
    let target = piao::import::Target::new(desk.edition, desk.ledger());
    let administration = desk.loaded.annex.administration.as_ref();
    let book = Book::of(administration, desk.edition, &graph, (&target.grids, &target.labels), &Scope::whole());
    let bytes = book.bytes(BookFormat::Excel).expect("a workbook");
    let workbook = sheet::parse("foglio", "foglio", bytes).expect("a spreadsheet");
    let mut returned = Returned::of(&workbook).expect("a workbook of ours");
    change(&mut returned);
    let mut incoming = Incoming::default();
    incoming.add_own("foglio.xlsx".to_owned(), returned);
    (None, incoming)
}

fn table<'r>(returned: &'r mut Returned, name: &str) -> &'r mut ReturnedTable {
    returned.tables.iter_mut().find(|table| table.table == name).expect("the table")
}

/// Changes what each row says in a column.
fn rewrite(returned: &mut Returned, name: &str, column: &str, change: impl Fn(&str) -> String) {
    let table = table(returned, name);
    let at = table.keys.iter().position(|key| key == column).expect("the column");
    for row in &mut table.rows {
        row.cells[at] = change(&row.cells[at]);
    }
}

/// An import by its name: how many records it changes at least, the table that is named, the spreadsheet.
type Import = (&'static str, usize, (Option<&'static str>, Incoming));

/// The imports with what each costs.
fn imports(count: usize) -> BTreeMap<String, usize> {
    let root = grown::folder(count);
    let loaded = load(root.path()).expect("the folder is read");
    let desk = Desk::of(&loaded, None).expect("an edition");
    let mut costs = BTreeMap::new();
    for (name, least, (table, incoming)) in of_others(count).into_iter().chain(of_ours(desk, count)) {
        let (reading, cost) = counted(|| incoming.read(desk, table, &Answers::default()).expect("an import"));
        let done = reading.effect.deeds.len();
        assert!(done >= least, "{name}: {done} of {least} records, {:?}", reading.effect.problems.first());
        costs.insert(name.to_owned(), cost);
    }
    costs
}

/// Spreadsheets of others.
fn of_others(count: usize) -> Vec<Import> {
    let risks = ["B", "M", "A"];
    vec![
        (
            "new processes of new offices",
            2 * count,
            foreign("processi", "Codice;Processo;Area;Servizio;Lavoro agile", count, |row| {
                format!(
                    "{};Tenuta del registro numero {row};Direzione {};Sportello di zona {row};si",
                    format_args!("9{}-{row}-{}", row / 9, risks[row % 3]),
                    row / 40
                )
            }),
        ),
        (
            "new offices",
            count,
            foreign("servizi", "Area;Servizio;Prefisso", count, |row| {
                format!("Direzione {};Sportello di zona {row};Z{row}", row / 40)
            }),
        ),
        (
            "new teams",
            count,
            foreign("smart-team", "Servizio;Smart team;Smartabilità", count, |row| {
                format!("Ufficio numero {};Squadra di zona {row};smartabile", row % count.div_ceil(15))
            }),
        ),
        (
            "new rows of adoption",
            count,
            foreign("attuazione", "Area;Servizio;Dipendenti;Lavoratori agili", count, |row| {
                format!("Direzione {};Sportello di zona {row};{};{}", row / 40, 10 + row % 7, row % 7)
            }),
        ),
        (
            "new modules",
            count,
            foreign("formazione", "Gruppo;Modulo;Dirigenti;Impiegati", count, |row| {
                format!("Ambito {};Modulo numero {row};X;{}", row / 40, ["X", ""][row % 2])
            }),
        ),
        (
            "new programs",
            count,
            foreign("software", "Nome;Scopo", count, |row| format!("Applicativo {row};Gestione del registro {row}")),
        ),
        (
            "processes of names like those of offices",
            count,
            foreign("processi", "Processo;Servizio;Lavoro agile", count, |row| {
                let (first, last) = (row % count.div_ceil(15), ["x", "bis", " e altri"][row % 3]);
                format!("Tenuta del registro numero {row};Ufficio numero {first}{last};si")
            }),
        ),
        (
            "records that change",
            count / 2,
            foreign("processi", "Codice;Processo;Finalità", count, |row| {
                let (services, teams) = (count.div_ceil(15), count.div_ceil(12));
                let subject = ["tributi", "atti", "permessi", "contratti", "contributi", "archivi", "verbali"][row % 7];
                format!(
                    "{}-{row}-B;Gestione dei {subject}, parte {row};Dare seguito alla parte {row}",
                    (row * teams / count) * services / teams
                )
            }),
        ),
    ]
}

/// Workbooks of ours that people changed.
fn of_ours(desk: Desk<'_>, count: usize) -> Vec<Import> {
    let change = |text: &str| format!("{text} e altro");
    vec![
        ("cells of our workbook", count, own(desk, |returned| rewrite(returned, "processi", "finalita", change))),
        (
            "identifiers of our workbook",
            count,
            own(desk, |returned| {
                rewrite(returned, "smart-team", "id", |id| format!("x-{id}"));
            }),
        ),
        (
            "new rows of our workbook",
            count,
            own(desk, |returned| {
                let table = table(returned, "smart-team");
                let rows = table.rows.clone();
                for number in 0..count {
                    let mut row = rows[number % rows.len()].clone();
                    (row.row, row.key) = (10_000 + number, String::new());
                    for (key, cell) in table.keys.iter().zip(&mut row.cells) {
                        match key.as_str() {
                            "nome" => *cell = format!("Squadra di zona {number}"),
                            "id" => cell.clear(),
                            _ => {}
                        }
                    }
                    table.rows.push(row);
                }
            }),
        ),
        (
            "rows that go",
            count / 2,
            own(desk, |returned| {
                let table = table(returned, "processi");
                let mut number = 0;
                table.rows.retain(|_| {
                    number += 1;
                    number % 2 == 0
                });
            }),
        ),
    ]
}

#[test]
fn twice_the_rows_are_twice_the_work() {
    let _alone = ALONE.lock();
    imports(24);
    let [small, middle, large] = SIZES.map(imports);
    for (name, cost) in &large {
        println!("{name}: {} {} {cost}", small[name], middle[name]);
    }
    let faults = faults([&small, &middle, &large]);
    assert!(faults.is_empty(), "{faults:#?}");
}

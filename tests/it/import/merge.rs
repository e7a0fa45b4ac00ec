//! Several workbooks that come back together.

use crate::folder::Folder;
use crate::workbook::desk::{Desk, table, write};
use piao::model::Graph;
use piao::workbook::{BookFormat, Scope, ScopeKind};

#[test]
fn what_two_say_alike_is_done_once_and_where_they_disagree_nothing_is_done() {
    let folder = Folder::starter();
    let desk = Desk::of(folder.root(), 0);
    let whole = desk.returned(BookFormat::Excel, &Scope::whole());
    let (mut one, mut other) = (whole.clone(), whole);
    write(&mut one, "processi", "200-1-M", "processo", "Accertamenti");
    write(&mut other, "processi", "200-1-M", "processo", "Accertamenti");
    write(&mut one, "processi", "200-1-M", "smartabilita", "si");
    write(&mut other, "processi", "200-1-M", "smartabilita", "no");
    let imported = desk.import(vec![("uno.xlsx", one), ("due.xlsx", other)]);
    let [problem] = imported.effect.problems.as_slice() else { panic!("{:?}", imported.effect.problems) };
    assert!(problem.message.contains("uno.xlsx dice «si», due.xlsx dice «no»"), "{problem:?}");
    assert_eq!(problem.column, "Smartabilità");
    let [deed] = imported.effect.deeds.as_slice() else { panic!("{:?}", imported.effect.deeds) };
    assert_eq!(deed.files, ["uno.xlsx", "due.xlsx"]);
    let after = &imported.changed[0].after;
    assert!(after.contains("processo: Accertamenti") && after.contains("smartabilita: in parte"), "{after}");
}

#[test]
fn the_workbook_of_an_office_removes_nothing() {
    let folder = Folder::starter();
    let desk = Desk::of(folder.root(), 0);
    let graph = Graph::new(desk.edition());
    let mut seen = 0;
    for scope in Scope::each(ScopeKind::Service, desk.edition(), &graph) {
        let mut returned = desk.returned(BookFormat::OpenDocument, &scope);
        if table(&mut returned, "processi").rows.pop().is_none() {
            continue;
        }
        seen += 1;
        let imported = desk.import(vec![("ufficio.ods", returned)]);
        assert_eq!(imported.changed, []);
        assert!(
            imported.effect.problems[0].message.contains("in un foglio di un solo ufficio le righe non si tolgono")
        );
    }
    assert!(seen > 0, "no office has a process");
}

//! A workbook that nobody touched changes not one byte.

use super::desk::Desk;
use crate::folder::{Folder, repository};
use crate::tree;
use piao::model::Graph;
use piao::workbook::{BookFormat, Scope, ScopeKind};
use std::path::Path;

/// Every workbook of every edition of a folder, out and back.
fn is_identity(root: &Path, name: &str) {
    let editions = Desk::of(root, 0).editions();
    assert!(editions > 0, "{name} has no edition");
    for edition in 0..editions {
        let desk = Desk::of(root, edition);
        let mut scopes = vec![Scope::whole()];
        let graph = Graph::new(desk.edition());
        scopes.extend(Scope::each(ScopeKind::Service, desk.edition(), &graph).into_iter().take(2));
        for scope in scopes {
            for format in [BookFormat::Excel, BookFormat::OpenDocument] {
                let returned = desk.returned(format, &scope);
                assert!(returned.is_untouched(), "{name} {format:?} {scope:?}");
                let imported = desk.import(vec![("foglio", returned.clone())]);
                assert_eq!(imported.changed, [], "{name} {format:?} {scope:?}");
                assert_eq!(imported.effect.problems, [], "{name} {format:?} {scope:?}");
                assert_eq!(imported.effect.deeds, [], "{name} {format:?} {scope:?}");
                // Without the sheet that says what the cells held, they are held against the data.
                let mut bare = returned;
                bare.has_origin = false;
                bare.tables.iter_mut().for_each(|table| table.origin.clear());
                "servizio".clone_into(&mut bare.scope);
                assert_eq!(desk.import(vec![("foglio", bare)]).changed, [], "{name} {format:?} without its origin");
            }
        }
    }
}

#[test]
fn the_real_annex_comes_back_as_it_was() {
    is_identity(repository(), "the real annex");
}

#[test]
fn every_starter_comes_back_as_it_was() {
    is_identity(Folder::starter().root(), "the starter");
    for shape in ["universita", "azienda-sanitaria", "ministero", "regione", "altro"] {
        let folder = Folder::empty();
        folder.piao(["init", "ente", "--kind", shape]).run();
        is_identity(&folder.path("/ente"), shape);
    }
}

#[test]
fn every_administration_of_the_tests_comes_back_as_it_was() {
    let all = repository().join("tests/administrations");
    let mut seen = 0;
    for entry in std::fs::read_dir(&all).expect("administrations") {
        let path = entry.expect("an entry").path();
        if path.join("data").is_dir() {
            is_identity(&path, &path.display().to_string());
            seen += 1;
        }
    }
    assert!(seen >= 6, "only {seen} administrations");
}

/// What `LibreOffice` and `openpyxl` made of the workbooks of an annex of every kind of value; `saved.sh` beside them makes them anew.
#[test]
fn workbooks_that_other_programs_saved_come_back_as_they_were() {
    let folder = repository().join("tests/it/workbook/saved");
    let mut seen = 0;
    for (name, bytes) in tree::files(&folder) {
        if !name.ends_with(".xlsx") && !name.ends_with(".ods") {
            continue;
        }
        let desk = Desk::of(&folder.join("ente"), 0);
        let workbook = piao::sheet::parse(&name, &name, bytes).expect("a spreadsheet");
        let returned = piao::workbook::Returned::of(&workbook).unwrap_or_else(|| panic!("{name} is none of ours"));
        assert!(returned.is_untouched(), "{name}");
        assert_eq!(desk.import(vec![(&name, returned)]).changed, [], "{name}");
        seen += 1;
    }
    assert!(seen >= 4, "only {seen} workbooks");
}

//! Rows that come, go or move in a file, and the acceptances of the real annex.

use crate::folder::repository;
use crate::found::checked;
use piao::load::Overlay;
use std::collections::BTreeSet;

/// A file of the real annex, cut before each record of its list.
fn records(text: &str) -> (String, Vec<String>) {
    let mut head = String::new();
    let mut records: Vec<String> = Vec::new();
    for line in text.split_inclusive('\n') {
        match records.last_mut() {
            _ if line.starts_with("  - ") => records.push(line.to_owned()),
            Some(record) => record.push_str(line),
            None => head.push_str(line),
        }
    }
    (head, records)
}

/// What is accepted, figures apart, in the real annex when one file of it is another, and what is said of acceptances and of persons.
fn accepted(file: &str, text: String) -> (BTreeSet<(&'static str, String)>, Vec<String>) {
    let (_, findings) = checked(repository(), &Overlay::from([(format!("data/2025-2027/{file}.yaml"), text)]));
    let (waived, open): (Vec<_>, Vec<_>) = findings.iter().partition(|finding| finding.waived.is_some());
    let of_interest =
        open.iter().filter(|finding| finding.rule.code == "LA601" || finding.rule.code.starts_with("LA9"));
    (
        waived.iter().map(|finding| (finding.rule.code, finding.message.replace(char::is_numeric, "#"))).collect(),
        of_interest.map(|finding| format!("{} {}", finding.rule.code, finding.message)).collect(),
    )
}

#[test]
fn rows_that_come_go_or_move_leave_every_acceptance_where_it_was() {
    let row = |file| match file {
        "software" => "  - nome: Archivio (M. Bianchi)\n    scopo: Archivio\n",
        _ => "  - nome: Archivio (M. Bianchi)\n    voci: [Ascolto]\n",
    };
    for file in ["software", "valutazione"] {
        let text = std::fs::read_to_string(repository().join(format!("data/2025-2027/{file}.yaml"))).expect("a file");
        let (head, records) = records(&text);
        let (before, said) = accepted(file, text.clone());
        assert_eq!(said, Vec::<String>::new());
        let joined = |records: &[String]| format!("{head}{}", records.concat());
        for at in (0..=records.len()).step_by(records.len().div_ceil(6)) {
            let mut longer = records.clone();
            longer.insert(at, row(file).to_owned());
            let (now, said) = accepted(file, joined(&longer));
            assert_eq!(now, before, "{file}: a row before row {at}");
            assert_eq!(said, ["LA601 «M. Bianchi» sembra il nome di una persona"], "{file}: a row before row {at}");

            let mut moved = records.clone();
            moved.rotate_left(at % records.len());
            assert_eq!(accepted(file, joined(&moved)), (before.clone(), Vec::new()), "{file}: {at} rows to the end");

            let mut shorter = records.clone();
            shorter.remove(at % records.len());
            let (now, _) = accepted(file, joined(&shorter));
            assert!(now.is_subset(&before), "{file}: without row {at}: {now:?}");
        }
        let backwards: Vec<String> = records.iter().rev().cloned().collect();
        assert_eq!(accepted(file, joined(&backwards)), (before, Vec::new()), "{file}: backwards");
    }
}

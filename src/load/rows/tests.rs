use super::super::memory::Recall;
use super::super::yaml;
use super::*;
use crate::model::RecordName;
use crate::source::{Source, Sources};

/// What is read of a list and said of it: names and numbers, findings, places.
type Told = (Vec<(String, usize)>, Vec<String>, Vec<String>);

fn told(text: &str, in_pieces: bool) -> Told {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("data/2025/prova.yaml", text));
    let (mut findings, mut outline) = (Vec::new(), Outline::default());
    let mut document = yaml::read(id, sources.get(id), &Recall::default(), 1 << 30, &mut findings);
    let items = document.node.take_items("righe").expect("a list");
    assert!(items.len() > 2 * PIECE && items.iter().all(|item| matches!(item.kind, NodeKind::Packed(_))));
    let mut reader = Reader::new(&sources, &mut findings, &mut outline);
    let read = |reader: &mut Reader<'_>, mut record: Record<'_>, number: usize| {
        let name = record.value("nome").and_then(|node| reader.text(node, "nome"));
        let name = name.map(|name| name.value).unwrap_or_default();
        record.finish(reader, "prova", RecordName::row(number).named(&name));
        (name, number)
    };
    let rows = if in_pieces {
        many_rows(&mut reader, items, "la riga", read)
    } else {
        rows(&mut reader, items, "la riga", read)
    };
    let rest = reader.tally.rest();
    findings.extend(rest);
    outline.seal();
    let findings = findings.iter().map(|finding| format!("{finding:?}")).collect();
    (rows, findings, outline.entries().map(|entry| format!("{entry:?}")).collect())
}

#[test]
fn what_is_read_in_pieces_is_what_is_read_one_after_the_other() {
    let record = |number: usize| match number % 97 {
        13 => format!("- nome: riga {number}\n  nmoe: due\n"),
        50 => format!("- nome: ''\n  altro: {number}\n"),
        _ => format!("- nome: riga {number}\n"),
    };
    let list = |records: &mut dyn Iterator<Item = String>| format!("righe:\n{}", records.collect::<String>());
    let plain = list(&mut (0..6_000).map(record));
    // A dash is missing: the records that follow have other numbers.
    let joined = list(&mut (0..6_000).map(|number| match number {
        300 => "- nome: prima\n  altro: a\n  nome: seconda\n  altro: b\n".to_owned(),
        _ => record(number),
    }));
    for text in [plain, joined] {
        let (rows, findings, places) = told(&text, true);
        assert!(rows.len() >= 6_000 && findings.len() > 20, "{} {}", rows.len(), findings.len());
        assert!(rows.iter().zip(1..).all(|((_, number), place)| *number == place), "each has its number");
        let (rows_alone, findings_alone, places_alone) = told(&text, false);
        assert_eq!(rows, rows_alone);
        assert_eq!(findings, findings_alone);
        assert_eq!(places, places_alone);
    }
}

//! Mistakes in indicators, which the real annex does not have: a file of their own, one mistake a line.

use crate::annex::{Files, data};
use crate::mistake::Mistake;
use crate::variant::Variant;

/// A kind of mistake, the rules that may tell it, and the indicator that has it.
type Row = (&'static str, &'static [&'static str], &'static str);

/// Those after which everything can be read.
const READABLE: &[Row] = &[
    ("obiettivo fuori dal piano", &["LA326"], "indicatore: Uno, obiettivi: { 2026: 1, 2030: 2 }"),
    (
        "base dopo gli obiettivi",
        &["LA326"],
        "indicatore: Due, base: { valore: 1, al: 2026-01-10 }, obiettivi: { 2025: 2 }, consuntivo: { 2025: 2 }",
    ),
    ("consuntivo di un anno in corso", &["LA327"], "indicatore: Tre, obiettivi: { 2026: 1 }, consuntivo: { 2026: 1 }"),
    ("valore in un'altra unità", &["LA328"], "indicatore: Quattro, unita: n., obiettivi: { 2026: 1, 2027: 1500 € }"),
    ("obiettivi contro il segno", &["LA329"], "indicatore: Cinque, obiettivi: { 2026: \"≥ 50\", 2027: \"≥ 40\" }"),
    ("obiettivi altalenanti", &["LA330"], "indicatore: Sei, base: { valore: 5 }, obiettivi: { 2026: 9, 2027: 7 }"),
    ("consuntivo mancante", &["LA331"], "indicatore: Sette, obiettivi: { 2025: 1, 2026: 2 }"),
    ("indicatore ripetuto", &["LA127"], "indicatore: Uno, obiettivi: { 2026: 3 }"),
    ("identificativo ripetuto", &["LA104"], "id: primo, indicatore: Otto, obiettivi: { 2026: 3 }"),
    ("smart team sconosciuto", &["LA201"], "indicatore: Nove, obiettivi: { 2026: 3 }, smart_team: [linfaa]"),
    ("indicatore senza obiettivi", &["LA317"], "indicatore: Dieci, obiettivi: {}"),
];

/// Those by which something of the file cannot be read.
const UNREADABLE: &[Row] = &[
    ("chiave scritta male", &["LA007"], "indicatore: Uno, obbiettivi: { 2026: 1 }"),
    ("anno che non è un anno", &["LA012"], "indicatore: Due, obiettivi: { 2O26: 1 }"),
    ("valore vuoto", &["LA010"], "indicatore: Tre, obiettivi: { 2026: }"),
    ("anno scritto due volte", &["LA009"], "indicatore: Quattro, obiettivi: { 2026: 1, 2026: 2 }"),
    ("base senza valore", &["LA008"], "indicatore: Cinque, base: { al: 2024-12-31 }, obiettivi: { 2026: 1 }"),
    (
        "giorno che non esiste",
        &["LA011"],
        "indicatore: Sei, base: { valore: 1, al: 2024-11-31 }, obiettivi: { 2026: 1 }",
    ),
    ("obiettivi come elenco", &["LA006"], "indicatore: Sette, obiettivi: [40, 50]"),
];

/// The annex with each of them.
pub fn variants() -> impl Iterator<Item = Variant> {
    [READABLE, UNREADABLE].into_iter().map(variant)
}

fn variant(rows: &[Row]) -> Variant {
    let first =
        "indicatori:\n  - { id: primo, dimensione: Salute digitale, indicatore: Primo, obiettivi: { 2026: 1 } }\n";
    let line = |(_, _, row): &Row| format!("  - {{ dimensione: Salute digitale, {row} }}\n");
    let text = first.to_owned() + &rows.iter().map(line).collect::<String>();
    let path = data("indicatori");
    let mistake =
        |((kind, rules, _), line): (&Row, usize)| Mistake { kind, path: path.clone(), text: text.clone(), line, rules };
    let mistakes = rows.iter().zip(3..).map(mistake).collect();
    Variant { texts: Files::from([(path.clone(), text.clone())]), mistakes }
}

//! What is said of indicators, and what is not.

use crate::folder::Folder;
use piao::chapters::expand;
use piao::check::{Settings, check};
use piao::load::load;
use piao::model::Date;

/// The codes and messages of the findings of the starter with these indicators, on a day.
fn said_on(day: &str, rows: &[&str]) -> Vec<String> {
    let folder = Folder::starter();
    let rows: String = rows.iter().map(|row| format!("  - {{ {row} }}\n")).collect();
    folder.write("indicatori.yaml", format!("indicatori:\n{rows}"));
    let loaded = load(folder.root()).expect("the folder");
    let today = Date::parse(day).expect("a day");
    let findings = check(&loaded, &expand(&loaded.annex), Settings { today, waivers: true });
    let own =
        findings.iter().filter(|finding| loaded.sources.get(finding.span.source).path().ends_with("indicatori.yaml"));
    own.map(|finding| format!("{} {}", finding.rule.code, finding.message)).collect()
}

fn said(rows: &[&str]) -> Vec<String> {
    said_on("2026-01-15", rows)
}

const LAPTOPS: &str = "dimensione: Salute digitale, indicatore: Portatili";

fn one(rest: &str) -> Vec<String> {
    said(&[&format!("{LAPTOPS}, {rest}")])
}

#[test]
fn right_indicators_raise_nothing() {
    for rest in [
        "unita: n., base: { valore: 1250, al: 2025-12-31 }, obiettivi: { 2026: 1.400, 2027: \"≥ 1500\", 2028: \"≥ 1500\" }",
        "unita: \"%\", base: { valore: 35% }, obiettivi: { 2026: \"40 %\", 2027: \"45,5\", 2028: 50 }",
        "unita: n. dipendenti, obiettivi: { 2026: almeno 20 dipendenti }",
        "unita: giorni, base: { valore: 30 gg }, obiettivi: { 2026: \"≤ 20\", 2027: entro 15 giorni }",
        "unita: sì/no, base: { valore: no }, obiettivi: { 2026: in parte, 2027: sì }",
        "unita: \"€\", base: { valore: 48.200 € }, obiettivi: { 2026: 46000 circa, 2027: meno di 45000 }",
        "base: { valore: 90, al: 2025-06-30 }, obiettivi: { 2026: \"> 80\", 2027: \"> 85\" }",
        "base: 12, obiettivi: { 2026: 30-40, 2027: 3 su 10 }, consuntivo: { 2024: 10, 2025: 11 }",
        "base: { valore: -5 }, obiettivi: { 2026: -3, 2027: 0, 2028: +2 }",
        "obiettivi: { \"2026\": 1 }, smart_team: tributi",
    ] {
        assert_eq!(one(rest), Vec::<String>::new(), "{rest}");
    }
}

#[test]
fn years_are_those_of_the_plan() {
    assert_eq!(
        one("obiettivi: { 2029: 5 }"),
        ["LA326 l'obiettivo del 2029 di «Portatili» è fuori dal piano, che va dal 2026 al 2028"]
    );
    assert_eq!(
        one("base: { valore: 1, al: 2025-12-31 }, obiettivi: { 2026: 5 }, consuntivo: { 2029: 5 }"),
        ["LA327 c'è il consuntivo del 2029 di «Portatili», ma il 2029 non è ancora finito"]
    );
    let late = said_on(
        "2028-01-15",
        &[&format!(
            "{LAPTOPS}, base: {{ valore: 1, al: 2027-12-31 }}, obiettivi: {{ 2026: 5 }}, consuntivo: {{ 2026: 5 }}"
        )],
    );
    assert_eq!(late, ["LA326 la base di «Portatili» è del 2027, dopo il primo obiettivo, che è del 2026"]);
    assert_eq!(
        one("obiettivi: { duemila: 5, 2027: 6 }"),
        ["LA012 `duemila` non è un anno: sotto `obiettivi` ogni valore sta accanto al suo"]
    );
    assert!(one("obiettivi: { 2026: 5, 2026: 6 }")[0].starts_with("LA009"));
}

#[test]
fn a_result_waits_for_the_end_of_its_year_and_is_asked_for_after_it() {
    let row = format!("{LAPTOPS}, obiettivi: {{ 2026: 5, 2027: 6 }}");
    let with = format!("{row}, consuntivo: {{ 2026: 5 }}");
    assert_eq!(
        said_on("2026-12-31", &[&with]),
        ["LA327 c'è il consuntivo del 2026 di «Portatili», ma il 2026 non è ancora finito"]
    );
    assert_eq!(said_on("2027-01-01", &[&with]), Vec::<String>::new());
    assert_eq!(said_on("2026-12-31", &[&row]), Vec::<String>::new());
    assert_eq!(said_on("2027-06-30", &[&row]), ["LA331 manca il consuntivo del 2026 di «Portatili»"]);
    assert_eq!(said_on("2028-06-30", &[&row]), ["LA331 manca il consuntivo del 2026 e del 2027 di «Portatili»"]);
}

#[test]
fn units_are_alike() {
    assert_eq!(
        one("unita: n., base: { valore: 35% }, obiettivi: { 2026: 40 }"),
        ["LA328 «35%» è in un'altra unità: l'indicatore «Portatili» si misura in «n.»"]
    );
    assert_eq!(
        one("unita: giorni, obiettivi: { 2026: 40, 2027: 20 ore }"),
        ["LA328 «20 ore» è in un'altra unità: l'indicatore «Portatili» si misura in «giorni»", "LA330 i valori"]
            .map(str::to_owned)[..1]
    );
    assert!(one("obiettivi: { 2026: 40%, 2027: 20 € }")[0].starts_with("LA328 i valori dell'indicatore «Portatili»"));
}

#[test]
fn targets_go_one_way() {
    assert_eq!(
        one("obiettivi: { 2026: \"≥ 50\", 2027: \"≥ 40\" }"),
        ["LA329 gli obiettivi di «Portatili» dicono «almeno», ma calano: «≥ 50» e poi «≥ 40»"]
    );
    assert_eq!(
        one("obiettivi: { 2026: al massimo 50, 2027: al massimo 60 }"),
        ["LA329 gli obiettivi di «Portatili» dicono «al massimo», ma crescono: «al massimo 50» e poi «al massimo 60»"]
    );
    assert_eq!(
        one("obiettivi: { 2026: \"≥ 50\", 2027: \"≤ 60\" }"),
        ["LA329 gli obiettivi di «Portatili» hanno segni opposti: «≥ 50» e poi «≤ 60»"]
    );
    assert_eq!(
        one("base: { valore: 40 }, obiettivi: { 2026: 50, 2027: 45 }"),
        ["LA330 i valori di «Portatili» prima crescono e poi calano: da «50» a «45»"]
    );
    assert_eq!(
        one("base: { valore: 60 }, obiettivi: { 2026: 50, 2027: 70 }"),
        ["LA330 i valori di «Portatili» prima calano e poi crescono: da «50» a «70»"]
    );
}

#[test]
fn records_are_told_apart_and_refer_to_what_is_there() {
    let row = format!("{LAPTOPS}, obiettivi: {{ 2026: 5 }}");
    assert_eq!(said(&[&row, &row]), ["LA127 l'indicatore «Portatili» è già in un'altra riga della sua dimensione"]);
    let with_id = format!("id: a, {row}");
    assert_eq!(said(&[&with_id, &with_id]), ["LA104 l'identificativo `a` è già di un altro indicatore"]);
    let elsewhere = row.replace("Salute digitale", "Costi");
    assert_eq!(said(&[&row, &elsewhere]), Vec::<String>::new());
    assert!(one("obiettivi: { 2026: 5 }, smart_team: [tributy]")[0].starts_with("LA201"));
    assert_eq!(one("obiettivi: {}"), ["LA317 l'indicatore «Portatili» non ha obiettivi"]);
    assert!(one("obiettivi: { 2026: 5 }, formula: ")[..].is_empty());
    let lacking = said(&["indicatore: Portatili"]);
    assert_eq!(lacking.len(), 2, "{lacking:?}");
    assert!(lacking.iter().all(|finding| finding.starts_with("LA008")), "{lacking:?}");
    assert!(one("obiettivi: { 2026: }")[0].starts_with("LA010"));
    assert!(one("obiettivi: { 2026: 5 }, base: { valore: 5, il: 2025-12-31 }")[0].starts_with("LA007"));
    assert!(one("obiettivi: { 2026: 5 }, base: { al: 2025-12-31 }")[0].starts_with("LA008"));
}

#[test]
fn a_result_may_stand_in_another_edition() {
    let folder = crate::routes::two_editions();
    let row = |years: &str| format!("indicatori:\n  - {{ id: portatili, {LAPTOPS}, {years} }}\n");
    folder.write("/data/2025-2027/indicatori.yaml", row("obiettivi: { 2025: 5, 2026: 6 }"));
    folder.write("/data/2026-2028/indicatori.yaml", row("obiettivi: { 2026: 7 }, consuntivo: { 2025: 4 }"));
    let said = || -> Vec<String> {
        let found = crate::found::findings(folder.root()).into_iter();
        found.filter(|found| found.code == "LA331").map(|found| found.message).collect()
    };
    assert_eq!(said(), Vec::<String>::new());
    folder.write("/data/2026-2028/indicatori.yaml", row("obiettivi: { 2026: 7 }"));
    assert_eq!(said(), ["manca il consuntivo del 2025 di «Portatili»"]);
}

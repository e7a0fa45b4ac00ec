//! How sheets are laid out: headings of several storeys, one sheet for each office, pages with what is carried over.

use super::tests::edition;
use super::{Context, read};
use crate::import::{Answers, report};
use crate::sheet::{self, Merged, Sheet, Workbook};
use serde_json::{Value, json};

fn sheet(name: &str, text: &str) -> Sheet {
    let mut workbook = sheet::parse("prova.csv", name, text.as_bytes().to_vec()).expect("a table");
    workbook.sheets.remove(0)
}

/// What is understood of the sheets of a workbook.
fn understood(sheets: Vec<Sheet>) -> Vec<Value> {
    let (edition, answers) = (edition(), Answers::default());
    let context = Context { edition: &edition, table: None, answers: &answers };
    let workbook = Workbook { sheets, ..Workbook::default() };
    report::json(&[read(&workbook, "prova.xlsx", context)], &[])["files"][0]["sheets"]
        .as_array()
        .expect("sheets")
        .clone()
}

#[test]
fn headings_reach_as_far_down_as_their_cells() {
    let mut table = sheet(
        "Foglio1",
        "Struttura;;Attività;;Lavoro agile;;;Documenti\nArea;Servizio;Codice;Denominazione;Eseguibile;;Motivi;Supporti cartacei\n;;;;SI/NO;% attività;;\nRisorse;Servizio Tributi;200-7-A;Riscossione;in parte;60%;firma;sì\n;;200-8-B;Rimborsi;no;;presenza;no\n",
    );
    let merged = |top, bottom, left, right| Merged { top, bottom, left, right };
    table.merged = [(0, 1), (2, 3), (4, 6)].map(|(left, right)| merged(0, 0, left, right)).to_vec();
    table.merged.extend([0, 1, 2, 3, 6, 7].map(|column| merged(1, 2, column, column)));
    table.merged.push(merged(1, 1, 4, 5));
    table.merged.extend([merged(3, 4, 0, 0), merged(3, 4, 1, 1)]);
    let sheets = understood(vec![table]);
    let sheet = &sheets[0];
    assert_eq!(sheet["header_rows"], json!([1, 2, 3]), "{sheet:#}");
    let read: Vec<[&Value; 3]> = sheet["records"]
        .as_array()
        .expect("records")
        .iter()
        .map(|record| [&record["processo"], &record["smartabilita"], &record["percentuale"]])
        .collect();
    assert_eq!(
        read,
        [[&json!("Riscossione"), &json!("in parte"), &json!(60)], [&json!("Rimborsi"), &json!("no"), &Value::Null]],
        "{sheet:#}"
    );
}

#[test]
fn among_sheets_that_are_called_as_offices_are_the_others_are_too() {
    let text = "Processo;Finalità;Lavoro agile\nVerbali;Accertare;SI\nRuoli;Riscuotere;NO\n";
    let names = ["Servizio Tributi", "Servizi Finanziari", "Polizia Locale", "Riepilogo"];
    let sheets = understood(names.map(|name| sheet(name, text)).to_vec());
    let office = |sheet: usize| sheets[sheet]["records"][0]["servizio"].clone();
    assert_eq!(office(2), json!(["polizia-locale"]), "{sheets:#?}");
    assert_eq!(office(3), Value::Null, "{sheets:#?}");
    let told = |sheet: usize| sheets[sheet]["doubts"].as_array().map_or(0, Vec::len);
    assert!(told(2) > 0 && told(0) == 0, "{sheets:#?}");
    // One sheet alone, or sheets of which hardly one is, may be called anything.
    let sheets = understood(["Servizio Tributi", "Polizia Locale", "Anno"].map(|name| sheet(name, text)).to_vec());
    assert_eq!(sheets[1]["records"][0]["servizio"], Value::Null, "{sheets:#?}");
}

#[test]
fn what_is_carried_over_to_the_next_page_is_no_record() {
    let sheets = understood(vec![sheet(
        "Foglio1",
        "Servizio;Dipendenti;Agili\nServizio Tributi;9;4\nServizi Finanziari;5;2\nA riportare;14;6\nServizio;Dipendenti;Agili\nRiporto;14;6\nServizio Personale;3;1\nTotale;17;7\n",
    )]);
    let names: Vec<&Value> =
        sheets[0]["records"].as_array().expect("records").iter().map(|record| &record["servizio"]).collect();
    assert_eq!(names, ["Servizio Tributi", "Servizi Finanziari", "Servizio Personale"], "{sheets:#?}");
    let wrong = sheets[0]["totals"].as_array().expect("totals").iter();
    assert_eq!(wrong.filter(|total| total["declared"] != total["counted"]).count(), 0, "{sheets:#?}");
}

#[test]
fn abbreviated_headings_name_offices() {
    let sheets =
        understood(vec![sheet("Foglio1", "Dir.;Sett.;Proc.;L.A. (S/N)\nDirezione Risorse;Servizio Tributi;Ruoli;S\n")]);
    let keys: Vec<&Value> =
        sheets[0]["columns"].as_array().expect("columns").iter().map(|column| &column["key"]).collect();
    assert_eq!(keys, ["area", "servizio", "processo", "smartabilita"], "{sheets:#?}");
}

#[test]
fn a_row_of_units_or_letters_below_the_headings_is_no_record() {
    for units in [";(n.);(n.);(gg/sett.)", "(a);(b);(c);(d)", "n.;n.;n.;gg"] {
        let text =
            format!("Servizio;Dipendenti;Agili;Giorni\n{units}\nServizio Tributi;9;4;1\nServizi Finanziari;5;2;0,5\n");
        let sheets = understood(vec![sheet("Foglio1", &text)]);
        assert_eq!(sheets[0]["records"].as_array().map(Vec::len), Some(2), "{units}: {sheets:#?}");
        assert_eq!(sheets[0]["not_understood"], json!([]), "{units}: {sheets:#?}");
    }
}

#[test]
fn a_title_with_two_words_for_an_office_names_the_finer() {
    let sheets = understood(vec![sheet(
        "Foglio1",
        "SETTORE: Servizio Tributi;;\nN.;Processo;Smart\n1;Ruoli;S\n2;Rimborsi;N\n;;\nSETTORE: Servizi Finanziari;;\nN.;Processo;Smart\n1;Mandati;S\n",
    )]);
    let records = sheets[0]["records"].as_array().expect("records").iter();
    let offices: Vec<[&Value; 2]> = records.map(|record| [&record["servizio"], &record["area"]]).collect();
    assert_eq!(offices[0], [&json!(["servizio-tributi"]), &Value::Null], "{sheets:#?}");
}

#[test]
fn a_share_of_the_people_is_no_number_of_days() {
    let read = |days: &str, values: [&str; 2]| {
        let [one, other] = values;
        let text =
            format!("Servizio;Dipendenti;Agili;{days}\nServizio Tributi;12;7;{one}\nServizi Finanziari;9;4;{other}\n");
        understood(vec![sheet("Foglio1", &text)]).remove(0)
    };
    for values in [["0,5833", "0,4444"], ["58,3%", "44,4%"]] {
        let sheet = read("Quota", values);
        let record = &sheet["records"][0];
        assert_eq!((&record["giorni"], &record["giorni_settimana"]), (&Value::Null, &Value::Null), "{sheet:#}");
        assert_eq!(sheet["doubts"], json!([]), "{sheet:#}");
    }
    // What is no share of the people is one of the days, and a fraction of them is told.
    assert_eq!(read("Quota trimestre", ["40%", "40%"])["records"][0]["giorni"], "40% del trimestre");
    let sheet = read("Quota trimestre", ["0,4", "0,4"]);
    assert_eq!(sheet["records"][0]["giorni"], "40% del trimestre", "{sheet:#}");
    assert_eq!(sheet["doubts"].as_array().map(Vec::len), Some(2), "{sheet:#}");
}

#[test]
fn since_when_agreements_are_is_no_number_of_people() {
    let text = "Cognome e nome;Servizio;Giorni;Accordo dal\nRossi Mario;Servizio Tributi;2;46022\n";
    let sheets = understood(vec![sheet("Foglio1", text)]);
    assert_eq!((&sheets[0]["table"], &sheets[0]["records"]), (&Value::Null, &json!([])), "{sheets:#?}");
    assert_eq!(sheets[0]["not_understood"].as_array().map(Vec::len), Some(1), "{sheets:#?}");
    let sheets = understood(vec![sheet("Foglio1", "Servizio;Dipendenti;Accordi\nServizio Tributi;9;4\n")]);
    assert_eq!(sheets[0]["records"][0]["agili"], 4);
}

#[test]
fn crosses_below_a_question_of_agile_work_in_other_words_are_its_answers() {
    let read = |question: &str| {
        let text = format!(
            "Attività;Servizio;{question};{question};{question}\n;;Sì;In parte;No\nAtti;Servizio Tributi;✓;;\nRuoli;Servizio Tributi;;☑;\nCassa;Servizio Tributi;;;●\nDoppio;Servizio Tributi;x;x;\nNessuno;Servizio Tributi;☐;☐;☐\n"
        );
        understood(vec![sheet("Foglio1", &text)]).remove(0)
    };
    let sheet = read("Telelavoro");
    let answers: Vec<&Value> =
        sheet["records"].as_array().expect("records").iter().map(|record| &record["smartabilita"]).collect();
    assert_eq!(answers, [&json!("si"), &json!("in parte"), &json!("no"), &Value::Null, &Value::Null], "{sheet:#}");
    assert!(sheet["doubts"].as_array().is_some_and(|doubts| doubts.len() >= 3), "{sheet:#}");
    assert_eq!(sheet["not_understood"].as_array().map(Vec::len), Some(1), "{sheet:#}");
    // Another question is none of agile work.
    let sheet = read("Sportello fisico");
    assert!(
        sheet["records"].as_array().is_none_or(|records| records.iter().all(|record| record["smartabilita"].is_null())),
        "{sheet:#}"
    );
}

#[test]
fn several_offices_of_the_edition_in_a_cell_are_several_however_they_are_parted() {
    let cells = [
        "Servizio Tributi/Servizi Finanziari",
        "Servizio Tributi / Servizi Finanziari",
        "Servizio Tributi, Servizi Finanziari",
        "Servizio Tributi; Servizi Finanziari",
    ];
    let rows: String = cells.iter().enumerate().map(|(at, cell)| format!("Processo {at};\"{cell}\";si\n")).collect();
    let sheets = understood(vec![sheet("Foglio1", &format!("Processo;Servizio;Smartabile\n{rows}"))]);
    for record in sheets[0]["records"].as_array().expect("records") {
        let offices = record["servizio"].as_array().or(record["smart_team"].as_array());
        assert_eq!(offices.map(Vec::len), Some(2), "{record:#}");
    }
}

#[test]
fn what_is_doubtful_in_a_further_row_of_a_record_is_told() {
    let text = "Processo;Servizio;Fasi;Smartabile\nBandi;Servizio Tributi;Avviso;si\n;;Esame - valutazione;\n";
    let sheets = understood(vec![sheet("Foglio1", text)]);
    assert_eq!(sheets[0]["records"][0]["fasi"], json!(["Avviso", "Esame - valutazione"]), "{sheets:#?}");
    let doubt = &sheets[0]["doubts"][0];
    assert_eq!((&doubt["row"], &doubt["column"]), (&json!(3), &json!("C")), "{sheets:#?}");
}

#[test]
fn what_stands_above_headings_once_more_is_a_title_and_told_where_it_may_be_an_office() {
    let head = "Processo;Smart;Note\n";
    for first in ["Servizi Finanziari;;\n", ""] {
        let text = format!(
            "Servizio Tributi;;\n{head}Ruoli;SI;\n;;\n{first}{head}Mandati;NO;\n;;\nPolizia Locale;;\n{head}Verbali;SI;\n"
        );
        let sheets = understood(vec![sheet("Foglio1", &text)]);
        let records = sheets[0]["records"].as_array().expect("records");
        let names: Vec<&Value> = records.iter().map(|record| &record["processo"]).collect();
        assert_eq!(names, ["Ruoli", "Mandati", "Verbali"], "{sheets:#?}");
        assert!(records[2]["da_verificare"].as_str().is_some_and(|why| why.contains("Polizia Locale")), "{sheets:#?}");
        assert_eq!(records[0]["da_verificare"], Value::Null, "{sheets:#?}");
    }
}

#[test]
fn the_day_of_adoption_may_stand_beside_its_words() {
    let table = "Servizio;Dipendenti;Agili\nServizio Tributi;9;4\n";
    for (title, right) in [
        ("Dati al;31/12/2025;", json!("2025-12-31")),
        ("Situazione al:;2025-12-31;", json!("2025-12-31")),
        ("Aggiornato al;31/12/2025;", Value::Null),
        ("Ufficio;31/12/2025;", Value::Null),
    ] {
        let sheets = understood(vec![sheet("Foglio1", &format!("{title}\n;;\n{table}"))]);
        assert_eq!(sheets[0]["settings"]["data"], right, "{title}: {sheets:#?}");
    }
}

#[test]
fn a_share_alone_does_not_count_the_people_in_agile_work() {
    let text = "Servizio;Dipendenti;% personale in lavoro agile;Giorni\nServizio Tributi;9;44%;1\n";
    let sheets = understood(vec![sheet("Foglio1", text)]);
    let column = &sheets[0]["columns"][2];
    assert_eq!(column["how"], "none", "{sheets:#?}");
    assert!(column["remark"].as_str().is_some_and(|why| why.contains("non dice quante persone")), "{sheets:#?}");
}

#[test]
fn rows_that_sum_up_those_below_them_are_totals_and_told() {
    let read = |sums: [&str; 2]| {
        let [one, other] = sums;
        let text = format!(
            "Area;Servizio;Dip.;Agili\nRisorse;;{one}\n;Servizio Tributi;9;4\n;Servizi Finanziari;5;2\nServizi al Territorio;;{other}\n;Servizio Ambiente;7;3\nTotale;;21;9\n"
        );
        understood(vec![sheet("Foglio1", &text)]).remove(0)
    };
    let sheet = read(["14;6", "7;3"]);
    let names: Vec<&Value> =
        sheet["records"].as_array().expect("records").iter().map(|record| &record["servizio"]).collect();
    assert_eq!(names, ["Servizio Tributi", "Servizi Finanziari", "Servizio Ambiente"], "{sheet:#}");
    let told = sheet["doubts"].as_array().expect("doubts").iter();
    assert_eq!(told.filter(|doubt| doubt["understood"] == "totale").count(), 2, "{sheet:#}");
    let wrong = sheet["totals"].as_array().expect("totals").iter();
    assert_eq!(wrong.filter(|total| total["declared"] != total["counted"]).count(), 0, "{sheet:#}");
    // People of the area itself are no sum.
    assert_eq!(read(["3;1", "2;1"])["records"].as_array().map(Vec::len), Some(5));
}

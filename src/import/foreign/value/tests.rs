use super::list::Separator;
use super::*;
use crate::model::{Period, Scales};

fn verdict(text: &str) -> String {
    let shown = |verdict: verdict::Verdict| {
        let percentage = verdict.percentage.map(|share| format!(" {share}")).unwrap_or_default();
        let reason = verdict.reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
        format!("{}{percentage}{reason}{}", verdict.word, verdict.marks.concat())
    };
    match verdict::read(text, &Scales::default(), |_| None) {
        Read::Blank => String::new(),
        Read::Sure(verdict) => shown(verdict),
        Read::Doubtful(verdict, _) => format!("? {}", shown(verdict)),
        Read::Not(_) => "!".to_owned(),
    }
}

#[test]
fn a_verdict_is_read_in_any_spelling() {
    for (text, right) in [
        ("SI", "si"),
        ("s", "si"),
        ("SÌ", "si"),
        ("Sì.", "si"),
        ("x", "si"),
        ("Х", "si"),
        ("✓", "si"),
        ("smartabile", "si"),
        ("NO ", "no"),
        ("n", "no"),
        ("non smartabile", "no"),
        ("non previsto", "no"),
        ("IN  PARTE", "in parte"),
        ("parz.", "in parte"),
        ("parzialmente", "in parte"),
        ("Parz. smartabile", "in parte"),
        ("in parte (no sopralluogo)", "in parte (no sopralluogo)"),
        ("NO - front office", "no (front office)"),
        ("no: sportello", "no (sportello)"),
        ("SI*", "si*"),
        ("si (1)", "si(1)"),
        ("si²", "si(2)"),
        ("80%", "in parte 80"),
        ("0", "no"),
        ("100 %", "si"),
        ("0,5", "in parte 50"),
        ("50", "in parte 50"),
        ("1", "? si"),
        ("in parte 60%", "in parte 60"),
        ("in parte (60%)", "in parte 60"),
        ("33,3%", "in parte 33.3"),
        ("", ""),
        ("-", ""),
        ("n.d.", ""),
        ("//", ""),
        ("si, tranne lo sportello", "? si (tranne lo sportello)"),
        ("SI ma solo back office", "? si (ma solo back office)"),
        ("no (salvo casi)", "? no (salvo casi)"),
        ("Sì, per la parte istruttoria; no allo sportello", "? si (per la parte istruttoria; no allo sportello)"),
        ("SI: tutto tranne le notifiche", "? si (tutto tranne le notifiche)"),
        ("si (non serve la presenza)", "? si (non serve la presenza)"),
        ("✅", "si"),
        ("❌", "no"),
        ("no (solo in presenza)", "no (solo in presenza)"),
        ("sì (2 gg)", "? si"),
        ("SI (in parte)", "in parte"),
        ("NO (in parte)", "? in parte"),
        ("forse", "!"),
        ("150%", "!"),
    ] {
        assert_eq!(verdict(text), right, "{text}");
    }
}

#[test]
fn numbers_are_italian() {
    for (text, right) in [
        ("1.204", Some(1204.0)),
        ("35,5", Some(35.5)),
        ("1.204,5", Some(1204.5)),
        ("1 204", Some(1204.0)),
        ("0.5", Some(0.5)),
        ("12.5", Some(12.5)),
        ("1.234.567", Some(1_234_567.0)),
        ("0.500", Some(0.5)),
        ("-3", Some(-3.0)),
        ("1,2,3", None),
        ("1,234.5", Some(1234.5)),
        ("1,234,567", Some(1_234_567.0)),
        ("1,234,567.25", Some(1_234_567.25)),
        ("1,234", Some(1.234)),
        ("1.234,5.6", None),
        ("12,34.5", None),
        ("", None),
        ("12a", None),
        ("1.", None),
    ] {
        assert_eq!(number::parse(text), right, "{text}");
    }
}

#[test]
fn people_are_counted_in_whole_numbers() {
    let shown = |text: &str| match count::read(text) {
        Read::Blank => String::new(),
        Read::Sure(counted) => format!(
            "{}{}{}",
            counted.people,
            counted.share.map(|share| format!(" {share}%")).unwrap_or_default(),
            counted.marks.concat()
        ),
        Read::Doubtful(counted, _) => format!("? {}", counted.people),
        Read::Not(_) => "!".to_owned(),
    };
    for (text, right) in [
        ("1.204", "1204"),
        ("12 (30%)", "12 30%"),
        ("< 3", "< 3"),
        ("meno di 3", "< 3"),
        ("n.d.", ""),
        ("35,0", "35"),
        ("35,5", "!"),
        (">= 60", "!"),
        ("12*", "12*"),
        ("n. 12", "12"),
        ("12 dipendenti", "12"),
        ("circa 12", "? 12"),
        ("~12", "? 12"),
        ("12?", "? 12"),
        ("50%", "!"),
        ("100 %", "!"),
        ("50 % dei dipendenti", "!"),
        ("-", ""),
        ("molti", "!"),
        ("-4", "!"),
    ] {
        assert_eq!(shown(text), right, "{text}");
    }
}

fn days(text: &str, period: Period) -> String {
    match days::read(text, period, false, |_| None) {
        Read::Blank => String::new(),
        Read::Sure(stated) => format!("{}: {}", stated.key, stated.text),
        Read::Doubtful(stated, _) => format!("? {}: {}", stated.key, stated.text),
        Read::Not(_) => "!".to_owned(),
    }
}

#[test]
fn days_are_read_as_they_are_written() {
    for (text, right) in [
        ("1", "giorni_settimana: 1"),
        ("0,5", "giorni_settimana: 0,5"),
        ("1 - 2", "giorni_settimana: 1-2"),
        ("da 1 a 2", "giorni_settimana: 1-2"),
        ("1/2", "? giorni_settimana: 0,5"),
        ("1 ogni 15 gg", "giorni_settimana: 0,5"),
        ("un giorno ogni due settimane", "giorni_settimana: 0,5"),
        ("8 al mese", "giorni: 8 al mese"),
        ("8 gg al mese", "giorni: 8 al mese"),
        ("2 gg", "giorni_settimana: 2"),
        ("un giorno", "giorni_settimana: 1"),
        ("1-2 gg/settimana", "giorni_settimana: 1-2"),
        ("max 2", "? giorni_settimana: 2"),
        ("escluso", "giorni_settimana: non smartabile"),
        ("parz. smartabile", "giorni_settimana: parzialmente smartabile"),
        ("-", ""),
        ("//", ""),
        ("/", ""),
        ("—", ""),
        ("mezza giornata", "giorni_settimana: 0,5"),
        ("1 g. ogni 2 sett.", "giorni_settimana: 0,5"),
        ("nessuno", "giorni_settimana: 0"),
        ("nessun giorno", "giorni_settimana: 0"),
        ("non previsto", "? giorni_settimana: 0"),
        ("Lavoro agile non previsto", "? giorni_settimana: 0"),
        ("non applicabile", ""),
        ("9", "!"),
        ("boh", "!"),
        ("40%", "? giorni: 40% della settimana"),
    ] {
        assert_eq!(days(text, Period::Week), right, "{text}");
    }
    assert_eq!(days("40%", Period::Quarter), "giorni: 40% del trimestre");
    assert_eq!(days("8", Period::Month), "giorni: 8 al mese");
    assert_eq!(days("1.204", Period::Year), "!");
    assert_eq!(days("0,4", Period::Quarter), "? giorni: 40% del trimestre");
    assert_eq!(
        days::read("2026-02-01", Period::Week, true, |_| None).map(|stated| stated.text),
        Read::Doubtful(
            "1-2".to_owned(),
            "il foglio di calcolo ne ha fatto una data: forse era un intervallo di giorni".to_owned()
        )
    );
}

#[test]
fn lists_are_divided_where_it_is_clear() {
    for (text, right) in [
        ("1) Bando 2) Commissione 3) Prove 4) Graduatoria", "Bando|Commissione|Prove|Graduatoria"),
        ("1. Ricezione 2. Registrazione", "Ricezione|Registrazione"),
        ("a) Bando b) Prove", "Bando|Prove"),
        ("Ricerca; notifica", "Ricerca|notifica"),
        ("D'ufficio / istanza", "? D'ufficio|istanza"),
        ("• Bando • Prove", "Bando|Prove"),
        ("- Bando\n- Prove", "Bando|Prove"),
        ("Bando\nProve", "Bando|Prove"),
        ("1) Bando\ncon allegati\n2) Prove", "Bando con allegati|Prove"),
        ("Ricorso/Atto di citazione", "Ricorso/Atto di citazione"),
        ("Istruttoria - registrazione", "? Istruttoria - registrazione"),
        ("istruttoria, redazione, invio", "? istruttoria, redazione, invio"),
        ("Ricezione richiesta Istruttoria Redazione atto", "? Ricezione richiesta Istruttoria Redazione atto"),
        ("Richiesta al Sindaco di Roma", "Richiesta al Sindaco di Roma"),
        ("Iniziativa d'ufficio", "Iniziativa d'ufficio"),
        ("Art. 1.2 del regolamento", "Art. 1.2 del regolamento"),
        ("Parere ai sensi\ndella legge", "? Parere ai sensi della legge"),
        ("Raccolta delle istanze\npresentate dai cittadini", "? Raccolta delle istanze presentate dai cittadini"),
        ("Bando\nEsame delle domande\npervenute\nGraduatoria", "? Bando|Esame delle domande pervenute|Graduatoria"),
        ("Bando\nesame delle domande\nrilascio", "Bando|esame delle domande|rilascio"),
        ("Fabbisogno\n(da piano)", "? Fabbisogno (da piano)"),
        ("Estrazione > Controllo > Emissione", "? Estrazione|Controllo|Emissione"),
        ("Ricerca\nnotifica", "? Ricerca|notifica"),
        ("Bando; esame delle\ndomande; prove", "Bando|esame delle domande|prove"),
        ("Bando;\nprove;\ngraduatoria", "Bando|prove|graduatoria"),
        ("bando\nprove\ngraduatoria", "bando|prove|graduatoria"),
        ("- Bando; avviso\n- Prove", "Bando|avviso|Prove"),
        ("L. 241/1990", "L. 241/1990"),
        ("Legge n. 1 del 2020 e n. 2 del 2021", "Legge n. 1 del 2020 e n. 2 del 2021"),
    ] {
        let shown = match list::read(text, &Separator::Found) {
            Read::Sure(items) => items.join("|"),
            Read::Doubtful(items, _) => format!("? {}", items.join("|")),
            _ => "!".to_owned(),
        };
        assert_eq!(shown, right, "{text}");
    }
}

#[test]
fn codes_keep_their_own_form() {
    for (text, right) in [
        ("100 - 1 -B", "100-1-B"),
        ("200-1 - A", "200-1-A"),
        ("100- 2-М", "? 100-2-M"),
        ("AR1 . MP2 . P3", "AR1.MP2.P3"),
        ("ar4.mp1.p1", "AR4.MP1.P1"),
        ("Procedura Uno", "Procedura Uno"),
        ("500–1–b", "500-1-B"),
    ] {
        let shown = match code::read(text) {
            Read::Sure(code) => code,
            Read::Doubtful(code, _) => format!("? {code}"),
            _ => "!".to_owned(),
        };
        assert_eq!(shown, right, "{text}");
    }
    assert!(
        code::is_code("100 - 1 -B")
            && code::is_code("AR1.MP2")
            && !code::is_code("31/12/2025")
            && !code::is_code("D'ufficio / istanza")
    );
}

#[test]
fn days_of_the_calendar_are_found_in_a_text() {
    for (text, right) in [
        ("Dip. al 31.12.2025", Some("2025-12-31")),
        ("31/12/25", Some("2025-12-31")),
        ("2025-12-31", Some("2025-12-31")),
        ("al 31 dicembre 2025", Some("2025-12-31")),
        ("31/02/2025", None),
        ("anno 2025", None),
    ] {
        assert_eq!(date::find(text).as_deref(), right, "{text}");
    }
}

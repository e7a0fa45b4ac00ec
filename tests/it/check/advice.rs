//! What findings say and advise, where one rule speaks of several things, and where it is silent.

use crate::folder::Folder;
use crate::found::checked;
use piao::diagnostic::{Edit, Finding, Severity};
use piao::load::Overlay;

/// The findings of a rule in the starter folder with these changes.
fn found(code: &str, edits: &[Edit]) -> Vec<Finding> {
    let (_, findings) = checked(Folder::with(edits).root(), &Overlay::new());
    findings.into_iter().filter(|finding| finding.rule.code == code).collect()
}

/// What the only finding of a rule says, and advises.
fn only(code: &str, edits: &[Edit]) -> (String, String) {
    let [finding] = <[Finding; 1]>::try_from(found(code, edits)).expect("one finding");
    (finding.message, finding.help.unwrap_or_default())
}

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";

fn scope(text: &'static str) -> [Edit; 1] {
    [Edit::new("software.yaml", "scopo: Registrazione dei documenti", text)]
}

#[test]
fn only_of_a_mobile_number_it_is_said_that_it_may_be_the_office_s() {
    let of_office = |text| only("LA602", &scope(text)).1.contains("cellulare è di servizio");
    assert!(of_office("scopo: \"Registrazione: chiamare il 347 1234567\""));
    assert!(!of_office("scopo: Registrazione (RSSMRA80A01H501U)"));
    assert!(!of_office("scopo: Registrazione (maria.bianchi@ente.esempio.it)"));
}

#[test]
fn the_addresses_of_links_are_looked_at_too() {
    let links = |text| found("LA602", &[Edit::new(CHAPTER, "Questo allegato descrive", text)]).len();
    assert_eq!(links("Scrivere [qui](mailto:mario.rossi@ente.esempio.it). Questo allegato descrive"), 1);
    assert_eq!(links("Chiamare [qui](tel:+393331234567). Questo allegato descrive"), 1);
    assert_eq!(links("Scrivere a <mario.rossi@ente.esempio.it>. Questo allegato descrive"), 1);
    assert_eq!(links("Scrivere [qui](mailto:ufficio.personale@ente.esempio.it). Questo allegato descrive"), 0);
    assert_eq!(links("Chiamare [qui](tel:+39051598111). Questo allegato descrive"), 0);
}

#[test]
fn an_office_may_be_called_after_somebody_and_not_by_who_works_there() {
    let named = |name: &str| {
        let folder = Folder::starter();
        folder.edit("smart-team.yaml", "nome: Tributi", &format!("nome: {name}"));
        let (_, findings) = checked(folder.root(), &Overlay::new());
        findings.iter().filter(|finding| finding.rule.code == "LA601").count()
    };
    for place in ["Fisica E. Fermi", "Biblioteca C. Pavese", "Biblioteca (C. Pavese)", "Istituto prof. E. Fermi"] {
        assert_eq!(named(place), 0, "{place}");
    }
    for person in ["Tributi (M. Rossi)", "Tributi (dott. Mario Bianchi)", "Segreteria del dott. Luca Neri"] {
        assert_eq!(named(person), 1, "{person}");
    }
}

#[test]
fn what_a_common_prefix_means_is_a_published_text() {
    let edits = [Edit::new("edizione.yaml", "limiti:", "prefissi_comuni:\n  DIR: Processi del dott. Neri\nlimiti:")];
    assert_eq!(found("LA601", &edits).len(), 1);
}

#[test]
fn an_undone_class_is_told_with_its_number_once_a_row() {
    let row =
        "    agili: \"< 10\"\n    donne: { dipendenti: 8, agili: 5 }\n    uomini: { dipendenti: 4, agili: \"< 4\" }\n";
    let edits = [Edit::new("attuazione.yaml", "    agili: 7\n", row)];
    let [finding] = <[Finding; 1]>::try_from(found("LA604", &edits)).expect("one finding");
    assert!(finding.message.contains("dal totale dichiarato si ricava che è 7"), "{}", finding.message);
    assert_eq!((finding.severity, finding.together.len()), (Severity::Warning, 2));
    // A total that the rows contradict tells nothing.
    let wrong = [edits[0], Edit::new("attuazione.yaml", "agili: 11", "agili: 30")];
    assert!(found("LA604", &wrong).is_empty());
}

#[test]
fn small_cells_of_one_gender_are_told_as_such() {
    let women =
        Edit::new("attuazione.yaml", "    agili: 7\n", "    agili: 7\n    donne: { dipendenti: 11, agili: 7 }\n");
    let [finding] = <[Finding; 1]>::try_from(found("LA603", &[women])).expect("one finding");
    let message = &finding.message;
    assert!(message.starts_with("in una riga su 2 le donne o gli uomini sono così pochi"), "{message}");
    // The men are written nowhere: they follow from the women, and not from the row's own total.
    assert_eq!((finding.span.end - finding.span.start, finding.label.as_str()), (1, "pochi, qui o per differenza"));
    let text = Folder::with(&[women]).read("attuazione.yaml");
    assert_eq!(text[..finding.span.start as usize].rsplit('\n').next(), Some("    donne: { dipendenti: 11, agili: "));
}

#[test]
fn only_what_is_missing_of_the_publication_is_asked_for() {
    let approved = "stato: approvata\napprovazione: { organo: Giunta comunale, atto: deliberazione, numero: \"5\", data: 2026-01-10 }\npubblicato_il: 2026-01-12\nultimo_aggiornamento: 2026-01-12";
    let (message, help) = only("LA705", &[Edit::new("edizione.yaml", "stato: bozza", approved)]);
    assert!(message.ends_with("mancano i recapiti dell'ufficio (`contatti` in ente.yaml)"), "{message}");
    assert_eq!(help, "aggiungere `contatti` in ente.yaml");
}

#[test]
fn several_processes_of_whole_areas_are_a_choice() {
    let process = |number: u32, whom: &str| {
        format!(
            "  - codice: 100-{number}-B\n    rischio: basso\n    processo: Tenuta dell'archivio {number}\n    finalita: Conservare gli atti\n    \
             input: [Atto]\n    fasi: [Archiviazione]\n    output: [Fascicolo]\n    {whom}\n    smartabilita: si\n"
        )
    };
    let asked = |whole: u32| {
        let folder = Folder::starter();
        let rows = (10..14).map(|number| process(number, "smart_team: [segreteria]"));
        let rows: String =
            rows.chain((20..20 + whole).map(|number| process(number, "area: [affari-generali]"))).collect();
        folder.edit("processi.yaml", "processi:\n", &format!("processi:\n{rows}"));
        let (_, findings) = checked(folder.root(), &Overlay::new());
        findings.iter().filter(|finding| finding.rule.code == "LA323").count()
    };
    assert_eq!([asked(1), asked(3)], [1, 0]);
}

#[test]
fn an_own_word_of_smartability_is_said_as_it_is_written() {
    let edits = [
        Edit::new(
            "modello.yaml",
            "",
            "scale: { smartabilita: { si: [Totale], in parte: [Prevalente], no: [Nullo] } }\n",
        ),
        Edit::new("processi.yaml", "smartabilita: in parte", "smartabilita: Prevalente\n    percentuale: 100"),
        Edit::new("smart-team.yaml", "smartabilita: parzialmente smartabile", "smartabilita: non smartabile"),
    ];
    assert!(only("LA307", &edits).0.contains("è detto smartabile (Prevalente)"), "{:?}", only("LA307", &edits));
    assert!(only("LA311", &edits).0.contains("è smartabile «Prevalente»"), "{:?}", only("LA311", &edits));
}

#[test]
fn a_loop_over_what_could_not_be_read_is_no_second_error() {
    let risk = Edit::new("processi.yaml", "smartabilita: si", "smartabilita: boh");
    let with_loop = |text| [risk, Edit::new(CHAPTER, "Questo allegato descrive", text)];
    let codes = |edits: &[Edit]| -> Vec<&str> {
        let (_, findings) = checked(Folder::with(edits).root(), &Overlay::new());
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
        errors.map(|finding| finding.rule.code).collect()
    };
    let read = "{% for p in processi %}{{ p.smartabilita }} {% endfor %}\n\nQuesto allegato descrive";
    assert_eq!(codes(&with_loop(read)), ["LA101"]);
    // What was read whole has no such name.
    let other = "{% for s in software %}{{ s.smartabilita }} {% endfor %}\n\nQuesto allegato descrive";
    assert_eq!(codes(&with_loop(other)), ["LA208", "LA101"]);
}

#[test]
fn a_word_that_is_ours_of_another_thing_is_told_where_there_is_such_a_thing() {
    let word = |text| found("LA026", &[Edit::new("modello.yaml", "", text)]).len();
    assert_eq!(word("parole: { area: { singolare: lo Smart Team, plurale: gli Smart Team } }\n"), 1);
    let folder = Folder::with(&[Edit::new(
        "modello.yaml",
        "",
        "parole: { area: { singolare: lo Smart Team, plurale: gli Smart Team } }\n",
    )]);
    folder.write("smart-team.yaml", "smart_team: []\n");
    let (_, findings) = checked(folder.root(), &Overlay::new());
    assert!(findings.iter().all(|finding| finding.rule.code != "LA026"));
}

#[test]
fn codes_and_identifiers_may_be_a_tax_code_too() {
    for (file, from, to) in [
        ("processi.yaml", "codice: 200-1-M", "codice: RSSMRA80A01H501U"),
        ("software.yaml", "nome: Protocollo informatico\n", "id: RSSMRA80A01H501U\n    nome: Protocollo informatico\n"),
    ] {
        assert_eq!(only("LA602", &[Edit::new(file, from, to)]).0, "c'è un codice fiscale", "{file}");
    }
}

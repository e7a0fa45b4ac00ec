//! Bodies in the shape of public plans: a neighbour with codes written at odds, a health agency, a ministry, a regional agency, an authority.

use super::{built, folder};
use crate::administrations::told::{row, rows, said, silent_of};
use crate::folder::Folder;
use crate::run::Run;
use crate::site::built::{Site, attributes};

const FIRST: &str = "2026-2028/index.html";
const TABLE: &str = "2026-2028/processi/index.html";
const INDICATORS: &str = "2026-2028/indicatori/index.html";

#[test]
fn a_neighbour_whose_codes_were_written_with_spaces() {
    let site = built("comune-con-codici-spaziati");
    silent_of(&site, &["servizi/", "indicator", "attuazione", "0 servizi"]);
    let csv = site.text("2026-2028/dati/processi.csv");
    let mut lines = csv.lines();
    let head = "codice,rischio,processo,finalita,input,fasi,output,area,smart_team,smartabilita,supporti_cartacei";
    assert_eq!(lines.next(), Some(head));
    // A blank cell is not stated, and not `no`.
    assert_eq!(
        lines.next(),
        Some(
            "100-1-B,basso,Protocollo,Registrare,Documento,Ricezione; Registrazione,Registrazione,affari-generali,segreteria,si,"
        )
    );
    assert_eq!(
        lines.next(),
        Some(
            "100-2-M,medio,Notifiche,Notificare,D'ufficio; Istanza,Ricerca; Notifica,Relata,affari-generali,messi,no,si"
        )
    );
    assert_eq!(
        lines.next(),
        Some("200-1-A,alto,Accertamenti,Recuperare,Iniziativa d'ufficio,,Avviso,risorse,tributi,in parte,si")
    );
    // Of the body without services nothing is asked; the phases that are not stated are told.
    let root = folder("comune-con-codici-spaziati");
    let said = Run::new(&root, ["check", "--no-waivers", "--format", "short"]).run().out;
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("[LA309] non è detto quali sono le fasi del processo `200-1-A`"), "{said}");
}

#[test]
fn a_health_agency_with_classes_genders_and_excluded_activities() {
    let site = built("azienda-sanitaria");
    silent_of(&site, &["smart team", "smart-team", "rischio", "codic", "comune", "comunale", "finalità"]);
    let adoption = rows(&site, "2026-2028/attuazione/index.html", ".tavola-attuazione");
    let total = row(&adoption, "Totale del comparto");
    // A total in a class is published as it is, and the rows do not speak against it.
    assert_eq!(total[1..3], ["44", "meno di 24"]);
    assert_eq!(row(&adoption, "Dipartimento Cure")[4], "< 3");
    let first = said(site.text(FIRST));
    assert!(first.contains("Meno di 24 lavoratrici e lavoratori agili su 44 dipendenti"), "{first}");
    assert!(first.contains("Dipartimento Cure Primarie"), "{first}");
    let glossary = site.text("2026-2028/glossario/index.html");
    assert!(glossary.contains("comparto Sanità") && !glossary.contains("Funzioni locali"), "{glossary}");
    let indicators = rows(&site, INDICATORS, ".tavola-indicatori");
    assert_eq!(indicators[0][..4], ["Indicatore", "Andamento", "Base", "2026"]);
    assert_eq!(row(&indicators, "Giorni di assenza")[3], "Obiettivo ≤ 13");
    let excluded = rows(&site, "2026-2028/esclusioni/index.html", ".tavola-esclusioni");
    assert_eq!(excluded[0], ["Attività", "Dove", "Che cosa resta possibile"]);
}

#[test]
fn a_ministry_with_three_levels_own_columns_and_limits_by_category() {
    let site = built("ministero");
    silent_of(&site, &["smart team", "smart-team", "rischio", "codic", "comune", "comunale", "tavola 1"]);
    // What no text speaks of is not explained.
    let glossary = site.text("2026-2028/glossario/index.html");
    assert!(glossary.contains("Lavoro agile") && !glossary.contains("contattabilità"), "{glossary}");
    let table = rows(&site, TABLE, ".tavola-processi");
    // The columns that the model names come first, in its order.
    let headings = ["Altre voci", "Macroattività", "Prodotto", "Processo", "Servizio", "Smartabilità", "Area"];
    assert_eq!(table[0], headings);
    let competition = table.iter().find(|row| row[1] == "Reclutamento").expect("a row");
    assert_eq!(competition[2..4], ["Graduatoria", "Svolgimento dei concorsi"]);
    assert_eq!(competition[5], "◐ Parzialmente remotizzabile");
    let services = rows(&site, "2026-2028/servizi/index.html", ".servizi");
    assert_eq!(row(&services, "Direzione generale Risorse umane")[1..5], ["3", "2", "1", "0"]);
    // The days of each category are on the first page of the edition, and on the paper of the whole annex.
    for path in [FIRST, "2026-2028/stampa/allegato/index.html"] {
        let page = site.page(path);
        let limits: Vec<String> =
            crate::site::built::select(&page, ".giorni-massimi > div").iter().map(crate::site::built::words).collect();
        let wanted = ["Personale delle aree8 al mese", "Dirigenti4 al mese", "Lavoratori fragili110 all'anno"];
        assert_eq!(limits, wanted, "{path}");
    }
    assert!(said(site.text(FIRST)).contains("La giornata agile in breve"));
}

#[test]
fn a_regional_agency_with_enabling_conditions_as_indicators() {
    let site = built("agenzia-regionale");
    silent_of(&site, &["smart team", "smart-team", "rischio", "codic", "area", "aree", "attuazione", "consuntiv"]);
    let table = rows(&site, INDICATORS, ".tavola-indicatori");
    assert_eq!(table[0], ["Indicatore", "Andamento", "Stato attuale", "2026", "2027", "2028", "Fase"]);
    let dimensions: Vec<&String> = table.iter().filter(|row| row.len() == 1).map(|row| &row[0]).collect();
    let wanted = ["Salute organizzativa", "Salute professionale", "Salute digitale", "Salute economico-finanziaria"];
    assert_eq!(dimensions, wanted);
    assert_eq!(row(&table, "PC portatili")[2..6], ["45", "Atteso 60", "Atteso 80", "Atteso 80"]);
    // A point and three digits are thousands, whatever stands around them.
    assert_eq!(
        row(&table, "Spesa per la formazione")[2..6],
        ["1.500", "Atteso 3.000", "Atteso 3.000", "Atteso 3.000 €"]
    );
    assert_eq!(row(&table, "Coordinamento organizzativo")[6], "Avvio");
    let csv = site.text("2026-2028/dati/indicatori.csv");
    assert!(
        csv.starts_with(
            "id,dimensione,indicatore,unita,base,obiettivo_2026,obiettivo_2027,obiettivo_2028,fonte,fase\r\n"
        ),
        "{csv}"
    );
    assert!(csv.contains("€,1500,3000,3000,3.000 €,"), "{csv}");
    // The page of the whole site is called by the edition's own title.
    assert!(site.text(INDICATORS).contains("<h1>Indicatori di sviluppo</h1>"));
}

#[test]
fn an_authority_with_shares_of_a_quarter_and_results_of_past_years() {
    let site = built("autorita-indipendente");
    silent_of(&site, &["smart team", "smart-team", "rischio", "codic", "aree", "comune", "base"]);
    let table = rows(&site, INDICATORS, ".tavola-indicatori");
    assert_eq!(table[0], ["Indicatore", "Andamento", "2024", "2025", "2026", "2027", "2028"]);
    let staff = row(&table, "Personale in lavoro agile");
    assert_eq!(staff[2..5], ["Consuntivo 58 %", "Consuntivo 71,5 %", "Obiettivo almeno 60%"]);
    let pictures = attributes(&site.page(INDICATORS), ".tavola-indicatori svg[role=img]", "aria-label");
    assert_eq!(
        pictures[1].replace('\u{a0}', " "),
        "Giornate in lavoro agile: 2025: consuntivo 44 %; 2026: obiettivo fino a 50 %."
    );
    let first = said(site.text(FIRST));
    assert!(first.contains("Tutto il personale") && first.contains("50% del trimestre"), "{first}");
}

/// What LA312 says of the starter with these limits and these days, in the year of the edition.
fn over_limit(limits: &str, days: &str) -> Vec<String> {
    let folder = Folder::starter();
    folder.edit("edizione.yaml", "limiti:\n  giorni_settimana_max: 1\n", limits);
    folder.edit("attuazione.yaml", "data: 2025-12-31", "data: 2026-01-10");
    folder.edit("attuazione.yaml", "giorni_settimana: 1\n", days);
    let found = crate::found::findings(folder.root()).into_iter();
    found.filter(|found| found.code == "LA312").map(|found| found.message).collect()
}

#[test]
fn days_are_held_against_the_limits_of_every_category() {
    let categories =
        "limiti:\n  - { per: Personale delle aree, giorni: 8 al mese }\n  - { per: Dirigenti, giorni: 4 al mese }\n";
    let none: Vec<String> = Vec::new();
    assert_eq!(over_limit(categories, "giorni: 8 al mese\n"), none);
    // A row does not say of which category its people are: it is over only where it is over all of them.
    assert_eq!(
        over_limit(categories, "giorni: 9 al mese\n"),
        ["i giorni di lavoro agile di «Segreteria» sono 9 al mese, più di ogni massimo: 8 al mese, 4 al mese"]
    );
    assert_eq!(over_limit("limiti:\n  - { giorni: 40% del trimestre }\n", "giorni: 40% del trimestre\n"), none);
    assert_eq!(
        over_limit("limiti:\n  - { giorni: 40% del trimestre }\n", "giorni: 60% del trimestre\n"),
        ["i giorni di lavoro agile di «Segreteria» sono 60% del trimestre, ma il massimo è 40% del trimestre"]
    );
    // Days of two periods are compared only where there can be no doubt.
    assert_eq!(over_limit("limiti:\n  giorni_settimana_max: 1\n", "giorni: 5 al mese\n"), none);
    assert_eq!(over_limit("limiti:\n  giorni_settimana_max: 1\n", "giorni: 10 al mese\n").len(), 1);
    let more = "limiti:\n  giorni_settimana_max: 1\n  giorni_aggiuntivi_anno: 60\n";
    assert_eq!(over_limit(more, "giorni: 10 al mese\n"), none);
}

#[test]
fn a_declared_total_may_be_a_class() {
    let said = |total: &str| -> Vec<String> {
        let folder = Folder::starter();
        folder.edit("attuazione.yaml", "agili: 11", &format!("agili: {total}"));
        let found = crate::found::findings(folder.root()).into_iter();
        found.map(|found| format!("{} {}", found.code, found.message)).collect()
    };
    assert_eq!(said("\"< 12\""), Vec::<String>::new());
    assert_eq!(
        said("\"< 10\""),
        ["LA304 il totale dichiarato è < 10 lavoratrici e lavoratori agili, ma la somma delle righe è 11"]
    );
    let folder = Folder::starter();
    folder.edit("attuazione.yaml", "agili: 11", "agili: \"< 12\"");
    let site = Site::built(folder.root(), &[]);
    let table = rows(&site, "2026-2028/attuazione/index.html", ".tavola-attuazione");
    assert!(table.last().is_some_and(|total| total.contains(&"meno di 12".to_owned())), "{table:?}");
}

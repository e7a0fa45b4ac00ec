//! What an edition calls the columns of its tables.

use crate::folder::{Folder, repository};
use crate::found::findings;
use crate::site::built::{Site, select, within, words};
use calamine::{Reader as _, Xlsx};
use piao::load::load;
use piao::model::Graph;
use piao::tables::{EditionColumns, TABLES};
use std::io::Cursor;

#[test]
fn a_heading_changes_in_its_own_table_only() {
    let starter = Folder::starter();
    starter.edit("edizione.yaml", "limiti:", "colonne: { software: { nome: APPLICATIVO } }\nlimiti:");
    let site = Site::built(starter.root(), &[]);
    let headings = |path: &str| -> Vec<String> {
        select(&site.page(&format!("2026-2028/{path}/index.html")), "main thead th").iter().map(words).collect()
    };
    assert_eq!(headings("software")[0], "APPLICATIVO");
    // The first column of these has the same key.
    for path in ["smart-team", "valutazione", "aree", "servizi"] {
        assert!(!headings(path).iter().any(|heading| heading.contains("APPLICATIVO")), "{path}: {:?}", headings(path));
    }
    assert!(site.text("2026-2028/dati/software-excel.csv").starts_with("\u{feff}APPLICATIVO;"));
    assert!(!site.text("2026-2028/dati/smart-team-excel.csv").contains("APPLICATIVO"));
}

/// Every heading that `colonne` can change in the annex of this repository, with a text that stands nowhere else.
fn every_heading(folder: &Folder) -> Vec<(String, String, String)> {
    let annex = load(folder.root()).expect("the folder can be read").annex;
    let edition = annex.editions.first().expect("an edition");
    let mut all = Vec::new();
    for table in TABLES {
        for column in table.named(edition) {
            let heading = format!("Zz{}zz", all.len());
            all.push((table.name.to_owned(), column.into_owned(), heading));
        }
    }
    all
}

#[test]
fn whatever_heading_is_accepted_shows_somewhere() {
    let folder = Folder::real();
    let all = every_heading(&folder);
    let of_table = |table: &str| -> String {
        let own = all.iter().filter(|(name, ..)| name == table);
        let lines: Vec<String> = own.map(|(_, column, heading)| format!("{column}: {heading}")).collect();
        format!("  {table}: {{ {} }}\n", lines.join(", "))
    };
    let headings = format!("colonne:\n{}", TABLES.map(|table| of_table(table.name)).concat());
    folder.edit("/data/2025-2027/edizione.yaml", "colonne: { processi: { codice: CODICE - IND } }\n", &headings);
    // Of a column that no row fills nothing is published: one row fills all of them.
    let process = "    codice_precedente: 400-1-B\n    percentuale: 50\n    motivazione: Prova\n    software: prova\n    nota: Prova\n";
    folder.edit("/data/2025-2027/processi.yaml", "codice: 500-1-B\n", &format!("codice: 500-1-B\n{process}"));
    let program = "nome: CITRIX\n    id: prova\n    fornitore: Prova\n    nota: Prova\n";
    folder.edit("/data/2025-2027/software.yaml", "nome: CITRIX\n", program);
    let service =
        "  - { id: prova, nome: Servizio di prova, parte_di: servizi-finanziari }\n  - id: servizi-finanziari\n";
    folder.edit("/data/2025-2027/servizi.yaml", "  - id: servizi-finanziari\n", service);
    let excluded = "esclusioni:\n  - { lettera: z, attivita: [Prova] }\n";
    folder.edit("/data/2025-2027/esclusioni.yaml", "esclusioni:\n", excluded);
    let indicator = "indicatori:\n  - { id: prova, dimensione: Prova, indicatore: Prova, formula: Prova, unita: n., base: { valore: 1, al: 2024-12-31 }, obiettivi: { 2027: 2 }, consuntivo: { 2025: 1 }, fonte: Prova, smart_team: [linfa], nota: Prova }\n";
    folder.write("/data/2025-2027/indicatori.yaml", indicator);
    assert!(!findings(folder.root()).iter().any(|found| found.code == "LA118"), "an effective heading is refused");
    let site = Site::built(folder.root(), &[]);
    // Days of another period have a column of their own, in a table of another form.
    let row = "righe:\n  - { area: Risorse, giorni: 8 al mese, dipendenti: 1, agili: 0 }\n";
    folder.edit("/data/2025-2027/attuazione.yaml", "righe:\n", row);
    let other = Site::built(folder.root(), &[]);
    let ends = [".html", "-excel.csv"];
    let is_text = |path: &&str| ends.iter().any(|end| path.ends_with(end));
    let mut texts: Vec<&str> = site.paths().filter(is_text).map(|path| site.text(path)).collect();
    texts.extend(other.paths().filter(is_text).map(|path| other.text(path)));
    for (table, column, heading) in all {
        assert!(texts.iter().any(|text| text.contains(&heading)), "{table}.{column} shows nowhere");
    }
}

#[test]
fn whatever_heading_shows_is_accepted() {
    let annex = load(repository()).expect("the folder can be read").annex;
    let edition = annex.editions.first().expect("an edition");
    let columns = EditionColumns::of(edition, &Graph::new(edition));
    for table in TABLES {
        let named = table.named(edition);
        let printed = table.headings(edition, &columns).into_keys();
        for column in printed.chain(table.data_columns().into_iter().map(|column| column.published)) {
            assert!(named.iter().any(|name| *name == column), "{}.{column} is refused", table.name);
        }
    }
}

#[test]
fn a_heading_without_effect_is_refused() {
    let refused = [
        ("smart-team", "alias"),
        ("formazione", "destinatari"),
        ("valutazione", "natura"),
        ("esclusioni", "nota"),
        ("riferimenti", "url"),
    ];
    for (table, column) in refused {
        let starter = Folder::starter();
        let heading = format!("colonne: {{ {table}: {{ {column}: X }} }}\nlimiti:");
        starter.edit("edizione.yaml", "limiti:", &heading);
        let found = findings(starter.root());
        let unknown = found.iter().find(|found| found.code == "LA118").unwrap_or_else(|| panic!("{table}.{column}"));
        assert_eq!(unknown.message, format!("la tabella `{table}` non ha la colonna `{column}`"));
    }
}

#[test]
fn the_smart_teams_are_called_by_their_file_or_by_its_key() {
    for table in ["smart-team", "smart_team"] {
        let starter = Folder::starter();
        let headings = format!("colonne: {{ {table}: {{ area: SETTORE, nome: SQUADRA }} }}\nlimiti:");
        starter.edit("edizione.yaml", "limiti:", &headings);
        let site = Site::built(starter.root(), &[]);
        let page = site.page("2026-2028/smart-team/index.html");
        let shown: Vec<String> = select(&page, "main thead th").iter().map(words).collect();
        assert_eq!(shown, ["SETTORE", "Servizio", "SQUADRA", "Smartabilità"], "{table}");
        let csv = site.text("2026-2028/dati/smart-team-excel.csv");
        assert!(csv.starts_with("\u{feff}Identificativo;SQUADRA;Servizio;Smartabilità\r\n"), "{table}: {csv}");
        let bytes = site.0["2026-2028/dati/smart-team.xlsx"].clone();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
        let sheet = book.worksheet_range("smart-team").expect("the sheet");
        assert_eq!(sheet.get_value((0, 1)).map(ToString::to_string).as_deref(), Some("SQUADRA"), "{table}");
    }
}

#[test]
fn a_plain_column_shows_wherever_its_table_does_once_a_row_fills_it() {
    let shown = |supplier: &str| {
        let starter = Folder::starter();
        starter.edit(
            "software.yaml",
            "    scopo: Registrazione dei documenti\n",
            &format!("    scopo: Registrazione dei documenti\n{supplier}"),
        );
        Site::built(starter.root(), &[])
    };
    let headings = |site: &Site, path: &str| -> Vec<String> {
        select(&site.page(path), "table.elenco-lungo thead th").iter().map(words).collect()
    };
    let (without, with) = (shown(""), shown("    fornitore: Ditta Zeta\n"));
    for path in ["2026-2028/software/index.html", "2026-2028/stampa/software/index.html"] {
        assert_eq!(headings(&without, path), ["Programma", "A che cosa serve"], "{path}");
        assert_eq!(headings(&with, path), ["Programma", "A che cosa serve", "Fornitore"], "{path}");
        let page = with.page(path);
        let cells: Vec<String> = select(&page, "table.elenco-lungo tbody td:nth-child(3)").iter().map(words).collect();
        assert!(cells.contains(&"Ditta Zeta".to_owned()), "{path}: {cells:?}");
        let empty = |cell: &String| cell == "Ditta Zeta" || cell == "non indicato";
        assert!(cells.iter().all(empty), "{path}: {cells:?}");
        let columns = select(&page, "table.elenco-lungo col").len();
        assert_eq!(columns, 3, "{path}: a column has no width");
    }
    assert!(with.text("2026-2028/dati/software.csv").contains("Ditta Zeta"));
}

#[test]
fn the_page_of_a_record_says_what_its_template_does_not_draw() {
    let starter = Folder::starter();
    starter.edit(
        "software.yaml",
        "software:\n",
        "software:\n  - { id: protocollo-prova, nome: Protocollo di prova, scopo: Prova }\n",
    );
    starter.edit("processi.yaml", "smart_team: [tributi]\n", "smart_team: [tributi]\n    software: protocollo-prova\n");
    let site = Site::built(starter.root(), &[]);
    let pages = site.pages();
    let said = pages.values().flat_map(|page| {
        let facts = select(page, "article dl.voci > div").into_iter();
        let facts = facts.map(|fact| within(&fact, "dt, dd").iter().map(words).collect::<Vec<_>>());
        facts.filter(|fact| fact[0] == "Programmi informatici").collect::<Vec<_>>()
    });
    assert_eq!(said.collect::<Vec<_>>(), [["Programmi informatici", "Protocollo di prova"]]);
}

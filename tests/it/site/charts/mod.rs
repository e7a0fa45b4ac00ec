//! The numbers of charts, figures and map against the data, in the real annex.

mod matrix;
mod small;

use super::built::{Site, select, within, words as text};
use crate::folder::{Folder, repository};
use piao::load::load;
use piao::model::{Annex, Answer, Edition, Graph, Scope};
use scraper::{ElementRef, Html};
use std::collections::BTreeMap;

/// The pages of an edition that show its organisation, by their path below it.
struct Built {
    annex: Annex,
    pages: BTreeMap<String, Html>,
}

impl Built {
    fn new(annex: Annex, site: &Site) -> Self {
        let folder = format!("{}/", annex.editions[0].id.as_str());
        let places = ["index.html", "aree/", "servizi/", "smart-team/"].map(|place| format!("{folder}{place}"));
        let wanted = site.paths().filter(|path| places.iter().any(|place| path.starts_with(place)));
        let pages = wanted.map(|path| (path[folder.len()..].to_owned(), site.page(path))).collect();
        Self { annex, pages }
    }

    fn of(edits: &[(&str, &str, &str)]) -> Self {
        let starter = Folder::starter();
        for (file, replace, with) in edits {
            starter.edit(file, replace, with);
        }
        let site = Site::unchecked(starter.root()).expect("the site");
        Self::new(load(starter.root()).expect("the data").annex, &site)
    }

    fn real() -> Self {
        Self::new(load(repository()).expect("the data").annex, Site::real())
    }

    fn edition(&self) -> &Edition {
        &self.annex.editions[0]
    }

    fn page(&self, path: &str) -> &Html {
        self.pages.get(path).unwrap_or_else(|| panic!("there is no {path}"))
    }

    /// The rows of the table of a chart: name and numbers.
    fn table(&self, chart: &str) -> Vec<(String, Vec<u64>)> {
        let page = self.page("index.html");
        let rows = select(page, &format!("figure[aria-labelledby={chart}] tbody tr"));
        rows.iter().map(line).collect()
    }

    fn total(&self, chart: &str) -> Vec<u64> {
        let page = self.page("index.html");
        line(&select(page, &format!("figure[aria-labelledby={chart}] tfoot tr"))[0]).1
    }
}

/// The heading of a row, and its numbers.
fn line(row: &ElementRef<'_>) -> (String, Vec<u64>) {
    let digits = |cell: &ElementRef<'_>| text(cell).chars().take_while(char::is_ascii_digit).collect::<String>();
    let numbers = within(row, "td").iter().filter_map(|cell| digits(cell).parse().ok()).collect();
    (text(&within(row, "th")[0]), numbers)
}

/// How many of these processes there are: all, yes, partly, no.
fn tally(edition: &Edition, rows: &[usize]) -> Vec<u64> {
    let answer = |wanted: Option<Answer>| {
        let here = rows.iter().filter(|row| {
            let own = edition.processes.rows[**row].smartability.as_ref().map(|own| own.value);
            wanted.is_none() || own == wanted
        });
        here.count() as u64
    };
    vec![answer(None), answer(Some(Answer::Yes)), answer(Some(Answer::Partly)), answer(Some(Answer::No))]
}

fn percent(value: &str) -> f64 {
    value.strip_suffix('%').and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("«{value}»"))
}

#[test]
fn every_chart_has_a_name_a_table_and_patterns_that_are_there() {
    let built = Built::real();
    let page = built.page("index.html");
    let charts = select(page, "figure.grafico");
    assert_eq!(charts.len(), 2);
    for chart in charts {
        let id = chart.attr("aria-labelledby").expect("a name");
        let name = text(&within(&chart, &format!("#{id}"))[0]);
        assert!(!name.is_empty());
        assert!(!text(&within(&chart, &format!("#{id}_esito"))[0]).is_empty(), "{name}");
        assert_eq!(within(&chart, "table caption").len(), 1, "{name}");
        assert!(!within(&chart, "tbody th[scope=row]").is_empty(), "{name}");
        for drawing in within(&chart, "[role=img]") {
            let label = format!("{id} {id}_esito");
            assert_eq!(drawing.attr("aria-labelledby"), Some(label.as_str()), "{name}");
            assert!(within(&drawing, "a, button").is_empty(), "{name}: nothing inside an image can be reached");
        }
        for drawing in within(&chart, "svg") {
            assert_eq!(drawing.attr("aria-hidden"), Some("true"), "{name}");
        }
    }
    for path in ["index.html", "aree/index.html", "smart-team/linfa/index.html"] {
        let page = built.page(path);
        let filled = select(page, "[fill^='url(#']");
        assert!(!filled.is_empty(), "{path}");
        for piece in filled {
            let pattern = piece.attr("fill").expect("a fill").trim_start_matches("url(").trim_end_matches(')');
            assert_eq!(select(page, &format!("pattern{pattern}")).len(), 1, "{path}: {pattern}");
        }
    }
}

#[test]
fn the_tables_of_the_charts_say_what_the_data_say() {
    let built = Built::real();
    let edition = built.edition();
    let graph = Graph::new(edition);
    let all: Vec<usize> = (0..edition.processes.rows.len()).collect();

    let areas = built.table("grafico_aree");
    assert_eq!(areas.iter().map(|(_, cells)| cells[0]).sum::<u64>(), all.len() as u64, "each process in one area");
    assert_eq!(areas.last().expect("the common ones").1, tally(edition, &graph.common_processes));
    assert_eq!(built.total("grafico_aree"), tally(edition, &all));
    for (name, cells) in areas {
        assert_eq!(cells[0], cells[1] + cells[2] + cells[3], "{name}");
    }

    let workers = built.table("grafico_agili");
    assert_eq!(workers.iter().map(|(_, cells)| cells[0]).sum::<u64>(), 160);
    assert_eq!(workers.iter().map(|(_, cells)| cells[1]).sum::<u64>(), 89);
    assert_eq!(workers.iter().map(|(_, cells)| cells[2]).sum::<u64>(), 34 + 6, "the nurseries and the library");
    assert_eq!(built.total("grafico_agili"), [160, 88, 40], "the published total");
    let note = text(&select(built.page("index.html"), "#grafico_agili_nota")[0]);
    assert_eq!(note, "† Il totale pubblicato è 88; la somma delle righe è 89.");
}

/// The percentages that a text says.
fn percentages(text: &str) -> Vec<u64> {
    let before = |part: &str| part.rsplit(['(', ' ', '\u{a0}']).find(|word| !word.is_empty())?.parse().ok();
    text.split('%').filter_map(before).collect()
}

#[test]
fn every_bar_is_a_whole_and_the_largest_share_comes_first() {
    let built = Built::real();
    for (chart, counts) in [("grafico_aree", 1..3), ("grafico_agili", 1..2)] {
        let numbers = built.table(chart);
        let bars = select(built.page("index.html"), &format!("figure[aria-labelledby={chart}] .barre > div"));
        assert_eq!(bars.len(), numbers.len(), "{chart}");
        #[allow(clippy::cast_precision_loss)] // Numbers of processes and of people.
        let share = |part: u64, whole: u64| 100.0 * part as f64 / whole as f64;
        let of = |cells: &[u64]| share(cells[counts.clone()].iter().sum(), cells[0]);
        let own = numbers.iter().filter(|(name, _)| !name.starts_with("Comuni"));
        let shares: Vec<f64> = own.map(|(_, cells)| of(cells)).collect();
        assert!(shares.is_sorted_by(|one, other| one >= other), "{chart}: {shares:?}");
        for (bar, (name, _)) in bars.iter().zip(&numbers) {
            assert_eq!(text(&within(bar, ".nome")[0]), *name);
            let drawing = within(bar, "svg").into_iter().next().expect("a bar");
            assert_eq!(drawing.attr("width"), Some("100%"), "{name}");
            let mut sum = 0.0;
            for piece in within(&drawing, "rect") {
                assert!((percent(piece.attr("x").expect("a start")) - sum).abs() < 0.005, "{name}: a gap");
                sum += percent(piece.attr("width").expect("a width"));
            }
            assert!((sum - 100.0).abs() < 0.005, "{name}");
            let first = percent(within(&drawing, "rect")[0].attr("width").expect("a width"));
            let said = percentages(&text(&within(bar, ".valori")[0]));
            #[allow(clippy::cast_precision_loss)] // Hundredths.
            let near = said.iter().any(|said| (*said as f64 - first).abs() <= 0.51);
            assert!(near, "{name}: {first} is drawn, {said:?} is said");
        }
    }
    let headline = text(&select(built.page("index.html"), "#grafico_aree_esito")[0]);
    assert!(headline.contains("è di Risorse (6 su 6, 100 %) e Segretario Generale (5 su 5, 100 %)"), "{headline}");
    assert!(headline.contains("La più bassa è di Servizi al Territorio (17 su 24, 71 %)."), "{headline}");
}

#[test]
fn a_row_that_continues_in_several_services_is_counted_in_none() {
    let built = Built::real();
    let page = built.page("servizi/index.html");
    let rows: BTreeMap<String, Vec<u64>> = select(page, "tbody tr:not(.fascia)").iter().map(line).collect();
    assert_eq!(rows["Servizi educativi scolastici e sociali"][4..6], [42, 7]);
    let people: u64 = rows.values().filter_map(|cells| cells.get(4).filter(|_| cells.len() >= 6)).sum();
    assert_eq!(people, 160 - 6, "the shared row is left out");
    let note = text(&select(page, "#servizi_note")[0]);
    assert!(note.contains("«Servizio Lavori pubblici - Mobilità»") && note.contains("6 dipendenti, 6 agili"), "{note}");
    let total = line(&select(page, "tfoot tr")[0]).1;
    assert_eq!(total, [59, 18, 29, 12, 160, 88, 18]);

    // The two services are of one area: there the row counts.
    let area = built.page("aree/servizi-al-territorio/index.html");
    let figures = text(&select(area, ".cifre")[0]);
    assert!(figures.contains("31 su 33 dipendenti (94 %) al 31 dicembre 2024"), "{figures}");
    let team = text(&select(built.page("smart-team/mobilita/index.html"), ".in-cifre")[0]);
    assert!(team.contains("non è contata qui") && !team.contains("su 6 dipendenti"), "{team}");
}

#[test]
fn the_map_leads_from_every_area_to_every_process() {
    let built = Built::real();
    let edition = built.edition();
    let page = built.page("aree/index.html");
    let map = &select(page, ".mappa")[0];
    assert_eq!(within(map, "h2").len(), edition.areas_in_force().count() + 1);
    for process in &edition.processes.rows {
        let path = format!("../processi/{}/index.html", process.label().to_lowercase());
        let leaves = within(map, &format!(".foglie a[href='{path}']"));
        let places = match &process.scope {
            Some(Scope::Teams(ids) | Scope::Services(ids)) => ids.len(),
            _ => 1,
        };
        assert_eq!(leaves.len(), places, "{}", process.label());
    }
    let common = within(map, "#comuni .foglie li").len();
    assert_eq!(common, Graph::new(edition).common_processes.len());
    assert!(within(map, "summary a").is_empty(), "a link inside a button");
}

#[test]
fn an_area_keeps_apart_the_processes_that_only_tavola_1_gives_it() {
    let built = Built::real();
    let codes = |path: &str, table: &str| -> Vec<String> {
        let page = built.page(path);
        let rows = select(page, &format!("[aria-labelledby={table}] tbody th"));
        rows.iter().map(text).collect()
    };
    let staff = "aree/servizi-al-cittadino-e-di-staff/index.html";
    assert_eq!(codes(staff, "elenco_altri"), ["210-1-B", "210-2-B", "210-3-B"]);
    assert!(!codes(staff, "elenco_processi").contains(&"210-1-B".to_owned()));
    assert!(codes("aree/segretario-generale/index.html", "elenco_processi").contains(&"210-1-B".to_owned()));
}

#[test]
fn hundreds_of_services_have_no_bars_on_the_map() {
    let bars = |built: &Built, place: &str| {
        let summary = format!(".mappa > .area > details > {place}summary svg");
        select(built.page("aree/index.html"), &summary).len()
    };
    let service = "ul > .ramo > details > ";
    let few = Built::of(&[]);
    assert!(bars(&few, service) > 0 && bars(&few, "") > 0);
    let more = |number| format!("  - id: altro-{number}\n    nome: Servizio numero {number}\n    area: risorse\n");
    let many: String = (0..300).map(more).chain(["  - id: tributi\n".to_owned()]).collect();
    let many = Built::of(&[("servizi.yaml", "  - id: tributi\n", &many)]);
    assert_eq!(bars(&many, service), 0);
    assert!(bars(&many, "") > 0);
}

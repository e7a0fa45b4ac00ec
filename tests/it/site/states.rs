//! What is said of the state of an edition: the same on the landing, on its pages and on its sheets.

use super::built::Site;
use crate::folder::Folder;
use piao::scaffold::EDITION;

/// The starter with an edition before its current one and one after it, in these states.
fn three(states: [&str; 3]) -> Site {
    several([("2025-2027", states[0]), (EDITION, states[1]), ("2027-2029", states[2])])
}

/// The starter with these editions in these states, its own among them.
fn several<const N: usize>(editions: [(&str, &str); N]) -> Site {
    let starter = Folder::starter();
    for (id, state) in editions {
        for (path, text) in piao::scaffold::files().into_iter().filter(|(path, _)| path.contains(EDITION)) {
            starter.write(&format!("/{}", path.replace(EDITION, id)), text.replace("stato: bozza\n", state));
        }
    }
    Site::built(starter.root(), &[])
}

/// The label of each edition on the landing, the newest first.
fn labels(site: &Site) -> Vec<String> {
    let landing = site.text("index.html");
    let chips = landing.split("</span> ").skip(1).filter_map(|rest| rest.split_once("</span></p>"));
    chips.map(|(label, _)| label.to_owned()).filter(|label| label.len() < 40).collect()
}

const PAGE: &str = "processi/100-1-b/index.html";
const SHEET: &str = "stampa/allegato/index.html";

#[test]
fn a_draft_of_next_year_is_in_preparation_and_the_approved_one_in_force() {
    let site = three(["stato: approvata\n", "stato: approvata\n", "stato: bozza\n"]);
    assert_eq!(labels(&site), ["in preparazione", "vigente", "non più vigente"]);
    let landing = site.text("index.html");
    assert!(landing.contains("edizione vigente 2026-2028") && !landing.contains("testo non approvato"), "{landing}");
    for page in [PAGE, SHEET, "index.html"] {
        let (past, current, next) = (
            site.text(&format!("2025-2027/{page}")),
            site.text(&format!("{EDITION}/{page}")),
            site.text(&format!("2027-2029/{page}")),
        );
        assert!(
            past.contains("Edizione 2025-2027, non più vigente.")
                && past.contains("Vai all'edizione vigente, 2026-2028")
        );
        assert!(!current.contains("class=\"passata\"") && !current.contains("testo non approvato"), "{current}");
        assert!(
            next.contains("Bozza: testo non approvato") && next.contains("Edizione 2027-2029, in preparazione"),
            "{next}"
        );
        assert!(!next.contains("non più vigente"), "{next}");
        // One state, one band.
        assert!(!next.contains("class=\"passata\"") && next.matches("class=\"stato\"").count() == 1, "{next}");
        assert!(next.contains("Vai all'edizione vigente, 2026-2028"), "{next}");
    }
}

#[test]
fn what_is_approved_is_in_force_until_the_current_draft_is() {
    for (state, band) in [("stato: bozza\n", "Bozza"), ("stato: proposta\n", "Proposta")] {
        let site = three(["stato: approvata\n", state, "stato: bozza\n"]);
        assert_eq!(labels(&site), ["in preparazione", "in preparazione", "vigente"]);
        let landing = site.text("index.html");
        assert!(landing.contains(&format!("{band}: testo non approvato")), "{landing}");
        assert!(landing.contains("edizione in preparazione 2026-2028"), "{landing}");
        assert!(site.text("404.html").contains(&format!("{band}: testo non approvato")));
        assert!(landing.contains("È in vigore l'<a href=\"2025-2027/index.html\">edizione 2025-2027</a>"), "{landing}");
        for page in [PAGE, SHEET, "index.html"] {
            let holding = site.text(&format!("2025-2027/{page}"));
            assert!(!holding.contains("più vigente") && !holding.contains("class=\"passata\""), "{holding}");
            for draft in [EDITION, "2027-2029"] {
                let draft = site.text(&format!("{draft}/{page}"));
                assert!(draft.contains("/2025-2027/index.html\">Vai all'edizione vigente, 2025-2027</a>"), "{draft}");
            }
        }
        for path in site.paths().filter(|path| path.starts_with(EDITION) && path.ends_with(".html")) {
            let text = site.text(path);
            assert!(!text.replace("edizione vigente, 2025-2027", "").contains("dizione vigente"), "{path}");
            assert!(!text.contains("più vigente"), "{path}");
        }
    }
}

/// Of what was approved, the last holds; where its years end before those of the draft, nobody but the calendar knows whether it still does.
#[test]
fn of_the_editions_before_a_draft_only_what_is_certain_is_told() {
    const APPROVED: &str = "stato: approvata\n";
    const DRAFT: &str = "stato: bozza\n";
    let site = several([("2024-2026", APPROVED), ("2025-2027", APPROVED), (EDITION, DRAFT)]);
    assert_eq!(labels(&site), ["in preparazione", "vigente", "non più vigente"]);
    assert!(site.text(&format!("2024-2026/{PAGE}")).contains("Vai all'edizione vigente, 2025-2027"));
    let site = several([("2024-2026", APPROVED), ("2025-2027", DRAFT), (EDITION, DRAFT)]);
    assert_eq!(labels(&site), ["in preparazione", "precedente", "vigente"]);
    let site = several([("2023-2025", APPROVED), (EDITION, DRAFT)]);
    assert_eq!(labels(&site), ["in preparazione", "ultima approvata"]);
    let landing = site.text("index.html");
    assert!(
        landing.contains("L'ultima edizione approvata è la <a href=\"2023-2025/index.html\">2023-2025</a>"),
        "{landing}"
    );
    assert!(site.text(&format!("2023-2025/{PAGE}")).contains("Edizione 2023-2025, ultima approvata."));
    assert!(site.text(&format!("{EDITION}/{PAGE}")).contains("Vai all'edizione approvata, 2023-2025"));
    for (before, states) in [
        (["", APPROVED], ["in preparazione", "vigente", "non più vigente"]),
        (["", ""], ["in preparazione", "precedente", "precedente"]),
        ([APPROVED, ""], ["in preparazione", "precedente", "precedente"]),
    ] {
        let site = several([("2024-2026", before[0]), ("2025-2027", before[1]), (EDITION, DRAFT)]);
        assert_eq!(labels(&site), states, "{before:?}");
    }
}

#[test]
fn a_state_that_nobody_states_is_not_in_force() {
    let site = three(["", "", "stato: approvata\n"]);
    assert_eq!(labels(&site), ["approvata, non ancora vigente", "stato non indicato", "non più vigente"]);
    assert!(!site.text("index.html").contains("dizione vigente"));
    assert!(site.text(&format!("2027-2029/{PAGE}")).contains("Edizione 2027-2029, approvata, non ancora vigente."));
}

#[test]
fn a_past_draft_was_never_in_force() {
    let site = three(["stato: bozza\n", "stato: approvata\n", "stato: approvata\n"]);
    assert_eq!(labels(&site), ["approvata, non ancora vigente", "vigente", "precedente"]);
    let past = site.text(&format!("2025-2027/{PAGE}"));
    assert!(past.contains("Edizione 2025-2027, precedente a quella corrente.") && !past.contains("non più vigente"));
}

#[test]
fn editions_go_by_numbers_and_not_by_letters() {
    let starter = Folder::starter();
    let ids = ["2026-2028-rev2", "2026-2028-rev10", "2025-2027"];
    for id in ids {
        for (path, text) in piao::scaffold::files().into_iter().filter(|(path, _)| path.contains(EDITION)) {
            starter.write(&format!("/{}", path.replace(EDITION, id)), text);
        }
    }
    starter.edit("/data/ente.yaml", "edizione_corrente: 2026-2028", "edizione_corrente: 2026-2028-rev10");
    let site = Site::built(starter.root(), &[]);
    let landing = site.text("index.html");
    let list = &landing[landing.find("id=\"edizioni\"").expect("the list")..];
    let place = |id: &str| list.find(&format!(">Edizione {id}<")).unwrap_or_else(|| panic!("{id}"));
    let newest_first = ["2026-2028-rev10", "2026-2028-rev2", EDITION, "2025-2027"];
    assert!(newest_first.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{list}");
    let changes = site.text("2026-2028-rev10/cambiamenti/index.html");
    assert!(changes.contains("<h1>Cosa cambia rispetto al 2026-2028-rev2</h1>"), "{changes}");
}

/// Every page of the site, whatever it shows, tells the one state of its edition; of one that nobody states nothing is claimed.
#[test]
fn every_page_tells_the_state_of_its_edition() {
    let untold =
        ["testo non approvato", "edizione vigente", "non più vigente", "non ancora vigente", "in preparazione"];
    for (state, everywhere, landing) in [
        ("stato: bozza\n", Some("Bozza: testo non approvato"), "Bozza"),
        ("stato: proposta\n", Some("Proposta: testo non approvato"), "Proposta"),
        ("stato: approvata\n", None, "edizione vigente"),
        ("", None, "stato non indicato"),
    ] {
        let starter = Folder::starter();
        starter.edit("edizione.yaml", "stato: bozza\n", state);
        let site = Site::built(starter.root(), &[]);
        let pages: Vec<_> = site.0.keys().filter(|path| path.ends_with(".html")).collect();
        assert!(pages.len() > 30, "{pages:?}");
        for path in pages {
            let page = site.text(path);
            if let Some(told) = everywhere {
                assert!(page.contains(told), "{path}: {told}");
                assert!(!page.contains("edizione vigente"), "{path}");
            } else {
                let said = untold.iter().find(|words| page.contains(**words));
                assert!(said.is_none_or(|said| path == "index.html" && *said == landing), "{path}: {said:?}");
            }
        }
        assert!(site.text("index.html").contains(landing), "{landing}");
    }
}

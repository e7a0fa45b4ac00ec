//! Scales of the administration: steps of risk and words of the three answers.

use super::{PROCESSES, starter, university};
use crate::found::findings;
use crate::site::built::{select, words};
use scraper::Html;

#[test]
fn a_scale_of_five_steps_is_in_its_order_everywhere() {
    let site = university();
    let page = Html::parse_document(site.text(PROCESSES));
    let choices = |key: &str| -> Vec<String> {
        let found = select(&page, &format!("input[name='{key}']"));
        found.iter().map(|input| input.value().attr("value").unwrap_or_default().to_owned()).collect()
    };
    // No row has the second step: nobody can choose it, and the legend has it all the same.
    assert_eq!(choices("rischio"), ["minimo", "medio", "alto", "altissimo"]);
    assert!(words(&select(&page, "main")[0]).contains("① minimo, ② basso, ③ medio, ④ alto o ⑤ altissimo"));
    assert!(site.paths().all(|path| !path.contains("per-rischio/basso")));
    assert_eq!(choices("smartabilita"), ["si", "in-parte", "no"]);
    let rows = select(&page, "tr[data-rischio]");
    let keys = rows.iter().map(|row| (row.value().attr("data-rischio"), row.value().attr("data-smartabilita")));
    let right = [("altissimo", "in-parte"), ("alto", "si"), ("medio", "si"), ("minimo", "no")];
    assert_eq!(keys.collect::<Vec<_>>(), right.map(|(risk, answer)| (Some(risk), Some(answer))));
    let text: Vec<String> = rows.iter().map(words).collect();
    for (row, said) in text.iter().zip(["⑤ Altissimo", "④ Alto", "③ Medio", "① Minimo"]) {
        assert!(row.contains(said), "{said}: {row}");
    }
    for (row, said) in text.iter().zip(["◐ Prevalente", "● Totale", "● Sì", "○ Nulla"]) {
        assert!(row.contains(said), "{said}: {row}");
    }
    let list = site.text("2026-2028/processi/per-rischio/altissimo/index.html");
    assert!(list.contains("Processi a rischio corruttivo altissimo"), "{list}");
    let process = site.text("2026-2028/processi/ar1-mp2-p3/index.html");
    assert!(process.contains("Il rischio corruttivo è altissimo: "), "{process}");
    assert!(process.contains("Si può svolgere in parte in modalità agile"), "{process}");
    let csv = site.text("2026-2028/dati/processi.csv");
    assert!(csv.contains("AR1.MP2.P3,altissimo,Concorsi,") && csv.contains(",Prevalente,concorsi,"), "{csv}");
    let data = site.text("2026-2028/dati/index.html");
    assert!(data.contains("dal più basso: minimo, basso, medio, alto, altissimo"), "{data}");
    assert!(data.contains("si (Totale), in parte (Prevalente, Limitata), no (Nulla)"), "{data}");
}

#[test]
fn the_figures_of_the_chapters_have_the_steps_of_the_scale() {
    let folder = starter("scale: { rischio: [molto basso, medio, alto] }\n", "");
    let text = folder.read("processi.yaml").replace("rischio: basso", "rischio: molto basso");
    folder.write("processi.yaml", text);
    let chapter = |figures: &str| {
        let text = format!("---\ntitolo: Premessa\nordine: 1\n---\n\n{figures}\n");
        folder.write("/content/2026-2028/01-premessa.md", text);
        findings(folder.root()).into_iter().filter(|found| found.message.contains("totali.")).collect::<Vec<_>>()
    };
    assert!(
        chapter("Sono {{ totali.rischio_molto_basso }}, {{ totali.rischio_medio }}, {{ totali.rischio_alto }}.")
            .is_empty()
    );
    // A step that the scale does not have is no nought.
    let found = chapter("Sono {{ totali.rischio_basso }}.");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].message.contains("`totali.rischio_basso` non è definito"), "{}", found[0].message);
}

#[test]
fn a_word_that_is_on_no_scale_is_told_with_the_nearest() {
    let model =
        "scale: { rischio: [minimo, basso, medio, alto, altissimo], smartabilita: { in parte: [Prevalente] } }\n";
    let folder = starter(model, "");
    let text = folder.read("processi.yaml");
    let found = |from: &str, to: &str| {
        folder.write("processi.yaml", text.replacen(from, to, 1));
        findings(folder.root()).into_iter().map(|found| (found.code, found.message)).collect::<Vec<_>>()
    };
    assert_eq!(found("rischio: medio", "rischio: altisimo")[0].0, "LA101");
    assert_eq!(found("smartabilita: in parte", "smartabilita: Prevalnte")[0].0, "LA101");
    assert_eq!(found("smartabilita: in parte", "smartabilita: prevalente")[0].0, "LA102");
    assert_eq!(found("smartabilita: in parte", "smartabilita: Prevalente*")[0].0, "LA101", "the sign says something");
    assert!(found("smartabilita: in parte", "smartabilita: Prevalente").is_empty());
}
